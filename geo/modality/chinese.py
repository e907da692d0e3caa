"""What a Chinese clause says of its act, and what the clauses before it say where it has no subject of its own."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from geo.base.records import Status
from geo.modality.operators import Operator, Operators, find_operators, read_operators

_CLAUSE_END = re.compile(r"[，：]|,(?!\d)|:(?!\d)")
# What stands right before whom something is done for or to.
_FOR_WHOM = frozenset("向为对给与同帮")
_CARRIED = 4  # clauses before its own that may tell of a span


class Said(NamedTuple):
    """What a clause says: its status, whether a word says so and not the bare verb, and whether a wish denies it."""

    status: Status | None
    firm: bool = False
    wished: bool = False


_SILENT = Said(None)
_WEIGHTS: dict[str, Said] = {
    "denying": Said("denied", firm=True),
    "refusing": Said("denied", firm=True),
    "hindering": Said("denied", firm=True, wished=True),
    "asking": Said("denied", firm=True, wished=True),
    "possible": Said("denied", firm=True, wished=True),
    "announcing": Said("announced", firm=True),
    "planning": Said("planned", firm=True),
    "done": Said("done", firm=True),
    "marked": Said("done", firm=True),
    "act": Said("done"),
    "approving": Said("done"),
    "praising": Said("done"),
    "affirming": Said("done"),
    "disposing": Said("done"),
    "act_for_all": Said("done", firm=True),
}
# What may be told of the thing counted, and not of the act: "发运了加纳要求的5000套".
_OF_OTHERS = frozenset({"asking", "announcing", "planning"})
# What a span does that is the subject of these is an act of its own: "30国呼吁停火".
_OWN_ACTS = frozenset({"refusing", "hindering", "asking", "announcing"})
_DENIALS = frozenset({"denying", "refusing"})
# What leaves open whether a vote was ever taken.
_OPEN = frozenset({"if", "possible", "planning"})


def read_status(before: str, span: str, after: str) -> Status | None:
    """Return what the clause says that holds a span, given the sentence in three parts."""
    operators = read_operators("zh")
    start, end = len(before), len(before) + len(span)
    text = before + span + after
    found = [one for one in _list_operators(text) if one.end <= start or one.start >= end]
    ahead = [one for one in found if one.end <= start and not _describes(one, before)]
    if _is_conditional(ahead):
        return "denied"
    clauses = _split_clauses(before)
    if _is_tally(text, start, operators) and not any(one.kind in _OPEN for one in ahead if one.start >= clauses[-1][0]):
        return "done"
    said = _fold([one for one in ahead if one.start >= clauses[-1][0]], before)
    if said.status is None:
        ending = _CLAUSE_END.search(text, end)
        said = _fold_subject([one for one in found if end <= one.start < (ending.start() if ending else len(text))])
    if not said.firm or said.status == "planned":
        carried = _carry(text, clauses, ahead, said, operators)
        praising = any(one.kind == "praising" and one.start >= clauses[-1][0] for one in ahead)
        said = said if praising and carried.status == "announced" else carried
    once_planned = said.status == "planned" and operators.scopes["once_planned"].search(before)
    if once_planned and any(one.kind in _DENIALS for one in found if one.start >= end):
        return "denied"  # "原定派出的400名士兵没有出发"
    return _take_back(said, before, after, operators)


# The counts and acts of one sentence ask for the same words one after another.
@lru_cache(maxsize=16)
def _list_operators(text: str) -> Sequence[Operator]:
    return find_operators(text, read_operators("zh"))


def _is_tally(text: str, start: int, operators: Operators) -> bool:
    """Tell how many voted how, which is a fact whatever became of the motion: "5票反对、35票弃权"."""
    scopes = operators.scopes
    if scopes["tally"].match(text, start):
        return True
    begins = scopes["tally_beside"].match(text, start) and scopes["tally_begin"].search(text[:start])
    return bool(begins and scopes["voting"].search(text))


def _describes(one: Operator, before: str) -> bool:
    """Tell a denial that only describes whom something is done for: "向没有疫苗的20国提供"."""
    return one.kind in _DENIALS and before[one.start - 1 : one.start] in _FOR_WHOM and before.endswith("的")


def _is_conditional(ahead: Sequence[Operator]) -> bool:
    """Tell whether the last condition before a span still holds: no "but" follows it."""
    for one in reversed(ahead):
        if one.kind in ("if", "contrast"):
            return one.kind == "if"
    return False


def _split_clauses(before: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence begin and end, up to a span in the last of them."""
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    return list(pairwise([0, *ends, len(before)]))


