"""The noun that an English number counts: the plural that ends the noun phrase right after it.

After a number other than one the head is a plural, and in English hardly anything else before it is: so the phrase
needs no tagger. It ends at the first preposition, determiner, auxiliary or sign; within it the head is the first
plural, or the one right after that ("two customs officers").
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.records import Mention
from geo.nouns.english_first import find_english_subject
from geo.nouns.english_phrases import find_mention, find_phrase, find_unit_of, skip_filler, skip_whole
from geo.nouns.english_words import find_known_unit, find_lemma, find_unit, is_plural, names_person, read_words
from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount

_WORD = re.compile(
    r"""
    (?P<comma>,)?[ ]
    ["“]?(?P<word>
        (?:[^\W\d_]\.){2,4}            # U.S.
        |[^\W\d_][\w&-]{0,40}          # aid, by-election, R&D
    )
    (?P<own>'s?(?!\w))?                # drivers', people's
    """,
    re.VERBOSE,
)
_HYPHENATED = re.compile(r"-(?P<noun>[a-z]{2,15})(?![\w-])")
_BODY = re.compile(r"(?: [A-Za-z-]{2,20}){1,3}")
_LONGEST = 10
_REACH = 2
_AND = ("and", "&")
# A people named by a word that is no plural: "three French".
_NATIONALITY = ("ese", "ish", "ch", "swiss")
_MORE_FOLLOW = re.compile(r",| (?:and|or)\b")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    lower: str
    owns: str
    comma: bool


def find_english_noun(plain: str, amount: Amount, mentions: Sequence[Mention]) -> Noun | None:
    """Return the noun that an amount counts, None where no noun is named right there or the amount has its unit."""
    if amount.unit is not None:
        return None
    if hyphenated := _HYPHENATED.match(plain, amount.end):
        return _read_hyphenated(plain, amount, hyphenated)
    if phrase := find_phrase(plain, amount.end):
        return phrase
    one = amount.value == 1 and amount.value_to is None
    in_words = plain[amount.first : amount.first + 1].isalpha()
    whole = None if one else skip_whole(plain, amount.end)
    words = _read_words(plain, skip_filler(plain, amount.end) if whole is None else whole)
    noun = _find_one(words, known_only=in_words) if one else _find_head(plain, words, mentions)
    if noun is None:
        return None if words else find_english_subject(plain, amount)
    return _make_noun(plain, amount, words[: noun + 1], mentions)


def _read_hyphenated(plain: str, amount: Amount, match: re.Match[str]) -> Noun | None:
    """Return what "20-nation" or "40-day" counts; the members of a "27-member bloc" are states or associations."""
    lemma = find_lemma(match["noun"])
    unit = find_unit(lemma, ())
    if lemma in ("member", "strong"):
        body = _BODY.match(plain, match.end())
        unit = "" if body and not read_words("nouns", "bodies").isdisjoint(body[0].lower().split()) else "people"
    if unit not in ("countries", "people", "items", "measure", "doses"):
        return None
    return Noun(match.start("noun"), match.end(), (amount.end, match.start("noun")), unit, lemma)


def _read_words(plain: str, place: int) -> list[_Word]:
    """Return the words of the phrase that begins at a place, up to the first that cannot stand in it.

    After its first plural no more are read than could hold the head.
    """
    words: list[_Word] = []
    most = _LONGEST
    while len(words) < most and (match := _WORD.match(plain, place)):
        word = match["word"]
        found = _Word(*match.span("word"), word, word.lower(), match["own"] or "", match["comma"] is not None)
        if _is_stop(found) or not _may_follow(words, found):
            break
        words.append(found)
        place = match.end()
        if most == _LONGEST and is_plural(found.lower):
            most = len(words) + _REACH
    while words and words[-1].lower in _AND:
        words.pop()
    return words


def _is_stop(word: _Word) -> bool:
    return word.lower in read_words("nouns", "stops") and word.text not in read_words("nouns", "not_stops")


def _may_follow(words: list[_Word], word: _Word) -> bool:
    """Tell "ten small, new and remote clinics" from "ten died, officials said" and "ten and others"."""
    if (
        words
        and _is_plural(words[-1])
        and words[-1].text.islower()
        and word.text[0].isupper()
        and word.text[1:].islower()
    ):
        return False  # "six seats Members serve …": a line without a stop before the next
    if not word.comma and word.lower not in _AND:
        return True
    if not words or words[-1].lower.endswith(("ed", "ing")) or _is_plural(words[-1]):
        return False
    return not word.comma or _is_adjective(words[-1])


def _is_adjective(word: _Word) -> bool:
    endings = tuple(read_words("nouns", "adjective_endings"))
    return word.text[0].isupper() or word.lower.endswith(endings) or word.lower in read_words("nouns", "adjectives")


def _is_plural(word: _Word) -> bool:
    if is_plural(word.lower):
        return True
    return word.text[0].isupper() and word.lower.endswith("is") and word.lower not in read_words("nouns", "not_plural")


def _find_head(plain: str, words: Sequence[_Word], mentions: Sequence[Mention]) -> int | None:
    """Return the place of the head among the words: a plural, or a measure or people named in the singular."""
    if words and _is_singular_measure(words):
        return 0
    for place, word in enumerate(words):
        if _is_head(word, mentions):
            return _go_on(words, place, mentions)
    return 0 if _is_nationality(plain, words, mentions) else None


def _is_singular_measure(words: Sequence[_Word]) -> bool:
    """Tell "20 ton trucks" and "5 km" from the street in "1400 M Street"."""
    plain = words[0].text[0].islower() or len(words) == 1
    return plain and find_known_unit(words[0].lower) in ("measure", "tonnes")


def _is_head(word: _Word, mentions: Sequence[Mention]) -> bool:
    """Tell whether a word may be the head: a plural that is no part of a name, or the plural of a demonym."""
    if not _is_plural(word) or (word.owns == "'s" and not word.lower.endswith("s")):
        return False
    if word.text[0].islower():
        return True
    mention = _find_mention(word, mentions)
    if mention is None:
        return True
    return mention.end == word.end and (mention.rule == "demonym" or names_person(find_lemma(word.lower)))


def _go_on(words: Sequence[_Word], place: int, mentions: Sequence[Mention]) -> int:
    """Return the place of the plural that a first plural stands before: "two customs officers"."""
    word = words[place]
    if word.owns:
        return place
    for further in range(place + 1, min(place + _count_reach(word), len(words))):
        if words[further].comma or words[further].lower in _AND:
            break
        if _is_head(words[further], mentions):
            return further
    return place


def _count_reach(word: _Word) -> int:
    """Return how many words after a plural the head may stand; a noun of a known unit is itself the head."""
    if word.lower in read_words("nouns", "attributive_afar"):
        return 1 + _REACH
    attributive = word.lower in read_words("nouns", "attributive")
    return 2 if attributive or find_known_unit(find_lemma(word.lower)) is None else 1


def _is_nationality(plain: str, words: Sequence[_Word], mentions: Sequence[Mention]) -> bool:
    """Tell "three French" (persons) from "three French and two German clinics"."""
    if len(words) != 1 or not words[0].lower.endswith(_NATIONALITY) or _MORE_FOLLOW.match(plain, words[0].end):
        return False
    mention = _find_mention(words[0], mentions)
    return mention is not None and mention.rule == "demonym" and mention.kind == "country"


def _find_mention(word: _Word, mentions: Sequence[Mention]) -> Mention | None:
    mention = find_mention(mentions, word.start)
    return mention if mention is not None and mention.end >= word.end else None


def _find_one(words: Sequence[_Word], known_only: bool) -> int | None:
    """Return the place of the one thing counted: the last word of the phrase, which a verb may end.

    Where a known noun stands before an unknown one ("one police station", "one girl sang") the head cannot be told.
    """
    last = None
    for place, word in enumerate(words):
        if place and (word.comma or word.lower in _AND or word.lower.endswith(("ed", "ing", "ly", "s"))):
            break
        last = place
    if last is None:
        return None
    known = [place for place in range(last + 1) if find_known_unit(words[place].lower) is not None]
    if not known:
        return None if known_only or words[last].text[0].isupper() else last
    return last if known[-1] == last else None


def _make_noun(plain: str, amount: Amount, words: Sequence[_Word], mentions: Sequence[Mention]) -> Noun:
    """Return the noun that the last of the words is, with its unit."""
    head = words[-1]
    lemma = find_lemma(head.lower)
    if lemma.endswith("is") and _is_plural(head):  # Iraqis
        lemma = lemma[:-1]
    unit = (
        find_unit_of(plain, head.end, lemma, mentions)
        or _find_demonym_unit(head, lemma, _find_mention(head, mentions))
        or find_unit(lemma, [word.lower for word in words[:-1]])
    )
    return Noun(head.start, head.end, (amount.end, head.start), unit or lemma, lemma)


def _find_demonym_unit(head: _Word, lemma: str, mention: Mention | None) -> str | None:
    """Return people for the plural of a people's name: "Syrians", "Uzbeks"."""
    if mention is not None and mention.rule == "demonym" and mention.kind == "country":
        return "people"
    capital = head.text[0].isupper() and not head.text.isupper()
    return "people" if capital and lemma.endswith(("an", "ani", "qi", "eli", "ese", "ish", "ch", "swiss")) else None
