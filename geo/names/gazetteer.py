"""The names of Chinese and English (geo.names.known_names), with places, short forms and shields, in one automaton."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from geo.base.collection import without_collection
from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.base.records import Kind
from geo.base.rows import read_rows
from geo.names.contexts import explain_refusal, has_word_edges
from geo.names.english_forms import complete_english
from geo.names.known_names import LANGUAGES, STANDINGS, Name, list_organisations, read_names
from geo.names.patterns import Check, Emission, Pattern, find_kind_of
from geo.names.short_form_patterns import make_short_forms, read_shorts
from geo.names.toponyms import list_toponyms
from geo.names.word_edges import NO_LEXICON, Lexicon, NameLists, make_lexicon
from geo.numbers.currencies import list_current_codes, name_currency
from geo.text.scripts import simplify

_UNSURE = frozenset({"rival", "traditional", "otherwise"})
_CHINESE = frozenset({"zh"})
_OTHER = "other"
_NONE = frozenset[str]()
_BRACKETS = ("()", "[]", "〔〕", "【】", "﹝﹞", "〈〉")


class Plain(NamedTuple):
    """A name that needs no look at its surroundings but at its edges: what its mention says.

    The edges of a Latin name are told by the `letters` beside it. Those of a Chinese one are sure unless the character
    beside it is one that stands there inside a word, which `before` and `after` hold.
    """

    letters: bool
    before: frozenset[str]
    after: frozenset[str]
    text: str
    kind: Kind
    code: str
    rule: str


Step = Plain | Pattern | None


def _list_own_hidden(shield: str) -> tuple[Emission, ...]:
    """Return the names of the gazetteer of all languages inside a shield."""
    return list_hidden(shield)


class Gazetteer(NamedTuple):
    """The compiled names: the automaton answers with places in `patterns`.

    `steps` holds, by language, what each pattern does in a text of it: a plain name is a mention, a pattern is weighed,
    and None is passed over. `openings` holds the first two characters of every Chinese name and place, `lexicon` the
    words and names of Chinese, `natives` the names that are sure in a Traditional text, `reach` the length of the
    longest pattern. `fits` tells whether a place with edges is a whole word, `explain` why a name that has a check is
    none, `list_hidden` the names inside a shield, `fold` makes a text one in which the names are found, every offset
    unchanged.
    """

    automaton: AhoCorasick
    patterns: tuple[Pattern, ...]
    steps: Mapping[str | None, tuple[Step, ...]]
    openings: frozenset[str]
    lexicon: Lexicon
    natives: Mapping[str, Pattern]
    reach: int
    fits: Callable[[str, int, int], bool] = has_word_edges
    explain: Callable[[Check, str, int, int], str | None] = explain_refusal
    fold: Callable[[str], str] = str
    list_hidden: Callable[[str], tuple[Emission, ...]] = _list_own_hidden

    def choose_steps(self, language: str | None) -> tuple[Step, ...]:
        """Return the steps for texts of a language, None for one that is not known."""
        return self.steps.get(language) or self.steps[_OTHER]


@cache
def compile_gazetteer() -> Gazetteer:
    """Return the gazetteer of all languages, made at the first call.

    It takes a second and is not kept in a file: to read the patterns back takes longer than to make them, and the
    automaton has to be built again in any case.
    """
    with without_collection():
        return make_gazetteer(read_names())


def make_gazetteer(names: Sequence[Name]) -> Gazetteer:
    """Return the gazetteer of some names, with all places and short forms."""
    chinese = [name.text for name in names if name.language == "zh"]
    named = complete_english([*_make_names(names), *list_toponyms(), *_make_tongues(names), *_make_money()])
    patterns = merge([*named, *make_short_forms(chinese)])
    traditional = tuple(_simplify(patterns))
    patterns = merge([*patterns, *traditional])
    lexicon = _make_lexicon(patterns, names)
    steps = [make_step(pattern, lexicon) for pattern in patterns]
    return Gazetteer(
        automaton=build_automaton(patterns),
        patterns=patterns,
        steps={language: _gate(patterns, steps, language) for language in (*LANGUAGES, None, _OTHER)},
        openings=_list_openings(patterns),
        lexicon=lexicon,
        natives=_list_natives(patterns, traditional),
        reach=max(len(pattern.text) for pattern in patterns),
    )


def build_automaton(patterns: Iterable[Pattern]) -> AhoCorasick:
    """Return the automaton that finds the leftmost and longest of some patterns."""
    return AhoCorasick(
        [pattern.text for pattern in patterns],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )


def list_acronyms() -> Iterator[Pattern]:
    """Yield the acronyms of organisations that are read in every language."""
    bodies = (name for name in list_organisations() if name.text.isupper())
    yield from (make_pattern(body.text, "en", [body]) for body in bodies)


@cache
def list_hidden(shield: str) -> tuple[Emission, ...]:
    """Return the names inside a shield, with their places in it, in order.

    >>> [(hidden.start, hidden.end, hidden.codes) for hidden in list_hidden("Gulf of Guinea")]
    [(8, 14, ('GIN',))]
    """
    return find_hidden(compile_gazetteer(), shield)


def find_hidden(gazetteer: Gazetteer, shield: str) -> tuple[Emission, ...]:
    """Return the names of a gazetteer inside a shield, with their places in it, in order."""
    found: list[Emission] = []
    for start in range(len(shield)):
        # Without its last character the shield is not found itself.
        part = shield[start:] if start else shield[:-1]
        hits = gazetteer.automaton.find_matches_as_indexes(part)
        pattern = gazetteer.patterns[hits[0][0]] if hits and not hits[0][1] else None
        if pattern is None or pattern.role != "name" or not pattern.emissions or (found and start < found[-1].end):
            continue
        stop = start + len(pattern.text)
        if not pattern.edges or gazetteer.fits(shield, start, stop):
            found.append(pattern.emissions[0]._replace(start=start, end=stop))
    return tuple(found)


def _make_names(names: Iterable[Name]) -> Iterator[Pattern]:
    """Yield a pattern for each name and each way it is written."""
    grouped: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        grouped.setdefault((name.text, name.language), []).append(name)
    for (text, language), meanings in grouped.items():
        for spelling in _list_spellings(text, language, meanings[0]):
            yield make_pattern(spelling, language, meanings)


def make_pattern(text: str, language: str, meanings: list[Name]) -> Pattern:
    """Return the pattern of one spelling; names of more than one code need a rule that decides."""
    first = meanings[0]
    latin = language != "zh"
    if first.rule == "shield":
        return Pattern(text, "shield", (), frozenset({language}), latin)
    _check_meanings(meanings)
    emissions = tuple(_make_emission(text, first.rule, group) for group in _part_otherwise(meanings))
    if first.weak == "support":
        # What nothing beside it supports waits for the text to name the country in full.
        emissions = (emissions[0], emissions[0]._replace(usual=None))
    checks = [name.weak for name in meanings if name.weak not in STANDINGS]
    traditional = "traditional" in checks
    check = cast(Check, checks[0] if checks else "")
    languages = _list_languages(first, text)
    return Pattern(text, "name", emissions[:1], languages, latin, check, emissions[1:], traditional)


def _part_otherwise(meanings: list[Name]) -> list[list[Name]]:
    """Return the meanings, and apart from them those of a name whose check refuses it, if there are any."""
    first = [name for name in meanings if name.weak != "otherwise"]
    return [group for group in (first, [name for name in meanings if name.weak == "otherwise"]) if group]


def _make_emission(text: str, rule: str, meanings: list[Name]) -> Emission:
    """Return the mention of a name that has one or several meanings."""
    usual = [name.code for name in meanings if name.weak != "rival"]
    codes = tuple(dict.fromkeys(name.code for name in meanings))
    return Emission(0, len(text), codes, usual[0] if usual else None, rule)


def _check_meanings(meanings: list[Name]) -> None:
    """Raise DataError for a name that two codes claim without a rule that decides."""
    firm = {name.code for name in meanings if name.weak not in ("rival", "otherwise")}
    if len(firm) > 1:
        raise DataError(f"{meanings[0].text!r} is claimed by {', '.join(sorted(firm))}; mark all but one as rival")


def _list_languages(name: Name, text: str) -> frozenset[str] | None:
    """Return the languages of the texts in which a name, as it is spelt, is read, None for all.

    A Chinese name is plain in any text; an English one is read in Chinese texts too, but not in its other neighbours.
    An acronym of an organisation is read everywhere.
    """
    if name.rule == "organisation" and text.isupper():
        return None
    return frozenset(LANGUAGES) if name.rule != "demonym" and name.language in LANGUAGES else frozenset({name.language})


def _list_spellings(text: str, language: str, name: Name) -> Iterator[str]:
    """Yield a name as it stands, with the other apostrophe, and in capitals where these are safe."""
    yield text
    if language == "zh":
        yield from _list_bracketed(text)
        return
    curly = text.replace("'", "’")
    if curly != text:
        yield curly
    if name.weak not in ("capitals", *STANDINGS) and len(text) > 3 and text.upper() != text:
        yield text.upper()
        yield from [curly.upper()] if curly != text else []


def _list_bracketed(text: str) -> Iterator[str]:
    """Yield a Chinese name that ends in brackets, like 刚果（布）, with the other brackets that are written."""
    if text.endswith("）"):
        yield from (text.replace("（", pair[0]).replace("）", pair[1]) for pair in _BRACKETS)


def _make_tongues(names: Iterable[Name]) -> Iterator[Pattern]:
    """Yield 希腊语, 希腊文 and 朝鲜族: a language, a script or a people is no mention of the country."""
    written = frozenset(read_rows(find_data_folder() / "names" / "zh_scripts.csv", lambda row: row["name"]))
    for name in names:
        if name.language == "zh" and len(name.code) == 3 and not name.weak and name.text[-1] not in "国國洲岛島":
            for last in "语語族文" if simplify(name.text, "zh") in written else "语語族":
                yield Pattern(name.text + last, "shield", (), _CHINESE)


def _make_money() -> Iterator[Pattern]:
    """Yield 印度卢比: a currency is no mention of its country, as 美元 is none."""
    for code in list_current_codes():
        name = name_currency(code, "zh")
        if name and name[0] > "\u2e80":
            yield Pattern(name, "shield", (), _CHINESE)


def merge(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Return the patterns without repetition: of equal strings the first stands, but a place says more than a shield."""
    merged: dict[str, Pattern] = {}
    for pattern in patterns:
        stands = merged.setdefault(pattern.text, pattern)
        if stands.role == "shield" and pattern.role == "place":
            merged[pattern.text] = pattern
    return tuple(merged.values())


