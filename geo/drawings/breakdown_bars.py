"""The bars of a regional breakdown: its parts end to end, the stated total beneath, and each region's share."""

from typing import NamedTuple

from geo.charts import RegionsChart
from geo.charts.numbers import write_number
from geo.drawings.fonts import Style, measure, shorten, typeset, wrap
from geo.drawings.sheets import INNER, LEADING, MARGIN, Box, Sheet

_PART_BAR, _TOTAL_BAR, _SHARE_BAR, _STEP = 48.0, 14.0, 13.0, 22.0
_NUMBER, _NAME, _WORDS = 15.0, 9.5, 10.5
# Of the shares: the widest name, the bar of 100 %, and what is kept free between columns.
_WIDEST_NAME, _WHOLE, _GAP = 220.0, 380.0, 10.0


class Row(NamedTuple):
    """One part as the picture needs it; `share` is None where there is no denominator."""

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
    columns = (rows["name"], rows["value"], rows["shown"], rows["colour"], rows["ink"], rows["label"], shares)
    return [Row(*row) for row in zip(*columns, strict=True)]


def draw_sum(sheet: Sheet, chart: RegionsChart, rows: list[Row]) -> None:
    """Draw the parts end to end, the stated total beneath on the same scale, and what comes of comparing them."""
    scale = INNER / max(chart.total, chart.stated or 0, 1)
    _write_figure(sheet, chart, "regions.parts", chart.total)
    left = MARGIN
    for number, row in enumerate(rows):
        box = Box(left, sheet.y, row.value * scale, _PART_BAR)
        sheet.fill(box, row.colour, sheet.colours.paper, f"part-{number}")
        _write_part(sheet, row, box)
        left += box.width
    if chart.stated is not None:
        _draw_total(sheet, chart, chart.stated, scale)
    else:
        sheet.y += _PART_BAR
    sheet.y += 6
    sheet.write_lines(chart.check, sheet.style(12, "bold"), 2)
    sheet.y += 12


def _write_figure(sheet: Sheet, chart: RegionsChart, key: str, value: float) -> None:
    words = chart.look.words
    shown = write_number(value, words.language)
    sheet.write_lines(words("drawing.figure", {"name": words(key), "value": shown}), sheet.style(11, "bold"), 1)
    sheet.y += 2


def _write_part(sheet: Sheet, row: Row, box: Box) -> None:
    """Write a part's number on it, and its name where that fits; the shares beneath name every part."""
    number = Style(_NUMBER, "bold", row.ink)
    name = Style(_NAME, "regular", number.colour)
    if measure(row.shown, number) > box.width - 4:
        return
    lines = _fit_name(row.name, name, box.width - 10)
    middle = box.left + box.width / 2
    top = box.top + (box.height - 1.15 * _NUMBER - 1.25 * _NAME * len(lines)) / 2
    sheet.write(row.shown, middle, top, number, "center")
    for place, line in enumerate(lines):
        sheet.write(line, middle, top + 1.25 * _NUMBER + 1.2 * _NAME * place, name, "center")


def _fit_name(name: str, style: Style, width: float) -> list[str]:
    """Break a name into at most two lines of whole words; no line where that is too wide."""
    lines, whole = wrap(name, style, width, 2), typeset(name)
    # Chinese may break anywhere; its lines have no space between them.
    return lines if whole in (" ".join(lines), "".join(lines)) else []


def _draw_total(sheet: Sheet, chart: RegionsChart, stated: float, scale: float) -> None:
    """Draw the stated total beneath the parts; what is missing from them is framed beside them."""
    if stated > chart.total:
        gap = Box(MARGIN + chart.total * scale, sheet.y, (stated - chart.total) * scale, _PART_BAR)
        sheet.fill(gap, sheet.colours.paper, sheet.colours.marked, "gap")
    sheet.y += _PART_BAR + 3
    sheet.fill(Box(MARGIN, sheet.y, stated * scale, _TOTAL_BAR), sheet.colours.total, name="stated")
    sheet.y += _TOTAL_BAR + 3
    _write_figure(sheet, chart, "regions.stated", stated)


def draw_shares(sheet: Sheet, chart: RegionsChart, rows: list[Row]) -> None:
    """Draw a bar to 100 % for each region that has a denominator, and say it in words for all."""
    words = chart.look.words
    known = any(row.share is not None for row in rows)
    sheet.write_lines(words("drawing.shares" if known else "drawing.counts"), sheet.style(11, "bold"), 1)
    sheet.y += 4
    names = [shorten(row.name, sheet.style(_WORDS), _WIDEST_NAME) for row in rows]
    bars_left = MARGIN + _SHARE_BAR + 7 + _GAP + max((measure(name, sheet.style(_WORDS)) for name in names), default=0)
    for row, name in zip(rows, names, strict=True):
        sheet.fill(Box(MARGIN, sheet.y, _SHARE_BAR, _SHARE_BAR), row.colour, sheet.colours.border)
        sheet.write(name, MARGIN + _SHARE_BAR + 7, sheet.y, sheet.style(_WORDS))
        label_left = bars_left if row.share is None else _draw_share(sheet, row.share, row.colour, bars_left)
        _write_label(sheet, row.label, label_left)


def _draw_share(sheet: Sheet, share: float, colour: str, left: float) -> float:
    """Draw the bar of a share, full where it is over 100 %; return where its words begin."""
    sheet.fill(Box(left, sheet.y, _WHOLE, _SHARE_BAR), sheet.colours.rest)
    sheet.fill(Box(left, sheet.y, _WHOLE * min(share, 1.0), _SHARE_BAR), colour, sheet.colours.total)
    return left + _WHOLE + _GAP


def _write_label(sheet: Sheet, label: str, left: float) -> None:
    style = sheet.style(_WORDS)
    lines = wrap(label, style, MARGIN + INNER - left, 3)
    for place, line in enumerate(lines):
        sheet.write(line, left, sheet.y + place * LEADING * style.size, style)
    sheet.y += _STEP + (len(lines) - 1) * LEADING * style.size
