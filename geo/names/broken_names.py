"""Names that the end of a short line, a tab or a wide gap breaks in two: "North" / "Korea", "Guinée" / "équatoriale".

A text that is read by itself may be set in a narrow column, or be a list with a name on each line. Where a name of the
gazetteer goes on over a break, the two sides tell which:
- a list, if each side is a name by itself: "Congo" / "Republic of Korea";
- one name, if what follows is none by itself ("équatoriale"), or what stands before is none and nothing speaks for a list;
- else nobody can say ("South" over the lines "Sudan" and "Chad" may be a heading), and nothing is read there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.names.gazetteer import Gazetteer
from geo.names.patterns import PLACE_RULES, Pattern
from geo.text import PlainText
from geo.text.edits import Edit, edit

# Scripts that are written without spaces: Thai, Lao, Burmese, Khmer, kana and Chinese characters.
_TOGETHER = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
# A comma, colon or end mark parts more than a line's end does; a number ends what stands before it.
_BREAK = re.compile(r"(?<=[^\s\d,;:!?，、；：。！？|]) {0,2}(?:[\n\t] {0,3}| (?<=   ))(?=[^\s\d|])")
_BESIDE_NONE = re.compile(rf"[{_TOGETHER}]{{2}}")
_HIDDEN = "\ufffd"
_CELL_ENDS = "\n\t"
_OTHER_CELL = re.compile(r"[\t\d]|   ")
_NAMES = frozenset({"name", "place", "shield"})


class _Joined(NamedTuple):
    """A text with all its breaks joined: `breaks` are those of the text, `places` where each stands in the joined one."""

    text: str
    plain: PlainText
    breaks: Sequence[Edit]
    places: Sequence[int]


def join_broken_names(gazetteer: Gazetteer, plain: PlainText, language: str | None) -> PlainText:
    """Return a text in which names that are broken in two are whole, and what nobody can tell apart is hidden."""
    text = gazetteer.fold(plain.text)
    breaks = [Edit(gap.start(), gap.end(), _choose_joint(text, gap)) for gap in _BREAK.finditer(text)]
    if not breaks:
        return plain
    joined = edit(PlainText(text), breaks)
    places = joined.layers[0].begins
    return edit(plain, _find_edits(gazetteer, _Joined(text, joined, breaks, places), language))


def _choose_joint(text: str, gap: re.Match[str]) -> str:
    beside = text[gap.start() - 1] + text[gap.end()]
    return "" if _BESIDE_NONE.fullmatch(beside) else " "


def _find_edits(gazetteer: Gazetteer, joined: _Joined, language: str | None) -> Iterator[Edit]:
    """Yield the breaks that stand inside a name, and the spans in which nobody can tell whether one does."""
    whole, steps = joined.plain.text, gazetteer.choose_steps(language)
    try:
        hits = gazetteer.automaton.find_matches_as_indexes(whole)
    except UnicodeEncodeError:  # half a surrogate pair: what holds one is read as it stands
        return
    for index, start, stop in hits:
        first, last = bisect_right(joined.places, start), bisect_right(joined.places, stop - 1)
        if first < last and steps[index] is not None and _is_whole(gazetteer, index, whole, start, stop):
            yield from _decide(gazetteer, joined, range(first, last), start, stop)


def _is_whole(gazetteer: Gazetteer, index: int, text: str, start: int, stop: int) -> bool:
    """Tell whether a hit is a whole name, and no short form or part of a word."""
    pattern = gazetteer.patterns[index]
    if pattern.role not in _NAMES or any(one.start or one.rule == "frame" for one in pattern.emissions):
        return False
    return not pattern.edges or gazetteer.fits(text, start, stop)


def _decide(gazetteer: Gazetteer, joined: _Joined, inside: range, start: int, stop: int) -> Iterator[Edit]:
    """Yield what is to be done with the breaks inside a name of the joined text."""
    text = joined.plain.text
    doubted = False
    for number in inside:
        place = joined.places[number]
        behind = place + len(joined.breaks[number].text)
        following = _measure_name(gazetteer, text, behind)
        if following and (behind + following > stop or _ends_name(gazetteer, text[start:place])):
            return
        whole = behind + following == stop and " " not in text[start:place]
        doubted = doubted or (whole and _may_be_listed(gazetteer, joined, number, stop))
    if doubted:
        first, last = joined.plain.place(start, stop)
        yield Edit(first, last, _HIDDEN * (last - first))
    else:
        yield from (joined.breaks[number] for number in inside)


def _may_be_listed(gazetteer: Gazetteer, joined: _Joined, number: int, stop: int) -> bool:
    """Tell whether the name behind a break may be one of several: of the next line, or of other cells of its own."""
    end = joined.plain.place(stop - 1, stop)[1]
    gap = joined.text[joined.breaks[number].start : joined.breaks[number].end]
    if "\n" not in gap:
        return _OTHER_CELL.search(_cut_line(joined.text, joined.breaks[number], end)) is not None
    following = bisect_right(joined.places, stop - 1)
    if following >= len(joined.places) or joined.breaks[following].start != end:
        return False
    behind = joined.places[following] + len(joined.breaks[following].text)
    return _measure_name(gazetteer, joined.plain.text, behind) > 0


def _cut_line(text: str, gap: Edit, end: int) -> str:
    """Return the line of a gap without it and the name around it."""
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, gap.start) + 1 : gap.start] + text[end : stop if stop >= 0 else len(text)]


def _measure_name(gazetteer: Gazetteer, text: str, start: int) -> int:
    """Return the length of the name that begins at a place, 0 where none does."""
    near = text[start : start + gazetteer.reach + 1]
    for index, first, stop in gazetteer.automaton.find_matches_as_indexes(near)[:1]:
        pattern = gazetteer.patterns[index]
        if not first and _names(pattern) and (not pattern.edges or gazetteer.fits(near, 0, stop)):
            return stop
    return 0


def _ends_name(gazetteer: Gazetteer, words: str) -> bool:
    """Tell whether words end in the name of a place, which no adjective is."""
    hits = gazetteer.automaton.find_matches_as_indexes(words)
    pattern = gazetteer.patterns[hits[-1][0]] if hits and hits[-1][2] == len(words) else None
    return pattern is not None and _names(pattern) and pattern.emissions[0].rule != "demonym"


def _names(pattern: Pattern) -> bool:
    return pattern.role == "name" and bool(pattern.emissions) and pattern.emissions[0].rule not in PLACE_RULES
