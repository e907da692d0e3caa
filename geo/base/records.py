"""The small frozen records that pass from step to step.

Every offset counts Unicode characters. In what `find_mentions` and `find_quantities` return, they count in the text
that was given; in the tables of a corpus, in the document's normalised text.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Kind = Literal["country", "region", "organisation"]
Bound = Literal["exact", "more_than", "at_least", "nearly", "about", "at_most", "less_than", "between"]
Status = Literal["planned", "announced", "done", "denied"]
Precision = Literal["day", "month", "year"]
DateSource = Literal["heading", "sentence", "document", "given", "corrected"]
Role = Literal["giver", "recipient", "party", "host"]
EventKind = Literal[
    "call",
    "meeting",
    "video_conference",
    "summit",
    "team_sent",
    "team_arrived",
    "supplies_announced",
    "supplies_delivered",
    "donation",
    "laboratory",
    "hospital",
    "agreement",
    "visit",
    "aid",
    "team_returned",
    "vote",
    "other",
]


class Line(NamedTuple):
    """One line of a document; `rule` says why it is no part of the article and is empty for the body."""

    start: int
    end: int
    text: str
    rule: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read: its text, what is known of it, and its labelled lines.

    `document` is the hash of the text, `published` an ISO 8601 date of any precision ("2020-03-26", "2020-04"),
    `language` a two-letter code; `id` is the reader's own name for it, from a column of its table; unknown is None.
    """

    document: str
    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    path: str | None = None
    story: str | None = None
    published_from: DateSource | None = None
    id: str | None = None


# What a failure is: it could not be read; it holds no document (a picture); it was passed over on purpose (hidden, a link);
# it says what was read before; or it was read, and something is to be known of how.
FailureKind = Literal["unread", "no document", "passed over", "equal", "note"]


class Failure(NamedTuple):
    """A file, or a place in one, that could not be read, or was left out, and why."""

    path: str
    place: str | None
    reason: str
    kind: FailureKind = "unread"


# In a class with a field `date` the type needs another name.
Day: TypeAlias = date


class Date(NamedTuple):
    """A day, or the first day of a month or year, and where it was stated.

    `date_to` is the last day where the text states a span of days, whose first is `date`.
    """

    date: date
    precision: Precision
    source: DateSource
    date_to: Day | None = None


class Sentence(NamedTuple):
    """One sentence with its place in the document's text.

    `text` is the sentence as a reader would have it: where a page break cut it, the break is left out. `breaks` holds
    for each such cut the position in `text` and how many characters of the document were left out up to there.
    `language` is the one that it is in, which may be another than the document's.
    """

    start: int
    end: int
    text: str
    date: Date | None
    breaks: tuple[tuple[int, int], ...] = ()
    language: str | None = None


class Mention(NamedTuple):
    """A country or area, region or organisation named in a text, its code, and the rule that coded it."""

    start: int
    end: int
    text: str
    kind: Kind
    code: str
    rule: str


class Quantity(NamedTuple):
    """A number of something that a text states.

    `value_to` is the upper end of a range. `unit` is a known unit, a currency, "percent", or where the noun is none of
    ours its base form; `noun` is the base form of the noun in any case, None where none is written. `scope` is the code of the region or organisation whose members are
    counted, or in a table of whom its row names (a country or area too), "world" where the text says the world.
    `giver` and `recipient` name the side that is not counted. Who is not a country's government is written after a
    colon, several joined: "CHN:local", "CHN:firms", "CHN:local+foundations" (also "individuals", in events
    "groups" against a government, and "government" beside others). Nothing stands before the colon where no country is named for them or where it is the countries
    counted: where firms of 84 countries gave to China, the giver is ":firms".
    """

    start: int
    end: int
    text: str
    value: float
    value_to: float | None
    bound: Bound
    unit: str
    noun: str | None
    scope: str | None
    theme: str | None
    giver: str | None
    recipient: str | None
    status: Status | None
    rule: str


class Participant(NamedTuple):
    """A country or area, region or organisation that took part in an event, and as what."""

    code: str
    role: Role


class Event(NamedTuple):
    """Something that a text says happened, was announced or is planned, and who took part.

    `date` is the day it happened, and where that was stated; `rule` is the rule that read it. `verb` is the base form of
    its predicate, which alone says what an event of kind "other" is.
    """

    start: int
    end: int
    kind: EventKind
    status: Status | None
    theme: str | None
    date: Date | None
    participants: tuple[Participant, ...]
    rule: str
    verb: str | None = None


class Refusal(NamedTuple):
    """What looked like a name or a number and was left out, with the codes it might have had and the reason."""

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    reason: str
