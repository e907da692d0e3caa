"""Patterns: the literal strings that are searched for, and what each one says about the text it is found in.

A pattern emits nothing (a shield), one mention, or several at places inside it (中日韩). What
can be decided for a pattern is decided when it is made; the others name the check that looks at their surroundings.
"""

from typing import Literal, NamedTuple, get_args

from geo.base.records import Kind

Check = Literal[
    "", "capitals", "state", "person", "surname", "tongue", "continent", "traditional", "foreign", "sultan",
    "named", "support", "native", "namesake", "paper", "telling", "inverted", "federal",
]  # fmt: skip
CHECKS: frozenset[str] = frozenset(get_args(Check))
# Where such a name stands, the whole document is asked what it means (geo.names.homographs).
DOUBTED: frozenset[str] = frozenset({"person", "surname", "state", "namesake", "native"})
Role = Literal["name", "place", "shield", "before", "after", "group", "list"]
Rule = Literal[
    "name", "short", "variant", "former", "abbreviation", "demonym", "province", "frame", "region", "organisation",
]  # fmt: skip
RULES: frozenset[str] = frozenset(get_args(Rule))
# A part that stands for the whole: counted only where that is asked for.
PLACE_RULES: frozenset[str] = frozenset({"capital", "city", "province"})
# A full name: what decides which country an ambiguous short form means.
ANCHORS: frozenset[str] = frozenset(
    {"name", "short", "variant", "former", "abbreviation", "region", "organisation", "capital", "city"}
)


class Emission(NamedTuple):
    """A mention that a pattern makes: its place in the pattern and the codes it may have.

    With one code there is nothing to decide. With several the text decides, and `usual` is taken where it names none
    of them; without a usual code the mention is refused then.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    usual: str | None
    rule: str


class Pattern(NamedTuple):
    """One literal string, what it emits, and when.

    `languages` are those of the texts it is read in, None for all. `edges` asks for word edges on both sides. `role`
    tells a name or a place from a short form; in a form "before" the short character stands at the end (访X), in one "after" at
    the beginning (X方), in a "group" at both. What is `traditional` is read only where the original of the plain text
    is in Traditional Chinese.
    """

    text: str
    role: Role
    emissions: tuple[Emission, ...]
    languages: frozenset[str] | None = None
    edges: bool = False
    check: Check = ""
    otherwise: tuple[Emission, ...] = ()
    traditional: bool = False


def find_kind_of(code: str) -> Kind:
    """Return the kind of a code by its form alone.

    >>> find_kind_of("KHM"), find_kind_of("142"), find_kind_of("org:who")
    ('country', 'region', 'organisation')
    """
    if len(code) == 3:
        return "region" if code.isdigit() else "country"
    return "organisation" if code.startswith("org:") else "region"
