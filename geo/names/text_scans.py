"""One pass over one text: the hits of the automaton, each kept, refused, or left for the whole text to decide."""

import re
from typing import NamedTuple

from geo.base.reasons import name_longer
from geo.base.records import Mention, Refusal
from geo.names.gazetteer import Gazetteer, Plain
from geo.names.patterns import ANCHORS, Emission, Pattern, find_kind_of
from geo.names.short_forms import Surroundings, judge

_SHORT_NAME = 2  # characters that may as well belong to two words: 日本 in 当日本报
_SURROGATES = re.compile("[\ud800-\udfff]")
# As `Mention(…)` makes it, in half the time: a named tuple's own constructor is written in Python.
_make = tuple.__new__
Hit = tuple[int, int, int]


class Undecided(NamedTuple):
    """A mention of one of several codes."""

    start: int
    end: int
    codes: tuple[str, ...]
    usual: str | None
    rule: str


class TextScan:
    """What is found in one text in one language, in the order of the text."""

    __slots__ = (
        "_around", "_find", "_gazetteer", "_hits", "_named", "_seen", "_steps", "_text",
        "_traditional", "mentions", "refusals", "undecided",
    )  # fmt: skip

    def __init__(self, gazetteer: Gazetteer, text: str, language: str | None, traditional: bool = False) -> None:
        """Prepare the text; nothing is read yet."""
        self.mentions: list[Mention] = []
        self.undecided: list[Undecided] = []
        self.refusals: list[Refusal] = []
        self._gazetteer = gazetteer
        self._find = gazetteer.automaton.find_matches_as_indexes
        self._steps = gazetteer.choose_steps(language)
        self._text = text
        self._traditional = traditional
        self._seen = 0
        self._named: frozenset[str] | None = None
        self._around: Surroundings | None = None

    def read(self) -> None:
        """Read the text. The loop is the one place of the library where speed comes before beauty."""
        hits = self._hits = self._search()
        text, steps, mentions = self._text, self._steps, self.mentions
        starts, openings, fits = self._gazetteer.starts, self._gazetteer.openings, self._gazetteer.fits
        cursor = 0
        for index, start, end in hits:
            if start < cursor:
                # What was refused before reached into this hit: what lies between is read afresh.
                cursor = self._reread(cursor, end) if end > cursor else cursor
                continue
            step = steps[index]
            if step is None:
                continue
            if isinstance(step, Plain):
                edges, name, kind, code, rule = step
                if edges == "letters" and not fits(text, start, end):
                    # Of several words, one may begin a name: "Iran Air" in "Iran Airbase".
                    cursor = self._reread(start + 1, end) if " " in name else cursor
                    continue
                if edges != "name" or text[end - 1 : end + 1] not in openings:
                    mentions.append(_make(Mention, (start, end, name, kind, code, rule)))
                else:
                    cursor = self._reread(self._weigh_place(step, start), end)
            elif step.role != "word" or text[end - 1 : end + 1] in starts:
                cursor = self._reread(self._weigh(step, start), end)

    def _search(self) -> list[Hit]:
        """Return the hits of the automaton; a lone surrogate, which it cannot read, is read as a character unknown."""
        try:
            return self._find(self._text)
        except UnicodeEncodeError:
            self._text = _SURROGATES.sub("\ufffd", self._text)
            return self._find(self._text)

    def _reread(self, cursor: int, end: int) -> int:
        """Read from a place to the end of a hit that did not take its whole place; return where reading stopped."""
        while cursor < end:
            hits = self._find(self._text[cursor : end + self._gazetteer.reach])
            if not hits or cursor + hits[0][1] >= end:
                return cursor
            index, start, stop = hits[0]
            cursor = self._take(self._steps[index], cursor + start, cursor + stop)
        return cursor

    def _take(self, step: Plain | Pattern | None, start: int, stop: int) -> int:
        """Act on one hit and return the place from which reading goes on."""
        if isinstance(step, Pattern):
            return self._weigh(step, start)
        if step and step.edges == "name":
            return self._weigh_place(step, start)
        if step and (not step.edges or self._gazetteer.fits(self._text, start, stop)):
            self.mentions.append(Mention(start, stop, step.text, step.kind, step.code, step.rule))
        return stop

    def _weigh(self, pattern: Pattern, start: int) -> int:
        """Decide on a pattern that its surroundings decide; return the place from which reading goes on."""
        if pattern.edges and not self._gazetteer.fits(self._text, start, start + len(pattern.text)):
            return start + (1 if " " in pattern.text else len(pattern.text))
        if self._traditional:
            pattern = self._gazetteer.natives.get(pattern.text, pattern)
        elif pattern.traditional:
            return self._pass_traditional(pattern, start)
        if pattern.role == "word":
            return self._pass_word(pattern.text, start)
        if pattern.role == "shield":
            return self._pass_shield(pattern.text, start)
        if pattern.role in ("name", "place"):
            return self._weigh_name(pattern, start)
        return self._weigh_short_form(pattern, start)

    def _pass_traditional(self, pattern: Pattern, start: int) -> int:
        """Refuse a name of Traditional Chinese in a Simplified text; it gives way to what begins inside it."""
        if pattern.role == "name" and pattern.emissions:
            stop = start + len(pattern.text)
            self._refuse(pattern.emissions[0].codes, start, stop, "no name in Simplified Chinese")
        return start + 1

    def _pass_word(self, word: str, start: int) -> int:
        """Pass over an ordinary word, unless a name begins with its last character.

        Where the rest of that name begins another word (当日|本报), or a name begins after the word (其中|亚洲), the word
        ends there; but the name of a country, of three characters and more, stands where it is longer than what follows
        the word (对|白俄罗斯, 在|意大利), as that of a region does not (其中|东欧国家).
        """
        stop = start + len(word)
        last = stop - 1
        if self._text[last : last + 2] not in self._gazetteer.starts:
            return stop
        inside, after = self._measure_name(last), self._measure_name(stop)
        if inside > max(_SHORT_NAME, after) and self._begins_country(last):
            return last
        return stop if after or self._text[stop : stop + 2] in self._gazetteer.words else last

    def _pass_shield(self, shield: str, start: int) -> int:
        """Pass over a longer name, and say which names in it are none: 印度 in 印度洋."""
        for hidden in self._gazetteer.list_hidden(shield):
            place = start + hidden.start
            self._refuse(hidden.codes, place, start + hidden.end, name_longer(shield))
        return start + len(shield)

    def _weigh_place(self, place: Plain, start: int) -> int:
        """Keep a Chinese place, unless a country's or a longer name begins with its last character.

        出海|南非 is no 海南, but 湖南|非洲 is no 南非: after the place a name begins that is as long.
        """
        stop = start + len(place.text)
        inside = self._measure_name(stop - 1)
        if inside and self._is_overcome(place, stop, inside):
            return stop - 1
        self.mentions.append(Mention(start, stop, place.text, place.kind, place.code, place.rule))
        return stop

    def _is_overcome(self, place: Plain, stop: int, inside: int) -> bool:
        """Tell whether the name that begins with a place's last character and has a length stands instead of it."""
        if inside <= len(place.text) and self._text[stop - 1 : stop + 1] not in self._gazetteer.starts:
            return False
        return self._text[stop : stop + 2] not in self._gazetteer.words and self._measure_name(stop) < inside

    def _weigh_name(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a name; a refused one gives way to what begins inside it."""
        stop = first + len(pattern.text)
        reason = self._gazetteer.explain(pattern.check, self._text, first, stop)
        if reason and not pattern.otherwise:
            self._refuse(pattern.emissions[0].codes, first, stop, reason)
            return stop if pattern.edges else first + 1
        for emission in pattern.otherwise if reason else pattern.emissions:
            self._add(emission, first)
        return first + pattern.otherwise[-1].end if reason else stop

    def _weigh_short_form(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a Chinese short form."""
        if self._around is None:
            words, text = self._gazetteer.words, self._text
            self._around = Surroundings(text, words, self._measure_name, self._ends_name, self._names)
        judgement = judge(pattern, first, self._around)
        # 英、法 may be followed by 、德: the last character is read again and counted once.
        seen = self._seen
        for emission in judgement.emissions:
            if first + emission.start >= seen:
                self._add(emission, first)
            if first + emission.end > self._seen:
                self._seen = first + emission.end
        return judgement.resume

    def _add(self, emission: Emission, first: int) -> None:
        """Add the mention of a pattern; one of several codes waits for the end of the text."""
        start, end, codes, usual, rule = emission
        start, end = first + start, first + end
        if len(codes) > 1 or usual is None:
            self.undecided.append(Undecided(start, end, codes, usual, rule))
        else:
            code = codes[0]
            self.mentions.append(_make(Mention, (start, end, self._text[start:end], find_kind_of(code), code, rule)))

    def _refuse(self, codes: tuple[str, ...], start: int, end: int, reason: str) -> None:
        self.refusals.append(Refusal(start, end, self._text[start:end], codes, reason))

    def _measure_name(self, place: int) -> int:
        """Return the length of the full name that starts at a character, 0 for none."""
        if self._text[place : place + 2] not in self._gazetteer.openings:
            return 0
        hits = self._find(self._text[place : place + 24])
        if not hits or hits[0][1]:
            return 0
        pattern = self._gazetteer.patterns[hits[0][0]]
        if pattern.traditional and not self._traditional:
            return 0
        return len(pattern.text) if pattern.role in ("name", "place", "shield") and len(pattern.text) > 1 else 0

    def _begins_country(self, place: int) -> bool:
        """Tell whether the full name that starts at a character is that of a country or area."""
        pattern = self._gazetteer.patterns[self._find(self._text[place : place + 24])[0][0]]
        return any(find_kind_of(code) == "country" for one in pattern.emissions for code in one.codes)

    def _ends_name(self, place: int) -> bool:
        """Tell whether the last mention is a full name that ends at a character."""
        return bool(self.mentions) and self.mentions[-1].end == place and self.mentions[-1].rule in ANCHORS

    def _names(self, emission: Emission) -> bool:
        """Tell whether the text names one of the countries in full."""
        if self._named is None:
            self._named = self._gather_named()
        return not self._named.isdisjoint(emission.codes)

    def _gather_named(self) -> frozenset[str]:
        """Return the codes that a full name in the text stands for, or may stand for."""
        named, patterns = set[str](), self._gazetteer.patterns
        for index, _, _ in self._hits:
            role, emissions = patterns[index][1:3]
            if emissions and role in ("name", "place"):
                named.update(emissions[0].codes)
        return frozenset(named)
