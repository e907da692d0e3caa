"""The part of speech of each word of an English text: universal tags, verbs by their form.

features (what tells the tag of a word) · models (the weights of each feature, and the tagging itself).
"""

from collections.abc import Sequence

from geo.clauses.tagging.models import read_model

__all__ = ["tag"]


def tag(words: Sequence[str], fixed: Sequence[str | None] | None = None) -> list[str]:
    """Return the part of speech of each word of an English sentence or headline.

    The tags are those of Universal Dependencies (NOUN, PROPN, ADP …), but a verb is VERB:fin (finite), VERB:part (past
    participle), VERB:ger (its form in -ing) or VERB:inf (bare); AUX is an auxiliary in any form. Where `fixed` gives a
    tag, that one stands, and the words beside it are read accordingly; a name of several words may be one word.

    The method: an averaged perceptron that goes from left to right (Collins 2002), trained on UD_English-EWT.

    >>> tag(["Doctors", "sent", "by", "Japan", "arrived"], [None, None, None, "PROPN", None])
    ['NOUN', 'VERB:part', 'ADP', 'PROPN', 'VERB:fin']
    """
    return read_model().tag(words, fixed or [None] * len(words)) if words else []
