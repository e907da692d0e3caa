"""From sentences to events: each sentence's acts are read, completed by the sentences around it, and dated."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from geo.base.records import Date, Event, Mention, Participant, Quantity, Role
from geo.clauses.frames import Frame, Words
from geo.clauses.frames.units import add_units, list_units
from geo.languages.packs import read_lists
from geo.modality import find_status
from geo.reference.memberships import find_members
from geo.statements.events.acts import GIFTS, MEETINGS, TALKS, Act, set_in_frame
from geo.statements.events.backgrounds import Background
from geo.statements.events.event_dates import Telling, settle_date
from geo.statements.events.event_themes import find_topic
from geo.statements.events.fillings import fill, find_sort
from geo.statements.events.listed_parties import fill_from_next, fill_from_rest
from geo.statements.events.readers import READERS, Reader
from geo.statements.events.sides import Codes

_CLAUSE = re.compile(r"[，；：,;:]")
_BEFORE, _BEHIND = 60, 50  # characters around the words of an act that may tell what it is about
_LONGEST = 4_000  # what goes on for longer is no sentence: only its beginning is read
_THAT = re.compile(r"\bthat (?:the )?$")
_COLONS = (":", "：")
_ENDS = (".", "。", *_COLONS)
_TALKED_OF = 5  # sentences in which "the talks" are still those told last
_GIVEN_LATELY = 1  # sentences in which what is given goes on being given to the same
_SPEAKING = 8  # characters from a person to the word of saying
_JOINED = ("and", ",", ", and", "和", "、", "与", "及")
_LEAD = 16  # characters around a name that say that something happens there
_CAUSE = 70  # characters in which a cause names where it is
_LEAST = 3  # names of a country that make it the one a document can be about


class Passage(NamedTuple):
    """A sentence's span in the text; `opens` says that it begins a paragraph or an item of a list."""

    start: int
    end: int
    opens: bool = True


_Item = TypeVar("_Item", Mention, Quantity)


class _Found(NamedTuple):
    """An act with its frame, the words and the number of its sentence, and whether it stands in someone's reported speech."""

    act: Act
    frame: Frame
    words: Words
    sentence: int
    reported: bool


class _Body(NamedTuple):
    """A text with the names and numbers in it, in order, and the language they were read in."""

    text: str
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    language: str
    named: frozenset[str]

    def cut(self, one: Passage, background: Background) -> Words:
        """Return the words of a sentence with what is named in it and known before it."""
        read = one._replace(end=min(one.end, one.start + _LONGEST))
        words = Words(
            self.text, read.start, read.end, _within(self.mentions, read), _within(self.quantities, read), self.language,
            self.named, background.day, background.persons,
        )  # fmt: skip
        return add_units(words)


def find_events(
    text: str,
    sentences: Sequence[Passage],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    language: str | None,
    date_at: Callable[[int], Date | None],
) -> list[Event]:
    """Return the events that a document states, in order; all offsets count in `text`.

    `mentions` and `quantities` are all those of the text; `date_at` gives the date that governs a place of
    it. In a language whose grammar we do not have nothing is found.
    """
    if language is None or language not in READERS:
        return []
    counted = sorted(quantities, key=lambda quantity: quantity.start)
    named = frozenset(mention.code for mention in mentions)
    reading = _Reading(_Body(text, sorted(mentions), counted, language, named), READERS[language], date_at)
    for one in sentences:
        reading.read(one)
    made = [(found.words.start, _make_event(text, found, counted, date_at)) for found in reading.found]
    return _drop_repeats(text, made)


