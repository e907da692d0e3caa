"""What can be measured of each country and area in a corpus: its roles in events, its names, its stated figures.

A measure has a key that stands in an address: that of a measure of a subject ("received", "for"), or of a kind of
stated figure ("figure.USD.money.to"). What there is to measure comes from the documents; no measure is written here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

import pandas as pd

from geo.base.errors import DrawingError
from geo.base.records import EventKind, Role
from geo.charts.appearance import Look
from geo.numbers.currencies import name_currency
from geo.reference.places import list_place_codes
from geo.reference.subjects import Subject, SubjectMeasure, read_subjects
from geo.reference.themes import read_themes
from geo.statements.tabulations.units import drop_scale
from geo.store.corpus import ALL, Corpus, Where

# A measure by its key.
Measure: TypeAlias = str
MeasureKind = Literal["role", "names", "figure"]

_FIGURE = "figure."
# What speaks for a subject makes up so much of the events, or of the figures of places, of a corpus that has it.
_LEAST_SHARE = 0.1
# A measure opens the dashboard with so many places, and as large a share of those that are named.
_FEW, _FAIR, _HALF = 2, 0.1, 0.5
_OTHERWISE: Measure = "mentions"


class MeasureWords(NamedTuple):
    """What a measure is called: on its control, over its map, what a number is, over its bars, in a caption, without data."""

    label: str
    title: str
    measured: str
    bars: str
    about: str
    none: str


class FigureKind(NamedTuple):
    """What a stated figure counts, what about, whose side it is of, and the words over its column of a table."""

    counted: str
    unit: str
    theme: str | None
    side: str
    heading: str | None


class Measured(NamedTuple):
    """A measure that has something to show: its key and kind, how many places it has, and what it is of.

    `subject` is that of a role measure, None where it is of any.
    """

    key: Measure
    kind: MeasureKind
    places: int
    subject: str | None = None
    figure: FigureKind | None = None


class _Known(NamedTuple):
    """What was found out of a corpus: its subjects, and its measures."""

    subjects: tuple[Subject, ...]
    measures: tuple[Measured, ...]


_KNOWN: WeakKeyDictionary[Corpus, _Known] = WeakKeyDictionary()


def list_measures(corpus: Corpus, where: Where = ALL) -> tuple[Measured, ...]:
    """Return the measures that have something to show, in the order of a control, each with how many places it has.

    First come the measures of the subjects that are recognised, then who took part where there are events, the stated
    figures, and names.
    """
    if where != ALL:
        return tuple(_find_measures(corpus, list_subjects(corpus), where))
    return _find_out(corpus).measures


def list_subjects(corpus: Corpus) -> tuple[Subject, ...]:
    """Return the subjects that are recognised in a corpus, that which most speaks for first."""
    return _find_out(corpus).subjects


def find_leading(corpus: Corpus) -> Measure:
    """Return the measure that has most to show, taken from the first of these that has a fair number of places.

    These are the recognised subjects' own measures, the stated figures that a subject knows, all other figures; names
    where none has. A measure has a fair number with a tenth of the places that are named. Of the subjects' measures the
    first in their file is taken that has half as many places as the largest, of figures that with the most.
    """
    found = list_measures(corpus)
    named = max((one.places for one in found if one.kind == "names"), default=0)
    spoken = {name for one in list_subjects(corpus) for name in one.figures}
    roles = [one for one in found if one.kind == "role" and one.subject is not None]
    figures = [one for one in found if one.figure is not None]
    known = [one for one in figures if one.figure is not None and one.figure.counted in spoken]
    for group in (roles, known, figures):
        most = max((one.places for one in group), default=0)
        if most >= max(_FEW, _FAIR * named):
            return next(one.key for one in group if one.places >= (_HALF if group is roles else 1) * most)
    return _OTHERWISE


def find_measure(corpus: Corpus, key: Measure | None) -> Measure:
    """Return a measure's key where the corpus has something to show of it, else the leading one."""
    return key if any(one.key == key for one in list_measures(corpus)) and key else find_leading(corpus)


def asks_giver(corpus: Corpus) -> bool:
    """Return whether a corpus is about a subject in which somebody receives: one giver may outshine all who do."""
    return any(_has_recipients(subject) for subject in list_subjects(corpus))


