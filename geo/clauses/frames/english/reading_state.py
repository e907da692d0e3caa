"""The state of a sentence that is read node by node, and the first steps all others share."""

from geo.clauses.frames.english.clause_records import Clause, Item
from geo.clauses.frames.english.records import Node, Verb


class ReadingState:
    """A sentence as it is read: the clause that is open, and what stands between the last node and this one."""

    def __init__(self) -> None:
        """Begin with an open main clause."""
        self.clauses: list[Clause] = []
        self.open = self._add(Clause("main"))
        self.comma = False
        self.conjunction = ""
        self.preposition = ""
        self.last: Node | None = None
        self.tail: list[Item] = []  # what follows the last comma or conjunction inside the open clause

    def _add(self, clause: Clause) -> Clause:
        self.clauses.append(clause)
        return clause

    def _settle(self) -> None:
        self.comma, self.conjunction, self.preposition = False, "", ""

    def _waits(self, clause: Clause) -> bool:
        return clause.verb is None and bool(clause.subjects or clause.kind == "relative")

    def _set(self, clause: Clause, verb: Verb) -> None:
        clause.verb = verb
        clause.start = verb.start if clause.start < 0 else clause.start
        self.open = clause
        for one in clause.waiting:
            if clause.subjects:
                one.given = clause.subjects[0]
        clause.has_subject = bool(clause.subjects or clause.given or clause.kind in ("relative", "subordinate"))

    def _follow(self, clause: Clause, verb: Verb) -> None:
        new = Clause(
            clause.kind,
            clause.parent,
            verb,
            list(clause.subjects),
            list(clause.fronted),
            [],
            clause.given,
            clause.opener,
        )
        new.follows = clause
        new.start, new.apart, new.unclear, new.has_subject = (
            verb.start,
            clause.apart,
            clause.unclear,
            clause.has_subject,
        )
        if verb.form == "part" and clause.verb is not None and clause.verb.passive:
            new.verb = verb._replace(form="fin", passive=True, perfect=clause.verb.perfect)
        self.open = self._add(new)
