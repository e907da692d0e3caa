"""What the clause reader takes and gives: the words of a sentence, and the frame of each of its acts."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from geo.base.records import Mention, Quantity, Status
from geo.clauses.frames.known_persons import KnownPersons

# The deep role of a phrase: of a passive, who is behind "by" is the subject and what was done the object.
Slot = Literal[
    "subject",  # who acts: "Japan gave", "given by Japan", "日本捐赠", "由日本援建"
    "object",  # what it acts on: "gave masks", "masks were given", "met the envoy"
    "indirect",  # to whom, without a preposition: "gave Mali masks", "Mali was given masks"
    "goal",  # to, into, 向, 赴
    "benefit",  # for, 为, 给
    "source",  # from, 从
    "partner",  # with, between, 同, 与
    "place",  # in, at, 在
    "inviter",  # at the invitation of, 应…邀请
    "means",  # by telephone, via, 以视频方式
    "topic",  # on, about, against, 就
]
# To whom or for whom something is done.
TAKING: tuple[Slot, ...] = ("goal", "benefit", "indirect")
# The sorts of things at which several come together.
MEETINGS = frozenset({"meeting", "summit", "video_conference"})
# A word that stands for those named before: one, several, the two sides, the text's own country, the other side.
Pronoun = Literal["it", "they", "both", "ours", "other"]


UnitKind = Literal["country", "region", "organisation", "place", "person", "count"]


class Unit(NamedTuple):
    """A name, a holder of an office or a count of countries: its span in the text, and for whom it stands.

    `kind` "place" is a city or province, which stands for its country where it is said where; `adjective` tells "Chinese"
    from "China", `capital` a country's capital from other cities; `side` is the code with who acts for it ("CHN:firms" in "Chinese firms").
    """

    start: int
    end: int
    kind: UnitKind
    codes: tuple[str, ...]
    side: str = ""
    adjective: bool = False
    capital: bool = False


class Words(NamedTuple):
    """A sentence in its text, with the names (cities too) and numbers in it.

    `named` holds the codes of the whole document, `day` is the day of which the sentence speaks, where it is known,
    `persons` says for whom those speak whom the text has named with their office ("西班牙首相桑切斯"), `posts` whose an
    office is that it has named with one country alone ("the prime minister"). `units` are its
    names as single units, where they have been found already.
    """

    text: str
    start: int
    end: int
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    language: str
    named: frozenset[str] = frozenset()
    day: date | None = None
    persons: KnownPersons | None = None
    posts: tuple[tuple[str, str], ...] = ()
    units: tuple[Unit, ...] | None = None


class Phrase(NamedTuple):
    """A noun phrase with all that hangs on it.

    `parties` are those whom the phrase as a whole stands for, as sides of acts ("CHN", "CHN:firms", "org:who", "002"):
    of "the Chinese president" CHN, of "Chinese masks" none. `owners` are those whose the thing is or from whom it
    comes ("Chinese masks", "masks from Japan"), `goals` those for whom it is ("aid to Fiji"), `places` where it is
    ("a hospital in Harare"). `sort` is what kind of thing it is (a table of languages/<code>/things.toml), `head` its
    noun's base form. `counted` says that it counts countries or organisations more than it names.
    """

    start: int
    end: int
    head: str = ""
    sort: str | None = None
    parties: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counted: bool = False
    pronoun: Pronoun | None = None


class Frame(NamedTuple):
    """One act of a clause: its predicate, what class of acts that belongs to, and who and what fill its slots.

    `start` and `end` are the predicate's words ("has sent", "通电话", "donation"), `lemma` its base form, `act` its class
    (a table of languages/<code>/verbs.toml). `status` is "denied" for what did not happen or is only wished, asked or
    supposed, and `refused` tells of these what the text itself says was refused or cancelled.
    `led` says that the clause has a subject of its own, be it one without a code: nobody else then acts.
    `retold` puts the act before the day of the text, `reported` says that someone tells of it. The clause lies between
    `clause_start` and `clause_end`.
    """

    start: int
    end: int
    lemma: str
    act: str
    status: Status | None
    slots: tuple[tuple[Slot, Phrase], ...]
    clause_start: int
    clause_end: int
    led: bool = True
    refused: bool = False
    retold: bool = False
    reported: bool = False

    def find(self, *slots: Slot) -> Phrase | None:
        """Return the phrase of the first of some slots that is filled."""
        return next((phrase for slot in slots for phrase in self.list(slot)), None)

    def list(self, slot: Slot) -> tuple[Phrase, ...]:
        """Return all phrases of a slot, in order."""
        return tuple(phrase for other, phrase in self.slots if other == slot)


class Reading(NamedTuple):
    """What a sentence states: its frames in order, and the persons and offices it names, each with whose it is."""

    frames: Sequence[Frame] = ()
    persons: Sequence[tuple[str, str]] = ()
    posts: Sequence[tuple[str, str]] = ()
