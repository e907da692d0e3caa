"""What a map tells of each area: a small card, made of words here and drawn by the page (dashboard/static/cards.js).

A figure carries its cards in `layout.meta`: Plotly's own boxes are as wide as their longest line and hide what they
speak of. An area or a dot is told by the card of its ISO code, or by that which `areas` names.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Any, NamedTuple

import plotly.graph_objects as go

from dashboard.figures.card_fields import USUAL, CardField
from dashboard.figures.hovers import make_visible, shorten
from geo.charts import Look, MapChart
from geo.charts.series import Series
from geo.charts.time_steps import name_day
from geo.charts.to_come import tell_to_come
from geo.maps.boundaries import list_undetermined
from geo.reference.areas import read_areas
from geo.reference.places import find_alpha_2, name_place
from geo.reference.populations import read_populations
from geo.reference.wordings import is_wide

# What the sentences of all cards together may weigh: few areas have long ones, a whole world short ones.
_SENTENCES_BYTES, _SHORTEST, _LONGEST = 20_000, 16, 110
# Of a language with wide signs, as Chinese has, and of another.
_BYTES = {True: 3, False: 1}
_LONGEST_MEASURE = 120
UNDETERMINED = "undetermined"


class Card(NamedTuple):
    """A card's words, each a plain text; what is empty is not shown.

    `name` and `codes` stand in its head, `value` with `measure` behind it below, then `facts`, a line each. `series` are
    numbers over time (what is told of their steps is in the figure's `steps`), `sentence` is one of a document.
    """

    name: str
    codes: str = ""
    value: str = ""
    measure: str = ""
    facts: tuple[str, ...] = ()
    series: tuple[int, ...] = ()
    sentence: str = ""


def tell(figure: go.Figure, cards: Mapping[str, Card], areas: Mapping[str, str] | None = None) -> None:
    """Let a figure tell some cards too; `areas` names the cards of those areas that have another's."""
    known = figure.layout.meta or {}
    figure.update_layout(
        meta={
            **known,
            "cards": {**known.get("cards", {}), **{key: _pack(card) for key, card in cards.items()}},
            "areas": {**known.get("areas", {}), **(areas or {})},
        }
    )


def _pack(card: Card) -> dict[str, object]:
    """Return what is not empty of a card, signs that cannot be seen made visible."""
    said = {name: value for name, value in card._asdict().items() if value}
    return {
        name: make_visible(value) if isinstance(value, str) else [_show(one) for one in value]
        for name, value in said.items()
    }


def _show(one: str | int) -> str | int:
    return make_visible(one) if isinstance(one, str) else one


def tell_map(figure: go.Figure, chart: MapChart, ranked: int, fields: Collection[CardField] = USUAL) -> None:
    """Let a map tell of every country and area: what it has, that it is left out, or that it has nothing.

    `ranked` is among how many values each has its rank: more than a map of a part of the world shows. `fields` are the
    fields that a card with a value has.
    """
    # In this order the keyboard walks from one to the next.
    tell(
        figure,
        {
            **_describe_valued(chart, ranked, fields),
            **_describe_left_out(chart, fields),
            **_describe_others(chart, fields),
        },
    )
    tell_undetermined(figure, chart.look)
    if chart.series is not None and "series" in fields:
        steps = [name_day(span.since, chart.look) for span in (chart.series.spans[0], chart.series.spans[-1])]
        figure.update_layout(meta={**figure.layout.meta, "steps": steps})


def tell_undetermined(figure: go.Figure, look: Look) -> None:
    """Let a map tell of the areas of undetermined status."""
    card = Card(look.words("map.undetermined"))
    tell(figure, {UNDETERMINED: card}, dict.fromkeys(list_undetermined(), UNDETERMINED))


def tell_names(figure: go.Figure, names: Mapping[str, str], label: str) -> None:
    """Let a map tell of areas that have nothing: their names by code, and what is said of all of them."""
    tell(figure, {code: Card(name, write_codes(code), facts=(label,)) for code, name in names.items()})


def write_codes(code: str) -> str:
    """Return both codes of a country or area: "SRB · RS"."""
    return f"{code} · {find_alpha_2(code)}"


def _describe_others(chart: MapChart, fields: Collection[CardField]) -> dict[str, Card]:
    label = chart.labels.no_data or chart.look.words("map.no_data")
    codes = {code: write_codes(code) if "codes" in fields else "" for code in chart.others}
    return {code: Card(name, codes[code], facts=(label,)) for code, name in chart.others.items()}


def _describe_left_out(chart: MapChart, fields: Collection[CardField]) -> dict[str, Card]:
    language, here = chart.look.language, chart.look.words("left_out.here")
    return {
        code: Card(
            name_place(code, language),
            write_codes(code) if "codes" in fields else "",
            f"{value:,}",
            _name_measure(chart),
            (here,),
        )
        for code, value in chart.left_out.items()
    }


def _describe_valued(chart: MapChart, ranked: int, fields: Collection[CardField]) -> dict[str, Card]:
    rows = chart.rows
    budget = _SENTENCES_BYTES // (max(len(rows), 1) * _BYTES[is_wide(chart.look.language)])
    length = min(_LONGEST, max(_SHORTEST, budget))
    return {
        row["code"]: Card(
            name=row["name"],
            codes=f"{row['code']} · {row['alpha_2']}" if "codes" in fields else "",
            value=row["shown"],
            measure=_name_measure(chart),
            facts=(
                *_join(_place(chart, ranked, row, fields)),
                *_join(_tell_area(row["code"], chart.look, fields)),
                *tell_to_come(row["code"], chart.to_come, chart.look),
            ),
            series=_find_series(chart.series, row["code"]) if "series" in fields else (),
            sentence=shorten(row["example"], length) if "sentence" in fields else "",
        )
        for row in rows.to_dict("records")
    }


def _name_measure(chart: MapChart) -> str:
    return shorten(chart.labels.measure, _LONGEST_MEASURE)


def _join(facts: Iterator[str]) -> tuple[str, ...]:
    """Return facts that stand in one line, where there are any."""
    line = " · ".join(facts)
    return (line,) if line else ()


def _place(chart: MapChart, ranked: int, row: Mapping[Hashable, Any], fields: Collection[CardField]) -> Iterator[str]:
    """Yield where a value stands among the others, and what share of the whole it is."""
    words = chart.look.words
    if "rank" in fields:
        yield words("card.rank", {"rank": row["rank"], "count": ranked})
    if "share" in fields and chart.whole:
        yield words("card.share", {"share": _write_share(row["value"] / chart.whole), "whole": f"{chart.whole:,}"})


def _tell_area(code: str, look: Look, fields: Collection[CardField]) -> Iterator[str]:
    """Yield the region of UN M49 that a country or area is in, and how many people it has."""
    area, people = read_areas()[code], read_populations().get(code)
    if "region" in fields and area.region is not None:
        yield name_place(area.subregion or area.region, look.language)
    if "people" in fields and people is not None:
        yield look.words("card.people", {"people": f"{people.people:,}", "year": people.year})


def _write_share(share: float) -> str:
    """Return a share in per cent, with a decimal where it is small.

    >>> _write_share(0.217), _write_share(0.0412), _write_share(0.0004)
    ('22%', '4.1%', '<0.1%')
    """
    if share < 0.001:
        return "<0.1%"
    return f"{share:.0%}" if share >= 0.1 else f"{share:.1%}"


def _find_series(series: Series | None, code: str) -> tuple[int, ...]:
    """Return the numbers over time of a code; none where all of them stand in one step."""
    found = series.counts.get(code, ()) if series is not None else ()
    return found if sum(1 for count in found if count) > 1 else ()
