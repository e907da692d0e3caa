"""The gazetteer of a language of this room, compiled when its first text is read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations

from geo.names.by_language.checks import make_checks
from geo.names.by_language.edges import make_edges
from geo.names.by_language.name_tables import index_by_text, read_language_names
from geo.names.by_language.packs import NamePack, fold, read_name_pack
from geo.names.by_language.written_forms import list_written_forms, strip_accents
from geo.names.gazetteer import Gazetteer, Name, build_automaton, list_acronyms, make_pattern, make_step, merge
from geo.names.patterns import Emission, Pattern

_SURE = frozenset({"name", "short", "variant", "former", "abbreviation"})
_RUN = 3  # short forms that are written together: 日米韓


@cache
def compile_language(language: str) -> Gazetteer:
    """Return the gazetteer of a language: its own names and the acronyms of organisations."""
    return make_language_gazetteer(read_language_names(language), read_name_pack(language))


def make_language_gazetteer(names: Sequence[Name], pack: NamePack) -> Gazetteer:
    """Return the gazetteer of some names in the language of a pack."""
    patterns = merge(
        [*_make_names(names, pack), *_make_short_forms(pack), *_make_streets(names, pack), *list_acronyms()]
    )
    steps = tuple(make_step(pattern) for pattern in patterns)
    return Gazetteer(
        automaton=build_automaton(patterns),
        patterns=patterns,
        steps={None: steps, "other": steps},
        starts=frozenset(),
        openings=frozenset(),
        words=frozenset(),
        natives={},
        reach=max(len(pattern.text) for pattern in patterns),
        fits=make_edges(pack),
        explain=make_checks(pack, _list_sure(names), _list_tongues(names, pack), _list_citations(names)),
        fold=lambda text: fold(text, pack.folds),
    )


def _make_names(names: Iterable[Name], pack: NamePack) -> Iterator[Pattern]:
    """Yield a pattern for each way to write each name; the names as they stand come before other forms of names.

    Of adjectives and inhabitants, a form that its surroundings decide comes before the same form of a sure one: الفرنسية
    is also the language, of فرنسية and not of فرنسي.
    """
    grouped = index_by_text(names)
    forms = {text: list_written_forms(text, meanings[0].rule, pack) for text, meanings in grouped.items()}
    for text, meanings in grouped.items():
        yield make_pattern(text, pack.language, meanings)
    for text, meanings in sorted(grouped.items(), key=lambda item: _rank(item[1][0])):
        yield from _vary(make_pattern(text, pack.language, meanings), forms[text][1:])


def _rank(name: Name) -> tuple[bool, bool, bool]:
    """Return the rank of a name's forms among equal ones: Španělska is a case of Španělsko before it is španělská."""
    return name.rule == "demonym", name.weak != "tongue", not name.weak


def _vary(pattern: Pattern, forms: Iterable[str]) -> Iterator[Pattern]:
    """Yield the pattern of a name for other forms of it: they say the same."""
    said: dict[int, tuple[tuple[Emission, ...], tuple[Emission, ...]]] = {}
    for form in forms:
        size = len(form)
        if size not in said:
            said[size] = _resize(pattern.emissions, size), _resize(pattern.otherwise, size)
        emissions, otherwise = said[size]
        yield Pattern(form, pattern.role, emissions, pattern.languages, pattern.edges, pattern.check, otherwise)


def _resize(emissions: Iterable[Emission], size: int) -> tuple[Emission, ...]:
    return tuple(emission._replace(end=size) for emission in emissions)


def _make_streets(names: Iterable[Name], pack: NamePack) -> Iterator[Pattern]:
    """Yield the streets and squares that are called after countries: "Plaza de España", "Avenida Brasil"."""
    streets, languages = sorted(pack.words.get("street", ())), frozenset({pack.language})
    for text in sorted({name.text for name in names if len(name.code) == 3 and name.rule in _SURE}):
        yield from (Pattern(street + text, "shield", (), languages, edges=True) for street in streets)


def _make_short_forms(pack: NamePack) -> Iterator[Pattern]:
    """Yield the short forms of countries that are written together (日米韓) or in a frame (訪米, 米大統領)."""
    shorts = pack.characters
    for count in range(2, _RUN + 1):
        for run in permutations(shorts, count):
            yield _make_run(run, pack)
    for short in shorts:
        yield from (_make_run(("", short), pack, before) for before in pack.frames_before)
        yield from (_make_run((short,), pack, "", after) for after in pack.frames_after)


def _make_run(run: Sequence[str], pack: NamePack, before: str = "", after: str = "") -> Pattern:
    """Return the pattern of short forms that stand together between two words."""
    emissions, place = [], len(before)
    for short in filter(None, run):
        code = pack.characters[short]
        emissions.append(Emission(place, place + len(short), (code,), code, "frame"))
        place += len(short)
    text = before + "".join(run) + after
    return Pattern(text, "name", tuple(emissions), frozenset({pack.language}), edges=True)


def _list_sure(names: Iterable[Name]) -> frozenset[str]:
    """Return the names that mean one country whatever stands beside them."""
    return frozenset(name.text for name in names if name.code and not name.weak and name.rule in _SURE)


def _list_tongues(names: Iterable[Name], pack: NamePack) -> frozenset[str]:
    """Return the ways to write the names that are also those of languages."""
    tongues = (name for name in names if name.weak == "tongue")
    return frozenset(form for name in tongues for form in list_written_forms(name.text, name.rule, pack))


def _list_citations(names: Iterable[Name]) -> frozenset[str]:
    """Return the names of languages in the form that is the language itself; with a capital it may be an inhabitant."""
    texts = {name.text for name in names if name.weak == "tongue"}
    return frozenset({*texts, *map(strip_accents, texts)})
