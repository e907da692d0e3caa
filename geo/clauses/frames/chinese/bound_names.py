"""Names of teams and gifts that hold a verb: whose they are and for whom, as one noun phrase."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.items import Item, make_noun

_GIFTS = ("goods", "team", "aid", "money", "laboratory", "hospital")
# 援 and 赴 bind always, 援助 and its like only where another verb tells what became of it.
_ALWAYS = ("援", "赴")
_BINDING = ("help", "leave")
_FOLLOWING = ("arrive", "leave", "build", "convene", "give")


def join_bound(items: Sequence[Item]) -> list[Item]:
    """Return the items with a team's or gift's full name as one: 中国|援|尼日尔医疗队, 中国|援助|埃及首批物资|运抵."""
    joined: list[Item] = []
    for place, item in enumerate(items):
        bound = joined[-1] if joined else None
        following = next((one for one in items[place + 1 :] if one.kind not in ("adverb", "coverb", "noun")), None)
        if bound and item.kind == "noun" and _is_bound(bound, item, following):
            joined.pop()
            before = joined.pop().tokens if joined and joined[-1].kind == "noun" else ()
            item = make_noun((*before, *bound.tokens, *item.tokens))
        joined.append(item)
    return joined


def _is_bound(verb: Item, noun: Item, following: Item | None) -> bool:
    entry = verb.entry
    things = any(phrase.sort in _GIFTS for phrase in noun.phrases)
    if verb.kind != "verb" or entry is None or not things or noun.tokens[0].unit is None:
        return False
    act = following.entry.act if following and following.entry else ""
    moves = following is not None and (following.kind == "de" or act in _FOLLOWING)
    return entry.word in _ALWAYS or (entry.act in _BINDING and moves)
