"""What an address may hold: how each field of the reader's choice is read from it and written to it.

The choice itself, and when it is read, is dashboard.parts.selection.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, NamedTuple, get_args

from dashboard.figures.card_fields import CARD_FIELDS
from dashboard.figures.earth_views import FRAMES
from geo.base.errors import DrawingError, UnknownCode
from geo.base.intervals import Verdict
from geo.base.records import EventKind
from geo.charts import BORDERS, EACH, HUES, METHODS, PARTS, PER, PROJECTIONS, ROWS, Side, read_side
from geo.charts.chart_kinds import list_keys
from geo.charts.classes import read_limits
from geo.charts.scales import read_midpoint
from geo.drawings.editions import LONGEST_NOTE, MOST_NOTES, MOST_SIGNS, SIZES
from geo.reference.places import find_alpha_3
from geo.reference.themes import read_themes
from geo.reference.wordings import LANGUAGES
from geo.statements.checks import CheckKind
from geo.store.corpus import MOST_CHARACTERS, DocumentOrder

KINDS: tuple[EventKind, ...] = get_args(EventKind)
CHECK_KINDS: tuple[CheckKind, ...] = get_args(CheckKind)
VERDICTS: tuple[Verdict, ...] = ("disagrees", "open", "agrees")
Sought = Literal["sentences", "left_out"]
SOUGHT: tuple[Sought, ...] = get_args(Sought)
Read = Literal["figures", "events", "checks", "refused", "nothing"]
READ: tuple[Read, ...] = get_args(Read)
ORDERS: tuple[DocumentOrder, ...] = get_args(DocumentOrder)
_LONGEST, _LONGEST_OUTLET, _LONGEST_MEASURE = 64, 200, 120
_LONGEST_NUMBER = 9
_NONE = "none"
BETWEEN = "."  # stands between codes, and needs no escape in an address


def list_figures() -> tuple[str, ...]:
    """Return what the page *Compare* shows a measure as: its own charts, and the kinds that compare (see geo.charts.chart_kinds)."""
    return ("bars", *list_keys("bars"), *list_keys("sides"), "maps", "two")


def list_shown() -> tuple[str, ...]:
    """Return what the page *World* shows a measure as: coloured areas, and the kinds of countries and areas."""
    return ("areas", *list_keys("countries"))


class Fault(NamedTuple):
    """What a link says that was not taken: of which field ("span": days that run backwards), in the link's words."""

    field: str
    texts: tuple[str, ...]


class ReadFields(NamedTuple):
    """The fields that an address holds, by name, and what of it was not taken."""

    values: dict[str, object]
    faults: tuple[Fault, ...]


def read_fields(address: Mapping[str, str]) -> ReadFields:
    """Return what an address says of the fields that there are; what it says in error is left out."""
    said = {name: text for name, text in address.items() if name in _READERS and text.strip()}
    read = {name: _READERS[name](text) for name, text in said.items()}
    faults = (Fault(name, wrong) for name, text in said.items() if (wrong := _list_wrong(name, text, read[name])))
    return ReadFields({name: value for name, value in read.items() if value is not None}, tuple(faults))


def _list_wrong(name: str, text: str, value: object) -> tuple[str, ...]:
    """Return the words of a field that were not taken."""
    if name == "codes":
        return tuple(one for one in _split_codes(text) or [text] if _find_code(one) is None)
    return () if value is not None else (text,)


