"""The fonts of an SVG inside it: of each only the signs that the picture uses, so that it looks the same everywhere.

A sign has the glyph that it has in the PNG. Signs whose Latin form stands in the private area of the shipped fonts (see
geo.drawings.fonts) are written as themselves, so that they can be searched and copied: a face for Latin lines has
the Latin forms under the signs' own numbers. Of a font of the machine nothing is embedded: its licence is not known.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from matplotlib.font_manager import FontProperties, fontManager

from geo.drawings.fonts import LATIN_FORMS, Weight, list_families

# What a font is called in an SVG; a subset must not bear the name of a font that is not ours.
_NAMES = {
    "AidAtlas Sans": "AidAtlas Sans",
    "AidAtlas Sans Bold": "AidAtlas Sans Bold",
    "AidAtlas Sans Arabic": "AidAtlas Sans Arabic",
    "AidAtlas Sans Arabic Bold": "AidAtlas Sans Arabic Bold",
    "DejaVu Sans": "AidAtlas Signs",
}
_WRITTEN = {ord(form): sign for sign, form in LATIN_FORMS.items()}
# Copyright, licence and its address stay in a subset.
_KEPT_NAMES = (0, 13, 14)
_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6


class Face(NamedTuple):
    """A font as an SVG has it: whose glyphs, and whether for Latin forms; `name` is its family."""

    font: str
    latin: bool

    @property
    def name(self) -> str:
        """The family that it is called."""
        return f"{_NAMES[self.font]} Latin" if self.latin else _NAMES[self.font]


class Run(NamedTuple):
    """Signs of a line that follow one another in faces of one kind, as they are written."""

    text: str
    latin: bool


@cache
def _read_signs(font: str) -> frozenset[int]:
    with TTFont(_find_file(font), lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def _find_file(font: str) -> str:
    list_families("regular")  # makes the shipped fonts known
    return str(fontManager.findfont(FontProperties(family=font)))


def _list_fonts(weight: Weight) -> list[str]:
    """List the fonts that may be embedded, in the order in which they are asked for a sign."""
    return [name for name in list_families(weight) if name in _NAMES]


def list_faces(weight: Weight, latin: bool) -> list[Face]:
    """List the faces that a run may need, in the order in which they are asked for a sign."""
    return [Face(font, latin) for font in _list_fonts(weight)]


def can_embed(text: str, weight: Weight) -> bool:
    """Return whether every sign of a line is in a font that may be embedded."""
    return all(any(ord(sign) in _read_signs(font) for font in _list_fonts(weight)) for sign in text)


def part_runs(text: str) -> list[Run]:
    r"""Part a line as the fonts want it into runs, and write its Latin forms as the signs that they are.

    >>> part_runs("China\ue001s"), part_runs("中国")
    ([Run(text='China’s', latin=True)], [Run(text='中国', latin=False)])
    """
    if not any(sign in LATIN_FORMS or (sign > "\u2e7f" and ord(sign) not in _WRITTEN) for sign in text):
        return [Run(_write(text), True)]
    parts = groupby(text, key=lambda sign: ord(sign) in _WRITTEN)
    return [Run(_write("".join(signs)), latin) for latin, signs in parts]


def _write(text: str) -> str:
    return text.translate(_WRITTEN)


def gather_signs(texts: Iterable[tuple[str, Weight]]) -> dict[Face, set[str]]:
    """Return the signs that each face must have for some lines, as the fonts want them."""
    needed: dict[Face, set[str]] = {}
    for text, weight in texts:
        for run in part_runs(text):
            for sign in run.text:
                needed.setdefault(_find_face(sign, weight, run.latin), set()).add(sign)
    return dict(sorted(needed.items()))


def _find_face(sign: str, weight: Weight, latin: bool) -> Face:
    form = LATIN_FORMS.get(sign, sign) if latin else sign
    return Face(next(font for font in _list_fonts(weight) if ord(form) in _read_signs(font)), latin)


def write_faces(needed: Mapping[Face, set[str]]) -> str:
    """Return the style sheet that holds some faces with their signs."""
    return "\n".join(
        # Of any weight, so that no browser makes bold signs bolder.
        f'@font-face{{font-family:"{face.name}";font-weight:100 900;'
        f"src:url(data:font/woff;base64,{b64encode(make_subset(face, frozenset(signs))).decode()})}}"
        for face, signs in needed.items()
    )


@lru_cache(maxsize=64)
def make_subset(face: Face, signs: frozenset[str]) -> bytes:
    """Return a font (WOFF) that has these signs alone; the same signs give the same bytes."""
    forms = {sign: LATIN_FORMS.get(sign, sign) if face.latin else sign for sign in signs}
    font = TTFont(_find_file(face.font), recalcTimestamp=False)
    subsetter = Subsetter(_choose_options())
    subsetter.populate(unicodes=[ord(form) for form in forms.values()])
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap = {ord(sign): table.cmap[ord(form)] for sign, form in forms.items() if ord(form) in table.cmap}
    _name(font, face.name)
    font.flavor = "woff"
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _choose_options() -> Options:
    options = Options()
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.drop_tables += ["FFTM"]
    options.name_IDs = list(_KEPT_NAMES)
    return options


def _name(font: TTFont, name: str) -> None:
    ours = {_FAMILY: name, _STYLE: "Regular", _FULL: name, _POSTSCRIPT: name.replace(" ", "")}
    for number, text in ours.items():
        font["name"].setName(text, number, 3, 1, 0x409)
