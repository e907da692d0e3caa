"""Charts of any kind (geo.charts.chart_kinds) on a page: laid out for each width, made once, their legend above them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_safe
from dashboard.figures.planes import draw_plane, write_sign
from dashboard.parts.plots import Plot, Point, mount, pack_figure, read_points, show_plot, write_data
from geo.charts import Look
from geo.charts.chart_kinds import WIDTHS, Asked, KindChart, list_kinds
from geo.charts.marks import LegendKey
from geo.maps.boundaries import Boundaries
from geo.reference.wordings import Catalogue


class Fit(NamedTuple):
    """A chart laid out for a width: both measures in pixels, and the packed figure."""

    width: float
    height: float
    figure: bytes


class Packed(NamedTuple):
    """A chart as it goes to the browser: on a map there is one figure, else one for each width."""

    fits: tuple[Fit, ...]
    on_map: bool
    legend: tuple[LegendKey, ...]


@answered_once(128)
def pack_kind(kind: str, asked: Asked, codes: tuple[str, ...]) -> Packed:
    """Return a chart of a kind for the browser; `codes` are marked."""
    chart, own = corpora.chart_kind(kind, asked), corpora.find_shapes()
    widest = chart.lay_out(WIDTHS[-1])
    on_map = widest.ground is not None
    fits = tuple(_pack(chart, width, codes, own) for width in ((WIDTHS[-1],) if on_map else WIDTHS))
    return Packed(fits, on_map, widest.legend)


def _pack(chart: KindChart, width: float, codes: tuple[str, ...], own: tuple[Boundaries, bytes] | None) -> Fit:
    plane, figure = chart.lay_out(width), draw_plane(chart, width, codes, own[0] if own else None)
    return Fit(plane.width, plane.height, pack_figure(figure.to_json()))


def show_kind(packed: Packed, plot: Plot, on_pick: Callable[[Sequence[Point]], None]) -> None:
    """Show a chart of a kind; `plot` says how the page calls it, and `on_pick` gets what is clicked (see show_plot)."""
    plot = plot._replace(figure=b"".join(one.figure for one in packed.fits))
    if packed.on_map:
        show_plot(plot, on_pick)
        return
    fits = [{"width": one.width, "height": one.height, "bytes": len(one.figure)} for one in packed.fits]
    mount("aidatlas_fitting", "showFitting", "fitting")(
        key=plot.key,
        data=write_data(plot, {"fits": fits}),
        on_picked_change=lambda: on_pick(read_points(plot.key)),
    )


def show_keys(packed: Packed, look: Look) -> None:
    """Show the legend; its circles are as large as those of the map beneath, which shrink with it."""
    items = (f'<li><span style="{write_sign(key, look)}"></span>{make_safe(key.words)}</li>' for key in packed.legend)
    if packed.legend:
        st.html(f'<div class="aa-sizes"><ul class="aa-legend">{"".join(items)}</ul></div>')


def name_shown(words: Catalogue, section: str, value: str) -> str:
    """Return what a way to show a measure is called: a kind of chart by its own words, others by those of the page."""
    kinds = {kind.key: kind for kind in list_kinds()}
    return kinds[value].name(Look(words.language)) if value in kinds else words(f"{section}.{value}")
