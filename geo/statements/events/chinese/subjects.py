"""Who acts in a Chinese clause, and whether the clause states a fact, a plan or a wish."""

import re

from geo.base.records import Status
from geo.statements.events.acts import NOBODY, Background, Side, side_of
from geo.statements.events.leaders import list_leaders
from geo.statements.events.sentence_shapes import GROUP, PLACE, Codes, Group, Shape

_CLAUSE_END = re.compile(r"[，；：。！？\n;:]|,(?!\d)")
_SENTENCE_PART = re.compile(r"[；。！？\n;]")
_REACH = 160  # characters: keeps the reading linear in a text without punctuation

# A group after one of these is not who acts: 向, 对, 同 and their like, and verbs that take it as their object.
_OBLIQUE = re.compile(
    r"(?:向|对|给|(?<!认)为|同|与|和|跟|从|在|由于|将|把|随|经|于|自|至|到|往|赴|去|据|响应|回应|针对|关于|围绕|支持|感谢|帮助|包括|"
    r"以及|抵达|到达|飞抵|来自|援助|援建|访问|运往|运抵|送往|发往|派往|会见|应|前往|驻|除)(?:了|包括)?$"
)
# What may stand before the subject of a clause.
_OPENING = re.compile(r"(?:[^，。]{0,10}?认为)?[^向对给为同与跟从在由被把将随经据响应于" + GROUP + r"]{0,16}")
# "Our country", as a Chinese text calls its own.
_HOME = re.compile(r"我国|我方|中国(?=[^\n]{0,1}$)")
# What may stand between a preposition and the name of a leader: 同法国总统….
_TITLES = re.compile(
    rf"(?:{GROUP}|国家主席|国家|总统|总理|首相|外交部|外交|部长|国务委员|国务卿|外长|主席|秘书长|总干事|高级代表|兼|新任|时任|前)*$"
)
_TALKED_OF = re.compile(r"(?:就|据|随|经|由于|响应|回应|针对|关于|围绕|支持|批评|指责|谴责|赞扬|称赞|感谢|有关|对于)$")
_AGENT = re.compile(rf"由[^{GROUP}，]{{0,8}}{GROUP}")
_OURS = re.compile(r"我们|我国|我方|我$")
_EMPTY = re.compile(
    r"(?:[\W_]|\d|月|日|年|目前|迄今|至今|现|已经|已|共|还|也|又|先后|曾|并|将|正|正在|筹备|分批|分别|陆续|随后|此外|同时|其中|"
    r"今年|分[一二三四五六七八九十\\d]{1,3}批|组织|安排|日前|近日|当天|当日|昨天|昨日|今天|按地域分|第一|第二|第三|一是|二是|三是|四是|应邀|应约|再次|一次性|共计|累计|分|批|次|"
    r"从|自|起|以来|通过[^，。]{0,12}方式|以[^，。]{0,12}方式|或|该国|该方|对方|他|她|它|无偿|紧急|专门|主动|积极|宣布|承诺|决定|计划|拟|准备|即将|继续|率先|通过|从…看)*+"
)

# What is told of someone else's asking, and states nothing of the act: 应老挝政府请求.
_ASKED = re.compile(r"(?:响应|回应|应)[^，。；]{1,24}?(?:请求|要求|邀请|之邀|之请|呼吁|号召|倡议)")
_CONDITION = re.compile(
    r"(?:^|[，；：。、])[^，；：。]{0,2}(?:如果|倘若|假如|假使|若(?!干)|一旦|要是|除非|万一|只要|如(?=获|需|能|有需|经))"
)
_WISH = re.compile(
    r"(?<![志自])愿(?!望)|希望|期待|呼吁|敦促|(?<![相反供响适效])应(?!约|邀|对|急|相|有关|询|外|当地)|(?<![重主需首])要(?!求|道|员)|须|可以|可向|可为|能够|没有|"
    r"尚未|从未|并未|未(?=[能曾向给派同与捐提收签举出参])|无法|无力|不(?=[会向给再打准考派与捐提接出参需])|拒绝|否认|否决|反对|批评|指责|放弃|叫停|考虑|如果|倘若|若(?!干)|支持|感谢|感激|推动|欢迎|赞赏|评价|致谢|道谢|有意|讨论|商讨|呼声|是否|谣|不实|传闻|请求|寻求|"
    r"要求|旨在|有望|取消|推迟|暂停|打算向|纪念|周年|演习"
)
_ANNOUNCED = re.compile(r"宣布(?![，,]?已)|承诺|决定(?!性)|表示(?=将)|答应|认捐|批准(?=[向对为])")
_ANNOUNCES = re.compile(r"(?:宣布|承诺|决定)[，,：:]$")
_PLANNED = re.compile(
    r"(?<![即士])将(?![军领士其近])|即将|(?<!实施)(?<!援助)计划(?![”」》的])|拟(?!定)|打算|准备|筹备|预计|近期内"
)
# 向老挝捐赠疫苗的提案: what is only talked of, and 的决定: what is to come.
_IDEA = re.compile(r"[^，。；]{0,24}?的(?:提案|提议|建议|请求|要求|可能性|设想|想法|传闻|说法|意愿|愿望|呼声|问题)")
_DECISION = re.compile(r"[^，。；]{0,24}?的(?:决定|承诺|计划|方案)")
_FAILED = re.compile(r"不能|不应|不得|取消|推迟|延期|被拒|受阻|搁置")
_DONE = re.compile(r"已|了")
_WISHES_ON = re.compile(r"(?<![志自])愿(?!望)|希望|期待|呼吁各|要求")
_PLANS_ON = re.compile(r"(?<![即士])将(?![军领士其近])|计划(?=在|向|派|举|于)|打算")
_RETOLD = re.compile(r"此前|早些时候|先前|曾|日前|前不久|不久前|上次|当年")


