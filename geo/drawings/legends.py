"""The legend of a picture: swatches with their words, in as many rows as they need; and the lines at its end."""

from typing import Literal, NamedTuple

from geo.charts import Labels, Look
from geo.drawings.base_maps import DOT_WIDTH
from geo.drawings.fonts import measure, typeset
from geo.drawings.sheets import MARGIN, WIDTH, Box, Sheet

Mark = Literal["swatch", "dot", "hatch", "ring"]
SWATCH, GAP = 20.0, 16.0
SIZE = 10.5


class Entry(NamedTuple):
    """One entry of a legend; `name` becomes the id of its swatch in an SVG."""

    colour: str
    words: str
    name: str
    mark: Mark = "swatch"


def write_head(sheet: Sheet, labels: Labels) -> None:
    """Write the title, what is measured, and what of the documents is shown."""
    sheet.write_lines(labels.title, sheet.style(20, "bold"), 3)
    sheet.y += 1
    sheet.write_lines(labels.measure, sheet.style(12, faint=True), 2)
    sheet.write_lines(labels.scope, sheet.style(12), 3)
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
    box = Box(left, sheet.y, SWATCH, 12)
    if entry.mark in ("dot", "ring"):
        colour = "none" if entry.mark == "ring" else entry.colour
        sheet.dot(left + SWATCH / 2, sheet.y + 6, DOT_WIDTH, colour)
    elif entry.mark == "hatch":
        sheet.fill(box, sheet.colours.no_data, sheet.colours.border, entry.name)
        sheet.hatch_box(box, entry.colour)
    else:
        sheet.fill(box, entry.colour, sheet.colours.border, entry.name)
    sheet.write(entry.words, left + SWATCH + 6, sheet.y, sheet.style(SIZE))


def write_foot(sheet: Sheet, look: Look, source: str, notes: list[str]) -> None:
    """Write the source and the notes, as many lines as they need."""
    style = sheet.style(9.5, faint=True)
    sheet.y += 8
    if source.strip():
        sheet.write_lines(look.words("note.source", {"source": source}), style, 4)
    for note in notes:
        sheet.write_lines(note, style, 4)
