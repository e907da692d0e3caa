"""The words and forms of site furniture of every language, read from `languages/<code>/furniture.toml` and filled in.

A form may hold `<day>`, `<spelt>` and `<clock>`, a date in figures, one with the month's name and a time of day,
`<network>`, a place to share on, `<name>`, a person's name of two to four words, and `<no place>`, before a name that is no
country's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from geo.languages.packs import read_packs

_PACKS = read_packs("furniture")
# A pack of a script of its own is asked only about lines that have a letter of it.
_SCRIPTS = {
    "Han": re.compile("[\u3400-\u9fff]"),
    "Cyrillic": re.compile("[\u0400-\u04ff]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
}


class Forms:
    """Forms that describe a line from end to end, asked script by script."""

    def __init__(self, by_script: Mapping[str, Sequence[str]], before: str = "", after: str = "") -> None:
        """Take the forms of each script, and what may stand before and after any of them."""
        self._patterns = {
            script: re.compile(rf"\s*{before}(?:{'|'.join(forms)}){after}\s*", re.IGNORECASE)
            for script, forms in by_script.items()
            if forms
        }

    def fits(self, line: str, scripts: Sequence[str]) -> bool:
        """Tell a line that one of the forms of these scripts describes."""
        patterns = (self._patterns[script] for script in scripts if script in self._patterns)
        return any(pattern.fullmatch(line) for pattern in patterns)


def list_scripts(line: str) -> Sequence[str]:
    """Return the scripts whose forms a line may fit: the Latin one, "", and those that it has a letter of."""
    if line.isascii():
        return ("",)
    return ("", *(script for script, letter in _SCRIPTS.items() if letter.search(line)))


def gather(key: str) -> tuple[str, ...]:
    """Return what every language has under a key, a list of forms or a row of words."""
    found = (pack.get(key, ()) for pack in _PACKS)
    return tuple(form for forms in found for form in (forms.split() if isinstance(forms, str) else _list(forms)))


def gather_forms(key: str) -> str:
    """Return one alternation of what every language has under a key as one form."""
    return "|".join(_fill(str(pack[key])) for pack in _PACKS if key in pack)


def gather_by_script(key: str) -> dict[str, tuple[str, ...]]:
    """Return the forms under a key of each script, "" for the Latin one, whose forms are asked about every line."""
    found: dict[str, tuple[str, ...]] = {}
    for pack in _PACKS:
        script = str(pack.get("script", ""))
        found[script] = found.get(script, ()) + tuple(map(_fill, _list(pack.get(key, ()))))
    return found


def gather_rules(table: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the forms of a table by rule and script: those of whole "lines", or of labels that lead ("leads") to the next."""
    lines: dict[str, dict[str, tuple[str, ...]]] = {}
    for pack in _PACKS:
        rules, script = pack[table], str(pack.get("script", ""))
        assert isinstance(rules, dict)
        for rule, forms in rules.items():
            ours = lines.setdefault(rule, {})
            ours[script] = ours.get(script, ()) + tuple(map(_fill, forms))
    return lines


def _list(forms: object) -> Iterator[str]:
    if isinstance(forms, list | tuple):
        yield from map(str, forms)


def _fill(form: str) -> str:
    for mark, meant in _MARKS.items():
        form = form.replace(mark, meant)
    return form


def _write_months() -> str:
    """Return a day of a month by its name, as Spanish, French, Portuguese, German, Russian and Arabic put it."""
    months = "|".join(str(pack["months"]) for pack in _PACKS if "months" in pack)
    return rf"\d{{1,2}}(?:er|[.º°])?\s(?:de\s)?(?:{months})\.?,?"


DAY = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
    r"|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d{2})"
)
CLOCK = r"\d{1,2}[:h]\d{2}(?::\d{2})?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
# A day of a month by its name, without its year.
_SHORT_DAY = _write_months()
SPELT = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun)\.?,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|{_SHORT_DAY}\s(?:del?\s)?\d{{4}}(?:\sг(?:\.|ода)?|\sم)?)"
)
_NETWORK = (
    "(?:facebook|twitter|x|whatsapp|telegram|linkedin|instagram|pinterest|reddit|messenger|viber|skype|bluesky"
    "|threads|e-?mails?|vkontakte|vk)"
)
_WORD = "[A-ZÀ-ÖØ-ÞŁŚŠŽ][\\w.’'-]{1,20}"
_NO_PLACE = rf"(?-i:(?!(?:{'|'.join(gather('place_words'))})\b))"
_MARKS = {
    "<day>": DAY,
    "<clock>": CLOCK,
    "<spelt>": SPELT,
    "<network>": _NETWORK,
    "<no place>": _NO_PLACE,
    "<name>": rf"{_NO_PLACE}(?-i:{_WORD}(?: (?:(?:de|del|da|do|dos|das|la|van|von|bin|al) )?{_WORD}){{1,3}})",
}
