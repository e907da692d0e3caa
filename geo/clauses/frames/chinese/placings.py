"""Phrases as where something is or goes: a city stands for its country there."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.sorts import BUILDINGS
from geo.clauses.frames.records import Phrase


def is_side(phrases: Sequence[Phrase]) -> bool:
    """Tell whether a noun phrase may be whom something is for."""
    return any(one.parties or one.places or one.counted or one.pronoun for one in phrases)


def aim(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return phrases in which a city or a hospital stands for its country, as a goal."""
    return tuple(_aim(one) for one in phrases)


def _aim(phrase: Phrase) -> Phrase:
    if phrase.parties or phrase.counted:
        return phrase
    if phrase.sort in BUILDINGS:
        return phrase._replace(parties=(*phrase.owners, *phrase.places))
    return phrase if phrase.sort else phrase._replace(parties=phrase.places or phrase.owners)


def locate(phrase: Phrase) -> Phrase:
    """Return a phrase as a place: the country or city is where it is, and no party."""
    where = phrase.places or tuple(_drop_actor(side) for side in phrase.parties)
    where = where or (() if phrase.sort else phrase.owners)
    # 俄远东地区 lies in the country, whose name is the more exact one.
    return phrase._replace(parties=(), places=tuple(code for code in where if not code.isdigit()) or where)


def _drop_actor(side: str) -> str:
    return side if side.startswith(("org:", "region:")) else side.partition(":")[0]
