"""The items of a clause, from its tokens: noun phrases, verbs, coverbs and 的."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from geo.clauses.frames.chinese.lexicon import Entry, read_near
from geo.clauses.frames.chinese.phrases import build_phrases
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Phrase

ItemKind = Literal["noun", "verb", "coverb", "de", "adverb"]
_NOMINAL = ("unit", "noun", "pronoun", "text")


class Item(NamedTuple):
    """A part of a clause; `tokens` are those of a noun phrase in order, `inner` what its relative clauses have told."""

    kind: ItemKind
    start: int
    end: int
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...] = ()
    entry: Entry | None = None
    inner: tuple[object, ...] = ()


def make_noun(tokens: Sequence[Token], inner: tuple[object, ...] = ()) -> Item:
    """Return a noun phrase of some tokens."""
    return Item("noun", tokens[0].start, tokens[-1].end, tuple(tokens), build_phrases(tokens), None, inner)


def list_items(tokens: Sequence[Token]) -> list[Item]:
    """Return the items of a clause in order."""
    runs: list[list[Token]] = []
    for place, token in enumerate(tokens):
        if runs and _goes_on(runs[-1], token, tokens[place + 1] if place + 1 < len(tokens) else None):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [_make_item(run) for run in runs]


def _goes_on(run: Sequence[Token], token: Token, following: Token | None) -> bool:
    """Tell whether a token belongs to the noun phrase before it; 和 and its like do between two nouns only."""
    if run[-1].kind not in (*_NOMINAL, "list", "adverb") or run[0].kind in ("list", "adverb"):
        return False
    if token.kind == "list":
        return following is not None and (
            following.kind in _NOMINAL or following.kind in ("list", "adverb") or _may_be_noun(following)
        )
    inside = token.kind == "adverb" and token.text in read_near("inside")
    if inside and following is not None and following.kind in ("noun", "text"):
        return True  # 哈萨克斯坦|紧急|情况部
    return token.kind in _NOMINAL


def _may_be_noun(token: Token) -> bool:
    return token.kind == "verb" and token.entry is not None and bool(token.entry.sort)


def _make_item(run: Sequence[Token]) -> Item:
    first = run[0]
    if first.kind in _NOMINAL:
        return make_noun(run)
    kinds: dict[str, ItemKind] = {"verb": "verb", "coverb": "coverb", "de": "de"}
    return Item(kinds.get(first.kind, "adverb"), first.start, run[-1].end, tuple(run), (), first.entry)
