"""The names in a noun phrase: whose it is, where it is posted or goes, and for whom they stand as sides."""

from collections.abc import Sequence
from itertools import zip_longest

from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Unit

# Inside a noun phrase what stands behind these is where a team or gift goes: 中国赴老挝专家组, 中国援尼日尔医疗队.
_MATTERS = ("问题", "事务")
_BOUND_FOR = ("leave", "help")


def split_units(tokens: Sequence[Token]) -> tuple[list[Unit], list[Unit]]:
    """Return the names of those whose it is, and of those where it is posted or goes."""
    owners: list[Unit] = []
    goals: list[Unit] = []
    away = False
    for token, following in zip_longest(tokens, tokens[1:]):
        entry = token.entry
        if token.inside and entry and entry.sort == "agreement":
            owners += token.inside  # 《中俄睦邻友好合作条约》
        if token.unit and following and following.text.startswith(_MATTERS):
            continue  # 联合国也门问题特使
        if token.unit:
            (goals if away else owners).append(token.unit)
        elif entry and (entry.head == "posted" or entry.act in _BOUND_FOR):
            away = True
        elif entry and entry.head == "office":
            away = False
    return owners, goals


def find_last_run(units: Sequence[Unit]) -> list[Unit]:
    """Return the last names that stand without anything between them: 中日韩."""
    run = [units[-1]]
    for unit in reversed(units[:-1]):
        gap = run[0].start - unit.end
        if gap > (run[0].kind == "count") or unit.kind == "place":
            break
        run.insert(0, unit)
    return run


def list_sides(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return for whom names stand; a government acts for its country, whoever acts beside it."""
    sides = (side for one in units for side in ((one.side,) if one.side else one.codes))
    return tuple(dict.fromkeys(side.partition(":")[0] if ":government" in side else side for side in sides))


def list_named(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the sides of all names but cities."""
    return list_sides([one for one in units if one.kind != "place"])


def list_places(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the countries of the cities among some names."""
    return list_sides([one for one in units if one.kind == "place"])
