"""What a sentence is made of between its tokens and its frames: noun groups, verbs and the words that join them."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from geo.clauses.frames.records import Pronoun, Unit
from geo.clauses.frames.rules import read_rule_words

Form = Literal["fin", "inf", "part", "ger"]
LinkKind = Literal["preposition", "conjunction", "comma", "relative", "subordinate", "stop"]

TALKS = read_rule_words("en", "records", "talks")
BUILDINGS = frozenset({"laboratory", "hospital"})
GIVEN = frozenset({"money", "aid", "goods"})
MONEY = "MONEY"  # the tag of an amount of a currency
_POSSESSIVE = read_rule_words("en", "records", "possessive")


class Token(NamedTuple):
    """A word or a name: its span, how it is written in small letters, its tag, and the unit it is, if any."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    unit: Unit | None = None

    @property
    def is_possessive(self) -> bool:
        """Tell whether this is the ending of a possessor."""
        return self.lower in _POSSESSIVE and self.tag == "PART"


# Two groups of the same words are two groups.
@dataclass(slots=True, eq=False)
class Group:
    """A noun with all that hangs on it, grown while its sentence is read.

    `codes` are those for whom the head stands ("the Chinese president"), `owners`, `goals` and `places` as in Phrase.
    `located` are the codes of a city that is the head. `partners` are those after "with" and "between". `members` are
    the parts of a list.
    """

    start: int
    end: int
    head: str = ""
    words: tuple[str, ...] = ()
    sort: str | None = None
    codes: tuple[str, ...] = ()
    located: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    counted: bool = False
    pronoun: Pronoun | None = None
    possessor: Pronoun | None = None
    actor: str | None = None  # how its head acts for a country: "", ":firms"; None where it does not
    is_name: bool = False  # nothing but a name
    is_time: bool = False
    is_definite: bool = False
    is_person: bool = False  # somebody's name that says no country
    lead: tuple[str, ...] = ()  # the country that opens it, without a possessive: "Japan rice"
    is_vague: bool = False  # a team of which nothing says that it helps
    is_possessed: bool = False  # stands behind a country's possessive: "Chad's needs"
    is_of_many: bool = False  # a treaty that many countries join: "the Convention on"
    is_number: bool = False  # its head is a number: "three of the ambulances"
    is_doer: bool = False  # stands behind the "by" of a passive
    name: str = ""  # the name behind its office
    content: "Group | None" = None  # what is behind "of"
    members: list["Group"] = field(default_factory=list)

    def list_members(self) -> list["Group"]:
        """Return the parts of a list, else the group itself."""
        return self.members or [self]


class Verb(NamedTuple):
    """A verb with its auxiliaries: the span of all, that of the verb itself, its base form and how it is used."""

    start: int
    end: int
    main_start: int
    main_end: int
    lemma: str
    form: Form
    passive: bool = False
    perfect: bool = False
    pluperfect: bool = False
    to: bool = False
    finite_by_auxiliary: bool = False


class Link(NamedTuple):
    """A word between groups and verbs: a preposition, a conjunction or a comma."""

    start: int
    end: int
    kind: LinkKind
    word: str


Node: TypeAlias = Group | Verb | Link
