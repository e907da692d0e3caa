"""The countries and areas, regions and organisations that a text names, coded."""

from bisect import bisect_left
from functools import cache

from geo.base.reasons import Reason
from geo.base.records import Mention, Refusal
from geo.documents.language_detection import detect_language
from geo.documents.language_parts import part_text
from geo.names.acronyms import settle_acronyms
from geo.names.ambiguities import narrow
from geo.names.broken_names import join_broken_names
from geo.names.by_language.gazetteers import compile_language
from geo.names.codes import find_code
from geo.names.country_columns import settle_columns
from geo.names.gazetteer import Gazetteer, compile_gazetteer
from geo.names.homographs import settle_homographs
from geo.names.known_names import LANGUAGES
from geo.names.lower_case import capitalise, join_small
from geo.names.patterns import ANCHORS, find_kind_of
from geo.names.text_scans import TextScan, Undecided, search
from geo.reference.places import has_names
from geo.text import make_plain_text, place_back
from geo.text.breaks import join_wrapped_words

# Languages whose names are in the table of another code.
_WRITTEN_AS = {"nb": "no", "nn": "no", "iw": "he"}

__all__ = ["find_code", "find_mentions", "read_mentions"]


def find_mentions(text: str, language: str | None = None) -> list[Mention]:
    """Return the mentions of a text in order; `language` is a two-letter code, told from the text where it is None.

    >>> [(mention.text, mention.code) for mention in find_mentions("中日韩外长在印度尼西亚会晤。")]
    [('中', 'CHN'), ('日', 'JPN'), ('韩', 'KOR'), ('印度尼西亚', 'IDN')]
    """
    if language:
        return _find_in(text, find_base(language))
    parts = part_text(text, detect_language(text))
    found = [_find_in(part, one) for one, part in parts.items()]
    return found[0] if len(found) == 1 else sorted(mention for mentions in found for mention in mentions)


def _find_in(text: str, language: str | None) -> list[Mention]:
    plain = make_plain_text(text, language)
    known = language or detect_language(plain.text)
    gazetteer = choose_gazetteer(known)
    if "\n" in plain.text or "\t" in plain.text or "   " in plain.text:
        plain = join_broken_names(gazetteer, plain._replace(text=join_wrapped_words(plain.text)), known)
    found, _ = read_with(gazetteer, plain.text, known, plain.traditional)
    return place_back(found, plain, text)


def read_mentions(
    text: str, language: str | None = None, traditional: bool = False
) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions of a plain text, and what looked like one and was refused, each in order.

    In a text of a language without names only the acronyms of organisations are read. `traditional` says that the
    original is in Traditional Chinese: names that only mean a country there are read then.
    """
    known = find_base(language) if language else detect_language(text)
    return read_with(choose_gazetteer(known), text, known, traditional)


@cache
def choose_gazetteer(language: str | None) -> Gazetteer:
    """Return the gazetteer that texts of a language are read with; the names of a language are loaded when first met."""
    if language is None or language in LANGUAGES or not has_names(language):
        return compile_gazetteer()
    return compile_language(_WRITTEN_AS.get(language, language))


def read_with(
    gazetteer: Gazetteer, text: str, language: str | None, traditional: bool = False
) -> tuple[list[Mention], list[Refusal]]:
    """Return what a gazetteer finds in a plain text of a known language, and what it refuses, each in order."""
    if language == "en" and text.islower():
        return _read_small(gazetteer, text)
    folded = gazetteer.fold(text)
    mentions, refusals = _read_folded(gazetteer, folded, language, traditional)
    if folded is text:
        return mentions, refusals
    return (
        [one._replace(text=text[one.start : one.end]) for one in mentions],
        [one._replace(text=text[one.start : one.end]) for one in refusals],
    )


def _read_folded(
    gazetteer: Gazetteer, text: str, language: str | None, traditional: bool = False
) -> tuple[list[Mention], list[Refusal]]:
    """Return what a gazetteer finds in a text with the letters of its names, and what it refuses."""
    found = search(gazetteer, text)
    if not found[1]:
        return [], []
    scan = TextScan(gazetteer, found, language, traditional)
    scan.read()
    mentions, refusals = _settle(scan, text) if scan.undecided else (scan.mentions, scan.refusals)
    if refusals:
        mentions, refusals = settle_columns(text, mentions, refusals)
    if scan.bracketed:
        mentions, refusals = settle_acronyms(text, mentions, refusals)
    # What a document makes of a person's or a town's name is known for English alone.
    if scan.doubted and (language is None or language in LANGUAGES):
        mentions, refusals = settle_homographs(text, mentions, refusals)
    return mentions, refusals


def _read_small(gazetteer: Gazetteer, text: str) -> tuple[list[Mention], list[Refusal]]:
    """Return what a gazetteer finds in an English text without a capital, as it stands and with capitals."""
    scan = TextScan(gazetteer, search(gazetteer, text), "en")
    scan.read()
    capitalised = capitalise(text)
    found = (scan.mentions, scan.refusals)
    return found if capitalised == text else join_small(text, found, _read_folded(gazetteer, capitalised, "en"))


def find_base(language: str) -> str:
    """Return a language without its script and land: zh of zh-Hant and zh_TW."""
    return language if len(language) == 2 else language.replace("_", "-").split("-")[0]


def _settle(scan: TextScan, text: str) -> tuple[list[Mention], list[Refusal]]:
    """Decide what is undecided by the full names of the text; return all in order."""
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
    return sorted(mentions), sorted(refusals)


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
