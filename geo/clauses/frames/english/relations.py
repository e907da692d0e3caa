"""How the clauses of a sentence belong together: purposes, tellings, what is brought along, by what means."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.english.clause_records import Clause, Item
from geo.clauses.frames.english.hanging import list_sides, merge
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.english.slots import find_roles
from geo.clauses.frames.records import Frame


def list_tellings(clause: Clause) -> tuple[str, ...]:
    """Return who tells of what a clause says: "Ukraine's minister said that a deal had been signed"."""
    parent = clause.parent
    if parent is None or parent.verb is None or parent.verb.lemma not in read_set("verbs", "governing", "reporting"):
        return ()
    return merge(*map(list_sides, parent.subjects))


def find_outer(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause in which what a participle or relative clause tells of plays its own part."""
    if clause.given is None or clause.kind not in ("participle", "relative"):
        return None
    for other in clauses:
        if other is clause.parent and other.verb is not None:
            roles = find_roles(other)
            if any(
                clause.given is group or clause.given in group.members for group in (*roles.objects, *roles.subjects)
            ):
                return other
    return None


def split_partners(frame: Frame, groups: Sequence[Group]) -> Iterator[Frame]:
    """Yield one frame for each partner where they were talked with apart: "held separate calls with Japan and Peru"."""
    partners = [one for one in frame.slots if one[0] == "partner" and one[1].parties]
    if (
        frame.act not in ("call", "meet", "convene")
        or not any("separate" in group.words for group in groups)
        or not partners
    ):
        yield frame
        return
    others = [(slot, phrase._replace(owners=())) for slot, phrase in frame.slots if slot != "partner"]
    for code in merge(*(phrase.parties for _, phrase in partners)):
        yield frame._replace(slots=(*others, ("partner", partners[0][1]._replace(parties=(code,)))))


def find_purpose(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the infinitive that says what a gift is for, and so for whom: "approved a grant to help Mozambique"."""
    following = (one for one in clauses if one.parent is clause and one.kind == "infinitive" and not one.opener)
    return next((one for one in following if one.verb is not None and one.verb.to), None)


def find_served(clause: Clause, clauses: Sequence[Clause]) -> Clause | None:
    """Return the clause that says whom what the money is for helps: "for a fund which will help strengthen Samoa"."""
    inside = [one for one in clauses if one is clause or (one.kind == "participle" and one.start > clause.start)]
    for other in clauses:
        helps = (
            other.verb is not None
            and other.kind == "relative"
            and other.verb.lemma in ("help", "support", "assist", "benefit", "strengthen")
        )
        if helps and any(
            item.group is other.given for one in inside for item in one.items if item.preposition in ("for", "to")
        ):
            inner = next((one for one in clauses if one.parent is other and one.kind == "infinitive"), None)
            return other if other.items else inner
    return None


def find_brought(clause: Clause) -> Group | None:
    """Return the team or carrier that brings things along: "a team arrived, bringing 200 ventilators"."""
    if clause.verb is None or clause.verb.lemma not in ("bring", "carry", "deliver"):
        return None
    subject = clause.subjects[0] if clause.subjects else clause.given
    parent = clause.parent
    if (
        subject is not None
        and subject.head in read_set("things", "carriers", "words")
        and not subject.owners
        and parent
        and parent.subjects
    ):
        subject = parent.subjects[0]  # "landed aboard a flight that brought"
    return subject if subject is not None and not list_sides(subject) and subject.owners else None


def find_means(items: Sequence[Item]) -> list[Item]:
    """Return the items that tell by what means someone talks: "by phone", "via video link"."""
    return [
        one
        for one in items
        if one.group.sort in ("call", "video_conference")
        and one.preposition in ("by", "via", "over", "through", "on", "in")
    ]
