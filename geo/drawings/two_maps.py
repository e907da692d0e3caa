"""Two maps under one legend and the map of their difference, as a picture."""

from functools import partial
from typing import Literal, NamedTuple

from geo.charts import MapChart, TwoMapsChart, palette
from geo.charts.differences import left_out_colour
from geo.drawings.base_maps import (
    World,
    make_world,
    paint_contested_lines,
    paint_dots,
    paint_land,
    paint_world,
)
from geo.drawings.boxes import Box
from geo.drawings.editions import PLAIN, Edition
from geo.drawings.fonts import typeset, wrap
from geo.drawings.legends import Entry, Mark, write_legend
from geo.drawings.pages import Page, draw_page, refuse_notes
from geo.drawings.sheets import LEADING, Format, NoRoom, Sheet
from geo.maps.boundaries import Boundaries
from geo.maps.earth_views import ASPECT, find_extent

_Place = Literal["first", "second", "difference"]
_SIDES: tuple[_Place, _Place] = ("first", "second")
_GUTTER, _NAME, _BETWEEN = 18.0, 12.0, 16.0
# A sheet narrower than this has one map beside none; on a wide one the two take so much of the width.
_NARROW, _PAIR_SHARE = 400.0, 0.4
# Of the height that a map could have, the least that is worth the sheet.
_LEAST, _MOST = 0.4, 0.8


class _Drawn(NamedTuple):
    """What is drawn, and with the user's own boundaries where there are some."""

    chart: TwoMapsChart
    world: World | None


def draw_two_maps(
    chart: TwoMapsChart,
    file_format: Format,
    scale: int = 2,
    shapes: Boundaries | None = None,
    *,
    edition: Edition = PLAIN,
) -> bytes:
    """Return the picture of two maps and their difference as a file: a PNG is 1,200 pixels wide times `scale` (1 to 4).

    `shapes` (code, geometry) are boundaries of the user's own, `edition` is what an editor sets. DrawingError for
    another format or scale, and where something has no room.
    """
    refuse_notes(edition, "a picture of two maps")
    world = None if shapes is None else make_world(chart.options.view, shapes)
    note = chart.note if shapes is None else chart.look.words("note.own")
    page = Page(chart.look, chart.labels, [" ".join(chart.notes), note], chart.alt)
    return draw_page(page, edition, file_format, scale, partial(_draw_body, drawn=_Drawn(chart, world)))


def _draw_body(sheet: Sheet, drawn: _Drawn) -> None:
    if sheet.wide:
        _draw_beside(sheet, drawn)
        return
    draw = _draw_stacked if sheet.inner < _NARROW else _draw_pair
    if sheet.bottom is None:
        draw(sheet, drawn, 1.0)
        return
    words, whole = (sheet.measure(partial(draw, drawn=drawn, share=share)) for share in (0.0, 1.0))
    share = min(1.0, (sheet.room - words) / (whole - words))
    if share < sheet.expect(_LEAST, _MOST):
        raise NoRoom("the maps")
    sheet.centre(words + share * (whole - words))
    draw(sheet, drawn, share)


def _draw_pair(sheet: Sheet, drawn: _Drawn, share: float) -> None:
    """Draw two maps beside each other and their difference below, each such a share of the height that it could have."""
    chart, gutter = drawn.chart, _GUTTER * sheet.unit
    width, top = (sheet.inner - gutter) / 2, 0.0
    write_legend(sheet, _list_entries(chart, chart.first, "class"))
    top, left, ends = sheet.y, sheet.left, []
    names = max(sheet.measure(partial(_write_name, name=chart.names[n]), width) for n in (0, 1))
    for place, side in enumerate(_SIDES):
        with sheet.column(left + place * (width + gutter), width, top):
            _write_name(sheet, chart.names[place])
            sheet.y = top + names
            _draw_map(sheet, drawn, side, share)
            ends.append(sheet.y)
    sheet.y = max(ends)
    sheet.skip(_BETWEEN)
    _draw_difference(sheet, drawn, share)


def _draw_stacked(sheet: Sheet, drawn: _Drawn, share: float) -> None:
    """Draw the three maps below one another."""
    write_legend(sheet, _list_entries(drawn.chart, drawn.chart.first, "class"))
    for place, side in enumerate(_SIDES):
        _write_name(sheet, drawn.chart.names[place])
        _draw_map(sheet, drawn, side, share)
        sheet.skip(_BETWEEN)
    _draw_difference(sheet, drawn, share)


