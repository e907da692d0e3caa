"""The code of a name that is misspelt: of the name it is most like, where the misspelling is slight.

How far apart two names are is how many letters are changed, left out, added or have changed places with a neighbour
(the optimal string alignment distance, by RapidFuzz). The longer a name the more of it may be wrong; its first letter
and the number of its words may not. What is the name of another place, as a province of ISO 3166-2, is none misspelt.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.names.english_contexts import read_english_words
from geo.names.known_names import read_names
from geo.names.name_index import Codes, choose_own_languages, index_foreign_names, list_own_names
from geo.names.spelt_alike import list_words, make_key
from geo.names.toponyms import list_toponyms
from geo.reference.areas import read_areas
from geo.reference.every_language import list_province_names
from geo.reference.places import list_names

# How many letters may be wrong in a name or word of so many.
_WRONG = ((14, 3), (9, 2), (5, 1))
_SHORTEST = 5
# Every language together has a name like any word: of those a long one may have a single letter wrong.
_SHORTEST_FOREIGN, _WRONG_FOREIGN = 8, 1
_ACRONYM = re.compile("[A-Z]{2,8}")
_HAN = re.compile("[\u3400-\u9fff]{4,}")

# The names of the same first letter and number of words, with their codes.
_Choices = Mapping[tuple[str, int], Mapping[str, Codes]]


def find_misspelt(text: str, language: str | None) -> Codes:
    """Return the codes of the name that a misspelt one is most like, several where it is as like two; none where like none."""
    key = make_key(text)
    if key in _list_other_places():
        return ()
    words = list_words(key)
    near = _find_near(words, _list_own(language), _limit(words))
    if near or sum(map(len, words)) < _SHORTEST_FOREIGN:
        return near
    return _find_near(words, _list_foreign(language), _WRONG_FOREIGN if language is None else _limit(words))


def _find_near(words: Sequence[str], choices: _Choices, limit: int) -> Codes:
    """Return the codes of the nearest names in which no more than some letters are wrong."""
    same = choices.get((words[0][:1], len(words)), {}) if words and limit else {}
    hits = process.extract(" ".join(words), list(same), scorer=OSA.distance, score_cutoff=limit, limit=None)
    near = [(distance, name) for name, distance, _ in hits if _is_slight(words, name.split())]
    best = min(near, default=(0, ""))[0]
    return tuple(sorted({code for distance, name in near if distance == best for code in same[name]}))


def _is_slight(words: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether in no word too much is wrong; in a name of five letters they may only have changed places."""
    if len(name) == 1 and min(len(name[0]), len(words[0])) <= _SHORTEST and not _HAN.search(name[0]):
        return sorted(words[0]) == sorted(name[0])
    pairs = zip(words, name, strict=True)
    return all(one == other or OSA.distance(one, other) <= max(_limit([one]), _limit([other])) for one, other in pairs)


def _limit(words: Sequence[str]) -> int:
    """Return how many letters may be wrong in some words."""
    name = " ".join(words)
    if _HAN.fullmatch(name):
        return 1
    return next((wrong for length, wrong in _WRONG if len(name) >= length), 0)


@cache
def _list_own(language: str | None) -> _Choices:
    """Return the reviewed names of English and Chinese, without acronyms and demonyms: "Indiana" is not "Indian"."""
    own = choose_own_languages(language)
    names = [(name.text, name.code) for name in list_own_names(language) if name.rule != "demonym"]
    listed = [(text, code) for code in read_areas() for one in own for text in list_names(code, one)]
    return _part((make_key(text), (code,)) for text, code in [*names, *listed] if not _ACRONYM.fullmatch(text))


@cache
def _list_foreign(language: str | None) -> _Choices:
    """Return the names of a language, or of every language for None."""
    return _part(index_foreign_names(language).keys.items())


def _part(names: Iterable[tuple[str, Codes]]) -> _Choices:
    """Return names by their first letter and number of words."""
    choices: dict[tuple[str, int], dict[str, Codes]] = {}
    for key, codes in names:
        words = list_words(key)
        same = choices.setdefault((words[0][0], len(words)), {}) if words else {}
        name = " ".join(words)
        same[name] = tuple(sorted({*same.get(name, ()), *codes}))
    return choices


@cache
def _list_other_places() -> Set[str]:
    """Return the keys of names that only look like countries: shields, cities and provinces, and states of the United States."""
    shields = [name.text for name in read_names() if not name.code]
    places = [pattern.text for pattern in list_toponyms()]
    texts = [*shields, *places, *read_english_words()["state"], *list_province_names()]
    return frozenset(map(make_key, texts))
