"""One member of a noun phrase ("中国外长" in "中国外长和两名专家"): what its head is, and for whom and from whom it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.chinese.sides import find_last_run, list_named, list_places, list_sides, split_units
from geo.clauses.frames.chinese.sorts import BUILDINGS, THINGS
from geo.clauses.frames.chinese.tails import drop_tail
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import MEETINGS, Pronoun, Unit
from geo.languages.packs import read_lists

_HEADS = ("office", "local", "firms", "foundations", "individuals", "groups", "collective")
# So much of what only goods are counted in: 500吨椰枣.
_MEASURED = re.compile(
    r"""
    (?:约|近|逾|超过|总重|重达|首批)? [\d.,一二两三四五六七八九十数几]+ [余多百千万]{0,3}
    (?:公?吨|公斤|千克|集装箱|卡车|[箱台辆架艘顶套支盒袋瓶桶罐]) (?:的)? [^\d]{1,10}
    """,
    re.VERBOSE,
)
_PLAIN_SIDES = ("office", "collective")


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
    kept = drop_tail(tokens)
    if not kept:
        return Member()
    owners, goals = split_units(kept)
    if _is_titled(kept):
        return _read_actor(kept[:-1], owners[:-1])  # 北约秘书长|吕特 speaks for NATO, whoever he was before
    if kept[-1].unit:
        return _read_name(kept[-1].unit, owners)
    known = _read_known(kept, owners, goals) if kept[-1].entry else None
    return known or _read_unknown(kept[-1], owners, goals)


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Tell a person behind an office that names whose it is."""
    if len(tokens) < 3 or not tokens[-1].unit or tokens[-1].unit.kind != "person":
        return False
    office = tokens[-2].entry
    named = tokens[-3].unit is not None and tokens[-3].unit.kind in ("country", "organisation")
    return named and office is not None and office.head == "office"


def _read_known(tokens: Sequence[Token], owners: Sequence[Unit], goals: Sequence[Unit]) -> Member | None:
    """Return what a member says whose head our lexicon knows: a thing, an office, a pronoun."""
    last, entry = tokens[-1], tokens[-1].entry
    if tokens[0].kind == "pronoun" and last.text in read_words("staff"):
        return Member(last.text, pronoun=_name_pronoun(tokens[0]), actor=True)  # 该组织|工作|人员
    if entry is None:
        return None
    if entry.sort and entry.kind in ("noun", "verb"):
        return _read_thing(tokens, owners, goals)
    if entry.head in ("groups", "givers") and not owners:
        return Member(last.text, counted=True, actor=True)
    if entry.head in _HEADS or (entry.kind == "pronoun" and owners):
        return _read_actor(tokens, owners)._replace(goals=list_named(goals))
    return Member(last.text, pronoun=_name_pronoun(last), actor=True) if entry.kind == "pronoun" else None


def _read_unknown(last: Token, owners: Sequence[Unit], goals: Sequence[Unit]) -> Member:
    """Return what a member says by how its unknown head ends: 救援队伍, 公安部; of 苏丹难民 the nation says nothing."""
    text = last.text
    sort = _find_sort(text) if last.kind == "text" and not last.entry else ""
    if sort:
        return _read_sort(text, sort, owners, goals)
    kind = _find_suffix(text) if last.kind == "text" and not last.entry else ""
    if kind and owners and owners[-1].kind != "region":
        return _name_actor(text, kind, owners)
    meant = owners[:-1] if text.endswith(tuple(read_words("strangers"))) else owners
    return Member(text, owners=list_named(meant), goals=list_named(goals), places=list_places(meant))


def _read_name(unit: Unit, owners: Sequence[Unit]) -> Member:
    counted = unit.kind == "count"
    if unit.kind == "place":
        return Member(places=unit.codes, head="capital" if unit.capital else "place", bare=True)
    together = find_last_run([*owners]) if owners and owners[-1] is unit else [unit]
    if unit.kind == "person" and len(together) > 1:
        together = [unit]
    return Member(
        "person" if unit.kind == "person" else "",
        parties=list_sides(together),
        counted=counted or any(one.kind == "count" for one in together),
        bare=unit.kind != "person",
        actor=unit.kind == "person",
    )


