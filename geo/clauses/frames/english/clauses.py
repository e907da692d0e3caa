"""From nodes to clauses: each verb with its subject and what follows it, in one pass from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from geo.clauses.frames.english.groups import join_groups
from geo.clauses.frames.english.hanging import hang
from geo.clauses.frames.english.lexicons import read_particles, read_set, read_verb_acts
from geo.clauses.frames.english.records import Group, Link, Node, Verb

ClauseKind = Literal["main", "relative", "participle", "infinitive", "subordinate", "gerund"]
_GIVING = frozenset({"give", "fund", "send", "build", "receive"})
_OPEN = ("participle", "infinitive", "gerund")


class Item(NamedTuple):
    """A group behind a verb, with its preposition, if any, and whether a comma or conjunction stands before it."""

    preposition: str
    group: Group
    apart: bool = False


@dataclass(slots=True)
class Clause:
    """A verb with its subjects and items; `given` is the noun group that a relative clause or participle belongs to.

    `parent` is the clause inside which it stands. `shared` says that its subject is that of the clause before it.
    """

    kind: ClauseKind
    parent: "Clause | None" = None
    verb: Verb | None = None
    subjects: list[Group] = field(default_factory=list)
    fronted: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    given: Group | None = None
    opener: str = ""
    start: int = 0
    end: int = 0
    apart: bool = False  # opened behind a comma
    unclear: bool = False  # more than one noun may be meant by "which"
    follows: "Clause | None" = None  # the clause whose subject it shares
    has_subject: bool = False  # somebody acts, though nobody says who
    gapped: "Clause | None" = None  # the clause whose verb it shares without saying it: "and doctors to Chad"
    waiting: "list[Clause]" = field(default_factory=list)  # participles before the subject they belong to


def list_clauses(nodes: Sequence[Node]) -> list[Clause]:
    """Return the clauses of a sentence that have a verb or a subject, in the order of their verbs; `nodes` are those of chunks."""
    reading = _Reading()
    joined = join_groups(nodes)
    for place, node in enumerate(joined):
        reading.read(node, joined, place)
    return [clause for clause in reading.clauses if clause.verb is not None or clause.subjects]


class _Reading:
    """A sentence as it is read: the clause that is open, and what stands between the last node and this one."""

    def __init__(self) -> None:
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

    def _settle(self) -> None:
        self.comma, self.conjunction, self.preposition = False, "", ""

    # Links

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
        while clause.kind in _OPEN and self.comma and clause.parent and not clause.items:
            clause = clause.parent
        if link.word == "that" and clause.verb is not None and _tells(clause):
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
        if self.comma and parent.kind in ("relative", *_OPEN) and parent.apart:
            parent = parent.parent or parent
        self.open = self._add(Clause("subordinate", parent, opener=link.word, start=link.start))
        self._settle()
        self.tail = []

    # Groups

    def _read_group(self, group: Group, nodes: Sequence[Node], place: int) -> None:
        if self.comma and not self.conjunction and self._is_closed_by(nodes, place):
            self._close_asides()
        if self._goes_on_before_verb(group):
            self.open = self.open.parent or self.open
        clause = self.open
        item = Item(self.preposition, group, self.comma or bool(self.conjunction))
        if self._leaves_verb_out(clause, item, nodes, place):
            clause, item = self._gap(clause, item)
        if clause.verb is None:
            self._add_before(clause, item)
        else:
            self._hang_behind(clause, item)
            clause.items.append(item)
            self.tail.append(item)
        self._settle()

    def _goes_on_before_verb(self, group: Group) -> bool:
        """Tell "Liu, who heads the team, and Tai, who leads the other, will meet": one more subject of the outer verb."""
        clause = self.open
        listed = self.comma and self.conjunction == "and" and not self.preposition
        outer = clause.parent if clause.kind == "relative" and clause.apart and clause.verb is not None else None
        if not listed or outer is None or outer.verb is not None or not outer.subjects:
            return False
        return bool(group.codes and outer.subjects[-1].codes and not group.sort)

    def _leaves_verb_out(self, clause: Clause, item: Item, nodes: Sequence[Node], place: int) -> bool:
        """Tell "sent masks to Peru and doctors to Chile": a thing or a taker behind "and", after what the verb had."""
        if clause.verb is None or item.preposition or item.group.is_time or not item.apart or self.conjunction == "but":
            return False
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        goes_on = isinstance(following, Link) and following.kind == "preposition"
        if not self.conjunction and not (goes_on and item.group.sort and item.group.sort == _find_sort_given(clause)):
            return False
        bare = [one for one in clause.items if not one.preposition and not one.group.is_time]
        thing = bool(item.group.sort) and any(one.preposition for one in clause.items)
        with_thing = (
            len(bare) == 1
            and goes_on
            and isinstance(following, Link)
            and following.word == "with"
            and bool(bare[0].group.codes)
        )
        return bool(bare) and (thing or ((len(bare) == 2 or with_thing) and bool(item.group.codes)))

    def _gap(self, clause: Clause, item: Item) -> tuple[Clause, Item]:
        assert clause.verb is not None
        bare = [one.group for one in clause.items if not one.preposition and not one.group.is_time]
        self._follow(clause, clause.verb)
        new = self.open
        new.gapped = clause.gapped or clause
        group = item.group
        if group.lead and group.sort and clause.subjects:  # "and Japan rice to Chile"
            new.subjects = [Group(group.start, group.start, codes=group.lead, is_name=True)]
            group.owners = tuple(code for code in group.owners if code not in group.lead)
        elif group.codes and len(bare) == 2:
            new.items = [Item("", group), Item("", bare[1])]
            self.tail = [new.items[0]]
            return new, Item("as", Group(group.end, group.end))
        return new, Item("", group)

    def _is_closed_by(self, nodes: Sequence[Node], place: int) -> bool:
        """Tell whether a group behind a comma is the subject of a clause that waits for it: "When Peru asked, Chile sent"."""
        return self.open.kind != "main" and any(
            one.verb is None and not one.subjects for one in _list_outer(self.open)[1:]
        )

    def _close_asides(self) -> None:
        for outer in _list_outer(self.open)[1:]:
            if outer.verb is None:
                self.open = outer
                self.tail = []
                return

    def _add_before(self, clause: Clause, item: Item) -> None:
        """Keep a group before the verb: as a subject, as what hangs on it, or as what opens the clause."""
        if not clause.opener:
            clause.start = min(clause.start or item.group.start, item.group.start)
        if item.preposition:
            if clause.subjects and not item.apart:
                _hang_through(clause.subjects[-1], clause.fronted[-1] if clause.fronted else None, item)
            elif clause.fronted and not item.apart and not item.group.is_time:
                hang(clause.fronted[-1].group, item.preposition, item.group)
            clause.fronted.append(item)
            return
        if item.group.is_time:
            return
        if clause.opener == "whose" and clause.given is not None and not clause.subjects:
            _own(item.group, clause.given)
        if (
            clause.subjects
            and item.apart
            and not self.conjunction
            and clause.kind == "main"
            and not clause.subjects[-1].sort
        ):
            clause.subjects.append(item.group)
            return
        clause.subjects.append(item.group)

    def _hang_behind(self, clause: Clause, item: Item) -> None:
        if not item.preposition or item.apart or not clause.items or item.group.is_time:
            return
        last = next((one for one in reversed(clause.items) if not one.group.is_time), None)
        if last is not None:
            base = next((one for one in reversed(clause.items) if not one.preposition and not one.group.is_time), last)
            if base is not last:
                _hang_through(base.group, last, item)
            else:
                hang(last.group, item.preposition, item.group)

    # Verbs

    def _read_verb(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        following = nodes[place + 1] if place + 1 < len(nodes) else None
        lone = self._waits(self.open) and not self.preposition and not _has_finite(nodes, place)
        by = isinstance(following, Link) and following.word == "by" and not _is_means(nodes, place + 2)
        tells = lone and not by and _GIVING.isdisjoint(read_verb_acts().get(verb.lemma, ()))
        if verb.form == "part" and (tells or self._is_finite_participle(verb, following)):
            verb = verb._replace(form="fin")
        if verb.form == "inf" and not verb.to and self._waits(self.open):
            verb = verb._replace(form="fin")
        if verb.form == "fin" and self._goes_on(verb) and _has_finite(nodes, place):
            verb = verb._replace(form="part")
        if verb.form == "fin":
            self._read_finite(verb)
        elif self._opens_item(verb, nodes, place):
            self._set(self.open, verb._replace(form="fin" if verb.form != "ger" else "ger"))
            self.open.has_subject = False
        elif verb.form == "part":
            self._read_participle(verb, nodes, place)
        elif verb.form == "ger":
            self._read_gerund(verb)
        else:
            self._read_infinitive(verb, nodes, place)
        self._settle()
        self.tail = []

    def _opens_item(self, verb: Verb, nodes: Sequence[Node], place: int) -> bool:
        """Tell an item of a list that goes on from the line above it: "- sent doctors to 20 countries"."""
        nothing = all(one.verb is None and not one.subjects and not one.fronted for one in self.clauses)
        return nothing and not verb.to and verb.form != "ger" and not self.preposition and not _has_finite(nodes, place)

    def _goes_on(self, verb: Verb) -> bool:
        """Tell "built by Japan and opened by the minister, the clinic serves": a second participle, not the verb."""
        clause = self.open
        waits = any(one.verb is None and one.subjects for one in _list_outer(clause)[1:])
        return (
            bool(self.conjunction)
            and clause.kind == "participle"
            and waits
            and not verb.finite_by_auxiliary
            and verb.start == verb.main_start
        )

    def _waits(self, clause: Clause) -> bool:
        return clause.verb is None and bool(clause.subjects or clause.kind == "relative")

    def _is_finite_participle(self, verb: Verb, following: Node | None) -> bool:
        """Tell "has sent doctors and donated masks" from "masks sent and donated"; who has an object is active."""
        clause = self.open
        waits = any(self._waits(outer) for outer in _list_outer(clause)) and not self.preposition
        has_object = (
            isinstance(following, Group)
            and not following.is_time
            and verb.lemma not in read_set("verbs", "governing", "ditransitive")
        )
        if waits and (has_object or not {"arrive", "leave"}.isdisjoint(read_verb_acts().get(verb.lemma, ()))):
            return True
        if self._waits(clause) and clause.kind in ("relative", "subordinate"):
            return True
        return (
            bool(self.conjunction) and clause.verb is not None and clause.verb.form == "fin" and not clause.verb.passive
        )

    def _set(self, clause: Clause, verb: Verb) -> None:
        clause.verb = verb
        clause.start = clause.start or verb.start
        self.open = clause
        for one in clause.waiting:
            if clause.subjects:
                one.given = clause.subjects[0]
        clause.has_subject = bool(clause.subjects or clause.given or clause.kind in ("relative", "subordinate"))

    def _read_finite(self, verb: Verb) -> None:
        clause = self.open
        if clause.verb is None:
            self._set(clause, verb)
            return
        outer = next(
            (one for one in _list_outer(clause)[1:] if one.verb is None and (one.subjects or one.kind == "relative")),
            None,
        )
        if self.conjunction and not self.tail and isinstance(self.last, Link):
            self._coordinate(verb, outer)
        elif outer is not None and not (self.tail and not self.tail[0].preposition and self._begins_outer()):
            self._set(outer, verb)
        elif self.tail and not self.tail[0].preposition:
            self._begin_with_tail(verb, outer)
        else:
            self._coordinate(verb, None)

    def _begins_outer(self) -> bool:
        return self.tail[0].apart

    def _coordinate(self, verb: Verb, outer: Clause | None) -> None:
        """Read a second verb of the same subject: "sent doctors and gave masks"."""
        clause = self.open
        if outer is not None and (self.comma or clause.kind in _OPEN) and clause.kind != "main":
            self._set(outer, verb)
            return
        while clause.kind in _OPEN and clause.parent is not None and verb.form == "fin":
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

    def _begin_with_tail(self, verb: Verb, outer: Clause | None) -> None:
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
        subjects = [one.group for one in self.tail if not one.preposition]
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
            base = _list_outer(clause)[-1]
            new.kind, new.parent = ("main", None) if subject.apart else (base.kind, base.parent)
        self.open = self._add(new)

    def _open_bare_relative(self, verb: Verb, clause: Clause, subject: Item, given: Group) -> None:
        """Read a relative clause without "that": "the doses it had been given"."""
        clause.items.remove(subject)
        new = Clause(
            "relative", clause, verb, [subject.group], given=given, start=subject.group.start, has_subject=True
        )
        self.open = self._add(new)

    def _read_participle(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        clause = self.open
        chained = self.comma and clause.verb is not None and clause.verb.passive and _goes_on_after(nodes, place)
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
        if isinstance(before, Group) and not self.preposition and not before.is_time:
            new.subjects = [before]
            new.kind = "participle"
        elif (
            self.preposition
            and clause.verb is not None
            and clause.verb.lemma in read_set("verbs", "governing", "object")
        ):
            new.subjects = [one.group for one in clause.items if not one.preposition][:1] or list(
                _find_subjects(clause)
            )
        elif clause.verb is None and not clause.subjects:
            clause.waiting.append(new)
        else:
            new.subjects = list(_find_subjects(clause))
            new.has_subject = bool(new.subjects) or clause.has_subject
        self.open = self._add(new)

    def _read_infinitive(self, verb: Verb, nodes: Sequence[Node], place: int) -> None:
        clause = self.open
        if clause.verb is None and clause.subjects and clause.kind == "main" and not _has_finite(nodes, place):
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
                if not one.group.is_time and one.preposition in ("", "on", "for", "upon")
            ]
            if clause.verb.passive:
                return _find_subjects(clause)
            if bare:
                return bare[:1]
        return _find_subjects(clause)


def _hang_through(base: Group, last: Item | None, item: Item) -> None:
    """Hang a phrase on the one right before it, and both on the noun they follow: "a gift to schools in Nauru"."""
    if last is not None and last.preposition and last.group.start > base.start:
        hang(last.group, item.preposition, item.group)
        hang(base, last.preposition, last.group)
    hang(base, item.preposition, item.group)


def _find_sort_given(clause: Clause) -> str | None:
    """Return the sort of what a clause says was given, of several parts the first."""
    first = next((one.group for one in clause.items if not one.preposition and not one.group.is_time), None)
    return first.sort if first else None


def _own(group: Group, owner: Group) -> None:
    """Make a group that stands behind "whose" the property of the one before it."""
    for one in group.list_members():
        if one.actor is None:
            one.owners = (*owner.codes, *one.owners)
        elif not one.codes:
            one.codes = owner.codes


def _tells(clause: Clause) -> bool:
    """Tell "pledged in a letter that", which opens what is said, from "announced a plan that"."""
    verb = clause.verb
    bare = [
        one
        for one in clause.items
        if not one.preposition and not one.group.is_time and one.group.actor is None and not one.group.codes
    ]
    return verb is not None and verb.lemma in read_set("verbs", "governing", "reporting") and not bare


def _find_subjects(clause: Clause) -> Sequence[Group]:
    """Return who acts in a clause: its subjects; of a subject relative clause the group it belongs to."""
    if clause.subjects:
        return clause.subjects
    if clause.given is not None and clause.kind in ("relative", "participle") and not clause.unclear:
        return [clause.given]
    return clause.parent.subjects if clause.parent is not None and clause.kind in _OPEN else []


def _has_finite(nodes: Sequence[Node], place: int) -> bool:
    """Tell whether a finite verb follows before the sentence stops."""
    for node in nodes[place + 1 : place + 60]:
        if isinstance(node, Link) and node.kind == "stop":
            return False
        if isinstance(node, Verb) and node.form == "fin":
            return True
    return False


def _is_means(nodes: Sequence[Node], place: int) -> bool:
    """Tell "discussed by phone" from "helped by Ecuador"."""
    group = nodes[place] if place < len(nodes) else None
    return isinstance(group, Group) and group.sort in ("call", "video_conference")


def _goes_on_after(nodes: Sequence[Node], place: int) -> bool:
    """Tell "was paid for by Chad, flown in by Mali and handed over": a conjunction and a participle follow."""
    for one, other in pairwise(nodes[place + 1 : place + 20]):
        if isinstance(one, Link) and one.kind == "stop":
            return False
        if isinstance(one, Link) and one.kind == "conjunction" and isinstance(other, Verb):
            return other.form == "part"
    return False


def _list_outer(clause: Clause) -> list[Clause]:
    """Return a clause and those around it, the innermost first."""
    found: list[Clause] = []
    inner: Clause | None = clause
    while inner is not None and len(found) < 12:
        found.append(inner)
        inner = inner.parent
    return found
