"""Chinese short forms as patterns: one character is a country only in a frame (访X, X方) or a group (中日韩).

The characters, frames, groups and ordinary words are tables of data/names; see its README.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.rows import Row, read_rows
from geo.names.patterns import Check, Emission, Pattern, Role
from geo.names.word_edges import read_own_words

_CHINESE = frozenset({"zh"})
_CHINA = "中"
_NO_PAIRS = frozenset("中华港台")
# 非 before or after 、 is a "not" more often than Africa.
_NOT_LISTED = "非"
_CONTINENTS = frozenset("亚拉")


class Short(NamedTuple):
    """A short character: the codes it may stand for, and how sure it is.

    `usual` is its code where the text names none of them, `partner` its code beside 中. With the support
    "named" the text must also name the country in full, with "pairs" only where it stands in a pair. `frames` lists
    the frames it is read in, empty for all.
    """

    character: str
    codes: tuple[str, ...]
    usual: str | None
    partner: str | None
    support: str
    frames: frozenset[str]


class Frame(NamedTuple):
    """A frame, X marking the place of the character, and who may stand there."""

    form: str
    place: str
    who: frozenset[str]


def make_short_forms(names: Iterable[str]) -> Iterator[Pattern]:
    """Yield the patterns of groups, frames and pairs; `names` are those of Chinese."""
    shorts = read_shorts()
    yield from _make_groups(shorts)
    named = frozenset(names)
    # 印尼两国 counts Indonesia among two, and is not India and another country.
    yield from (pattern for pattern in _make_pairs(shorts) if pattern.text.removesuffix("两国") not in named)
    ordinary = {word for word, count in read_own_words().items() if not count}
    yield from (pattern for pattern in _make_frames(shorts) if pattern.text not in ordinary)
    yield from _make_both(shorts)


@cache
def read_tails() -> frozenset[str]:
    """Return what follows two countries named by their short forms, as 关系 follows 中美."""
    return frozenset(read_rows(find_data_folder() / "names" / "zh_tails.csv", lambda row: row["tail"]))


@cache
def read_shorts() -> dict[str, Short]:
    """Return the short characters in the order of their table."""
    rows: dict[str, list[Row]] = {}
    for row in read_rows(find_data_folder() / "names" / "zh_short.csv", dict):
        rows.setdefault(row["character"], []).append(row)
    return {character: _make_short(character, group) for character, group in rows.items()}


def _make_short(character: str, rows: list[Row]) -> Short:
    """Return the character of a few rows."""
    standing = {row["standing"]: row["code"] for row in rows}
    usual = standing.get("sole") or standing.get("usual")
    frames = frozenset(rows[0]["frames"].split())
    codes = tuple(row["code"] for row in rows)
    return Short(character, codes, usual, usual or standing.get("partner"), rows[0]["support"], frames)


def _make_emission(short: Short, place: int, *, beside_china: bool = False) -> Emission:
    """Return the mention of a short character at a place of its pattern."""
    usual = short.partner if beside_china else short.usual
    return Emission(place, place + len(short.character), short.codes, usual, "frame")


def _make_groups(shorts: dict[str, Short]) -> Iterator[Pattern]:
    """Yield the reviewed groups, and X、Y of the characters that are sure."""
    for row in _read_groups():
        check: Check = "named" if row["support"] == "named" else ""
        group = row["group"].replace(" ", "")
        emissions = _place_group(row["group"], row["codes"].split(), shorts)
        code, stop = row["listed"], len(group)
        listed = (Emission(0, stop, (code,), code, "short"),) if code else ()
        yield Pattern(group, "group", emissions, _CHINESE, check=check, otherwise=listed)
    sure = [short for short in shorts.values() if _is_sure(short) and short.character != _NOT_LISTED]
    sure.append(shorts[_CHINA])
    for first, second, both in _pair(sure, sure, 2):
        if first is not second:
            yield Pattern(f"{first.character}、{second.character}", "list", both, _CHINESE)


def _pair(
    firsts: Sequence[Short], seconds: Sequence[Short], place: int
) -> Iterator[tuple[Short, Short, tuple[Emission, Emission]]]:
    """Yield every first and second character with their mentions; `place` is where the second one stands."""
    # Made once a character and not once a pair: there are twenty thousand pairs.
    ends = [(second, _make_emission(second, place)) for second in seconds]
    for first in firsts:
        start = _make_emission(first, 0)
        for second, end in ends:
            yield first, second, (start, end)


def _place_group(group: str, codes: list[str], shorts: dict[str, Short]) -> tuple[Emission, ...]:
    """Return the mentions of a group: each code has a character, those of the home country stand first without one.

    Members that are longer are parted by spaces: 中 印尼.
    """
    if " " in group:
        return tuple(_place_members(group.split(), codes))
    places = [place for place, character in enumerate(group) if character in shorts or character in _CONTINENTS]
    places = places[-len(codes) :]
    if len(places) < len(codes):
        return tuple(Emission(0, len(group), (code,), code, "frame") for code in codes)
    return tuple(
        _make_grouped(shorts.get(group[place]), place, code) for place, code in zip(places, codes, strict=True)
    )


def _place_members(members: list[str], codes: list[str]) -> Iterator[Emission]:
    """Yield the mention of each member of a group, one after the other."""
    start = 0
    for member, code in zip(members, codes, strict=True):
        yield Emission(start, start + len(member), (code,), code, "frame")
        start += len(member)


def _is_sure(short: Short) -> bool:
    """Tell whether a character needs no support and has one usual meaning."""
    return not short.support and not short.frames and short.usual is not None and len(short.character) == 1


def _make_grouped(short: Short | None, place: int, code: str) -> Emission:
    """Return the mention of a member of a group; where the character is ambiguous, the row only says what is usual."""
    codes = short.codes if short and len(short.codes) > 1 and code in short.codes else (code,)
    return Emission(place, place + 1, codes, code, "frame")


def _make_pairs(shorts: dict[str, Short]) -> Iterator[Pattern]:
    """Yield 中X and X中 for every character, and XY两国 for every two."""
    china = _make_emission(shorts[_CHINA], 0)
    others = [short for short in shorts.values() if len(short.character) == 1 and short.character not in _NO_PAIRS]
    for short in others:
        check: Check = "named" if short.support else ""
        after = (china, _make_emission(short, 1, beside_china=True))
        before = (_make_emission(short, 0, beside_china=True), china._replace(start=1, end=2))
        yield Pattern(_CHINA + short.character, "group", after, _CHINESE, check=check)
        yield Pattern(short.character + _CHINA, "group", before, _CHINESE, check="named")
    yield from _make_both_countries(others)


def _make_both_countries(shorts: list[Short]) -> Iterator[Pattern]:
    """Yield XY两国 for every two characters that are no reviewed group."""
    reviewed = {row["group"].replace(" ", "") for row in _read_groups()}
    for first, second, both in _pair(shorts, shorts, 1):
        if first is not second and first.character + second.character not in reviewed:
            yield Pattern(f"{first.character}{second.character}两国", "after", both, _CHINESE)


def _make_frames(shorts: dict[str, Short]) -> Iterator[Pattern]:
    """Yield every frame with every character that may stand in it."""
    for frame in _read_frames():
        place = frame.form.index("X")
        for short in shorts.values():
            if _may_stand(short, frame):
                check: Check = "named" if short.support == "named" else ""
                text = frame.form.replace("X", short.character)
                emissions = [_make_emission(short, place)]
                if frame.form.endswith("华"):
                    emissions.append(Emission(len(text) - 1, len(text), ("CHN",), "CHN", "frame"))
                role: Role = "before" if frame.place == "prefix" else "after"
                yield Pattern(text, role, tuple(emissions), _CHINESE, check=check)


def _make_both(shorts: dict[str, Short]) -> Iterator[Pattern]:
    """Yield X对Y of characters that are sure, and of 华 and 台 as the second."""
    sure = [short for short in shorts.values() if _is_sure(short)]
    for first, second, both in _pair(sure, [*sure, *(shorts[character] for character in "华台")], 2):
        yield Pattern(f"{first.character}对{second.character}", "before", both, _CHINESE)


@cache
def _read_groups() -> tuple[Row, ...]:
    """Return the rows of the reviewed groups."""
    return tuple(read_rows(find_data_folder() / "names" / "zh_groups.csv", dict))


@cache
def _read_frames() -> tuple[Frame, ...]:
    """Return the frames of their table."""
    rows = read_rows(find_data_folder() / "names" / "zh_frames.csv", dict)
    return tuple(Frame(row["frame"], row["place"], frozenset(row["who"].split())) for row in rows)


def _may_stand(short: Short, frame: Frame) -> bool:
    """Tell whether a character may stand in a frame."""
    fixed = frame.form.replace("X", "")
    if short.frames and frame.place not in short.frames:
        return fixed in short.frames
    if "listed" in frame.who:
        return False
    if "strong" in frame.who and short.support != "named" and short.usual is not None:
        return True
    return not frame.who or short.character in frame.who
