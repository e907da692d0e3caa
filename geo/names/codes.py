"""The code that a single name stands for."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache

from geo.base.errors import AmbiguousName
from geo.names.gazetteer import read_names
from geo.reference.areas import read_areas
from geo.text import make_plain_text

# Alike enough to be the same name misspelt, and so close to the best that nobody knows which of the two is meant.
_ALIKE = 0.75
_CLOSE = 0.04
_SHORTEST = 3


def find_code(name: str, language: str | None = None, fuzzy: bool = False) -> str | None:
    """Return the code that a name stands for, None where it is unknown; raise AmbiguousName where several fit.

    Any name of a country or area, region or organisation will do, and ISO 3166-1 codes in capitals. Where `fuzzy` is
    asked for, a name that is unknown as it stands is taken for the one it is most like.

    >>> find_code("科特迪瓦"), find_code("Burma"), find_code("KH"), find_code("Ruritania")
    ('CIV', 'MMR', 'KHM', None)
    >>> find_code("Kazakstan"), find_code("Kazakstan", fuzzy=True)
    (None, 'KAZ')
    """
    text = " ".join(name.split())
    plain = " ".join(make_plain_text(name, language).text.split())
    codes = (
        _find_exactly(text, language)
        or _find_exactly(plain, language)
        or (_find_alike(text, language) if fuzzy else ())
    )
    if len(codes) > 1:
        raise AmbiguousName(name, codes)
    return codes[0] if codes else None


def _find_exactly(text: str, language: str | None) -> tuple[str, ...]:
    """Return the codes of a name, of its lower case, or of a code in capitals."""
    index = _index_names(language, firm=False)
    codes = index.get(text) or index.get(text.casefold()) or ()
    code = _index_codes().get(text)
    # CAN is Canada's code; that a weak acronym is written alike makes no doubt.
    return tuple(sorted({code, *_index_names(language, firm=True).get(text, ())})) if code else codes


def _find_alike(text: str, language: str | None) -> tuple[str, ...]:
    """Return the codes of the names that a name is most like, none where it is like none.

    Two names are as like as difflib says: twice the characters that they share in order, by the characters of both.
    """
    if len(text) < _SHORTEST:
        return ()
    matcher = SequenceMatcher(b=text.casefold(), autojunk=False)
    likeness: dict[str, float] = {}
    for name, codes in _index_names(language, firm=False).items():
        ratio = _compare(matcher, name.casefold()) if len(name) >= _SHORTEST else 0.0
        likeness.update({code: max(ratio, likeness.get(code, 0.0)) for code in codes if ratio})
    best = max(likeness.values(), default=0.0)
    return tuple(sorted(code for code, ratio in likeness.items() if ratio > best - _CLOSE))


def _compare(matcher: "SequenceMatcher[str]", name: str) -> float:
    """Return how like the matcher's text a name is, 0 where it is not like it."""
    matcher.set_seq1(name)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0


@cache
def _index_names(language: str | None, *, firm: bool) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of each name, as it stands and in lower case; of `firm` names only, or of all."""
    index: dict[str, set[str]] = {}
    for name in read_names():
        if name.code and language in (None, name.language) and not (firm and name.weak == "rival"):
            for text in (name.text, name.text.casefold()):
                index.setdefault(text, set()).add(name.code)
    return {text: tuple(sorted(codes)) for text, codes in index.items()}


@cache
def _index_codes() -> Mapping[str, str]:
    """Return the code of each country or area by its letters, alpha-2 and alpha-3."""
    areas = read_areas().values()
    return {letters: area.code for area in areas for letters in (area.alpha_2, area.code)}
