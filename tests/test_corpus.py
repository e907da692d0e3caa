"""The questions a corpus answers, in memory and on disk."""

from datetime import date
from pathlib import Path

import pyarrow.compute as pc
import pytest

from geo.base.errors import CorpusError
from geo.base.records import Document, Line
from geo.documents.reading import read_documents
from geo.store.corpus import Corpus, Where, extract, find_position, open_corpus
from geo.store.corpus.conditions import Question
from geo.store.tables import TABLES

TEXTS = {
    "a.txt": "Serbia thanked Italy on Monday. Masks for Serbia arrived in Belgrade.\n",
    "b.txt": "Italy and the European Union met. Italy spoke first.\n",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return the corpus of two short texts."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    rows = "path,title,published\na.txt,First,2020-03-26\nb.txt,Second,2020-04-02\n"
    (folder / "documents.csv").write_text(rows, encoding="utf-8")
    return extract(read_documents(folder))


def count(corpus: Corpus, where: Where) -> dict[str, int]:
    """Return the mentions by code."""
    found = corpus.count_mentions("code", where)
    return dict(zip(found["code"], found["mentions"], strict=True))


def test_mentions_and_documents_are_counted_by_code(corpus: Corpus) -> None:
    assert count(corpus, Where(kinds=("country",))) == {"ITA": 3, "SRB": 2}
    documents = corpus.count_documents("code", Where(kinds=("country",)))
    assert dict(zip(documents["code"], documents["documents"], strict=True)) == {"ITA": 2, "SRB": 1}


def test_a_code_can_be_left_out(corpus: Corpus) -> None:
    assert "ITA" not in count(corpus, Where(without=("ITA",)))


def test_the_days_of_a_span_both_count(corpus: Corpus) -> None:
    assert count(corpus, Where(since=date(2020, 4, 2), until=date(2020, 4, 2), kinds=("country",))) == {"ITA": 2}


def test_mentions_are_counted_by_month(corpus: Corpus) -> None:
    found = corpus.count_mentions("month", Where(kinds=("country",)))
    assert dict(zip(found["month"], found["mentions"], strict=True)) == {"2020-03": 3, "2020-04": 2}


def test_sentences_come_page_after_page_and_none_twice(corpus: Corpus) -> None:
    first = corpus.read_sentences("ITA", limit=2)
    rest = corpus.read_sentences("ITA", after=find_position(first.iloc[-1].to_dict()), limit=2)
    assert list(first["title"]) == ["First", "Second"]
    assert [*first["text"], *rest["text"]][-1] == "Italy spoke first."
    assert corpus.count_sentences("ITA") == len(first) + len(rest)


def test_the_spans_of_a_sentence_cut_the_text_they_claim(corpus: Corpus) -> None:
    row = corpus.read_sentences("SRB").iloc[0]
    span = row["spans"][0]
    assert row["text"][span["start"] - row["start"] : span["end"] - row["start"]] == "Serbia"


def test_an_example_is_the_first_sentence(corpus: Corpus) -> None:
    found = corpus.read_examples()
    assert dict(zip(found["code"], found["text"], strict=True))["SRB"] == "Serbia thanked Italy on Monday."


def test_a_corpus_on_disk_answers_as_in_memory(corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path / "corpus")
    stored = open_corpus(tmp_path / "corpus")
    assert stored.mentions.equals(corpus.mentions)
    assert count(stored, Where()) == count(corpus, Where())


def test_a_corpus_on_disk_reads_no_other_file(corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path / "corpus")
    (tmp_path / "secret.csv").write_text("a\n1\n")
    stored = open_corpus(tmp_path / "corpus")
    with pytest.raises(Exception, match="Permission Error"):
        stored._ask(Question(f"SELECT * FROM '{tmp_path / 'secret.csv'}'"))  # noqa: S608


def test_a_folder_without_a_corpus_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="aidatlas extract"):
        open_corpus(tmp_path)


def test_an_unknown_table_is_named_with_the_known_ones(corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="documents, lines, sentences"):
        corpus.table("nothing")


def test_a_corpus_of_nothing_answers_with_nothing() -> None:
    empty = extract([])
    assert empty.count_mentions("code").empty
    assert empty.find_giver() is None


def test_documents_laid_over_a_corpus_join_it_and_take_the_place_of_their_own_kind(
    corpus: Corpus, tmp_path: Path
) -> None:
    corpus.write(tmp_path / "corpus")
    first = corpus.documents["document"][0]
    new = {name: corpus.arrow(name) for name in ("documents", "mentions")}
    kept = {name: table.filter(pc.equal(table["document"], first)) for name, table in new.items()}
    added = extract([Document("new", "Peru won.", (Line(0, 9, "Peru won.", ""),), language="en")])
    for below in (corpus, open_corpus(tmp_path / "corpus")):
        whole = below.lay_over({name: added.arrow(name) for name in TABLES})
        assert count(whole, Where(kinds=("country",))) == {"ITA": 3, "SRB": 2, "PER": 1}
        again = whole.lay_over({**kept, "mentions": kept["mentions"].slice(0, 1)})
        assert again.count("documents") == 3
        assert count(again, Where(kinds=("country",))) == {"ITA": 2, "SRB": 1, "PER": 1}
        assert count(below, Where(kinds=("country",))) == {"ITA": 3, "SRB": 2}
