"""Those who take part in a meeting by a clause behind the one that tells of it."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.clauses import Clause, replace_drafts
from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.sorts import MEETING, MOVING, is_holder
from geo.clauses.frames.records import MEETINGS, Phrase


def join_meeting(clauses: list[Clause], clause: Clause) -> Clause:
    """Add to a meeting those who take part in it by a clause behind it, and return that clause without their act."""
    left: list[Draft] = []
    for draft in clause.read.drafts:
        at = next((place for place in range(len(clauses) - 1, -1, -1) if _find_meeting(clauses[place])), None)
        if at is None or not _joins(draft):
            left.append(draft)
            continue
        held = _find_meeting(clauses[at])
        online = [one for one in left if one.entry.sort == "video_conference"]
        longer = [_add_guests(one, draft, online) if one is held else one for one in clauses[at].read.drafts]
        clauses[at] = replace_drafts(clauses[at], longer)
        left = [one for one in left if one.entry.sort != "video_conference"]
    return replace_drafts(clause, left)


def _joins(draft: Draft) -> bool:
    """Tell taking part in, or chairing, a meeting that is not named: it is the one before."""
    bare = all(one.sort in MEETINGS and not one.owners for one in draft.list("object"))
    return bare and (draft.act == "attend" or draft.entry.word == "主持")


def _find_meeting(clause: Clause) -> Draft | None:
    for draft in clause.read.drafts:
        held = any(phrase.sort in MEETINGS for phrase in draft.list("object"))
        if draft.act == "meet" or (draft.act in MEETING and held):
            return draft
    return None


def _add_guests(meeting: Draft, joining: Draft, online: Sequence[Draft]) -> Draft:
    means = [Phrase(one.start, one.end, one.entry.word, one.entry.sort) for one in online]
    return meeting.add("partner", joining.list("subject")).add("means", (*joining.list("means"), *means))


def receive_guests(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with an office holder's arrival as a visit where talks follow: "总统抵达塔什干，同…举行会谈"."""
    received: list[Clause] = []
    for place, clause in enumerate(clauses):
        behind = [draft.act for one in clauses[place:] for draft in one.read.drafts if not draft.ahead]
        drafts = [_visit(draft) if "meet" in behind else draft for draft in clause.read.drafts]
        received.append(replace_drafts(clause, drafts))
    return received


def _visit(draft: Draft) -> Draft:
    comes = draft.act in MOVING and draft.list("goal")
    return draft._replace(act="visit") if comes and any(map(is_holder, draft.list("subject"))) else draft
