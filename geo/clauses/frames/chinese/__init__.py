"""The frames of Chinese sentences, by a cascade.

lexicon (the words known) · tokens, speakers, bodies · sides, tails, members, phrases (noun phrases) · items, coverbs, bound_names,
nominals (the parts of a clause) · drafts, placings, turns, series, predicates (verbs with their slots) · relative_bounds,
descriptions, relatives, copulas (what stands before 的 and behind 是) · clauses, guests, references, continuations (what
clauses share) · passing (what is only named) · tellings, frames · persons.
"""

from geo.clauses.frames.chinese.frames import list_frames
from geo.clauses.frames.chinese.lexicon import match_act, match_joining, match_office, match_pronoun
from geo.clauses.frames.chinese.persons import list_persons
from geo.clauses.frames.chinese.tokens import list_tokens
from geo.clauses.frames.records import Reading, Words
from geo.clauses.frames.units import list_units

__all__ = ["read_sentence"]


def read_sentence(words: Words) -> Reading:
    """Return the frames and persons of a sentence; none where it has no word for an act, or nobody is named or meant."""
    within = words.text, words.start, words.end
    named = bool(list_units(words))
    meant = named or match_pronoun().search(*within) or match_joining().search(*within)
    tells = match_act().search(*within) is not None and bool(meant)
    names = named and match_office().search(*within) is not None
    if not tells and not names:
        return Reading()
    tokens = list_tokens(words)
    return Reading(list_frames(tokens, words) if tells else (), list_persons(tokens) if names else ())
