"""What stands on a map besides its areas, as Plotly traces: dots with their leaders, names, and contested lines."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from dashboard.figures.hovers import make_safe
from geo.charts.palettes import Theme, palette
from geo.maps.boundaries import read_lines, read_points
from geo.maps.dots import BORDER, CORE, Dot
from geo.maps.name_tags import SIZE, Tag

# In a legend what has no value stands last.
LAST = 2000


class Group(NamedTuple):
    """How dots look, and what the legend calls them; `colour` is one, or one a dot, and no name is no entry."""

    colour: str | list[str]
    theme: Theme
    name: str = ""


def add_dots(figure: go.Figure, dots: Mapping[str, Dot], group: Group) -> None:
    """Add dots by the codes that they stand for."""
    if not dots:
        return
    shown, sizes = list(dots.values()), [dot.diameter for dot in dots.values()]
    figure.add_scattergeo(
        lon=[dot.lon for dot in shown],
        lat=[dot.lat for dot in shown],
        mode="markers",
        # The size is for the width that the dots were placed for; the page knows by this word what to shrink.
        meta="dots",
        marker={
            "size": sizes[0] if len(set(sizes)) == 1 else sizes,
            "color": group.colour,
            "line": {"width": BORDER, "color": palette(group.theme).dot_border},
            "opacity": 1,
        },
        name=group.name,
        showlegend=bool(group.name),
        customdata=[[code] for code in dots],
        unselected_marker_opacity=1,
    )


def add_cores(figure: go.Figure, dots: Mapping[str, Dot], colours: Mapping[str, str]) -> None:
    """Mark dots by a core of a colour each, both by the codes that they stand for."""
    if dots:
        cores = {"size": [CORE * dot.diameter for dot in dots.values()], "color": [colours[code] for code in dots]}
        figure.add_scattergeo(
            lon=[dot.lon for dot in dots.values()],
            lat=[dot.lat for dot in dots.values()],
            mode="markers",
            meta="dots",
            marker={**cores, "opacity": 1},
            # What lights and dims a dot does the same with its core.
            customdata=[[code] for code in dots],
            unselected_marker_opacity=1,
            hoverinfo="skip",
            showlegend=False,
        )


def add_leaders(figure: go.Figure, dots: Mapping[str, Dot], theme: Theme) -> None:
    """Add a thin line from each place to its dot, where that was moved away."""
    points = read_points()
    moved = [[points[code][:2], (dot.lon, dot.lat)] for code, dot in dots.items() if dot.moved]
    if moved:
        _add_lines(figure, moved, {"width": 0.8, "color": palette(theme).faint_ink})


def add_rings(figure: go.Figure, dots: Iterable[Dot], colour: str) -> None:
    """Add a ring round each of some dots."""
    shown = list(dots)
    if shown:
        ring = {"size": [dot.diameter + 6 for dot in shown], "color": "rgba(0,0,0,0)"}
        figure.add_scattergeo(
            lon=[dot.lon for dot in shown],
            lat=[dot.lat for dot in shown],
            mode="markers",
            meta="dots",
            marker={**ring, "line": {"width": 2.5, "color": colour}},
            hoverinfo="skip",
            showlegend=False,
        )


def add_tags(figure: go.Figure, tags: Sequence[Tag], theme: Theme) -> None:
    """Add the names of chosen areas, in ink that the paper's colour sets off."""
    if tags:
        colours = palette(theme)
        halo = " ".join(f"{x}px {y}px 2px {colours.paper}," for x in (-1, 1) for y in (-1, 1)).rstrip(",")
        figure.add_scattergeo(
            lon=[tag.lon for tag in tags],
            lat=[tag.lat for tag in tags],
            mode="text",
            text=[f"<b>{make_safe(tag.text)}</b>" for tag in tags],
            textposition=[tag.side for tag in tags],
            textfont={"size": SIZE, "color": colours.ink, "shadow": halo},
            # A box or lasso elsewhere must not dim them.
            unselected_textfont_color=colours.ink,
            hoverinfo="skip",
            showlegend=False,
        )


def add_hatch(
    figure: go.Figure, lines: Sequence[Sequence[tuple[float, float]]], colour: str, width: float = 1.1
) -> None:
    """Add the lines of a hatch (see geo.maps.hatches); the area beneath keeps its tooltip and its click."""
    if lines:
        _add_lines(figure, lines, {"width": width, "color": colour})
        # On a small map its lines lie nearer to each other, and as wide as here they would fill the area.
        figure.data[-1].meta = "hatch"


def add_swatch(
    figure: go.Figure, name: str, symbol: str, colour: str, rank: int | None = None, codes: Sequence[str] = ()
) -> None:
    """Add an entry of the legend alone: a sign, what it stands for, and its place there where it is not that of its turn.

    `codes` are those that it speaks of.
    """
    figure.add_scattergeo(
        lon=[None],
        lat=[None],
        mode="markers",
        marker={"symbol": symbol, "size": 12, "color": colour, "line": {"width": 1.2, "color": colour}},
        name=name,
        showlegend=True,
        legendrank=rank,
        customdata=[[code] for code in codes] or None,
        hoverinfo="skip",
    )


def add_contested_lines(figure: go.Figure, theme: Theme) -> None:
    """Add the lines of control and the disputed boundaries, broken."""
    lines = [list(line.coords) for line in read_lines().geometry.explode().tolist()]
    _add_lines(figure, lines, {"width": 1, "color": palette(theme).ink, "dash": "3px,2px"})


def _add_lines(figure: go.Figure, lines: Sequence[Sequence[tuple[float, float]]], style: dict[str, object]) -> None:
    """Add lines as one trace with gaps."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for line in lines:
        longitudes += [*(round(lon, 2) for lon, _ in line), None]
        latitudes += [*(round(lat, 2) for _, lat in line), None]
    figure.add_scattergeo(lon=longitudes, lat=latitudes, mode="lines", line=style, hoverinfo="skip", showlegend=False)
