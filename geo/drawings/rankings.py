"""The largest values of a map as a list below it, where a high sheet has room: names and numbers in columns."""

import math

from geo.charts import MapChart
from geo.drawings.boxes import Box
from geo.drawings.fonts import measure, shorten, typeset
from geo.drawings.sheets import Sheet

_SIZE, _ROW, _GAP, _ABOVE = 10.5, 1.75, 22.0, 16.0
_NARROWEST, _MOST_COLUMNS, _FEWEST = 170.0, 3, 3


def measure_ranking(sheet: Sheet, chart: MapChart, room: float) -> float:
    """Return how high the list is that a room holds; 0 where it would have too few rows, or names nothing."""
    rows = _count_rows(sheet, chart, room)
    return _ABOVE * sheet.unit + rows * _ROW * sheet.style(_SIZE).size if rows else 0.0


def _count_rows(sheet: Sheet, chart: MapChart, room: float) -> int:
    fitting = int((room - _ABOVE * sheet.unit) / (_ROW * sheet.style(_SIZE).size))
    needed = math.ceil(len(chart.rows) / _count_columns(sheet))
    rows = min(fitting, needed)
    return rows if rows >= min(_FEWEST, needed) else 0


def _count_columns(sheet: Sheet) -> int:
    return max(1, min(_MOST_COLUMNS, int(sheet.inner / (_NARROWEST * sheet.unit))))


def write_ranking(sheet: Sheet, chart: MapChart, room: float) -> None:
    """Write the largest values below what is there, as many as the room holds; the last place says how many more there are."""
    rows, columns, style = _count_rows(sheet, chart, room), _count_columns(sheet), sheet.style(_SIZE)
    if not rows:
        return
    sheet.skip(_ABOVE)
    gap, step, top = _GAP * sheet.unit, _ROW * style.size, sheet.y
    width = (sheet.inner - (columns - 1) * gap) / columns
    more = len(chart.rows) - rows * columns
    shown = chart.rows.head(rows * columns - (more > 0))
    values = zip(shown["name"], shown["shown"], shown["colour"], strict=True)
    for number, (name, value, colour) in enumerate(values):
        place = sheet.left + number // rows * (width + gap), top + number % rows * step
        _write_row(sheet, (name, value, colour), place, width)
    if more > 0:
        words = chart.look.words("drawing.more", {"count": f"{more + 1:,}"})
        left = sheet.left + (columns - 1) * (width + gap)
        sheet.write(typeset(words), left, top + (rows - 1) * step, sheet.style(_SIZE, faint=True))
    sheet.y = top + rows * step


def _write_row(sheet: Sheet, row: tuple[str, str, str], place: tuple[float, float], width: float) -> None:
    (name, value, colour), (left, top), style = row, place, sheet.style(_SIZE)
    swatch, number = 9 * sheet.unit, sheet.style(_SIZE, "bold")
    sheet.fill(Box(left, top + 2 * sheet.unit, swatch, swatch), colour, sheet.colours.border)
    sheet.write(typeset(value), left + width, top, number, "right")
    begin = left + swatch + 6 * sheet.unit
    sheet.write(shorten(name, style, width - (begin - left) - measure(typeset(value), number) - 6), begin, top, style)
