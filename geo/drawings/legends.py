"""The legend of a picture: swatches with their words, in as many rows as they need."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from geo.drawings.base_maps import DOT_WIDTH
from geo.drawings.fonts import measure, typeset, wrap
from geo.drawings.sheets import LEADING, Box, Sheet, write_id

Mark = Literal["swatch", "dot", "hatch", "stripes", "ring", "cored"]
SWATCH, GAP = 20.0, 16.0
SIZE = 10.5
_HEIGHT, _BESIDE = 12.0, 6.0
_ROW, _END = 1.7 * SIZE, 4.0
_MOST_LINES = 6


class Entry(NamedTuple):
    """One entry of a legend; the id of its swatch in an SVG is `legend-` and its `name`."""

    colour: str
    words: str
    name: str
    mark: Mark = "swatch"


def write_legend(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """Write a legend from left to right, a new row where the width ends; words wider than that go on in another line."""
    style, unit, left = sheet.style(SIZE), sheet.unit, sheet.left
    indent = (SWATCH + _BESIDE) * unit
    for entry in entries:
        line = typeset(entry.words)
        width = indent + measure(line, style)
        if left > sheet.left and left + width > sheet.right:
            left, sheet.y = sheet.left, sheet.y + _ROW * unit
        lines = [line] if width <= sheet.inner else wrap(entry.words, style, sheet.inner - indent, _MOST_LINES)
        _write_entry(sheet, entry, lines, left)
        sheet.y += (len(lines) - 1) * LEADING * style.size
        left = left + width + GAP * unit if len(lines) == 1 else sheet.right + 1
    sheet.skip(_ROW + _END)


def measure_column(sheet: Sheet, entries: Sequence[Entry]) -> float:
    """Return how wide a legend is whose entries stand below one another."""
    words = (measure(typeset(entry.words), sheet.style(SIZE)) for entry in entries)
    return (SWATCH + _BESIDE) * sheet.unit + max(words, default=0.0)


def _write_entry(sheet: Sheet, entry: Entry, lines: Sequence[str], left: float) -> None:
    unit, name = sheet.unit, write_id("legend", entry.name)
    box = Box(left, sheet.y, SWATCH * unit, _HEIGHT * unit)
    middle = left + box.width / 2, sheet.y + box.height / 2
    if entry.mark in ("dot", "ring", "cored"):
        sheet.dot(*middle, DOT_WIDTH * unit, entry.colour if entry.mark == "dot" else "none", name)
        if entry.mark == "cored":
            sheet.core(*middle, DOT_WIDTH * unit, entry.colour)
    elif entry.mark == "hatch":
        sheet.fill(box, sheet.colours.no_data, sheet.colours.border, name)
        sheet.hatch_box(box, entry.colour)
    elif entry.mark == "stripes":
        sheet.fill(box, sheet.colours.paper, sheet.colours.border, name)
        sheet.hatch_box(box, entry.colour, falling=True)
    else:
        sheet.fill(box, entry.colour, sheet.colours.border, name)
    style = sheet.style(SIZE)
    for number, line in enumerate(lines):
        sheet.write(line, left + box.width + _BESIDE * unit, sheet.y + number * LEADING * style.size, style)
