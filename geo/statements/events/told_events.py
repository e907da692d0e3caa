"""An event as one sentence tells it: what says whether another sentence tells of the same act."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from geo.base.records import EventKind, Participant, Precision, Status

# Kinds that are stages of one act; every other kind is a family of its own.
FAMILIES: Mapping[EventKind, str] = {
    "team_sent": "team",
    "team_arrived": "team",
    "supplies_announced": "supplies",
    "supplies_delivered": "supplies",
}
_GIVING = frozenset({"supplies", "donation", "aid"})
_COUNTS = ("countries", "organisations", "regions")
# The units of what keeps two acts of one day apart: money by its code, and those who are counted on a side.
AMOUNTS = "|".join(("[A-Z]{3}", *_COUNTS))
# How far an act has come, and the word for it.
Stage: TypeAlias = tuple[int, str]
# A unit and a value.
Amount: TypeAlias = tuple[str, float]


class ToldEvent(NamedTuple):
    """What one sentence tells of an act.

    `event` is its name in the tables, `sides` are the participants, `amounts` the units (see AMOUNTS) and values that its
    sentence counts. `day` is the first day of the month or year where no day is known; `is_by_then` says that it is only
    that of the document, by which the act had happened.
    """

    event: str
    kind: EventKind
    status: Status | None
    theme: str | None
    verb: str | None
    sides: frozenset[Participant]
    day: date | None
    precision: Precision | None
    amounts: frozenset[Amount] = frozenset()
    is_by_then: bool = False

    @property
    def document(self) -> str:
        """The document that tells it."""
        return self.event.rpartition("-")[0]

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands in the order of all tellings."""
        document, _, number = self.event.rpartition("-")
        return document, int(number)

    @property
    def family(self) -> str:
        """The family of its kind."""
        return FAMILIES.get(self.kind, self.kind)

    @property
    def stage(self) -> Stage:
        """How far the act has come, and the word for it."""
        if self.status in ("planned", "announced"):
            return 0, self.status
        return (2, "arrived") if self.kind == "team_arrived" else (1, "done")

    @property
    def key(self) -> object:
        """What all events of an act have in common; of what was denied, or names nobody, the event itself."""
        if self.status == "denied" or not self.named:
            return self.event
        return self.family, self.theme, self.named - self.takers, self.verb if self.kind == "other" else None

    @property
    def takers(self) -> frozenset[Participant]:
        """To whom teams were sent: one sentence names three of them, another one of these."""
        return frozenset(one for one in self.sides if one.role == "recipient" and self.family == "team")

    @property
    def named(self) -> frozenset[Participant]:
        """Who acted, without the hosts: of a meeting only some texts say where it was.

        A visit, and what one party came to, are known by their hosts.
        """
        acting = frozenset(one for one in self.sides if one.role != "host")
        return self.sides if self.kind == "visit" or len(acting) == 1 else acting

    @property
    def is_one_sided(self) -> bool:
        """Whether one side is only counted: "masks for 80 countries"."""
        roles = {one.role for one in self.named}
        return len(self.named) < 2 or roles == {"giver"} or roles == {"recipient"}

    def find_amounts(self) -> frozenset[Amount]:
        """Return the amounts that tell this act from others: money that is given, and how many a counted side has."""
        if not self.amounts or self.is_one_sided:
            return self.amounts
        return frozenset(one for one in self.amounts if one[0] not in _COUNTS and self.family in _GIVING)
