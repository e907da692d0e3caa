"""Letters: one (.eml), or a box of them (.mbox), an article each, and the articles of what is attached to them.

The subject is the title, the day it was sent the published date, the sender the outlet. What a letter quotes and its
signature are told apart from its own words.
"""

import binascii
import contextlib
import email
import email.errors
import email.header
import email.utils
import mimetypes
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.base.errors import ReadError
from geo.documents.articles import Found, Member, Unread
from geo.documents.encoding_guesses import list_codecs
from geo.documents.encodings import decode, normalise
from geo.documents.metadata import Metadata
from geo.documents.pages import read_page
from geo.documents.readers.blocks import PageLine, make_article
from geo.documents.readers.mail_lines import tell_lines, unmark

_POSTMARK = re.compile(rb"From \S+ .{0,40}\d\d:\d\d")
_QUOTED_POSTMARK = re.compile(rb">+From ")
_ANSWERS = re.compile(r"(?:re|aw|sv|antw|rv|回复|答复|回覆|Ответ)(?:\[\d+\])?\s?[:：]", re.IGNORECASE)
_PREFIXES = re.compile(
    rf"(?:(?:{_ANSWERS.pattern}|(?:fwd?|wg|tr|enc|转发|轉寄)(?:\[\d+\])?\s?[:：])\s*)+", re.IGNORECASE
)
# Charsets whose bytes are ASCII, so that nothing but their name tells them from it.
_SEVEN_BITS = frozenset(("utf-7", "iso-2022-jp", "iso-2022-jp-1", "iso-2022-jp-2", "iso-2022-kr", "hz-gb-2312", "hz"))
# What programs say of any text, whatever it is in.
_ANYTHING = frozenset(
    ("", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252", "cp1252", "unknown-8bit", "8bit")
)
_MARK_BETWEEN = re.compile(rb"\s*--([\w'()+,./:=?-]{1,70})\s*\n")
_LARGEST = 50 * 2**20  # bytes of one letter
_MOST_PARTS = 1_000
_LEAST_PLAIN = 40  # characters of a plain version that is no stub
_SAID = {
    "text/calendar": "an invitation is not read",
    "application/ms-tnef": "what Outlook packed into winmail.dat is not read; have it sent again as plain text or HTML",
    "application/pkcs7-mime": "it is encrypted; save it decrypted and read that",
    "application/pgp-encrypted": "it is encrypted; save it decrypted and read that",
}
_UNSAID = re.compile(r"application/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys)|image/.*")


def read_mail(file: BinaryIO) -> Iterator[Found | Member]:
    """Yield the article of a letter, and what is attached to it."""
    found = False
    for one in _read_letter(file.read(), ""):
        found = True
        yield one
    if not found:
        raise ReadError("there is no text in it")


def read_mailbox(file: BinaryIO) -> Iterator[Found | Member]:
    """Yield the same of each letter in a box, in order; its place is its number, from 1."""
    for number, data in enumerate(_split_box(file), start=1):
        place = f"mail {number}"
        try:
            yield from _read_letter(data, place)
        except ReadError as error:
            yield Unread(place, str(error))


def _split_box(file: BinaryIO) -> Iterator[bytes]:
    lines: list[bytes] = []
    size, blank = 0, True
    if not _POSTMARK.match(file.readline()):
        raise ReadError("this is no mailbox: its first line is no postmark (From …); save the letters as .eml")
    for line in file:
        if blank and _POSTMARK.match(line):
            yield b"".join(lines)
            lines, size = [], 0
            continue
        size += len(line)
        if size <= _LARGEST:
            lines.append(line[1:] if _QUOTED_POSTMARK.match(line) else line)
        blank = not line.strip()
    yield b"".join(lines)


def _read_letter(data: bytes, place: str) -> Iterator[Found | Member]:
    try:
        letter = email.message_from_bytes(data)
        parts = list(_list_parts(letter))
    except RecursionError as error:
        raise ReadError("it holds letters within letters without end; save its text and read that") from error
    if not letter.keys():
        raise ReadError("this is no letter: it has no headers; save it as .eml, or as text and read that")
    if len(parts) > _MOST_PARTS:
        raise ReadError(
            f"it has {len(parts)} parts, more than the {_MOST_PARTS} that are read; save its text and read that"
        )
    bodies = [part for part in parts if _is_body(part)]
    answers = _ANSWERS.match(_read_header(letter.get("Subject"))) is not None
    lines = [line for part in bodies for line in _read_body(part, answers=answers)]
    if any(line.text.strip() for line in lines):
        yield make_article(unmark(lines), _read_headers(letter), place or None)._replace(titled=True)
    for part in parts:
        if part not in bodies:
            yield from _read_attached(part, place)


# --- parts -----------------------------------------------------------------------------------------------------------


def _list_parts(around: Message) -> Iterator[Message]:
    """Yield the parts of a letter that are read: of several versions of the same one."""
    divided = _divide(around)
    if divided is not None:
        yield from _list_parts(divided)
        return
    if not around.is_multipart() or around.get_content_type() == "message/rfc822":
        yield around
        return
    parts = [part for part in around.get_payload() if isinstance(part, Message)]
    if around.get_content_type() == "multipart/alternative":
        yield from _choose_version(parts)
        return
    for part in parts:
        yield from _list_parts(part)


def _divide(letter: Message) -> Message | None:
    """Return a letter of parts that names no mark between them, or another, parted by the mark that stands in it."""
    if letter.is_multipart() or letter.get_content_maintype() != "multipart":
        return None
    data = _read_bytes(letter)
    mark = _MARK_BETWEEN.match(data)
    if mark is None:
        return None
    head = f'Content-Type: {letter.get_content_type()}; boundary="'.encode() + mark.group(1) + b'"\n\n'
    parted = email.message_from_bytes(head + data)
    return parted if parted.is_multipart() else None


def _choose_version(parts: list[Message]) -> Iterator[Message]:
    """Yield the plain version, or the page where that is missing or a stub; and what is no version of the text."""
    listed = [one for part in parts for one in _list_parts(part)]
    plain = [part for part in listed if part.get_content_type() == "text/plain" and _is_body(part)]
    pages = [part for part in listed if part.get_content_type() == "text/html" and _is_body(part)]
    said = sum(len(_read_text(part).strip()) for part in plain)
    chosen = pages if pages and said < _LEAST_PLAIN else plain or pages
    yield from chosen
    yield from (part for part in listed if part not in plain and part not in pages)


def _is_body(part: Message) -> bool:
    shown = part.get_content_disposition() != "attachment" and not part.get_filename()
    return shown and part.get_content_type() in ("text/plain", "text/html", "text/enriched")


def _read_body(part: Message, *, answers: bool) -> list[PageLine]:
    if part.get_content_type() != "text/html":
        return tell_lines(_read_text(part), answers=answers)
    page = read_page(_read_bytes(part))
    return tell_lines(page.text, answers=answers) + [PageLine(line, "footnote") for line in page.footnotes]


def _read_bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _read_text(part: Message) -> str:
    text = _decode(_read_bytes(part), part.get_content_charset())
    return _join_flowed(text) if str(part.get_param("format", "")).lower() == "flowed" else text


def _decode(data: bytes, charset: str | None) -> str:
    """Return bytes as words; a few of them tell no encoding, so that what the letter says is believed where it fits."""
    declared = (charset or "").lower()
    with contextlib.suppress(UnicodeError, LookupError):
        if declared in _SEVEN_BITS:
            return normalise(data.decode(declared))
        if declared not in _ANYTHING:
            return normalise(data.decode(next(iter(list_codecs(declared)), declared)))
    return decode(data, charset) if data.strip() else ""


def _join_flowed(text: str) -> str:
    """Return a text with the lines joined that a blank at their end says go on (RFC 3676)."""
    lines: list[str] = []
    flows = False
    for line in text.split("\n"):
        if flows and not line.startswith(">") and line != "-- ":
            lines[-1] += line
        else:
            lines.append(line)
        flows = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(lines)


# --- what is attached ------------------------------------------------------------------------------------------------


def _read_attached(part: Message, place: str) -> Iterator[Found | Member]:
    kind, name = part.get_content_type(), _name(part)
    where = f"{place}/{name}".removeprefix("/")
    if kind in _SAID or name.lower() == "winmail.dat":
        yield Unread(None, _SAID.get(kind, _SAID["application/ms-tnef"]), inside=where)
        return
    if _UNSAID.fullmatch(kind) and part.get_content_disposition() != "attachment":
        return
    try:
        yield Member(where, _read_member_bytes(part))
    except ReadError as error:
        yield Unread(None, str(error), inside=where)


def _read_member_bytes(part: Message) -> bytes:
    """Return what is attached as the bytes of a file; of a letter its own, headers and all."""
    inside = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inside, list) and inside:
        try:
            return bytes(inside[0].as_bytes()) if isinstance(inside[0], Message) else b""
        except (email.errors.MessageError, UnicodeError, LookupError, ValueError) as error:
            raise ReadError("this letter within a letter is torn; save it as .eml and read that") from error
    return _read_bytes(part)