def _fold(found: Sequence[Operator], text: str) -> Said:
    """Return what words say together: a denial lasts, what has happened outdoes plans, a bare verb adds nothing.

    After "拒绝谈判的政府" what the government did is told by its own verb; in "发运了对方要求的" nothing is asked for.
    """
    said, denied_at, described = _SILENT, -1, text.endswith("的")
    for one in found:
        if one.kind == "contrast":
            said = _SILENT
        elif one.kind in _WEIGHTS:
            left = one.kind == "marked" and denied_at >= 0 and text.find("的", denied_at, one.start) >= 0
            bygone = described and said.firm and said.status == "done" and one.kind in _OF_OTHERS
            denied_at = one.end if one.kind in _DENIALS and denied_at < 0 else denied_at
            said = said if bygone else _join(_SILENT if left else said, one.kind)
    return said


def _join(said: Said, kind: str) -> Said:
    added = _WEIGHTS[kind]
    if said.status == "denied" or (said.firm and not added.firm):
        return said
    if said.status in ("planned", "announced") and kind in ("marked", "planning", "announcing", "act_for_all"):
        return said
    return added


def _fold_subject(found: Sequence[Operator]) -> Said:
    """Return what the words after a span say of it as their subject: the first that tells."""
    for one in found:
        if one.kind in _OWN_ACTS:
            return Said("done", firm=True)
        if one.kind in _WEIGHTS:
            return _WEIGHTS[one.kind]
    return _SILENT


def _carry(
    text: str, clauses: Sequence[tuple[int, int]], ahead: Sequence[Operator], said: Said, operators: Operators
) -> Said:
    """Return what the clauses before say of one that goes on with their subject: "将派出医生，并提供口罩"."""
    opened = clauses[-1][0]
    for start, end in reversed(clauses[-1 - _CARRIED : -1]):
        own = [one for one in ahead if start <= one.start < end]
        earlier = _fold(own, text[:end])
        if own and own[-1].end == end - 1 and own[-1].kind in ("announcing", "asking"):
            return _WEIGHTS[own[-1].kind] if said.status != "denied" else said
        begun = operators.scopes["elided"].match(text, opened) or any(
            one.start == opened and one.kind != "contrast" for one in ahead
        )
        if not begun or said.status == "planned":
            return said
        if earlier.firm:
            return _carry_over(earlier, said, operators.scopes["alike"].match(text, opened) is not None)
        opened = start
    return said


def _carry_over(earlier: Said, said: Said, alike: bool) -> Said:
    """Let a plan, a promise and a wish go on in the next clause; a plain denial only after "也" and its like."""
    carries = earlier.status in ("planned", "announced") or earlier.wished or (earlier.status == "denied" and alike)
    return earlier if carries else said


def _take_back(said: Said, before: str, after: str, operators: Operators) -> Status | None:
    """Return the status after what follows the span: "…的计划被取消", "…，但后来取消", "…的提议"."""
    scopes, status = operators.scopes, said.status
    if status == "denied":
        return status
    if status == "done" and said.firm:
        return "denied" if scopes["idea"].match(after) else "done"
    if scopes["ended"].match(after) or scopes["idea"].match(after):
        return "denied"
    if status in ("planned", "announced"):
        lost = _is_taken_back(before, after, operators) or scopes["conditional"].search(after)
        return "denied" if lost else status
    return _name_deed(status, after, operators)


def _is_taken_back(before: str, after: str, operators: Operators) -> bool:
    """Tell "，但没有兑现" from "，但没有提供另外2笔", which is told of something else."""
    for lost in operators.scopes["retracted"].finditer(after):
        other = operators.scopes["elsewhere"].match(after, lost.end())
        if not other or (other["taker"] and other["taker"] in before):
            return True
    return False


def _name_deed(status: Status | None, after: str, operators: Operators) -> Status | None:
    """Return the status of a bare verb after the noun it ends in: "…的决定", "…的计划"; "…后，" tells what has happened."""
    if operators.scopes["decision"].match(after):
        return "announced"
    if status is None and operators.scopes["afterwards"].match(after):
        return "done"
    return "planned" if operators.scopes["plan"].match(after) else status
