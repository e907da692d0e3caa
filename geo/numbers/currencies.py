"""Which money a sign, a code or a name means: CLDR's names of the money now in use, and the forms our packs add."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from geo.languages.packs import read_names, read_pack

SHARED = "shared"  # the money of several countries
_LARGE = 1000  # a word that is also money is money only beside a number as large as this
_WORD = re.compile(r"[^\W\d_][\w.'$]*")


class Money(NamedTuple):
    """A currency found beside a number: its ISO 4217 code, or SHARED, and where it begins and ends."""

    code: str
    start: int
    end: int


class Currencies(NamedTuple):
    """The money of one language: what stands before a number and its last characters, what after, by its first word or character."""

    before: Mapping[str, str]
    letters: Mapping[str, str]
    after: Mapping[str, str]
    codes: Mapping[str, str]
    firsts: frozenset[str]
    common: frozenset[str]
    not_after_yuan: str
    longest: int
    lasts: frozenset[str]
    spelled: bool


def name_currency(code: str, language: str) -> str | None:
    """Return CLDR's name of a currency beside a number: "US dollars", "美元"; None for what is no currency.

    >>> name_currency("USD", "en"), name_currency("vote", "en")
    ('US dollars', None)
    """
    return str(get_currency_name(code, count=2, locale=language)) if code in list_current_codes() else None


@cache
def read_currencies(language: str) -> Currencies:
    """Return the money of a language, its own forms before CLDR's."""
    current = list_current_codes()
    own = read_names(language, "currencies", "names")
    pack = read_pack(language, "currencies")
    several = [word for word in _words(pack, "shared") if word not in own]
    first = pack.get("head") == "first"
    after = _name_in_cldr(language, current, _words(pack, "never"), first) | dict.fromkeys(several, SHARED) | dict(own)
    codes = {code: code for code in current} | {"RMB": "CNY", "CNH": "CNY", "FCFA": SHARED, "CFA": SHARED}
    before = (
        codes | dict(read_names("all", "currencies", "before")) | dict(read_names(language, "currencies", "before"))
    )
    before |= dict.fromkeys(_words(pack, "sign_of_several"), SHARED)
    spaced = read_pack(language, "numbers")["writing"] != "characters"
    firsts = frozenset(name.split()[0] if spaced else name[0] for name in after)
    common = frozenset([*_words(pack, "common"), *_words(read_pack("all", "currencies"), "words")])
    longest = max(len(name.split()) if spaced else len(name) for name in after)
    letters = read_names("all", "currencies", "letters")
    lasts = frozenset(sign[-1] for sign in [*before, *letters])
    not_after = str(pack.get("yuan_is_not_before", ""))
    spelled = read_pack(language, "numbers")["writing"] == "spelled"
    return Currencies(before, letters, after, codes, firsts, common, not_after, longest, lasts, spelled)


@cache
def list_current_codes() -> tuple[str, ...]:
    """Return the ISO 4217 codes that are legal tender somewhere now, after CLDR."""
    territories = get_global("territory_currencies")
    return tuple(sorted({row[0] for rows in territories.values() for row in rows if row[2] is None and row[3]}))


def find_money_before(plain: str, start: int, value: float, currencies: Currencies) -> Money | None:
    """Return the sign or code right before a number, a space between them allowed."""
    end = start - 1 if start and plain[start - 1] == " " else start
    if plain[end - 1 : end] not in currencies.lasts:
        return None
    for length in range(min(6, end), 0, -1):
        sign = plain[end - length : end]
        code = currencies.before.get(sign) or (currencies.letters.get(sign) if end == start else None)
        if code is None or ((sign in currencies.common or sign in currencies.letters) and value < _LARGE):
            continue
        if sign[0].isascii() and sign[0].isalpha() and end > length and _is_latin(plain[end - length - 1]):
            continue
        return Money(code, end - length, end)
    return None


def find_money_after(plain: str, lowered: str, end: int, value: float, language: str) -> Money | None:
    """Return the name or code of money right after a number."""
    currencies = read_currencies(language)
    sign = end + 1 if plain[end : end + 1] == " " and currencies.spelled else end  # 200 €
    if plain[sign : sign + 1] in ("€", "£", "₽", "元", *("$" * currencies.spelled)) and language != "zh":
        return Money(currencies.before.get(plain[sign], "CNY"), sign, sign + 1)
    if read_pack(language, "numbers")["writing"] == "characters":
        return _find_characters(plain, end, currencies)
    return _find_words(plain, lowered, end, value, currencies)


def _find_characters(plain: str, end: int, currencies: Currencies) -> Money | None:
    if plain[end : end + 1] not in currencies.firsts:
        return None
    for length in range(currencies.longest, 0, -1):
        written = plain[end : end + length]
        code = currencies.after.get(written) if len(written) == length else None
        following = plain[end + length : end + length + 1]
        if code and not (length == 1 and following and following in currencies.not_after_yuan):
            return Money(code, end, end + length)
    return None


def _find_words(plain: str, lowered: str, end: int, value: float, currencies: Currencies) -> Money | None:
    begin = end + 1 if plain[end : end + 1] in (" ", "-") else end
    first = _WORD.match(lowered, begin)
    if first is None:
        return None
    code = currencies.codes.get(plain[begin : first.end()])
    if code and (plain[begin : first.end()] not in currencies.common or value >= _LARGE):
        return Money(code, begin, first.end())
    word = first[0] if first[0] in currencies.firsts else first[0].rstrip(".")
    return _find_longest(lowered, begin, value, currencies) if word in currencies.firsts else None


def _find_longest(lowered: str, begin: int, value: float, currencies: Currencies) -> Money | None:
    ends, place = list[int](), begin
    while len(ends) < currencies.longest and (word := _WORD.match(lowered, place)):
        ends.append(word.end())
        place = word.end() + 1 if lowered[word.end() : word.end() + 1] in (" ", "-") else len(lowered)
    for finish in reversed(ends):
        name = lowered[begin:finish].replace("-", " ").rstrip(".'")
        code = currencies.after.get(name)
        weight = name in ("pound", "pounds") and lowered.startswith(" of ", finish)
        if code and not weight and (name not in currencies.common or value >= _LARGE):
            return Money(code, begin, begin + len(name))
    return None


def _name_in_cldr(language: str, codes: tuple[str, ...], never: list[str], first: bool) -> dict[str, str]:
    """Return CLDR's names of money, and the last word alone (the `first` in some languages) where one currency bears it."""
    names, heads = dict[str, str](), dict[str, set[str]]()
    for code in codes:
        for count in (1, 2, 5, 11):
            name = get_currency_name(code, count, locale=Locale(language)).lower()
            names[name] = code
            heads.setdefault(name.split()[0 if first else -1], set()).add(code)
    alone = {head: next(iter(owners)) for head, owners in heads.items() if len(owners) == 1 and head not in never}
    return alone | names


def _words(pack: Mapping[str, object], name: str) -> list[str]:
    words = pack.get(name, [])
    return [str(word) for word in words] if isinstance(words, list) else []


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
