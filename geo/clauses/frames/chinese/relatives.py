"""What stands before 的: relative clauses and possessors, each taken into the noun phrase that it describes."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.descriptions import describe
from geo.clauses.frames.chinese.items import Item, make_noun
from geo.clauses.frames.chinese.relative_bounds import find_start, is_copula


def resolve_relatives(items: Sequence[Item]) -> list[Item]:
    """Return the items with every 的 resolved, from left to right."""
    left: list[Item] = []
    rest = list(items)
    while rest:
        item = rest.pop(0)
        if item.kind != "de":
            left.append(item)
            continue
        rest = _drop_having(rest)
        cleft = False
        while rest and (rest[0].kind in ("adverb", "de") or is_copula(rest[0])):
            if is_copula(rest.pop(0)):
                rest, cleft = resolve_relatives(rest), True
        if rest and rest[0].kind == "noun" and left:
            head = rest.pop(0)
            left = _attach(left, _stress(head) if cleft else head, rest)
    return left


def _stress(head: Item) -> Item:
    """Return what 的是 stresses as the one who acts: "给汤加送水的是新西兰军舰"."""
    acting = (one if one.parties or one.sort else one._replace(parties=one.owners) for one in head.phrases)
    return head._replace(phrases=tuple(acting))


def _drop_having(rest: list[Item]) -> list[Item]:
    """Return the items behind 的 without 有: "同机抵达的有|中国捐赠的物资", where what came has clauses of its own."""
    first = rest[0].tokens if rest and rest[0].kind == "noun" else ()
    if len(first) < 2 or first[0].text != "有":
        return rest
    return resolve_relatives([make_noun(first[1:], rest[0].inner), *rest[1:]])


def _attach(left: list[Item], head: Item, rest: Sequence[Item]) -> list[Item]:
    """Return the items before a head with what describes it taken into it."""
    start = find_start(left, head, rest)
    if start is not None:
        return [*left[:start], describe(left[start:], head)]
    last = left[-1]
    if last.kind != "noun":
        return [*left, head]
    noun = make_noun((*last.tokens, *head.tokens), (*last.inner, *head.inner))
    if not any(phrase.sort for phrase in noun.phrases) and any(phrase.sort for phrase in head.phrases):
        noun = head
    return [*left[:-1], noun]