def spell_value(value: object) -> str:
    """Return how the value of a field is written to an address: a whole number without its fraction, an empty list as a word."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return (BETWEEN.join(map(str, value)) or _NONE) if isinstance(value, tuple) else str(value)


def _read_codes(text: str) -> tuple[str, ...] | None:
    """Return the codes that are known, in whatever case and of two letters or three; None where there is none."""
    found = dict.fromkeys(code for one in _split_codes(text) if (code := _find_code(one)) is not None)
    return tuple(found) or None


def _split_codes(text: str) -> list[str]:
    return [one for one in re.split(r"[.,;\s]+", text) if one]


def _find_code(text: str) -> str | None:
    """Return the alpha-3 code that an alpha-2 or alpha-3 code of any case stands for."""
    try:
        return find_alpha_3(text.upper()) if text.isascii() and text.isalpha() else None
    except UnknownCode:
        return None


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read_name(text: str) -> str | None:
    return text if len(text) <= _LONGEST else None


def _read_measure(text: str) -> str | None:
    """Return the key of a measure; whether the documents have it is found where it is shown."""
    return text if len(text) <= _LONGEST_MEASURE and re.fullmatch(r"[\w.-]+", text) else None


def _read_outlet(text: str) -> str | None:
    return text if 0 < len(text) <= _LONGEST_OUTLET else None


def _read_words(most: int) -> Callable[[str], str | None]:
    return lambda text: text if len(text) <= most else None


def _read_query(text: str) -> str | None:
    return text[: MOST_CHARACTERS + 1] or None


def _read_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def _read_one_of(allowed: Callable[[], tuple[str, ...]]) -> Callable[[str], str | None]:
    return lambda text: text if text in allowed() else None


def _read_limits(text: str) -> tuple[int, ...] | None:
    try:
        return read_limits(text.replace(BETWEEN, ","))
    except DrawingError:
        return None


def _read_card(text: str) -> tuple[str, ...] | None:
    """Return what cards tell; None where a word is none of it."""
    chosen = () if text == _NONE else tuple(dict.fromkeys(text.split(BETWEEN)))
    return chosen if set(chosen) <= set(CARD_FIELDS) else None


def _read_side(text: str) -> Side | None:
    try:
        return read_side(text)
    except DrawingError:
        return None


def _read_true(text: str) -> bool | None:
    return True if text == "True" else None


def _read_false(text: str) -> bool | None:
    return False if text == "False" else None


# How each field is read from an address; None where it holds something else.
_READERS: Mapping[str, Callable[[str], object]] = {
    "language": _read_one_of(lambda: LANGUAGES),
    "measure": _read_measure,
    "giver": _read_true,
    "flows": _read_true,
    "frame": _read_one_of(lambda: FRAMES),
    "codes": _read_codes,
    "since": _read_day,
    "until": _read_day,
    "theme": _read_one_of(lambda: tuple(read_themes())),
    "kind": _read_one_of(lambda: KINDS),
    "document": _read_name,
    "breakdown": _read_name,
    "totals": _read_name,
    "check": _read_one_of(lambda: CHECK_KINDS),
    "verdict": _read_one_of(lambda: VERDICTS),
    "figure": _read_one_of(list_figures),
    "shown_as": _read_one_of(list_shown),
    "rows": _read_one_of(lambda: ROWS),
    "parts": _read_one_of(lambda: PARTS),
    "share": _read_true,
    "sort": _read_name,
    "each": _read_one_of(lambda: EACH),
    "classes": _read_one_of(lambda: METHODS),
    "limits": _read_limits,
    "midpoint": read_midpoint,
    "hue": _read_one_of(lambda: HUES),
    "projection": _read_one_of(lambda: PROJECTIONS),
    "borders": _read_one_of(lambda: BORDERS),
    "names": _read_false,
    "card": _read_card,
    "outlet": _read_outlet,
    "spoken": _read_name,
    "query": _read_query,
    "sought": _read_one_of(lambda: SOUGHT),
    "reason": _read_name,
    "read": _read_one_of(lambda: READ),
    "order": _read_one_of(lambda: ORDERS),
    "sentence": _read_number,
    "stated": _read_name,
    "per": _read_one_of(lambda: PER),
    "first": _read_side,
    "second": _read_side,
    **{name: _read_words(most) for name, most in MOST_SIGNS.items()},
    "edited": _read_name,
    "notes": _read_words(MOST_NOTES * LONGEST_NOTE),
    "size": _read_one_of(lambda: SIZES),
    "light": _read_true,
    "written": _read_one_of(lambda: LANGUAGES),
    "uncut": _read_true,
}
