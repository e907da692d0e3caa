"""What the sentences read so far leave for the next: the talk, team, gift, visit and meeting told of last, not long ago."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from geo.clauses.frames import Frame, Words
from geo.statements.events.acts import MEETINGS, TALKS, Act
from geo.statements.events.sides import Codes

_TALKED_OF = 5  # sentences in which "the talks" are still those told last
_GIVEN_LATELY = 1  # sentences in which what is given goes on being given to the same


class Found(NamedTuple):
    """An act with its frame, the words and the number of its sentence, and whether it stands in someone's reported speech."""

    act: Act
    frame: Frame
    words: Words
    sentence: int
    reported: bool


class Memory(NamedTuple):
    """The acts found up to a sentence, in order, and the number of that sentence."""

    found: Sequence[Found]
    sentence: int

    def _list_recent(self, reach: int) -> Iterator[Act]:
        """Yield the acts of the last few sentences, the last first."""
        recent = takewhile(lambda one: self.sentence - one.sentence <= reach, reversed(self.found))
        return (one.act for one in recent)

    def find_talk(self) -> Codes:
        """Return the two who talked in the talk told last, not long ago."""
        last = next(self._list_recent(_TALKED_OF), None)
        return last.parties if last and last.kind in TALKS and len(last.parties) == 2 else ()

    def find_team(self) -> tuple[Codes, Codes]:
        """Return who sent the team told of last, and to whom; nobody where that is long ago."""
        teams = (act for act in self._list_recent(_TALKED_OF) if act.kind in ("team_sent", "team_arrived"))
        last = next((act for act in teams if not act.counted), None)
        return (last.givers, last.recipients) if last else ((), ())

    def find_doers(self) -> Codes:
        """Return those who took part in what this sentence told, where they are several."""
        last = next(self._list_recent(0), None)
        return last.parties if last and len(last.parties) > 1 else ()

    def find_gift(self) -> tuple[Codes, Codes]:
        """Return who gave and who took in what was told just now; nobody where it tells of several gifts."""
        told = (act for act in self._list_recent(_GIVEN_LATELY) if act.givers and act.recipients and not act.counted)
        sides = {(act.givers, act.recipients) for act in told}
        return sides.pop() if len(sides) == 1 else ((), ())

    def find_visit(self) -> Act | None:
        """Return the visit told last, not long ago; none where it was denied."""
        last = next((act for act in self._list_recent(_TALKED_OF) if act.kind == "visit"), None)
        return last if last and last.status != "denied" else None

    def find_meeting(self) -> Codes:
        """Return who met in a meeting that this sentence tells, if it tells of one."""
        acts = [act for act in self._list_recent(0) if act.kind in MEETINGS]
        return acts[0].parties if len(acts) == 1 and acts[0].rule == "convene" else ()
