"""From nodes to clauses: each verb with its subject and what follows it, in one pass from left to right."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause, list_outer
from geo.clauses.frames.english.groups import join_groups
from geo.clauses.frames.english.lexicons import read_set, read_verb_acts
from geo.clauses.frames.english.lookahead import ends_in_finite, has_finite, is_done_by, is_means
from geo.clauses.frames.english.reading_others import ReadingOthers
from geo.clauses.frames.english.records import Form, Group, Link, Node, Verb
from geo.clauses.frames.rules import read_rule_words

_REGULAR = read_rule_words("en", "clauses", "regular")
_SENT = read_rule_words("en", "clauses", "sent")
_GIVING = read_rule_words("en", "clauses", "giving")


def list_clauses(nodes: Sequence[Node]) -> list[Clause]:
    """Return the clauses of a sentence that have a verb or a subject, in the order of their verbs; `nodes` are those of chunks."""
    reading = _Reading()
    joined = join_groups(nodes)
    for place, node in enumerate(joined):
        reading.read(node, joined, place)
    return [clause for clause in reading.clauses if clause.verb is not None or clause.subjects]


class _Reading(ReadingOthers):
    """The reading of all nodes."""

    def read(self, node: Node, nodes: Sequence[Node], place: int) -> None:
        """Read the next node."""
        if isinstance(node, Group):
            self._read_group(node, nodes, place)
        elif isinstance(node, Verb):
            self._read_verb(node, nodes, place)
        else:
            self._read_link(node, nodes, place)
        self.last = node
        self.open.end = max(self.open.end, node.end)

    def _read_verb(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        verb = verb._replace(form=self._find_form(verb, nodes, place))
        if verb.form == "fin":
            self._read_finite(verb)
        elif self._opens_item(verb, nodes, place):
            self._set(self.open, verb._replace(form="fin"))
            self.open.has_subject = False
        elif verb.form == "part":
            self._read_participle(verb, nodes, place)
        elif verb.form == "ger":
            self._read_gerund(verb)
        else:
            self._read_infinitive(verb, nodes, place)
        self._settle()
        self.tail = []

    def _find_form(self, verb: Verb, nodes: Sequence[Node], place: int) -> Form:
        """Return how a verb is used here, whatever its ending says: "Japan donated", "masks donated"."""
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        if verb.form == "part":
            stands = self._stands_alone(verb, nodes, place) or self._is_finite_participle(verb, following)
            return "fin" if stands else "part"
        if verb.form == "inf" and not verb.to and self._waits(self.open):
            return "fin"
        if verb.form == "fin" and self._is_passive_too(verb, following):
            return "part"
        hangs = self._hangs_on_noun(verb, following) or self._is_sent(verb, nodes, place)
        if verb.form == "fin" and (hangs or self._follows_fronted(verb, nodes, place)):
            return "part"
        goes_on = verb.form == "fin" and self._goes_on(verb) and has_finite(nodes, place)
        return "part" if goes_on else verb.form

    def _stands_alone(self, verb: Verb, nodes: Sequence[Node], place: int) -> bool:
        """Tell the only verb that may be finite, where nobody gives: "the two discussed by phone how to go on"."""
        if not self._waits(self.open) or self.preposition or has_finite(nodes, place):
            return False
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        by = isinstance(following, Link) and following.word == "by" and not is_means(nodes, place + 2)
        names = bool(self.open.subjects) and bool(self.open.subjects[-1].codes)
        if names and isinstance(following, Group) and not following.is_time and verb.lemma in _REGULAR:
            return not is_done_by(nodes, place)  # "Kenya donated blood"
        return not by and _GIVING.isdisjoint(read_verb_acts().get(verb.lemma, ()))

    def _opens_item(self, verb: Verb, nodes: Sequence[Node], place: int) -> bool:
        """Tell an item of a list that goes on from the line above it: "- sent doctors to 20 countries"."""
        nothing = all(one.verb is None and not one.subjects and not one.fronted for one in self.clauses)
        return nothing and not verb.to and verb.form != "ger" and not self.preposition and not has_finite(nodes, place)

    def _is_passive_too(self, verb: Verb, following: Node | None) -> bool:
        """Tell "was flown in by Mali and handed over to Chad" from "was met by Mali and handed over masks"."""
        bare = verb.start == verb.main_start and not isinstance(following, Group)
        gives = not _GIVING.isdisjoint(read_verb_acts().get(verb.lemma, ()))
        return bool(self.conjunction) and self.open.is_passive and bare and gives and verb.lemma != "fly"

    def _is_sent(self, verb: Verb, nodes: Sequence[Node], place: int) -> bool:
        """Tell "observers deployed to Mali came home", "a new clinic built with": the finite verb follows unjoined."""
        clause, before = self.open, self.last
        bare = verb.start == verb.main_start and not self.conjunction and clause.verb is None and clause.kind == "main"
        team = isinstance(before, Group) and before.sort in _SENT and before in clause.subjects
        gives = not _GIVING.isdisjoint(read_verb_acts().get(verb.lemma, ()))
        return bare and team and gives and ends_in_finite(nodes, place)

    def _follows_fronted(self, verb: Verb, nodes: Sequence[Node], place: int) -> bool:
        """Tell "Under an agreement concluded in May, Cuba sent": no subject stands before it."""
        clause, bare = self.open, verb.start == verb.main_start and not self.conjunction
        alone = clause.kind == "main" and clause.verb is None and not clause.subjects
        return (
            bare
            and alone
            and isinstance(self.last, Group)
            and bool(self.preposition or clause.fronted)
            and has_finite(nodes, place)
        )

    def _hangs_on_noun(self, verb: Verb, following: Node | None) -> bool:
        """Tell "discussed the accords, reached during the summit" from a verb of its own: nothing joins it."""
        clause = self.open
        joined = self.conjunction or not self.comma or verb.start != verb.main_start
        if joined or clause.verb is None or clause.verb.form != "fin" or not clause.items:
            return False
        waits = any(one.verb is None and one.subjects for one in list_outer(clause)[1:])
        return not waits and not self.tail and isinstance(following, Link) and following.kind == "preposition"

    def _goes_on(self, verb: Verb) -> bool:
        """Tell "built by Japan and opened by the minister, the clinic serves": a second participle, not the verb."""
        clause = self.open
        waits = any(one.verb is None and one.subjects for one in list_outer(clause)[1:])
        return (
            bool(self.conjunction)
            and clause.kind == "participle"
            and waits
            and not verb.finite_by_auxiliary
            and verb.start == verb.main_start
        )

    def _is_finite_participle(self, verb: Verb, following: Node | None) -> bool:
        """Tell "has sent doctors and donated masks" from "masks sent and donated"; who has an object is active."""
        clause = self.open
        waits = any(self._waits(outer) for outer in list_outer(clause)) and not self.preposition
        has_object = isinstance(following, Group) and not following.is_time and _is_object(verb, following)
        if waits and (has_object or not {"arrive", "leave", "return"}.isdisjoint(read_verb_acts().get(verb.lemma, ()))):
            return True
        if self._waits(clause) and clause.kind in ("relative", "subordinate"):
            return True
        return (
            bool(self.conjunction) and clause.verb is not None and clause.verb.form == "fin" and not clause.verb.passive
        )


def _is_object(verb: Verb, following: Group) -> bool:
    """Tell "promised Albania 20 boats" from "given 20 boats by Italy"."""
    takes_two = verb.lemma in read_set("verbs", "governing", "ditransitive")
    return not takes_two or bool(following.codes or following.lead)
