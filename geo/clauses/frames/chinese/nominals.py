"""Verbs that are nouns where they stand: 举行|会谈, 提供|援助, 应…政府|请求."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.items import Item, make_noun
from geo.clauses.frames.chinese.lexicon import Entry, read_words
from geo.clauses.frames.records import MEETINGS

# Behind these a verb that may be a noun is one: 举行|会谈, 提供|援助, 出席|会晤.
_TAKE_NOUNS = ("convene", "attend", "give", "receive", "sign", "arrive")
_ANNEXES = ("项目", "工程")
_TALKS = ("会谈", "会晤", "磋商", "会面")  # these take no object
_HOLDERS = ("领导人", "首脑", "外长", "国家")
_COPULAS = ("是", "系", "还有")


def nominalise(items: Sequence[Item]) -> list[Item]:
    """Return the items with verbs that are nouns here made nouns, and joined to the noun phrase they end or begin."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        if item.kind == "verb" and _is_asking(item, kept):
            item = item._replace(kind="adverb", entry=None)
        if item.kind == "verb" and item.entry and _is_noun(item.entry, kept, following):
            item = make_noun(item.tokens)
        _add(kept, item)
    return kept


def _add(kept: list[Item], item: Item) -> None:
    """Add an item, joined with those before it where they are one noun phrase."""
    if item.kind == "noun" and len(kept) > 1 and _names_meeting(kept[-2], kept[-1], item):
        verb, noun = kept.pop(), kept.pop()
        kept.append(make_noun((*noun.tokens, *verb.tokens, *item.tokens)))
    elif item.kind == "noun" and kept and kept[-1].kind == "noun" and not _is_quoted(item, kept[-1]):
        kept[-1] = make_noun((*kept[-1].tokens, *item.tokens))
    else:
        kept.append(item)


def _is_quoted(item: Item, talk: Item) -> bool:
    """Tell what is said of a talk, in quotes: 举行的会晤|“至关重要”."""
    return item.tokens[0].text.startswith("“") and talk.tokens[-1].kind == "verb"


def _names_meeting(noun: Item, verb: Item, head: Item) -> bool:
    """Tell a verb inside the name of a meeting: 二十国集团领导人|应对|新冠肺炎特别峰会."""
    held = any(phrase.sort in MEETINGS for phrase in head.phrases)
    plain = verb.entry is not None and verb.entry.governs == "other" and verb.entry.word not in _COPULAS
    return held and plain and verb.kind == "verb" and noun.kind == "noun" and noun.tokens[-1].text in _HOLDERS


def _is_asking(item: Item, before: Sequence[Item]) -> bool:
    """Tell a noun of asking behind whom it comes from: 应老挝政府|请求, 响应世卫组织|呼吁."""
    seen = [one for one in before if one.kind != "adverb"][-2:]
    coverb = seen[0].entry if [one.kind for one in seen] == ["coverb", "noun"] else None
    asks = item.entry is not None and item.entry.governs == "pivot"
    return asks and coverb is not None and (coverb.slot == "inviter" or coverb.word in ("响应", "回应"))


def _is_noun(entry: Entry, before: Sequence[Item], following: Item | None) -> bool:
    behind = following.tokens[0] if following and following.kind == "noun" else None
    if entry.act == "build" and behind and behind.text in _ANNEXES:
        return True  # 医院的升级改造|项目
    if entry.word in read_words("talking") and before and before[-1].kind in ("verb", "adverb"):
        light = next((one.entry for one in reversed(before) if one.kind == "verb"), None)
        return light is not None and light.governs == "light"  # 进行了|讨论
    if not entry.sort:
        return _is_content(entry, before, following)
    if behind and behind.entry and behind.entry.head in ("plain", "echo"):
        return True  # 援助|项目
    if behind and behind.entry and behind.entry.sort == "agreement" and entry.word in _TALKS:
        return True  # 会谈|联合声明
    seen = [one for one in before if one.kind != "adverb"]
    return bool(seen) and _is_noun_behind(entry, seen, following)


def _is_content(entry: Entry, before: Sequence[Item], following: Item | None) -> bool:
    """Tell a plan or promise that the clause before 的 describes: 向马里派医生的|计划."""
    described = bool(before) and before[-1].kind == "de"
    ends = following is None or following.kind not in ("noun", "coverb")
    return described and ends and entry.governs in ("plan", "promise", "control", "pivot")


def _is_noun_behind(entry: Entry, seen: Sequence[Item], following: Item | None) -> bool:
    """Tell a noun of acting by what stands before it: 的, a verb that takes one, or the noun phrase that it ends."""
    by_means = seen[-1].kind == "coverb" and seen[-1].entry is not None and seen[-1].entry.slot == "means"
    if by_means and following is not None and following.kind == "verb":
        return entry.sort == "video_conference"  # 通过视频连线|参加
    if seen[-1].kind == "de":
        quoted = following is not None and following.tokens[0].text.startswith("“")  # 举行的会晤|“至关重要”
        return quoted or not (following and following.kind == "noun" and entry.act in ("meet", "visit"))
    if seen[-1].kind == "verb":  # but 取消|访问美国的行程
        named = following is not None and following.kind == "noun" and following.tokens[0].unit is not None
        return _takes_nouns(seen[-1].entry) and not named
    return seen[-1].kind == "noun" and _ends_noun(entry, seen, following)


def _ends_noun(entry: Entry, seen: Sequence[Item], following: Item | None) -> bool:
    """Tell a verb that is the head of the noun phrase before it: 2800万欧元|捐款, 日本对斐济的口罩|捐赠, 举行中德外长|会谈."""
    noun = seen[-1]
    last = noun.tokens[-1].entry
    if last and last.sort == "money" and entry.sort in ("money", "aid"):
        return True
    if entry.word in _TALKS and _is_ordinal(noun.tokens[-1].text):
        return True  # 中欧领导人第二十五次|会晤
    if entry.word in _TALKS and _is_between(noun):
        return True
    if len(seen) < 2:
        return False
    around = seen[-2]
    if around.kind == "de":
        of_goods = any(phrase.sort == "goods" for phrase in noun.phrases) and entry.sort == "aid"
        measured = following is None and all(token.kind == "text" for token in noun.tokens)  # 不丹的第二批|援助
        return measured or of_goods or entry.word in _TALKS
    return around.kind == "verb" and _takes_nouns(around.entry) and not _names(noun, around)


def _is_between(noun: Item) -> bool:
    """Tell the name of a talk by those who talk and where: 法德柏林|会谈."""
    kinds = [token.unit.kind if token.unit else "" for token in noun.tokens]
    return len(kinds) > 2 and kinds[-1] == "place" and all(kind == "country" for kind in kinds[:-1])


def _is_ordinal(text: str) -> bool:
    return text.startswith(("第", "首")) and text.endswith(("次", "轮", "届", "场"))


def _takes_nouns(entry: Entry | None) -> bool:
    return entry is not None and (entry.act in _TAKE_NOUNS or entry.governs == "light")


def _names(noun: Item, governing: Item) -> bool:
    """Tell "收到中国援助": who gives is named, and what follows may be the verb."""
    act = governing.entry.act if governing.entry else ""
    return act in ("receive", "give", "arrive") and any(token.unit for token in noun.tokens)
