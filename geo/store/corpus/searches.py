"""Questions about words: the sentences whose text has them all, or that name what they stand for.

A query is words, parted by spaces. One that is the name of a country or area, region or organisation, in any language,
or a code ("SRB", "org:who", alone also "142"), is found where the text has the word and where a sentence names the code
otherwise. A word in a script that parts words begins with its first letter; what stands in quotation marks is found as
a whole, and just as words. No sign in a query means anything else than itself.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from geo.base.errors import AmbiguousName
from geo.names.known_names import read_names
from geo.names.mentions import find_code, find_mentions
from geo.names.patterns import ANCHORS, PLACE_RULES
from geo.reference.organisations import read_organisations
from geo.reference.places import list_place_codes
from geo.reference.regions import read_regions
from geo.store.corpus.conditions import Question, Where, write_conditions
from geo.store.corpus.mentions import LAST_DAY, Position
from geo.text.breaks import HAN, has_han
from geo.text.spellings import fold, spell_pattern

# A query of more characters finds nothing: no sentence is so long, and its pattern would be too large.
MOST_CHARACTERS = 1_000
_MOST_WORDS = 6  # of a name
_TOKEN = re.compile(r'"([^"]*[^"\s][^"]*)"|[“「]([^”」]*[^”」\s][^”」]*)[”」]|(\S+)')
_ENDS = ",;，；、"
# Scripts that put no space between words: their words begin anywhere.
_UNPARTED = f"{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\uac00-\ud7af"
_LETTER = re.compile(rf"[^\W_{_UNPARTED}]")
_CODE = re.compile(r"(?:org|region):[a-z0-9-]+|[A-Z]{3}")
_REGION = re.compile("[0-9]{3}")
# "us", "who" and "can" are words; US, WHO and CAN are names.
_SMALL_WORD = re.compile(r"[a-z]{1,3}")
_HAN_ONLY = re.compile(f"[{HAN}]{{2,}}")


# What may stand beside a word, in Python's patterns and in RE2's; 80 is no part of 180 or 80,000.
_Edge = Literal["word", "number", "none"]
_BEGIN: Mapping[_Edge, tuple[str, str]] = {
    "word": (f"(?<!{_LETTER.pattern})", rf"(?:^|[^\pL\pN]|[{_UNPARTED}])"),
    "number": (
        rf"(?<!{_LETTER.pattern})(?<!\d[,.，])",
        rf"(?:^|(?:^|[^\p{{Nd}}])[,.，]|[^\pL\pN,.，]|[{_UNPARTED}])",
    ),
    "none": ("", ""),
}
_END: Mapping[_Edge, tuple[str, str]] = {
    "word": (f"(?!{_LETTER.pattern})", rf"(?:$|[^\pL\pN]|[{_UNPARTED}])"),
    "number": (r"(?!\d|[,.，]\d)", r"(?:$|[^\p{Nd},.，]|[,.，](?:$|[^\p{Nd}]))"),
    "none": ("", ""),
}


class Term(NamedTuple):
    """One thing that a sentence must have: words, folded, or a mention of one of the codes that they stand for.

    Of what is `exact` the end is a word's end too.
    """

    words: str
    codes: tuple[str, ...] = ()
    exact: bool = False


class Found(NamedTuple):
    """How much was found."""

    sentences: int
    documents: int


def read_query(query: str) -> tuple[Term, ...]:
    """Return what a sentence must have that a query finds; nothing of a query without words, or too long to be one.

    >>> read_query("Serbia masks"), read_query('"Serbia"')
    ((Term(words='serbia', codes=('SRB',), exact=False), Term(words='masks', codes=(), exact=False)), (Term(words='serbia', codes=(), exact=True),))
    """
    if len(query) > MOST_CHARACTERS:
        return ()
    text = query.encode(errors="ignore").decode()  # half a surrogate pair is no text
    terms: list[Term] = []
    loose: list[str] = []
    for token in _TOKEN.finditer(text):
        phrase, word = token[1] or token[2], token[3]
        if phrase:
            terms += [*_read_words(loose), Term(fold(phrase).strip(), exact=True)]
            loose = []
        else:
            loose.append(word.strip(_ENDS) or word)
    terms += _read_words(loose, alone=not terms and len(loose) == 1)
    return tuple(dict.fromkeys(term for term in terms if term.words))


def _read_words(words: Sequence[str], *, alone: bool = False) -> Iterator[Term]:
    """Yield the terms of words in a row: names of several words first, what stands for nothing as it is."""
    place = 0
    while place < len(words):
        sizes = range(min(_MOST_WORDS, len(words) - place), 0, -1)
        named = ((size, _find_codes(" ".join(words[place : place + size]), alone=alone)) for size in sizes)
        size, codes = next(((size, codes) for size, codes in named if codes), (1, ()))
        text = " ".join(words[place : place + size])
        yield from [Term(fold(text), codes)] if codes or not _HAN_ONLY.fullmatch(text) else _part_chinese(text)
        place += size


def _find_codes(name: str, *, alone: bool) -> tuple[str, ...]:
    """Return the code that a name or code stands for, and nothing where it may be several."""
    if _CODE.fullmatch(name) or (alone and _REGION.fullmatch(name)):
        known = name in list_place_codes() or name in read_regions() or name in read_organisations()
        if known:
            return (name,)
    if _SMALL_WORD.fullmatch(name) or name.isdecimal():
        return ()
    try:
        # The documents are in English and Chinese; names of all languages would take a second to open.
        code = find_code(name, "zh" if has_han(name) else "en")
    except AmbiguousName:
        return ()
    return (code,) if code else _index_folded().get(fold(name), ())


@cache
def _index_folded() -> Mapping[str, tuple[str, ...]]:
    """Return the code of each name by its folded spelling, where it has one alone."""
    index: dict[str, set[str]] = {}
    for name in read_names():
        if name.code:
            index.setdefault(fold(name.text), set()).add(name.code)
    return {text: tuple(codes) for text, codes in index.items() if len(codes) == 1}


def _part_chinese(text: str) -> Iterator[Term]:
    """Yield the names in Chinese words that are written together, and the words between them."""
    done = 0
    for name in find_mentions(text, "zh"):
        if name.rule in ANCHORS - PLACE_RULES and name.start >= done:
            yield Term(fold(text[done : name.start]))
            yield Term(fold(name.text), (name.code,))
            done = name.end
    yield Term(fold(text[done:]))


def find_words(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Return where the words of the terms stand in a text, in order."""
    return sorted({found.span() for term in terms for found in _compile(term).finditer(text)})


