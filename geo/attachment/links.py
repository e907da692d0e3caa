"""All that one language knows of how numbers, places and clauses hang together, compiled from its table of links."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.attachment import clause_words, list_words, place_words, ties
from geo.attachment.clause_words import ClauseWords
from geo.attachment.list_words import ListWords
from geo.attachment.place_words import PlaceWords
from geo.attachment.ties import Ties
from geo.attachment.word_patterns import NEVER, read_words
from geo.languages.packs import read_pack


class Links(NamedTuple):
    """What ties a number to a place, and the words around lists, places and clauses, of one language."""

    ties: Ties
    lists: ListWords
    places: PlaceWords
    clauses: ClauseWords


@cache
def read_links(language: str) -> Links:
    """Return the links of a language; one without its own table is read with those of English."""
    words, written = read_words(language, "links")
    if written == "zh":
        return Links(
            ties.compile_chinese(words),
            list_words.compile_chinese(words),
            place_words.compile_chinese(words),
            clause_words.compile_chinese(words),
        )
    opener = rf"(?:(?:{words['openers']}){words['after']}){{0,3}}"
    second = "|".join(cast(Sequence[str], read_pack(written, "links").get("second", [NEVER.pattern])))
    return Links(
        ties.compile_spaced(words, opener),
        list_words.compile_spaced(words, opener, second),
        place_words.compile_spaced(words, opener),
        clause_words.compile_spaced(words, opener),
    )
