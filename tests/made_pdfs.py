"""PDF files made of words at their places, for one test each."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import matplotlib
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
# How far from the left and the top, and the words; then, where it is another, the size of the type.
Words: TypeAlias = tuple[float, float, str] | tuple[float, float, str, float]
CHINESE, ANY_SCRIPT = "STSong-Light", "DejaVuSans"

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
pdfmetrics.registerFont(TTFont(ANY_SCRIPT, str(Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf"))))


def make_pdf(
    *pages: Sequence[Words],
    font: str = "Times-Roman",
    title: str = "",
    password: tuple[str, str] | None = None,
    turn: int = 0,
) -> bytes:
    """Return a PDF with these words on its pages; `turn` turns each whole page, `password` is the user's and the owner's."""
    file = io.BytesIO()
    lock = StandardEncryption(password[0], password[1]) if password else None
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), encrypt=lock, invariant=1)
    canvas.setTitle(title)
    for page in pages:
        if turn:
            canvas.translate(WIDTH / 2, HEIGHT / 2)
            canvas.rotate(turn)
            canvas.translate(-HEIGHT / 2, -WIDTH / 2)
        for left, top, text, *size in page:
            canvas.setFont(font, size[0] if size else 11)
            canvas.drawString(left, (WIDTH if turn else HEIGHT) - top, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def set_lines(left: float, top: float, text: str, size: float = 11) -> list[Words]:
    """Return the lines of a text, one below the other."""
    return [
        (left, top + 1.25 * size * number, line, size) for number, line in enumerate(text.strip().split("\n")) if line
    ]


def make_scan(words: Sequence[Words] = ()) -> bytes:
    """Return a PDF of a page that is a picture, and a second one with these words, if there are any."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    # The smallest picture that there is: one grey dot.
    canvas.drawImage(ImageReader(io.BytesIO(_DOT)), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    for left, top, text, *_ in words:
        canvas.drawString(left, HEIGHT - top, text)
    canvas.save()
    return file.getvalue()


def make_stamped(words: Sequence[Words], stamp: str) -> bytes:
    """Return a PDF of a page with a stamp that runs up it slantwise."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    for left, top, text, *_ in words:
        canvas.drawString(left, HEIGHT - top, text)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(45)
    canvas.drawString(0, 0, stamp)
    canvas.save()
    return file.getvalue()


def make_raised(before: str, raised: str, after: str, note: str = "") -> bytes:
    """Return a PDF of one line with a raised sign in it, and a note in small type at the foot that opens with that."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    _write_raised(canvas, 700, 11, before, raised, after)
    if note:
        _write_raised(canvas, 90, 8, "", raised, note)
    canvas.save()
    return file.getvalue()


def _write_raised(canvas: Canvas, top: float, size: float, before: str, raised: str, after: str) -> None:
    text = canvas.beginText(72, top)
    for words, rise, part in ((before, 0, 1.0), (raised, 0.4 * size, 0.65), (after, 0, 1.0)):
        text.setFont("Times-Roman", part * size)
        text.setRise(rise)
        text.textOut(words)
    canvas.drawText(text)


_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63680000008200817dd4a8020000000049454e44ae426082"
)
