"""The ways in which a name is written: in its cases, in capitals, without accents, with the letters often written."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from geo.names.by_language.inflections import inflect
from geo.names.by_language.packs import NamePack

_ACCENTS = re.compile("[\u0300-\u036f]")
_BARRED = str.maketrans("łŁđĐøØ", "lLdDoO")
_MOST_IN_CAPITALS = 3  # words of a name that stands in a headline of capitals
_SHORTEST = 4  # letters of a name that is still itself without accents: "Irã" is no "Ira"
# A part is a name, an adjective or an inhabitant: Шотландия, шотландский.
_INFLECTED_AS_DEMONYMS = frozenset({"demonym", "province"})
_AS_THEY_STAND = frozenset({"abbreviation", "frame"})


def list_written_forms(name: str, rule: str, pack: NamePack) -> list[str]:
    """Return the ways to write a name that has a rule of geo.names.patterns, the name itself first."""
    if rule in _AS_THEY_STAND or not name:
        return [name]
    demonym = rule in _INFLECTED_AS_DEMONYMS
    forms = inflect(name, pack, demonym=demonym)
    if rule == "province":
        forms += inflect(name, pack)
    begins = pack.capitals and (demonym or rule == "shield")
    written = [way for form in forms for way in _list_capitals(form, pack, begins)]
    return list(dict.fromkeys([*written, *(other for form in written for other in _list_letters(form, pack))]))


def _list_capitals(form: str, pack: NamePack, begins: bool) -> Iterator[str]:
    """Yield a form as it stands, in capitals and, where it may begin a sentence that way, with a capital."""
    yield form
    upper = (form.translate(pack.uppercase) if pack.uppercase else form).upper()
    if len(form) > 2 and upper != form and form.count(" ") < _MOST_IN_CAPITALS:
        yield upper
    if begins and form[:1].islower():
        yield upper[0] + form[1:]
        if "-" in form[:-1]:
            yield "-".join(part[:1].upper() + part[1:] for part in form.split("-"))


def _list_letters(form: str, pack: NamePack) -> Iterator[str]:
    """Yield a form with the letters that are often written for its own, and without accents."""
    other = form.translate(pack.letters) if pack.letters else form
    if other != form:
        yield other.upper() if form.isupper() else other
    if pack.without_accents:
        bare = strip_accents(form)
        if bare != form and len(form) >= _SHORTEST:
            yield bare


def strip_accents(text: str) -> str:
    """Return a text without accents.

    >>> strip_accents("Etats-Unis d’Amérique à côté")
    'Etats-Unis d’Amerique a cote'
    """
    return normalize("NFC", _ACCENTS.sub("", normalize("NFD", text))).translate(_BARRED)
