"""The marks of the lists of a Word document, counted as Word counts them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from geo.documents.readers.markup import find_child, list_descendants, read_attribute

if TYPE_CHECKING:
    from geo.documents.readers.markup import Element

_LEVELS = 9
_MOST_STYLES = 20  # styles that one is based on, one above the other
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_CHINESE = "零一二三四五六七八九"


class _Level(NamedTuple):
    """How the items of one level of a list are marked."""

    form: str
    text: str
    start: int


class _Place(NamedTuple):
    """The list and level that a paragraph or its style belongs to."""

    number: str
    level: int


class Lists:
    """The lists of one document: `find_mark` counts on with each item."""

    def __init__(self, numbering: "Element | None", styles: "Element | None") -> None:
        """Take the parts of a document that say how lists are marked, either of which may be missing."""
        self._levels = dict(_read_levels(numbering)) if numbering is not None else {}
        self._styles = {read_attribute(style, "styleId"): style for style in (() if styles is None else styles)}
        self._counts: dict[str, list[int]] = {}

    def find_mark(self, properties: "Element | None") -> str | None:
        """Return the mark of the paragraph with these properties ("•", "2.1"), None for one that is no item."""
        found = self._find_place(properties)
        levels = self._levels.get(found.number) if found else None
        if found is None or not levels or found.level not in levels:
            return None
        level = levels[found.level]
        counts = self._counts.setdefault(found.number, [0] * _LEVELS)
        counts[found.level] = counts[found.level] + 1 if counts[found.level] else level.start
        counts[found.level + 1 :] = [0] * (_LEVELS - found.level - 1)
        if level.form in ("bullet", "none"):
            return "•" if level.form == "bullet" else None
        return _write_mark(levels, found.level, counts)

    def _find_place(self, properties: "Element | None") -> _Place | None:
        """Return what a paragraph or, where it says nothing, its style says of its list."""
        level = None
        for _ in range(_MOST_STYLES):
            stated = find_child(properties, "numPr")
            level = level or read_attribute(find_child(stated, "ilvl"), "val")
            number = read_attribute(find_child(stated, "numId"), "val")
            if number is not None:
                return _Place(number, min(_read_number(level, 0), _LEVELS - 1)) if number != "0" else None
            style = self._styles.get(read_attribute(find_child(properties, "pStyle"), "val"))
            if style is None:
                return None
            # A style says what it is based on as a paragraph says what style it has.
            properties = find_child(style, "pPr")
            if find_child(properties, "numPr") is None:
                based = self._styles.get(read_attribute(find_child(style, "basedOn"), "val"))
                properties = find_child(based, "pPr")
        return None


def _read_levels(numbering: "Element") -> Iterator[tuple[str, dict[int, _Level]]]:
    abstract = {
        read_attribute(found, "abstractNumId"): {
            _read_number(read_attribute(level, "ilvl"), 0): _Level(
                read_attribute(find_child(level, "numFmt"), "val") or "decimal",
                read_attribute(find_child(level, "lvlText"), "val") or "",
                _read_number(read_attribute(find_child(level, "start"), "val"), 1),
            )
            for level in list_descendants(found, "lvl")
        }
        for found in list_descendants(numbering, "abstractNum")
    }
    for number in list_descendants(numbering, "num"):
        levels = abstract.get(read_attribute(find_child(number, "abstractNumId"), "val"), {})
        yield read_attribute(number, "numId") or "", levels


def _read_number(written: str | None, missing: int) -> int:
    return int(written) if written and written.isdecimal() and len(written) < 5 else missing


def _write_mark(levels: dict[int, _Level], own: int, counts: list[int]) -> str:
    mark = levels[own].text
    for place in range(own + 1):
        form = levels[place].form if place in levels else "decimal"
        mark = mark.replace(f"%{place + 1}", write_count(counts[place] or 1, form))
    return mark


def write_count(count: int, form: str) -> str:
    """Return how the number of an item is written in a form of Word's.

    >>> write_count(4, "upperRoman"), write_count(28, "lowerLetter"), write_count(12, "chineseCounting")
    ('IV', 'bb', '十二')
    """
    if form in ("lowerRoman", "upperRoman"):
        return _change_case(_write_roman(count), form)
    if form in ("lowerLetter", "upperLetter"):
        return _change_case(chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9), form)
    if "hinese" in form and count < 100:
        return _write_chinese(count)
    return str(count)


def _change_case(written: str, form: str) -> str:
    return written.upper() if form.startswith("upper") else written


def _write_roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * min(count // value, 20)
        count %= value
    return written


def _write_chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    return (_CHINESE[tens] * (tens > 1)) + ("十" * (tens > 0)) + (_CHINESE[ones] if ones or not tens else "")
