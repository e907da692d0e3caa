"""A document as it is read, sentence by sentence: the acts found, and what the next sentence may refer to."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from geo.base.records import Date, Mention, Quantity
from geo.clauses.frames import Frame, Words
from geo.clauses.frames.known_persons import KnownPersons
from geo.clauses.frames.units import add_units
from geo.modality import find_status
from geo.statements.events.acts import Act, set_in_frame
from geo.statements.events.backgrounds import Background
from geo.statements.events.datelines import list_home_posts
from geo.statements.events.fillings import fill, find_sort
from geo.statements.events.listed_parties import fill_from_next, fill_from_rest
from geo.statements.events.memories import Found, Memory
from geo.statements.events.readers import Reader
from geo.statements.events.sentence_topics import (
    is_disowned,
    is_question,
    is_sporting,
    list_voting,
    speaks_of_motion,
    takes_back,
)
from geo.statements.events.surroundings import (
    find_place,
    find_speaker,
    find_told,
    list_countries,
    list_located,
    list_named,
    list_struck,
)

_LONGEST = 4_000  # what goes on for longer is no sentence: only its beginning is read
_COLONS = (":", "：")
_ENDS = (".", "。", *_COLONS)
_LEAST = 3  # names of a country that make it the one a document can be about


class Passage(NamedTuple):
    """A sentence's span in the text; `opens` says that it begins a paragraph or an item of a list."""

    start: int
    end: int
    opens: bool = True


_Item = TypeVar("_Item", Mention, Quantity)


class Body(NamedTuple):
    """A text with the names and numbers in it, in order, and the language they were read in."""

    text: str
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    language: str
    named: frozenset[str]

    def cut(self, one: Passage, background: Background, persons: KnownPersons) -> Words:
        """Return the words of a sentence with what is named in it and known before it."""
        read = one._replace(end=min(one.end, one.start + _LONGEST))
        words = Words(
            self.text, read.start, read.end, list_within(self.mentions, read), list_within(self.quantities, read), self.language,
            self.named, background.day, persons, tuple(one for one in background.posts if one[1]),
        )  # fmt: skip
        return add_units(words)


