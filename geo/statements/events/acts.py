"""An act as a grammar reads it in one sentence's shape, and what the document says beside that sentence."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from geo.base.records import EventKind, Role, Status
from geo.names.patterns import find_kind_of
from geo.statements.events.sentence_shapes import Codes, Group

GIFTS: tuple[EventKind, ...] = ("donation", "supplies_delivered", "supplies_announced", "aid")
MEETINGS: tuple[EventKind, ...] = ("meeting", "video_conference", "summit")
TALKS: tuple[EventKind, ...] = (*MEETINGS, "call")


class Side(NamedTuple):
    """Who stands on one side of an act; `counted` says that more do than are named. False where nobody is known.

    `meant` says that only one of the codes is meant, and that we do not know yet which ("the country").
    """

    codes: Codes = ()
    counted: bool = False
    meant: bool = False

    def __bool__(self) -> bool:
        """Tell whether anyone is named or counted."""
        return bool(self.codes) or self.counted

    def without(self, codes: Iterable[str]) -> "Side":
        """Return the side less those who stand on the other one."""
        left_out = set(codes)
        return self._replace(codes=tuple(code for code in self.codes if code not in left_out))

    def settle(self, other: "Side") -> "Side":
        """Return the side with the one that is meant: who is left beside those on the other side, else nobody."""
        if not self.meant:
            return self
        left = self.without(other.codes).codes
        return Side(left) if len(left) == 1 else NOBODY


NOBODY = Side()


def side_of(group: Group | None) -> Side:
    """Return a group as a side of an act; a city stands for its country."""
    if group and group.meant:
        return Side(group.meant, meant=True)
    return Side(group.codes or tuple(dict.fromkeys(group.places)), group.counted) if group else NOBODY


def find_open(givers: Side, takers: Side) -> Role | None:
    """Return the side that is counted but names no country or organisation, if at most a region."""
    sides: tuple[tuple[Role, Side], ...] = (("giver", givers), ("recipient", takers))
    return next((role for role, side in sides if side.counted and not any(map(_is_party, side.codes))), None)


def _is_party(code: str) -> bool:
    return find_kind_of(code) != "region"


class Act(NamedTuple):
    """Something done, with its span in the shape; `counted` says that more took part than are named.

    `rule` names the rule that read it, `retold` says that the words put it before the day of the text, and `open`
    names the side that a list after it ("33 countries gave: …") fills. `verb` is the base form of the predicate.
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


def give(
    kind: EventKind,
    span: tuple[int, int],
    rule: str,
    status: Status,
    givers: Side,
    takers: Side,
    *,
    retold: bool = False,
) -> Act | None:
    """Return what one side did for the other; None where nobody is left as the taker who did not give it."""
    givers, takers = givers.settle(takers), takers.settle(givers)
    takers = takers.without(givers.codes)
    if not takers.codes and not (takers.counted and givers):
        return None
    counted = givers.counted or takers.counted
    return Act(
        kind, *span, rule, status, givers.codes, takers.codes, counted=counted, retold=retold, open=find_open(givers, takers)
    )  # fmt: skip


def set_in_frame(act: Act, status: Status) -> Act:
    """Return an act that has come no further than the line above it says: "China will: / - donate masks to Italy"."""
    if act.status != "done" or status == "done":
        return act
    return act._replace(status=status, kind=name_supplies(status) if act.kind == "supplies_delivered" else act.kind)


def name_supplies(status: Status) -> EventKind:
    """Return what supplies are called that have come, or that are still to come."""
    return "supplies_delivered" if status == "done" else "supplies_announced"


class Background(NamedTuple):
    """What the document says beside a sentence.

    `home` is the country that the whole document is about, `named` all codes that it names, `lead` the country named
    first in the sentence before: whom "it" speaks of, `before` all those named there, `earlier` those named before the clause in its own sentence, `here` those named in it at all, `talk` the two who
    talked in the talk told last, `persons` for whom those speak whom the text has named with their office, `above` the
    country named first in the line that leads in a list, for whose items it acts, and `frame` how far what that line
    says has come ("China had:", "China will:"), None where it is a wish. `day` is the day of which the sentence speaks,
    where it is known.
    """

    home: str | None
    named: frozenset[str]
    lead: str | None = None
    before: Codes = ()
    earlier: Codes = ()
    here: Codes = ()
    talk: Codes = ()
    persons: tuple[tuple[str, str], ...] = ()
    above: str | None = None
    frame: Status | None = "done"
    day: date | None = None

    def imply(self) -> Side:
        """Return who acts where a text leaves the subject out: whom the list is about, else the whole document."""
        acting = self.above or self.home
        return Side((acting,)) if acting else NOBODY
