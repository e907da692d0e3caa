"""A clause as it is read: its verb, its subjects, and what stands before and behind."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import Group, Verb

ClauseKind = Literal["main", "relative", "participle", "infinitive", "subordinate", "gerund"]
OPEN_KINDS = ("participle", "infinitive", "gerund")


class Item(NamedTuple):
    """A group behind a verb, with its preposition, if any, and whether a comma or conjunction stands before it."""

    preposition: str
    group: Group
    apart: bool = False


# Two clauses of the same words are two clauses.
@dataclass(slots=True, eq=False)
class Clause:
    """A verb with its subjects and items; `given` is the noun group that a relative clause or participle belongs to.

    `parent` is the clause inside which it stands, `opener` the word that opens it ("which", "that", "after").
    """

    kind: ClauseKind
    parent: "Clause | None" = None
    verb: Verb | None = None
    subjects: list[Group] = field(default_factory=list)
    fronted: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    given: Group | None = None
    opener: str = ""
    start: int = -1  # nowhere yet
    end: int = 0
    apart: bool = False  # opened behind a comma
    unclear: bool = False  # more than one noun may be meant by "which"
    follows: "Clause | None" = None  # the clause whose subject it shares
    has_subject: bool = False  # somebody acts, though nobody says who
    gapped: "Clause | None" = None  # the clause whose verb it shares without saying it: "and doctors to Chad"
    inner: "list[Clause]" = field(default_factory=list)  # those opened by "after", "when" and the like inside it
    waiting: "list[Clause]" = field(default_factory=list)  # participles before the subject they belong to

    @property
    def lemma(self) -> str:
        """Return the base form of the verb, "" where there is none yet."""
        return self.verb.lemma if self.verb is not None else ""

    @property
    def is_passive(self) -> bool:
        """Tell "was received" from "received"."""
        return self.verb is not None and self.verb.passive


def find_subjects(clause: Clause) -> Sequence[Group]:
    """Return who acts in a clause: its subjects; of a subject relative clause the group it belongs to."""
    if clause.subjects:
        return clause.subjects
    if clause.given is not None and clause.kind in ("relative", "participle") and not clause.unclear:
        return [clause.given]
    return clause.parent.subjects if clause.parent is not None and clause.kind in OPEN_KINDS else []


def tells_what(clause: Clause) -> bool:
    """Tell "pledged in a letter that", which opens what is said, from "announced a plan that"."""
    verb = clause.verb
    bare = [
        one
        for one in clause.items
        if not one.preposition and not one.group.is_time and one.group.actor is None and not one.group.codes
    ]
    return verb is not None and verb.lemma in read_set("verbs", "governing", "reporting") and not bare


def list_outer(clause: Clause) -> list[Clause]:
    """Return a clause and those around it, the innermost first."""
    found: list[Clause] = []
    inner: Clause | None = clause
    while inner is not None and len(found) < 12:
        found.append(inner)
        inner = inner.parent
    return found


class Nominal(NamedTuple):
    """A noun of acting with the clause it stands in, its preposition there, and its class of acts."""

    group: Group
    clause: Clause
    preposition: str
    act: str
    whole: Group  # the phrase in which it stands
    is_own: bool  # hangs on the clause itself, not inside another noun's phrase