class Reading:
    """A document as it is read, sentence by sentence: the acts found so far and what the next sentence may refer to."""

    def __init__(self, body: Body, reader: Reader, date_at: Callable[[int], Date | None]) -> None:
        """Begin to read a body; nothing of it has been read."""
        self.found: list[Found] = []
        self._body = body
        self._reader = reader
        self._date_at = date_at
        self._background = _look_over(body)
        self._persons = KnownPersons()
        self._reported = False  # someone speaks in this paragraph
        self._follows = False  # the sentence before told or continued an act
        self._sentence = 0

    def read(self, one: Passage) -> None:
        """Add the acts of the next sentence."""
        self._sentence += 1
        day = self._date_at(one.start)
        self._background = self._background._replace(day=day.date if day and day.precision == "day" else None)
        self._reported = self._reported and not one.opens
        words = self._body.cut(one, self._background, self._persons)
        self._background = self._background._replace(quoted=find_speaker(words))
        frames, persons, posts = self._reader.read_sentence(words)
        frames = () if frames and (is_disowned(words) or is_question(words)) else frames
        if self._follows and takes_back(words):
            self._forget()
        self._reported = self._reported or any(frame.reported for frame in frames)
        self._follows = self._add(words, frames)
        self._look_back(one, words)
        self._persons.add(persons)
        self._background = self._background._replace(posts=add_posts(self._background.posts, posts))

    def _forget(self) -> None:
        """Drop the acts of the sentence before, which this one takes back."""
        while self.found and self.found[-1].sentence == self._sentence - 1:
            self.found.pop()
        self._follows = False

    def _add(self, words: Words, frames: Sequence[Frame]) -> bool:
        """Add the acts of a sentence, or what it adds to the act before it; return whether it did either."""
        if frames:
            self._look_around(words)
        read = ((frame, self._set_in_frame(act, frame)) for frame in frames for act in self._fill(words, frame))
        acts = [(frame, fill_from_rest(words, act)) for frame, act in read if act]
        self.found.extend(
            Found(act, frame, words, self._sentence, self._reported or frame.reported) for frame, act in acts
        )
        return bool(acts) or (self._follows and self._continue(words))

    def _fill(self, words: Words, frame: Frame) -> Iterator[Act]:
        """Yield what a frame states, and keep what it is about for a word that points back to it."""
        yield from fill(frame, self._look_at(words, frame))
        self._background = self._background._replace(thing=find_sort(frame) or self._background.thing)

    def _look_around(self, words: Words) -> None:
        """Keep whom a sentence names, and where it says that something is or befell someone."""
        here = tuple(dict.fromkeys(code for _, code in list_countries(words)))
        self._background = self._background._replace(
            here=here, located=list_located(words), struck=list_struck(words), voting=list_voting(words),
            moved=speaks_of_motion(words), sporting=is_sporting(words),
        )  # fmt: skip

    def _look_at(self, words: Words, frame: Frame) -> Background:
        """Return the background of a clause: with those named before it in its own sentence."""
        place = find_place(frame)
        earlier = tuple(dict.fromkeys(code for start, code in list_countries(words) if start < place))
        return self._background._replace(earlier=earlier)

    def _set_in_frame(self, act: Act, frame: Frame) -> Act | None:
        """Return an act as the line above its list puts it; None where that line only wishes for it."""
        above, status = self._background.above, self._background.frame
        if act.givers != (above,) or frame.led:
            return act
        return set_in_frame(act, status) if status else None

    def _continue(self, words: Words) -> bool:
        held = self.found[-1]
        longer = self._reader.add_attendance(words, held.act) or fill_from_next(words, held.act)
        self.found[-1] = held._replace(act=longer or held.act)
        return longer is not None

    def _look_back(self, one: Passage, words: Words) -> None:
        """Keep of whom this sentence speaks for the next; under a line that ends in a colon, of whom that line does."""
        text = words.text[one.start : one.end].rstrip()
        # "The president" names no country, but "he" may mean it.
        countries, spoken_of = list_named(words), list_countries(words)
        is_item = one.opens and text[-1:] not in _ENDS
        lead = self._background.lead if not spoken_of or is_item else spoken_of[0][1]
        memory = Memory(self.found, self._sentence)
        visit = memory.find_visit()
        self._background = self._background._replace(
            lead=lead,
            told=find_told(words) if countries else self._background.told,
            before=countries or self._background.before,
            there=list_located(words) if countries else self._background.there,
            talk=memory.find_talk(),
            doers=memory.find_doers(),
            team=memory.find_team(),
            gift=memory.find_gift(),
            visit=(visit.parties, visit.hosts) if visit else ((), ()),
            visited=(visit.status if visit else None) or "done",
            meeting=memory.find_meeting(),
            speaker=self._background.quoted or (None if one.opens else self._background.speaker),
        )
        self._look_above(one, text)

    def _look_above(self, one: Passage, text: str) -> None:
        """Keep of whom a line that ends in a colon speaks, and how, for the items under it."""
        if text[-1:] in _COLONS:
            end = one.start + len(text)
            status = find_status(self._body.text, end - 1, end, self._body.language) or "done"
            frame = None if status == "denied" else status
            self._background = self._background._replace(above=self._background.lead, frame=frame)
        elif not one.opens:
            self._background = self._background._replace(above=None)


def add_posts(known: Sequence[tuple[str, str]], posts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return whose each office is, with those of one more sentence; nobody's where two countries have it."""
    held = dict(known)
    for post, code in posts:
        held[post] = code if held.get(post, code) == code else ""
    return tuple(held.items())


def _look_over(body: Body) -> Background:
    """Return what all the names of the document say: its codes, and the country it is about, if one leads by far."""
    counted = Counter(mention.code for mention in body.mentions if mention.kind == "country")
    (home, most), (_, second) = [*counted.most_common(2), (None, 0), (None, 0)][:2]
    leads = home is not None and most >= _LEAST and most >= 2 * second
    posts = list_home_posts(body.text, body.language)
    return Background(body.text, home if leads else None, body.language == "zh", body.named, posts=posts)


def list_within(items: Sequence[_Item], one: Passage) -> Sequence[_Item]:
    """Return those of some names or numbers, in order, that begin in a sentence."""
    first = bisect_left(items, one.start, key=lambda item: item.start)
    return items[first : bisect_left(items, one.end, key=lambda item: item.start)]
