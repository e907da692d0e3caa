"""Subjects as data: what a file may say, and that a new file is a new subject."""

import shutil
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from geo.base.errors import DataError
from geo.base.records import EventKind
from geo.charts import (
    Layout,
    Look,
    Theme,
    chart_countries,
    chart_stacks,
    chart_timeline,
    describe_measure,
    find_leading,
    list_measures,
)
from geo.charts.colours import colour_region, colour_theme
from geo.charts.event_groups import colour_kind, find_group, list_groups
from geo.documents.reading import read_documents
from geo.reference import subjects
from geo.reference.subjects import find_subjects_folder, read_subjects
from geo.reference.themes import read_themes
from geo.store.corpus import ALL, Corpus, extract
from tests.made import Told, make_corpus
from tests.test_palettes import SIGHTS, differ

STATE_VISITS = """
[name]
en = "State visits"
zh = "国事访问"

[recognised]
events = ["visit"]

[measures.hosted]
counts = "events"
roles = ["host"]
events = ["visit"]

[measures.hosted.en]
label = "hosted"
title = "Who was visited"
measured = "visits received"
bars = "Visits received"
about = "In how many visits each country or area was the host."
none = "Not visited"

[measures.hosted.zh]
label = "接待"
title = "谁接待了来访"
measured = "接待来访次数"
bars = "接待的来访"
about = "各国家或地区接待来访的次数。"
none = "无来访"

[groups.visits]
place = 9
kinds = ["visit"]
light = "#123456"
dark = "#abcdef"
en = "State visits"
zh = "国事访问"

[figures.envoys]
nouns = ["envoy", "使者"]

[figures.envoys.en]
label = "envoys"

[figures.envoys.zh]
label = "使者人数"
"""
VISITS: tuple[Told, ...] = tuple(
    (n, "a", "visit", "done", None, date(2020, 3, n), "day", (("FRA", "party"), (host, "host")))
    for n, host in enumerate(("ITA", "SRB", "GHA"), 1)
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of our subjects, which is the one that is read, for others to be added."""
    copied = Path(shutil.copytree(find_subjects_folder(), tmp_path / "subjects"))
    monkeypatch.setattr(subjects, "find_subjects_folder", lambda: copied)
    return copied


@pytest.fixture
def visits(folder: Path) -> Corpus:
    """Return documents that tell of visits, where a file makes these a subject."""
    (folder / "visits.toml").write_text(STATE_VISITS, encoding="utf-8")
    return make_corpus(VISITS)


def test_a_subject_is_one_file_its_measures_lead(visits: Corpus) -> None:
    assert [one.key for one in list_measures(visits)] == ["hosted", "took_part", "mentions", "documents"]
    assert find_leading(visits) == "hosted"


@pytest.mark.parametrize(("language", "title"), [("en", "Who was visited"), ("zh", "谁接待了来访")])
def test_the_words_of_a_new_subject_stand_on_its_map(visits: Corpus, language: str, title: str) -> None:
    chart = chart_countries(visits, "hosted", ALL, Look(language))
    assert chart.labels.title == title
    assert dict(zip(chart.rows["code"], chart.rows["value"], strict=True)) == {"GHA": 1, "ITA": 1, "SRB": 1}


def test_the_colours_of_a_new_subject_are_those_of_timeline_and_bars(visits: Corpus) -> None:
    for theme, colour in (("light", "#123456"), ("dark", "#abcdef")):
        look = Look("en", theme)  # type: ignore[arg-type]
        assert [(one.name, one.colour) for one in chart_timeline(visits, ALL, look).groups] == [
            ("State visits", colour)
        ]
        bars = chart_stacks(visits, "hosted", ALL, Layout(parts="kind"), look)
        assert [(one.key, one.colour) for one in bars.parts] == [("visit", colour)]


def test_the_figures_of_a_new_subject_have_its_words(folder: Path, tmp_path: Path) -> None:
    (folder / "visits.toml").write_text(STATE_VISITS, encoding="utf-8")
    text = tmp_path / "envoys.txt"
    text.write_text("There were 3 envoys from Kenya, 4 envoys from Ghana and 9 envoys from Peru.", encoding="utf-8")
    corpus = extract(list(read_documents(text)))
    assert find_leading(corpus) == "figure.envoys.none.of"
    assert describe_measure(corpus, "figure.envoys.none.of", Look("zh")).label == "使者人数"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [('roles = ["host"]', 'roles = ["guest"]', "known are"), ('kinds = ["visit"]', 'kinds = ["war"]', "no kind of event"),
     ('label = "接待"', "", "label"), ("[name]", "[title]", "name"), ("[measures.hosted]", "[measures.ho-sted]", "address")],
)  # fmt: skip
def test_what_breaks_the_rules_names_the_file(folder: Path, before: str, after: str, said: str) -> None:
    (folder / "visits.toml").write_text(STATE_VISITS.replace(before, after), encoding="utf-8")
    with pytest.raises(DataError, match=rf"subjects/visits\.toml.*{said}"):
        read_subjects()


def test_a_measure_of_one_subject_is_no_measure_of_another(folder: Path) -> None:
    (folder / "visits.toml").write_text(STATE_VISITS.replace("hosted", "received"), encoding="utf-8")
    with pytest.raises(DataError, match="received"):
        read_subjects()


def test_received_and_gave_stand_in_one_file_alone() -> None:
    assert [key for key, one in read_subjects().items() if {"received", "gave"} & set(one.measures)] == ["aid"]


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_every_kind_of_event_has_one_group(kind: str) -> None:
    groups = [group for one in read_subjects().values() for group in one.groups.values() if kind in group.kinds]
    assert len(groups) == 1
    assert find_group(kind).key in {group.key for group in list_groups(Look())}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_groups_look_alike_to_any_eye(theme: Theme, sight: str) -> None:
    colours = [group.colour for group in list_groups(Look("en", theme))]
    assert min(differ(one, other, sight) for one, other in combinations(colours, 2)) > 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_two_kinds_and_no_two_themes_have_one_colour(theme: Theme) -> None:
    kinds = [colour_kind(kind, theme) for kind in get_args(EventKind)]
    themes = [colour_theme(code, theme) for code in read_themes()]
    assert len(set(kinds)) == len(kinds)
    assert len(set(themes)) == len(themes)
    assert colour_theme("no theme", theme) is None
    assert colour_region("region:cee", theme) is None


def test_a_kind_has_the_colour_of_its_group_among_bars() -> None:
    corpus = make_corpus()
    bars = {
        part.key: part.colour for part in chart_stacks(corpus, "took_part", ALL, Layout(parts="kind"), Look()).parts
    }
    groups = {group.key: group.colour for group in chart_timeline(corpus, ALL, Look()).groups}
    assert (bars["donation"], bars["call"]) == (groups["donations"], groups["contacts"])
