"""The lines of a text while they are being told apart: how wide each is, and whether it reads as running prose."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from geo.documents.furniture_forms import CLOCK, DAY, SPELT
from geo.text.signs import STOPS

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_CLOSED = re.compile(rf"[。！？!?….{STOPS}；;][”\"’'」』）)\]】]{{0,4}}\s*$")
_SENTENCE = re.compile(rf"(?<!\.\.)[。.{STOPS}][”\"’'」』）)\]】»]{{0,4}}\s*$")
_SHORTEST_SENTENCE = 16  # columns
_DATE_LINE = re.compile(
    rf"\s*(?:{DAY}\s?(?:星期.|[周週].)?(?:[\sT]{{0,3}}{CLOCK})?"
    rf"|{SPELT}(?:,? (?:(?:at|a las|às|à|um|в|-) )?{CLOCK}(?: ?[ap]\.?m\.?)?(?: uhr)?)?)\s*",
    re.I,
)
_LONGEST_DATE = 60
# The lines of a broken paragraph, in characters: no shorter, and so much longer than another.
_NARROWEST, _RAGGED = 40, 20

NOTHING_KNOWN: Mapping[int, str] = MappingProxyType({})

# The rules of what stands around the text of a printed page: between two pages it cuts no sentence.
CUTTING_NOTHING = frozenset({"running head", "page number", "footnote", "turned text"})


class Row(NamedTuple):
    """A line that is not blank: its number among all lines, its text, and whether it reads as running prose."""

    number: int
    text: str
    prose: bool


class Page:
    """The lines of a text while they are being labelled: `rules` holds one name a row, "" for the article."""

    def __init__(self, texts: Sequence[str], known: Mapping[int, str] = NOTHING_KNOWN) -> None:
        """Take the lines of a text; only those are labelled whose rule is known by their number."""
        self.rows = [Row(number, line, _is_prose(line)) for number, line in enumerate(texts) if line.strip()]
        self.rules = [known.get(row.number, "") for row in self.rows]
        self.body_start = len(self.rows)
        self.find_body()

    def find_body(self) -> None:
        """Set `body_start` to the first row of prose that no rule has claimed; past the last where there is none.

        In a text that has no paragraph, a short message, every sentence is prose.
        """
        if not any(map(self.is_article, range(len(self.rows)))):
            self.rows = [row._replace(prose=is_sentence(row.text)) for row in self.rows]
        prose = (place for place in range(len(self.rows)) if self.is_article(place))
        self.body_start = next(prose, len(self.rows))

    def find_body_end(self) -> int:
        """Give the place after the last row of prose that no rule has claimed."""
        prose = (place for place in reversed(range(len(self.rows))) if self.is_article(place))
        return next(prose, -1) + 1

    def is_article(self, place: int) -> bool:
        """Tell a row of prose that no rule has claimed."""
        return self.rows[place].prose and not self.rules[place]

    def wraps(self, place: int) -> bool:
        """Tell a row that goes on in the midst of a paragraph broken into lines of about one width: it says nothing by itself."""
        before, rules = self.rows[max(0, place - 2) : place], self.rules[max(0, place - 2) : place]
        row = self.rows[place]
        if len(before) < 2 or any(rules) or before[0].number != row.number - 2 or not row.text.lstrip()[:1].islower():
            return False
        widths = [len(one.text.strip()) for one in (*before, row)]
        return min(widths) > _NARROWEST and max(widths) - min(widths) <= _RAGGED and not is_closed(before[1].text)

    def label(self, places: range, rule: str) -> None:
        """Label the rows at these places that no rule has claimed yet."""
        for place in places:
            self.rules[place] = self.rules[place] or rule

    def weigh(self, places: range) -> int:
        """Count the characters of running prose that no rule has claimed."""
        return sum(len(self.rows[place].text) for place in places if self.is_article(place))


def measure_width(text: str) -> int:
    """Give the columns a line takes up: a Chinese character takes two."""
    return len(text) + len(_WIDE.findall(text))


def is_closed(line: str) -> bool:
    """Tell a line that ends as a sentence does."""
    return _CLOSED.search(line.strip()[-8:]) is not None


def is_sentence(line: str) -> bool:
    """Tell a line that is a sentence: it ends in a full stop, which a headline has not, and does not break off."""
    return _SENTENCE.search(line.strip()[-8:]) is not None and measure_width(line.strip()) >= _SHORTEST_SENTENCE


def is_date(line: str) -> bool:
    """Tell a line that holds a day with its year, perhaps with the time of day, and nothing else."""
    return len(line) < _LONGEST_DATE and _DATE_LINE.fullmatch(line) is not None


def _is_prose(line: str) -> bool:
    stripped = line.strip()
    if len(stripped) >= 140:
        return True
    width = measure_width(stripped)
    # A headline is up to 120 columns wide and has no full stop; a paragraph has one, or is wider.
    return width >= 140 or (width >= 56 and (is_closed(stripped) or "。" in stripped))
