"""One document that cannot be read stands in the failures, and the others are read."""

from collections.abc import Sequence
from dataclasses import replace
from threading import Thread

import pytest

import geo
from dashboard.parts.reasons import find_reason
from geo.base.guards import Trouble
from geo.base.limits import LIMITS, Limits
from geo.base.records import Document, Line, Mention, Sentence
from geo.base.timers import attempt_within
from geo.documents.long_passages import cut_lines, cut_sentence, find_pieces
from geo.documents.reading import read_document_bytes
from geo.documents.sentences import place_span
from geo.store import body_readings, document_rows, isolated_reading
from geo.store.bodies import Body
from geo.store.corpus import Corpus
from geo.store.isolated_reading import Sent, answer

TEXTS = ("Serbia thanked China.", "Boom in Jordan.", "Italy thanked Cuba.")
MANY = "Peru gave 12 masks to Chad, "


def make(text: str) -> Document:
    """Return a document of a text."""
    return next(read_document_bytes("a.txt", text.encode()))


@pytest.fixture
def booms(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the names of whatever holds the word "Boom" be read by a reader that breaks down."""
    read = body_readings.read_names

    def read_names(body: Body) -> tuple[list[Mention], Sequence[object]]:
        return [][0] if "Boom" in body.text else read(body)

    monkeypatch.setattr(document_rows, "read_names", read_names)


def extract(*texts: str, limits: Limits = LIMITS) -> Corpus:
    """Return the corpus of some texts."""
    return geo.extract([make(text) for text in texts], limits=limits)


@pytest.mark.usefixtures("booms")
def test_a_document_that_breaks_its_reader_is_told_and_the_others_are_read() -> None:
    corpus = extract(*TEXTS)
    assert sorted(corpus.mentions["code"]) == ["CHN", "CUB", "ITA", "SRB"]
    path, place, reason, kind = corpus.failures.astype(str).to_numpy()[0]
    assert (path, place, kind) == ("a.txt", f"document {make(TEXTS[1]).document}", "unread")
    assert reason.startswith("its reader broke down; please report that (IndexError")
    assert "Jordan" not in reason


@pytest.mark.usefixtures("booms")
def test_a_document_that_could_not_be_read_is_listed_with_its_lines() -> None:
    corpus = extract(*TEXTS)
    assert len(corpus.documents) == 3
    assert TEXTS[1] in set(corpus.lines["text"])
    assert make(TEXTS[1]).document not in set(corpus.sentences["document"])


@pytest.mark.usefixtures("booms")
def test_of_a_file_that_was_sent_the_other_documents_are_read() -> None:
    sent = Sent("a.csv", ("text\n" + "\n".join(TEXTS)).encode())
    taken = isolated_reading._unpack(answer(isolated_reading._pack_sent(sent)))
    assert len(taken.failures) == 1
    assert taken.tables["mentions"].num_rows == 4


HALF = "half a pair: \ud800"


@pytest.mark.parametrize(
    "document",
    [
        replace(make(TEXTS[1]), title=HALF),
        replace(make(TEXTS[1]), path=HALF),
        replace(make(TEXTS[1]), document=HALF),
        replace(make(TEXTS[1]), lines=(Line(0, len(HALF), HALF, ""),)),
    ],
)
def test_what_no_table_can_hold_is_told_alone(document: Document) -> None:
    corpus = geo.extract([document, make(TEXTS[0])])
    assert len(corpus.failures) == 1
    assert sorted(corpus.mentions["code"]) == ["CHN", "SRB"]


def test_a_document_of_too_many_characters_is_not_read() -> None:
    corpus = extract(TEXTS[0], MANY * 9, limits=Limits(characters=100))
    assert corpus.failures["reason"].tolist() == [
        "it has 252 characters, more than the 100 that are read of one; split it, or allow more"
    ]
    assert sorted(corpus.mentions["code"]) == ["CHN", "SRB"]


def test_a_document_that_takes_too_long_is_told_and_the_next_is_read() -> None:
    extract(TEXTS[0])  # what is loaded for the first document takes its time too
    corpus = extract(MANY * 200_000, TEXTS[0], limits=Limits(seconds=0.1, characters=10**8))
    assert corpus.failures["reason"].tolist() == ["reading it takes more than 0.1 seconds of the processor"]
    assert find_reason(corpus.failures["reason"][0]) == "document_slow"
    assert len(corpus.documents) == 2


def test_the_time_is_over_even_for_who_catches_every_exception() -> None:
    def never_end() -> None:
        while True:
            try:
                sum(range(100))
            except Exception:  # noqa: BLE001, S112 - as a library might
                continue

    found = attempt_within(never_end, 0.05)
    assert isinstance(found, Trouble)
    assert found.kind == "TimeUp"
    assert attempt_within(lambda: sum(range(10)), 0.05) == 45


def test_where_time_cannot_be_held_a_function_is_run_all_the_same() -> None:
    found: list[object] = []
    thread = Thread(target=lambda: found.append(attempt_within(lambda: 1, 0.05)))
    thread.start()
    thread.join()
    assert found == [1]


@pytest.mark.parametrize("limits", [Limits(sentence=200), Limits(line=200)])
def test_a_long_passage_is_read_in_pieces_and_nothing_of_it_is_lost(limits: Limits) -> None:
    whole, cut = extract(MANY * 100), extract(MANY * 100, limits=limits)
    assert len(whole.sentences) == 1
    assert len(cut.mentions) == len(whole.mentions) == 200
    assert cut.mentions[["start", "end", "text"]].equals(whole.mentions[["start", "end", "text"]])
    assert cut.lines.equals(whole.lines)
    assert "characters is more than the 200 that are read as one" in cut.failures["reason"][0]
    assert cut.failures["kind"].tolist() == ["note"]


def test_the_pieces_of_a_sentence_stand_where_they_stand_in_the_document() -> None:
    document = "One, two,\n\n\nthree, four, five\n\nsix."
    sentence = Sentence(0, 35, "One, two, three, four, five six.", None, ((9, 0), (10, 2), (27, 2), (28, 3)))
    pieces = list(cut_sentence(sentence, 12))
    assert "".join(piece.text for piece in pieces) == sentence.text
    for piece in pieces:
        for word in piece.text.split():
            at = piece.text.index(word)
            assert document[slice(*place_span(piece, at, at + len(word)))] == word


def test_a_long_line_keeps_its_rule_in_all_its_pieces() -> None:
    pieces = cut_lines([Line(5, 25, "word " * 4, "editor", 2)], 10)
    assert [piece[:2] for piece in pieces] == [(5, 15), (15, 25)]
    assert {(piece.rule, piece.page) for piece in pieces} == {("editor", 2)}


@pytest.mark.parametrize("text", ["", "a" * 25, "中国，" * 9, "One. Two. Three four five six."])
def test_pieces_follow_each_other_and_none_is_empty_or_too_long(text: str) -> None:
    pieces = list(find_pieces(text, 10))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= 10 for start, end in pieces) or not text


@pytest.mark.usefixtures("booms")
@pytest.mark.parametrize(
    ("limits", "reason", "place"),
    [
        (Limits(), "reader_broke", "document"),
        (Limits(characters=9), "document_long", "document"),
        (Limits(line=9), "line_cut", "document_span"),
        (Limits(sentence=9), "sentence_cut", "document_span"),
    ],
)
def test_each_reason_and_place_has_words_in_the_readers_language(limits: Limits, reason: str, place: str) -> None:
    told = extract("Boom here. " if reason == "reader_broke" else TEXTS[0], limits=limits).failures
    assert (find_reason(told["reason"][0]), find_reason(told["place"][0])) == (reason, place)
