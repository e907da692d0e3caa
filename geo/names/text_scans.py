"""One pass over one text: the hits of the automaton, each kept, refused, or left for the whole text to decide."""

import re
from typing import NamedTuple

from geo.base.reasons import name_longer
from geo.base.records import Mention, Refusal
from geo.names.contexts import explain_refusal, has_word_edges
from geo.names.gazetteer import Gazetteer, Plain, list_hidden
from geo.names.patterns import ANCHORS, DOUBTED, Emission, Pattern, find_kind_of
from geo.names.short_forms import Surroundings, judge

_PLACE_CHECKS = frozenset({"namesake", "paper", "federal"})
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
        "_traditional", "bracketed", "doubted", "mentions", "refusals", "undecided",
    )  # fmt: skip

    def __init__(self, gazetteer: Gazetteer, text: str, language: str | None, traditional: bool = False) -> None:
        """Prepare the text; nothing is read yet."""
        self.mentions: list[Mention] = []
        self.undecided: list[Undecided] = []
        self.refusals: list[Refusal] = []
        # Whether a name stands there that only the whole document decides.
        self.doubted = False
        # Whether letters stand in brackets, behind what the text may say they mean.
        self.bracketed = False
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
        starts, openings = self._gazetteer.starts, self._gazetteer.openings
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
                if edges == "letters" and not has_word_edges(text, start, end):
                    cursor = self._read_shorter(start, end)
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
            cursor = self._take(index, cursor + start, cursor + stop)
        return cursor

    def _take(self, index: int, start: int, stop: int) -> int:
        """Act on one hit and return the place from which reading goes on."""
        step = self._steps[index]
        if isinstance(step, Pattern):
            return self._weigh(step, start)
        if step and step.edges == "name":
            return self._weigh_place(step, start)
        if step and (not step.edges or has_word_edges(self._text, start, stop)):
            self.mentions.append(Mention(start, stop, step.text, step.kind, step.code, step.rule))
        elif step:
            return self._read_shorter(start, stop)
        return stop

    def _weigh(self, pattern: Pattern, start: int) -> int:
        """Decide on a pattern that its surroundings decide; return the place from which reading goes on."""
        if pattern.edges and not has_word_edges(self._text, start, start + len(pattern.text)):
            return self._pass_cut(pattern, start)
        if pattern.check in _PLACE_CHECKS:
            return self._weigh_english_place(pattern, start)
        if self._traditional:
            pattern = self._gazetteer.natives.get(pattern.text, pattern)
        elif pattern.traditional:
            return self._pass_traditional(pattern, start)
        if pattern.role in ("word", "shield"):
            return (self._pass_word if pattern.role == "word" else self._pass_shield)(pattern.text, start)
        if pattern.role in ("name", "place"):
            return self._weigh_name(pattern, start)
        return self._weigh_short_form(pattern, start)

    def _pass_cut(self, pattern: Pattern, start: int) -> int:
        """Pass over a pattern that is only part of a word; "US$20" and "the Celtic and Irish Seas" hold no name still."""
        stop = start + len(pattern.text)
        hides = pattern.role == "shield" and (pattern.text[-1] == "$" or self._text[stop : stop + 1] == "s")
        return stop if hides else self._read_shorter(start, stop)

    def _read_shorter(self, start: int, stop: int) -> int:
        """Read a shorter name where a longer one has no edges: Congo of "Congo Rep" in "Congo Reports"."""
        hits = self._find(self._text[start : stop - 1]) if " " in self._text[start:stop] else None
        if not hits or hits[0][1]:
            return stop
        index, _, size = hits[0]
        return self._take(index, start, start + size)

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
        hidden_names = list_hidden(shield)
        self.doubted = self.doubted or bool(hidden_names)
        for hidden in hidden_names:
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

    def _weigh_english_place(self, pattern: Pattern, start: int) -> int:
        """Keep an English place, unless a comma or a capital follows and makes it another; states speak of other names."""
        name, stop = pattern.text, start + len(pattern.text)
        if not pattern.emissions:
            return self._pass_mark(name, start)
        if pattern.check == "federal":
            self.doubted = True
        if self._text[stop : stop + 1] == "," or self._text[stop : stop + 2][1:].isupper():
            return self._weigh_name(pattern, start)
        self.mentions.append(
            _make(Mention, (start, stop, name, "country", pattern.emissions[0].codes[0], pattern.emissions[0].rule))
        )
        return stop

    def _pass_mark(self, mark: str, start: int) -> int:
        """Pass over what makes a name before it a town's (", Pa."), or stands near what is no country (Thanksgiving)."""
        if mark[0] not in ", ":
            self.doubted = True
            return start + len(mark)
        if self.mentions and self.mentions[-1].end == start:
            self.doubted = True
        # Of ", IN" only the comma is passed, as it may begin ", INDIA".
        return start + 1

    def _is_overcome(self, place: Plain, stop: int, inside: int) -> bool:
        """Tell whether the name that begins with a place's last character and has a length stands instead of it."""
        if inside <= len(place.text) and self._text[stop - 1 : stop + 1] not in self._gazetteer.starts:
            return False
        return self._text[stop : stop + 2] not in self._gazetteer.words and self._measure_name(stop) < inside

    def _weigh_name(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a name; a refused one gives way to what begins inside it."""
        stop = first + len(pattern.text)
        reason = explain_refusal(pattern.check, self._text, first, stop)
        if pattern.check == "capitals":
            self.bracketed = self.bracketed or self._text[first - 1 : first] == "("
        elif pattern.check in DOUBTED and (reason or pattern.check == "state"):
            self.doubted = True
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
