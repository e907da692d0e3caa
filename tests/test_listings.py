"""Documents as a list, and the names that were left out."""

from collections.abc import Sequence
from datetime import date

import pytest

from geo.store.corpus import Corpus, DocumentPosition, RefusedPosition, Where
from geo.store.tables import make_table

# document, title, published, outlet, language: how many mentions, and what else.
DOCUMENTS = (
    ("a", "Zebra", "2020-03-26", "Times", "en", 3),
    ("b", "apple", "2020-03", "Times", "zh", 0),
    ("c", None, None, None, "en", 1),
    ("d", "Mango", "2021", "Post", "zh", 3),
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return four documents; in one of them nothing was read, and in one two names were left out."""
    events = [
        ("a-0", "a", 0, 0, 9, "call", status, None, None, None, None, None, "call", "call", "a-0")
        for status in ("done", "denied")
    ]
    rows: dict[str, Sequence[Sequence[object]]] = {
        "documents": [(n, None, title, day, outlet, None, language, 100, f"{n}.txt", None)
                      for n, title, day, outlet, language, _ in DOCUMENTS],
        "mentions": [(n, 0, at, at + 1, "X", "country", "ITA", "name") for n, *_, count in DOCUMENTS for at in range(count)],
        "sentences": [("c", 4, 10, 60, "Jordan scored twice, said Chad.", date(2020, 1, 1), "day", "sentence", None)],
        "events": events,
        "refused": [("c", 10, 16, "Jordan", "JOR", "part of a person's name"), ("c", 36, 40, "Chad", "TCD", "part of a person's name"),
                    ("c", 50, 52, "1O", None, "a number that cannot be read"), ("a", 1, 5, "Mali", "MLI", "a language")],
    }  # fmt: skip
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


def test_documents_are_listed_with_what_was_read_in_each(corpus: Corpus) -> None:
    counts = corpus.list_documents()[["names", "figures", "events", "refused"]]
    assert counts.to_numpy().tolist()[1:3] == [[3, 0, 1, 1], [0, 0, 0, 0]]


@pytest.mark.parametrize(
    ("order", "documents"),
    [("newest", "dabc"), ("oldest", "badc"), ("title", "bcda"), ("names", "adcb"), ("refused", "cabd")],
)
def test_the_pages_of_documents_in_any_order_are_together_the_whole(corpus: Corpus, order: str, documents: str) -> None:
    after, found = None, ""
    while len(page := corpus.list_documents(order=order, after=after, limit=1)):  # type: ignore[arg-type]
        found += page["document"][0]
        after = DocumentPosition(page["place"].tolist()[0], page["document"][0])
    assert found == documents == "".join(corpus.list_documents(order=order)["document"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "documents"),
    [
        (Where(outlets=("Times",)), "ab"),
        (Where(languages=("zh",)), "bd"),
        (Where(since=date(2020, 3, 2)), "ad"),
        (Where(since=date(2020, 3, 1), until=date(2020, 3, 30)), "a"),
        (Where(since=date(2020, 3, 1), until=date(2020, 3, 31)), "ab"),
        (Where(read=("events",)), "a"),
        (Where(read=("refused",)), "ac"),
        (Where(read=("nothing",)), "b"),
    ],
)
def test_documents_are_chosen_by_outlet_language_day_and_what_was_read(
    corpus: Corpus, where: Where, documents: str
) -> None:
    assert sorted(corpus.list_documents(where)["document"]) == list(documents)
    assert corpus.count_listed(where) == len(documents)


def test_names_left_out_have_their_reason_and_sentence_and_numbers_are_none(corpus: Corpus) -> None:
    rows = corpus.read_refused()
    assert rows["text"].tolist() == ["Mali", "Jordan", "Chad"]
    assert rows["sentence_text"].tolist()[1:] == ["Jordan scored twice, said Chad."] * 2
    assert corpus.count_refused().to_numpy().tolist() == [["part of a person's name", 2], ["a language", 1]]


def test_names_left_out_are_chosen_by_reason_and_read_page_by_page(corpus: Corpus) -> None:
    where = Where(reasons=("part of a person's name",))
    first = corpus.read_refused(where, limit=1).iloc[0]
    after = RefusedPosition(first["document"], int(first["start"]), int(first["end"]), first["reason"])
    assert corpus.read_refused(where, after)["text"].tolist() == ["Chad"]


def test_outlets_and_languages_are_counted(corpus: Corpus) -> None:
    assert corpus.count_outlets().to_numpy().tolist() == [["Times", 2], ["Post", 1]]
    assert corpus.count_languages().to_numpy().tolist() == [["en", 2], ["zh", 2]]
