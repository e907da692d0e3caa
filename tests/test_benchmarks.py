"""The benchmarks: the counting of recognition, on made-up lines; the sessions that ask a dashboard."""

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import conversion, languages, load
from benchmarks.converters.aidatlas import load_fuzzy
from benchmarks.converters.running import Answers, answer
from benchmarks.counting import Count, Hit, count_all
from benchmarks.rivals.cldr import load as load_names
from benchmarks.rivals.timing import Task, measure
from benchmarks.texts import Line, Text, make_text, read_texts
from tests.servers import Server, start_dashboard

LINES: list[Line] = [
    {"lang": "en", "text": "Peru met French Chad Smith.", "gold": [
        {"start": 0, "end": 4, "iso3": "PER"}, {"start": 9, "end": 15, "iso3": "FRA", "kind": "demonym"}],
        "neg": [{"start": 16, "end": 26}], "complete": False},
    {"lang": "en", "text": "Niger, Mali, Oman Air.", "gold": [
        {"start": 0, "end": 5, "iso3": "NER"}, {"start": 7, "end": 11, "iso3": "MLI"}],
        "ignore": [{"start": 13, "end": 21}]},
    {"lang": "en", "text": "Fiji and Togo, perhaps Cuba.", "must": ["FJI", "TGO"], "may": ["CUB"]},
]  # fmt: skip


@pytest.fixture
def texts() -> list[Text]:
    """Return the made-up lines, read."""
    return [make_text(line, "made-up", "en") for line in LINES]


def test_what_is_found_where_it_stands_is_right_and_what_may_be_found_is_not_wrong(texts: list[Text]) -> None:
    hits = [
        [Hit(0, 4, "PER"), Hit(9, 15, "FRA")],
        [Hit(0, 5, "NER"), Hit(7, 11, "MLI"), Hit(13, 17, "OMN")],
        [Hit(0, 4, "FJI"), Hit(9, 13, "TGO"), Hit(23, 27, "CUB")],
    ]
    count = count_all(texts, hits)
    assert count == Count(right=7, found=7, met=5, wanted=5)
    assert (count.precision, count.recall, count.f1) == (1, 1, 1)


def test_another_code_a_person_and_a_country_not_named_are_wrong(texts: list[Text]) -> None:
    hits = [[Hit(0, 4, "PER"), Hit(16, 20, "TCD")], [Hit(0, 5, "NGA"), Hit(7, 11, "MLI")], [Hit(0, 4, "USA")]]
    count = count_all(texts, hits)
    assert count == Count(right=2, found=5, met=2, wanted=5)
    assert (count.precision, count.recall, count.f1) == pytest.approx((0.4, 0.4, 0.4))


def test_only_a_known_mistake_is_wrong_where_the_annotation_is_not_complete(texts: list[Text]) -> None:
    assert count_all(texts[:1], [[Hit(5, 8, "USA")]]).found == 0


def test_a_program_without_places_is_counted_by_code(texts: list[Text]) -> None:
    hits = [[Hit(None, None, "PER")], [Hit(None, None, "NER"), Hit(None, None, "NGA"), Hit(None, None, "NER")], []]
    assert count_all(texts, hits) == Count(right=2, found=3, met=2, wanted=5)


def test_nothing_found_has_no_precision_and_no_recall(texts: list[Text]) -> None:
    count = count_all(texts, [[], [], []])
    assert (count.precision, count.recall, count.f1) == (0, 0, 0)


def test_lines_of_other_languages_and_of_other_kinds_are_passed_over(tmp_path: Path) -> None:
    lines = [{"lang": "de", "text": "Peru", "must": ["PER"]}, {"lang": "en", "text": "Peru", "n": 1}, LINES[2]]
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert [(text.corpus, text.wanted) for text in read_texts(tmp_path)] == [("some", ("FJI", "TGO"))]


def test_a_language_is_measured_told_and_not_told_and_beside_names_without_rules() -> None:
    text = make_text(
        {"lang": "de", "text": "Die Schweiz hat den Südsudan besucht.", "must": ["CHE", "SSD"]}, "de", "de"
    )
    texts, *accuracy, speed = languages.measure([text])
    assert (texts, set(accuracy)) == ("1", {"1.000"})
    assert float(speed) > 0


def test_a_program_gives_its_hits_and_its_costs() -> None:
    result = measure(load_names, Task(texts={"en": ["Peru and Chad"]}, told=True))
    assert result["hits"] == {"en": [[(0, 4, "PE"), (9, 13, "TD")]]}
    assert result["speed"]["en"] > 0


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells what a process takes")
def test_each_session_opens_the_map_and_a_document_and_chooses_countries_without_an_error(made_folder: Path) -> None:
    def ask(server: Server) -> load.Asked:
        return asyncio.run(load.visit_all(server, "world", load.open_document, load.Load(2, 0.5, 0.1, 0)))

    # A browser of another test may have a loop running in this thread.
    with start_dashboard(made_folder) as server, ThreadPoolExecutor(1) as thread:
        begun, reruns, processor = thread.submit(ask, server).result()
    assert not [rerun for rerun in (*begun, *reruns) if rerun.failed]
    assert len(begun) == 8
    assert len(reruns) >= 2
    assert all(rerun.size > 10_000 for rerun in reruns)
    assert processor > 0


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells what a process holds")
def test_what_a_process_holds_is_told_with_what_it_has_started() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        family = load.list_family(os.getpid())
        process.communicate(b"\n")
    assert {os.getpid(), process.pid} <= {*family}


def test_names_are_counted_as_right_wrong_and_unknown() -> None:
    known = {"Peru": "PER", "Chile": "CHL", "Kosovo": "XKX", "Atlantis": "", "World": ""}
    codes = {"Peru": "PER", "Chile": None, "Kosovo": "XKV", "Atlantis": None, "World": "WLF"}
    assert conversion.count(known, codes) == {"right": 3, "wrong": 1, "unknown": 1}


def test_a_program_s_own_list_has_the_names_of_one_country_or_area() -> None:
    known = [("Peru", "PER"), ("Congo", "COG"), ("Congo", "COD"), ("Kosovo", "XKV"), ("Netherlands Antilles", "ANT")]
    assert conversion.choose_known(known) == {"Peru": "PER", "Kosovo": "XKX"}


def test_our_own_names_are_all_right_in_the_table() -> None:
    messy = conversion.read_messy()
    said = answer(load_fuzzy(), messy)
    table = list(conversion.write_table(list(messy), {"AidAtlas": said}, {"messy names": messy}))
    assert table[-1] == f"| AidAtlas | {len(messy)} / 0 / 0 |"


def test_a_program_that_knows_nothing_is_never_wrong() -> None:
    silent = Answers(version="1", codes=[None, None], known=[])
    table = list(conversion.write_table(["Peru", "World"], {"silent": silent}, {"two": {"Peru": "PER", "World": ""}}))
    assert table[-1] == "| silent 1 | 1 / 0 / 1 |"