def _read_actor(tokens: Sequence[Token], owners: Sequence[Unit]) -> Member:
    """Return an office or body with those for whom it speaks: of several names the last ones, 联合国秘书长 after 葡萄牙前总理."""
    head = tokens[-1]
    kind = head.entry.head if head.entry else ""
    pronoun = next((_name_pronoun(token) for token in tokens if token.kind == "pronoun"), None)
    if not owners:
        return Member(head.text, pronoun=pronoun, actor=True)
    return _name_actor(head.text, kind, owners)


def _name_actor(head: str, kind: str, owners: Sequence[Unit]) -> Member:
    run = find_last_run(owners)
    suffix = "" if kind in _PLAIN_SIDES or not kind else f":{kind}"
    sides = tuple(dict.fromkeys(side if ":" in side else side + suffix for side in list_sides(run)))
    return Member(head, parties=sides, counted=any(one.kind == "count" for one in run), actor=True)


def _find_suffix(text: str) -> str:
    """Return for whom the name of a body speaks, by how it ends; empty where it is no body."""
    suffixes = read_lists("zh", "things", "suffixes")
    return next((kind for kind, ends in suffixes.items() if len(text) > 1 and text.endswith(tuple(ends))), "")


def _find_sort(text: str) -> str:
    """Return the sort of an unknown thing by how its name ends: 救援队伍, 深海探测设备."""
    suffixes = read_lists("zh", "things", "sort_suffixes")
    if _MEASURED.fullmatch(text):
        return "goods"
    return next((sort for sort, ends in suffixes.items() if text.endswith(tuple(ends))), "")


def _read_sort(head: str, sort: str, owners: Sequence[Unit], goals: Sequence[Unit]) -> Member:
    whose = list_named(owners)
    return Member(head, sort, whose if sort == "team" else (), whose, list_sides(goals), list_places(owners))


def _read_thing(tokens: Sequence[Token], owners: Sequence[Unit], goals: Sequence[Unit]) -> Member:
    entry = tokens[-1].entry
    sort = _name_sort(tokens)
    whose, where = list_named(owners), list_places(owners)
    if sort in BUILDINGS:
        if tokens[0].kind == "pronoun":
            return Member(tokens[-1].text, pronoun=_name_pronoun(tokens[0]), actor=True)
        if goals:
            return Member(tokens[-1].text, sort, owners=whose, goals=list_named(goals), places=where)
        return Member(tokens[-1].text, sort, places=(*whose, *where))
    if sort in MEETINGS and _is_matter(tokens):
        whose = whose[1:]
    whose = expand_forums(whose, "".join(token.text for token in tokens))
    ours = not whose and sort in THINGS and _name_pronoun(tokens[0]) == "ours"
    counted = any(one.kind == "count" for one in owners) or (sort in MEETINGS and _is_of_members(tokens, whose))
    counted = counted or (sort == "agreement" and not whose and _is_of_many(tokens))
    parties = whose if sort == "team" else ()
    return Member(
        entry.word if entry else "", sort, parties, whose, list_sides(goals), where, counted, "ours" if ours else None
    )


def _is_matter(tokens: Sequence[Token]) -> bool:
    """Tell a country that a meeting is about: 乌克兰|和平|峰会."""
    first = tokens[0].unit
    about = len(tokens) > 1 and tokens[1].text.startswith(tuple(read_words("matters")))
    return about and first is not None and first.kind == "country"


def _is_of_many(tokens: Sequence[Token]) -> bool:
    """Tell a treaty that countries join from an agreement of two."""
    return "".join(token.text for token in tokens).rstrip("》").endswith(tuple(read_words("treaties")))


def _is_of_members(tokens: Sequence[Token], owners: tuple[str, ...]) -> bool:
    """Tell a meeting of an organisation's members: 东盟外长会议."""
    name = "".join(token.text for token in tokens)
    return len(owners) == 1 and owners[0].startswith("org:") and any(word in name for word in read_words("members"))


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


def _name_pronoun(token: Token) -> Pronoun | None:
    slot = token.entry.slot if token.entry else ""
    return next((one for one in ("it", "they", "both", "ours", "other") if one == slot), None)
