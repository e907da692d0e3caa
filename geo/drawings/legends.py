"""The legend of a picture: swatches with their words, in as many rows as they need; and the lines at its end."""

from typing import Literal, NamedTuple

from geo.charts import Look
from geo.drawings.base_maps import DOT_WIDTH
from geo.drawings.fonts import measure, typeset
from geo.drawings.sheets import MARGIN, WIDTH, Box, Sheet

Mark = Literal["swatch", "dot"]
SWATCH, GAP = 20.0, 16.0
SIZE = 10.5


class Entry(NamedTuple):
    """One entry of a legend; `name` becomes the id of its swatch in an SVG."""

    colour: str
    words: str
    name: str
    mark: Mark = "swatch"


def write_head(sheet: Sheet, title: str, measure_words: str) -> None:
    """Write the title, and what is measured."""
    sheet.write_lines(title, sheet.style(20, "bold"), 3)
    sheet.y += 1
    sheet.write_lines(measure_words, sheet.style(12, faint=True), 2)
    sheet.y += 7


def write_legend(sheet: Sheet, entries: list[Entry]) -> None:
    """Write a legend from left to right, a new row where the width ends."""
    style, left = sheet.style(SIZE), MARGIN
    for entry in (entry._replace(words=typeset(entry.words)) for entry in entries):
        width = SWATCH + 6 + measure(entry.words, style)
        if left > MARGIN and left + width > WIDTH - MARGIN:
            left, sheet.y = MARGIN, sheet.y + 1.7 * SIZE
        _write_entry(sheet, entry, left)
        left += width + GAP
    sheet.y += 1.7 * SIZE + 4


def _write_entry(sheet: Sheet, entry: Entry, left: float) -> None:
    if entry.mark == "dot":
        sheet.dot(left + SWATCH / 2, sheet.y + 6, DOT_WIDTH, entry.colour)
    else:
        sheet.fill(Box(left, sheet.y, SWATCH, 12), entry.colour, sheet.colours.border, entry.name)
    sheet.write(entry.words, left + SWATCH + 6, sheet.y, sheet.style(SIZE))


def write_foot(sheet: Sheet, look: Look, source: str, notes: list[str]) -> None:
    """Write the source and the notes, as many lines as they need."""
    style = sheet.style(9.5, faint=True)
    sheet.y += 8
    if source.strip():
        sheet.write_lines(look.words("note.source", {"source": source}), style, 4)
    for note in notes:
        sheet.write_lines(note, style, 4)
