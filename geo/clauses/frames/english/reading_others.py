"""Participles, gerunds and infinitives: to what they belong, and who acts in them."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause, find_subjects
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.lookahead import goes_on_after, has_finite
from geo.clauses.frames.english.reading_finite import ReadingFinite
from geo.clauses.frames.english.records import Group, Node, Verb


class ReadingOthers(ReadingFinite):
    """The reading of verbs that are not finite."""

    def _read_participle(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        clause = self.open
        chained = self.comma and clause.verb is not None and clause.verb.passive and goes_on_after(nodes, place)
        if (
            (self.conjunction or chained)
            and clause.verb is not None
            and (clause.verb.passive or clause.kind == "participle")
        ):
            self._follow(clause, verb)
            return
        given = self._find_before(clause)
        new = Clause(
            "participle",
            clause,
            verb,
            given=given,
            start=verb.start,
            apart=self.comma,
            opener=self.preposition,
            has_subject=True,
        )
        if given is None and clause.verb is None:
            clause.waiting.append(new)
        if self.preposition and self.preposition in read_set("clauses", "clauses", "subordinate"):
            new.given = None
        self.open = self._add(new)

    def _find_before(self, clause: Clause) -> Group | None:
        if clause.verb is None:
            return (
                clause.subjects[-1]
                if clause.subjects
                else clause.fronted[-1].group
                if clause.fronted and not self.comma
                else None
            )
        things = [one.group for one in clause.items if not one.group.is_time]
        return things[-1] if things else (clause.given or (clause.subjects[-1] if clause.subjects else None))

    def _read_gerund(self, verb: Verb) -> None:
        clause = self.open
        new = Clause(
            "gerund", clause, verb, start=verb.start, apart=self.comma, opener=self.preposition, has_subject=True
        )
        before = self.last
        if self.conjunction and clause.kind == "gerund":
            self._follow(clause, verb)
            return
        if isinstance(before, Group) and not self.preposition and not before.is_time and not _is_where(clause, before):
            new.subjects = [before]
            new.kind = "participle"
        elif (
            self.preposition
            and clause.verb is not None
            and clause.verb.lemma in read_set("verbs", "governing", "object")
        ):
            new.subjects = [one.group for one in clause.items if not one.preposition][:1] or list(find_subjects(clause))
        elif clause.verb is None and not clause.subjects:
            clause.waiting.append(new)
        else:
            new.subjects = list(find_subjects(clause))
            new.has_subject = bool(new.subjects) or clause.has_subject
        self.open = self._add(new)

    def _read_infinitive(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        clause = self.open
        if clause.verb is None and clause.subjects and clause.kind == "main" and not has_finite(nodes, place):
            self._set(clause, verb)  # "Japan to send masks"
            return
        if self.conjunction and clause.kind == "infinitive":
            self._follow(clause, verb)
            return
        if self.conjunction and not verb.to and clause.verb is not None and clause.verb.finite_by_auxiliary:
            self._follow(clause, verb._replace(form="fin"))  # "will send doctors and give masks"
            return
        if (
            self.conjunction
            and clause.verb is not None
            and clause.parent is not None
            and clause.parent.kind == "infinitive"
        ):
            self._follow(clause.parent, verb)
            return
        new = Clause(
            "infinitive", clause, verb, start=verb.start, apart=self.comma, opener=self.preposition, has_subject=True
        )
        new.subjects = list(self._control(clause))
        if clause.verb is None and not clause.subjects:
            clause.waiting.append(new)
        self.open = self._add(new)

    def _control(self, clause: Clause) -> Sequence[Group]:
        """Return the subject of an infinitive: of the noun before it, of the object, else of the clause."""
        before = self.last
        if isinstance(before, Group) and before.head in read_set("verbs", "governing", "intending"):
            owners = before.owners
            owner = Group(before.start, before.end, codes=owners, pronoun=before.possessor, actor="")
            if owners or before.possessor:
                return [owner]
        if clause.verb is not None and clause.verb.lemma.split()[0] in read_set("verbs", "governing", "object"):
            bare = [
                one.group
                for one in clause.items
                if not one.group.is_time and one.preposition in ("", "on", "for", "upon", "to")
            ]
            if clause.verb.passive:
                return find_subjects(clause)
            if bare:
                return bare[:1]
        return find_subjects(clause)


def _is_where(clause: Clause, group: Group) -> bool:
    """Tell "spent weeks in Fiji helping" from "a team helping": a land behind "in" does nothing."""
    last = clause.items[-1] if clause.items else None
    land = group.is_name and bool(group.codes or group.located)
    return land and last is not None and last.group is group and last.preposition in ("in", "at", "across")
