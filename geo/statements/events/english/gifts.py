"""Supplies, money and teams given or sent in English: "A donated masks to B", "B was sent masks by A"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from geo.base.records import EventKind, Status
from geo.statements.events.acts import NOBODY, Act, Background, Side, give, name_supplies, side_of
from geo.statements.events.english.subjects import find_part, find_status, find_subject, is_retold
from geo.statements.events.english.supplies import BOUGHT, BY, GOODS, TEAM, find_owner, is_team_first
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape

_DONATE = r"donat(?:e|es|ed|ing)|gifted|contribut(?:e|es|ed|ing)"
_PROMISE = r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?|earmark(?:s|ed)|approv(?:es|ed)"
# "supplies", "ships" and "grants" are nouns as well: the bare verbs only after their auxiliary.
_BARE = r"(?:(?<=to )|(?<=will )|(?<=would ))(?:ship|supply|grant)"
_SEND = (
    r"sen[dt]s?|sending|g[ai]ves?|given|giving|shipped|shipping|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|suppl(?:ied|ying)|"
    r"dispatch(?:es|ed|ing)?|airlift(?:s|ed|ing)?|hand(?:s|ed|ing) over|flew|flown|extend(?:s|ed)|allocat(?:es|ed)|granted|deploy(?:s|ed)|"
    rf"presented|brought|transported|lends?|lent|assisted|aided|{_BARE}"
)
_GIVE = re.compile(
    rf"(?<!-)\b(?=\w)(?:(?P<donate>{_DONATE})|(?P<promise>{_PROMISE})|(?P<send>{_SEND}))\b(?! (?:off|up|rise|birth|way|support for a|notice))",
    re.IGNORECASE,
)
_MOVED = re.compile(r"sen|dispatch|deploy|airlift|fl[oe]wn?|offer|pledg|promis|provid", re.IGNORECASE)
_BETWEEN = (
    r"(?: (?:help|assist|support|the|its|their|an?|people|patients|hospitals?|governments?|of|in|health|ministry|local|about|some|more|"
    r"than|over|another|nearly|at|least|as|many|up|authorities|both|all|countries|such|several|ten|other|including|neighbou?ring|poorer|"
    r"\d+)){0,9}"
)
_TO = re.compile(rf"\b(?P<word>to|for|in|into|with)\b{_BETWEEN} ?(?P<to>[{GROUP}{PLACE}])")
_CARE = re.compile(r"\b(?:people|hospitals?|patients|health)\b")
_ANOTHER = re.compile(r"(?:,| and)(?: [\w.,-]+){0,6} $")
# "sent Italy 30 tonnes", "provided Iran with masks", "offer China supplies".
_DIRECT = re.compile(
    rf" (?:the |neighbou?ring |hard-hit )?(?P<to>{GROUP})(?!['’]s\b)(?= (?:with )?(?:an?|the|some|more|about|its|their|another|medical|"
    r"masks|face|\d|[$€£¥]|\w+ (?:doses|masks|tonnes|million|thousand|kits|ventilators)|supplies|aid|vaccines?|test|\w+-\w+|emergency|"
    r"[a-z]+ (?:supplies|equipment|aid)))"
)
# "gave Mali tea and masks": what follows the name of the taker is no preposition and no verb.
_GIVEN_TO = re.compile(
    rf" (?:the )?(?P<to>{GROUP})(?= (?!(?:and|or|but|to|in|for|from|by|on|at|with|of|after|before|as|when|while|who|which|that|was|were|is|are|"
    r"had|has|have|will|would|could|should|last|this|next|yesterday|today|earlier|under|over|through|via|during)\b)[a-z]{2,})"
)
_DITRANSITIVE = re.compile(r"g[ai]v|sen[dt]|offer|len[dt]|grant", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are)(?: (?:also|later|then|already|being|now|to be|all|each|both|since|first|\w+ly))* $",
    re.IGNORECASE,
)
# "Fiji was given masks": the subject of the passive takes.
_TAKEN = re.compile(
    rf"(?P<to>{GROUP})(?:, [^,;.:]{{1,60}},)?(?: (?:has|had|have|each|both|also|which|who|will|would|be))* (?:was|were|been|being|be|is|are)(?: (?:each|both|also|all|\w+ly))* $"
)
# "vaccines donated by Spain are due to leave"
_PENDING = re.compile(r"\b(?:(?:is|are) (?:due|expected|set|scheduled|to)|will|ha(?:s|ve) yet to)\b")
_WHOM = re.compile(rf"\b(?:whom|which|that) (?:the )?{GROUP}(?: (?:has|had|have))? $")
_TO_BY = re.compile(rf" (?:to|for) (?:the )?[{GROUP}{PLACE}](?= by\b)")
_IT = re.compile(
    r"\b(?:doses|masks|kits|ventilators|supplies|aid)(?: (?:that|which))? (?:it|they)(?: (?:has|had|have|was|were|been))* $"
)
_BY_NEXT = re.compile(r" (?:by|to|from|in)\b")

# "told the press who had sent supplies": the answer is not there.
_ASKED = re.compile(
    r"\b(?:told|tells?|asked|asks?|explain\w*|list\w*|said|says?|know|known|knew|reveal\w*|report\w*|show\w*|see|learn\w*|and|or|of|about|on)\b"
    r"(?: (?!who\b|which\b|what\b|how\b)[\w'’-]+){0,4} (?:who|whom|what|how many(?: \w+){1,2}|which(?: \w+){0,2})"
    r"(?: (?:had|has|have|also|already|was|were|been))* $",
    re.IGNORECASE,
)
# "Japan's donation of masks to Fiji"
_NOUN = re.compile(
    rf"(?P<by>{GROUP})(?:['’]s?)? (?:[a-z]+ ){{0,2}}(?:(?P<donate>donation|gift)|shipment|delivery|consignment) of (?:[^.;:,{GROUP}]|[.,](?=\d)){{1,60}}? to (?:the )?(?P<to>{GROUP})"
)


def find_gifts(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what someone gave, sent, promised or plans to give."""
    yield from _find_nouns(shape)
    matches = list(_GIVE.finditer(shape.text))
    nexts = [match.start() for match in matches[1:]] + [len(shape.text)]
    for match, following in zip(matches, nexts, strict=False):
        end = min(find_part(shape, match.start())[1], following)
        act = _read_gift(shape, match, end, background)
        if act:
            yield act


