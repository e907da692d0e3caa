"""Clauses of one sentence that tell one act, joined to one frame."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.slots import list_sorts
from geo.clauses.frames.records import Frame


def join_gaps(found: dict[int, tuple[Clause, Frame]]) -> None:
    """Join the parts of one gift: "two million doses to Brazil and another two million to Morocco"."""
    for key, (clause, frame) in list(found.items()):
        base = clause.gapped
        if base is None or id(base) not in found or clause.subjects != base.subjects:
            continue
        first = found[id(base)][1]
        if (
            list_sorts(list(frame.slots), "object") == list_sorts(list(first.slots), "object")
            and frame.find("indirect") is None
        ):
            more = [one for one in frame.slots if one[0] in ("goal", "benefit", "source")]
            found[id(base)] = base, first._replace(slots=(*first.slots, *more))
            del found[key]


def join_meetings(found: dict[int, tuple[Clause, Frame]]) -> None:
    """Join one meeting told twice: "delegations from Chad and Sudan, meeting in Tripoli, held talks"."""
    for key, (clause, frame) in list(found.items()):
        outer = clause.parent
        if (
            frame.act != "meet"
            or clause.kind not in ("participle", "gerund")
            or outer is None
            or id(outer) not in found
        ):
            continue
        main = found[id(outer)][1]
        if main.act == "meet" and main.list("subject") == frame.list("subject"):
            where = [one for one in frame.slots if one[0] == "place"]
            found[id(outer)] = outer, main._replace(slots=(*main.slots, *where))
            del found[key]
