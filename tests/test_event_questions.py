"""The questions about events: who gave, who received, who took part."""

from datetime import date
from pathlib import Path

import pytest

from geo.documents.reading import read_documents
from geo.store.corpus import Corpus, Where, extract, open_corpus
from geo.store.tables import TABLES, make_table
from tests.made import DAY, NEXT, STAGES, Told, make_corpus


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return two documents that tell of four acts."""
    return make_corpus()


@pytest.fixture(scope="module")
def staged() -> Corpus:
    """Return two documents that tell of a team sent and arrived, of a gift called off, and of an act of an open kind."""
    return make_corpus(STAGES)


def count(corpus: Corpus, where: Where) -> dict[str, int]:
    """Return the acts by code."""
    found = corpus.count_participants(where)
    return dict(zip(found["code"], found["events"], strict=True))


def test_what_two_documents_tell_is_one_act(corpus: Corpus) -> None:
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


def test_sent_and_arrived_in_two_documents_is_one_act_on_the_day_of_arrival(staged: Corpus) -> None:
    found = staged.count_events(("kind", "day"), Where(themes=("experts",)))
    assert [(kind, day.date(), events) for kind, day, events in found.to_numpy()] == [("team_arrived", NEXT, 1)]
    assert count(staged, Where(until=DAY)) == {}


def test_the_events_of_one_act_share_it_in_every_table(staged: Corpus) -> None:
    assert list(staged.events["act"]) == ["c-1", "c-1", "c-1", "d-3", "d-4"]
    assert set(staged.read_events(Where(themes=("experts",)))["act"]) == {"c-1"}
    assert list(staged.read_acts(limit=1)["event"]) == ["c-2", "d-2", "c-1"]


def test_what_did_not_happen_is_listed_and_not_counted(staged: Corpus) -> None:
    assert count(staged, Where(roles=("giver",))) == {"CUB": 1}
    assert list(staged.count_flows()["giver"]) == list(staged.read_flows()["giver"]) == ["CUB"]
    assert "denied" in set(staged.read_acts()["status"])


def test_of_a_document_an_act_keeps_the_day_that_all_documents_tell(staged: Corpus) -> None:
    found = staged.read_acts(Where(documents=("c",)))
    assert list(found["act_date"].dt.date) == [NEXT, NEXT]
    assert list(found["event"]) == ["c-2", "c-1"]


def test_what_has_no_day_goes_with_its_document_to_the_act_of_all() -> None:
    undated: Told = (9, "d", "team_arrived", "done", "experts", None, None, STAGES[0][-1])
    acts = make_corpus([*STAGES, undated]).events.set_index("event")["act"]
    assert acts["d-9"] == acts["d-2"] == acts["c-1"]


def test_the_order_of_the_documents_does_not_matter(staged: Corpus) -> None:
    turned = make_corpus(STAGES[::-1]).events.set_index("event")["act"]
    assert dict(turned) == dict(staged.events.set_index("event")["act"])


def test_two_sums_of_money_of_one_day_stay_two_acts(tmp_path: Path) -> None:
    told: list[Told] = [(0, name, "donation", "done", "money", DAY, "day", STAGES[0][-1]) for name in "ab"]
    sums = [
        (
            f"{name}-0",
            name,
            0,
            0,
            5,
            "€5",
            value,
            None,
            "exact",
            "EUR",
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            None,
            False,
            "number",
        )
        for name, value in (("a", 5.0), ("b", 6.0))
    ]
    made = {name: make_corpus(told).arrow(name) for name in TABLES} | {"quantities": make_table("quantities", sums)}
    assert count(Corpus(made), Where(roles=("giver",))) == {"CUB": 2}
    # On disk lies what each document tells; the rest is found when it is asked for.
    make_corpus(STAGES).write(tmp_path / "corpus")
    assert set(open_corpus(tmp_path / "corpus").events["act"]) == {"c-1", "d-3", "d-4"}


def test_firms_and_local_governments_act_for_their_country(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Norwegian firms donated 20 tents to Chad. Norway sent 30 doctors to Mali.", "utf-8"
    )
    corpus = extract(read_documents(tmp_path))
    assert set(corpus.participants["code"]) == {"NOR", "NOR:firms", "TCD", "MLI"}
    assert count(corpus, Where(roles=("giver",))) == {"NOR": 2}


def test_a_headline_has_the_day_that_its_article_states(tmp_path: Path) -> None:
    text = "日本外相与秘鲁外长通电话\n\n5月3日，日本外相与秘鲁外长通电话，谈及地震。"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "documents.csv").write_text("path,published\na.txt,2024-05-05\n", "utf-8")
    events = extract(read_documents(tmp_path)).events
    assert [str(day.date()) for day in events["date"]] == ["2024-05-03", "2024-05-03"]
    assert events["act"].nunique() == 1
