"""PDF files: sound, torn, locked, without text, without end."""

import io
import zlib
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter

from tests.hostile.kinds import Kind, Wanted, of_file

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"


def _write(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of numbered objects, the first of which is the catalogue."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _stream(content: bytes, filters: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), filters, content)


def _show(sentence: str) -> bytes:
    """Return what draws a sentence in lines of some words, as a press draws them."""
    words = sentence.split()
    lines = [" ".join(words[start : start + 6]) for start in range(0, len(words), 6)]
    return b"BT /F 11 Tf 72 700 Td 14 TL " + b"".join(f"({line}) Tj T* ".encode() for line in lines) + b"ET"


def _pdf(
    sentence: str,
    catalogue: bytes = b"",
    tree: bytes = b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
    page: bytes = _PAGE,
    font: bytes = _FONT,
    more: Sequence[bytes] = (),
) -> bytes:
    root = b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>"
    return _write([root, tree, page, _stream(_show(sentence)), font, *more])


def _locked(sentence: str, user: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(_pdf(sentence)))), io.BytesIO()
    writer.encrypt(user, "owner", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def _bomb(sentence: str, size: int) -> bytes:
    """Return a PDF whose page unpacks, twice, to so many bytes of blanks."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 2**20) for _ in range(size >> 20)) + packer.flush()
    page = _PAGE.replace(b"4 0 R", b"[4 0 R 6 0 R]")
    return _pdf(sentence, page=page, more=[_stream(zlib.compress(once), b"/Filter[/FlateDecode/FlateDecode]")])


def _many_pages(sentence: str, count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (6 + number) for number in range(count))
    return _pdf(sentence, tree=b"<</Type/Pages/Count %d/Kids[3 0 R %b]>>" % (count + 1, kids), more=[_PAGE] * count)


def _kind(name: str, wanted: Wanted, **parts: bytes) -> Kind:
    return of_file(f"pdf-{name}", "note.pdf", lambda s: _pdf(s, **parts), wanted, never=("app.alert", "root:x:"))  # type: ignore[arg-type]


_SHOWN_TWICE = _PAGE.replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<").replace(b"4 0 R", b"[4 0 R 7 0 R]")
_FORM = _stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
_UNKNOWN_SIGNS = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
_DESCENDANT = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4>>>>"
_SHIFTED = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[32" + b" /g1" * 95 + b"]>>>>"

PDFS = (
    _kind("plain", "text"),
    of_file("pdf-in-capitals", "NOTE.PDF", _pdf, "text"),
    of_file("pdf-empty", "note.pdf", lambda _: b"", "line"),
    of_file("pdf-first-line-alone", "note.pdf", lambda _: b"%PDF-1.7\n", "line"),
    of_file("pdf-torn", "note.pdf", lambda s: _pdf(s)[:200], "line"),
    of_file("pdf-without-its-end", "note.pdf", lambda s: _pdf(s).split(b"xref")[0], "either"),
    of_file("pdf-wrong-places", "note.pdf", lambda s: _pdf(s).replace(b"0000000", b"0000333"), "either"),
    of_file("pdf-behind-words", "note.pdf", lambda s: b"HTTP/1.1 200 OK\r\n\r\n" + _pdf(s), "either"),
    of_file("pdf-with-a-tail", "note.pdf", lambda s: _pdf(s) + b"\0" * 10_000, "text"),
    of_file("pdf-locked", "note.pdf", lambda s: _locked(s, "secret"), "line"),
    of_file("pdf-locked-for-editors", "note.pdf", lambda s: _locked(s, ""), "text"),
    of_file("pdf-scanned", "note.pdf", lambda _: _pdf("").replace(b"() Tj", b"      "), "line"),
    _kind("page-in-a-circle", "either", tree=b"<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>"),
    _kind("of-no-pages", "line", tree=b"<</Type/Pages/Count 0/Kids[]>>"),
    _kind("count-a-lie", "either", tree=b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>"),
    _kind("negative-box", "either", page=_PAGE.replace(b"612 792", b"-612 -792")),
    _kind("huge-box", "either", page=_PAGE.replace(b"612 792", b"99999999 99999999")),
    _kind("signs-without-a-map", "either", font=_SHIFTED),
    of_file("pdf-font-without-a-map", "note.pdf", lambda s: _pdf(s, font=_UNKNOWN_SIGNS, more=[_DESCENDANT]), "line"),
    _kind("with-a-script", "text", catalogue=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    _kind("with-an-address", "text", catalogue=b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>"),
    of_file(
        "pdf-picture-in-a-circle",
        "note.pdf",
        lambda s: _pdf(s, page=_SHOWN_TWICE, more=[_FORM, _stream(b"/X Do")]),
        "either",
    ),
    _kind("deep-list", "either", catalogue=b"/X " + b"[" * 100_000 + b"]" * 100_000),
    _kind("deep-record", "either", catalogue=b"/X " + b"<</A" * 20_000 + b" 1" + b">>" * 20_000),
    of_file("pdf-bomb", "note.pdf", lambda s: _bomb(s, 2**31), "either", slow=True),
    of_file("pdf-small-bomb", "note.pdf", lambda s: _bomb(s, 2**26), "either"),
    of_file("pdf-10000-pages", "note.pdf", lambda s: _many_pages(s, 10_000), "either", slow=True),
    of_file("pdf-as-text", "note.txt", _pdf, "either", never=("endobj", "xref")),
    of_file("pdf-as-page", "note.html", _pdf, "either", never=("endobj", "xref")),
    of_file("pdf-as-docx", "note.docx", _pdf, "either", never=("endobj", "xref")),
)
