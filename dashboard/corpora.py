"""The corpus that the dashboard shows, and the questions it asks, each answered once.

Here answers that are kept meet geo: what depends on the same question is computed once (see dashboard.answers).
"""

import atexit
import gc
import sys
from collections.abc import Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.answers import answered_once
from dashboard.desks import open_with_desk
from geo import charts, drawings
from geo.base.errors import NothingToRead
from geo.base.folders import find_seeds_folder
from geo.base.records import Document, EventKind, Failure
from geo.charts import FlowsChart, sides
from geo.charts.two_maps import Sides
from geo.documents.reading import read_documents
from geo.maps.boundaries import Boundaries, read_own_boundaries
from geo.maps.topologies import pack_topology
from geo.reference.subjects import Subject
from geo.store import parts
from geo.store.corpus import (
    CheckPosition,
    Corpus,
    DocumentOrder,
    DocumentPosition,
    Found,
    Position,
    RefusedPosition,
    Summary,
    Unread,
    Where,
    extract,
    open_corpus,
)
from geo.store.corrections.files import read_corrections

# How the command tells the app of files of the user's own; paths are given whole, so none begins so.
BOUNDARIES_OPTION, CORRECTIONS_OPTION = "--boundaries=", "--corrections="


def list_sources() -> tuple[str, ...]:
    """Return the paths that the dashboard was started on; without any, the seeds."""
    options = (BOUNDARIES_OPTION, CORRECTIONS_OPTION)
    paths = tuple(word for word in sys.argv[1:] if not word.startswith(options))
    return paths or (str(find_seeds_folder()),)


@st.cache_resource(show_spinner=False)
def read_shapes(path: str) -> tuple[Boundaries, bytes]:
    """Return boundaries of the user's own: as a table for print, and packed for the browser."""
    shapes = read_own_boundaries(Path(path))
    return shapes, pack_topology(shapes)


def find_shapes() -> tuple[Boundaries, bytes] | None:
    """Return the boundaries that the dashboard was started with (see read_shapes); None where it shows its own."""
    path = _find_option(BOUNDARIES_OPTION)
    return None if path is None else read_shapes(path)


def _find_option(option: str) -> str | None:
    """Return the path that the dashboard was started with for an option, the last of several."""
    given = [word.removeprefix(option) for word in sys.argv[1:] if word.startswith(option)]
    return given[-1] if given else None


def find_note(note: str, look: charts.Look) -> str:
    """Return what is to be said of the boundaries that are shown: a chart's own note, or that they are the user's."""
    return note if find_shapes() is None else look.words("note.own")


@st.cache_resource(show_spinner=False)
def open_sources(sources: tuple[str, ...], corrections: str | None = None) -> Corpus:
    """Return the corpus of the paths, extracted before or made now from the documents, with a file of corrections."""
    folder = Path(sources[0])
    if len(sources) == 1 and folder.is_dir() and parts.is_corpus(folder):
        corpus = open_corpus(folder)
    else:
        failures: list[Failure] = []
        corpus = extract(_read_sources(sources, failures), failures)
    if corrections is not None:
        corpus = corpus.correct(read_corrections(corrections))
    # At the end all may go: DuckDB reports what is never freed as leaks.
    atexit.register(gc.unfreeze)
    return corpus


def _read_sources(sources: tuple[str, ...], failures: list[Failure]) -> list[Document]:
    """Return the documents of the paths; of empty folders none: the pages tell how to begin."""
    try:
        return list(read_documents(*sources, on_failure=failures.append))
    except NothingToRead:
        return []


@st.cache_resource(show_spinner=False)
def keep_loaded(page: str) -> int:
    """Set apart what is loaded once a page was drawn: no reader's click waits until the collector has walked through it.

    Returned is how many objects are set apart.
    """
    gc.freeze()
    return gc.get_freeze_count()


def open_shown() -> Corpus:
    """Return the corpus that the reader sees: the one that the dashboard was started on, with what lies on their desk."""
    return open_with_desk(open_started)


def open_started() -> Corpus:
    """Return the corpus that the dashboard was started on."""
    return open_sources(list_sources(), _find_option(CORRECTIONS_OPTION))


@answered_once()
def count_rows(table: str) -> int:
    """Return how many rows a table has."""
    return open_shown().count(table)


@answered_once(128)
def chart_countries(
    measure: charts.Measure, where: Where, look: charts.Look, per: charts.Per | None = None
) -> charts.MapChart:
    """Return the map of the countries and areas that the documents name, in numbers or in proportion."""
    return charts.rate_map(charts.chart_countries(open_shown(), measure, where, look), per)


