"""The unit that a Chinese noun means by its end: 外交官 are people, 受援国 are countries."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import cast

from geo.languages.packs import read_pack
from geo.nouns.chinese_words import Word, read_words


@lru_cache(maxsize=4096)
def find_unit(noun: str) -> str | None:
    """Return the known unit that a noun means, None where it is a unit of its own.

    >>> find_unit("缔约国"), find_unit("机器人"), find_unit("病床")
    ('countries', None, None)
    """
    endings = _index_endings()
    for start in range(max(0, len(noun) - 6), len(noun)):
        unit = endings.get(noun[start:])
        if unit and not _is_exception(noun, unit):
            return unit
    return None


def name_unit(noun: str, measure: str, before: Iterable[Word]) -> str:
    """Return the unit of a noun behind a measure word; `before` are the words between the two."""
    if noun.endswith(tuple(read_words("doses", "nouns"))):
        return "doses" if measure in read_words("doses", "measures") else noun
    if noun.endswith(tuple(read_words("institution", "words"))):
        beside = read_words("institution", "beside")
        international = any(word.kind == "organisation" or word.text in beside for word in before)
        return "organisations" if international or noun.startswith(tuple(beside)) else noun
    return find_unit(noun) or _find_common(noun) or noun


def name_case(noun: str) -> str:
    """Return what 例 counts with a noun: persons and illnesses are cases, 手术 and others themselves."""
    return "病例" if find_unit(noun) == "people" or noun.endswith(("病例", "病", "感染")) else noun


def _find_common(noun: str) -> str | None:
    """Return the common noun that ends a compound, so that 建设项目 are 项目."""
    return next((end for end in (noun[-3:], noun[-2:]) if end in _common_nouns()), None)


@cache
def _common_nouns() -> frozenset[str]:
    return frozenset(word for word in read_words("bare", "words") | read_words("agents", "words") if len(word) > 1)


@cache
def _index_endings() -> dict[str, str]:
    pack = read_pack("zh", "nouns")
    tables = [cast(Mapping[str, list[str]], pack[table]) for table in ("endings", "also")]
    return {ending: unit for table in tables for unit, endings in table.items() for ending in endings}


def _is_exception(noun: str, unit: str) -> bool:
    pack = read_pack("zh", "nouns")
    others = tuple(cast(Mapping[str, list[str]], pack["not"]).get(unit, ()))
    kept = tuple(cast(Mapping[str, list[str]], pack["also"]).get(unit, ()))
    return noun.endswith(others) and not (kept and noun.endswith(kept))
