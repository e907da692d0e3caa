"""What a finite verb begins: its clause, a second verb of the same subject, a clause inside or beside."""

from geo.clauses.frames.english.clause_records import OPEN_KINDS, Clause, Item, list_outer
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.reading_groups import ReadingGroups
from geo.clauses.frames.english.records import Group, Link, Verb


class ReadingFinite(ReadingGroups):
    """The reading of finite verbs."""

    def _read_finite(self, verb: Verb) -> None:
        clause = self.open
        if clause.verb is None:
            self._set(clause, verb)
            return
        self._drop_date(clause)
        outer = next(
            (one for one in list_outer(clause)[1:] if one.verb is None and (one.subjects or one.kind == "relative")),
            None,
        )
        if self.conjunction and not self.tail and isinstance(self.last, Link):
            self._coordinate(verb, outer)
        elif outer is None and self._tells_of_given(clause):
            self._begin_told(verb, clause)
        elif outer is not None and not (self.tail and not self.tail[0].preposition and self._begins_outer()):
            self._set(outer, verb)
        elif self.tail and not self.tail[0].preposition:
            self._begin_with_tail(verb)
        else:
            self._coordinate(verb, None)

    def _tells_of_given(self, clause: Clause) -> bool:
        """Tell "said the doses, sent by Chad, had landed": what is told begins with the noun of an aside."""
        parent, given = clause.parent, clause.given
        aside = clause.kind in ("participle", "relative") and self.comma and not self.tail
        if not aside or given is None or parent is None:
            return False
        bare = any(one.group is given and not one.preposition for one in parent.items)
        return bare and parent.lemma in read_set("verbs", "governing", "reporting")

    def _begin_told(self, verb: Verb, clause: Clause) -> None:
        parent, given = clause.parent, clause.given
        assert parent is not None
        assert given is not None
        parent.items = [one for one in parent.items if one.group is not given]
        new = Clause("subordinate", parent, verb, [given], start=given.start, has_subject=True, opener="that")
        self.open = self._add(new)

    def _drop_date(self, clause: Clause) -> None:
        """Leave out the date that opens a second clause: "tents arrived, and on Thursday Japan sent"."""
        if len(self.tail) != 2 or not (self.tail[0].preposition and self.tail[0].group.is_time):
            return
        date, subject = self.tail
        if date.apart and not subject.preposition and date in clause.items and subject in clause.items:
            clause.items = [one for one in clause.items if one is not date and one is not subject]
            self.tail = [subject._replace(apart=True)]
            clause.items += self.tail

    def _begins_outer(self) -> bool:
        return self.tail[0].apart

    def _coordinate(self, verb: Verb, outer: Clause | None) -> None:
        """Read a second verb of the same subject: "sent doctors and gave masks"."""
        clause = self.open
        if outer is not None and (self.comma or clause.kind in OPEN_KINDS) and clause.kind != "main":
            self._set(outer, verb)
            return
        while clause.kind in OPEN_KINDS and clause.parent is not None and verb.form == "fin":
            if verb.finite_by_auxiliary or not (
                clause.kind == "infinitive" and clause.verb and clause.verb.form == "fin"
            ):
                clause = clause.parent
            else:
                break
        if (
            self.comma
            and clause.kind in ("relative", "subordinate")
            and clause.parent is not None
            and clause.parent.verb is not None
        ):
            clause = clause.parent
        if clause.verb is None:
            self._set(clause, verb)
            return
        self._follow(clause, verb)

    def _begin_with_tail(self, verb: Verb) -> None:
        """Read a verb whose subject stands right before it: a clause of its own, or one inside: "said Japan gave"."""
        clause, subject = self.open, self.tail[0]
        bare = [one for one in self.tail if not one.preposition and not one.group.is_time]
        nouns = [one for one in self.tail if not one.group.is_time]
        if (
            len(bare) > 0
            and len(nouns) > 1
            and self.tail[-1] is bare[-1]
            and not bare[-1].apart
            and (bare[-1].group.pronoun or bare[-1].group.codes)
        ):
            self._open_bare_relative(verb, clause, bare[-1], self.tail[-2].group)
            return
        subjects = [one.group for one in bare] or [one.group for one in self.tail if not one.preposition]
        for item in self.tail:
            if item in clause.items:
                clause.items.remove(item)
        if clause.gapped is not None and not clause.items:
            self.clauses.remove(clause)
            clause = clause.gapped
        last = clause.items[-1] if clause.items else None
        new = Clause("main", clause.parent, verb, subjects, start=subject.group.start, has_subject=True)
        told = clause.verb is not None and not clause.items and not subject.apart
        if told:
            new.kind, new.parent, new.opener = "subordinate", clause, "that"
        elif not subject.apart and last is not None and not (last.group.is_time or subject.group.is_time):
            new.kind, new.parent, new.given, new.opener = "relative", clause, last.group, ""
        elif clause.kind == "main" or clause.parent is None:
            new.parent = None
        else:
            base = list_outer(clause)[-1]
            new.kind, new.parent = ("main", None) if subject.apart else (base.kind, base.parent)
        self.open = self._add(new)

    def _open_bare_relative(self, verb: Verb, clause: Clause, subject: Item, given: Group) -> None:
        """Read a relative clause without "that": "the doses it had been given"."""
        clause.items.remove(subject)
        new = Clause(
            "relative", clause, verb, [subject.group], given=given, start=subject.group.start, has_subject=True
        )
        self.open = self._add(new)