@answered_once(128)
def redraw_countries(
    measure: charts.Measure,
    where: Where,
    options: charts.MapOptions,
    look: charts.Look,
    per: charts.Per | None = None,
) -> charts.MapChart:
    """Return the same map drawn with other options."""
    return charts.redraw_map(chart_countries(measure, where, look, per), options)


@answered_once(128)
def chart_flows(where: Where, codes: tuple[str, ...], look: charts.Look) -> FlowsChart:
    """Return who gave to whom, from or to one of the codes where there are some."""
    return charts.chart_flows(open_shown(), where, codes, look)


@answered_once(256)
def read_sentences(code: str | None, where: Where, after: Position | None) -> pd.DataFrame:
    """Return a page of the sentences that name a code, or any that `where` asks for."""
    return open_shown().read_sentences(code, where, after)


@answered_once(256)
def count_sentences(code: str | None, where: Where) -> int:
    """Return how many sentences name a code, or any that `where` asks for."""
    return open_shown().count_sentences(code, where)


@answered_once()
def find_giver() -> str | None:
    """Return the code of the giver who leads by far, where the documents are about those who receive; else None."""
    corpus = open_shown()
    return corpus.find_giver() if charts.asks_giver(corpus) else None


@answered_once()
def list_measures() -> tuple[charts.Measure, ...]:
    """Return the keys of what there is to measure, in the order of the control."""
    return tuple(one.key for one in charts.list_measures(open_shown()))


@answered_once()
def count_measured() -> dict[str, int]:
    """Return how many countries or areas each role measure of the leading subject has, by its key."""
    corpus = open_shown()
    leading = next((one.key for one in charts.list_subjects(corpus)), None)
    found = [one for one in charts.list_measures(corpus) if one.kind == "role" and one.subject is not None]
    return {one.key: one.places for one in found if one.subject == leading and one.places}


@answered_once(64)
def find_measure(key: str | None) -> charts.Measure:
    """Return a measure of the documents by its key, the leading one where they have none of that key."""
    return charts.find_measure(open_shown(), key)


@answered_once(128)
def describe_measure(measure: charts.Measure, look: charts.Look) -> charts.MeasureWords:
    """Return what a measure is called."""
    return charts.describe_measure(open_shown(), measure, look)


@answered_once(8)
def count_given(giver: str) -> dict[str, str]:
    """Return in how many acts and stated figures a giver gives, and how many have a giver: stated, whole."""
    counted = open_shown().count_givers()
    row = counted[counted["giver"] == giver].iloc[0]
    return {name: f"{int(row[name]):,}" for name in ("stated", "whole")}


@answered_once()
def find_days() -> tuple[date, date] | None:
    """Return the first and the last day that a sentence or event has; None where none has a date."""
    return open_shown().find_days()


@answered_once()
def count_kinds() -> dict[EventKind, int]:
    """Return how many acts of each kind the documents tell of, the most first."""
    counted = open_shown().count_events(("kind",)).sort_values("events", ascending=False, kind="stable")
    return dict(zip(counted["kind"].tolist(), counted["events"].tolist(), strict=True))


def list_kinds() -> list[EventKind]:
    """Return the kinds of event that the documents tell of."""
    return list(count_kinds())


def list_subjects() -> tuple[Subject, ...]:
    """Return what the documents are about, that which most speaks for first."""
    return charts.list_subjects(open_shown())


@answered_once()
def summarise() -> Summary:
    """Return what the corpus is: its documents, days, languages and outlets."""
    return open_shown().summarise()


@answered_once()
def count_unread() -> Unread:
    """Return how much was not read or not settled."""
    return open_shown().count_unread()


@answered_once()
def list_languages() -> list[str]:
    """Return the languages of the documents, the most frequent first."""
    return list(open_shown().count_languages()["language"])


@answered_once(128)
def search_sentences(query: str, where: Where, after: Position | None, limit: int) -> pd.DataFrame:
    """Return a page of the sentences that a query finds."""
    return open_shown().search_sentences(query, where, after, limit)


@answered_once(128)
def count_found(query: str, where: Where) -> Found:
    """Return how many sentences of how many documents a query finds."""
    return open_shown().count_found(query, where)