def _name(part: Message) -> str:
    """Return the name of an attachment without any folder, and with the ending of its type where it has no name."""
    name = PurePosixPath(_read_header(part.get_filename() or "").replace("\\", "/")).name
    if name:
        return name
    kind = part.get_content_type()
    return "letter.eml" if kind == "message/rfc822" else "unnamed" + (mimetypes.guess_extension(kind) or "")


# --- headers ---------------------------------------------------------------------------------------------------------


def _read_headers(letter: Message) -> Metadata:
    name, address = email.utils.parseaddr(_read_header(letter.get("From")))
    domain = address.rpartition("@")[2]
    return Metadata(
        _PREFIXES.sub("", _read_header(letter.get("Subject"))) or None,
        _read_day(letter.get("Date")),
        name.strip(" '\"") or domain or None,
    )


def _read_day(written: object) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(written)).date().isoformat() if written else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _read_header(written: object) -> str:
    """Return a header in words, whatever charsets it is written in (RFC 2047), also where it says none."""
    if not written:
        return ""
    text = "".join(_decode_words(written))
    return " ".join(normalise(text).split())


def _decode_words(written: object) -> Iterator[str]:
    try:
        # Bytes beyond ASCII that nothing is said of come as a header of their own kind, and out of this as bytes again.
        pieces = email.header.decode_header(written if isinstance(written, email.header.Header) else str(written))
    except (email.errors.HeaderParseError, binascii.Error, ValueError):
        pieces = [(str(written), None)]
    for words, charset in pieces:
        data = words if isinstance(words, bytes) else words.encode("utf-8", "replace")
        try:
            yield _decode(data, charset) if data.strip() else " "
        except ReadError:
            yield data.decode("ascii", "replace")
