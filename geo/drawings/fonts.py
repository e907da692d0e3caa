"""The fonts of the pictures: what they can draw, how wide a text is, and where its lines break.

A character is taken from the fonts that ship with AidAtlas (Latin, Greek, Cyrillic, GB 2312; Arabic), else from matplotlib's
DejaVu Sans, else from a Chinese font of the machine. What none of them has, and control and direction characters, are
drawn as 〓, the printers' sign for a missing character: nothing is left out unseen, and no text turns another round.
"""

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from geo.base.folders import find_data_folder

Weight = Literal["regular", "bold"]
MISSING = "〓"
# A last line shorter than this share of the width is a stump; and how often the way to an even width is halved.
_STUMP, _HALVINGS = 0.35, 7
# Soft hyphens, zero-width spaces and byte order marks order nothing about the text beside them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_SHIPPED: dict[str, str] = {
    "AidAtlas Sans": "aidatlas-sans.otf",
    "AidAtlas Sans Bold": "aidatlas-sans-bold.otf",
    "AidAtlas Sans Arabic": "aidatlas-sans-arabic.ttf",
    "AidAtlas Sans Arabic Bold": "aidatlas-sans-arabic-bold.ttf",
}
_FAMILIES: dict[Weight, tuple[str, ...]] = {
    "regular": ("AidAtlas Sans", "AidAtlas Sans Arabic", "DejaVu Sans"),
    "bold": ("AidAtlas Sans Bold", "AidAtlas Sans", "AidAtlas Sans Arabic Bold", "DejaVu Sans"),
}
# Tried in this order for traditional and rare characters.
_OF_THE_MACHINE = (
    "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK JP", "Source Han Sans SC", "Microsoft YaHei",
    "PingFang SC", "WenQuanYi Zen Hei",
)  # fmt: skip
# Full-width in Chinese: data/fonts/build.py puts the forms of Latin text into the private area of the shipped fonts,
# and DejaVu Sans draws the bullet operator as a narrow middle dot.
LATIN_FORMS = {"‘": "\ue000", "’": "\ue001", "“": "\ue002", "”": "\ue003", "…": "\ue004", "·": "\u2219"}
_TO_LATIN = str.maketrans(LATIN_FORMS)
_APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])")
_OPENING, _CLOSING = "（《〈「『【“‘(\\[", "）》〉」』】”’)\\]、，。；：！？,.;:!?…%％"
_WIDE = "\u2e80-\ufaff\uff00-\uffef"
# A year, month or day stays with its number.
_UNIT = re.compile(rf"[{_OPENING}]*(?:[^\s{_WIDE}]+[年月日]?|[{_WIDE}])?[{_CLOSING}]*\s*")


class Style(NamedTuple):
    """How a text looks: its size in points, weight and colour."""

    size: float
    weight: Weight
    colour: str

    @property
    def font(self) -> FontProperties:
        """The fonts of this style, in the order in which they are asked for a character."""
        return FontProperties(family=list(list_families(self.weight)), size=self.size)


@cache
def list_families(weight: Weight) -> tuple[str, ...]:
    """List the names of the fonts of a weight; the shipped ones are made known to matplotlib first."""
    known = set(_register_fonts())
    return *_FAMILIES[weight], *(name for name in _OF_THE_MACHINE if name in known)


@cache
def _register_fonts() -> tuple[str, ...]:
    for file in _SHIPPED.values():
        fontManager.addfont(find_data_folder() / "fonts" / file)
    return tuple(font.name for font in fontManager.ttflist)


@cache
def list_characters() -> frozenset[str]:
    """List the characters that can be drawn."""
    paths = {fontManager.findfont(FontProperties(family=name)) for name in list_families("regular")}
    return frozenset(chr(number) for path in paths for number in FT2Font(path).get_charmap())


def make_drawable(text: str, most: int = 600) -> str:
    """Return a text of one line that can be drawn as it reads: marks for what cannot, an ellipsis where cut short."""
    spaced = " ".join(_INVISIBLE.sub("", text[: 4 * most]).split())
    cut = f"{spaced[:most].rstrip()}…" if len(spaced) > most or len(text) > 4 * most else spaced
    return "".join(_mark(sign) for sign in cut)


def _mark(sign: str) -> str:
    return sign if sign in list_characters() and unicodedata.category(sign)[0] != "C" else MISSING


def typeset(text: str, most: int = 600) -> str:
    """Return a text of one line as the fonts want it: make_drawable, and in Latin text the Latin quotation marks."""
    drawable = make_drawable(text, most)
    return _APOSTROPHE.sub("\ue001", drawable) if _has_wide(drawable) else drawable.translate(_TO_LATIN)


def _has_wide(text: str) -> bool:
    return re.search(f"[{_WIDE}]", text) is not None


def measure(text: str, style: Style) -> float:
    """Return how wide a text is, in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, style.font, False)
    return float(width)


def wrap(text: str, style: Style, width: float, most_lines: int) -> list[str]:
    """Break a text into lines no wider than `width` points; the last ends in an ellipsis where text is left over.

    Chinese breaks between any two characters, but no line begins with a closing sign or ends with an opening one.
    """
    lines = [""]
    for unit in _list_units(typeset(text), style, width):
        if lines[-1] and measure((lines[-1] + unit).rstrip(), style) > width:
            lines.append("")
        lines[-1] += unit
    kept = [line.rstrip() for line in lines[:most_lines]]
    return kept if len(lines) <= most_lines else [*kept[:-1], _cut(kept[-1], style, width)]


def find_even_width(text: str, style: Style, width: float, most_lines: int) -> float:
    """Return the width at which a text takes no more lines and its last is no stump: less than the width, or that itself."""
    lines = wrap(text, style, width, most_lines + 1)
    if not 1 < len(lines) <= most_lines or measure(lines[-1], style) >= _STUMP * width:
        return width
    # No word is broken that was whole; halves of the way are near enough.
    least, even = max(measure(unit.rstrip(), style) for unit in _list_units(typeset(text), style, width)), width
    for _ in range(_HALVINGS):
        middle = (least + even) / 2
        if len(wrap(text, style, middle, most_lines + 1)) > len(lines):
            least = middle
        else:
            even = middle
    return even


def _list_units(text: str, style: Style, width: float) -> list[str]:
    """List what must stay together; a word wider than a line falls into its characters."""
    units = [unit for unit in _UNIT.findall(text) if unit]
    return [part for unit in units for part in ([unit] if measure(unit.rstrip(), style) <= width else unit)]


def shorten(text: str, style: Style, width: float) -> str:
    """Return a text as one line of at most `width` points, with an ellipsis where it was cut."""
    line = typeset(text)
    return line if measure(line, style) <= width else _cut(line, style, width)


def _cut(line: str, style: Style, width: float) -> str:
    ellipsis = "…" if _has_wide(line) else "…".translate(_TO_LATIN)
    while line and measure(line + ellipsis, style) > width:
        line = line[:-1].rstrip()
    return line + ellipsis
