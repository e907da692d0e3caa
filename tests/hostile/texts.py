"""Plain texts: nothing, blanks, marks, every encoding, lines without end."""

from tests.hostile.kinds import Kind, Wanted, of_file
from tests.hostile.tongues import ENCODINGS, PARAGRAPHS, RARE_ENCODINGS


def _encoded(language: str, encoding: str, *, rare: bool) -> Kind:
    text = PARAGRAPHS[language]
    # The name stands in the text, in ASCII: equal texts are read once.
    content = f"{text}\n\n{encoding} {language}\n".encode(encoding)
    wanted: Wanted = "either" if rare else "text"
    return of_file(f"text-{language}-{encoding}", "note.txt", lambda _: content, wanted, (text[:20],))


def _lines(sentence: str) -> bytes:
    return "".join(f"{sentence[:-1]} {number}.{end}" for number, end in enumerate(_ENDS)).encode()


_ENDS = ("\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\v", "\f", "\n\r", "\r\r\n", "\n\n")

TEXTS = (
    of_file("empty", "note.txt", lambda _: b"", "line"),
    of_file("one-byte", "note.txt", lambda _: b"a", "either", ("a",)),
    of_file("one-nul", "note.txt", lambda _: b"\0", "line"),
    of_file("nuls-alone", "note.txt", lambda _: b"\0" * 100_000, "line"),
    of_file("blanks-alone", "note.txt", lambda _: b" \t\r\n" * 1000, "line"),
    of_file("wide-blanks-alone", "note.txt", lambda _: "\u3000\u00a0\u2003".encode() * 1000, "line"),
    of_file("marks-alone", "note.txt", lambda _: b"!!! ... ,,, ;;; ???\n" * 100, "either", ("!!!",)),
    of_file("zero-widths-alone", "note.txt", lambda _: "\u200b\u200d\u2060\ufeff".encode() * 1000, "line"),
    of_file("mark-of-order-alone", "note.txt", lambda _: b"\xef\xbb\xbf", "line"),
    of_file("utf-16-mark-alone", "note.txt", lambda _: b"\xff\xfe", "line"),
    of_file("every-byte", "note.txt", lambda _: bytes(range(256)) * 40, "line"),
    *(_encoded(language, encoding, rare=False) for language, encoding in ENCODINGS),
    *(_encoded(language, encoding, rare=True) for language, encoding in RARE_ENCODINGS),
    of_file(
        "two-encodings", "note.txt", lambda s: f"{s}\n中国援助\n".encode() + "中国援助\n".encode("gb18030"), "either"
    ),
    of_file("every-line-end", "note.txt", _lines, "text", ("note on every-line-end 0.", "note on every-line-end 10.")),
    of_file("old-macintosh-lines", "note.txt", lambda s: f"Aid\r\r{s}\r\rEnd of note.\r".encode(), "text"),
    of_file("nuls-between-lines", "note.txt", lambda s: f"Aid\n\0\0\n{s}\n\0\n".encode(), "either"),
    of_file("nuls-after-the-text", "note.txt", lambda s: s.encode() + b"\0" * 5000, "either"),
    of_file("surrogates", "note.txt", lambda s: b"\xed\xa0\x80\xed\xb0\x80\n" + s.encode(), "text"),
    of_file("overlong-utf-8", "note.txt", lambda s: b"\xc0\xaf\xe0\x80\xaf\n" + s.encode(), "either"),
    of_file("torn-utf-8", "note.txt", lambda s: f"{s}\n中国".encode()[:-1], "text"),
    of_file("torn-utf-16", "note.txt", lambda s: f"{s}\n中国".encode("utf-16")[:-1], "text"),
    of_file(
        "torn-gb18030",
        "note.txt",
        lambda _: PARAGRAPHS["zh"].encode("gb18030")[:-1],
        "text",
        ("中国政府昨日向塞尔维亚",),
    ),
    of_file("escapes-of-a-terminal", "note.txt", lambda s: f"\x1b]0;title\x07\x1b[31m{s}\x1b[0m\n".encode(), "text"),
    of_file("backspaces", "note.txt", lambda s: f"{s}\nNN\bN\bo\n".encode(), "text"),
    of_file("bidi-marks", "note.txt", lambda s: f"\u202e\u2066{s}\u2069\u202c\n".encode(), "text"),
    of_file("last-code-points", "note.txt", lambda s: f"\U0010ffff\ufffe\uffff\n{s}\n".encode(), "text"),
    of_file("combining-marks", "note.txt", lambda s: (f"{s}\na" + "\u0301" * 100_000).encode(), "either"),
    of_file("wide-columns", "note.txt", lambda s: f"x{' ' * 420}{s}\n".encode(), "text"),
    of_file("words-without-end", "note.txt", lambda s: f"{s}\n{'x' * 1_000_000}\n".encode(), "either"),
    of_file("digits-without-end", "note.txt", lambda s: f"{s}\n{'9' * 500_000} tonnes.\n".encode(), "either"),
    of_file("brackets-without-end", "note.txt", lambda s: f"{s}\n{'(' * 200_000}\n".encode(), "either"),
    of_file("quotes-without-end", "note.txt", lambda s: f"{s}\n{'“' * 100_000}\n".encode(), "either"),
    of_file("commas-by-the-million", "note.txt", lambda s: f"{s}\n{',' * 1_000_000}\n".encode(), "either", slow=True),
    of_file("a-line-of-10-mb", "note.txt", lambda s: (s + " ").encode() * 120_000, "either", slow=True),
    of_file("five-million-empty-lines", "note.txt", lambda s: b"\n" * 5_000_000 + s.encode(), "either", slow=True),
    of_file("thirty-mb", "note.txt", lambda s: f"{s}\n".encode() * 350_000, "line", slow=True),
    of_file("text-without-an-ending", "note", lambda s: s.encode(), "either"),
    of_file("text-in-capitals", "NOTE.TXT", lambda s: s.encode(), "text"),
    of_file("markdown", "note.md", lambda s: f"# Aid\n\n* {s}\n\n<script>alert(1)</script>\n".encode(), "either"),
)
