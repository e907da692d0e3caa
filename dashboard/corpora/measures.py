"""What there is to measure of the documents, and what they are about."""

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo import charts
from geo.reference.subjects import Subject


@answered_once()
def list_measures() -> tuple[charts.Measure, ...]:
    """Return the keys of what there is to measure, in the order of the control."""
    return tuple(one.key for one in charts.list_measures(open_shown()))


@answered_once(64)
def find_measure(key: str | None) -> charts.Measure:
    """Return a measure of the documents by its key, the leading one where they have none of that key."""
    return charts.find_measure(open_shown(), key)


@answered_once(128)
def describe_measure(measure: charts.Measure, look: charts.Look) -> charts.MeasureWords:
    """Return what a measure is called."""
    return charts.describe_measure(open_shown(), measure, look)


def list_subjects() -> tuple[Subject, ...]:
    """Return what the documents are about, that which most speaks for first."""
    return charts.list_subjects(open_shown())


@answered_once()
def find_giver() -> str | None:
    """Return the code of the giver who leads by far, where the documents are about those who receive; else None."""
    corpus = open_shown()
    return corpus.find_giver() if charts.asks_giver(corpus) else None


@answered_once(8)
def count_given(giver: str) -> dict[str, str]:
    """Return in how many acts and stated figures a giver gives, and how many have a giver: stated, whole."""
    counted = open_shown().count_givers()
    row = counted[counted["giver"] == giver].iloc[0]
    return {name: f"{int(row[name]):,}" for name in ("stated", "whole")}


@answered_once()
def count_measured() -> dict[str, int]:
    """Return how many countries or areas each role measure of the leading subject has, by its key."""
    corpus = open_shown()
    leading = next((one.key for one in charts.list_subjects(corpus)), None)
    found = [one for one in charts.list_measures(corpus) if one.kind == "role" and one.subject is not None]
    return {one.key: one.places for one in found if one.subject == leading and one.places}
