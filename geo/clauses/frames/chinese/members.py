"""One member of a noun phrase ("中国外长" in "中国外长和两名专家"): what its head is, and for whom and from whom it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Pronoun
from geo.clauses.frames.units import Unit
from geo.languages.packs import read_lists

# What ends a list of names or follows a head without being one: 等国, 一行12人, 10名成员, 在内.
_TAIL = re.compile(
    r"等?(?:多个?|各|有关|其他|\d{1,3}个?|[两二三四五六七八九十]{1,3}个?)?(?:成员|主要|沿线)?(?:国家|国际|国|地区|地|方|人)?(?:在内)?|[上下中里内间]|一行\d*人?|(?:一行)?\d+[名多余]{0,2}[^\d]{0,4}|三方|两方|多方"
)
# Whose nation stands before them is not who is meant: 乍得的苏丹难民.
_STRANGERS = ("难民", "移民", "侨民", "游客", "旅客", "留学生")
_NAME = 12  # characters of a person's name behind an office
_GIFTS = ("goods", "team", "aid", "laboratory", "hospital")
_PLACED = ("laboratory", "hospital")
_HEADS = ("office", "local", "firms", "foundations", "individuals", "collective")
_PLAIN_SIDES = ("office", "collective")
# Behind a hospital or laboratory these are no heads: 友谊医院项目.
_ANNEXES = ("项目", "工程", "大楼", "新楼", "手中", "境内", "地区")
# Inside a noun phrase what stands behind these is where a team or gift goes: 中国赴老挝专家组, 中国援尼日尔医疗队.
_BOUND_FOR = ("leave", "help")


class Member(NamedTuple):
    """What a member says; `bare` tells a name alone, which may belong to the thing behind it (日本和泰国的口罩), `actor` an office or body."""

    head: str = ""
    sort: str | None = None
    parties: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counted: bool = False
    pronoun: Pronoun | None = None
    bare: bool = False
    actor: bool = False


def read_member(tokens: Sequence[Token]) -> Member:
    """Return what one member of a noun phrase says."""
    kept = _drop_tail(tokens)
    if not kept:
        return Member()
    last = kept[-1]
    owners, goals = _split_units(kept)
    if last.unit:
        return _read_name(last.unit, owners)
    entry = last.entry
    if entry and entry.sort and entry.kind in ("noun", "verb"):
        return _read_thing(kept, owners, goals)
    if entry and entry.head in _HEADS:
        return _read_actor(kept, owners)
    if entry and entry.kind == "pronoun" and owners:
        return _read_actor(kept, owners)
    if entry and entry.kind == "pronoun":
        return Member(last.text, pronoun=_name_pronoun(last), actor=True)
    sort = _find_sort(last.text) if last.kind == "text" and not entry else ""
    if sort:
        return _read_sort(last.text, sort, owners, goals)
    kind = _find_suffix(last.text) if last.kind == "text" and not entry else ""
    if kind and owners:
        return _name_actor(last.text, kind, owners)
    if last.text.endswith(_STRANGERS):
        owners = owners[:-1]
    return Member(last.text, owners=_list_codes(owners), goals=_list_codes(goals), places=_list_places(owners))


def _drop_tail(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens up to the head: without a person's name behind an office, and without 等国 and its like."""
    kept = list(tokens)
    while len(kept) > 1 and _ends_in_tail(kept):
        kept.pop()
    return kept


def _ends_in_tail(tokens: Sequence[Token]) -> bool:
    last, before = tokens[-1], tokens[-2]
    if last.entry and last.entry.sort == "ceremony":
        return any(token.entry and token.entry.sort in _GIFTS for token in tokens[:-1])
    if last.entry and last.entry.act == "build" and last.kind == "verb":
        return True
    if last.text in _ANNEXES and before.entry and before.entry.act == "build":
        return True
    if last.text in _ANNEXES:
        return bool(before.entry and before.entry.sort in _PLACED)
    return last.kind == "text" and not last.entry and _is_tail(before, last.text)


def _is_tail(before: Token, text: str) -> bool:
    holds = before.unit.kind == "person" if before.unit else bool(before.entry and before.entry.head == "office")
    if holds and len(text) <= _NAME:
        return True
    return _TAIL.fullmatch(text) is not None


def _split_units(tokens: Sequence[Token]) -> tuple[list[Unit], list[Unit]]:
    """Return the names of those whose it is, and of those where it is posted or goes."""
    owners: list[Unit] = []
    goals: list[Unit] = []
    away = False
    for token in tokens:
        entry = token.entry
        if token.unit:
            (goals if away else owners).append(token.unit)
        elif entry and (entry.head == "posted" or entry.act in _BOUND_FOR):
            away = True
        elif entry and entry.head == "office":
            away = False
    return owners, goals


def _read_name(unit: Unit, owners: Sequence[Unit]) -> Member:
    counted = unit.kind == "count"
    if unit.kind == "place":
        return Member(places=unit.codes, head="place", bare=True)
    together = [one for one in _last_run([*owners])] if owners and owners[-1] is unit else [unit]
    if unit.kind == "person" and len(together) > 1:
        together = [unit]
    return Member(
        parties=_list_sides(together),
        counted=counted or any(one.kind == "count" for one in together),
        bare=unit.kind != "person",
    )


