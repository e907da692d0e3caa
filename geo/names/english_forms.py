"""The other ways in which English names are written: shortened, hyphenated, inverted and in brackets.

Lists, tables and maps write "Korea, Dem. People's Rep.", "Iran (Islamic Republic of)", "S. Sudan", "Papua-New Guinea".
Each such form is made of a name as a longer string, so that it hides the shorter name inside it: nothing is left of
"Korea" for the other Korea to be read. How words are shortened is the reviewed table data/names/en_forms.csv.

A form that ends after a comma may as well be two items of a list ("Japan, Korea, South Africa"). Such a form is
weighed with the check `inverted`; where it is none, the names before and after the comma stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from unicodedata import combining, normalize

from geo.base.folders import find_data_folder
from geo.base.rows import read_rows
from geo.names.english_contexts import read_english_words
from geo.names.patterns import Pattern, find_kind_of

_COMPASS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"})
_DESCRIPTORS = _COMPASS | {"American", "British", "French", "Equatorial", "US", "U.S.", "United States"}
# "the Islamic Republic of Iran": what a state calls itself, and its name.
_OFFICIAL = re.compile(
    r"""(?:[Tt]he[ ])?
    (?P<designation>(?:[A-Z][\w'-]+[ ])*?(?:Republic|Kingdom|State|States|Commonwealth|Principality|Federation))
    [ ]of[ ](?P<article>the[ ])?
    (?P<base>[A-Z].+)""",
    re.VERBOSE,
)
_INITIALS = frozenset({"DPR", "PDR", "DR", "PR", "IR", "FS", "UR", "FR"})
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}")
_ELISION = re.compile(r"\b[a-z](?=')")
_SPACED_AND = re.compile(r" (?:&|and) ")
_MOST_SPACES = 4
_MOST_WORDS_OF_A_REGION = 3
# What stands in official names alone: nobody writes them with hyphens.
_TITLES = frozenset({"of", "and", "Kingdom", "State", "Commonwealth"})


def complete_english(patterns: Iterable[Pattern]) -> list[Pattern]:
    """Return the patterns, with the further forms of the English names of countries and regions among them behind."""
    made = list(patterns)
    names = {pattern.text: pattern for pattern in reversed(made) if _is_english(pattern)}
    made = [_add_items(pattern, names) if pattern.check == "inverted" else pattern for pattern in made]
    return [*made, *_list_english_forms(names), *_list_marks()]


def _list_english_forms(names: Mapping[str, Pattern]) -> Iterator[Pattern]:
    """Yield a pattern for each further form of each name, and each that ends in small letters also in capitals."""
    for pattern in names.values():
        if pattern.check != "inverted":
            yield from (_rewrite(pattern, form) for form in _list_forms(pattern.text))
    for pattern in names.values():
        for form in _invert(pattern, names):
            yield form
            if "(" not in form.text:
                yield form._replace(text=form.text.upper())


def _list_marks() -> Iterator[Pattern]:
    """Yield what stands behind a country's name where it is a town's: ", Pa.", " County". The document is asked then."""
    words = read_english_words()
    behind = [f", {word}" for kind in ("state", "state_short", "canadian") for word in sorted(words[kind])]
    beside = sorted(
        {
            word
            for one in read_rows(find_data_folder() / "names" / "en_homographs.csv", dict)
            for word in one["near"].split("/")
        }
        - {""}
    )
    for mark in [*behind, *(f" {word}" for word in sorted(words["township"])), *beside]:
        yield Pattern(mark, "shield", (), frozenset({"en"}), check="federal")


def _add_items(pattern: Pattern, names: Mapping[str, Pattern]) -> Pattern:
    """Return a pattern with the names that stand in it where it is two items of a list: "Taiwan, China"."""
    place, found = 0, []
    for part in re.split("(, )", pattern.text):
        if part in names:
            found.append(names[part].emissions[0]._replace(start=place, end=place + len(part)))
        place += len(part)
    return pattern._replace(otherwise=tuple(found))


def _is_english(pattern: Pattern) -> bool:
    """Tell whether a pattern is the English name of a country or region, as it is written in a text."""
    if pattern.role != "name" or not pattern.edges or not pattern.emissions:
        return False
    kind = find_kind_of(pattern.emissions[0].codes[0])
    return kind == "country" or (kind == "region" and pattern.text.count(" ") < _MOST_WORDS_OF_A_REGION)


def _rewrite(pattern: Pattern, text: str) -> Pattern:
    """Return the same names in another form."""
    emissions, otherwise = (
        tuple(emission._replace(end=len(text)) for emission in group)
        for group in (pattern.emissions, pattern.otherwise)
    )
    return pattern._replace(text=text, emissions=emissions, otherwise=otherwise)


def _list_forms(name: str) -> Iterator[str]:
    """Yield the forms of a name in the order of its words, each also in capitals."""
    forms = dict.fromkeys([*_shorten(name), *_hyphenate(name), *_strip_accents(name), *_undot(name)])
    for form in forms:
        yield form
        if len(form) > 3 and form.count(" ") <= _MOST_SPACES and any(map(str.islower, form)):
            yield form.upper()


def _shorten(name: str) -> Iterator[str]:
    """Yield a name of several words with each of them as it is written short.

    >>> list(_shorten("South Sudan"))
    ['South Sudan', 'S. Sudan', 'S.Sudan', 'S Sudan', 'Sth Sudan']
    """
    words = name.split(" ")
    short = _read_short_words()
    options = [(word, *short.get(word, ())) for word in words]
    if len(words) < 2:
        return
    for written in dict.fromkeys([*_choose_first(options), *_choose_one(options)]):
        yield written
        if " the " in written:
            yield written.replace(" the ", " ")
        if re.match(r"[NSEW]\. ", written):
            yield written.replace(". ", ".", 1)
        if " / " in written:
            yield written.replace(" / ", "/")


def _choose_first(options: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the words in every combination of whole and in the first way to shorten them."""
    yield from (" ".join(chosen) for chosen in product(*(option[:2] for option in options)))


def _choose_one(options: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the words with one of them shortened in each way, the others whole or all in the first way."""
    for place, option in enumerate(options):
        for others in (0, 1):
            rest = [other[min(others, len(other) - 1)] for other in options]
            yield from (" ".join([*rest[:place], word, *rest[place + 1 :]]) for word in option[1:])


def _hyphenate(name: str) -> Iterator[str]:
    """Yield a name with hyphens or dashes for its spaces, and with spaces for its hyphens: "Sri-Lanka", "Timor Leste"."""
    words = name.split(" ")
    if 1 < len(words) < 4 and not _TITLES & {*words} and all(word.replace("'", "").isalpha() for word in words):
        yield from ("-".join(words), "–".join(words))
        yield from (f"{words[0]}-{' '.join(words[1:])}", f"{' '.join(words[:-1])}-{words[-1]}")
    if name.count(" ") <= _MOST_SPACES:
        yield from (_SPACED_AND.sub(dash, name) for dash in "-–")
    if "-" in name.strip("-"):
        for dash in (" ", "–", "—", " - ", " – "):
            yield name.replace("-", dash)


def _strip_accents(name: str) -> Iterator[str]:
    """Yield a name in plain letters, and with a capital after an apostrophe: "Cote D'Ivoire"."""
    plain = "".join(sign for sign in normalize("NFD", name) if not combining(sign))
    for form in {name, plain}:
        if form != name and " " in name:
            yield form
        if _ELISION.search(form):
            yield _ELISION.sub(lambda letter: letter.group().upper(), form)


def _undot(name: str) -> Iterator[str]:
    """Yield an abbreviation without its last dot, and with spaces: "U.K", "U. K."."""
    if _ACRONYM.fullmatch(name):
        yield name[:-1]
        yield " ".join(re.findall(r"[A-Z]\.", name))


def _invert(pattern: Pattern, names: Mapping[str, Pattern]) -> Iterator[Pattern]:
    """Yield the forms of a name whose telling words stand behind: "Korea, North", "Congo (Dem. Rep. of the)"."""
    official = _OFFICIAL.fullmatch(pattern.text)
    if official and _shares_code(pattern, names.get(official["base"])):
        yield from _invert_official(pattern, official, names[official["base"]])
    for descriptor in _DESCRIPTORS:
        base = names.get(pattern.text.removeprefix(f"{descriptor} "))
        if base and base is not pattern and find_kind_of(pattern.emissions[0].codes[0]) == "country":
            yield from _invert_descriptor(pattern, descriptor, base)


def _shares_code(pattern: Pattern, base: Pattern | None) -> bool:
    return base is not None and not set(pattern.emissions[0].codes).isdisjoint(base.emissions[0].codes)


def _invert_official(pattern: Pattern, official: re.Match[str], base: Pattern) -> Iterator[Pattern]:
    """Yield the forms of an official name: "Iran, Islamic Rep.", "Korea (the Republic of)", "Congo DR"."""
    designation, name = official["designation"], official["base"]
    # Where the name alone may mean another country, every way to shorten the designation and to link it counts.
    ambiguous = len(base.emissions[0].codes) > 1 or base.check == "telling"
    links = ("", " of", " of the") if ambiguous else ("", f" of {official['article'] or ''}".rstrip())
    shortened = list(_shorten(designation)) or [designation, *_read_short_words().get(designation, ())]
    written = shortened if ambiguous else [designation, *shortened[1:3]]
    for word in dict.fromkeys([*written, *_initial(designation)]):
        if word != "Republic" and (ambiguous or word.isupper()):
            yield from (_rewrite(pattern, f"{word}{link} {name}") for link in links)
        for tail in _list_tails(word, links, whole=word == designation):
            yield _rewrite(pattern, f"{name} ({tail})")
            yield _guard(_rewrite(pattern, f"{name}, {tail}"), base)
        if ambiguous or word.isupper():
            yield _guard(_rewrite(pattern, f"{name} {word}"), base)


def _list_tails(word: str, links: Sequence[str], *, whole: bool) -> Iterator[str]:
    """Yield a designation as it stands behind a comma or in brackets; only a full one has an article."""
    yield from (f"{word}{link}" for link in links)
    if whole:
        yield from (f"{article} {word}{link}" for article in ("the", "The") for link in links[1:])


def _initial(designation: str) -> Iterator[str]:
    """Yield the initials of a designation where they are in use: "DPR", "D.P.R."."""
    letters = "".join(word[0] for word in designation.split(" "))
    if letters in _INITIALS:
        yield from (letters, "".join(f"{letter}." for letter in letters), ".".join(letters))


def _invert_descriptor(pattern: Pattern, descriptor: str, base: Pattern) -> Iterator[Pattern]:
    """Yield the forms of a name that begins with a compass word or an adjective: "Korea (South)", "Samoa, American"."""
    for word in (descriptor, *_read_short_words().get(descriptor, ())):
        yield _rewrite(pattern, f"{base.text} ({word})")
        yield _guard(_rewrite(pattern, f"{base.text}, {word}"), base)
        if descriptor in _COMPASS:
            yield _guard(_rewrite(pattern, f"{base.text} {word}"), base)


def _guard(pattern: Pattern, base: Pattern) -> Pattern:
    """Return a pattern that may be two items of a list: then the name before the comma stands."""
    return pattern._replace(check="inverted", otherwise=base.emissions[:1])


@cache
def _read_short_words() -> Mapping[str, tuple[str, ...]]:
    """Return how each word of the table is written short."""
    rows = read_rows(find_data_folder() / "names" / "en_forms.csv", lambda row: (row["word"], row["written"].split()))
    return {word: tuple(written) for word, written in rows}
