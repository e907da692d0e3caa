"""The reasons for which a name or a number is left out; data/wording says each in the reader's language."""

from typing import Literal

Reason = Literal[
    "a line of capitals",
    "part of a person's name",
    "the state of the United States",
    "a place that bears the name",
    "a word beside it tells of another place",
    "two names of a list",
    "the first peoples of America",
    "goods or a firm of the name",
    "the text gives these letters another meaning",
    "a language",
    "the Americas",
    "the title of a ruler",
    "part of a transcribed name",
    "no name in Simplified Chinese",
    "the text names none of the candidates in full",
    "a longer name begins there",
    "a short form that nothing supports",
    "the beginning of another word",
    "the side of one country",
    "中 is 'in' here",
    "a range that does not rise",
    "countries and organisations are counted in whole numbers",
    "more countries than there are",
    "the money of several countries",
    "a number that cannot be read",
    "a cell that cannot be read as a number",
    "a row of a table with more or fewer cells than the others",
]


def name_longer(name: str) -> str:
    """Return the reason to leave out what only begins a longer name, which is told.

    >>> name_longer("Indian Ocean")
    'part of a longer name: Indian Ocean'
    """
    return f"part of a longer name: {name}"