@cache
def _compile(term: Term) -> re.Pattern[str]:
    begin, end = _find_edges(term)
    return re.compile(_BEGIN[begin][0] + spell_pattern(term.words) + _END[end][0])


def _spell_for_sql(term: Term) -> str:
    """Return the same pattern as RE2 knows it, which cannot look at what stands beside and has to read it."""
    begin, end = _find_edges(term)
    return _BEGIN[begin][1] + spell_pattern(term.words) + _END[end][1]


def _find_edges(term: Term) -> tuple[_Edge, _Edge]:
    """Return what must begin and end with a term: a word, a number, or nothing."""
    first, last = _find_edge(term.words[0]), _find_edge(term.words[-1])
    return first, last if term.exact or last == "number" else "none"


def _find_edge(sign: str) -> _Edge:
    if sign.isdecimal():
        return "number"
    return "word" if _LETTER.match(sign) else "none"


_COLUMNS = {"document": "s.document", "language": "d.language", "outlet": "d.outlet", "date": "s.date"}
_SENTENCES = "FROM sentences s JOIN documents d USING (document)"
_NAMING = "(s.document, s.sentence) IN (SELECT (m.document, m.sentence) FROM mentions m {})"


def read_found(terms: Sequence[Term], where: Where, after: Position | None, limit: int) -> Question:
    """Ask for a page of the sentences that have every term, with their mentions of the terms' codes."""
    page, more = ((), ()) if after is None else (("(coalesce(s.date, ?), s.document, s.sentence) > (?, ?, ?)",), after)
    chosen = _choose(terms, where, page, (LAST_DAY, *more) if more else ())
    codes = sorted({code for term in terms for code in term.codes})
    named = write_conditions(Where(codes=tuple(codes), places=where.places), {"code": "m.code", "rule": "m.rule"})
    on = named.sql.replace("WHERE", "AND") if codes else "AND false"
    sql = f"""WITH found AS (SELECT s.document, d.title, d.outlet, d.url, d.published, s.sentence, s.start, s."end", s.text,
            s.date, s.date_precision, s.date_from {_SENTENCES} {chosen.sql}
            ORDER BY coalesce(s.date, ?), s.document, s.sentence LIMIT ?)
        SELECT f.*, coalesce(list({{'start': m.start, 'end': m."end", 'text': m.text}} ORDER BY m.start)
            FILTER (WHERE m.start IS NOT NULL), []) AS spans
        FROM found f LEFT JOIN mentions m ON m.document = f.document AND m.sentence = f.sentence {on}
        GROUP BY ALL ORDER BY f.date NULLS LAST, f.document, f.sentence"""  # noqa: S608 - values are marks
    return Question(sql, (*chosen.values, LAST_DAY, limit, *(named.values if codes else ())))


def count_found(terms: Sequence[Term], where: Where) -> Question:
    """Ask how many sentences have every term, and in how many documents: sentences, documents."""
    chosen = _choose(terms, where)
    sql = f"SELECT count(*) AS sentences, count(DISTINCT s.document) AS documents {_SENTENCES} {chosen.sql}"
    return Question(sql, chosen.values)


def _choose(
    terms: Sequence[Term], where: Where, page: tuple[str, ...] = (), values: tuple[object, ...] = ()
) -> Question:
    """Return the conditions on sentences; codes of `where` choose those that name one of them."""
    named = [Where(codes=term.codes, places=where.places) for term in terms]
    asked = [*map(_ask_term, terms, named), *([_ask_named(where)] if where.codes else [])]
    clauses = tuple(clause for clause, _ in asked) or ("false",)
    spelt = tuple(value for _, values in asked for value in values)
    return write_conditions(where, _COLUMNS, (*clauses, *page), (*spelt, *values))


def _ask_term(term: Term, named: Where) -> Question:
    words = Question("regexp_matches(s.text, ?)", (_spell_for_sql(term),))
    if not term.codes:
        return words
    naming = _ask_named(named)
    return Question(f"({words.sql} OR {naming.sql})", (*words.values, *naming.values))


def _ask_named(where: Where) -> Question:
    """Return the condition that a sentence names one of some codes."""
    chosen = write_conditions(Where(codes=where.codes, places=where.places), {"code": "m.code", "rule": "m.rule"})
    return Question(_NAMING.format(chosen.sql), chosen.values)


def mark_words(row: Mapping[Hashable, Any], terms: Sequence[Term]) -> list[dict[str, object]]:
    """Return the mentions of a row of `read_found` and the words found in its text, by their place in the document.

    The offsets of words are those of a sentence that no page break has cut; `text` says what they are.
    """
    words = [
        {"start": row["start"] + start, "end": row["start"] + end, "text": row["text"][start:end]}
        for start, end in find_words(row["text"], terms)
    ]
    known = [{name: span[name] for name in ("start", "end", "text")} for span in row["spans"]]
    return sorted(
        [*known, *(word for word in words if word not in known)], key=lambda span: (span["start"], span["end"])
    )
