"""The noun that a number counts in a language that its pack spells: "15 pays africains", "28 asiatische Länder".

Where adjectives follow the noun (Spanish, French, Portuguese, Arabic) the head is the first word that no list of
words before it holds; where they precede it (German, Russian) the first that does not look like an adjective. A word
that names a people is the head where no other noun is there: "30 egipcios", "30 مصريا".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Mention
from geo.nouns.english_phrases import find_mention
from geo.nouns.nouns import Noun
from geo.nouns.spelled_words import NounWords, find_base_form, find_noun_unit, is_known, read_noun_words
from geo.numbers.amounts import Amount

_WORD = re.compile(r"(?:[ ]|(?<=['-]))[\"“«]?(?P<word>[^\W\d_](?:[\w-]|'(?=\w))*)")
_MOST_BEFORE = 5
_MOST_BEHIND = 3  # words from a noun to the name of a people that belongs to it
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)[ ]$")


class _Word(NamedTuple):
    """A word of the phrase behind a number, with the name that begins there or holds it."""

    start: int
    end: int
    text: str
    lower: str
    mention: Mention | None

    @property
    def is_people(self) -> bool:
        """Tell the adjective or noun of a people or region."""
        return self.mention is not None and self.mention.rule == "demonym"


def find_spelled_noun(plain: str, amount: Amount, mentions: Sequence[Mention], language: str) -> Noun | None:
    """Return the noun that an amount counts, None where no noun is named right there or the amount has its own unit."""
    if amount.unit is not None:
        return None
    words = read_noun_words(language)
    numeral = plain[amount.first : amount.last].lower()
    if numeral in words.duals:
        lemma = words.duals[numeral]
        end = _find_end(plain, amount.last, words, mentions)
        return Noun(amount.first, end, (amount.last, end), find_noun_unit(lemma, language) or lemma, lemma)
    whole = words.whole.match(plain, amount.end)
    phrase = list(_read_words(plain, whole.end() if whole else amount.end, words, mentions))
    head = _find_head(phrase, words, amount)
    if head is None:
        return _find_people(phrase, words, amount) or _find_verb(plain, amount, words, language)
    end = _find_end(plain, head.end, words, mentions) if words.head_first else head.end
    lemma = find_base_form(head.lower, language)
    return Noun(head.start, end, (amount.end, head.start), find_noun_unit(lemma, language) or lemma, lemma)


def _read_words(plain: str, place: int, words: NounWords, mentions: Sequence[Mention]) -> Iterator[_Word]:
    """Yield the words from a place up to the first that no phrase of a noun holds."""
    for _ in range(_MOST_BEFORE):
        match = _WORD.match(plain, place)
        if match is None or match["word"].lower() in words.stops:
            return
        if words.joined.match(match["word"]) and not is_known(match["word"].lower(), words.language):
            return
        mention = find_mention(mentions, match.start("word"))
        end = max(match.end(), mention.end) if mention else match.end()
        yield _Word(match.start("word"), end, match["word"], match["word"].lower(), mention)
        if mention is not None and mention.rule != "demonym":
            return
        place = end


def _find_head(phrase: Sequence[_Word], words: NounWords, amount: Amount) -> _Word | None:
    """Return the head of a phrase, None where a name or nothing follows, or only the name of a people."""
    for word in phrase:
        if word.mention is not None:
            if word.is_people and not words.head_first and _is_adjective(word, words):
                continue
            return None
        if word.lower in words.before:
            continue
        if not words.head_first and _is_adjective(word, words):
            continue
        return word if _may_be_noun(word, words, amount) else None
    return None


def _is_adjective(word: _Word, words: NounWords) -> bool:
    return not is_known(word.lower, words.language) and words.adjective.search(word.text) is not None


def _may_be_noun(word: _Word, words: NounWords, amount: Amount) -> bool:
    known = is_known(word.lower, words.language)
    if words.capitals:
        return known or (word.text[0].isupper() and len(word.text) > 1)
    if word.text[0].isupper() and not known:
        return False
    one = amount.value == 1 and amount.value_to is None
    plural = one or words.plural.search(word.lower) is not None
    return known or (plural and len(word.text) > 2 and words.other.search(word.lower) is None)


def _find_people(phrase: Sequence[_Word], words: NounWords, amount: Amount) -> Noun | None:
    """Return the name of a people right behind a number: "30 egipcios", "30 Syrer"; not an adjective: "20 syrische"."""
    first = phrase[0] if phrase else None
    if first is None or not first.is_people or first.mention is None:
        return None
    if not words.head_first and _is_adjective(first, words):
        return None
    mention = first.mention
    lemma = find_base_form(mention.text.lower(), words.language)
    return Noun(mention.start, mention.end, (amount.end, mention.start), "people", lemma)


def _find_verb(plain: str, amount: Amount, words: NounWords, language: str) -> Noun | None:
    """Return what a verb right before a number counts: "погибло 347"."""
    before = _LAST_WORD.search(plain, max(0, amount.start - 24), amount.start)
    lemma = words.verbs.get(before["word"].lower()) if before else None
    if lemma is None:
        return None
    return Noun(amount.start, amount.end, (amount.end, amount.end), find_noun_unit(lemma, language) or lemma, lemma)


def _find_end(plain: str, place: int, words: NounWords, mentions: Sequence[Mention]) -> int:
    """Return where a noun ends with the name of a people or region behind it: "pays d'accueil africains" does not."""
    near = place
    for _ in range(_MOST_BEHIND):
        match = _WORD.match(plain, near)
        if match is None or match["word"].lower() in words.stops or _goes_on(match["word"], words):
            return place
        mention = find_mention(mentions, match.start("word"))
        if mention is not None:
            return mention.end if mention.rule == "demonym" and mention.start == match.start("word") else place
        if match["word"][0].isupper():
            return place
        near = match.end()
    return place


def _goes_on(word: str, words: NounWords) -> bool:
    """Tell a word that is written as one with "and" or with the next number: و12."""
    joined = words.joined.match(word) is not None and not is_known(word.lower(), words.language)
    return joined or any(sign.isdigit() for sign in word)
