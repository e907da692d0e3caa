"""Any kind of chart as a Plotly figure: its marks as bars, lines, dots and words that can be pointed at and clicked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import plotly.graph_objects as go

from dashboard.figures.grounds import set_ground
from dashboard.figures.hovers import fit_lines, make_safe
from dashboard.figures.maps import draw_map
from geo.charts import Look, palette
from geo.charts.chart_kinds import KindChart
from geo.charts.marks import About, Dot, LegendKey, Line, Plane, Rectangle, Sign, Words
from geo.maps.boundaries import Boundaries
from geo.maps.dots import WIDTH

# Each line of a hover card has at most so many lines of its own.
_CARD_LINES = 2
# A legend's swatch for what is left out, as a style sheet spells it.
HATCH = "repeating-linear-gradient(-45deg, {line} 0 1px, {ground} 1px 4px)"
STRIPES = "repeating-linear-gradient(45deg, {line} 0 1px, {ground} 1px 4px)"
# Dots shrink with a narrow map, but no further (see plot.js).
_SMALLEST = 0.4
_TEMPLATE = "<b>%{customdata[2]}</b>%{customdata[3]}<extra></extra>"
_NOTHING = ("", "", "", "")
_MARKED_WIDTH = 2.4
_SHADOW = ", ".join(["0 0 2px {0}"] * 6)
_POSITIONS = {"left": "middle right", "center": "middle center", "right": "middle left"}
_Kind = TypeVar("_Kind", Rectangle, Line, Dot, Words)


def draw_plane(
    chart: KindChart, width: float, marked: Sequence[str] = (), shapes: Boundaries | None = None
) -> go.Figure:
    """Return a chart of any kind, laid out for a width; what stands for one of the `marked` keys gets an outline.

    Marks carry the key of what they stand for as first item of `customdata`, and that of its part as the second.
    `shapes` are boundaries of the user's own, as the browser has them.
    """
    plane = chart.lay_out(width)
    if plane.ground is not None:
        figure = draw_map(plane.ground, marked=marked, shapes=shapes)
        # The legend stands beside the map: its circles, not the classes of the areas beneath.
        figure.update_layout(showlegend=False)
        _add_dots(figure, plane, chart.look, marked, on_map=True)
        return figure
    figure = go.Figure(layout_template=None)
    _add_rectangles(figure, plane, chart.look, marked)
    _add_lines(figure, _list(plane, Line))
    _add_dots(figure, plane, chart.look, marked)
    _add_words(figure, _list(plane, Words))
    _set_layout(figure, plane, chart.look)
    return figure


def write_sign(key: LegendKey, look: Look) -> str:
    """Return how a legend's sign looks, as a style sheet spells it; a circle is as large as on the map that it explains.

    The legend stands in a box as wide as the map, whose dots shrink with it.
    """
    ground, ink = palette(look.theme).no_data, key.colour
    if key.sign == "circle":
        width = f"clamp({key.diameter * _SMALLEST:.1f}px, {key.diameter / WIDTH * 100:.3f}cqw, {key.diameter:.1f}px)"
        return f"background:{ink};width:{width};height:{width};border-radius:50%"
    looks: Mapping[Sign, str] = {
        "hatch": HATCH.format(line=ink, ground=ground),
        "stripes": STRIPES.format(line=ink, ground="transparent"),
        "ring": f"none;border:2px solid {ink};border-radius:50%;width:.75rem;height:.75rem",
        "dot": f"{ink};border:0;border-radius:50%;width:.75rem;height:.75rem",
    }
    return f"background:{looks.get(key.sign, ink)}"


def _list(plane: Plane, kind: type[_Kind]) -> list[_Kind]:
    return [mark for mark in plane.marks if isinstance(mark, kind)]


def _tell(about: About | None) -> tuple[str, str, str, str]:
    """Return key, part, first line and further lines of a hover card, each safe and no wider than a tooltip."""
    if about is None:
        return _NOTHING
    head, *rest = about.card
    lines = [line for text in rest if text for line in fit_lines(text, _CARD_LINES)]
    said = "<br>".join(make_safe(line) for line in fit_lines(head, _CARD_LINES))
    return about.key, about.part, said, "".join(f"<br>{make_safe(line)}" for line in lines)


def _add_rectangles(figure: go.Figure, plane: Plane, look: Look, marked: Sequence[str]) -> None:
    """Add the rectangles as bars that stand on their lower edge: a bar is met wherever the pointer is in it."""
    for hatched, falling in ((True, False), (True, True), (False, False)):
        boxes = [box for box in _list(plane, Rectangle) if (box.hatch is not None, box.falling) == (hatched, falling)]
        if boxes:
            figure.add_bar(
                x=[box.left + box.width / 2 for box in boxes],
                y=[-box.height for box in boxes],
                base=[box.top + box.height for box in boxes],
                width=[box.width for box in boxes],
                marker=_dress(boxes, palette(look.theme).marked, marked),
                customdata=[_tell(box.about) for box in boxes],
                **_point([box.about for box in boxes]),
                selected_marker_opacity=1,
                unselected_marker_opacity=1,
                showlegend=False,
            )


def _dress(boxes: Sequence[Rectangle], outline: str, marked: Sequence[str]) -> dict[str, object]:
    """Return how bars look: an outline round what is marked, lines over what is hatched."""
    chosen = [box.about is not None and box.about.key in marked for box in boxes]
    dress: dict[str, object] = {
        "color": [box.colour for box in boxes],
        "line": {
            "width": [_MARKED_WIDTH if one else 0.0 for one in chosen],
            "color": [outline if one else box.colour for one, box in zip(chosen, boxes, strict=True)],
        },
    }
    if boxes[0].hatch is not None:
        # Without "overlay" the bar's own colour would be that of the lines.
        ink = {"fgcolor": [box.hatch for box in boxes], "fgopacity": 1, "fillmode": "overlay"}
        dress["pattern"] = {"shape": "\\" if boxes[0].falling else "/", "size": 6, "solidity": 0.2, **ink}
    return dress


def _point(abouts: Sequence[About | None]) -> dict[str, str]:
    """Return what is said of marks that stand for something; others are passed over."""
    return {"hovertemplate": _TEMPLATE} if any(abouts) else {"hoverinfo": "skip"}


def _add_lines(figure: go.Figure, lines: Iterable[Line]) -> None:
    """Add the lines, those of one look as one trace."""
    looks: dict[tuple[str, float], list[Line]] = defaultdict(list)
    for line in lines:
        looks[line.colour, line.width].append(line)
    for (colour, width), alike in looks.items():
        points = [point for line in alike for point in (*line.points, (None, None))]
        figure.add_scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines",
            line={"color": colour, "width": width},
            hoverinfo="skip",
            showlegend=False,
        )


def _add_dots(figure: go.Figure, plane: Plane, look: Look, marked: Sequence[str], *, on_map: bool = False) -> None:
    """Add the dots, those that stand later above those before."""
    # What is marked lies above all.
    dots = sorted(_list(plane, Dot), key=lambda dot: dot.about is not None and dot.about.key in marked)
    colours = palette(look.theme)
    if not dots:
        return
    chosen = [dot.about is not None and dot.about.key in marked for dot in dots]
    add, across, down = (figure.add_scattergeo, "lon", "lat") if on_map else (figure.add_scatter, "x", "y")
    add(
        **{across: [dot.x for dot in dots], down: [dot.y for dot in dots]},
        mode="markers",
        # The page knows by this word which dots shrink with a map.
        meta="dots" if on_map else None,
        marker={
            "size": [dot.diameter for dot in dots],
            "color": [dot.colour for dot in dots],
            "opacity": 1,
            "line": {
                "width": [_MARKED_WIDTH if one else 1.0 for one in chosen],
                "color": [colours.marked if one else dot.rim for one, dot in zip(chosen, dots, strict=True)],
            },
        },
        # A map tells of its dots by cards of its own (see dashboard.figures.cards).
        customdata=[_tell(dot.about)[:1] if on_map else _tell(dot.about) for dot in dots],
        **({"hoverinfo": "skip"} if on_map else _point([dot.about for dot in dots])),
        unselected_marker_opacity=1,
        showlegend=False,
    )


def _add_words(figure: go.Figure, texts: Sequence[Words]) -> None:
    """Add the words: those that stand for something can be clicked, the others are passed over."""
    for told in (False, True):
        words = [one for one in texts if (one.about is not None) == told]
        if not words:
            continue
        colours = [one.colour for one in words]
        figure.add_scatter(
            x=[one.x for one in words],
            y=[one.y for one in words],
            mode="text",
            text=[f"<b>{make_safe(one.text)}</b>" if one.bold else make_safe(one.text) for one in words],
            textposition=[_POSITIONS[one.align] for one in words],
            textfont={
                "size": [one.size for one in words],
                "color": colours,
                "shadow": [_SHADOW.format(one.rim) if one.rim else "none" for one in words],
            },
            customdata=[_tell(one.about) for one in words],
            **_point([one.about for one in words]),
            cliponaxis=False,
            showlegend=False,
        )


def _set_layout(figure: go.Figure, plane: Plane, look: Look) -> None:
    set_ground(figure, look, 12)
    figure.update_layout(
        barmode="overlay",
        height=plane.height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        dragmode=False,
        hovermode="closest",
        clickmode="event",
    )
    # In a page of its own the chart keeps its shape at any width.
    figure.update_layout(meta={"plane": [plane.width, plane.height]})
    hidden = {"visible": False, "fixedrange": True}
    figure.update_xaxes(range=[0, plane.width], **hidden)
    figure.update_yaxes(range=[plane.height, 0], **hidden)
