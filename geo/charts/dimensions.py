"""What bars and their parts can stand for: which of them mean something for a measure, their names and colours."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple, cast, get_args

import pandas as pd

from geo.base.records import EventKind
from geo.charts.appearance import Look
from geo.charts.colours import COLOURS, CONTINENTS, GREYS, colour_region, colour_theme
from geo.charts.event_groups import colour_kind
from geo.charts.measures import Measure, counts_events, is_figure, list_subjects
from geo.charts.palettes import Theme
from geo.charts.time_steps import find_span, name_span
from geo.reference.places import name_place
from geo.reference.themes import read_themes
from geo.store.corpus import Corpus, Counted, Where
from geo.store.corpus.cross_counts import OTHERS, SEVERAL

Rows = Literal["country", "region", "theme", "document", "month"]
Parts = Literal["none", "theme", "kind", "region", "document", "month"]
ROWS: tuple[Rows, ...] = get_args(Rows)
PARTS: tuple[Parts, ...] = get_args(Parts)
UNKNOWN = "unknown"
MOST_NAMED = 7
_MANY = 1000
# Who says nothing of theme or kind: a name in a sentence.
_OF_EVENTS = ("theme", "kind")


class StackPart(NamedTuple):
    """A part of the bars: its key, the words for it, and its colour."""

    key: str
    name: str
    colour: str


def list_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours of the parts that are named, and the greys of those that are not."""
    return (*COLOURS[theme], *GREYS[theme])


def count_as(measure: Measure) -> Counted:
    """Return what a measure counts in the tables."""
    if counts_events(measure):
        return "events"
    return "mentions" if measure == "mentions" else "documents"


def list_rows(measure: Measure) -> tuple[Rows, ...]:
    """Return what bars can stand for; a bar of one document would always hold one document, a figure is of a country."""
    if is_figure(measure):
        return ("country",)
    if counts_events(measure):
        return ROWS
    left_out = (*_OF_EVENTS, "document") if measure == "documents" else _OF_EVENTS
    return tuple(row for row in ROWS if row not in left_out)


def list_parts(measure: Measure, rows: Rows) -> tuple[Parts, ...]:
    """Return what the parts of such bars can stand for; "none" is always among them."""
    if is_figure(measure):
        return ("none",)
    left_out = () if counts_events(measure) else _OF_EVENTS
    return tuple(part for part in PARTS if part not in (rows, *left_out))


def name_keys(by: Rows | Parts, keys: Iterable[str], corpus: Corpus, look: Look) -> dict[str, str]:
    """Return the words for the keys of bars or parts."""
    wanted = list(dict.fromkeys(keys))
    if by == "document":
        return _name_documents([key for key in wanted if key != UNKNOWN], corpus, look)
    return {key: _name(by, key, look) for key in wanted}


def _name(by: Rows | Parts, key: str, look: Look) -> str:
    if key == UNKNOWN:
        return look.words(f"stacks.no_{by}")
    if by == "month":
        return name_span(find_span(date.fromisoformat(f"{key}-01"), "month"), look)
    if by == "kind":
        return look.words(f"event.{key}")
    if by == "theme":
        theme = read_themes().get(key)
        return key if theme is None else theme.name(look.language)
    return name_place(key, look.language)


def _name_documents(keys: list[str], corpus: Corpus, look: Look) -> dict[str, str]:
    """Return the day and title of each document; its file where it has no title."""
    # So many marks in a question would be slower than to read all titles.
    where = Where(documents=tuple(keys)) if len(keys) <= _MANY else Where()
    found = corpus.table("documents", where) if keys else pd.DataFrame()
    names: dict[str, str] = {}
    for row in found.to_dict("records"):
        title = row["title"] if isinstance(row["title"], str) else _name_file(row["path"], row["document"])
        names[str(row["document"])] = f"{row['published']} · {title}" if isinstance(row["published"], str) else title
    return _number({key: names.get(key, key) for key in keys})


def _name_file(path: str | None, otherwise: str) -> str:
    # The folders are nobody's business but the one's who opened the documents.
    return re.split(r"[\\/]", path)[-1] if isinstance(path, str) else otherwise


def _number(names: Mapping[str, str]) -> dict[str, str]:
    """Return the names, the second and every later of the same words with its number: a table tells them apart."""
    times = Counter[str]()
    numbered = {}
    for key, name in names.items():
        times[name] += 1
        numbered[key] = f"{name} ({times[name]})" if times[name] > 1 else name
    return numbered


def make_parts(
    by: Parts, ranked: pd.DataFrame, occurring: set[str], corpus: Corpus, look: Look
) -> tuple[StackPart, ...]:
    """Return the parts that occur, in the order of the bars: the named ones, the others, the several, the unknown.

    `ranked` are the largest parts (see Corpus.rank_parts). Months and regions stand in their own order.
    """
    if by == "none":
        return (StackPart("", look.words("stacks.all"), COLOURS[look.theme][0]),)
    named = _order(by, [str(key) for key in ranked["part"]])
    names = name_keys(by, named, corpus, look)
    shown = _colour(by, named, corpus, look)
    known = [StackPart(key, names.get(key, key), shown[key]) for key in named]
    others, several, unknown = GREYS[look.theme]
    left = int(ranked["parts"].iloc[0]) - len(named) if len(ranked) else 0
    rest = (
        StackPart(OTHERS, look.words("stacks.others", {"count": left}), others),
        StackPart(SEVERAL, look.words(f"stacks.several_{by}"), several),
        StackPart(UNKNOWN, look.words(f"stacks.no_{by}"), unknown),
    )
    return tuple(part for part in (*known, *rest) if part.key in occurring)


def _colour(by: Parts, keys: Sequence[str], corpus: Corpus, look: Look) -> dict[str, str]:
    """Return each part's colour: that which it has on every page, or else the next of those that are left."""
    subjects = list_subjects(corpus) if by == "kind" else ()
    owners: Mapping[Parts, Callable[[str], str | None]] = {
        "kind": lambda key: colour_kind(cast(EventKind, key), look.theme, subjects),
        "theme": lambda key: colour_theme(key, look.theme),
        "region": lambda key: colour_region(key, look.theme),
    }
    own = {key: owners[by](key) if by in owners else None for key in keys}
    left = [colour for colour in COLOURS[look.theme] if colour not in own.values()]
    return {key: colour or left.pop(0) for key, colour in own.items()}


def _order(by: Parts, keys: list[str]) -> list[str]:
    if by == "month":
        return sorted(keys)
    if by == "region":
        return sorted(keys, key=lambda key: CONTINENTS.index(key) if key in CONTINENTS else len(CONTINENTS))
    return keys
