"""The bars of a regional breakdown: its parts end to end, the stated total beneath, and each region's share."""

from typing import NamedTuple

from geo.charts import RegionsChart
from geo.charts.numbers import write_number
from geo.drawings.boxes import Box
from geo.drawings.fonts import Style, Weight, measure, shorten, typeset, wrap
from geo.drawings.sheets import LEADING, NoRoom, Sheet

_PART_BAR, _TOTAL_BAR, _SHARE_BAR, _STEP = 48.0, 14.0, 13.0, 22.0
_WORDS = 10.5
# Of a part's number and of its name.
_PART_STYLES: tuple[tuple[float, Weight], ...] = ((15.0, "bold"), (9.5, "regular"))
# Of the shares: the widest name, the bar of 100 %, and what is kept free between columns.
_WIDEST_NAME, _WHOLE, _GAP = 220.0, 380.0, 10.0
# On other sheets: the narrowest bar, what its label may take of the width, and how many parts are never left out.
_FEWEST_SIGNS = 3
_NARROWEST, _LABEL_SHARE, _FEW, _MOST_LINES = 36.0, 0.36, 6, 4


class Row(NamedTuple):
    """One part as the picture needs it; `share` is None where there is no denominator."""

    scope: str
    name: str
    value: float
    shown: str
    colour: str
    ink: str
    label: str
    share: float | None


def list_rows(chart: RegionsChart) -> list[Row]:
    """List the parts of a chart, largest first."""
    rows = chart.rows
    shares = rows["share"].astype(object).where(rows["share"].notna(), None)
    columns = (
        rows["scope"],
        rows["name"],
        rows["value"],
        rows["shown"],
        rows["colour"],
        rows["ink"],
        rows["label"],
        shares,
    )
    return [Row(*row) for row in zip(*columns, strict=True)]


def draw_sum(sheet: Sheet, chart: RegionsChart, rows: list[Row]) -> None:
    """Draw the parts end to end, the stated total beneath on the same scale, and what comes of comparing them."""
    scale, unit = sheet.inner / max(chart.total, chart.stated or 0, 1), sheet.unit
    _write_figure(sheet, chart, "regions.parts", chart.total)
    left = sheet.left
    for number, row in enumerate(rows):
        box = Box(left, sheet.y, row.value * scale, _PART_BAR * unit)
        sheet.fill(box, row.colour, sheet.colours.paper, f"part-{number}")
        _write_part(sheet, row, box)
        left += box.width
    if chart.stated is not None:
        _draw_total(sheet, chart, chart.stated, scale)
    else:
        sheet.skip(_PART_BAR)
    sheet.skip(6)
    sheet.write_lines(chart.check, sheet.style(12, "bold"), 2 if sheet.free else 6)
    sheet.skip(12)


def _write_figure(sheet: Sheet, chart: RegionsChart, key: str, value: float) -> None:
    words = chart.look.words
    shown = write_number(value, words.language)
    said = words("drawing.figure", {"name": words(key), "value": shown})
    sheet.write_lines(said, sheet.style(11, "bold"), 1 if sheet.free else 3)
    sheet.skip(2)


def _write_part(sheet: Sheet, row: Row, box: Box) -> None:
    """Write a part's number on it, and its name where that fits; the shares beneath name every part."""
    number, name = (sheet.style(size, weight)._replace(colour=row.ink) for size, weight in _PART_STYLES)
    if measure(row.shown, number) > box.width - 4:
        return
    lines = _fit_name(row.name, name, box.width - 10)
    if not sheet.free and not _breaks_well(lines, row.name):
        lines = []
    middle = box.left + box.width / 2
    top = box.top + (box.height - 1.15 * number.size - 1.25 * name.size * len(lines)) / 2
    sheet.write(row.shown, middle, top, number, "center")
    for place, line in enumerate(lines):
        sheet.write(line, middle, top + 1.25 * number.size + 1.2 * name.size * place, name, "center")


def _breaks_well(lines: list[str], name: str) -> bool:
    """Return whether a name is broken between its words alone, or in Chinese not sign by sign."""
    if name.isascii():
        return " ".join(lines) == typeset(name)
    return len(lines) < 2 or min(map(len, lines)) >= _FEWEST_SIGNS


def _fit_name(name: str, style: Style, width: float) -> list[str]:
    """Break a name into at most two lines of whole words; no line where that is too wide."""
    lines, whole = wrap(name, style, width, 2), typeset(name)
    # Chinese may break anywhere; its lines have no space between them.
    return lines if whole in (" ".join(lines), "".join(lines)) else []


