"""What a stated regional breakdown shows: its parts, their sum, the stated total and the shares of each region."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from geo.boundaries import Point
from geo.charts.inks import choose_ink
from geo.charts.looks import Labels, Look
from geo.charts.middles import find_middles
from geo.charts.palettes import palette, spread
from geo.errors import UnknownCode
from geo.places import name_place
from geo.reference import find_members, list_relations, read_areas

# The one giver whose diplomatic relations data/relations.csv holds.
_GIVER_OF_RELATIONS = "CHN"
_STATES = ("un_member", "un_observer", "associated_state")


class Part(NamedTuple):
    """One stated part: the region counted, how many, and the words that say so."""

    scope: str
    value: int
    text: str


class Breakdown(NamedTuple):
    """A stated breakdown: its parts, the stated total, the day it speaks of and who gave, where known."""

    parts: tuple[Part, ...]
    stated: int | None
    day: date | None
    giver: str | None


@dataclass(frozen=True, slots=True)
class RegionsChart:
    """A breakdown, ready to draw.

    `rows` has one row a part, largest first: scope, name, value, text, colour, ink (to be read on it), denominator (missing where there is no
    table), un_members, share (missing likewise), label. `areas` maps the ISO codes of the countries that may be meant
    to their part's row: those of the denominator, or without one the states of the region. `middles` says for each
    row where its label stands on a map.
    `agrees` is None where no total is stated.
    """

    labels: Labels
    look: Look
    rows: pd.DataFrame
    areas: Mapping[str, int]
    middles: Mapping[int, Point]
    total: int
    stated: int | None
    agrees: bool | None
    note: str
    denominator_note: str
    alt: str


def chart_regions(breakdown: Breakdown, labels: Labels, look: Look) -> RegionsChart:
    """Return the chart of one breakdown; its day and giver choose the denominators."""
    parts = sorted(breakdown.parts, key=lambda part: (-part.value, part.scope))
    counted_on = breakdown.day if breakdown.giver == _GIVER_OF_RELATIONS else None
    rows = _make_rows(parts, counted_on, look)
    total = sum(part.value for part in parts)
    areas = _find_areas([part.scope for part in parts], counted_on, breakdown)
    return RegionsChart(
        labels=labels,
        look=look,
        rows=rows,
        areas=areas,
        middles=find_middles(areas),
        total=total,
        stated=breakdown.stated,
        agrees=None if breakdown.stated is None else breakdown.stated == total,
        note=look.words("note.boundaries"),
        denominator_note=_note_denominator(rows, counted_on, look),
        alt=_describe(rows, total, breakdown.stated, labels, look),
    )


def _make_rows(parts: Sequence[Part], day: date | None, look: Look) -> pd.DataFrame:
    denominators = [len(_list_counted(part.scope, day)) or None for part in parts]
    un_members = [sum(read_areas()[c].status == "un_member" for c in find_members(p.scope, day)) for p in parts]
    values = [part.value for part in parts]
    shares = [v / d if d else None for v, d in zip(values, denominators, strict=True)]
    colours = _colour(len(parts), look)
    return pd.DataFrame(
        {
            "scope": pd.Series([part.scope for part in parts], dtype="str"),
            "name": pd.Series([name_place(part.scope, look.language) for part in parts], dtype="str"),
            "value": pd.Series(values, dtype="int64"),
            "text": pd.Series([part.text for part in parts], dtype="str"),
            "colour": pd.Series(colours, dtype="str"),
            "ink": pd.Series([choose_ink(colour) for colour in colours], dtype="str"),
            "denominator": pd.Series(denominators, dtype="Int64"),
            "un_members": pd.Series(un_members, dtype="int64"),
            "share": pd.Series(shares, dtype="Float64"),
            "label": pd.Series([_label(v, d, look) for v, d in zip(values, denominators, strict=True)], dtype="str"),
        }
    )


def _colour(count: int, look: Look) -> list[str]:
    """Return a colour a part, the largest part the strongest; parts beyond the palette share its faintest."""
    steps = palette(look.theme).steps
    chosen = spread(steps, min(count, len(steps)))[::-1]
    return [*chosen, *([steps[0]] * (count - len(chosen)))]


def _label(value: int, denominator: int | None, look: Look) -> str:
    if not denominator:
        return look.words("regions.no_share", {"value": value})
    label = look.words("regions.share", {"value": value, "denominator": denominator, "share": value / denominator})
    return look.words("list.semicolon").join((label, look.words("regions.over"))) if value > denominator else label


def _list_counted(scope: str, day: date | None) -> tuple[str, ...]:
    """Return the countries of a region that had diplomatic relations with the giver that day; none if unknown."""
    if day is None:
        return ()
    try:
        return list_relations(scope, day)
    except UnknownCode:
        return ()


def _list_states(scope: str, day: date | None) -> tuple[str, ...]:
    """Return the members of a region that are states, as opposed to territories of others."""
    areas = read_areas()
    return tuple(code for code in find_members(scope, day) if areas[code].status in _STATES)


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


def _note_denominator(rows: pd.DataFrame, day: date | None, look: Look) -> str:
    if day is None or bool(rows["denominator"].isna().all()):
        return look.words("regions.no_denominator")
    return look.words("regions.denominator", {"day": day.isoformat()})


def _describe(rows: pd.DataFrame, total: int, stated: int | None, labels: Labels, look: Look) -> str:
    parts = look.words("list.comma").join(f"{n} {label}" for n, label in zip(rows["name"], rows["label"], strict=True))
    shown = look.words("regions.no_total") if stated is None else stated
    return look.words("regions.alt", {"title": labels.title, "parts": parts, "sum": total, "stated": shown})