class _Reading:
    """A document as it is read, sentence by sentence: the acts found so far and what the next sentence may refer to."""

    def __init__(self, body: _Body, reader: Reader, date_at: Callable[[int], Date | None]) -> None:
        self.found: list[_Found] = []
        self._body = body
        self._reader = reader
        self._date_at = date_at
        self._background = _look_around(body)
        self._reported = False  # someone speaks in this paragraph
        self._follows = False  # the sentence before told or continued an act
        self._sentence = 0

    def read(self, one: Passage) -> None:
        """Add the acts of the next sentence."""
        self._sentence += 1
        day = self._date_at(one.start)
        self._background = self._background._replace(day=day.date if day and day.precision == "day" else None)
        self._reported = self._reported and not one.opens
        words = self._body.cut(one, self._background)
        frames, persons = self._reader.read_sentence(words)
        self._reported = self._reported or any(frame.reported for frame in frames)
        self._follows = self._add(words, frames)
        self._look_back(one, words, persons)

    def _add(self, words: Words, frames: Sequence[Frame]) -> bool:
        """Add the acts of a sentence, or what it adds to the act before it; return whether it did either."""
        if frames:
            self._look_around(words)
        read = ((frame, self._set_in_frame(act, frame)) for frame in frames for act in self._fill(words, frame))
        acts = [(frame, fill_from_rest(words, act)) for frame, act in read if act]
        self.found.extend(
            _Found(act, frame, words, self._sentence, self._reported or frame.reported) for frame, act in acts
        )
        return bool(acts) or (self._follows and self._continue(words))

    def _fill(self, words: Words, frame: Frame) -> Iterator[Act]:
        """Yield what a frame states, and keep what it is about for a word that points back to it."""
        yield from fill(frame, self._look_at(words, frame))
        self._background = self._background._replace(thing=find_sort(frame) or self._background.thing)

    def _look_around(self, words: Words) -> None:
        """Keep whom a sentence names, and where it says that something is or befell someone."""
        here = tuple(dict.fromkeys(code for _, code in _list_countries(words)))
        self._background = self._background._replace(
            here=here, located=_list_located(words), struck=_list_struck(words)
        )

    def _look_at(self, words: Words, frame: Frame) -> Background:
        """Return the background of a clause: with those named before it in its own sentence."""
        place = _find_place(frame)
        earlier = tuple(dict.fromkeys(code for start, code in _list_countries(words) if start < place))
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

    def _look_back(self, one: Passage, words: Words, persons: Sequence[tuple[str, str]]) -> None:
        """Keep of whom this sentence speaks for the next; under a line that ends in a colon, of whom that line does."""
        text = words.text[one.start : one.end].rstrip()
        countries = tuple(dict.fromkeys(code for _, code in _list_countries(words)))
        is_item = one.opens and text[-1:] not in _ENDS
        lead = self._background.lead if not countries or is_item else countries[0]
        known = dict((*self._background.persons, *persons))
        visit = self._find_visit()
        self._background = self._background._replace(
            lead=lead,
            told=_find_told(words) if countries else self._background.told,
            before=countries or self._background.before,
            persons=tuple(known.items()),
            talk=self._find_talk(),
            doers=self._find_doers(),
            team=self._find_team(),
            gift=self._find_gift(),
            visit=(visit.parties, visit.hosts) if visit else ((), ()),
            visited=(visit.status if visit else None) or "done",
            meeting=self._find_meeting(),
            speaker=_find_speaker(words) or (None if one.opens else self._background.speaker),
        )
        self._look_above(one, text)

    def _find_talk(self) -> Codes:
        """Return the two who talked in the talk told last, not long ago."""
        last = self.found[-1] if self.found else None
        told = last is not None and self._sentence - last.sentence <= _TALKED_OF
        return last.act.parties if last and told and last.act.kind in TALKS and len(last.act.parties) == 2 else ()

    def _find_team(self) -> tuple[Codes, Codes]:
        """Return who sent the team told of last, and to whom; nobody where that is long ago."""
        near = (one.act for one in reversed(self.found) if self._sentence - one.sentence <= _TALKED_OF)
        last = next((act for act in near if act.kind in ("team_sent", "team_arrived") and not act.counted), None)
        return (last.givers, last.recipients) if last else ((), ())

    def _find_doers(self) -> Codes:
        """Return those who took part in what this sentence told, where they are several."""
        last = self.found[-1] if self.found else None
        told = last is not None and last.sentence == self._sentence
        return last.act.parties if last and told and len(last.act.parties) > 1 else ()

    def _find_gift(self) -> tuple[Codes, Codes]:
        """Return who gave and who took in what was told just now; nobody where it tells of several gifts."""
        told = [one.act for one in self.found if self._sentence - one.sentence <= _GIVEN_LATELY]
        sides = {(act.givers, act.recipients) for act in told if act.givers and act.recipients and not act.counted}
        return sides.pop() if len(sides) == 1 else ((), ())

    def _find_visit(self) -> Act | None:
        """Return the visit told last, not long ago; none where it was denied."""
        acts = [
            one.act for one in self.found if self._sentence - one.sentence <= _TALKED_OF and one.act.kind == "visit"
        ]
        return acts[-1] if acts and acts[-1].status != "denied" else None

    def _find_meeting(self) -> Codes:
        """Return who met in a meeting that this sentence tells, if it tells of one."""
        acts = [one.act for one in self.found if one.sentence == self._sentence and one.act.kind in MEETINGS]
        return acts[0].parties if len(acts) == 1 and acts[0].rule == "convene" else ()

    def _look_above(self, one: Passage, text: str) -> None:
        """Keep of whom a line that ends in a colon speaks, and how, for the items under it."""
        if text[-1:] in _COLONS:
            end = one.start + len(text)
            status = find_status(self._body.text, end - 1, end, self._body.language) or "done"
            frame = None if status == "denied" else status
            self._background = self._background._replace(above=self._background.lead, frame=frame)
        elif not one.opens:
            self._background = self._background._replace(above=None)