def choose_measure(measure: Measure, where: Where) -> Where:
    """Return the question about a measure: about the events that it counts, the names, or the figures."""
    if is_figure(measure):
        return replace(where, figure=measure, kinds=(), roles=(), themes=(), events=(), verbs=())
    found = find_definition(measure)
    if found.counts != "events":
        # A name in a sentence has no theme and is no event.
        return replace(where, kinds=("country",), themes=(), events=(), figure="")
    return replace(
        where, roles=found.roles, kinds=(), events=_meet(found.events, where.events), verbs=found.verbs, figure=""
    )


def _meet(kinds: Sequence[EventKind], asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds of event that are both counted and asked for; where there are none, one that is none."""
    if not kinds or not asked:
        return asked or tuple(kinds)
    return tuple(kind for kind in asked if kind in kinds) or ("",)


def leave_giver_out(measure: Measure, giver: str | None, where: Where) -> Where:
    """Return the question without the giver who leads by far (see Corpus.find_giver), and would outshine all others.

    Who gave is asked of the giver too, and so is what has no giver: a vote, a stated figure.
    """
    return where if giver is None or not can_leave_out(measure) else replace(where, without=(giver,))


def can_leave_out(measure: Measure) -> bool:
    """Return whether a giver may be left out of a measure: not where the givers, a figure or another subject is asked for."""
    if is_figure(measure) or find_roles(measure) == ("giver",):
        return False
    having = [one for one in read_subjects().values() if measure in one.measures]
    return any(one.always or _has_recipients(one) for one in having)


def _has_recipients(subject: Subject) -> bool:
    return not subject.always and any(one.roles == ("recipient",) for one in subject.measures.values())


def is_figure(measure: Measure) -> bool:
    """Return whether a measure is of stated figures, which nothing divides or adds up."""
    return measure.startswith(_FIGURE)


def counts_events(measure: Measure) -> bool:
    """Return whether a measure counts events, so that themes and kinds of event narrow it."""
    return bool(find_roles(measure))


def find_roles(measure: Measure) -> tuple[Role, ...]:
    """Return the roles in events that a measure counts; none where it counts names or is of figures."""
    return () if is_figure(measure) else find_definition(measure).roles


def find_definition(measure: Measure) -> SubjectMeasure:
    """Return what a measure of a subject counts; DrawingError where no subject has it."""
    having = [one for one in read_subjects().values() if measure in one.measures]
    if not having:
        known = ", ".join(dict.fromkeys(key for one in read_subjects().values() for key in one.measures))
        raise DrawingError(f"no measure is called {measure}; there are {known}, and the figures that documents state")
    # Another subject may have words of its own for what is counted of any documents, and counts nothing else by it.
    return next((one for one in having if one.always), having[0]).measures[measure]


def describe_measure(corpus: Corpus, measure: Measure, look: Look) -> MeasureWords:
    """Return what a measure is called in a corpus; DrawingError where it is no measure and no figure of its documents."""
    if is_figure(measure):
        found = next((one.figure for one in list_measures(corpus) if one.key == measure), None)
        if found is None:
            raise DrawingError(f"these documents state no figures called {measure}; {_suggest(corpus)}")
        return _describe_figure(found, look)
    definition = find_definition(measure)
    words = next((one.measures[measure] for one in list_subjects(corpus) if measure in one.measures), definition).words
    # A language beyond those of the subjects' files has its words in its catalogue.
    own = {name: look.words.find(f"subject.{measure}.{name}", text) for name, text in words[look.language].items()}
    return MeasureWords(**own)


def _suggest(corpus: Corpus) -> str:
    return f"choose of {', '.join(one.key for one in list_measures(corpus)) or 'none: nothing is named'}"


def _describe_figure(figure: FigureKind, look: Look) -> MeasureWords:
    what, words = name_figure(figure, look), look.words
    title = words(f"figure.title_{'column' if figure.heading else figure.side}", {"what": what})
    title = title[0].upper() + title[1:]
    return MeasureWords(
        label=what if figure.side == "of" else words(f"figure.label_{figure.side}", {"what": what}),
        title=title,
        measured=words("figure.measured", {"what": what}),
        bars=title,
        about=words("figure.about"),
        none=words("figure.none"),
    )


def name_figure(figure: FigureKind, look: Look) -> str:
    """Return what a figure counts: the words over its column, as a subject knows it, or its unit and what it is about."""
    if figure.heading:
        # The values are whole: what the column is written in would multiply them once more.
        return drop_scale(figure.heading) or figure.heading
    known = [one.figures[figure.counted] for one in read_subjects().values() if figure.counted in one.figures]
    if known:
        return look.words.find(f"subject.figure.{figure.counted}", known[0].names[look.language])
    money = name_currency(figure.counted, look.language)
    name = money or look.words.find(f"measure.{figure.counted}", figure.counted)
    theme = read_themes().get(figure.theme or "")
    if theme is None or (money and theme.code == "money"):
        return name
    return f"{name} · {theme.name(look.language)}"


def _find_out(corpus: Corpus) -> _Known:
    """Return what the documents are about and have to show, found out once."""
    known = _KNOWN.get(corpus)
    if known is None:
        subjects = _recognise(corpus)
        known = _KNOWN[corpus] = _Known(subjects, tuple(_find_measures(corpus, subjects, ALL)))
    return known


def _recognise(corpus: Corpus) -> tuple[Subject, ...]:
    """Return the subjects that enough of the events, or of the figures of places, speaks for."""
    events = _read_counts(corpus.count_events(("kind",)), "kind", "events")
    figures = _read_counts(corpus.count_counted(), "counted", "figures")
    shares = {
        subject.key: max(_find_share(subject.events, events), _find_share(subject.spoken, figures))
        for subject in read_subjects().values()
        if not subject.always
    }
    ranked = sorted((key for key, share in shares.items() if share >= _LEAST_SHARE), key=lambda key: -shares[key])
    return tuple(read_subjects()[key] for key in ranked)


def _read_counts(found: pd.DataFrame, key: str, count: str) -> Mapping[str, int]:
    return dict(zip(found[key].tolist(), found[count].tolist(), strict=True))


def _find_share(keys: Sequence[str], counts: Mapping[str, int]) -> float:
    return sum(counts.get(key, 0) for key in keys) / max(sum(counts.values()), 1)


def _find_measures(corpus: Corpus, subjects: Sequence[Subject], where: Where) -> list[Measured]:
    general = [one for one in read_subjects().values() if one.always]
    of_any = list(dict.fromkeys(key for one in general for key in one.measures))
    own = {key: subject.key for subject in subjects for key in subject.measures if key not in of_any}
    counted = [Measured(key, "role", _count(corpus, key, where), subject) for key, subject in own.items()]
    acts, names = ([key for key in of_any if counts_events(key) == events] for events in (True, False))
    counted += [Measured(key, "role", _count(corpus, key, where)) for key in acts]
    counted += _find_figures(corpus, where)
    counted += [Measured(key, "names", _count(corpus, key, where)) for key in names]
    return [one for one in counted if one.places]


def _count(corpus: Corpus, measure: Measure, where: Where) -> int:
    """Return how many countries and areas a measure has something of."""
    asked = choose_measure(measure, where)
    found = corpus.count_participants(asked) if asked.roles else corpus.count_mentions("code", asked)
    return int(found["code"].isin(list(list_place_codes())).sum())


def _find_figures(corpus: Corpus, where: Where) -> list[Measured]:
    """Return the kinds of stated figures; one whose figures all stand in another kind of the same adds nothing."""
    listed = corpus.list_figures(choose_documents(where))
    rows = listed.astype("object").where(listed.notna(), None).to_dict("records")
    if not rows:
        return []
    values = corpus.read_figures(choose_documents(where))
    held = {key: set(zip(one["code"], one["value"], strict=True)) for key, one in values.groupby("figure")}
    figures = {
        str(row["figure"]): (FigureKind(*(row[name] for name in FigureKind._fields)), int(row["places"]))
        for row in rows
    }
    return [
        Measured(key, "figure", places, figure=figure)
        for key, (figure, places) in figures.items()
        if not any(
            _is_same(figure, other)
            and (held[key] < held[name] or (held[key] == held[name] and other.side > figure.side))
            for name, (other, _) in figures.items()
            if name != key
        )
    ]


def _is_same(figure: FigureKind, other: FigureKind) -> bool:
    return figure._replace(side=other.side) == other


def choose_documents(where: Where) -> Where:
    """Return a question without what narrows only names and events."""
    return replace(where, kinds=(), roles=(), themes=(), events=(), verbs=())
