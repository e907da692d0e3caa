"""The gazetteer of a language of this room, compiled when its first text is read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations

from geo.base.collection import without_collection
from geo.names.by_language.checks import make_checks
from geo.names.by_language.edges import make_edges
from geo.names.by_language.name_tables import index_by_text, read_language_names
from geo.names.by_language.packs import NamePack, fold, read_name_pack
from geo.names.by_language.written_forms import list_written_forms, strip_accents
from geo.names.gazetteer import (
    Gazetteer,
    build_automaton,
    find_hidden,
    list_acronyms,
    make_pattern,
    make_step,
    merge,
)
from geo.names.known_names import Name
from geo.names.patterns import Emission, Pattern
from geo.names.word_edges import NO_LEXICON

# The letters of katakana and of Latin capitals, which begin a name beside Chinese characters.
_OTHER_SCRIPTS = tuple(map(chr, (*range(0x30A1, 0x30FB), 0x30FC, *range(ord("A"), ord("Z") + 1))))
_PARTNER = 8  # characters of a name that is short enough to be joined to a short form
_SURE = frozenset({"name", "short", "variant", "former", "abbreviation"})


@cache
def compile_language(language: str) -> Gazetteer:
    """Return the gazetteer of a language: its own names and the acronyms of organisations."""
    with without_collection():
        return make_language_gazetteer(read_language_names(language), read_name_pack(language))


def make_language_gazetteer(names: Sequence[Name], pack: NamePack) -> Gazetteer:
    """Return the gazetteer of some names in the language of a pack."""
    named = [*_make_names(names, pack), *list_acronyms()]
    short = [*_make_short_forms(pack), *_make_partners(named, pack), *_make_sequels(named, pack)]
    patterns = merge([*named, *short, *_make_streets(names, pack)])
    steps = tuple(make_step(pattern) for pattern in patterns)
    return Gazetteer(
        automaton=build_automaton(patterns),
        patterns=patterns,
        steps={None: steps, "other": steps},
        openings=frozenset(),
        lexicon=NO_LEXICON,
        natives={},
        reach=max(len(pattern.text) for pattern in patterns),
        fits=make_edges(pack),
        explain=make_checks(pack, _list_sure(names), _list_tongues(names, pack), _list_citations(names, pack)),
        fold=(lambda text: fold(text, pack.folds)) if pack.folds else str,
        list_hidden=lambda shield: _list_hidden(shield, pack.language),
    )


@cache
def _list_hidden(shield: str, language: str) -> tuple[Emission, ...]:
    """Return the names of a language inside one of its shields."""
    return find_hidden(compile_language(language), shield)


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
        yield from _vary(make_pattern(text, pack.language, meanings), forms[text][1:], pack)


def _rank(name: Name) -> tuple[bool, bool, bool]:
    """Return the rank of a name's forms among equal ones: Španělska is a case of Španělsko before it is španělská."""
    return name.rule == "demonym", name.weak != "tongue", not name.weak


def _vary(pattern: Pattern, forms: Iterable[str], pack: NamePack) -> Iterator[Pattern]:
    """Yield the pattern of a name for other forms of it: they say the same, but for capitals that are another word too."""
    doubtful = pack.words.get("doubtful_capitals", frozenset())
    said: dict[int, tuple[tuple[Emission, ...], tuple[Emission, ...]]] = {}
    for form in forms:
        size = len(form)
        if size not in said:
            said[size] = _resize(pattern.emissions, size), _resize(pattern.otherwise, size)
        emissions, otherwise = said[size]
        check = "support" if form in doubtful else pattern.check
        yield Pattern(form, pattern.role, emissions, pattern.languages, pattern.edges, check, otherwise)


def _resize(emissions: Iterable[Emission], size: int) -> tuple[Emission, ...]:
    return tuple(emission._replace(end=size) for emission in emissions)


def _make_streets(names: Iterable[Name], pack: NamePack) -> Iterator[Pattern]:
    """Yield the streets and squares that are called after countries: "Plaza de España", "Avenida Brasil"."""
    streets, languages = sorted(pack.words.get("street", ())), frozenset({pack.language})
    for text in sorted({name.text for name in names if len(name.code) == 3 and name.rule in _SURE}):
        for form in (street + text for street in streets):
            yield Pattern(form, "shield", (), languages, edges=True)
            yield Pattern(form.upper(), "shield", (), languages, edges=True)


