"""A picture from its title to its last note: what every kind of chart has around what it draws.

On a sheet of a given height what is drawn takes the room between the head and the foot. Where that is not enough all is
drawn anew with smaller type, down to what the medium bears.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from geo.base.errors import DrawingError
from geo.charts import Labels, Look
from geo.drawings.editions import Edition
from geo.drawings.sheets import DRAWING, Format, NoRoom, Sheet

# Lines of the title, of what is measured and shown, and of each note: on a sheet of the usual width, and on others.
_TITLE, _MEASURE, _SCOPE, _NOTE = 3, 2, 3, 4
_MORE_LINES = 3


class Page(NamedTuple):
    """What stands around a chart: its words, its notes in order, and what it shows for those who cannot see it."""

    look: Look
    labels: Labels
    notes: Sequence[str]
    alt: str


def draw_page(
    page: Page, edition: Edition, file_format: Format, scale: int, draw_body: Callable[[Sheet], None]
) -> bytes:
    """Return a picture as a file; DrawingError where it has no room for all of it, or for another format or scale."""
    title = edition.title.strip() or page.labels.title
    for unit in edition.preset.units:
        try:
            with DRAWING:
                sheet = fill_sheet(page, edition, unit, draw_body)
                return sheet.save(title, page.alt, file_format, scale)
        except NoRoom as missing:
            reason = str(missing)
    raise DrawingError(f"{edition.size} has no room for {reason}; shorten the words, or choose another size")


def fill_sheet(page: Page, edition: Edition, unit: float, draw_body: Callable[[Sheet], None]) -> Sheet:
    """Return the finished sheet with type so large; NoRoom where something does not fit."""
    sheet = Sheet(page.look, edition.preset, unit, edition.dpi)
    _write_head(sheet, page.labels, edition)
    for text in _list_foot(page, edition):
        sheet.add_note(text, _NOTE)
    draw_body(sheet)
    sheet.write_notes()
    return sheet


def _write_head(sheet: Sheet, labels: Labels, edition: Edition) -> None:
    """Write the title, what is measured, and what of the documents is shown."""
    more = 0 if edition.free else _MORE_LINES
    title = edition.title.strip()
    style, whole = sheet.style(20, "bold"), "title" if title else None
    sheet.write_lines(title or labels.title, style, _TITLE + more, whole=whole, even=True)
    sheet.skip(1)
    sheet.write_lines(edition.subtitle, sheet.style(14), _SCOPE + more, whole="subtitle")
    sheet.write_lines(labels.measure, sheet.style(12, faint=True), _MEASURE + more)
    sheet.write_lines(labels.scope, sheet.style(12), _SCOPE + more)
    sheet.skip(7)


def _list_foot(page: Page, edition: Edition) -> list[str]:
    """List the editor's note, the source, the credit and what the chart says of itself."""
    source = page.labels.source.strip() and page.look.words("note.source", {"source": page.labels.source})
    return [text for text in (edition.note, source, edition.credit, *page.notes) if text.strip()]


def refuse_notes(edition: Edition, chart: str) -> None:
    """Raise DrawingError where notes are to stand on the map of a chart that has no one map."""
    if edition.on_map:
        raise DrawingError(f"{chart} has no map of its own for notes; they stand on a map or on one of regions")
