"""Numbers as a reader says them: 89, 76.3 million, 8.35亿."""

from collections.abc import Mapping

from geo.base.records import Bound

# From where on a number is said with a word, and how many digits that word stands for, largest first; other languages
# write it out.
_SCALES: Mapping[str, tuple[tuple[float, float, str], ...]] = {
    "en": ((1e9, 1e9, " billion"), (1e6, 1e6, " million")),
    "zh": ((1e8, 1e8, "亿"), (1e5, 1e4, "万")),
}
# Beyond these digits what a press text states is rounding.
_DIGITS = 6
_DECIMALS = 2


def write_number(value: float, language: str) -> str:
    """Return a number in words of the language, exact to six digits.

    >>> write_number(89, "en"), write_number(76_300_000, "en"), write_number(835_000_000, "zh"), write_number(0.3, "en")
    ('89', '76.3 million', '8.35亿', '0.3')
    """
    for least, unit, word in _SCALES.get(language, ()):
        if abs(value) >= least:
            return f"{round(value / unit, _DIGITS):,.{_DIGITS}f}".rstrip("0").rstrip(".") + word
    return f"{value:,.{_DECIMALS if abs(value) >= 1 else _DIGITS}f}".rstrip("0").rstrip(".")


# How a number that is not exact is written where there is no room for words.
_MARKS: Mapping[Bound, str] = {
    "exact": "{value}",
    "more_than": "{value}+",
    "at_least": "{value}+",
    "nearly": "~{value}",
    "about": "~{value}",
    "at_most": "≤{value}",
    "less_than": "<{value}",
    "between": "{value}–{value_to}",
}


def write_bounded(value: float, value_to: float | None, bound: Bound, language: str) -> str:
    """Return a stated number with a sign for how it is meant.

    >>> write_bounded(80, None, "more_than", "en"), write_bounded(10, 12, "between", "en")
    ('80+', '10–12')
    """
    end = value if value_to is None else value_to
    return _MARKS[bound].format(value=write_number(value, language), value_to=write_number(end, language))
