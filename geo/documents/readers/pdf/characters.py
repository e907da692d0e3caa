"""The characters of a PDF's pages with their boxes, upright and in the order in which they are stored."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from unicodedata import normalize

from geo.base.errors import ReadError
from geo.text.signs import replace_signs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage
    from pypdfium2 import PdfPage as PdfiumPage

_CUT_WORD = 2  # what PDFium gives for a hyphen at the end of a line
_OF_A_PAGE = 0.4  # the share of a page that a picture takes where the page is scanned
_MOST_CHARACTERS = 200_000  # of a page
# Private characters of the fonts that bullets are set in.
_BULLETS = frozenset("\uf095\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf0a8\uf06e\uf06c\uf071\uf0e0\u2022")
_NO_CHARACTER = "\ufffd"


class Glyph(NamedTuple):
    """One character and its box, in points from the left and the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    turned: bool = False


class PdfPage(NamedTuple):
    """The characters of one page, and whether a picture fills it; `unknown` are characters that have no Unicode."""

    number: int
    width: float
    height: float
    glyphs: Sequence[Glyph]
    pictured: bool
    unknown: int


class PdfSource(NamedTuple):
    """What a PDF states of itself, and its pages, one read at a time."""

    title: str
    pages: Iterator[PdfPage]


def open_pdf(file: BinaryIO) -> PdfSource:
    """Return the title and the pages of a PDF; raises ReadError where it is locked or not whole."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(file.read())
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ReadError("it is locked with a password; save it without one and read that") from error
        raise ReadError("this is no PDF, or it is torn; open it and save it again, or save it as text") from error
    if not count:
        raise ReadError("this PDF has no page; open it and save it again")
    return PdfSource(document.get_metadata_value("Title"), _read_pages(document, count))


def _read_pages(document: "PdfDocument", count: int) -> Iterator[PdfPage]:
    import pypdfium2

    with closing(document):
        for number in range(count):
            try:
                with closing(document[number]) as page:
                    yield _read_page(page, number + 1)
            except pypdfium2.PdfiumError:
                yield PdfPage(number + 1, 0, 0, (), pictured=False, unknown=0)


def _read_page(page: "PdfiumPage", number: int) -> PdfPage:
    width, height = page.get_size()
    with closing(page.get_textpage()) as text:
        read = list(_read_glyphs(text))
    quarter = _find_quarter(read)
    left, _, _, top = page.get_mediabox()
    glyphs = [_turn(one, quarter, left, top) for one in read]
    unknown = sum(glyph.text == _NO_CHARACTER for glyph in glyphs)
    return PdfPage(number, width, height, glyphs, _is_pictured(page, width * height, read), unknown)


class _Read(NamedTuple):
    """A character as PDFium gives it: heights from the foot, the angle in degrees."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    angle: int


def _read_glyphs(page: "PdfTextPage") -> Iterator[_Read]:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    for place in range(min(page.count_chars(), _MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(page, place)
        if code in (10, 13):
            continue
        text = _write(code, lost=pdfium.FPDFText_HasUnicodeMapError(page, place) == 1)
        pdfium.FPDFText_GetLooseCharBox(page, place, box)
        angle = round(math.degrees(pdfium.FPDFText_GetCharAngle(page, place))) % 360
        yield _Read(text, box.left, box.bottom, box.right, box.top, angle)


def _write(code: int, *, lost: bool) -> str:
    """Return a character as it is written elsewhere: of ligatures, presentation forms and radicals what they stand for."""
    if code == _CUT_WORD:
        return "-"
    sign = chr(code) if code < 0x110000 else _NO_CHARACTER
    if sign in _BULLETS:
        return "•"
    if lost or code < 32 or 0xD800 <= code < 0xF900 or code >= 0xF0000:
        return _NO_CHARACTER
    if 0xFB00 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        return normalize("NFKC", sign)
    return replace_signs(sign) if 0x2E80 <= code <= 0x2FDF else sign


def _find_quarter(read: Sequence[_Read]) -> int:
    """Return how the text of a page is turned, by its most common angle: 0, 90, 180 or 270."""
    angles = Counter(one.angle for one in read if not one.text.isspace())
    most = angles.most_common(1)[0][0] if angles else 0
    return most if most % 90 == 0 else 0


def _turn(one: _Read, quarter: int, left: float, top: float) -> Glyph:
    """Return a character in points from the top left of its page, as it is when the page's text stands upright."""
    turned = one.angle != quarter and not one.text.isspace()
    x0, y0, x1, y1 = one.left - left, top - one.top, one.right - left, top - one.bottom
    if quarter == 90:
        return Glyph(one.text, y0, -x1, y1, -x0, turned)
    if quarter == 180:
        return Glyph(one.text, -x1, -y1, -x0, -y0, turned)
    if quarter == 270:
        return Glyph(one.text, -y1, x0, -y0, x1, turned)
    return Glyph(one.text, x0, y0, x1, y1, turned)


def _is_pictured(page: "PdfiumPage", area: float, read: Sequence[_Read]) -> bool:
    """Tell a page that a picture fills and that has next to no text of its own."""
    import pypdfium2.raw as pdfium

    if sum(not one.text.isspace() for one in read) > 40:
        return False
    bounds = (image.get_bounds() for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    return bool(sum((right - left) * (top - bottom) for left, bottom, right, top in bounds) > _OF_A_PAGE * area)
