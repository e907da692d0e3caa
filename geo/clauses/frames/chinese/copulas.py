"""What 是 says of its subject: "中国是最早伸出援手的国家" tells what China did."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.items import Item
from geo.clauses.frames.records import Phrase

_COPULAS = ("是", "系")


def identify(items: Sequence[Item]) -> list[Item]:
    """Return the items with what relative clauses tell of a predicate noun told of the subject itself."""
    solid = [place for place, item in enumerate(items) if item.kind != "adverb"][:3]
    if [items[place].kind for place in solid] != ["noun", "verb", "noun"]:
        return list(items)
    subject, copula, noun = (items[place] for place in solid)
    if not copula.entry or copula.entry.word not in _COPULAS or not subject.phrases:
        return list(items)
    inner = tuple(_identify(one, noun.phrases, subject.phrases) for one in noun.inner if isinstance(one, Draft))
    return [*items[: solid[2]], noun._replace(inner=inner), *items[solid[2] + 1 :]]


def _identify(draft: Draft, heads: Sequence[Phrase], subjects: Sequence[Phrase]) -> Draft:
    slots = [(slot, one) for slot, phrase in draft.slots for one in (subjects if phrase in heads else (phrase,))]
    return draft._replace(slots=tuple(slots))
