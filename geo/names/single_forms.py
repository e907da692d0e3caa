"""The forms of one name that lists and tables write: inverted, in brackets, shortened, with remarks.

Each function takes a name as it is written and a language (None: any), and returns the codes it finds, none where the
name is not written in that way. They are tried in the order of FORMS.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache, reduce

from geo.names.name_index import Codes, find_by_key, find_by_words, list_own_names
from geo.names.spelt_alike import join_words, list_words, list_written_out, make_key, read_name_words
from geo.reference.areas import read_areas

# What parts a name from what is said of it; a hyphen does where it stands between spaces.
_PARTING = re.compile(r"[()（）\[\]【】,，、;；:：/|–—]|\s-\s")
_LAST_BRACKET = re.compile(r"(.*\S)\s*[(（\[【]([^()（）]+)[)）\]】]$")
# "Territory of Christmas Island"; but the Northern Territory of Australia is not Australia.
_SORT = re.compile(
    r"(?:(?:overseas|territorial|autonomous) )?(?:territory|collectivity|department|country|nation) of (?:the )?"
)
# Words that are a remark together and not alone: a region of China, and non-Chinese, are not China.
_ONE_REMARK = re.compile(r"\b(?:special administrative region|non self governing territory)\b")
_LETTERS = re.compile("[A-Z]{2,3}")
_CHINESE_POLITY = re.compile("(?:人民|民主|伊斯兰|阿拉伯|社会主义|联邦)*(?:共和国|王国|公国|苏丹国|酋长国)$")
_WORD = re.compile(r"([^\W_]+)(\.?)")
_SHORTEST_ALONE = 4  # "Est." may be many things
_TELLING = frozenset({"name", "short", "variant", "former"})


def _find_in_other_order(text: str, language: str | None) -> Codes:
    """Return the codes of the same words in another order: "Gambia, The", "Congo, Dem. Rep.", "N Korea", "NewZealand"."""
    key = make_key(text)
    forms = (*list_written_out(key), key.replace(" ", ""))
    return next((codes for form in forms if (codes := find_by_words(form, language))), ())


def _find_without_polity(text: str, language: str | None) -> Codes:
    """Return the codes of a name without what sort of state it is: "Hungary, Republic of", 冰岛共和国."""
    key = make_key(text)
    short = _CHINESE_POLITY.sub("", key) if not _SORT.match(key) else _SORT.sub("", key, count=1)
    if short != key:
        return find_by_key(short, language) or _find_in_other_order(short, language)
    words = set(list_words(key))
    nouns = words & read_name_words("polity")
    left = words - nouns - read_name_words("polity_adjective")
    return find_by_words(join_words(tuple(left)), language) if nouns else ()


def _find_by_parts(text: str, language: str | None) -> Codes:
    """Return the codes that all parts of a name agree on: "Eswatini (formerly Swaziland)", "Guam (US)", "China excl. Macao".

    A part names the same country or area or its administrator, or is a remark; one that is unknown makes the whole so.
    """
    bracket = _LAST_BRACKET.match(text)
    # "Macedonia-FYROM" last: "Guinea-Bissau" is a name.
    ways = ([*bracket.groups()] if bracket else [], _PARTING.split(text), text.split("-"))
    return next((codes for parts in ways if (codes := _unite(parts, language))), ())


def _unite(parts: Sequence[str], language: str | None) -> Codes:
    """Return the codes that parts agree on, none where they do not."""
    said = [(kind, _name(words, language)) for kind, words in _list_said(parts)]
    named = [codes for kind, codes in said if kind == "named" and codes is not None]
    if len(named) == len(said) == 1 or not named or frozenset() in (codes for _, codes in said):
        return ()
    left = reduce(_agree, named)
    areas = read_areas()
    added = {areas[code].administered_by for kind, codes in said if kind == "including" and codes for code in codes}
    without = {code for kind, codes in said if kind == "excluding" and codes for code in codes}
    return tuple(sorted(left)) if added <= left and not without & left else ()


def _list_said(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what the parts of a name say, each "named", "including" or "excluding"."""
    for part in parts:
        kind, words = "named", list[str]()
        for word in [part.strip()] if _LETTERS.fullmatch(part.strip()) else make_key(part).split():
            change = next((one for one in ("including", "excluding") if word in read_name_words(one)), None)
            change = kind if word == "and" and kind != "named" else change
            if change is None:
                words.append(word)
            else:
                yield kind, " ".join(words)
                kind, words = change, []
        yield kind, " ".join(words)


def _name(words: str, language: str | None) -> Set[str] | None:
    """Return the countries or areas that a part names, none where it is unknown; None where it is only a remark."""
    if code := _index_letters().get(words):
        return frozenset((code,))
    left = _ONE_REMARK.sub("territory", words).split()
    while left and _is_remark(left[0]):
        left.pop(0)
    while left and _is_remark(left[-1]):
        left.pop()
    if not left:
        return None
    finds = (find_by_key, _find_in_other_order, _find_without_polity)
    codes = next((codes for find in finds if (codes := find(" ".join(left), language))), ())
    return frozenset(codes) & read_areas().keys()


@cache
def _index_letters() -> Mapping[str, str]:
    """Return the code of each country or area by its two and its three letters."""
    return {letters: area.code for area in read_areas().values() for letters in (area.alpha_2, area.code)}


def _is_remark(word: str) -> bool:
    return word.isdecimal() or word in read_name_words("remark")


def _agree(one: Set[str], other: Set[str]) -> Set[str]:
    """Return the codes that two parts have in common, else those of the territories of which the other is the administrator."""
    areas = read_areas()
    below = {code for code in one if areas[code].administered_by in other}
    return one & other or below | {code for code in other if areas[code].administered_by in one}


def _find_shortened(text: str, language: str | None) -> Codes:
    """Return the codes of the English names whose words begin as a name's words with a full stop do: "St. Vin. & Gren."."""
    words = [(list_words(word.lower()) or ("",), bool(stop)) for word, stop in _WORD.findall(text)]
    pattern = [(told[0], short) for told, short in words if told[0]]
    letters = sum(len(word) for word, _ in pattern)
    if language not in (None, "en") or letters < _SHORTEST_ALONE or not any(short for _, short in pattern):
        return ()
    found = {code for names, code in _list_english() if len(names) == len(pattern) and _fits(pattern, names)}
    return tuple(sorted(found))


def _fits(pattern: list[tuple[str, bool]], name: tuple[str, ...]) -> bool:
    pairs = zip(pattern, name, strict=True)
    return all(word == whole or (short and whole.startswith(word)) for (word, short), whole in pairs)


@cache
def _list_english() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the English names of countries and areas as their words, in order."""
    names = [name for name in list_own_names("en") if name.rule in _TELLING and name.code in read_areas()]
    return tuple((list_words(make_key(name.text)), name.code) for name in names)


FORMS: Sequence[Callable[[str, str | None], Codes]] = (
    _find_in_other_order,
    _find_without_polity,
    _find_by_parts,
    _find_shortened,
)
