"""Whom a pronoun means that is the subject of a clause inside another, and who "the two sides" are."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_sides, merge
from geo.clauses.frames.english.thanking import list_addressed, thanks
from geo.clauses.frames.rules import read_rule_words

THANKING = read_rule_words("en", "pronouns", "thanking")
_BACK = 4  # clauses before a pronoun in which two sides are looked for


def resolve_subject(clause: Clause) -> None:
    """Let a pronoun that is a subject mean that of the clause around its own: "Turkey said it would send"."""
    parent = clause.parent
    if parent is None or len(clause.subjects) != 1 or clause.subjects[0].pronoun not in ("it", "they"):
        return
    group = clause.subjects[0]
    if (
        group.codes
        or len(parent.subjects) != 1
        or not (group.words in (("it",), ("they",), ("he",), ("she",)) or group.possessor)
    ):
        return
    source = parent.subjects[0]
    if parent.lemma != "thank" and thanks(parent):
        source = next(iter(list_addressed(parent)), source)
    elif parent.verb is not None and parent.verb.lemma in THANKING:
        source = next((one.group for one in parent.items if not one.preposition), source)
    codes = list_sides(source) or (source.located if source.is_name else ())
    if source.counted and not codes:
        group.counted, group.pronoun = True, None  # "17 countries announced that they would"
    elif not codes and group.words in (("he",), ("she",)) and (source.actor == "" or source.is_person):
        group.pronoun = None  # "the minister leaves for Maputo, where he will": nobody says whose
    if codes and (len(codes) == 1 or group.pronoun == "they"):
        group.codes, group.actor = codes, ""


def resolve_both(clause: Clause, clauses: Sequence[Clause], place: int) -> None:
    """Let "the two sides" mean the two who act in a clause before: "held talks with Chile, after which the two signed"."""
    both = [group for group in clause.subjects if group.pronoun == "both" and not group.codes]
    if not both:
        return
    for other in reversed(clauses[max(0, place - _BACK) : place]):
        groups = [*other.subjects, *(one.group for one in other.items if one.preposition in ("", "with", "to"))]
        codes = merge(*map(list_sides, groups))
        if len(codes) == 2:
            both[0].codes = codes
            return
