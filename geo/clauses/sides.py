"""The side of a count that is not counted: who gave, who received, and whether it is planned, announced or done.

"79 countries gave to China" counts the givers and names the receiver; "China gave to 80 countries" the other way round.
Where money, teams or goods are counted, both sides may be named. A side named by no code stays unknown.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.records import Mention, Status
from geo.clauses.actors import name_counted, name_side
from geo.clauses.clause_ends import find_clause
from geo.clauses.counts import PARTIES, Count
from geo.clauses.objects import find_provided
from geo.clauses.roles import (
    CountedSentence,
    Lead,
    find_act,
    find_agent,
    find_given,
    find_giver,
    find_last,
    find_lead,
    find_own,
    find_provided_to,
    find_receiver,
    find_source,
    find_subject,
    governs,
)
from geo.modality.polarity import find_status

_AGENT = re.compile(r"\bby (?:the )?$|由$", re.IGNORECASE)
# "Two foundations to aid ten countries": how a headline tells what is to come; no verb stands before "to".
_HEADLINE = re.compile(
    r"(?:(?=[\w'’-]++ )(?!\w+ed\b|(?:is|are|was|were|has|have|had|able|ready|first|began|continues?|efforts?|need(?:s|ed)?)\b)[\w'’-]++ ){1,6}"
    r"to (?:also )?(?:aid|send|give|donate|provide|offer|supply|ship|deliver|dispatch|share|grant)\b",
    re.IGNORECASE,
)
_HELD = ("meetings", "events")  # held together: nobody gives them
_REACH = 12  # characters from 为, to or from to the name it governs


class Sides(NamedTuple):
    """Who gave and who received, as far as they are named and not counted, and how far the act has come."""

    giver: str | None
    recipient: str | None
    status: Status | None


def find_sides(plain: str, count: Count, mentions: Sequence[Mention], language: str) -> Sides:
    """Return the named sides of the act in the count's sentence, each None where it is counted or not named."""
    act = find_act(plain, count, mentions, language)
    giver, recipient = (_find_for_party if count.unit in PARTIES else _find_for_thing)(act)
    lead = find_lead(act, mentions) if act.words.giving.search(plain, *act.sentence) else None
    subject = lead.subject if lead else None
    if subject and act.words.receiving.search(plain, act.sentence.start, count.start):
        recipient = recipient or subject
    elif giver is None and subject != recipient:
        giver = subject
    told = _find_status(act, lead, giver is not None or recipient is not None)
    return Sides(giver, recipient, _settle(act, told))


def _settle(act: CountedSentence, told: Status | None) -> Status | None:
    """Return how far an act has come: as its own clause says where that speaks, else as the words of its sentence do.

    Of "17 countries announced help" the clause says that they did announce it: the help has come no farther than that.
    """
    clause = find_status(act.plain, act.counted.start, act.counted.end, act.language)
    announcing = clause == "done" and act.counted.unit in PARTIES
    return told if clause in (None, "denied") or (told and announcing) else clause


def _find_for_party(act: CountedSentence) -> tuple[str | None, str | None]:
    """Return the sides where the countries or organisations counted are one of them."""
    kind = name_counted(act.plain, act.counted.start, act.counted.end, act.language)
    given = _find_given_to(act)
    if given is not None:
        return given[0], kind
    start, end = act.counted.end, act.sentence.end
    if _is_agent(act):
        return kind, find_receiver(act)
    if received := find_last(act.words.receiving, act.plain, act.sentence.start, act.counted.start):
        return kind, find_subject(act, received.start())
    if act.words.receiving.search(act.plain, start, end):
        return find_agent(act, act.after), kind
    if gave := act.words.giving.search(act.plain, start, end):
        return kind, find_given(act, gave.end()) or find_receiver(act)
    return None, None


def _find_given_to(act: CountedSentence) -> tuple[str | None] | None:
    """Return the giver where those counted are given to, None where they are not."""
    start = act.sentence.start
    to = find_last(act.words.to, act.plain, start, act.counted.start)
    if to and governs(act, to.end()) and _is_giving(act):
        return (find_giver(act, to.start()),)
    if provided := find_provided(act.plain, act.counted, act.sentence, act.words):
        return (find_giver(act, provided[0]),)
    aiding = act.words.aiding.search(act.plain, max(start, act.counted.start - 24), act.counted.start)
    if aiding:
        return (find_giver(act, aiding.start()),)
    received = find_last(act.words.receiving, act.plain, start, act.counted.start)
    source = find_source(act, received.end()) if received else None
    return (source,) if source else None


def _is_giving(act: CountedSentence) -> bool:
    """Tell whether a verb of giving stands before or after those counted."""
    giving, (start, end) = act.words.giving, act.sentence
    before = giving.search(act.plain, start, act.counted.start)
    return bool(before or giving.search(act.plain, act.counted.end, end))


def _is_agent(act: CountedSentence) -> bool:
    """Tell whether those counted gave: "masks donated by 79 countries"."""
    if not _AGENT.search(act.plain, max(0, act.counted.start - 10), act.counted.start):
        return False
    return bool(act.words.giving.search(act.plain, act.sentence.start, act.counted.start))


def _find_for_thing(act: CountedSentence) -> tuple[str | None, str | None]:
    """Return the sides where money, people or goods are counted, and both may be named."""
    plain, count, words = act.plain, act.counted, act.words
    if count.unit in _HELD or not words.giving.search(plain, *find_clause(plain, count.start, count.end)):
        return None, None
    to = find_last(words.to, plain, act.sentence.start, count.start)
    if to is None:
        receiver = find_provided_to(act) or find_receiver(act)
        return find_giver(act, count.start) or find_own(act), receiver
    governed = [m for m in act.before if to.end() <= m.start <= to.end() + _REACH]
    receiver = name_side(plain, governed[0], act.language) if len(governed) == 1 else None
    return find_giver(act, to.start()) or find_own(act), receiver


def _is_headline(act: CountedSentence) -> bool:
    """Tell "Two foundations to aid ten countries", without a full stop, from a sentence."""
    stopped = act.plain[act.sentence.end : act.sentence.end + 1] == "."
    return not stopped and _HEADLINE.match(act.plain, act.sentence.start, act.counted.start) is not None


def _find_status(act: CountedSentence, lead: Lead | None, is_given: bool) -> Status | None:
    """Return how far the act has come, told in the count's clause, or where only the sentence tells the sides, there."""
    plain, words = act.plain, act.words
    clause = find_clause(plain, act.counted.start, act.counted.end)
    told = any(words_of.search(plain, *clause) for words_of in (words.giving, words.holding, words.receiving))
    begin = act.sentence.start if is_given and not told else clause.start
    end = act.counted.start
    if not words.giving.search(plain, begin, end) and not words.to.search(plain, begin, end):
        given = words.giving.search(
            plain, act.counted.end, clause.end
        )  # "17 countries announced that they would offer"
        end = given.start() if given else end
    told_in = [(begin, end), *([lead.clause] if lead else [])]
    if any(words.announced.search(plain, *span) for span in told_in):
        return "announced"
    if any(words.planned.search(plain, *span) for span in told_in) or _is_headline(act):
        return "planned"
    return "done" if told or is_given else None
