"""Supplies, money and teams given or sent in English: "A donated masks to B", "B was sent masks by A"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from geo.events.acts import Act, Background, Side, give, name_supplies, side_of
from geo.events.english.subjects import find_part, find_status, find_subject, is_retold
from geo.events.english.supplies import BY, GOODS, find_owner, is_team_first
from geo.events.shapes import GROUP, PLACE, Shape
from geo.records import EventKind, Status

_DONATE = r"donat(?:e|es|ed|ing)|gifted|contribut(?:e|es|ed|ing)"
_PROMISE = r"pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|offer(?:s|ed|ing)?|earmark(?:s|ed)|approv(?:es|ed)"
# "supplies", "ships" and "grants" are nouns as well: the bare verbs only after their auxiliary.
_BARE = r"(?:(?<=to )|(?<=will )|(?<=would ))(?:ship|supply|grant)"
_SEND = (
    r"sen[dt]s?|sending|g[ai]ves?|given|giving|shipped|shipping|deliver(?:s|ed|ing)?|provid(?:e|es|ed|ing)|suppl(?:ied|ying)|"
    r"dispatch(?:es|ed|ing)?|airlift(?:s|ed|ing)?|hand(?:s|ed|ing) over|flew|flown|extend(?:s|ed)|allocat(?:es|ed)|granted|deploy(?:s|ed)|"
    rf"presented|exported|transported|assisted|aided|{_BARE}"
)
_GIVE = re.compile(
    rf"(?<!-)\b(?:(?P<donate>{_DONATE})|(?P<promise>{_PROMISE})|(?P<send>{_SEND}))\b(?! (?:off|up|rise|birth|way|support for a|notice))",
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
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are)(?: (?:also|later|then|already|being|now|to be|jointly|all|recently|since))* $",
    re.IGNORECASE,
)


# "told the press who had sent supplies": the answer is not there.
_ASKED = re.compile(
    r"\b(?:told|tells?|asked|asks?|explain\w*|list\w*|said|says?|know|known|knew|reveal\w*|report\w*|show\w*|see|learn\w*|and|or|of|about|on)\b"
    r"(?: (?!who\b|which\b|what\b|how\b)[\w'’-]+){0,4} (?:who|whom|what|how many(?: \w+){1,2}|which(?: \w+){0,2})"
    r"(?: (?:had|has|have|also|already|was|were|been))* $",
    re.IGNORECASE,
)


def find_gifts(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what someone gave, sent, promised or plans to give."""
    matches = list(_GIVE.finditer(shape.text))
    nexts = [match.start() for match in matches[1:]] + [len(shape.text)]
    for match, following in zip(matches, nexts, strict=False):
        end = min(find_part(shape, match.start())[1], following)
        act = _read_gift(shape, match, end, background)
        if act:
            yield act


def _read_gift(shape: Shape, match: re.Match[str], end: int, background: Background) -> Act | None:
    status = _find_status(shape, match)
    start, part_end = find_part(shape, match.start())
    passive = _PASSIVE.search(shape.text, max(start, match.start() - 40), match.start()) is not None
    what = shape.text[start : match.start()] if passive else shape.text[match.end() : end]
    kind = _name_kind(match, what, status)
    if status is None or kind is None:
        return None
    if _ASKED.search(shape.text, max(start, match.start() - 60), match.start()):
        return None
    givers = _find_agent(shape, match, start, part_end) if passive else _find_giver(shape, match, background)
    rule = "team" if kind == "team_sent" else "gift"
    takers = _find_taker(shape, match, end)
    return give(kind, match.span(), rule, status, givers, takers, retold=is_retold(shape, match.start()))


def _find_status(shape: Shape, match: re.Match[str]) -> Status | None:
    status = find_status(shape, match.start())
    return "announced" if status == "done" and match["promise"] else status


def _name_kind(match: re.Match[str], what: str, status: Status | None) -> EventKind | None:
    """Return what was done with what is named; None where it is nothing that can be sent or given."""
    if match["donate"]:
        return "donation"
    if _MOVED.match(match[0]) and is_team_first(what):
        return "team_sent"
    return name_supplies(status) if status and GOODS.search(what) else None


def _find_taker(shape: Shape, match: re.Match[str], end: int) -> Side:
    direct = _DIRECT.match(shape.text, match.end())
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
    by = BY.match(shape.text, match.end() + 1)
    return side_of(shape.find_group(by.start("by"))) if by else find_subject(shape, match.start(), background)