def _find_told(words: Words) -> str | None:
    """Return the country of which somebody says something: "the minister noted that Poland had"."""
    named = _list_countries(words)
    told = (code for start, code in named[1:] if _THAT.search(words.text, words.start, start))
    return next(told, None)


def _list_countries(words: Words) -> list[tuple[int, str]]:
    """Return where countries are named in a sentence, or persons who speak for one, in order, each with its code."""
    units = list_units(words)
    return [(one.start, code) for one in units if one.kind in ("country", "person") for code in one.codes]


def _find_place(frame: Frame) -> int:
    """Return where a clause begins to point back: at its subject, where that is a pronoun, else at its verb."""
    pronouns = [phrase.start for phrase in frame.list("subject") if phrase.pronoun and phrase.end > phrase.start]
    return min([frame.start, *pronouns])


def _find_speaker(words: Words) -> str | None:
    """Return for whom whoever speaks whom a sentence names first right before a word of saying."""
    said = "|".join(read_lists("zh", "clauses", "verbs")["say"]) if words.language == "zh" else None
    for unit in list_units(words) if said else ():
        says = re.match(rf"[^，、。]{{0,{_SPEAKING}}}?(?:{said})", words.text[unit.end : words.end])
        if says and unit.kind in ("country", "person") and len(unit.codes) == 1:
            return unit.codes[0]
    return None


def _list_located(words: Words) -> Codes:
    """Return the countries where a sentence says that something is or happens: "an earthquake in Nepal", 尼泊尔发生地震."""
    lists = read_lists(words.language, "clauses", "locating")
    before, after = tuple(lists["before"]), lists["after"]
    found: dict[str, None] = {}
    last = words.start  # where the last one ends that is such a place
    for unit in list_units(words):
        lead = words.text[max(words.start, unit.start - _LEAD) : unit.start].lower().rstrip().removesuffix(" the")
        behind = words.text[unit.end : min(words.end, unit.end + _LEAD)]
        led = any(lead == word or lead.endswith(f" {word}" if word.isascii() else word) for word in before)
        joined = words.text[last : unit.start].strip() in _JOINED
        placed = unit.kind in ("country", "place") and not unit.adjective
        if placed and (led or joined or any(word in behind for word in after)):
            last = unit.end
            seat = words.text[unit.start : unit.end].lower() in lists.get("seats", ())
            found.update({} if seat else dict.fromkeys(unit.codes))
    return tuple(found)


