"""Counts of those who do as the sentence before says: "Four organisations had done so too", "也已运到", "announced the same".

What the sentence leaves out (to whom, how far, what) is taken from the count before it, if that stands in the same
sentence or in the one before.
"""

import re
from collections.abc import Mapping, Sequence

from geo.base.records import Quantity, Status
from geo.clauses.clause_ends import Span, count_ends, find_sentence
from geo.clauses.counts import PARTIES
from geo.clauses.verbs import WORDS

_SAME: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"(?:也|同样|亦)(?:都|均|已经?|将|会|要)*(?:运到|运抵|送到|送达|寄到|到达|如此|这样做|照办)"),
    "en": re.compile(
        r"\b(?:d(?:o|oes|id|one) (?:so|the same|likewise)|the same|likewise|followed suit)\b", re.IGNORECASE
    ),
}
_ALSO: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"也|同样|亦"),
    "en": re.compile(r"\b(?:also|too|as well|likewise)\b", re.IGNORECASE),
}
_DONE = re.compile(r"\bd(?:id|one)\b|已|运到|运抵|送到|送达|寄到|到达")
_FAR = 1_200  # characters that the list of the sentence before may take


def carry_over(plain: str, quantities: Sequence[Quantity], language: str) -> list[Quantity]:
    """Return the counts, in order, with what one leaves out because the count before it has said it."""
    carried: list[Quantity] = []
    held: Quantity | None = None
    for quantity in quantities:
        if quantity.unit in PARTIES:
            held = _follow(plain, quantity, held, language) if held else quantity
        carried.append(held if held and quantity.unit in PARTIES else quantity)
    return carried


def _follow(plain: str, quantity: Quantity, held: Quantity, language: str) -> Quantity:
    sentence = find_sentence(plain, quantity.start, quantity.end)
    if quantity.giver or quantity.recipient or not _is_next(plain, held, sentence):
        return quantity
    words, here = WORDS[language], (quantity.end, sentence.end)
    same, also = _SAME[language].search(plain, *here), _ALSO[language].search(plain, *here)
    status = _find_status(plain, here, held.status if same else quantity.status, language)
    theme = quantity.theme or held.theme
    if also and words.receiving.search(plain, *here) and held.giver and not held.recipient:
        return quantity._replace(giver=held.giver, theme=theme, status=status)
    if (same or (also and words.giving.search(plain, *here))) and held.recipient:
        return quantity._replace(recipient=held.recipient, theme=theme, status=status)
    return quantity


def _is_next(plain: str, held: Quantity, sentence: Span) -> bool:
    """Tell whether a count stands in this sentence or in the one right before it."""
    near = sentence.start - held.end < _FAR
    return near and count_ends(plain[held.end : max(held.end, sentence.start)].rstrip(" \n.。；;")) == 0


def _find_status(plain: str, here: tuple[int, int], told: Status | None, language: str) -> Status | None:
    words = WORDS[language]
    if words.announced.search(plain, *here):
        return "announced"
    if words.planned.search(plain, *here):
        return "planned"
    return "done" if _DONE.search(plain, *here) else told