def _simplify(patterns: Sequence[Pattern]) -> Iterator[Pattern]:
    """Yield the patterns that are written in Traditional characters, in those of the plain text.

    They are read where the original is Traditional: 威爾斯 is Wales, and 威尔斯 a family name.
    """
    plain = simplify("\n".join(pattern.text for pattern in patterns), "zh").split("\n")
    for pattern, text in zip(patterns, plain, strict=True):
        if text != pattern.text:
            yield pattern._replace(text=text, traditional=pattern.role != "shield")


def _list_natives(patterns: Iterable[Pattern], traditional: Iterable[Pattern]) -> Mapping[str, Pattern]:
    """Return the names that are sure in Traditional characters alone, by their text: 喬治亞, and not 乔治亚, is Georgia."""
    unsure = {pattern.text for pattern in patterns if pattern.emissions and not pattern.emissions[0].usual}
    names = (pattern for pattern in traditional if pattern.role == "name" and pattern.text in unsure)
    return {pattern.text: pattern for pattern in names if pattern.emissions and pattern.emissions[0].usual}


def _list_openings(patterns: Iterable[Pattern]) -> frozenset[str]:
    """Return the first two characters of the Chinese names and places among the patterns."""
    return frozenset(
        pattern.text[:2] for pattern in patterns if pattern.role in ("name", "place") and not pattern.edges
    )


