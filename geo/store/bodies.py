"""The text that a document is read as: its sentences joined, with the way back from it to the document's own places."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from geo.base.limits import LIMITS, Limits
from geo.base.records import Date, Document, Failure, Line, Sentence
from geo.documents.clause_dates import date_clause
from geo.documents.language_parts import part_by_language
from geo.documents.long_passages import cut_lines, cut_sentence
from geo.documents.sentences import place_span, split_sentences
from geo.statements.events import Passage
from geo.store.corrections.changes import Spot
from geo.text import PlainText, make_plain_text


class Body(NamedTuple):
    """The sentences of a document as one plain text, and where in it each begins.

    `traditional` says that most of the document is in Traditional Chinese; `parts` is the text in each of its languages,
    with blanks for what is in another. `cut` tells of the lines and sentences that were too long to be read whole.
    """

    document: Document
    sentences: Sequence[Sentence]
    plain: Sequence[PlainText]
    text: str
    starts: Sequence[int]
    traditional: bool
    parts: Mapping[str | None, str]
    cut: Sequence[Failure] = ()

    def find_sentence(self, offset: int) -> int:
        """Return the number of the sentence that an offset of the text lies in."""
        return bisect_right(self.starts, offset) - 1

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the document's span of a span of the text."""
        number = self.find_sentence(start)
        return place_span(self.sentences[number], *self._place_inside(number, start, end))

    def quote(self, start: int, end: int) -> str:
        """Return the words of the document in a span of the text, as a reader would have them."""
        number = self.find_sentence(start)
        if end > self.starts[number] + len(self.plain[number].text):
            return self.text[start:end]
        first, last = self._place_inside(number, start, end)
        return self.sentences[number].text[first:last]

    def locate(self, start: int, end: int) -> Spot:
        """Return where a span of the text stands in the document, and the document's words there."""
        place = self.place(start, end)
        return Spot(*place, self.document.text[slice(*place)])

    def _place_inside(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the span of a sentence's own text that a span of the text stands for."""
        begin, plain = self.starts[number], self.plain[number]
        return plain.place(start - begin, min(end - begin, len(plain.text)))


def join_sentences(document: Document, limits: Limits = LIMITS) -> Body:
    """Return the sentences of a document as one text; what is longer than its limit in pieces."""
    whole = split_sentences(
        cut_lines(document.lines, limits.line),
        document.published,
        document.language,
        document.published_from or "document",
    )
    sentences = [piece for sentence in whole for piece in cut_sentence(sentence, limits.sentence)]
    plain = [make_plain_text(sentence.text, sentence.language) for sentence in sentences]
    starts, length = [], 0
    for one in plain:
        starts.append(length)
        length += len(one.text) + 1
    text = "\n".join(one.text for one in plain)
    traditional = 2 * sum(len(one.text) for one in plain if one.traditional) > len(text)
    languages = [sentence.language for sentence in sentences]
    told = ((one.text, language) for one, language in zip(plain, languages, strict=True))
    mixed = any(language != document.language for language in languages)
    parts = part_by_language(told, document.language) if mixed else {document.language: text}
    cut = tuple(_tell_cut(document, whole, limits))
    return Body(document, sentences, plain, text, starts, traditional, parts, cut)


def _tell_cut(document: Document, sentences: Sequence[Sentence], limits: Limits) -> Iterator[Failure]:
    """Yield the lines and sentences that were read in pieces."""
    lines = [line for line in document.lines if not line.rule]
    checked: tuple[tuple[str, Sequence[Line | Sentence], int], ...] = (
        ("line", lines, limits.line),
        ("sentence", sentences, limits.sentence),
    )
    for kind, passages, longest in checked:
        for one in passages:
            if len(one.text) > longest:
                place = name_place(document.document, document.path, f"characters {one.start}-{one.end} of ")
                size = f"a {kind} of {len(one.text):,} characters is more than the {longest:,} that are read as one"
                yield Failure(*place, f"{size}; it was read in pieces", "note")


def name_place(document: str, path: str | None, span: str = "") -> tuple[str, str]:
    """Return the file of a document, and the document in it, as a failure names them; `span` are its characters."""
    # Half a surrogate pair may stand in a name: no table holds it, and this one must be told.
    name, file = (word.encode(errors="replace").decode() for word in (document, path or document))
    return file, f"{span}document {name}"


def date_place(body: Body, place: int) -> Date | None:
    """Return the date that governs a place of the text."""
    number = body.find_sentence(place)
    sentence, document = body.sentences[number], body.document
    offset = place - body.starts[number]
    return date_clause(body.plain[number].text, offset, sentence.date, document.published, sentence.language)


def list_passages(body: Body) -> list[Passage]:
    """Return the sentences of the text, each with whether a new line of the document begins with it."""
    passages: list[Passage] = []
    last = 0
    for sentence, plain, start in zip(body.sentences, body.plain, body.starts, strict=True):
        opens = "\n" in body.document.text[last : sentence.start] or not passages
        passages.append(Passage(start, start + len(plain.text), opens))
        last = sentence.end
    return passages


def name_part(body: Body, number: int) -> str:
    """Return the name of the document's nth quantity, event, breakdown or check."""
    return f"{body.document.document}-{number}"
