"""What a document says beside a sentence: of whom it speaks, who was named before, and which line stands above."""

from datetime import date
from typing import NamedTuple

from geo.base.records import Status
from geo.statements.events.sides import NOBODY, Codes, Side


class Background(NamedTuple):
    """What the document says beside a sentence, and beside a clause of it."""

    text: str
    home: str | None  # the country that the whole document is about
    drops: bool  # the language leaves out a subject that is clear
    named: frozenset[str]  # all codes that the document names
    day: date | None = None  # of which the sentence speaks, where it is known
    posts: tuple[
        tuple[str, str], ...
    ] = ()  # whose an office is that it has named with one country; "" where with several
    before: Codes = ()  # the countries named in the sentence before
    there: Codes = ()  # those of them where it says that something is or happens
    lead: str | None = None  # the one named first there: whom "it" means
    told: str | None = None  # the one of whom somebody there says something: whom "it" means then, and "he" does not
    here: Codes = ()  # the countries named in the sentence itself
    earlier: Codes = ()  # those of them that are named before the clause
    located: Codes = ()  # those of them where something is said to be or to happen
    struck: Codes = ()  # those of these of which the sentence says that something befell them: "after an earthquake in"
    voting: Codes = ()  # the organisations of which it names a body that votes: "the UN Security Council"
    sporting: bool = False  # it speaks of a match, and of nobody in office
    moved: bool = False  # the sentence speaks of a resolution, on which several vote
    talk: Codes = ()  # the two who talked in the talk told last
    doers: Codes = ()  # those, two at least, who took part in what the sentence before told
    visit: tuple[Codes, Codes] = ((), ())  # the visitors and the hosts of the visit told last
    visited: Status = "done"  # how far that visit has come
    meeting: Codes = ()  # who met in the meeting that the sentence before tells
    thing: str | None = None  # the sort of what was told of last: what "it" or "them" is that somebody hands over
    team: tuple[Codes, Codes] = ((), ())  # who sent the team told of last, not long ago, and to whom
    quoted: str | None = None  # for whom the one speaks whom the sentence itself quotes
    speaker: str | None = None  # for whom the one speaks who said what the sentence before says
    gift: tuple[Codes, Codes] = ((), ())  # who gave and who took in the gift told last
    above: str | None = None  # who acts in the items of a list: the country named first in the line above them
    frame: Status | None = "done"  # how far what that line says has come; None where it is a wish

    def imply(self) -> Side:
        """Return who acts where a text leaves the subject out: whom the list is about, in Chinese else the whole document."""
        acting = self.above or (self.home if self.drops else None)
        return Side((acting,)) if acting else NOBODY

    def find_own(self) -> Side:
        """Return whose "our government" is: whom the list is about, else the whole document."""
        own = self.above or self.home
        return Side((own,)) if own else NOBODY