@answered_once(64)
def list_documents(where: Where, order: DocumentOrder, after: DocumentPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of documents with what was read in each."""
    return open_shown().list_documents(where, order, after, limit)


@answered_once(64)
def count_listed(where: Where) -> int:
    """Return how many documents are listed."""
    return open_shown().count_listed(where)


@answered_once(64)
def read_refused(where: Where, after: RefusedPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of the names that look like countries and were left out."""
    return open_shown().read_refused(where, after, limit)


@answered_once(64)
def count_refused(where: Where) -> pd.DataFrame:
    """Return how many names were left out for each reason."""
    return open_shown().count_refused(where)


@answered_once()
def read_titles() -> pd.DataFrame:
    """Return one row a document: document, title, published, outlet, url, language, characters, path."""
    return open_shown().documents


@answered_once(256)
def find_titles(search: str, most: int) -> pd.DataFrame:
    """Return rows of documents whose title, or file without one, holds some words; of more than `most` the newest."""
    titles = read_titles()
    named = titles["title"].fillna(titles["path"]).str.contains(search, case=False, regex=False)
    found = titles[named.fillna(False)] if search else titles
    if len(found) <= most:
        return found
    return found.sort_values("published", ascending=False, na_position="last", kind="stable").head(most)


@answered_once(64)
def read_document(document: str, table: str) -> pd.DataFrame:
    """Return one table's rows of one document."""
    return open_shown().table(table, Where(documents=(document,), places=True))


@answered_once(64)
def count_undated(document: str | None) -> pd.DataFrame:
    """Return the documents without a date in which events have no day: document, title, path, undated, events."""
    return open_shown().count_undated(Where(documents=(document,) if document else ()))


@answered_once(64)
def read_checks(where: Where, after: CheckPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of the checks with their figure, sentence and document."""
    return open_shown().read_checks(where, after, limit)


@answered_once(64)
def count_checks(where: Where) -> pd.DataFrame:
    """Return how many checks of each kind came to each verdict."""
    return open_shown().count_checks(where)


@answered_once(512)
def read_ground(check: str, _row: Mapping[Hashable, Any]) -> charts.Ground:
    """Return what a check's figure was held against; its name stands for its row."""
    return charts.read_ground(open_shown(), _row)


@answered_once()
def read_breakdowns() -> pd.DataFrame:
    """Return the quantities that belong to breakdowns, with breakdown, role and the sentence."""
    return charts.read_breakdowns(open_shown())


@answered_once()
def read_sums() -> pd.DataFrame:
    """Return what adding up the parts of each breakdown came to."""
    return charts.read_sums(open_shown())


@answered_once(128)
def chart_history(where: Where, look: charts.Look, measure: str | None) -> charts.History:
    """Return the events over time and the running totals of one measure."""
    return charts.chart_history(open_shown(), where, look, measure)


@answered_once(128)
def chart_timeline(where: Where, look: charts.Look) -> charts.TimelineChart:
    """Return the events over time."""
    return charts.chart_timeline(open_shown(), where, look)


@answered_once(128)
def chart_stacks(measure: charts.Measure, where: Where, layout: charts.Layout, look: charts.Look) -> charts.StacksChart:
    """Return a measure as bars in parts."""
    return charts.chart_stacks(open_shown(), measure, where, layout, look)


@answered_once(32)
def chart_multiples(
    measure: charts.Measure, where: Where, each: charts.Each, look: charts.Look
) -> charts.MultiplesChart:
    """Return a measure as a small map for each theme or month."""
    return charts.chart_multiples(open_shown(), measure, where, each, look)


@answered_once(32)
def draw_panels(
    measure: charts.Measure, where: Where, each: charts.Each, look: charts.Look, options: charts.MapOptions
) -> list[bytes]:
    """Return the pictures of the small maps, in their order, drawn with some options."""
    chart, own = charts.redraw_multiples(chart_multiples(measure, where, each, look), options), find_shapes()
    return [drawings.draw_panel(chart, panel, own[0] if own else None) for panel in chart.panels]


@answered_once(32)
def chart_two_maps(
    measure: charts.Measure, where: Where, both: Sides, look: charts.Look, per: charts.Per | None
) -> charts.TwoMapsChart:
    """Return a measure of two sides and their difference."""
    return charts.chart_two_maps(open_shown(), measure, where, both, look, per)


@answered_once()
def offer_sides(kind: charts.SideKind | None = None) -> Sides | None:
    """Return the two sides that a comparison begins with, of a kind where one is asked for; None where there are none."""
    return charts.offer_sides(open_shown(), kind)


@answered_once()
def list_outlets() -> tuple[str, ...]:
    """Return the outlets of the documents, the largest first."""
    return tuple(open_shown().count_outlets()["outlet"])


@answered_once()
def list_months() -> tuple[charts.Span, ...]:
    """Return the months in which something is named."""
    return sides.list_months(open_shown())


@answered_once(64)
def list_eventful(where: Where, step: charts.Step) -> tuple[charts.Span, ...]:
    """Return the steps of time in which something happened."""
    return charts.list_eventful(open_shown(), where, step)


@answered_once(256)
def read_acts(where: Where, after: tuple[date, str] | None, limit: int) -> pd.DataFrame:
    """Return a page of what happened, by date."""
    return open_shown().read_acts(where, after, limit)


@answered_once(256)
def count_acts(where: Where) -> int:
    """Return how many events there are."""
    return int(open_shown().count_events(("kind",), where)["events"].sum())
