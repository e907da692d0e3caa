"""The code that a single name stands for, in whatever way it is written."""

import re
from collections.abc import Mapping
from functools import cache
from numbers import Real

from geo.base.errors import AmbiguousName
from geo.names.name_index import REFUSED, Codes, find_by_key, list_own_names
from geo.names.single_forms import FORMS
from geo.names.spelt_alike import clean, make_key, read_name_words
from geo.reference.areas import read_areas
from geo.reference.regions import read_regions
from geo.text import make_plain_text

# What stands beside a name in a table and is none of it: bullets, numbers of a list, marks and numbers of footnotes.
_BEFORE = re.compile(r"^(?:[*†‡§•·]\s*|\d{1,3}[.)]\s+|[-–—]\s+)+")
_BEHIND = re.compile(r"(?:\s*(?:[*†‡§¶#¹²³⁴⁵⁶⁷⁸⁹⁰]|\[\w{1,3}\]|\([a-z\d]\)|\b\d{1,2}/))+$")
# Regional indicators, two of which are shown as a flag: 🇫🇷 is F and R.
_FLAG = {0x1F1E6 + place: letter for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_LONGEST = 120
_NUMBERS: Mapping[object, str] = {number: f"{number:03d}" for number in range(1, 1000)}


def find_code(name: str | float, language: str | None = None, fuzzy: bool = False) -> str | None:
    """Return the code that a name stands for, None where it is unknown; raise AmbiguousName where several fit.

    Any name of a country or area, region or organisation will do: as CLDR and ISO 3166 give it in any language, in any
    case, with or without accents, inverted, abbreviated, with a remark in brackets; and codes of ISO 3166-1 and of UN
    M49, those of M49 also as numbers. Where languages differ, English and Chinese stand first; `language` reads names
    of one language alone. Where `fuzzy` is asked for, a name that is unknown as it stands is taken for the one that it
    is most like, if it is like one.

    >>> find_code("科特迪瓦"), find_code("Burma"), find_code("KH"), find_code("Ruritania")
    ('CIV', 'MMR', 'KHM', None)
    >>> find_code("Korea, Dem. People's Rep."), find_code("Virgin Islands (U.S.)"), find_code("Allemagne"), find_code(788)
    ('PRK', 'VIR', 'DEU', 'TUN')
    >>> find_code("Kazhakstan"), find_code("Kazhakstan", fuzzy=True)
    (None, 'KAZ')
    """
    codes = list_codes(read_text(name), language, fuzzy)
    if len(codes) > 1:
        raise AmbiguousName(str(name), codes)
    return codes[0] if codes else None


def read_text(name: object) -> str:
    """Return the text of a name; a whole number is a code of UN M49 with its zeros, and what is neither is no name.

    >>> read_text(8.0), read_text(None), read_text(float("nan"))
    ('008', '', '')
    """
    if isinstance(name, str):
        return name
    # A column of codes with a gap in it holds 8.0 for "008"; True is 1 for Python, and no code.
    return _NUMBERS.get(name, "") if isinstance(name, Real) and not isinstance(name, bool) else ""


def list_codes(name: str, language: str | None = None, fuzzy: bool = False) -> Codes:
    """Return the codes that a name may stand for, sorted; several where it is ambiguous, none where it is unknown."""
    text = " ".join(clean(name).split())
    if not text or len(text) > _LONGEST:
        return ()
    spoken = re.split("[-_]", language)[0].lower() if language else None
    plain = " ".join(make_plain_text(text, spoken).text.split())
    bare = _BEHIND.sub("", _BEFORE.sub("", text)).strip() or text
    if find_by_key(make_key(text), spoken, own=True) == REFUSED and not text.isupper():
        return ()  # "pole" is a word, though a Pole is somebody from Poland
    codes = _find_exactly(text, spoken) or _find_exactly(plain, spoken) or _find_any_form(bare, spoken, fuzzy)
    return () if codes == REFUSED else codes


def _find_any_form(text: str, language: str | None, fuzzy: bool) -> Codes:
    """Return the codes of the first form in which a name is known: as it stands, as letters, in other words, misspelt."""
    key, letters = make_key(text), _find_by_letters(text)
    codes = find_by_key(key, language, own=True)
    # "nga" and "NGA" are Nigeria's code; "Nga" is Vietnamese for Russia.
    codes = codes or (
        find_by_key(key, language) or letters if text.istitle() else letters or find_by_key(key, language)
    )
    codes = codes or next((found for find in FORMS if (found := find(text, language))), ())
    return codes if codes or not fuzzy else _find_misspelt(text, language)


def _find_misspelt(text: str, language: str | None) -> Codes:
    from geo.names.misspellings import find_misspelt  # only who asks for it waits until RapidFuzz is imported

    return find_misspelt(text, language)


def _find_exactly(text: str, language: str | None) -> Codes:
    """Return the codes of a name, of its lower case, or of a code in capitals or digits."""
    code = _index_codes().get(text.translate(_FLAG))
    index = _index_names(language, firm=False)
    codes = index.get(text) or index.get(text.casefold()) or ()
    # CAN is Canada's code; that a weak acronym is written alike makes no doubt.
    return tuple(sorted({code, *_index_names(language, firm=True).get(text, ())})) if code else codes


def _find_by_letters(text: str) -> Codes:
    """Return the code that two or three letters are in any case, where they are no word."""
    code = _index_codes().get(text.upper())
    return (code,) if code and text.isascii() and text.isalpha() and text.lower() not in read_name_words("code") else ()


@cache
def _index_names(language: str | None, *, firm: bool) -> Mapping[str, Codes]:
    """Return the codes of each name, as it stands and in lower case; of `firm` names only, or of all."""
    index: dict[str, set[str]] = {}
    for name in list_own_names(language):
        if not (firm and name.weak == "rival"):
            for text in (name.text, name.text.casefold()):
                index.setdefault(text, set()).add(name.code)
    return {text: tuple(sorted(codes)) for text, codes in index.items()}


@cache
def _index_codes() -> Mapping[str, str]:
    """Return the code of each country or area by its letters and digits, and that of each region of M49 by its digits."""
    areas = read_areas().values()
    known = {text: area.code for area in areas for text in (area.alpha_2, area.code, area.numeric) if text}
    return known | {code: code for code in read_regions() if code.isdecimal()}
