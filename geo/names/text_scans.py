"""One pass over one text: the hits of the automaton, each kept, refused, or left for the whole text to decide."""

import re
from typing import NamedTuple

from geo.base.reasons import name_longer
from geo.base.records import Mention, Refusal
from geo.names.gazetteer import Gazetteer, Plain
from geo.names.media_titles import drop_titles
from geo.names.patterns import ANCHORS, DOUBTED, Emission, Pattern, find_kind_of
from geo.names.short_forms import Surroundings, judge
from geo.names.word_edges import NO_LEXICON, find_edges, stands_apart

_NAMES = frozenset({"name", "place", "shield"})
_PLACE_CHECKS = frozenset({"namesake", "paper", "federal"})
_SURROGATES = re.compile("[\ud800-\udfff]")
# As `Mention(…)` makes it, in half the time: a named tuple's own constructor is written in Python.
_make = tuple.__new__
Hit = tuple[int, int, int]
# A text and the hits of the automaton in it.
Found = tuple[str, list[Hit]]


class Undecided(NamedTuple):
    """A mention of one of several codes."""

    start: int
    end: int
    codes: tuple[str, ...]
    usual: str | None
    rule: str


def search(gazetteer: Gazetteer, text: str) -> Found:
    """Return the hits of the automaton; a lone surrogate, which it cannot read, is read as a character unknown."""
    find = gazetteer.automaton.find_matches_as_indexes
    try:
        return text, find(text)
    except UnicodeEncodeError:
        known = _SURROGATES.sub("\ufffd", text)
        return known, find(known)


