"""Checks of the surroundings of English names that also mean something else.

Each check is given the text and the place of the name and returns the reason to refuse it, or None. What it looks for
is data/names/en_words.csv. A check sees the words beside the name; what the whole document says is weighed in
geo.names.homographs.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from geo.base.folders import find_data_folder
from geo.base.reasons import Reason, name_longer
from geo.base.rows import read_rows
from geo.names.patterns import Check

Look = Callable[[str, int, int], str | None]
_NEAR = 40
_SENTENCE = 200
_PERSON: Reason = "part of a person's name"
_LANGUAGE: Reason = "a language"
_PLACE: Reason = "a place that bears the name"
# "Jordan, 12, said"; "Jordan, who".
_AS_A_PERSON = re.compile(r", (?:[0-9]{1,2},|who )")
_PERSON_BEFORE = re.compile(r"""(?:\b[A-Z]\.|\b[A-Z]\w+ (?:de|del|della|di|da|van|von|la)|[,?!]["”'] said) \Z""")
_INITIAL_AFTER = re.compile(r" [A-Z]\. [A-Z]")
_SENTENCE_STARTS = re.compile(r"""(?:\A|[.!?:;"“”\n(]["”]?\s?|[-–—]\s?)\Z""")
_HEADLINE_WORDS = 4
_LONG_WORD = 4
_SHORT_WORDS = frozenset({"from", "with", "over", "into", "amid", "than", "that", "this", "after"})
_AFTER_TONGUE = re.compile(r"(?: as an? (?:second|foreign|additional|first) language| for [\"“'‘])")
# "English, French and": the languages of a list before the name, and those after it.
_LIST_BEFORE = re.compile(r"(?:[A-Z][a-z]{2,20}(?:, |,? (?:and|or) |/)){1,8}\Z")
_LIST_AFTER = re.compile(r"(?:(?:, |,? (?:and|or) |/)[A-Z][a-z]{2,20}\b){1,8}")
_BESIDE_IN = re.compile(r"(?:,? (?:and|or) (?:in |into )[A-Z][a-z]{2,20})")
_BEHIND = re.compile(r"(?:, ?| ?\(| ?[-–—] ?| )(?:the )?([A-Za-z'.]+)")
_WORD = re.compile(r"[A-Za-z'-]+")
# "the French and Dutch": two peoples.
_PEOPLES_BEFORE = re.compile(r"\bthe (?:[A-Z][a-z]{2,20}(?:, |,? (?:and|or) ))+\Z")
_NATIVE_NEAR = re.compile(r"\b(?:tribes?|tribal|Native Americans?|powwow)\b")
_LIST_GOES_ON = re.compile(r"(?: [A-Z])|(?: (?:and|or) (?:North|South|East|West|China)\w*)|[A-Za-z0-9]")
_GOES_ON = re.compile(r"['’]s|(?: [A-Z])")
_TWO_NAMES = re.compile(r",? (?:and |or )?[A-Z]")


def look_capitals(text: str, start: int, stop: int) -> Reason | None:
    """Refuse an abbreviation in a line of capitals, where it may be any word but behind an article: "THE DRC"."""
    if text.endswith("THE ", 0, start):
        return None
    begin = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    end = text.find("\n", stop, stop + _NEAR)
    around = text[begin:start] + text[stop : end if end >= 0 else stop + _NEAR]
    return "a line of capitals" if around.isupper() and sum(map(str.isupper, around)) > 6 else None


def look_person(text: str, start: int, stop: int) -> str | None:
    """Refuse a given or family name: another capitalised word beside it that no country has beside it."""
    following = word_after(text, stop)
    if has_office(text, start):
        return None
    may_be_family = following[:1].isupper() and not following.isupper() and not is_a(following, "institution", "given")
    if may_be_family and not _is_headline(text, start, stop, following):
        return _PERSON
    if is_a(following, "given") and not is_a(following, "institution"):
        return _PERSON
    preceding = word_before(text, start)
    if _may_be_given(preceding) and not _is_headline(text, start, stop) and not _starts(text, start, preceding):
        return _PERSON
    return look_surname(text, start, stop) or look_namesake(text, start, stop)


def look_surname(text: str, start: int, stop: int) -> Reason | None:
    """Refuse what follows a given name or a title, or stands before a family name."""
    preceding, following = word_before(text, start), word_after(text, stop)
    if is_a(preceding, "given", "title", "kin") or is_a(following, "pronoun"):
        return _PERSON
    if is_a(following, "family") and not is_a(following, "institution") and not has_office(text, start):
        return _PERSON
    if len(following) == 1 and _INITIAL_AFTER.match(text, stop):
        return _PERSON
    # An initial, a particle, or "said" at the end of a quotation.
    if (preceding[-1:] == "." or is_a(preceding, "particle")) and _PERSON_BEFORE.search(
        text, max(0, start - _NEAR), start
    ):
        return _PERSON
    if text[stop : stop + 1] == "," and _AS_A_PERSON.match(text, stop):
        return _PERSON
    return look_telling(text, start, stop) if text[start:stop] in read_tellings() else None


def look_state(text: str, start: int, stop: int) -> str | None:
    """Refuse a person, as for others; "Georgia Republicans" are none, and the document says whose they are."""
    return None if is_a(word_after(text, stop), "local") else look_person(text, start, stop)


def look_tongue(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the name of a language."""
    following = word_after(text, stop)
    if is_a(following, "tongue_after") or _AFTER_TONGUE.match(text, stop):
        return _LANGUAGE
    preceding = word_before(text, start)
    if is_a(preceding.lower(), "tongue_before"):
        return _LANGUAGE
    alone = not following[:1].isalpha() or following in ("and", "or", "but", "into", "to")
    if not alone:
        return _LANGUAGE if following in ("is", "was") and is_a(preceding.lower(), "tongue_quality") else None
    if (
        not following
        and preceding in ("and", "or", "of")
        and not _PEOPLES_BEFORE.search(text, max(0, start - _NEAR), start)
    ):
        return _LANGUAGE
    if preceding.lower() in ("in", "into", "from") or is_a(preceding.lower(), "tongue_quality"):
        return _LANGUAGE if not following or following == "into" or _ends_in_languages(text, stop) else None
    return _look_tongues(text, start, stop)


def look_continent(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the United States where other continents stand beside "American", or their countries are counted."""
    following = word_after(text, stop)
    before, after = text[max(0, start - _NEAR) : start], text[stop : stop + _NEAR]
    counted = text[max(0, start - 2) : start - 1].isdigit() or following in ("countries", "nations", "states")
    beside = any(word in before + after for word in ("African", "Asian", "European"))
    return "the Americas" if counted and (beside or following in ("countries", "nations", "states")) else None


def look_native(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the first peoples of America, and teams and places called after them: "an Indian tribe"."""
    following = word_after(text, stop)
    if is_a(following, "native_after") or is_a(word_before(text, start).removesuffix("'s"), "native_before"):
        return "the first peoples of America"
    around = text[max(0, start - _SENTENCE) : stop + _SENTENCE]
    is_native = _NATIVE_NEAR.search(around) and not re.search(r"\bIndia\b", around)
    return "the first peoples of America" if is_native else None


def look_namesake(text: str, start: int, stop: int) -> str | None:
    """Refuse a town that bears the name: a state stands behind it, or what a county or a street is called."""
    sign = text[stop : stop + 1]
    if sign == ",":
        state = _compile_states().match(text, stop + 1)
        # "In Mexico, Texas Governor Abbott said": a state that a word goes with is none behind a town.
        bears = state and not is_a(text[start:stop], "home") and not _GOES_ON.match(text, state.end())
        return _PLACE if bears or _lies_elsewhere(text, start, stop) else None
    if sign == " " and text[stop + 1 : stop + 2].isupper():
        return _PLACE if is_a(word_after(text, stop), "township") else look_paper(text, start, stop)
    return None


def look_paper(text: str, start: int, stop: int) -> str | None:
    """Refuse the name of a newspaper: "the New York Times"."""
    paper = _compile_papers().match(text, stop)
    return name_longer(text[start : paper.end()]) if paper else None


def look_telling(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a short form beside which a word tells it from the country that the form alone would be."""
    words = read_tellings()[text[start:stop]]
    if start and text[start - 1] in " .-–—":
        before = text[max(0, start - 20) : start].replace(".", "").rstrip(" -–—").rsplit(None, 1)
        if before and before[-1].strip("(\"'") in words:
            return "a word beside it tells of another place"
    after = _BEHIND.match(text, stop)
    if after and after[1].replace(".", "") in words and not _LIST_GOES_ON.match(text, after.end()):
        return "a word beside it tells of another place"
    return None


def look_inverted(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a form with a comma that is two items of a list: "Korea, South Africa", "Hong Kong, China and Japan"."""
    if _LIST_GOES_ON.match(text, stop):
        return "two names of a list"
    comma = text.find(", ", start, stop)
    if comma > 0 and is_a(text[comma + 2 : stop].split(" ")[0], "listed"):
        in_list = text[max(0, start - 2) : start] == ", " or text[max(0, start - 5) : start] == " and "
        return "two names of a list" if in_list or _TWO_NAMES.match(text, stop) else None
    return None


def word_before(text: str, start: int) -> str:
    """Return the word before a place, if only a space lies between."""
    if text[max(0, start - 1) : start] != " ":
        return ""
    words = text[max(0, start - 1 - _NEAR) : start - 1].rsplit(None, 1)
    return words[-1].strip("\"'“”‘’([") if words and not text[start - 2].isspace() else ""


def word_after(text: str, stop: int) -> str:
    """Return the word after a place, if only a space or hyphen lies between."""
    if text[stop : stop + 1] not in (" ", "-"):
        return ""
    words = text[stop + 1 : stop + 1 + _NEAR].split(None, 1)
    word = words[0] if words and not text[stop + 1 : stop + 2].isspace() else ""
    return word.rstrip(".,;:!?\"'”’)]").removesuffix("'s").removesuffix("’s")


def is_a(word: str, *kinds: str) -> bool:
    """Tell whether the table lists a word under any of the kinds."""
    return word in _join_kinds(kinds)


@cache
def _join_kinds(kinds: tuple[str, ...]) -> frozenset[str]:
    words = read_english_words()
    return frozenset().union(*(words[kind] for kind in kinds))


@cache
def read_english_words() -> Mapping[str, frozenset[str]]:
    """Return the words of the table by their kind; a capitalised word is looked for as it stands."""
    words: dict[str, set[str]] = {}
    for row in read_rows(find_data_folder() / "names" / "en_words.csv", dict):
        words.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(group) for kind, group in words.items()}


@cache
def read_tellings() -> Mapping[str, frozenset[str]]:
    """Return, for each name of data/names/en_tellings.csv, the words that tell it from the country it alone would be."""
    rows = read_rows(find_data_folder() / "names" / "en_tellings.csv", lambda row: (row["name"], row["words"].split()))
    return {form: frozenset(words) for name, words in rows for form in (name, name.upper())}


def has_office(text: str, start: int) -> bool:
    """Tell whether an office stands before: "Prime Minister of Georgia"."""
    before = text[max(0, start - _NEAR) : start].removesuffix("the ")
    if not before.endswith(" of "):
        return False
    words = before[:-4].rsplit(None, 1)
    return bool(words) and is_a(words[-1].lower(), "office")


def _may_be_given(word: str) -> bool:
    """Tell whether a word may be the given name before a family name, for all that the tables know."""
    return word[:1].isupper() and word.isalpha() and not word.isupper() and not is_a(word, "institution", "compass")


def _starts(text: str, start: int, preceding: str) -> bool:
    """Tell whether the word before a place begins a sentence, where any word has a capital."""
    place = start - 1 - len(preceding)
    return _SENTENCE_STARTS.search(text, max(0, place - 3), place) is not None


def _is_headline(text: str, start: int, stop: int, following: str = "") -> bool:
    """Tell whether every longer word of the line has a capital, so that a capital says nothing.

    A line of persons has capitals too; there the word after the name ends its item.
    """
    if following and text[stop + 1 + len(following) : stop + 2 + len(following)] not in (" ", "'"):
        return False
    begin = max(text.rfind("\n", 0, start) + 1, start - _SENTENCE)
    end = text.find("\n", stop, stop + _SENTENCE)
    words = text[begin : end if end >= 0 else stop + _SENTENCE].split()
    long = [word for word in words if len(word) >= _LONG_WORD and word[0].isalpha() and word not in _SHORT_WORDS]
    return len(words) >= _HEADLINE_WORDS and len(long) > 2 and all(word[0].isupper() for word in long)


def _look_tongues(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a language in a list of languages, which says so before or behind it, or by one that no country has."""
    before = _LIST_BEFORE.search(text, max(0, start - 2 * _NEAR), start)
    after = _LIST_AFTER.match(text, stop, stop + 2 * _NEAR)
    if not before and not after:
        return None
    first, last = before.start() if before else start, after.end() if after else stop
    members = [word for word in _WORD.findall(text[first:last]) if word[0].isupper()]
    others = [word for word in members if word != text[start:stop]]
    if not others or not all(is_a(word, "tongue", "only_tongue") for word in others):
        return None
    following = word_after(text, last)
    if following[:1].isalpha() and following[0].islower():
        return _LANGUAGE if is_a(following, "tongue_after") else None
    cue = word_before(text, first).lower()
    said = cue in ("in", "into", "from", "to", "both") or is_a(cue, "tongue_before", "tongue_quality")
    return _LANGUAGE if said or any(is_a(word, "only_tongue") for word in others) else None


def _ends_in_languages(text: str, stop: int) -> bool:
    """Tell whether what follows "in French and" is a language too, and no noun follows it."""
    listed = _LIST_AFTER.match(text, stop) or _BESIDE_IN.match(text, stop)
    if not listed:
        return text[stop : stop + 4] == " but"
    last = _WORD.findall(listed.group())[-1]
    noun = word_after(text, listed.end())
    return is_a(last, "tongue", "only_tongue") and (not noun[:1].islower() or is_a(noun, "tongue_after", "and_so_on"))


def _lies_elsewhere(text: str, start: int, stop: int) -> bool:
    """Tell whether the country behind a town's name is that of another town: "Tripoli, Lebanon"."""
    others = _read_namesakes().get(text[start:stop], ())
    return any(text.startswith(f", {where}", stop) for where in others)


@cache
def _read_namesakes() -> Mapping[str, tuple[str, ...]]:
    """Return the countries and states in which a town bears the name of a better known one."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(find_data_folder() / "names" / "en_namesakes.csv", dict):
        found[row["name"]] = (*found.get(row["name"], ()), row["where"])
    return found


@cache
def _compile_states() -> re.Pattern[str]:
    """Return the pattern of a state of the United States or a province of Canada behind a comma."""
    words = read_english_words()
    longest = sorted(words["state"] | words["state_short"] | words["canadian"], key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(map(re.escape, longest))})(?![A-Za-z])")


@cache
def _compile_papers() -> re.Pattern[str]:
    """Return the pattern of what a newspaper is called behind a city's name: "Evening Standard"."""
    return re.compile(rf" (?:{'|'.join(map(re.escape, read_english_words()['media']))})(?![A-Za-z])")


ENGLISH_CHECKS: Mapping[Check, Look] = {
    "capitals": look_capitals,
    "person": look_person,
    "surname": look_surname,
    "state": look_state,
    "tongue": look_tongue,
    "continent": look_continent,
    "native": look_native,
    "namesake": look_namesake,
    "paper": look_paper,
    "federal": look_paper,
    "telling": look_telling,
    "inverted": look_inverted,
}
