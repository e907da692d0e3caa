"""Whose members a count counts: the region or organisation that the text ties to the number, or the world."""

import re
from collections.abc import Sequence

from geo.attachment.links import read_links
from geo.base.records import Mention
from geo.clauses.clause_ends import Span, find_clause, find_sentence
from geo.clauses.counts import Count, list_mentions_within
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.regions import WORLD

_WORLD_BEFORE = re.compile(
    r"(?:全球|全世界|世界)(?:各地|范围内|范围|上)?"
    r"(?:已经有|超过|其他|其余|另外|大约|至少|将近|[的已有共约近逾])*+$"
)
_WORLD_AFTER = re.compile(
    r"[ ,]*(?:(?:all )?(?:around|across|throughout|in|of|over) the (?:whole |entire )?(?:world|globe)|"
    r"worldwide|globally)\b",
    re.IGNORECASE,
)
_WORLD_WORDS = re.compile(r"\b(?:the )?world['’]s$|\bglobal$|全球|世界", re.IGNORECASE)

# What may stand between a region and the number of its countries: 非洲的54个国家, 欧洲地区已有11个国家, 地区等25国.
_LINK_ZH = re.compile(
    r"(?:大陆|地区|国家|各国|岛国|方面|域内|超过|将近|至少|其他|其余|沿线|沿岸|[，,的等中共有已内近约逾超])*+"
)
_LINK_EN = re.compile(r"(?:['’]s?|'s)?(?: (?:all|the|other|its|remaining))*,? ?(?:has |have |all )?", re.IGNORECASE)
_LISTED_BEFORE = re.compile(r"(?:[、，]|和|及|与|以及|,| and| or|&)\s*(?:the )?$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d|[〇一二三四五六七八九十百两](?:多|几|余)?[个国]", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(
    r"(?:(?:^|[，。；：\n、]|目前|如今|现|仅|光)(?:在|从|就|至)|\bin |\bacross |\bthroughout )(?:整个|the )?$",
    re.IGNORECASE,
)
_AFTER_EN = re.compile(
    r"(?: are| were| being)? (?:in|across|of|from|throughout|within|around)(?: all)?(?: of)? (?:the )?$", re.IGNORECASE
)
_AFTER_ZH = re.compile(r"(?:都|均|全)?(?:在|位于|来自|分布在)$")
_ENDS_ZH = re.compile(r"(?:地区)?(?:[，,。；;、）)]|$)")
_LABEL = re.compile(
    r"(?: countries| nations| states|国家|各国|地区)?(?:\s?[:：（(] ?| [–—-] )(?:共|有|占|为|约)?", re.IGNORECASE
)
_OPENS_LABEL = re.compile(r"(?:^|[\n，、；。：,;:.（(•◆·*–—-]|\d[.)]|\band|和|及|其中)\s{0,2}(?:the )?$", re.IGNORECASE)
_REST = re.compile(
    r"(?:^|[，,；;、。：（(\n]|和|及|以及|还有|加上)(?:其余|其他|其它|另外|剩下|余下)的?$"
    r"|(?:^|[,;:(.—–-] ?|\band |\bplus |\bto |\bin )(?:the )?(?:rest|other|others|remaining|remainder)[,:]? $",
    re.IGNORECASE,
)
_ENDS_REST = "余他它外下的 \n"  # the last characters of what is left
_LISTED_AFTER = re.compile(r"(?:,| and| or|、|和|及|与)\s*(?:the )?", re.IGNORECASE)


def find_scope(plain: str, count: Count, mentions: Sequence[Mention]) -> str | None:
    """Return the code of the region or organisation whose members are counted, "world", or None."""
    if count.unit not in ("countries", "organisations", "regions"):
        return None
    return (
        _find_within(plain, count, mentions)
        or _find_placed(plain, count, mentions)
        or _find_after(plain, count, mentions)
        or (None if is_rest(plain, count) else _find_before(plain, count, mentions))
    )


def is_rest(plain: str, count: Count) -> bool:
    """Tell "其余15国" and "the other 12 countries", what is left of a whole, from "非洲其他20国"."""
    may_be = plain[count.start - 1 : count.start] in _ENDS_REST
    return may_be and _REST.search(plain, max(0, count.start - 24), count.start) is not None


def _find_within(plain: str, count: Count, mentions: Sequence[Mention]) -> str | None:
    """Return the scope named between number and noun: 28个亚洲国家; two regions there are no one scope."""
    within = _list_groups(mentions, count.words[0], count.end)
    if not within and _WORLD_WORDS.search(plain[slice(*count.words)]):
        return WORLD
    return _choose_widest(within)


def _find_before(plain: str, count: Count, mentions: Sequence[Mention]) -> str | None:
    """Return the scope named before the number: 亚洲28国, 在欧洲，已有40多个国家, 拉美…等25国."""
    if _WORLD_BEFORE.search(plain, max(0, count.start - 24), count.start):
        return WORLD
    clause = find_clause(plain, count.start, count.start)
    sentence = find_sentence(plain, count.start, count.start)
    groups = _list_groups(mentions, sentence.start, count.start)
    if not groups:
        return None
    last = groups[-1]
    if _is_label(plain, last, count):
        return last.code
    if last.end >= clause.start:
        return _find_in_clause(plain, count, groups, clause)
    introduces = _OPENS_CLAUSE.search(plain, max(0, last.start - 12), last.start)
    return last.code if introduces and _links(plain, last.end, clause.start) else None


def _is_label(plain: str, group: Mention, count: Count) -> bool:
    """Tell "Africa: 29 countries", "亚太：31国" and "非洲（29国）" from a region named in passing."""
    if group.kind != "region" or not _LABEL.fullmatch(plain, group.end, count.start):
        return False
    return bool(_OPENS_LABEL.search(plain, max(0, group.start - 8), group.start))


def _find_in_clause(plain: str, count: Count, groups: list[Mention], clause: Span) -> str | None:
    here = [group for group in groups if group.start >= clause.start]
    if not here:
        return None
    last = here[-1]
    if _links(plain, last.end, count.start) and not _is_listed(plain, here):
        return last.code
    tied = plain[count.start - 1 : count.start] == "等" and plain[count.amount.end : count.end] == "国"
    return _choose_widest(here) if tied else None


def _links(plain: str, start: int, end: int) -> bool:
    return bool(_LINK_ZH.fullmatch(plain, start, end) or _LINK_EN.fullmatch(plain, start, end))


def _is_listed(plain: str, groups: list[Mention]) -> bool:
    """Tell "欧洲、非洲等20国", where several regions are meant, from "欧洲10国、非洲20国", where each has its number."""
    if read_links("zh").places.trails(plain, groups[-1].start):
        return True
    if len(groups) < 2:
        return False
    between = plain[groups[-2].end : groups[-1].start]
    if not between and groups[-1].end - groups[-1].start == 1:  # 亚非30国
        return True
    return bool(_LISTED_BEFORE.search(between)) and len(between) < 12 and not _NUMBERED.search(between)


def _find_placed(plain: str, count: Count, mentions: Sequence[Mention]) -> str | None:
    """Return the scope of 20国在非洲, where the clause ends with it."""
    after = _list_groups(mentions, count.end, count.end + 24)
    if not after or not _AFTER_ZH.fullmatch(plain, count.end, after[0].start):
        return None
    return after[0].code if _ENDS_ZH.match(plain, after[0].end) else None


def _find_after(plain: str, count: Count, mentions: Sequence[Mention]) -> str | None:
    """Return the scope named after the noun: 28 countries in Asia."""
    if _WORLD_AFTER.match(plain, count.end):
        return WORLD
    after = _list_groups(mentions, count.end, min(len(plain), count.end + 60))
    if not after:
        return None
    if not _AFTER_EN.fullmatch(plain, count.end, after[0].start):
        return None
    follows = _LISTED_AFTER.match(plain, after[0].end)
    if follows and len(after) > 1 and after[1].start == follows.end():
        return None
    return after[0].code


def _list_groups(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in list_mentions_within(mentions, start, end) if m.kind in ("region", "organisation")]


def _choose_widest(groups: list[Mention]) -> str | None:
    return choose_widest([group.code for group in groups])


def choose_widest(named: Sequence[str]) -> str | None:
    """Return the one code that is named, or that holds all the others named (Latin America and the Caribbean)."""
    codes = list(dict.fromkeys(named))
    if len(codes) < 2:
        return codes[0] if codes else None
    members = {code: set(find_members(code)) if code not in read_areas() else {code} for code in codes}
    every = set().union(*members.values())
    return next((code for code in codes if members[code] == every and all(members.values())), None)
