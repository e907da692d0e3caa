"""Who acts for a country: its government, or its local governments, firms, foundations or individuals.

A side is a code ("CHN": the government, or nobody in particular); others who act are written after a colon, several of
them joined: "CHN:local", "CHN:local+firms". Nothing stands before the colon where no country is named for them or where
it is the countries counted: in "firms of 84 countries gave to China" the giver is ":firms".
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.records import Mention
from geo.reference.organisations import find_country

_CHINESE = {
    "government": "(?:中央)?政府(?!间)",
    "local": "(?:各级|各)?地方(?:各级)?(?:政府|省市)?|各?省(?:区|、自治区)?市(?!场)|各?省区|各?省份|各地(?:政府)?|[省市]政府",
    "firms": "企(?!业)|(?:资|民营|私营|国有|民间|和)*(?:企业家?|公司|集团|商会)",
    "foundations": (
        "民间(?:机构|组织|团体|力量)?|(?:社会|慈善|公益|非政府|非营利)(?:组织|团体|机构|基金会|各界)|基金会|(?<=、)机构"
    ),
    "individuals": "个人|民众|公民",
}
_ENGLISH = {
    "government": "(?:central |national )?governments?",
    "local": (
        "(?:local|provincial|municipal|regional|city|sub-national)(?: and (?:municipal|provincial|regional|city))? "
        "(?:governments?|authorities)|provinces(?: and (?:cities|municipalities))?|cities|municipalities"
    ),
    "firms": (
        "(?:compan(?:y|ies)|enterprises?|firms?|business(?:es)?|corporations?|manufacturers?|entrepreneurs|"
        "(?:drug|car|auto|chip|plane)makers?)(?! communit)"
    ),
    "foundations": (
        "(?:charit(?:y|ies|able)|philanthropic|private|social|non-?governmental|civil society|public welfare|civic) "
        "(?:foundations?|organi[sz]ations?|institutions?|groups?|bodies|donors)|foundations?|charit(?:y|ies)|NGOs?|"
        "civil society|(?<=, )(?:organi[sz]ations|institutions)"
    ),
    "individuals": "(?:private )?(?:individuals|citizens)",
}


class Grammar(NamedTuple):
    """How one language says who acts: the actors, what joins them, and what ties them to a country."""

    actors: re.Pattern[str]
    listed: re.Pattern[str]
    after: re.Pattern[str]
    of: re.Pattern[str] | None
    ends_of: re.Pattern[str] | None


def _compile(actors: dict[str, str], lead: str, joint: str, after: str, of: str | None) -> Grammar:
    named = "|".join(f"(?P<{kind}>{words})" for kind, words in actors.items())
    one = r"(?<![A-Za-z-])(?:" + "|".join(actors.values()) + ")(?![A-Za-z])"
    listed = rf"{lead}(?P<actors>{one}(?:{joint}{lead}{one}){{0,6}})"
    actor, some, behind = (re.compile(pattern, re.IGNORECASE) for pattern in (named, listed, rf"{after}{listed}"))
    whole, end = (re.compile(pattern, re.IGNORECASE) if of else None for pattern in (f"{listed}{of}", of or ""))
    return Grammar(actor, some, behind, whole, end)


_GRAMMARS = {
    "zh": _compile(
        _CHINESE,
        "(?:各级|各地|各个|许多|一些|有关|相关|部分|广大|多家|大型|的){0,2}",
        "(?:、|和|及|以及|与|等)",
        "(?:国?家?(?:的|各|内|国内)|许多|一些|各国)?",
        None,
    ),
    "en": _compile(
        _ENGLISH,
        "(?:(?:the|many|some|several|various|private|state-owned|large|leading|other|their) ){0,2}",
        "(?:, (?:and|or) |, | and | or | & )",
        "(?:['’]s?)? ",
        " (?:in|of|from|across) (?:the |all |more than |some )?$",
    ),
}
_SUBJECT_LEAD = {
    "zh": re.compile(r"\W*(?:此外|同时|另外)?\W*(?:[两二三四五六七八九十\d]{1,3}[家个])?"),
    "en": re.compile(
        r"\W*(?:and |but |while )?(?:(?:\d{1,3}|both|two|three|four|five|six|seven|eight|nine|ten|several|dozens of) )?",
        re.IGNORECASE,
    ),
}
# "马云公益基金会", "The Jack Ma Foundation": the name of one.
_PROPER = {
    "zh": re.compile(r"[一-鿿]{1,10}?(?P<actors>(?:公益|慈善)?基金会)"),
    "en": re.compile(
        r"(?:[Tt]he )?(?:(?!The )[A-Z][\w.&'-]+ (?:and )?){1,5}(?P<actors>Foundations?|Charit(?:y|ies))\b"
    ),
}
_OPENING = 40  # characters in which a clause names who acts
_REACH = 90  # no longer a list of actors is read
_TIE = 20  # characters of "across more than "


def name_side(plain: str, mention: Mention, language: str) -> str:
    """Return the side that a country or organisation named in the text stands for: "CHN", or "CHN:firms".

    A national agency stands for its country.
    """
    if mention.kind != "country":
        return find_country(mention.code) or mention.code
    return mention.code + (_find_after(plain, mention.end, language) or _find_of(plain, mention.start, language)[1])


def name_counted(plain: str, start: int, end: int, language: str) -> str | None:
    """Return who acts for the countries counted in a place (":firms"), None where it is they themselves."""
    return _find_after(plain, end, language) or _find_of(plain, start, language)[1] or None


def find_phrase(plain: str, mention: Mention, language: str) -> int:
    """Return where the phrase of a name begins: at "foundations" in "foundations in China", else at the name."""
    return _find_of(plain, mention.start, language)[0]


def name_subject(plain: str, start: int, end: int, language: str) -> str | None:
    """Return who acts where the clause that begins at `start` names them without a country (":foundations")."""
    lead = _SUBJECT_LEAD[language].match(plain, start, end)
    start = lead.end() if lead else start
    listed = _GRAMMARS[language].listed.match(plain, start, min(end, start + _OPENING))
    found = listed or _PROPER[language].match(plain, start, min(end, start + _OPENING))
    return _list_kinds(found["actors"], language) or None if found else None


def _find_after(plain: str, place: int, language: str) -> str:
    """Return the actors right after a name: 中国企业, China's charities."""
    found = _GRAMMARS[language].after.match(plain, place, min(len(plain), place + _REACH))
    return _list_kinds(found["actors"], language) if found else ""


def _find_of(plain: str, place: int, language: str) -> tuple[int, str]:
    """Return where the actors right before a name begin, and their suffix: firms in China, cities of 84 countries."""
    _, _, _, of, ends_of = _GRAMMARS[language]
    # Few names have such words before them: whoever acts is looked for only where they stand.
    told = ends_of is not None and ends_of.search(plain, max(0, place - _TIE), place)
    found = of.search(plain, max(0, place - _REACH), place) if of and told else None
    return (found.start(), _list_kinds(found["actors"], language)) if found else (place, "")


def _list_kinds(words: str, language: str) -> str:
    """Return the suffix of a list of actors; the government alone has none."""
    found = {match.lastgroup for match in _GRAMMARS[language].actors.finditer(words)}
    kinds: Sequence[str] = [kind for kind in _CHINESE if kind in found]
    return "" if kinds in ([], ["government"]) else ":" + "+".join(kinds)