def _find_nouns(shape: Shape) -> Iterator[Act]:
    for match in _NOUN.finditer(shape.text):
        status = find_status(shape, match.start())
        givers, takers = (side_of(shape.find_group(match.start(side))) for side in ("by", "to"))
        kind: EventKind = "donation" if match["donate"] else name_supplies(status or "done")
        act = give(kind, match.span(), "gift", status, givers, takers) if status else None
        if act and GOODS.search(match[0]):
            yield act


class _Voice(NamedTuple):
    """How a verb is used: in the passive, whose subject may be the one that takes, or as a participle with its agent."""

    passive: bool
    participle: bool
    taken: re.Match[str] | None


def _read_gift(shape: Shape, match: re.Match[str], end: int, background: Background) -> Act | None:
    start, part_end = find_part(shape, match.start())
    voice = _find_voice(shape, match, start)
    status = _find_status(shape, match)
    if status == "done" and voice.participle and _PENDING.search(shape.text, match.end(), part_end):
        status = "planned"
    kind = _name_kind(
        match, _find_told(shape.text[start : match.start()], shape.text[match.end() : end], voice), status
    )
    if status is None or kind is None or _ASKED.search(shape.text, max(start, match.start() - 60), match.start()):
        return None
    givers = _find_agent(shape, match, start, part_end) if voice.passive else _find_giver(shape, match, background)
    takers = _find_taker(shape, match, end) or _find_passive_taker(shape, match, voice, background)
    rule = "team" if kind == "team_sent" else "gift"
    return give(kind, match.span(), rule, status, givers, takers, retold=is_retold(shape, match.start()))