def _list_struck(words: Words) -> Codes:
    """Return the countries that stand behind a cause: "in response to floods in Sri Lanka"."""
    causes = read_lists(words.language, "clauses", "locating")["causes"]
    found: dict[str, None] = {}
    for unit in list_units(words):
        before = words.text[max(words.start, unit.start - _CAUSE) : unit.start].lower()
        if unit.kind in ("country", "place") and any(cause in before for cause in causes):
            found.update(dict.fromkeys(unit.codes))
    return tuple(found)


def _look_around(body: _Body) -> Background:
    """Return what all the names of the document say: its codes, and the country it is about, if one leads by far."""
    counted = Counter(mention.code for mention in body.mentions if mention.kind == "country")
    (home, most), (_, second) = [*counted.most_common(2), (None, 0), (None, 0)][:2]
    leads = home is not None and most >= _LEAST and most >= 2 * second
    return Background(body.text, home if leads else None, body.named)


def _within(items: Sequence[_Item], one: Passage) -> Sequence[_Item]:
    first = bisect_left(items, one.start, key=lambda item: item.start)
    return items[first : bisect_left(items, one.end, key=lambda item: item.start)]


def _make_event(
    text: str, found: _Found, quantities: Sequence[Quantity], date_at: Callable[[int], Date | None]
) -> Event:
    act, words = found.act, found.words
    start, end = act.start, act.end
    first, last = words.start, words.end
    act = _drop_listed(act, _within(quantities, Passage(first, last)))
    reported = found.reported and not _is_total(act)
    day = settle_date(date_at(start), _find_telling(text, found, reported=reported))
    before = _CLAUSE.split(text[max(first, start - _BEFORE) : start])[-1]
    theme = find_topic(act.kind, before + text[start : min(last, end + _BEHIND)], words.language)
    return Event(start, end, act.kind, act.status, theme, day, _list_participants(act), act.rule, act.verb)


def _find_telling(text: str, found: _Found, *, reported: bool) -> Telling:
    """Return the words that may tell an act's day: its clause, and what opens its sentence before that."""
    act, words, frame = found.act, found.words, found.frame
    clause = text[frame.clause_start : frame.clause_end]
    opening = _CLAUSE.split(text[words.start : frame.clause_start])[0]
    return Telling(clause, opening, words.language, act.status, retold=act.retold, reported=reported)


def _drop_listed(act: Act, counted: Sequence[Quantity]) -> Act:
    """Return an act without a region of which as many countries are named as are counted: "ten Asian countries: …"."""
    scopes = {one.scope: one.value for one in counted if one.unit == "countries" and one.scope}
    codes = (*act.givers, *act.recipients, *act.parties)
    named = {scope for scope, value in scopes.items() if len(set(find_members(scope)) & set(codes)) >= value}
    sides = ([code for code in side if code not in named] for side in (act.givers, act.recipients, act.parties))
    givers, recipients, parties = map(tuple, sides)
    return act._replace(givers=givers, recipients=recipients, parties=parties)


def _is_total(act: Act) -> bool:
    """Tell a total from a single act: "has sent aid to 120 countries" holds as of the day on which it is said."""
    return act.counted and act.kind in (*GIFTS, "aid", "team_sent")


def _list_participants(act: Act) -> tuple[Participant, ...]:
    roles: tuple[tuple[Role, Codes], ...] = (
        ("giver", act.givers), ("recipient", act.recipients), ("party", act.parties), ("host", act.hosts),
    )  # fmt: skip
    return tuple(dict.fromkeys(Participant(code, role) for role, codes in roles for code in codes))


def _drop_repeats(text: str, events: Sequence[tuple[int, Event]]) -> list[Event]:
    """Return the events in order, what one sentence says twice once; each has the place where its sentence begins.

    Where a side is only counted the words must be the same.
    """
    kept: dict[tuple[object, ...], Event] = {}
    for sentence, event in sorted(events, key=lambda one: (one[1].start, one[1].end)):
        roles = {participant.role for participant in event.participants}
        words = text[event.start : event.end] if len(roles) == 1 and "party" not in roles else ""
        taken = frozenset(event.participants)
        kept.setdefault((sentence, event.kind, event.status, event.theme, event.date, taken, words), event)
    return list(kept.values())
