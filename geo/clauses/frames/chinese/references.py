"""Whom 其, 该国 and 双方 mean inside their own sentence."""

from collections.abc import Collection, Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.records import Phrase, Slot

_MET: tuple[Slot, ...] = ("subject", "partner", "object", "goal")
_TOGETHER = ("meet", "call", "visit")


def resolve_it(draft: Draft, named: Sequence[tuple[int, str]]) -> Draft:
    """Return a predicate with 其, 该国 and 当地 as the one whom the sentence has named beside who acts."""
    if all(phrase.pronoun != "it" for _, phrase in draft.slots):
        return draft
    acting = {
        base for phrase in draft.list("subject") for code in phrase.parties for base in (code, code.partition(":")[0])
    }
    slots = tuple((slot, _mean(phrase, named, () if slot == "subject" else acting)) for slot, phrase in draft.slots)
    return draft._replace(slots=slots)


def _mean(phrase: Phrase, named: Sequence[tuple[int, str]], acting: Collection[str]) -> Phrase:
    """Return a phrase as the only one named before it who does not act."""
    left = {code for end, code in named if end <= phrase.start and code not in acting}
    means = phrase.pronoun == "it" and not phrase.parties and len(left) == 1
    return phrase._replace(parties=tuple(left)) if means else phrase


def resolve_both(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return an act of 双方 as one of those who have just met."""
    if not draft.act or not any(phrase.pronoun == "both" and not phrase.parties for phrase in draft.list("subject")):
        return draft
    met = next(
        (sides for one in reversed(told) if one.act in ("meet", "call", "visit") and (sides := _list_met(one))), ()
    )
    return draft.lead(met) if met else draft


def sign_together(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return a signing of one side with those whom it has just met: "举行会谈，会谈后签署合作文件"."""
    acting = (*draft.list("subject"), *draft.list("partner"))
    sides = {code for one in acting for code in one.parties}
    owned = any(len(one.owners) > 1 for one in draft.list("object"))
    if draft.act != "sign" or len(sides) != 1 or owned:
        return draft
    met = next((found for one in reversed(told) if one.act in _TOGETHER and (found := _list_met(one))), ())
    around = {code for one in met for code in one.parties}
    return draft.add("partner", met) if sides <= around else draft


def _list_met(draft: Draft) -> tuple[Phrase, ...]:
    sides = tuple(phrase for slot in _MET for phrase in draft.list(slot) if phrase.parties)
    return sides if len({code for phrase in sides for code in phrase.parties}) > 1 else ()
