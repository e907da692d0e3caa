"""One pass over one text: the hits of the automaton, each kept, refused, or left for the whole text to decide."""

from collections.abc import Iterator
from typing import NamedTuple

from geo.contexts import explain_refusal, has_word_edges
from geo.gazetteer import Gazetteer
from geo.patterns import Emission, Pattern, find_kind_of
from geo.records import Mention, Refusal
from geo.short_forms import Surroundings, judge

# Bytes past a refused hit that may hold the end of a name beginning inside it.
_WINDOW = 256
_LATIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
Hit = tuple[int, int, int]


class Undecided(NamedTuple):
    """A mention of one of several codes."""

    start: int
    end: int
    codes: tuple[str, ...]
    usual: str | None
    rule: str


class Reading:
    """What is found in one text in one language, in the order of the text."""

    def __init__(self, gazetteer: Gazetteer, text: str, language: str | None) -> None:
        """Prepare the text; nothing is read yet."""
        self.mentions: list[Mention] = []
        self.undecided: list[Undecided] = []
        self.refusals: list[Refusal] = []
        self._gazetteer = gazetteer
        self._text = text
        self._language = language
        # Lone surrogates have no UTF-8; passed through, they keep every other character in its place.
        self._data = text.encode("utf-8", "surrogatepass")
        self._wide = len(self._data) != len(text)
        self._byte = self._character = 0
        self._seen = 0
        self._hits: list[Hit] = []
        self._named: frozenset[str] | None = None
        self._around = Surroundings(text, gazetteer.words, self._starts_name, self._names)

    def read(self) -> None:
        """Read the text."""
        self._hits = self._gazetteer.automaton.find_matches_as_indexes(self._data)
        plain, patterns, language = self._gazetteer.plain, self._gazetteer.patterns, self._language
        cursor = 0
        for hit in self._hits:
            index, start, end = hit
            if start < cursor:
                # What was refused before reached into this hit: what lies between is read afresh.
                cursor = self._reread(cursor, end) if end > cursor else cursor
                continue
            meaning = plain[index]
            if meaning is None:
                cursor = self._reread(self._weigh(hit), end)
                continue
            pattern = patterns[index]
            if pattern.edges and not self._has_edges(start, end):
                continue
            if language is None or pattern.languages is None or language in pattern.languages:
                self._emit(start, pattern.text, *meaning)

    def _emit(self, byte: int, text: str, code: str, rule: str) -> None:
        """Add the mention of a plain name."""
        start = self._locate(byte)
        self.mentions.append(Mention(start, start + len(text), text, find_kind_of(code), code, rule))

    def _has_edges(self, start: int, end: int) -> bool:
        """Tell whether a Latin name stands alone; bytes are enough to see it in all but a few cases."""
        data = self._data
        before = data[start - 1] if start else 32
        after = data[end] if end < len(data) else 32
        if before in _LATIN or (after in _LATIN and data[end - 1] != 45):
            return False
        if before < 128 and after < 128:
            return True
        first = self._locate(start)
        return has_word_edges(self._text, first, first + len(data[start:end].decode()))

    def _locate(self, byte: int) -> int:
        """Return the character at a byte; the bytes asked for never go far back."""
        if not self._wide:
            return byte
        if byte >= self._byte:
            self._character += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        else:
            self._character -= len(self._data[byte : self._byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._character

    def _reread(self, cursor: int, end: int) -> int:
        """Read from a byte to the end of a hit that did not take its whole place; return where reading stopped."""
        while cursor < end:
            slice_ = self._data[cursor : end + _WINDOW]
            hits = self._gazetteer.automaton.find_matches_as_indexes(slice_)
            if not hits or cursor + hits[0][1] >= end:
                return cursor
            index, start, stop = hits[0]
            cursor = self._weigh((index, cursor + start, cursor + stop))
        return cursor

    def _weigh(self, hit: Hit) -> int:
        """Decide on one hit and return the byte from which reading goes on."""
        index, start, end = hit
        pattern = self._gazetteer.patterns[index]
        if pattern.languages is not None and self._language is not None and self._language not in pattern.languages:
            return end
        if pattern.edges and not self._has_edges(start, end):
            return end
        if pattern.role == "shield":
            return end
        first = self._locate(start)
        if pattern.role == "word":
            resume = self._pass_word(pattern, first)
        elif pattern.role == "name":
            resume = self._weigh_name(pattern, first)
        else:
            resume = self._weigh_short_form(pattern, first)
        return start + len(self._text[first:resume].encode("utf-8", "surrogatepass"))

    def _pass_word(self, pattern: Pattern, first: int) -> int:
        """Pass over an ordinary word, unless a name begins with its last character.

        Where the rest of that name begins another word (当日|本报), there is no name: a word ends inside it.
        """
        stop = first + len(pattern.text)
        last = stop - 1
        if self._text[last : last + 2] not in self._gazetteer.starts:
            return stop
        return stop if self._text[stop : stop + 2] in self._gazetteer.words else last

    def _weigh_name(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a name; a refused one gives way to what begins inside it."""
        stop = first + len(pattern.text)
        reason = explain_refusal(pattern.check, self._text, first, stop)
        if reason is None:
            self._add(pattern.emissions, first)
            return stop
        if pattern.otherwise:
            self._add(pattern.otherwise, first)
            return first + pattern.otherwise[-1].end
        self._refuse(pattern.emissions[0].codes, first, stop, reason)
        return stop if pattern.edges else first + 1

    def _weigh_short_form(self, pattern: Pattern, first: int) -> int:
        """Keep or refuse a Chinese short form."""
        judgement = judge(pattern, first, self._around)
        # 英、法 may be followed by 、德: the last character is read again and counted once.
        fresh = tuple(emission for emission in judgement.emissions if first + emission.start >= self._seen)
        self._add(fresh, first)
        self._seen = max([self._seen, *(first + emission.end for emission in judgement.emissions)])
        return judgement.resume

    def _add(self, emissions: tuple[Emission, ...], first: int) -> None:
        """Add the mentions of a pattern; those of several codes wait for the end of the text."""
        for emission in emissions:
            start, end = first + emission.start, first + emission.end
            if len(emission.codes) > 1 or emission.usual is None:
                self.undecided.append(Undecided(start, end, emission.codes, emission.usual, emission.rule))
            else:
                code = emission.codes[0]
                kind = find_kind_of(code)
                self.mentions.append(Mention(start, end, self._text[start:end], kind, code, emission.rule))

    def _refuse(self, codes: tuple[str, ...], start: int, end: int, reason: str) -> None:
        self.refusals.append(Refusal(start, end, self._text[start:end], codes, reason))

    def _starts_name(self, place: int) -> bool:
        """Tell whether a full name starts at a character."""
        if self._text[place : place + 2] not in self._gazetteer.starts:
            return False
        data = self._text[place : place + 24].encode("utf-8", "surrogatepass")
        hits = self._gazetteer.automaton.find_matches_as_indexes(data)
        if not hits or hits[0][1]:
            return False
        pattern = self._gazetteer.patterns[hits[0][0]]
        return pattern.role in ("name", "shield") and len(pattern.text) > 1

    def _names(self, emission: Emission) -> bool:
        """Tell whether the text names one of the countries in full."""
        if self._named is None:
            self._named = frozenset(self._list_named())
        return not self._named.isdisjoint(emission.codes)

    def _list_named(self) -> Iterator[str]:
        """Yield the codes that a full name in the text stands for, or may stand for."""
        for index, _, _ in self._hits:
            pattern = self._gazetteer.patterns[index]
            if pattern.role == "name" and pattern.emissions:
                yield from pattern.emissions[0].codes