def _make_short_forms(pack: NamePack) -> Iterator[Pattern]:
    """Yield the short forms of countries that are written together (日米韓, 日・米・韓) or in a frame (訪米, 米大統領)."""
    short = pack.short
    for run in short.runs:
        yield from (_make_run(joint.join(run), pack) for joint in ("", *short.joints))
    for first, second in permutations(short.pairs, 2):
        yield from (_make_run(f"{first}{joint}{second}", pack) for joint in short.joints)
    yield from (_make_run(run, pack)._replace(check="support") for run in short.supported)
    framed = (character + after for character in short.leading for after in short.after)
    yield from (_make_run(frame[0], pack)._replace(text=frame) for frame in framed)
    for run in (*_list_touching(pack), *_list_touching_on(pack)):
        yield _make_run(run[0], pack)._replace(text=run, edges=False)


def _make_run(run: str, pack: NamePack) -> Pattern:
    """Return the pattern of short forms that stand together: each of the characters is its country."""
    codes, emissions, place = pack.short.characters, list[Emission](), 0
    while place < len(run):
        short = next((short for short in codes if run.startswith(short, place)), "")
        if short:
            emissions.append(Emission(place, place + len(short), (codes[short],), codes[short], "frame"))
        place += len(short) or 1
    return Pattern(run, "name", tuple(emissions), frozenset({pack.language}), edges=True)


def _list_touching(pack: NamePack) -> Iterator[str]:
    """Yield the characters that stand before a name in another script, each with a letter of that: 米ア of 米アップル."""
    yield from (character + letter for character in pack.short.touching for letter in _OTHER_SCRIPTS)


def _list_touching_on(pack: NamePack) -> Iterator[str]:
    """Yield them with two letters, where the first may be a short form: 英ロ is two countries, but 英ロンドン is one."""
    shorts = [letter for letter in _OTHER_SCRIPTS if letter in pack.short.characters]
    for character in pack.short.touching:
        yield from (character + short + letter for short in shorts for letter in _OTHER_SCRIPTS)


def _make_sequels(patterns: Iterable[Pattern], pack: NamePack) -> Iterator[Pattern]:
    """Yield a short form whose last character begins a name: 昨日|韓国 is no 日韓. Only the name stands."""
    heads: dict[str, set[str]] = {}
    for run in (*pack.short.runs, *pack.short.supported, *_list_touching(pack)):
        heads.setdefault(run[-1], set()).add(run[:-1])
    for pattern in patterns if heads else ():
        if pattern.emissions and not pattern.otherwise and len(pattern.text) > 1:
            yield from (_put_behind(head, pattern) for head in sorted(heads.get(pattern.text[0], ())))


def _make_partners(patterns: Iterable[Pattern], pack: NamePack) -> Iterator[Pattern]:
    """Yield a short form joined to a name in full: 米イラン協議, 미·이란. Both stand."""
    for pattern in patterns:
        if pattern.emissions and not pattern.otherwise and 1 < len(pattern.text) <= _PARTNER:
            joints = ("", *pack.short.joints[:1]) if pattern.text[0] in _OTHER_SCRIPTS else pack.short.joints[:1]
            for character in pack.short.partners:
                yield from (_join(_make_run(character, pack), joint, pattern) for joint in joints)


def _join(short: Pattern, joint: str, pattern: Pattern) -> Pattern:
    """Return the pattern of a short form joined to a name."""
    behind = _put_behind(short.text + joint, pattern)
    return behind._replace(emissions=(*short.emissions, *behind.emissions))


def _put_behind(head: str, pattern: Pattern) -> Pattern:
    """Return a pattern with something before it that says nothing."""
    emissions = [one._replace(start=one.start + len(head), end=one.end + len(head)) for one in pattern.emissions]
    return pattern._replace(text=head + pattern.text, emissions=tuple(emissions))


def _list_sure(names: Iterable[Name]) -> frozenset[str]:
    """Return the names that mean one country whatever stands beside them."""
    return frozenset(name.text for name in names if name.code and not name.weak and name.rule in _SURE)


def _list_tongues(names: Iterable[Name], pack: NamePack) -> frozenset[str]:
    """Return the ways to write the names that are also those of languages."""
    weak = {"tongue", "person"} if pack.syllable else {"tongue"}
    tongues = (name for name in names if name.weak in weak)
    return frozenset(form for name in tongues for form in list_written_forms(name.text, name.rule, pack))


def _list_citations(names: Iterable[Name], pack: NamePack) -> frozenset[str]:
    """Return the names of languages in the form that is the language itself; with a capital it may be an inhabitant."""
    texts = {*(name.text for name in names if name.weak == "tongue"), *pack.words.get("tongue", ())}
    return frozenset({*texts, *map(strip_accents, texts)})
