"""The country from whose capital a text is datelined: "Nairobi, 9 June 2022 – The Foreign Minister received"."""

import re

from geo.clauses.frames.rules import read_rule_words
from geo.languages.packs import read_lists
from geo.names.mentions import find_mentions

_POSTS = read_rule_words("en", "datelines", "posts")
_HEAD = 800  # characters of a text in which its dateline stands
_LINE = re.compile(
    r"""
    ^(?P<city> [A-Z][\w'’.-]+ (?:\ [A-Z][\w'’.-]+){0,2} )
    (?P<told> [^\n.;:!?–—]{0,45}? )                      # a day, an agency
    (?: \s(?:-|--|–|—)\s | \s*$ )
    """,
    re.MULTILINE | re.VERBOSE,
)


def list_home_posts(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the offices that are that country's where the text says nothing else: ("foreign minister", "KEN")."""
    home = find_dateline(text) if language == "en" else None
    return tuple((post, home) for post in sorted(_POSTS)) if home else ()


def find_dateline(text: str) -> str | None:
    """Return the code of that country; None without such a line, and for cities where organisations have their seat."""
    seats = read_lists("en", "clauses", "locating")["seats"]
    for line in _LINE.finditer(text[:_HEAD]):
        city = line["city"]
        dated = any(map(str.isdigit, line["told"])) or city.isupper()
        # Names of cities are read in capitals only here.
        named = find_mentions(city.title(), "en") if dated and city.lower() not in seats else []
        if len(named) == 1 and named[0].rule == "capital" and named[0].end - named[0].start == len(city):
            return named[0].code
    return None