def find_clause(shape: Shape, at: int) -> tuple[int, int]:
    """Return where the clause around a place begins and ends."""
    start = max(0, at - _REACH)
    for match in _CLAUSE_END.finditer(shape.text, start, at):
        start = match.end()
    end = _CLAUSE_END.search(shape.text, at, at + _REACH)
    return start, end.start() if end else min(len(shape.text), at + _REACH)


def find_part(shape: Shape, at: int) -> int:
    """Return where the part of the sentence before a place begins, in which one subject may hold on."""
    start = max(0, at - 2 * _REACH)
    for match in _SENTENCE_PART.finditer(shape.text, start, at):
        start = match.end()
    return start


def find_status(shape: Shape, at: int) -> Status | None:
    """Return how far the act at a place has come; None where it is a wish, a call for it, or denied."""
    start, end = find_clause(shape, at)
    before = _ASKED.sub("", shape.text[start:at])
    if _WISH.search(before) or _FAILED.search(shape.text, at, end) or _is_conditional(shape, at):
        return None
    if _IDEA.match(shape.text, at, end):
        return None
    if _DECISION.match(shape.text, at, end):
        return "announced"
    announces = _ANNOUNCES.search(shape.text, max(0, start - 3), start) and not _DONE.search(before)
    if announces or _ANNOUNCED.search(before):
        return "announced"
    if _PLANNED.search(before):
        return "planned"
    return "done" if _DONE.search(before) else _carry_status(shape, start)


def _is_conditional(shape: Shape, at: int) -> bool:
    return _CONDITION.search(shape.text, find_part(shape, at), at) is not None


def _carry_status(shape: Shape, start: int) -> Status | None:
    """Return the status that the clauses before set for one that shares their subject: "愿分享经验，向对方提供口罩"."""
    part = find_part(shape, start)
    while start > part and not any(is_subject(shape, group, start) for group in shape.list_groups(start, start + 18)):
        end = start - 1
        start = max(part, find_clause(shape, end)[0])
        if _WISHES_ON.search(shape.text, start, end):
            return None
        plans = _PLANNED if shape.text.startswith(("并", "还", "随后"), end + 1) else _PLANS_ON
        if plans.search(shape.text, start, end):
            return "planned"
    return "done"


def is_retold(shape: Shape, start: int, end: int) -> bool:
    """Tell whether words near an act put it before the day of the text."""
    return _RETOLD.search(shape.text, find_part(shape, start), min(len(shape.text), end + 2)) is not None


def find_subject(shape: Shape, at: int, background: Background) -> Side:
    """Return who acts at a place: the clause's own subject, else that of a clause before it, else who is meant.

    Nobody where someone acts whom no name tells.
    """
    start, _ = find_clause(shape, at)
    own = _find_in_clause(shape, start, at, background)
    if own is not None:
        return own
    part = find_part(shape, start)
    while start > part:
        end = start - 1
        start = max(part, find_clause(shape, end)[0])
        found = _find_opening(shape, start, end, background)
        if found:
            return found
    return background.imply()


def _find_in_clause(shape: Shape, start: int, at: int, background: Background) -> Side | None:
    """Return the subject of a clause, nobody where it has one that is not named, None where it has none."""
    found = _find_opening(shape, start, at, background)
    if found:
        return found
    first = next(iter(shape.list_groups(start, at)), None)
    before = shape.text[start : first.at if first else at]
    lead = re.split(r"向|对|给|为|把|将|由|在|同|与|跟", before)[0]
    return None if _EMPTY.fullmatch(lead) or _OURS.search(lead) or len(lead) < 2 else NOBODY


def _find_opening(shape: Shape, start: int, end: int, background: Background) -> Side:
    """Return who opens a clause as its subject, or is named as the agent of its passive; nobody where none does."""
    by = _AGENT.search(shape.text, start, end)
    if by:
        return side_of(shape.list_groups(by.end() - 1, by.end())[0])
    for group in shape.list_groups(start, end):
        if is_subject(shape, group, start):
            return side_of(group)
    home = _find_leaders(shape, start, end, background, _OBLIQUE)
    return Side(home) if len(home) == 1 else NOBODY


def find_home(shape: Shape, start: int, end: int, background: Background) -> Codes:
    """Return for whom the leaders and offices speak that are named there, as far as they are not only talked of."""
    return _find_leaders(shape, start, end, background, _TALKED_OF)


def _find_leaders(shape: Shape, start: int, end: int, background: Background, governs: re.Pattern[str]) -> Codes:
    """Return for whom those speak that no word of a kind governs; "our country" is China in a text that names it."""
    found = dict.fromkeys(["CHN"] if _HOME.search(shape.text, start, end) and "CHN" in background.named else [])
    for at, code in list_leaders(shape, start, end, "zh", background):
        lead = _TITLES.sub("", shape.text[max(start, at - 30) : at], 1)
        if not governs.search(lead):
            found[code] = None
    return tuple(found)


def is_subject(shape: Shape, group: Group, start: int) -> bool:
    """Tell the acting group of a clause from one that something is done to or with."""
    if shape.text[group.at] == PLACE and group.at - start > 2:
        return False
    if _OBLIQUE.search(shape.text, max(start, group.at - 6), group.at):
        return False
    return _OPENING.fullmatch(shape.text, start, group.at) is not None
