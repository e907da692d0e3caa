"""What a stated regional breakdown shows: its parts, their sum, the stated total and the shares of each region."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from geo.base.errors import UnknownCode
from geo.base.intervals import Verdict, add_intervals, find_interval, judge
from geo.base.records import Bound
from geo.charts.appearance import Labels, Look
from geo.charts.inks import blend, choose_ink
from geo.charts.numbers import write_bounded, write_number
from geo.charts.palettes import palette, spread
from geo.charts.scopes import add_scope
from geo.maps.boundaries import Point
from geo.maps.group_labels import find_middles
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.places import name_place
from geo.reference.relations import list_relations

# The one giver whose diplomatic relations data/relations.csv holds.
_GIVER_OF_RELATIONS = "CHN"
# What a document calls "the rest" has no code.
REST = "rest"
# A place that is named, and that we have no code for.
UNCODED = "uncoded"
_CODELESS = {REST: "regions.others", UNCODED: "regions.uncoded"}
# So many of the largest parts are named on the map; a breakdown by country may have two hundred.
_NAMED = 24
# How much of a region's colour lies under its hatch.
_TINT = 0.22
_STATES = ("un_member", "un_observer", "associated_state")


class Part(NamedTuple):
    """One stated part: the region counted or given to, how many, the words that say so, and how the number is meant."""

    scope: str
    value: float
    text: str
    bound: Bound = "exact"
    value_to: float | None = None


class Breakdown(NamedTuple):
    """A stated breakdown: its parts, the stated total, the day it speaks of and who gave, where known.

    `bound` says how the total is meant. `verdict` is what a check of the document came to; without one the parts are
    added up here. Only of countries are there shares: doses have no denominator.
    """

    parts: tuple[Part, ...]
    stated: float | None
    day: date | None
    giver: str | None
    unit: str = "countries"
    bound: Bound = "exact"
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class RegionsChart:
    """A breakdown, ready to draw.

    `rows` has one row a part, largest first: scope, name, value, shown (the value in words: "76.3 million"), text,
    colour, ink (to be read on it), named (the part is one country or area: who is meant is said), ground (of its areas on a
    map: the colour of what is named, and of a region of which only the number is known a tint to be hatched in the colour),
    denominator (missing where there is no table), un_members, share (both missing where
    no countries are counted), label. `areas` maps the ISO codes of the countries that may be meant
    to their part's row: those of the denominator, or without one the states of the region. `middles` says for each
    row where its label stands on a map.
    `verdict` is None where no total is stated; `check` says in words what adding up came to. `caveat` says that the
    source does not name the countries of a region; empty where it names all.
    """

    labels: Labels
    look: Look
    rows: pd.DataFrame
    areas: Mapping[str, int]
    middles: Mapping[int, Point]
    total: float
    stated: float | None
    verdict: Verdict | None
    check: str
    note: str
    denominator_note: str
    alt: str
    caveat: str = ""
    day: date | None = None

    @property
    def agrees(self) -> bool | None:
        """Whether the parts bear the stated total out; None where none is stated."""
        return None if self.verdict is None else self.verdict == "agrees"


def chart_regions(breakdown: Breakdown, labels: Labels, look: Look) -> RegionsChart:
    """Return the chart of one breakdown; its day and giver choose the denominators."""
    parts = sorted(breakdown.parts, key=lambda part: (-part.value, part.scope))
    of_china = breakdown.giver == _GIVER_OF_RELATIONS and breakdown.unit == "countries"
    counted_on = breakdown.day if of_china else None
    rows = _make_rows(parts, counted_on, breakdown.unit, look)
    total = sum(part.value for part in parts)
    verdict = breakdown.verdict or _judge(breakdown)
    areas = _find_areas([part.scope for part in parts], counted_on, breakdown)
    caveat = "" if rows["named"].all() else look.words("regions.caveat")
    return RegionsChart(
        labels=labels,
        look=look,
        rows=rows,
        areas=areas,
        middles={number: point for number, point in find_middles(areas).items() if number < _NAMED},
        total=total,
        stated=breakdown.stated,
        verdict=verdict,
        check=_write_check(breakdown, total, verdict, look),
        note=look.words("note.boundaries"),
        denominator_note=_note_denominator(rows, counted_on, breakdown.unit, look),
        alt=add_scope(
            " ".join([_describe(rows, total, breakdown.stated, labels, look), caveat]).strip(), labels.scope, look
        ),
        caveat=caveat,
        day=breakdown.day,
    )


def _judge(breakdown: Breakdown) -> Verdict | None:
    if breakdown.stated is None:
        return None
    stated = Part("", breakdown.stated, "", breakdown.bound)
    return judge(find_interval(stated), add_intervals(find_interval(part) for part in breakdown.parts))


def _make_rows(parts: Sequence[Part], day: date | None, unit: str, look: Look) -> pd.DataFrame:
    denominators = [len(_list_counted(part.scope, day)) or None for part in parts]
    values = [part.value for part in parts]
    shares = [v / d if d else None for v, d in zip(values, denominators, strict=True)]
    shown = [write_bounded(part.value, part.value_to, part.bound, look.language) for part in parts]
    labels = [
        _label_share(figure, value, denominator, look)
        if unit == "countries"
        else _label_part(figure, value, values, look)
        for figure, value, denominator in zip(shown, values, denominators, strict=True)
    ]
    colours, named = _colour(len(parts), look), [part.scope in read_areas() for part in parts]
    paper = palette(look.theme).paper
    grounds = [c if known else blend(c, paper, _TINT) for c, known in zip(colours, named, strict=True)]
    return pd.DataFrame(
        {
            "scope": pd.Series([part.scope for part in parts], dtype="str"),
            "name": pd.Series([_name_part(part.scope, look) for part in parts], dtype="str"),
            "value": pd.Series(values, dtype="int64" if all(float(v).is_integer() for v in values) else "float64"),
            "shown": pd.Series(shown, dtype="str"),
            "text": pd.Series([part.text for part in parts], dtype="str"),
            "colour": pd.Series(colours, dtype="str"),
            "ink": pd.Series([choose_ink(colour) for colour in colours], dtype="str"),
            "named": pd.Series(named, dtype="bool"),
            "ground": pd.Series(grounds, dtype="str"),
            "denominator": pd.Series(denominators, dtype="Int64"),
            "un_members": pd.Series([_count_un(part.scope, day, unit) for part in parts], dtype="Int64"),
            "share": pd.Series(shares, dtype="Float64"),
            "label": pd.Series(labels, dtype="str"),
        }
    )


def _count_un(scope: str, day: date | None, unit: str) -> int | None:
    """Return how many members of the United Nations a region has; None where no countries are counted."""
    if unit != "countries" or scope in _CODELESS or scope in read_areas():
        return None
    return sum(read_areas()[code].status == "un_member" for code in find_members(scope, day))


def _name_part(scope: str, look: Look) -> str:
    return look.words(_CODELESS[scope]) if scope in _CODELESS else name_place(scope, look.language)


def _colour(count: int, look: Look) -> list[str]:
    """Return a colour a part, the largest part the strongest; parts beyond the palette share its faintest."""
    # The faintest step is hardly seen as the lines of a hatch.
    steps = palette(look.theme).steps
    chosen = spread(steps[1:], min(count, len(steps)))[::-1]
    return [*chosen, *([steps[1]] * (count - len(chosen)))]


def _label_part(shown: str, value: float, values: Sequence[float], look: Look) -> str:
    """Return an amount with its part of the sum: there is no denominator of doses."""
    return look.words("regions.of_sum", {"value": shown, "share": value / (sum(values) or 1)})


def _label_share(shown: str, value: float, denominator: int | None, look: Look) -> str:
    if not denominator:
        return look.words("regions.no_share", {"value": shown})
    label = look.words("regions.share", {"value": shown, "denominator": denominator, "share": value / denominator})
    return look.words("list.semicolon").join((label, look.words("regions.over"))) if value > denominator else label


def _list_counted(scope: str, day: date | None) -> tuple[str, ...]:
    """Return the countries of a region that had diplomatic relations with the giver that day; none if unknown."""
    if day is None or scope in _CODELESS:
        return ()
    try:
        return list_relations(scope, day)
    except UnknownCode:
        return ()


def _list_states(scope: str, day: date | None) -> tuple[str, ...]:
    """Return the members of a region that are states, as opposed to territories of others."""
    areas = read_areas()
    if scope in areas:
        return (scope,)
    return () if scope in _CODELESS else tuple(c for c in find_members(scope, day) if areas[c].status in _STATES)


def _find_areas(scopes: Sequence[str], counted_on: date | None, breakdown: Breakdown) -> dict[str, int]:
    """Return which part each country that may be meant belongs to: those of the denominator, else the states."""
    areas: dict[str, int] = {}
    # Custom regions first: the South Pacific islands lie in M49's Oceania, and the narrower name decides.
    for number in sorted(range(len(scopes)), key=lambda n: not scopes[n].startswith("region:")):
        meant = _list_counted(scopes[number], counted_on) or _list_states(scopes[number], breakdown.day)
        for code in meant:
            if code != breakdown.giver:
                areas.setdefault(code, number)
    return areas


def _write_check(breakdown: Breakdown, total: float, verdict: Verdict | None, look: Look) -> str:
    """Return what adding up the parts came to: whether they agree with the stated total, and by how much not."""
    stated = breakdown.stated if breakdown.stated is not None else total
    values = {
        "sum": write_number(total, look.language),
        "stated": write_bounded(stated, None, breakdown.bound, look.language),
        "difference": write_number(abs(round(stated - total, 6)), look.language),
    }
    if verdict != "disagrees":
        key = "none" if verdict is None else "equal" if stated == total else verdict
        return look.words(f"regions.check_{key}", values)
    return look.words(f"regions.check_{'short' if total < stated else 'more'}", values)


def _note_denominator(rows: pd.DataFrame, day: date | None, unit: str, look: Look) -> str:
    if unit != "countries":
        return look.words("regions.no_countries")
    if day is None or bool(rows["denominator"].isna().all()):
        return look.words("regions.no_denominator")
    return look.words("regions.denominator", {"day": day.isoformat()})


def _describe(rows: pd.DataFrame, total: float, stated: float | None, labels: Labels, look: Look) -> str:
    parts = look.words("list.comma").join(f"{n} {label}" for n, label in zip(rows["name"], rows["label"], strict=True))
    shown = look.words("regions.no_total") if stated is None else write_number(stated, look.language)
    summed = write_number(total, look.language)
    return look.words("regions.alt", {"title": labels.title, "parts": parts, "sum": summed, "stated": shown})
