"""What the name of a statistic counts: "Population, total" people, "Land area (sq. km)" area, "Forest area (% of land)" per cent.

Such a name stands over columns of years. It begins with its noun; what follows a comma, a preposition or stands in
brackets says more of it. Elsewhere these nouns count nothing: "Population" over one column may stand for a rate's base.
"""

import re

from geo.languages.packs import read_names
from geo.nouns.titles import Counted
from geo.statements.tabulations.units import find_title_unit

_BRACKETED = re.compile(r"\(([^()]{1,60}|[^()]{0,40}\([^()]{1,20}\)[^()]{0,40})\)")
_HEAD_END = re.compile(
    r"[,;:(]|\s(?:at|by|of|in|per|to|for|from|aged?|ages|under|over|living|below|above|between|using)\b|\s[-–]\s"
)
_PER_CENT = re.compile(r"(?<!\d)%|\bper ?cent\b", re.IGNORECASE)
_PER = re.compile(r"\bper\b|/", re.IGNORECASE)
# What a sum of money is given in that is no currency: a dollar of equal purchasing power, each country's own money.
_NO_CURRENCY = re.compile(r"\binternational (?:\$|dollars?)|\bLCU\b|\blocal currency\b|\bPPP \$", re.IGNORECASE)
# "Euro area" is a place, "Land area (sq. km)" a figure.
_MEASURED = frozenset({"area", "land"})
_MEASURES = re.compile(r"\b(?:km2?|ha|hectares?|miles?|acres?|kilomet(?:re|er)s?)\b|km²", re.IGNORECASE)
_MOST_WORDS, _LONGEST_HEAD = 16, 4


def read_indicator(text: str) -> Counted | None:
    """Return what a statistic counts by its name alone, None where the rules of any caption serve.

    >>> read_indicator("Population, total"), read_indicator("Forest area (% of land area)")
    (Counted(unit='people', noun='population'), Counted(unit='percent', noun=None))
    >>> read_indicator("Population density (people per sq. km)"), read_indicator("GDP (current US$)")
    (Counted(unit='density', noun='density'), None)
    """
    name = " ".join(text.split())
    if len(name.split()) > _MOST_WORDS or name.endswith((".", ":", "!", "?")) or not name:
        return None
    said = " ".join(_BRACKETED.findall(name))
    if _PER_CENT.search(said):
        return Counted("percent", None)
    head = _HEAD_END.split(name, maxsplit=1)[0].lower().split()
    if not head or len(head) > _LONGEST_HEAD:
        return None
    found = _find_head(head)
    if found is None or _NO_CURRENCY.search(said):
        return found
    money = find_title_unit(name)
    unsure = (found.unit == "people" and _PER.search(said)) or (found.unit in _MEASURED and not _MEASURES.search(name))
    return None if unsure or (money and money.unit.isupper()) else found


def is_rate(unit: str) -> bool:
    """Tell a unit whose numbers do not add up over places: an expectancy, a density."""
    return unit in read_names("en", "tables", "rates").values()


def _find_head(head: list[str]) -> Counted | None:
    """Return what the last words of a name's head count; two words ("labour force") go before one."""
    known = {**read_names("en", "tables", "indicators"), **read_names("en", "tables", "rates")}
    for words in (" ".join(head[-2:]), head[-1]):
        if words in known:
            return Counted(known[words], words)
    return None
