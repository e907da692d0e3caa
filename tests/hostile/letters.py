"""Letters and mailboxes."""

import base64
import quopri

from tests.hostile.kinds import Kind, Wanted, of_file
from tests.hostile.tongues import PARAGRAPHS

_HEAD = (
    "From: a@example.org\nTo: b@example.org\nSubject: Aid\nDate: Thu, 26 Mar 2020 10:00:00 +0000\nMIME-Version: 1.0\n"
)


def _letter(
    name: str, head: str, body: str, wanted: Wanted = "text", *, file: str = "letter.eml", slow: bool = False
) -> Kind:
    """Return a kind of letter, in which TEXT is the sentence."""
    return of_file(
        f"letter-{name}",
        file,
        lambda s: f"{_HEAD}{head}\n{body.replace('TEXT', s)}\n".encode(),
        wanted,
        never=_NEVER,
        slow=slow,
    )


def _written(language: str, encoding: str, said: str = "", wanted: Wanted = "text") -> Kind:
    text = f"{PARAGRAPHS[language]}\n\nA letter in {encoding} {said}.".encode(encoding)
    body = (
        f"{_HEAD}Content-Type: text/plain; charset={said or encoding}\nContent-Transfer-Encoding: base64\n\n".encode()
    )
    content = body + base64.encodebytes(text)
    return of_file(
        f"letter-{language}-{encoding}-{said}", "letter.eml", lambda _: content, wanted, (PARAGRAPHS[language][:20],)
    )


def _parts(*parts: str, boundary: str = "b") -> str:
    return "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"


def _nested(depth: int) -> str:
    body = "Content-Type: text/plain\n\nTEXT"
    for level in range(depth):
        body = f"Content-Type: multipart/mixed; boundary=b{level}\n\n" + _parts(body, boundary=f"b{level}")
    return body.split("\n\n", 1)[1]


_NEVER = ("content-type:", "Content-Type:", "root:x:", "alert(")
_BASE64 = "Content-Transfer-Encoding: base64\n\n"
_MIXED = "Content-Type: multipart/mixed; boundary=b\n"
_PLAIN = "Content-Type: text/plain\n\nTEXT"
_LETTERS = (
    _letter("plain", "", "TEXT"),
    _letter("as-text", "", "TEXT", file="letter.txt"),
    _letter("page", "Content-Type: text/html\n", "<html><script>alert(1)</script><p>TEXT</p></html>"),
    _letter("without-a-body", "", "", "either"),
    _letter("heads-alone", "X: " + "x" * 1_000_000 + "\n", "TEXT"),
    _letter("heads-by-the-thousand", "".join(f"X-{n}: {n}\n" for n in range(20_000)), "TEXT"),
    _letter("folded-head", "X: a\n" + " b\n" * 50_000, "TEXT"),
    _letter("parts-by-the-thousand", _MIXED, _parts(_PLAIN, *["Content-Type: image/png\n\nAAAA"] * 1000), "either"),
    _letter("nested-100", "Content-Type: multipart/mixed; boundary=b99\n", _nested(100), "either"),
    _letter(
        "letters-in-letters",
        "Content-Type: message/rfc822\n",
        f"{_HEAD}Content-Type: message/rfc822\n\n" * 200 + f"{_HEAD}\nTEXT",
        "either",
    ),
    _letter("wrong-boundary", "Content-Type: multipart/mixed; boundary=c\n", _parts(_PLAIN), "either"),
    _letter("no-boundary", "Content-Type: multipart/mixed\n", _parts(_PLAIN), "either"),
    _letter("without-its-end", _MIXED, f"--b\n{_PLAIN}\n"),
    of_file(
        "letter-torn-base64",
        "letter.eml",
        lambda _: f"{_HEAD}{_BASE64}U2VyYmlhIHJlY2VpdmVkIG1hc2tz!!!*".encode(),
        "either",
        ("Serbia received masks",),
    ),
    _letter("unknown-packing", "Content-Transfer-Encoding: x-rot13\n", "TEXT", "either"),
    _letter("unknown-charset", "Content-Type: text/plain; charset=x-unknown\n", "TEXT"),
    _letter("undefined-charset", "Content-Type: text/plain; charset=undefined\n", "TEXT"),
    _letter("torn-subject", "Subject: =?utf-8?B?5Lit5Zu9\nSubject: =?undefined?Q?x?=\n", "TEXT"),
    _letter("year-99999", "Date: Thu, 26 Mar 99999 99:99:99 +9999\n", "TEXT"),
    _letter("winmail", _MIXED, _parts(_PLAIN, "Content-Type: application/ms-tnef; name=winmail.dat\n\nxxxx")),
    _letter(
        "attachment-climbs-out",
        _MIXED,
        _parts(
            _PLAIN,
            'Content-Type: text/plain; name="../../hostile-escaped.txt"\nContent-Disposition: attachment; filename="../../hostile-escaped.txt"\n\nItaly received masks.',
        ),
    ),
    _letter(
        "attached-torn-pdf",
        _MIXED,
        _parts(
            _PLAIN,
            "Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1.7 torn",
        ),
        "both",
    ),
    _letter(
        "body-elsewhere",
        'Content-Type: message/external-body; access-type=local-file; name="/etc/passwd"\n',
        "TEXT",
        "either",
    ),
    of_file(
        "letter-quoted",
        "letter.eml",
        lambda s: (
            f"{_HEAD}Content-Transfer-Encoding: quoted-printable\n\n".encode()
            + quopri.encodestring(s.encode())
            + b"\n=ZZ="
        ),
        "text",
    ),
    of_file(
        "letter-heads-of-bytes",
        "letter.eml",
        lambda s: b"Subject: \xff\xfe\x80\nFrom: \xd6\xd0\n\n" + s.encode(),
        "either",
    ),
)
_WRITTEN = (
    _written("zh", "gb18030"),
    _written("zh", "gb18030", "gb2312"),
    _written("zh-hant", "big5"),
    _written("ja", "iso2022_jp", "iso-2022-jp"),
    _written("ko", "euc_kr", "ks_c_5601-1987"),
    _written("ru", "koi8-r"),
    _written("zh", "utf-8", "gb2312"),
    _written("zh", "gb18030", "us-ascii"),
    _written("zh", "gb18030", "utf-8"),
    _written("zh", "utf-7", "utf-7", "either"),
)


def _box(sentence: str, count: int) -> bytes:
    first = f"From a@example.org Thu Mar 26 10:00:00 2020\n{_HEAD}\n{sentence}\n\n>From here on it is quoted.\n\n"
    other = "From a@example.org Thu Mar 26 10:00:00 2020\n{}\nItaly received {} tonnes of masks, says {}.\n\n"
    return (first + "".join(other.format(_HEAD, n, sentence[-20:-1]) for n in range(count))).encode()


_BOXES = (
    of_file("mailbox", "box.mbox", lambda s: _box(s, 3), "text"),
    of_file("mailbox-of-10000", "box.mbox", lambda s: _box(s, 10_000), "text", slow=True),
    of_file("mailbox-empty", "box.mbox", lambda _: b"", "line"),
    of_file("mailbox-without-letters", "box.mbox", lambda _: b"Hello\nThere\n", "either"),
)

LETTERS = (*_LETTERS, *_WRITTEN, *_BOXES)
