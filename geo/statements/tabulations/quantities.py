"""The cells of a table of figures as quantities, with the sides that heading, label and caption name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from geo.base.records import Mention, Quantity, Refusal
from geo.clauses.counts import PARTIES, list_mentions_within
from geo.documents.grids import Cell
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.statements.tabulations.cells import Value, read_cell
from geo.statements.tabulations.columns import Column, Row, Sheet
from geo.statements.tabulations.labels import SUBTOTAL, TOTAL

RULE = "table"
MISPLACED: Final = "a row of a table with more or fewer cells than the others"

_GIVING = re.compile(
    r"\b(?:aid|assist\w*|donat\w+|gifts?|grants?|given|gave|provid\w+|suppl\w+|sold|sales?|deliver\w+|sent|shipp\w+|"
    r"export\w*|pledg\w+|receiv\w+|got|bought|order\w*)\b|援助|捐赠|捐助|赠|提供|支援|销售|出售|交付|出口|援外|运抵|接收|收到|获得|订购",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:\b(?:to|for|reaching)(?: the)? |[向给对]|抵达|援)$", re.IGNORECASE)
_FROM = re.compile(r"(?:\b(?:from)(?: the)? |[自从由])$", re.IGNORECASE)
_RECEIVED = re.compile(r"\b(?:receiv\w+|got|bought)\b|接收|收到|获得|订购", re.IGNORECASE)
_RECEIVER = re.compile(
    r"\b(?:recipients?|receiv(?:er|ing)|beneficiar|destinations?|importers?)|受援|接收|受赠|目的地", re.IGNORECASE
)
_GIVER = re.compile(
    r"\b(?:donors?|givers?|providers?|exporters?|suppliers?|sources?|origins?)\b|捐赠[国方者]|援助[国方]|来源|出口国",
    re.IGNORECASE,
)


class CellFigure(NamedTuple):
    """The quantity of one cell, and its place in the sheet: the number of its row and of its column."""

    quantity: Quantity
    row: int
    column: int


class _Sides(NamedTuple):
    """Who gave and who received, as far as corner and caption say; LABEL where the rows name that side."""

    giver: str | None
    recipient: str | None


_LABEL = "label"


def read_figures(sheet: Sheet, mentions: Sequence[Mention]) -> tuple[list[CellFigure], list[Refusal]]:
    """Return the quantities of a sheet, row by row, and its cells that cannot be read."""
    figures: list[CellFigure] = []
    refusals: list[Refusal] = []
    sides = _find_sides(sheet, mentions)
    for row, column, cell in _list_cells(sheet):
        stated, counted = sheet.rows[row], sheet.columns[column]
        read = read_cell(cell.text, counted.unit, counted.scale)
        if read is not None and not stated.whole:
            read = MISPLACED
        if isinstance(read, str):
            refusals.append(Refusal(cell.start, cell.end, cell.text, (), read))
        elif read is not None:
            figures.append(CellFigure(_make_quantity(cell, read, stated, counted, sides), row, column))
    return figures, refusals


def _list_cells(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """Yield row, column and cell of what is counted; a subtotal repeats what the rows above it say."""
    for number, row in enumerate(sheet.rows):
        for place, (column, cell) in enumerate(zip(sheet.columns, row.cells, strict=False)):
            if column.counts and cell.text and row.label.text and row.code != SUBTOTAL:
                yield number, place, cell


def _make_quantity(cell: Cell, read: Value, row: Row, column: Column, sides: _Sides) -> Quantity:
    scope = None if row.code == TOTAL else row.code
    unit = read.unit or column.unit or ""
    noun = read.noun if read.unit else column.noun
    # The members of a region are counted, and are no side; a country in a row is itself the giver or recipient.
    named = scope if scope in read_areas() or (scope in read_organisations() and unit not in PARTIES) else None
    giver, recipient = (named if side == _LABEL else side for side in sides)
    return Quantity(
        cell.start, cell.end, cell.text, read.value, read.value_to, read.bound, unit, noun,
        scope, column.theme, giver, recipient, column.status, RULE,
    )  # fmt: skip


def _find_sides(sheet: Sheet, mentions: Sequence[Mention]) -> _Sides:
    """Return the sides: what stands over the labels, and the one country that the caption names beside giving."""
    over = sheet.corner
    giver = _LABEL if _GIVER.search(over) else None
    # Regions are counted, and no side is theirs; a country in a row is the one that something was given to.
    recipient = _LABEL if _RECEIVER.search(over) else None
    headings = " ".join(column.heading.text for column in sheet.columns)
    for line in sheet.grid.caption:
        named = [m for m in list_mentions_within(mentions, line.start, line.end) if m.code in read_areas()]
        if len({mention.code for mention in named}) != 1 or not _GIVING.search(f"{line.text} {headings}"):
            continue
        if _is_receiver(line.text, named[0].start - line.start):
            return _Sides(giver, recipient or named[0].code)
        return _Sides(giver or named[0].code, recipient)
    return _Sides(giver, recipient)


def _is_receiver(line: str, place: int) -> bool:
    """Tell "masks given to Italy", "received by Italy" and "Italy received" from "by Italy" and "received from Italy"."""
    before = line[:place]
    if _FROM.search(before):
        return False
    received = _RECEIVED.search(line) is not None
    if re.search(r"\bby(?: the)? $", before, re.IGNORECASE):
        return received
    return _TO.search(before) is not None or (received and _RECEIVED.search(before) is None)
