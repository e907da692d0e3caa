"""The countries and areas, regions and organisations that a text names, coded."""

from bisect import bisect_left

from geo.base.reasons import Reason
from geo.base.records import Mention, Refusal
from geo.documents.language_detection import detect_language
from geo.names.acronyms import settle_acronyms
from geo.names.ambiguities import narrow
from geo.names.codes import find_code
from geo.names.gazetteer import Gazetteer, compile_gazetteer
from geo.names.homographs import settle_homographs
from geo.names.lower_case import capitalise, join_small
from geo.names.patterns import ANCHORS, find_kind_of
from geo.names.text_scans import TextScan, Undecided
from geo.text import make_plain_text, place_back

__all__ = ["find_code", "find_mentions", "read_mentions"]


def find_mentions(text: str, language: str | None = None) -> list[Mention]:
    """Return the mentions of a text in order; `language` is a two-letter code, told from the text where it is None.

    >>> [(mention.text, mention.code) for mention in find_mentions("中日韩外长在印度尼西亚会晤。")]
    [('中', 'CHN'), ('日', 'JPN'), ('韩', 'KOR'), ('印度尼西亚', 'IDN')]
    """
    known = find_base(language) if language else detect_language(text)
    plain = make_plain_text(text, known)
    return place_back(read_mentions(plain.text, known, plain.traditional)[0], plain, text)


def read_mentions(
    text: str, language: str | None = None, traditional: bool = False
) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions of a plain text, and what looked like one and was refused, each in order.

    In a text of a language without names only the acronyms of organisations are read. `traditional` says that the
    original is in Traditional Chinese: names that only mean a country there are read then.
    """
    known = find_base(language) if language else detect_language(text)
    return read_with(compile_gazetteer(), text, known, traditional)


def read_with(
    gazetteer: Gazetteer, text: str, language: str | None, traditional: bool = False
) -> tuple[list[Mention], list[Refusal]]:
    """Return what a gazetteer finds in a plain text of a known language, and what it refuses, each in order."""
    if language == "en" and text.islower():
        return _read_small(gazetteer, text)
    scan = TextScan(gazetteer, text, language, traditional)
    scan.read()
    mentions, refusals = scan.mentions, scan.refusals
    if scan.undecided:
        found, refused = _settle(scan, text)
        mentions, refusals = sorted(found), sorted(refused)
    if scan.bracketed:
        mentions, refusals = settle_acronyms(text, mentions, refusals)
    if scan.doubted:
        mentions, refusals = settle_homographs(text, mentions, refusals)
    return mentions, refusals


def _read_small(gazetteer: Gazetteer, text: str) -> tuple[list[Mention], list[Refusal]]:
    """Return what a gazetteer finds in an English text without a capital, as it stands and with capitals."""
    scan = TextScan(gazetteer, text, "en")
    scan.read()
    capitalised = capitalise(text)
    found = (scan.mentions, scan.refusals)
    return found if capitalised == text else join_small(text, found, read_with(gazetteer, capitalised, "en"))


def find_base(language: str) -> str:
    """Return a language without its script and land: zh of zh-Hant and zh_TW."""
    return language if len(language) == 2 else language.replace("_", "-").split("-")[0]


def _settle(scan: TextScan, text: str) -> tuple[list[Mention], list[Refusal]]:
    """Decide what is undecided by the full names of the text."""
    mentions, refusals = list(scan.mentions), list(scan.refusals)
    anchors = _index_anchors(scan.mentions)
    for case in narrow(text, scan.undecided, scan.mentions):
        code = _choose(case, anchors)
        written = text[case.start : case.end]
        if code is None:
            reason: Reason = "the text names none of the candidates in full"
            refusals.append(Refusal(case.start, case.end, written, case.codes, reason))
        else:
            mentions.append(Mention(case.start, case.end, written, find_kind_of(code), code, case.rule))
    return mentions, refusals


def _index_anchors(mentions: list[Mention]) -> dict[str, list[int]]:
    """Return the places of the full names of each code, in order."""
    anchors: dict[str, list[int]] = {}
    for mention in mentions:
        if mention.rule in ANCHORS:
            anchors.setdefault(mention.code, []).append(mention.start)
    return anchors


def _choose(case: Undecided, anchors: dict[str, list[int]]) -> str | None:
    """Return the candidate named last before the place, else first after it, else the usual one."""
    named = [(_find_distance(anchors[code], case.start), code) for code in case.codes if code in anchors]
    return min(named)[1] if named else case.usual


def _find_distance(places: list[int], start: int) -> tuple[bool, int]:
    """Return whether a name stands only after a place, and how far off the nearest is."""
    after = bisect_left(places, start)
    return (False, start - places[after - 1]) if after else (True, places[0] - start)