def _make_lexicon(patterns: Iterable[Pattern], names: Iterable[Name]) -> Lexicon:
    """Return the lexicon of the Chinese names, places and shields among the patterns; and its sure groups."""
    chinese = [pattern for pattern in patterns if not pattern.edges]
    named = {pattern.text for pattern in chinese if pattern.role in ("name", "place")}
    unsure = {
        simplify(name.text, "zh") for name in names if name.weak in _UNSURE or find_kind_of(name.code) != "country"
    }
    shields = {pattern.text for pattern in chinese if pattern.role == "shield"}
    groups = {pattern.text for pattern in chinese if pattern.role == "group" and not pattern.check}
    shorts = [character for character in read_shorts() if len(character) == 1]
    return make_lexicon(NameLists(named, named - unsure, shields, groups, shorts))


def make_step(pattern: Pattern, lexicon: Lexicon = NO_LEXICON) -> Step:
    """Return what a pattern does in a text of its languages."""
    emission = pattern.emissions[0] if pattern.emissions else None
    if pattern.role not in ("name", "place") or pattern.check or pattern.traditional or emission is None:
        return pattern
    if len(emission.codes) > 1 or not emission.usual or emission.end - emission.start < len(pattern.text):
        return pattern
    code = emission.codes[0]
    before, after = lexicon.before.get(pattern.text[0], _NONE), lexicon.after.get(pattern.text[-1], _NONE)
    return Plain(pattern.edges, before, after, pattern.text, find_kind_of(code), code, emission.rule)


def _gate(patterns: Sequence[Pattern], steps: Sequence[Step], language: str | None) -> tuple[Step, ...]:
    """Return the steps for texts of a language: what is not read in it is passed over."""
    if language is None:
        return tuple(steps)
    read = {pattern.languages for pattern in patterns if pattern.languages is None or language in pattern.languages}
    return tuple(step if pattern.languages in read else None for pattern, step in zip(patterns, steps, strict=True))
