"""The English noun that stands before its number as the subject of a verb of change: "Arrivals rose to nearly 209,000"."""

import re
from functools import cache

from geo.nouns.english_words import find_lemma, find_unit, is_plural, read_words
from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount

_LONGEST = 100  # characters from the beginning of the clause to its verb
_LONGEST_VERB = 60  # characters from there to the number
_NUMBER_OF = re.compile(r"\bnumber of ", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w-]*")


def find_english_subject(plain: str, amount: Amount) -> Noun | None:
    """Return the noun whose number an amount is by the verb before it, None where there is no such verb or noun."""
    told = _compile_verbs().search(plain, max(0, amount.start - _LONGEST_VERB), amount.start)
    if told is None:
        return None
    start = max(0, told.start() - _LONGEST)
    first = max(plain.rfind(sign, start, told.start()) for sign in ",;:(\n.—–") + 1
    number = _NUMBER_OF.search(plain, max(first, start), told.start())
    first = number.end() if number else first
    words = list(_WORD.finditer(plain, max(first, start), told.start()))
    head = _find_head([word[0].lower() for word in words])
    if head is None:
        return None
    word = words[head][0].lower()
    lemma = "death" if word == "toll" else find_lemma(word)
    before = [word[0].lower() for word in words[:head]]
    return Noun(amount.start, amount.end, (amount.end, amount.end), find_unit(lemma, before) or lemma, lemma)


def _find_head(words: list[str]) -> int | None:
    """Return the place of the last noun before the first preposition: "arrivals" of "tourist arrivals in Chad"."""
    stops = read_words("nouns", "stops")
    openers = [place for place, word in enumerate(words) if word not in stops]
    if not openers:
        return None
    end = next((place for place in range(openers[0], len(words)) if words[place] in stops), len(words))
    last = end - 1
    toll = words[max(0, last - 1) : last + 1] in (["death", "toll"], ["toll"])
    counted = toll or (is_plural(words[last]) and words[last] not in read_words("nouns", "levels"))
    return last if counted else None


@cache
def _compile_verbs() -> re.Pattern[str]:
    """Return what stands between the subject and its number: "rose 18.3 percent to", "stood at"."""
    verbs = "|".join(sorted(read_words("nouns", "changing"), key=len, reverse=True))
    return re.compile(
        rf"""
        ,?[ ](?:(?:has|have|had|will|would|also|then|again)[ ])*(?:{verbs})
        (?:[ ](?:by[ ])?[\d.,]+[ ]?(?:percent|per[ ]cent|%))?   # by how much
        (?:[ ](?:to|at|above|past))?[ ]$
        """,
        re.VERBOSE,
    )