def _draw_total(sheet: Sheet, chart: RegionsChart, stated: float, scale: float) -> None:
    """Draw the stated total beneath the parts; what is missing from them is framed beside them."""
    if stated > chart.total:
        gap = Box(sheet.left + chart.total * scale, sheet.y, (stated - chart.total) * scale, _PART_BAR * sheet.unit)
        sheet.fill(gap, sheet.colours.paper, sheet.colours.marked, "gap")
    sheet.skip(_PART_BAR + 3)
    total = Box(sheet.left, sheet.y, stated * scale, _TOTAL_BAR * sheet.unit)
    sheet.fill(total, sheet.colours.total, name="stated")
    sheet.skip(_TOTAL_BAR + 3)
    _write_figure(sheet, chart, "regions.stated", stated)


def draw_shares(sheet: Sheet, chart: RegionsChart, rows: list[Row]) -> None:
    """Draw a bar to 100 % for each region that has a denominator, and say it in words for all."""
    words, unit, style = chart.look.words, sheet.unit, sheet.style(_WORDS)
    known = any(row.share is not None for row in rows)
    heading = words("drawing.shares" if known else "drawing.counts")
    sheet.write_lines(heading, sheet.style(11, "bold"), 1 if sheet.free else 3)
    sheet.skip(4)
    drawn = _count_drawn(sheet, rows)
    widest = _WIDEST_NAME if sheet.free else min(_WIDEST_NAME * unit, 0.45 * sheet.inner)
    names = [_break_name(sheet, row.name, widest) for row in rows[:drawn]]
    swatch = _SHARE_BAR * unit
    named = sheet.left + swatch + 7 * unit
    bars_left = named + _GAP * unit + max((measure(line, style) for lines in names for line in lines), default=0)
    whole = _measure_whole(sheet, rows[:drawn], bars_left)
    for row, lines in zip(rows[:drawn], names, strict=True):
        sheet.fill(Box(sheet.left, sheet.y, swatch, swatch), row.colour, sheet.colours.border)
        for place, line in enumerate(lines):
            sheet.write(line, named, sheet.y + place * LEADING * style.size, style)
        bar = (
            None
            if row.share is None or whole is None
            else _draw_share(sheet, row.share, row.colour, (bars_left, whole))
        )
        _write_label(sheet, row.label, bars_left if bar is None else bar, len(lines))
    if drawn < len(rows):
        sheet.write_lines(words("drawing.more", {"count": f"{len(rows) - drawn:,}"}), style, 2)


def _count_drawn(sheet: Sheet, rows: list[Row]) -> int:
    """Return how many of the shares have room on a sheet; of a sheet as high as needed, all."""
    step = _STEP * sheet.unit
    if len(rows) <= _FEW or sheet.room >= len(rows) * step:
        return len(rows)
    fitting = int((sheet.room - step) / step)
    if fitting < _FEW:
        raise NoRoom("the parts")
    return fitting


def _break_name(sheet: Sheet, name: str, width: float) -> list[str]:
    if sheet.free:
        return [shorten(name, sheet.style(_WORDS), width)]
    return wrap(name, sheet.style(_WORDS), width, _MOST_LINES)


def _measure_whole(sheet: Sheet, rows: list[Row], left: float) -> float | None:
    """Return how wide the bar of 100 % is; None where beside the words a bar has no room."""
    if sheet.free:
        return _WHOLE
    labels = max((measure(typeset(row.label), sheet.style(_WORDS)) for row in rows), default=0.0) + 1
    gap = _GAP * sheet.unit
    room = sheet.right - left - gap - min(labels, _LABEL_SHARE * sheet.inner)
    return min(_WHOLE * sheet.unit, room) if room > _NARROWEST * sheet.unit else None


def _draw_share(sheet: Sheet, share: float, colour: str, place: tuple[float, float]) -> float:
    """Draw the bar of a share, full where it is over 100 %; return where its words begin."""
    (left, whole), height = place, _SHARE_BAR * sheet.unit
    sheet.fill(Box(left, sheet.y, whole, height), sheet.colours.rest)
    sheet.fill(Box(left, sheet.y, whole * min(share, 1.0), height), colour, sheet.colours.total)
    return left + whole + _GAP * sheet.unit


def _write_label(sheet: Sheet, label: str, left: float, least: int) -> None:
    style = sheet.style(_WORDS)
    lines = wrap(label, style, sheet.right - left, 3 if sheet.free else 3 * _MOST_LINES)
    for place, line in enumerate(lines):
        sheet.write(line, left, sheet.y + place * LEADING * style.size, style)
    sheet.y += _STEP * sheet.unit + (max(len(lines), least) - 1) * LEADING * style.size
