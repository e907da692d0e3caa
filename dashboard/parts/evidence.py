"""The sentences behind a number: marked, with document, date and link, as HTML in which nothing of a text is obeyed."""

import html
import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

import pandas as pd

from dashboard import corpora
from dashboard.figures.hovers import make_safe, shorten
from dashboard.parts.correcting import mark_sentence
from dashboard.parts.inner_links import write_link
from dashboard.parts.selection import Selection
from dashboard.parts.words import name_act, name_status
from geo.reference.wordings import Catalogue

# A row of a table by column name, as pandas' to_dict("records") gives it.
Row = Mapping[Hashable, Any]

# A title that is longer is no title; the page of the document shows its text whole.
_LONGEST = 200
_WEB = re.compile(r"https?://[^\s\"'<>]+\Z")


class Span(NamedTuple):
    """A stretch of a text to be marked: where, as what (a class of the style), and what is said on hovering."""

    start: int
    end: int
    kind: str
    title: str = ""


_find_start = attrgetter("start")


def mark_text(text: str, spans: Iterable[Span]) -> str:
    """Return a text as HTML with its spans marked, one inside another where they nest.

    Of spans that cross, the one that begins first is marked; of equal ones the first.
    """
    return _mark(text, sorted(spans, key=lambda span: (span.start, -span.end)), 0, len(text))


def _mark(text: str, spans: Sequence[Span], start: int, end: int) -> str:
    pieces, done = [], start
    for number, span in enumerate(spans):
        if span.start < done or span.end > end:
            continue
        title = f' title="{html.escape(span.title)}"' if span.title else ""
        inside = spans[number + 1 : bisect_left(spans, span.end, key=_find_start)]
        pieces.append(make_safe(text[done : span.start]))
        pieces.append(f'<mark class="aa-{span.kind}"{title}>{_mark(text, inside, span.start, span.end)}</mark>')
        done = span.end
    return "".join([*pieces, make_safe(text[done:end])])


def find_in_sentence(text: str, sentence: tuple[int, int], words: str, start: int) -> int | None:
    """Return where words of a document stand in a sentence's text; None where they cannot be found.

    `sentence` and `start` are offsets in the document. What a page break cut out of the sentence shifts what follows.
    """
    latest = start - sentence[0]
    earliest = latest - max(0, sentence[1] - sentence[0] - len(text))
    for place in (latest, earliest):
        if place >= 0 and text.startswith(words, place):
            return place
    found = text.find(words, max(0, earliest), latest + len(words))
    return found if found >= 0 else None


def write_sentences(sentences: pd.DataFrame, words: Catalogue) -> str:
    """Return the rows of Corpus.read_sentences as HTML, the mentions marked."""
    return "".join(_write_sentence(row, words) for row in sentences.to_dict("records"))


def _write_sentence(row: Row, words: Catalogue) -> str:
    text, place = row["text"], (row["start"], row["end"])
    found = [(find_in_sentence(text, place, s["text"], s["start"]), s["text"]) for s in row["spans"]]
    spans = [Span(start, start + len(said), "chosen") for start, said in found if start is not None]
    if "told" not in row:
        return write_evidence(mark_text(text, spans), row, words)
    told = "".join(f'<div class="aa-told">{write_told(one, words)}</div>' for one in row["told"])
    # What happened has its own date; the document's stands with its title.
    return write_evidence(told + mark_text(text, spans), {**row, "date": None}, words)


def write_told(told: Row, words: Catalogue) -> str:
    """Return an event in which a country had part as HTML: its kind, the role, what is not yet done, and its date."""
    known = [name_act(told["kind"], told["verb"], words.language), words(f"role.{told['role']}")]
    known += name_status(told["kind"], told["status"], words)
    return " · ".join([make_safe(one) for one in known] + _write_day(told, words))


def write_evidence(marked: str, row: Row, words: Catalogue) -> str:
    """Return a marked sentence with its source, as HTML.

    The browser puts the ways to it in its document and to its correction behind it.
    """
    source = f'<div class="aa-source">{write_source(row, words)}{_write_review(row, words)}</div>'
    return f'<div class="aa-sentence"{mark_sentence(row)}>{marked}{source}</div>'


def _write_review(row: Row, words: Catalogue) -> str:
    """Return that somebody has checked what was read in the sentence of a row, or some of it, as HTML."""
    known = "document" in row and "sentence" in row
    reviewed = corpora.find_reviewed(str(row["document"]), int(row["sentence"])) if known else None
    if reviewed is None:
        return ""
    return (
        f' · <b class="aa-checked">✓ {words("evidence.checked" if reviewed == "all" else "evidence.checked_some")}</b>'
    )


def link_document(document: str, words: Catalogue) -> str:
    """Return a link to a document on the page *Documents* as HTML."""
    shown = Selection(language=words.language, document=document)
    return write_link("documents", shown, words("checks.open_document"), "aa-open-document")


def write_source(row: Row, words: Catalogue) -> str:
    """Return the document, outlet, date and link of a row as HTML."""
    known = [make_safe(shorten(str(row[name]), _LONGEST)) for name in ("title", "outlet") if _is_known(row.get(name))]
    published = [make_safe(row["published"])] if _is_known(row.get("published")) else []
    known += _write_day(row, words) or published
    url = str(row.get("url") or "")
    if _WEB.match(url):
        link = html.escape(words("evidence.link"))
        known.append(f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">{link}</a>')
    return " · ".join(known)


_DATE_LENGTHS = {"day": 10, "month": 7, "year": 4}


def _write_day(row: Row, words: Catalogue) -> list[str]:
    """Return the date of a row, as exact as it is known, and where it was stated; nothing where it has none."""
    if not _is_known(row.get("date")):
        return []
    day, source = write_day(row), row.get("date_from")
    return [words(f"evidence.date_{source}", {"day": day}) if _is_known(source) else day]


def write_day(row: Row) -> str:
    """Return the date of a row, as exact as it is known; empty where it has none."""
    return (
        str(row["date"])[: _DATE_LENGTHS.get(str(row.get("date_precision")), 10)] if _is_known(row.get("date")) else ""
    )


def _is_known(value: object) -> bool:
    return isinstance(value, (str, date)) and not pd.isna(value) and str(value) != ""
