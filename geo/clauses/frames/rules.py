"""The words that a single rule of a clause reader is about, as data of its language (languages/<code>/rules.toml)."""

from geo.languages.packs import read_lists


def read_rule_words(language: str, module: str, name: str) -> frozenset[str]:
    """Return one list of words of one module's rules.

    >>> "president" in read_rule_words("en", "mending", "titles")
    True
    """
    return frozenset(read_lists(language, "rules", module)[name])
