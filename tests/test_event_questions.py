"""The questions about events: who gave, who received, who took part."""

from datetime import date

import pytest

from geo.store.corpus import Corpus, Where
from tests.made import make_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return two documents that tell of four happenings."""
    return make_corpus()


def count(corpus: Corpus, where: Where) -> dict[str, int]:
    """Return the happenings by code."""
    found = corpus.count_participants(where)
    return dict(zip(found["code"], found["events"], strict=True))


def test_what_two_documents_tell_is_one_happening(corpus: Corpus) -> None:
    assert count(corpus, Where(roles=("recipient",))) == {"ITA": 2, "SRB": 1, "CHN": 1}


def test_giving_goes_both_ways(corpus: Corpus) -> None:
    assert count(corpus, Where(roles=("giver",))) == {"CHN": 2, "JPN": 1}


def test_all_roles_count_as_taking_part(corpus: Corpus) -> None:
    assert count(corpus, Where(without=("CHN",))) == {"ITA": 2, "SRB": 1, "FRA": 1, "JPN": 1}


def test_events_are_chosen_by_day_theme_kind_and_status_of_participants(corpus: Corpus) -> None:
    day = date(2020, 3, 27)
    assert count(corpus, Where(since=day, until=day, themes=("aid",))) == {"JPN": 1, "CHN": 1}
    assert count(corpus, Where(events=("call",))) == {"CHN": 1, "FRA": 1}


def test_events_are_counted_by_day_and_kind(corpus: Corpus) -> None:
    found = corpus.count_events(("month", "kind"), Where(codes=("ITA",), roles=("recipient",)))
    rows = found.astype(object).where(found.notna(), None).to_numpy().tolist()
    assert rows == [["2020-03", "donation", 1], [None, "team_sent", 1]]


def test_flows_go_from_giver_to_recipient(corpus: Corpus) -> None:
    found = corpus.read_flows(Where(themes=("aid",)))
    rows = [tuple(row) for row in found[["giver", "recipient", "events"]].to_numpy()]
    assert rows == [("CHN", "ITA", 1), ("CHN", "SRB", 1), ("JPN", "CHN", 1)]


def test_the_events_come_with_their_participants_and_sentence(corpus: Corpus) -> None:
    first = corpus.read_events(Where(documents=("a",))).iloc[0]
    assert [one["code"] for one in first["participants"]] == ["CHN", "ITA", "SRB"]
    assert first["sentence_text"] == "China gave masks to Italy and Serbia."


def test_sentences_of_a_role_are_those_that_tell_of_it(corpus: Corpus) -> None:
    where = Where(roles=("recipient",))
    found = corpus.read_sentences("ITA", where)
    assert list(found["text"]) == ["China gave masks to Italy and Serbia."] * 2 + ["A team for Italy."]
    assert corpus.count_sentences("ITA", where) == 3
    assert [span["text"] for span in found["spans"][0]] == ["Italy"]
    assert len(found["spans"][2]) == 0


def test_each_code_has_an_example_of_its_role(corpus: Corpus) -> None:
    found = corpus.read_examples(Where(roles=("giver",)))
    assert dict(zip(found["code"], found["text"], strict=True))["JPN"] == "Japan gave masks."


def test_tables_without_a_document_column_are_chosen_by_document_too(corpus: Corpus) -> None:
    assert len(corpus.table("participants", Where(documents=("a",)))) == 3
    assert len(corpus.table("events", Where(documents=("b",), events=("call",), kinds=("country",)))) == 1
