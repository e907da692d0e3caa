"""Where the relative clause before 的 begins, and whether there is one at all."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.items import Item
from geo.clauses.frames.chinese.lexicon import Entry, read_words
from geo.clauses.frames.chinese.sorts import GIVING, THINGS
from geo.clauses.frames.records import MEETINGS

# A noun behind these verbs is where somebody is, goes or is busy, and no possessor.
_REACHING = ("leave", "arrive", "visit", "help", "attend")
_NEEDING = ("meet", "receive", "attend", "give", "send")
_VISITING = ("访", "来", "访问", "到访")
# What becomes of "日本对斐济的援助" behind it; other verbs are what is done to 斐济的….
_AFTER_NAMES = ("arrive", "leave", "sign", "convene", "build")
_NOUN_SORTS = MEETINGS | {"agreement", "visit", "aid", "call"}


def find_start(left: Sequence[Item], head: Item, rest: Sequence[Item]) -> int | None:
    """Return where the relative clause before a head begins; None where a possessor or nothing stands there."""
    place = _skip(left, len(left) - 1)
    if place < 0:
        return None
    if left[place].kind == "verb":
        return _walk_back(left, place, rest)
    before = _skip(left, place - 1) if left[place].kind == "noun" else -1
    if before >= 0 and left[before].kind == "coverb":
        return _read_coverb(left, before, head, rest)
    is_verb = before >= 0 and left[before].kind == "verb"
    return _walk_back(left, before, rest) if is_verb and _is_relative(left, before, place, head, rest) else None


def is_copula(item: Item) -> bool:
    """Tell 还有 and 是 behind 的: "同机抵达的还有一批物资" says what arrived."""
    return item.entry is not None and item.entry.word in read_words("copulas")


def _skip(items: Sequence[Item], place: int) -> int:
    while place >= 0 and items[place].kind == "adverb":
        place -= 1
    return place


def _read_coverb(left: Sequence[Item], place: int, head: Item, rest: Sequence[Item]) -> int | None:
    """Return where "日本对斐济的" begins before a noun of acting, and "来自中国的" before a thing."""
    entry = left[place].entry
    word = entry.word if entry else ""
    stationed = word == "在" and {phrase.sort for phrase in head.phrases} == {"team"}
    if stationed and place > 0 and left[place - 1].kind == "noun":
        return place - 1
    headed = word == "以" and left[-1].tokens[-1].text.endswith(tuple(read_words("headed")))
    if headed or word in ("来自", "自"):
        return place
    sorts = {phrase.sort for phrase in head.phrases} - {None}
    following = next((item.entry for item in rest if item.kind == "verb" and item.entry), None)
    judged = following is not None and (following.act not in _AFTER_NAMES or following.governs in ("say", "pivot"))
    ended = sorts == {"visit"} and following is not None and following.word in read_words("ending")
    carried = sorts == {"visit"} and place > 0 and _is_light(left[place - 1].entry)
    if word in ("对", "向", "给", "同", "与") and sorts and (ended or carried or not judged):
        before = place - 1
        return before if before >= 0 and left[before].kind == "noun" else place
    return None


def _is_light(entry: Entry | None) -> bool:
    """Tell a verb whose noun says what is done: 结束|对越南的访问|回国."""
    return entry is not None and entry.governs == "light"


def _is_relative(left: Sequence[Item], verb: int, noun: int, head: Item, rest: Sequence[Item]) -> bool:
    """Tell "抵达秘鲁的医疗队" from "收到挪威政府的口罩"."""
    entry = left[verb].entry
    if entry is None:
        return False
    before = _skip(left, verb - 1)
    if before >= 0 and entry.act != "receive" and _wants_noun(left[before]):
        return True
    if entry.word in _VISITING:
        return True
    if entry.governs == "light" and entry.act in ("", "convene", "attend"):
        return not _has_sort(head, _NOUN_SORTS)
    if entry.act in (*GIVING, "arrive", "leave", "visit", "attend") or entry.to or entry.governs == "come":
        return _gives_or_goes(entry, left, verb, noun, head, rest)
    named = any(token.unit for token in left[noun].tokens)
    return entry.governs == "other" and not named and any(phrase.sort or phrase.parties for phrase in head.phrases)


def _gives_or_goes(entry: Entry, left: Sequence[Item], verb: int, noun: int, head: Item, rest: Sequence[Item]) -> bool:
    """Tell a relative clause of giving or going by what it gives, and what the head is."""
    goes_on = any(item.kind == "verb" for item in rest)
    named = any(token.unit for token in left[noun].tokens)
    if entry.to and entry.act == "give" and not goes_on and _skip(left, verb - 1) >= 0:
        return any(is_copula(item) for item in left[:verb])  # else 把冰箱分给了利比里亚的诊所
    if entry.act in _REACHING or entry.to or entry.governs == "come":
        return _has_sort(head, THINGS) or any(phrase.parties for phrase in head.phrases) or not named
    if entry.act == "give" and goes_on and all(token.unit for token in left[noun].tokens) and _has_sort(head, THINGS):
        return True  # 赠送赞比亚的农业机械|交接
    gives = _has_sort(left[noun], THINGS) and not any(phrase.sort for phrase in head.phrases)
    return gives or _has_sort(head, frozenset({"agreement"}))


def _has_sort(item: Item, sorts: frozenset[str]) -> bool:
    return any(phrase.sort in sorts for phrase in item.phrases)


def _wants_noun(item: Item) -> bool:
    """Tell a coverb or verb that needs a noun behind it, where a verb follows: 会见|来访的, 同|来华的."""
    entry = item.entry
    needs = entry is not None and (entry.act in _NEEDING or entry.governs == "pivot")
    return item.kind == "coverb" or (item.kind == "verb" and needs)


def _walk_back(left: Sequence[Item], verb: int, rest: Sequence[Item]) -> int:
    """Return where the clause of a verb before 的 begins: its coverb phrases, verbs of going before it, one subject."""
    place = verb
    while (before := _skip(left, place - 1)) >= 0:
        if left[before].kind != "noun":
            if not _is_series(left[before]):
                return place
            place = before
            continue
        ahead = _skip(left, before - 1)
        if ahead >= 0 and left[ahead].kind == "coverb" and not _belongs(left[ahead], left[verb], rest):
            return before if _governs_clause(left[ahead]) else place
        if ahead < 0 or not (left[ahead].kind == "coverb" or _is_series(left[ahead])) or _declines(left[ahead]):
            return before
        place = ahead
    return place


def _is_series(item: Item) -> bool:
    """Tell a verb that goes with the one behind it: 来华|访问, 计划|提供, 出资|援建."""
    entry = item.entry
    return (
        item.kind == "verb"
        and entry is not None
        and (entry.governs in ("come", "control") or entry.act in ("leave", "fund"))
    )


def _declines(item: Item) -> bool:
    """Tell a verb whose object is all that stands behind it: 婉拒|法国提供的援助."""
    return item.entry is not None and item.entry.word in read_words("declining")


def _governs_clause(coverb: Item) -> bool:
    """Tell a coverb whose noun is the subject of the relative clause: "对美国提供的援助表示感谢"."""
    return coverb.entry is not None and coverb.entry.word in read_words("around")


def _belongs(coverb: Item, verb: Item, rest: Sequence[Item]) -> bool:
    """Tell whether a coverb phrase is part of the relative clause behind it, and not of the clause around it."""
    word = coverb.entry.word if coverb.entry else ""
    if word == "对" and verb.entry is not None and verb.entry.act == "visit":
        return True  # 正在对|越南|访问的
    if word in ("对", "就"):
        return not any(item.kind == "verb" for item in rest)
    return word in read_words("within")
