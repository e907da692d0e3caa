"""An act as a clause states it, before it is dated."""

from typing import NamedTuple

from geo.base.records import EventKind, Role, Status
from geo.statements.events.sides import Codes

GIFTS: tuple[EventKind, ...] = ("donation", "supplies_delivered", "supplies_announced", "aid")
MEETINGS: tuple[EventKind, ...] = ("meeting", "video_conference", "summit")
TALKS: tuple[EventKind, ...] = (*MEETINGS, "call")


class Act(NamedTuple):
    """Something done, with its span in the text; `counted` says that more took part than are named.

    `rule` names the class of acts that read it, `retold` says that the words put it before the day of the text, and
    `open` names the side that a list after it ("33 countries gave: …") fills. `verb` is the base form of the predicate.
    """

    kind: EventKind
    start: int
    end: int
    rule: str
    status: Status = "done"
    givers: Codes = ()
    recipients: Codes = ()
    parties: Codes = ()
    hosts: Codes = ()
    counted: bool = False
    retold: bool = False
    open: Role | None = None
    verb: str | None = None


def set_in_frame(act: Act, status: Status) -> Act:
    """Return an act that has come no further than the line above it says: "China will: / - donate masks to Italy"."""
    if act.status != "done" or status == "done":
        return act
    return act._replace(status=status, kind=name_supplies(status) if act.kind == "supplies_delivered" else act.kind)


def name_supplies(status: Status) -> EventKind:
    """Return what supplies are called that have come, or that are still to come."""
    return "supplies_delivered" if status == "done" else "supplies_announced"
