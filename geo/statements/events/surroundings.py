"""What a sentence says around its acts: whom it names, who speaks, where something is or befell someone."""

import re
from functools import cache

from geo.clauses.frames import Frame, Words
from geo.clauses.frames.rules import read_rule_words
from geo.clauses.frames.units import list_units
from geo.languages.packs import read_lists
from geo.statements.events.sides import Codes

_SAYING = read_rule_words("en", "surroundings", "saying")
_THAT = re.compile(r"\bthat (?:the )?$")
# "the Omani | foreign minister told", "Kenya | 's president, Mr Ruto, said"
_SAID = re.compile(rf"(?:['’]s)?(?P<title>(?: [\w.-]+,?){{0,5}}?) (?:{'|'.join(sorted(_SAYING))})\b")
_SPEAKING = 8  # characters from a person to the word of saying
_JOINED = ("and", ",", ", and", "和", "、", "与", "及")
_BRACKETS = (("(", ")"), ("[", "]"), ("（", "）"))
_LEAD = 16  # characters around a name that say that something happens there
_CAUSE = 70  # characters in which a cause names where it is


def find_told(words: Words) -> str | None:
    """Return the country of which somebody says something: "the minister noted that Poland had"."""
    named = list_countries(words)
    told = (code for start, code in named[1:] if _THAT.search(words.text, words.start, start))
    return next(told, None)


def list_countries(words: Words) -> list[tuple[int, str]]:
    """Return where countries are named in a sentence, or persons who speak for one, in order, each with its code."""
    units = list_units(words)
    return [(one.start, code) for one in units if one.kind in ("country", "person") for code in one.codes]


def list_named(words: Words) -> Codes:
    """Return the countries that a sentence names itself or by a person's name: "the president" names none."""
    units = list_units(words)
    bare = {one.start for one in units if one.kind == "person" and words.text.startswith(("the ", "The "), one.start)}
    return tuple(dict.fromkeys(code for start, code in list_countries(words) if start not in bare))


def find_place(frame: Frame) -> int:
    """Return where a clause begins to point back: at its subject, where that is a pronoun, else at its verb."""
    pronouns = [phrase.start for phrase in frame.list("subject") if phrase.pronoun and phrase.end > phrase.start]
    return min([frame.start, *pronouns])


def find_speaker(words: Words) -> str | None:
    """Return for whom the one speaks whom a sentence names right before a word of saying; None where nobody says anything."""
    if words.language == "en":
        return _find_english_speaker(words)
    for unit in list_units(words):
        says = _match_saying().match(words.text, unit.end, words.end)
        if says and unit.kind in ("country", "person") and len(unit.codes) == 1:
            return unit.codes[0]
    return None


@cache
def _match_saying() -> re.Pattern[str]:
    said = "|".join(read_lists("zh", "clauses", "verbs")["say"])
    return re.compile(rf"[^，、。]{{0,{_SPEAKING}}}?(?:{said})")


def _find_english_speaker(words: Words) -> str | None:
    offices = read_lists("en", "things", "offices")["words"]
    for unit in list_units(words):
        said = _SAID.match(words.text, unit.end, words.end)
        itself = unit.kind in ("person", "organisation")
        speaks = said is not None and (itself or not set(said["title"].lower().split()).isdisjoint(offices))
        if speaks and (itself or unit.kind == "country") and len(unit.codes) == 1:
            return unit.codes[0]
    return None


def list_located(words: Words) -> Codes:
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
        placed = unit.kind in ("country", "place") and not unit.adjective and not _is_aside(words, unit.start)
        if placed and (led or joined or any(word in behind for word in after)):
            last = unit.end
            seat = words.text[unit.start : unit.end].lower() in lists.get("seats", ())
            found.update({} if seat else dict.fromkeys(unit.codes))
    return tuple(found)


def _is_aside(words: Words, place: int) -> bool:
    """Tell whether a place lies inside brackets: "(through its base in Réunion)"."""
    before = words.text[words.start : place]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _BRACKETS)


def list_struck(words: Words) -> Codes:
    """Return the countries that stand behind a cause: "in response to floods in Sri Lanka"."""
    causes = read_lists(words.language, "clauses", "locating")["causes"]
    found: dict[str, None] = {}
    for unit in list_units(words):
        before = words.text[max(words.start, unit.start - _CAUSE) : unit.start].lower()
        if unit.kind in ("country", "place") and any(cause in before for cause in causes):
            found.update(dict.fromkeys(unit.codes))
    return tuple(found)