def _last_run(units: Sequence[Unit]) -> list[Unit]:
    """Return the last names that stand without anything between them: 中日韩."""
    run = [units[-1]]
    for unit in reversed(units[:-1]):
        gap = run[0].start - unit.end
        if gap > (run[0].kind == "count") or unit.kind == "place":
            break
        run.insert(0, unit)
    return run


def _read_actor(tokens: Sequence[Token], owners: Sequence[Unit]) -> Member:
    """Return an office or body with those for whom it speaks: of several names the last ones, 联合国秘书长 after 葡萄牙前总理."""
    head = tokens[-1]
    kind = head.entry.head if head.entry else ""
    pronoun = next((_name_pronoun(token) for token in tokens if token.kind == "pronoun"), None)
    if not owners:
        return Member(head.text, pronoun=pronoun, actor=True)
    return _name_actor(head.text, kind, owners)


def _name_actor(head: str, kind: str, owners: Sequence[Unit]) -> Member:
    run = _last_run(owners)
    suffix = "" if kind in _PLAIN_SIDES or not kind else f":{kind}"
    sides = tuple(dict.fromkeys(side if ":" in side else side + suffix for side in _list_sides(run)))
    return Member(head, parties=sides, counted=any(one.kind == "count" for one in run), actor=True)


def _find_suffix(text: str) -> str:
    """Return for whom the name of a body speaks, by how it ends; empty where it is no body."""
    suffixes = read_lists("zh", "things", "suffixes")
    return next((kind for kind, ends in suffixes.items() if len(text) > 1 and text.endswith(tuple(ends))), "")


def _find_sort(text: str) -> str:
    """Return the sort of an unknown thing by how its name ends: 救援队伍, 深海探测设备."""
    suffixes = read_lists("zh", "things", "sort_suffixes")
    return next((sort for sort, ends in suffixes.items() if text.endswith(tuple(ends))), "")


def _read_sort(head: str, sort: str, owners: Sequence[Unit], goals: Sequence[Unit]) -> Member:
    whose = _list_codes(owners)
    return Member(head, sort, whose if sort == "team" else (), whose, _list_all(goals), _list_places(owners))


def _read_thing(tokens: Sequence[Token], owners: Sequence[Unit], goals: Sequence[Unit]) -> Member:
    entry = tokens[-1].entry
    sort = _name_sort(tokens)
    whose, where = _list_codes(owners), _list_places(owners)
    if sort in _PLACED:
        if tokens[0].kind == "pronoun":
            return Member(tokens[-1].text, pronoun=_name_pronoun(tokens[0]), actor=True)
        if goals:
            return Member(tokens[-1].text, sort, owners=whose, goals=_list_codes(goals), places=where)
        return Member(tokens[-1].text, sort, places=(*whose, *where))
    whose = expand_forums(whose, "".join(token.text for token in tokens))
    counted = any(one.kind == "count" for one in owners)
    parties = whose if sort == "team" else ()
    return Member(entry.word if entry else "", sort, parties, whose, _list_all(goals), where, counted)


def expand_forums(owners: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return the parties whom a forum's own name tells, in place of the forum: 中非合作论坛."""
    for forum, parties in read_lists("zh", "clauses", "forums").items():
        if forum in name:
            return tuple(parties)
    return owners


def _name_sort(tokens: Sequence[Token]) -> str | None:
    """Return the sort of the head; words before it tell a summit, a conference by video, and help in money."""
    entry = tokens[-1].entry
    sort = entry.sort if entry else None
    before = "".join(token.text for token in tokens)
    if sort == "meeting" and any(word in before for word in ("领导人", "首脑", "元首")):
        return "summit"
    if sort == "meeting" and any(word in before for word in ("视频", "远程", "网络", "线上", "云")):
        return "video_conference"
    if sort == "aid":
        before_head = [token.entry.sort for token in tokens[:-1] if token.entry]
        return next((given for given in ("money", "goods") if given in before_head), sort)
    return sort


def _list_sides(units: Sequence[Unit]) -> tuple[str, ...]:
    sides = (side for one in units for side in ((one.side,) if one.side else one.codes))
    return tuple(dict.fromkeys(side.partition(":")[0] if ":government" in side else side for side in sides))


def _list_codes(units: Sequence[Unit]) -> tuple[str, ...]:
    return _list_sides([one for one in units if one.kind != "place"])


def _list_places(units: Sequence[Unit]) -> tuple[str, ...]:
    return _list_sides([one for one in units if one.kind == "place"])


def _list_all(units: Sequence[Unit]) -> tuple[str, ...]:
    return _list_sides(units)


def _name_pronoun(token: Token) -> Pronoun | None:
    slot = token.entry.slot if token.entry else ""
    return next((one for one in ("it", "they", "both", "ours", "other") if one == slot), None)
