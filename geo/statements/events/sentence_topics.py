"""What a sentence is about, where that decides which acts it tells of: a vote, a match, a report that it disowns."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from geo.clauses.frames import Words
from geo.clauses.frames.units import list_units
from geo.languages.packs import read_lists, read_names
from geo.nouns.english_words import find_lemma
from geo.statements.events.sides import Codes

_WORDS = re.compile(r"[a-z0-9-]+")
_SOON = 7  # words from what is shared to the word of claiming
_SHORT = 80  # characters
_CLOSING = " \n\"'”’」』)）"


def list_voting(words: Words) -> Codes:
    """Return the organisations of which a sentence names a body that votes: "the UN Security Council", 联合国大会."""
    bodies = tuple(read_lists(words.language, "clauses", "voting")["bodies"])
    named = (one for one in list_units(words) if one.kind == "organisation")
    voting = [code for one in named if words.text[one.start : one.end].lower().endswith(bodies) for code in one.codes]
    text = words.text[words.start : words.end].lower()
    known = (code for name, code in read_names(words.language, "clauses", "voting_bodies").items() if name in text)
    return tuple(dict.fromkeys((*voting, *known)))


def is_sporting(words: Words) -> bool:
    """Tell a match from a meeting: "when the two sides met in the final", not "the premiers met before the final"."""
    text = words.text[words.start : words.end].lower()
    played = _is_played(text, words.language) and not any(one.kind == "person" for one in list_units(words))
    return played and not _names_office(text, words.language)


def _is_played(text: str, language: str) -> bool:
    lists = read_lists(language, "clauses", "sport")
    if language == "zh":
        return any(word in text for word in lists["words"])
    played = not _list_said(text).isdisjoint(lists["words"]) and not any(phrase in text for phrase in lists["not"])
    return played or any(phrase in text for phrase in lists["results"])


def _names_office(text: str, language: str) -> bool:
    if language == "zh":
        return any(word in text for word in read_lists("zh", "things", "heads")["office"])
    return not _list_said(text).isdisjoint(read_lists("en", "things", "offices")["words"])


def is_disowned(words: Words) -> bool:
    """Tell a sentence that tells of a report and then says that it is wrong: "reported that Peru sent tents, but it denied it"."""
    lists = read_lists(words.language, "clauses", "disowned")
    text = words.text[words.start : words.end].lower()
    reported = min((place for word in lists["reports"] if (place := text.find(word)) >= 0), default=len(text))
    denied = any(word in text[reported:] for word in lists["denials"])
    return denied or any(word in text for word in lists["false"]) or _is_shared(text, lists)


def _is_shared(text: str, lists: Mapping[str, Sequence[str]]) -> bool:
    """Tell "a post shared 40,000 times claims that"; in Chinese the list of what is false holds such words."""
    said = _WORDS.findall(text) if "shared" in lists else []
    shared = [place for place, word in enumerate(said) if word in lists["shared"]]
    return any(word in lists["claiming"] for place in shared for word in said[place + 1 : place + _SOON])


def is_question(words: Words) -> bool:
    """Tell a sentence that asks and so states nothing: "Did Canada close its embassy?"."""
    text = words.text[words.start : words.end].rstrip(_CLOSING)
    return text.endswith(("?", "？", "吗"))


def takes_back(words: Words) -> bool:
    """Tell a short sentence that takes back the one before: "This is false", 假的."""
    text = words.text[words.start : words.end].strip().lower()
    return len(text) <= _SHORT and text.startswith(
        tuple(read_lists(words.language, "clauses", "disowned")["takes_back"])
    )


def speaks_of_motion(words: Words) -> bool:
    """Tell whether a sentence speaks of a resolution or another thing that several vote on."""
    matters = read_lists(words.language, "clauses", "voting")["matters"]
    text = words.text[words.start : words.end].lower()
    said = text if words.language == "zh" else _list_said(text)
    return any(word in said for word in matters)


# Several questions are asked of one sentence.
@lru_cache(maxsize=4)
def _list_said(text: str) -> frozenset[str]:
    """Return the English words of a text in their base form."""
    return frozenset(map(find_lemma, _WORDS.findall(text)))