class TextScan:
    """What is found in one text in one language, in the order of the text."""

    __slots__ = (
        "_around", "_find", "_gazetteer", "_hits", "_named", "_seen", "_steps", "_text",
        "_traditional", "bracketed", "doubted", "mentions", "refusals", "undecided",
    )  # fmt: skip

    def __init__(self, gazetteer: Gazetteer, found: Found, language: str | None, traditional: bool = False) -> None:
        """Prepare the text in which something was found; nothing is read yet."""
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
        self._text, self._hits = found
        self._traditional = traditional
        self._seen = 0
        self._named: frozenset[str] | None = None
        self._around: Surroundings | None = None

    def read(self) -> None:
        """Read the text. The loop is the one place of the library where speed comes before beauty."""
        hits, text, steps, mentions = self._hits, self._text, self._steps, self.mentions
        cursor = 0
        for index, start, end in hits:
            if start < cursor:
                # What was refused before reached into this hit: what lies between is read afresh.
                cursor = self._reread(cursor, end) if end > cursor else cursor
                continue
            step = steps[index]
            if step is None:
                continue
            if not isinstance(step, Plain):
                cursor = self._reread(self._weigh(step, start), end)
                continue
            letters, before, after, name, kind, code, rule = step
            # At the beginning of a text this looks at its end, and may only be less sure than it could be.
            unsure = letters or text[start - 1] in before or text[end : end + 1] in after
            if unsure and not self._stands(step, start, end):
                cursor = self._reread(self._pass_plain(step, start, end), end)
            else:
                mentions.append(_make(Mention, (start, end, name, kind, code, rule)))
        if "《" in text:
            self.mentions, refused = drop_titles(text, mentions)
            self.refusals = sorted(self.refusals + refused)

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
        if step and not self._stands(step, start, stop):
            return self._pass_plain(step, start, stop)
        if step:
            self.mentions.append(Mention(start, stop, step.text, step.kind, step.code, step.rule))
        return stop

    def _pass_plain(self, step: Plain, start: int, stop: int) -> int:
        """Pass over a plain name that does not stand between the edges of words."""
        return self._pass_cut(start, stop) if step.letters else self._shorten((step.code,), start, stop)

    def _pass_cut(self, start: int, stop: int) -> int:
        """Pass over a name that is only part of a word; a shorter one in it may stand: Congo of "Congo Rep" in "Congo Reports"."""
        if " " not in self._text[start:stop]:
            return stop
        hits = self._find(self._text[start : stop - 1])
        if hits and not hits[0][1]:
            return self._take(hits[0][0], start, start + hits[0][2])
        return start + 1

    def _stands(self, step: Plain, start: int, stop: int) -> bool:
        """Tell whether a plain name stands between the edges of words."""
        return self._gazetteer.fits(self._text, start, stop) if step.letters else self._has_edges(start, stop)

    def _weigh(self, pattern: Pattern, start: int) -> int:
        """Decide on a pattern that its surroundings decide; return the place from which reading goes on."""
        stop = start + len(pattern.text)
        if pattern.edges and not self._gazetteer.fits(self._text, start, stop):
            return (
                self._pass_cut_shield(pattern, start, stop) if pattern.role == "shield" else self._pass_cut(start, stop)
            )
        if pattern.check in _PLACE_CHECKS:
            return self._weigh_english_place(pattern, start)
        return self._weigh_whole(pattern, start, stop)

    def _weigh_whole(self, pattern: Pattern, start: int, stop: int) -> int:
        """Decide on a pattern that is a whole word, or is written without spaces."""
        if self._traditional:
            pattern = self._gazetteer.natives.get(pattern.text, pattern)
        elif pattern.traditional:
            return self._pass_traditional(pattern, start)
        if pattern.role not in _NAMES:
            return self._weigh_short_form(pattern, start)
        if pattern.role == "shield":
            return self._pass_shield(pattern, start)
        if not pattern.edges and not self._has_edges(start, stop):
            return self._shorten(pattern.emissions[0].codes if pattern.emissions else (), start, stop)
        return self._weigh_name(pattern, start)

    def _pass_cut_shield(self, shield: Pattern, start: int, stop: int) -> int:
        """Pass over a shield that is only part of a word: "US$20" and "the Celtic and Irish Seas" hold no name still."""
        if shield.text[-1] == "$" or self._text[stop : stop + 1] == "s" or " " not in shield.text:
            return stop
        # The name at its beginning goes on otherwise (인도로 돌진|해), another may stand inside.
        return start + 1 if self._gazetteer.lexicon is NO_LEXICON else self._pass_cut(start, stop)

    def _has_edges(self, start: int, stop: int) -> bool:
        """Tell whether a Chinese name stands between the edges of words: 江苏|丹阳 holds no 苏丹."""
        return stands_apart(self._gazetteer.lexicon, self._text, start, stop)

    def _shorten(self, codes: tuple[str, ...], start: int, stop: int) -> int:
        """Give way to a shorter name that begins where one that crosses other words does, else to what comes next."""
        hits = self._find(self._text[start : stop - 1])
        if hits and not hits[0][1]:
            return self._take(hits[0][0], start, start + hits[0][2])
        if codes:
            self._refuse(codes, start, stop, "the beginning of another word")
        return start + 1

    def _pass_traditional(self, pattern: Pattern, start: int) -> int:
        """Refuse a name of Traditional Chinese in a Simplified text; it gives way to what begins inside it."""
        stop = start + len(pattern.text)
        if pattern.role == "name" and pattern.emissions:
            self._refuse(pattern.emissions[0].codes, start, stop, "no name in Simplified Chinese")
        return self._shorten((), start, stop)

    def _pass_shield(self, shield: Pattern, start: int) -> int:
        """Pass over a longer name, and say which names in it are none: 印度 in 印度洋, but not 日本 in 日本|海军."""
        stop = start + len(shield.text)
        if not shield.edges and stop not in find_edges(self._gazetteer.lexicon, self._text, start, stop):
            return self._shorten((), start, stop)
        hidden_names = self._gazetteer.list_hidden(shield.text)
        self.doubted = self.doubted or bool(hidden_names)
        for hidden in hidden_names:
            place = start + hidden.start
            self._refuse(hidden.codes, place, start + hidden.end, name_longer(shield.text))
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

    def _weigh_name(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a name; a refused one gives way to what begins inside it."""
        stop = first + len(pattern.text)
        reason = self._gazetteer.explain(pattern.check, self._text, first, stop)
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
            lexicon, text = self._gazetteer.lexicon, self._text
            self._around = Surroundings(text, lexicon, self._measure_name, self._ends_name, self._names)
        judgement = judge(pattern, first, self._around)
        if not judgement.emissions and judgement.resume == first + 1:
            return self._shorten((), first, first + len(pattern.text))
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
        pattern = self._find_name(place)
        return len(pattern.text) if pattern else 0

    def _find_name(self, place: int) -> Pattern | None:
        """Return the full name or shield that starts at a character."""
        if self._text[place : place + 2] not in self._gazetteer.openings:
            return None
        hits = self._find(self._text[place : place + 24])
        if not hits or hits[0][1]:
            return None
        pattern = self._gazetteer.patterns[hits[0][0]]
        if pattern.role not in _NAMES or len(pattern.text) < 2 or (pattern.traditional and not self._traditional):
            return None
        return pattern

    def _ends_name(self, place: int) -> bool:
        """Tell whether the last mention is a full name that ends at a character."""
        return bool(self.mentions) and self.mentions[-1].end == place and self.mentions[-1].rule in ANCHORS

    def _names(self, emission: Emission) -> bool:
        """Tell whether the text names one of the countries in full."""
        if self._named is None:
            self._named = self._gather_named()
        return not self._named.isdisjoint(emission.codes)

    def _gather_named(self) -> frozenset[str]:
        """Return the codes that a full name in the text stands for, or may stand for.

        A name that begins with the last character of a frame counts too: 驻|马来西亚.
        """
        named = set[str]()
        for index, start, end in self._hits:
            pattern = self._gazetteer.patterns[index]
            if pattern.role in ("before", "list", "group"):
                start = end - 1
                pattern = self._find_name(start) or pattern
            if pattern.role not in ("name", "place") or not pattern.emissions:
                continue
            codes = pattern.emissions[0].codes
            if not named.issuperset(codes) and self._has_sound_edges(pattern, start):
                named.update(codes)
        return frozenset(named)

    def _has_sound_edges(self, pattern: Pattern, start: int) -> bool:
        """Tell whether a full name stands between the edges of words or of letters."""
        stop = start + len(pattern.text)
        return self._gazetteer.fits(self._text, start, stop) if pattern.edges else self._has_edges(start, stop)