def _draw_beside(sheet: Sheet, drawn: _Drawn) -> None:
    """Draw the two maps below each other at the left, and their difference at the right."""
    gutter, top = _GUTTER * sheet.unit, sheet.y
    width = _PAIR_SHARE * (sheet.inner - gutter)
    columns = ((sheet.left, width), (sheet.left + width + gutter, sheet.inner - gutter - width))
    for (left, wide), draw in zip(columns, (_draw_sides, _draw_difference), strict=True):
        words, whole = (sheet.measure(partial(draw, drawn=drawn, share=share), wide) for share in (0.0, 1.0))
        share = min(1.0, (sheet.room - words) / (whole - words))
        if share < sheet.expect(_LEAST, _MOST):
            raise NoRoom("the maps")
        with sheet.column(left, wide, top):
            sheet.centre(words + share * (whole - words))
            draw(sheet, drawn, share)
        sheet.y = top


def _draw_sides(sheet: Sheet, drawn: _Drawn, share: float) -> None:
    write_legend(sheet, _list_entries(drawn.chart, drawn.chart.first, "class"))
    for place, side in enumerate(_SIDES):
        _write_name(sheet, drawn.chart.names[place])
        _draw_map(sheet, drawn, side, share)
        sheet.skip(_BETWEEN / 2)


def _draw_difference(sheet: Sheet, drawn: _Drawn, share: float) -> None:
    chart = drawn.chart
    _write_name(sheet, chart.names[2])
    write_legend(sheet, _list_entries(chart, chart.difference, "difference"))
    _draw_map(sheet, drawn, "difference", share)


def _write_name(sheet: Sheet, name: str) -> None:
    """Write what stands over a map, in one line or where it would be cut in several."""
    style = sheet.style(_NAME, "bold")
    if sheet.free:
        sheet.write(typeset(sheet.shorten(name, style, sheet.inner)), sheet.left, sheet.y, style)
        sheet.skip(1.9 * _NAME)
        return
    lines = wrap(name, style, sheet.inner, 4)
    for line in lines:
        sheet.write(line, sheet.left, sheet.y, style)
        sheet.y += LEADING * style.size
    sheet.y += 0.48 * style.size


def _draw_map(sheet: Sheet, drawn: _Drawn, name: _Place, share: float) -> None:
    """Paint a map below what is there, in the middle of the width."""
    view = drawn.chart.options.view
    across, down = find_extent(view)
    height = sheet.inner * min(down / across, 1 / ASPECT) * share
    if share > 0:
        width = min(sheet.inner, height * across / down)
        box = Box(sheet.left + (sheet.inner - width) / 2, sheet.y, width, height)
        _paint(sheet, drawn, name, box)
    sheet.y += height


def _paint(sheet: Sheet, drawn: _Drawn, name: _Place, placed: Box) -> None:
    """Paint the areas and the dots of one map, as the chart's options say."""
    chart, world = drawn
    one = {"first": chart.first, "second": chart.second, "difference": chart.difference}[name]
    view = one.options.view
    colours = dict(zip(one.rows["code"], one.rows["colour"], strict=True))
    if one.options.borders == "none":
        frame = paint_land(sheet, view, world, placed, name=name)
    else:
        left_out = dict.fromkeys(chart.left_out, left_out_colour(chart.look.theme))
        frame = paint_world(sheet, left_out | colours, view, world, placed, name=name)
    if one.options.borders == "de_facto":
        paint_contested_lines(sheet, frame)
    paint_dots(sheet, frame, one.dots, colours, frame.pixel)


def _list_entries(chart: TwoMapsChart, one: MapChart, name: str) -> list[Entry]:
    """List the classes of a map, what has no value, and who is left out."""
    bare = chart.options.borders == "none"
    mark: Mark = "dot" if bare else "swatch"
    classes = zip(one.classes, one.colours, strict=True)
    entries = [Entry(colour, group.label, f"{name}-{n}", mark) for n, (group, colour) in enumerate(classes)]
    entries.append(Entry(palette(chart.look.theme).no_data, chart.labels.no_data, f"{name}-no-data"))
    if chart.left_out and not bare:
        names = chart.look.words("list.comma").join(chart.left_out.values())
        said = chart.look.words("two.left_out", {"names": names})
        entries.append(Entry(left_out_colour(chart.look.theme), said, f"{name}-left-out"))
    return entries
