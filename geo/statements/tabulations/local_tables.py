"""Tables in a language that its pack spells: its numbers and headings, before they are read as all tables are.

The cells of such a table hold "1.250" or "1 250,5", which a reader of English would take for another number. What a
heading multiplies by ("en millones") or pays in is not read: such a table is left out rather than misread.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.documents.grids import Cell, Grid
from geo.languages.packs import read_pack, read_values
from geo.nouns import find_noun, is_spelled
from geo.numbers import Amount, parse_numeral
from geo.statements.tabulations.headings import Heading

_MONEY = re.compile(r"[$€£¥₽]|\b[A-Z]{3}\b")
_THREE = Amount(0, 1, 0, 1, 3.0, None, "exact", None)
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")  # three digits behind a comma are thousands in any table
_NUMBER = re.compile(r"\d[\d., ']*\d|\d")
_NOTHING = Heading(None, None, None, None, None, open=False, counts=False)


class _Words(NamedTuple):
    """The words of headings in one language, compiled."""

    scales: re.Pattern[str]
    no_counts: re.Pattern[str]
    leads: re.Pattern[str]
    general: frozenset[str]


def localise(grid: Grid, language: str | None) -> Grid | None:
    """Return a table with its numbers written as all tables' are, None where its caption or headings multiply them.

    A table in a language without a spelled pack is returned as it is.
    """
    if language is None or not is_spelled(language):
        return grid
    words = _read_words(language)
    said = [line.text for line in grid.caption[:1] if "(" in line.text]
    if any(map(words.scales.search, [*said, *(cell.text for row in grid.rows[:1] for cell in row)])):
        return None
    rows = tuple(tuple(_write_plainly(cell, language) for cell in row) for row in grid.rows)
    return grid._replace(rows=rows, language=language)


def _write_plainly(cell: Cell, language: str) -> Cell:
    text = cell.text.strip()
    share = text.endswith("%")
    number = text.removesuffix("%").strip()
    if not _NUMBER.fullmatch(number) or number.isdigit() or _THOUSANDS.fullmatch(number):
        return cell
    value = parse_numeral(number, language)
    return cell if value is None else cell._replace(text=f"{value:.15g}{'%' * share}")


def read_spelled_heading(text: str, language: str) -> Heading:
    """Return what a heading says of the numbers under it: the noun it counts, shares, or nothing that adds up.

    >>> read_spelled_heading("Nombre de boursiers", "fr")[0], read_spelled_heading("Taux (pour mille)", "fr").counts
    ('people', False)
    """
    words, lowered = _read_words(language), text.lower().strip()
    if words.no_counts.search(lowered) or words.scales.search(lowered) or _MONEY.search(text):
        return _NOTHING
    if "%" in text:
        return Heading("percent", None, None, None, None, open=False, counts=True)
    if lowered in words.general:
        return Heading(None, None, None, None, None, open=True, counts=True, plain=True)
    lead = words.leads.match(lowered)
    counted = text.strip()[lead.end() :] if lead else text.strip()
    noun = _find_noun(counted, language)
    return _NOTHING if noun is None else Heading(noun[0], None, None, None, None, open=False, counts=True, noun=noun[1])


def _find_noun(words: str, language: str) -> tuple[str, str] | None:
    capitals = bool(read_pack(language, "nouns").get("capitals"))
    written = words if capitals else words[:1].lower() + words[1:]
    noun = find_noun(f"3 {written}", _THREE, (), language)
    return (noun.unit, noun.lemma) if noun and noun.unit != "measure" else None


@cache
def _read_words(language: str) -> _Words:
    rows = read_pack(language, "rows")
    lists = {name: cast(Sequence[str], rows[name]) for name in ("no_counts", "leads", "general")}
    return _Words(
        _find(list(read_values(language, "numbers", "scales"))),
        _find(lists["no_counts"]),
        re.compile(rf"(?:{_join(lists['leads'])})\s?"),
        frozenset(lists["general"]),
    )


def _find(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_join(words)})(?!\w)", re.IGNORECASE)


def _join(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
