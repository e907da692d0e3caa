"""Whom a word means that points back: it, they, the country, 两国, 双方, 我方, 对方."""

from geo.clauses.frames import Phrase
from geo.statements.events.acts import NOBODY, Background, Side


def resolve(phrase: Phrase, background: Background, other: Side) -> Side:
    """Return those whom a pronoun means, given who stands on the other side; nobody where more than one reading fits.

    `background.earlier` are the codes named before it in its sentence, in order, `before` those of the sentence before.
    """
    if phrase.pronoun == "ours":
        return background.imply()
    if phrase.pronoun == "both":
        return _find_pair(background)
    if phrase.pronoun == "other":
        return _find_other(background, other)
    taken = {code.partition(":")[0] for code in other.codes}
    left = [code for code in background.earlier if code not in taken]
    if left:
        return Side((left[0],)) if len(set(left)) == 1 else NOBODY
    return Side((background.lead,)) if background.lead and background.lead not in taken else NOBODY


def _find_pair(background: Background) -> Side:
    """Return the two who are named in this sentence, else in the one before."""
    for named in (background.earlier, background.before):
        if len(set(named)) == 2:
            return Side(tuple(dict.fromkeys(named)))
    return NOBODY


def _find_other(background: Background, other: Side) -> Side:
    left = {code for code in (*background.earlier, *background.before) if code not in other.codes}
    return Side((left.pop(),)) if len(left) == 1 else NOBODY
