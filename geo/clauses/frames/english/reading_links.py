"""How links open and close clauses: relatives, subordinators, commas and stops."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import OPEN_KINDS, Clause, ClauseKind, tells_what
from geo.clauses.frames.english.lexicons import read_particles, read_set
from geo.clauses.frames.english.lookahead import is_finite
from geo.clauses.frames.english.reading_state import ReadingState
from geo.clauses.frames.english.records import Group, Link, Node, Verb


class ReadingLinks(ReadingState):
    """The reading of links."""

    def _read_link(self, link: Link, nodes: Sequence[Node], place: int) -> None:
        if link.kind == "stop":
            self.open = self._add(Clause("main"))
            self._settle()
            self.tail = []
        elif link.kind == "comma":
            self.comma = True
            self.tail = []
        elif link.kind == "conjunction":
            self.conjunction = link.word
            self.tail = []
        elif link.kind == "preposition" and _opens_clause(link, nodes, place):
            self._open_subordinate(link, nodes, place)
        elif link.kind == "preposition":
            self.preposition = "" if self._read_particle(link) else link.word
        elif link.kind == "relative":
            self._open_relative(link)
        else:
            self._open_subordinate(link, nodes, place)

    def _read_particle(self, link: Link) -> bool:
        """Take in the second word of a verb behind its object: "handed them over"."""
        verb = self.open.verb
        if verb is None or not isinstance(self.last, Group) or f"{verb.lemma} {link.word}" not in read_particles():
            return False
        self.open.verb = verb._replace(lemma=f"{verb.lemma} {link.word}")
        return True

    def _open_relative(self, link: Link) -> None:
        given, unclear = self._find_given(link)
        reporting = isinstance(self.last, Verb) or given is None
        if self.conjunction and self.open.kind == "relative" and link.word != "that":
            given = self.open.given or given
        kind: ClauseKind = "subordinate" if reporting or (link.word == "where" and not given) else "relative"
        clause = Clause(
            kind,
            self.open,
            given=None if kind == "subordinate" else given,
            opener=link.word,
            start=link.start,
            apart=self.comma,
        )
        clause.unclear = unclear
        if self.preposition:
            clause.opener = f"{self.preposition} {link.word}"
        self.open = self._add(clause)
        self._settle()
        self.tail = []

    def _find_given(self, link: Link) -> tuple[Group | None, bool]:
        """Return the group before a relative word, and whether another one may be meant as well."""
        clause = self.open
        while clause.kind in OPEN_KINDS and self.comma and clause.parent and not clause.items:
            clause = clause.parent
        if link.word == "that" and clause.verb is not None and tells_what(clause):
            return None, False
        if clause.verb is None:
            found = clause.subjects[-1] if clause.subjects else None
            hanging = bool(clause.fronted) and clause.fronted[-1].group.start > (found.start if found else -1)
            if found is None and clause.fronted:
                return clause.fronted[-1].group, False
            return found, hanging and link.word not in ("who", "where") and bool(found and found.sort and found.owners)
        if not clause.items:
            return (clause.given if clause.kind == "participle" and self.comma else None), False
        last = clause.items[-1]
        nouns = [one for one in clause.items if not one.group.is_time]
        several = bool(last.preposition) and len(nouns) > 1 and link.word in ("which", "that") and self.comma
        return last.group, several

    def _open_subordinate(self, link: Link, nodes: Sequence[Node], place: int) -> None:
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        if isinstance(following, Verb) and following.form in ("ger", "part"):
            self.preposition = link.word
            return
        parent = self.open
        if self.comma and parent.kind in ("relative", *OPEN_KINDS) and parent.apart:
            parent = parent.parent or parent
        self.open = self._add(Clause("subordinate", parent, opener=link.word, start=link.start))
        parent.inner.append(self.open)
        self._settle()
        self.tail = []


def _opens_clause(link: Link, nodes: Sequence[Node], place: int) -> bool:
    """Tell "after its president met the king" from "after the meeting"."""
    group, verb = nodes[place + 1 : place + 2], nodes[place + 2 : place + 3]
    clausal = link.word in read_set("clauses", "clauses", "subordinate")
    return clausal and bool(group) and isinstance(group[0], Group) and bool(verb) and is_finite(verb[0])
