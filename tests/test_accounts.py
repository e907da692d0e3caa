"""How a chart was counted: what the box beside its files says, and the questions that it asks of the corpus."""

import html
import re

import pytest

from geo.charts import choose_measure
from geo.reference.releases import find_version, hash_tables
from geo.store.corpus import Corpus, Where, extract
from tests.made import DAY, EVENTS, STAGES, make_corpus
from tests.pages import OpenPage

RECEIVED = choose_measure("received", Where())


def read_account(page: object) -> str:
    """Return what the box of a page says, its lines one below another."""
    bodies = [element.proto.body for element in page.get("html")]  # type: ignore[attr-defined]
    found = next(body for body in bodies if "aa-account" in body)
    return html.unescape(re.sub("<[^>]+>", "", re.sub("</d[dt]>", "\n", found)))


def test_what_is_told_again_counts_once_and_what_was_denied_does_not() -> None:
    row = make_corpus(EVENTS + STAGES).count_tellings(RECEIVED).iloc[0]
    assert dict(row) == {
        "acts": 4,
        "tellings": 7,
        "documents": 4,
        "planned": 1,
        "announced": 0,
        "undated": 1,
        "denied": 1,
    }


def test_as_many_acts_are_told_of_as_the_chart_counts(seeds: Corpus) -> None:
    row, counted = seeds.count_tellings().iloc[0], seeds.count_events(("kind",))["events"].sum()
    assert row["acts"] <= counted
    assert seeds.count_tellings(Where(roles=("recipient",), codes=("SRB",)))["acts"][0] == 2


def test_the_rules_of_the_names_add_up_to_the_mentions(seeds: Corpus) -> None:
    rules = seeds.count_rules(choose_measure("mentions", Where()))
    everything = seeds.count_mentions("code", Where(kinds=("country",), places=True))
    assert rules["mentions"].sum() == everything["mentions"].sum()
    assert set(seeds.count_rules(RECEIVED)["rule"]) >= {"name", "frame"}


def test_what_was_refused_is_counted_by_reason(seeds: Corpus) -> None:
    assert seeds.count_left_out()["refused"].sum() == len(seeds.refused)
    assert seeds.count_left_out(Where(documents=("none",))).empty


def test_a_fingerprint_is_that_of_the_documents_in_whatever_order() -> None:
    corpus = make_corpus()
    turned = Corpus({"documents": corpus.arrow("documents").take([1, 0])})
    assert corpus.fingerprint() == turned.fingerprint() != make_corpus(STAGES).fingerprint()
    assert extract(()).fingerprint() == "0" * 32
    assert re.fullmatch("[0-9a-f]{64}", hash_tables())
    assert find_version()


def test_a_map_says_how_it_was_counted(open_page: OpenPage) -> None:
    said = read_account(open_page("world"))
    assert "One act in which a country or area received something" in said
    assert re.search(r"Acts: 16 · tellings of them: 24 · documents that tell them: 5\.", said)
    assert "without China" in said
    assert re.search(r"full name \d\d%, ", said)
    assert re.search(r"documents [0-9a-f]{12} \(15\) · tables [0-9a-f]{12}", said)


def test_filters_and_what_has_no_date_are_told(open_page: OpenPage) -> None:
    said = read_account(open_page("timeline", since=str(DAY), theme="experts", language="zh"))
    assert f"自{DAY}起\n专家与医疗队\n" in said


@pytest.mark.parametrize(
    ("name", "address", "unit"),
    [
        ("compare", {"measure": "mentions"}, "One place in the body of a document"),
        ("compare", {"figure": "maps"}, "One act in which"),
        ("timeline", {}, "One act: a call"),
        ("regions", {}, "Nothing was counted here"),
    ],
)
def test_every_chart_says_what_one_unit_is(open_page: OpenPage, name: str, address: dict[str, str], unit: str) -> None:
    assert unit in read_account(open_page(name, **address))