def _find_voice(shape: Shape, match: re.Match[str], start: int) -> _Voice:
    passive = _is_passive(shape.text[max(start, match.start() - 40) : match.start()], match[0])
    taken = _TAKEN.search(shape.text, start, match.start()) if passive else None
    return _Voice(passive, not passive and _find_by(shape, match) is not None, taken)


def _find_told(before: str, after: str, voice: _Voice) -> str:
    """Return the words that name what was given: "masks sent by Japan", "masks were sent", but "Japan sent masks"."""
    named_after = GOODS.search(after) or TEAM.search(after)
    whom = _WHOM.search(before) and not named_after
    return before if (voice.passive and not voice.taken) or voice.participle or whom else after


def _find_passive_taker(shape: Shape, match: re.Match[str], voice: _Voice, background: Background) -> Side:
    """Return who was given something as the subject of a passive: "Fiji was given", "doses it had been given"."""
    if voice.taken and not _BY_NEXT.match(shape.text, match.end()):
        return side_of(shape.find_group(voice.taken.start("to")))
    if voice.passive and _IT.search(shape.text, max(0, match.start() - 40), match.start()):
        return find_subject(shape, match.start(), background)
    return NOBODY


def _is_passive(before: str, verb: str) -> bool:
    """Tell "was given" from "was giving"."""
    return _PASSIVE.search(before) is not None and not verb.lower().endswith("ing")


def _find_status(shape: Shape, match: re.Match[str]) -> Status | None:
    status = find_status(shape, match.start())
    return "announced" if status == "done" and match["promise"] else status


def _name_kind(match: re.Match[str], what: str, status: Status | None) -> EventKind | None:
    """Return what was done with what is named; None where it is nothing that can be sent or given."""
    if match["donate"]:
        return "donation"
    if _MOVED.match(match[0]) and is_team_first(what):
        return "team_sent"
    return name_supplies(status) if status and GOODS.search(what) and not BOUGHT.search(what) else None


def _find_taker(shape: Shape, match: re.Match[str], end: int) -> Side:
    direct = _DIRECT.match(shape.text, match.end())
    if not direct and _DITRANSITIVE.match(match[0]):
        direct = _GIVEN_TO.match(shape.text, match.end())
    group = shape.find_group(direct.start("to")) if direct else None
    if group and not group.adjective:
        return side_of(group)
    goals = [to for to in _TO.finditer(shape.text, match.end(), end) if _is_goal(to)]
    chosen = goals[:1]
    for one, other in pairwise(goals):
        if not _ANOTHER.search(shape.text, one.end(), other.start()):
            break
        chosen.append(other)
    sides = [side_of(shape.find_group(to.start("to"))) for to in chosen]
    if len(sides) == 1:
        return sides[0]
    sides = [side for side in sides if not side.meant]
    codes = tuple(dict.fromkeys(code for side in sides for code in side.codes))
    return Side(codes, any(side.counted for side in sides))


def _is_goal(to: re.Match[str]) -> bool:
    """Tell "to China" from "in Beijing" and "with China": only to, for and into lead to a taker for sure."""
    return to["word"] in ("to", "for", "into") or (to["word"] == "in" and _CARE.search(to[0]) is not None)


def _find_agent(shape: Shape, match: re.Match[str], start: int, end: int) -> Side:
    """Return who did what is told in the passive: named after "by", else whose goods or team it is."""
    by = BY.search(shape.text, match.end(), end)
    return side_of(shape.find_group(by.start("by"))) if by else find_owner(shape, start, match.start())


def _find_giver(shape: Shape, match: re.Match[str], background: Background) -> Side:
    """Return the subject, or after a bare participle ("masks sent by Japan") its agent."""
    by = _find_by(shape, match)
    return side_of(shape.find_group(by.start("by"))) if by else find_subject(shape, match.start(), background)


def _find_by(shape: Shape, match: re.Match[str]) -> re.Match[str] | None:
    """Return the agent of a bare participle: "masks sent by Japan", "masks sent to Laos by Japan"."""
    between = _TO_BY.match(shape.text, match.end())
    return BY.match(shape.text, (between or match).end() + 1)
