"""Where noun groups go in a clause: before its verb, behind it, or to a verb that is left out."""

from collections.abc import Sequence

from geo.clauses.frames.english.clause_records import Clause, Item, list_outer
from geo.clauses.frames.english.hanging import hang
from geo.clauses.frames.english.lexicons import read_set
from geo.clauses.frames.english.reading_links import ReadingLinks
from geo.clauses.frames.english.records import Group, Link, Node
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

_IN = read_rule_words("en", "reading_groups", "in")
_ABOUT = read_rule_words("en", "reading_groups", "about")
_HAPPENINGS = read_rule_words("en", "reading_groups", "happenings")


class ReadingGroups(ReadingLinks):
    """The reading of noun groups."""

    def _read_group(self, group: Group, nodes: Sequence[Node], place: int) -> None:
        if self.comma and not self.conjunction and self._is_closed_by():
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
            if not _lies_in_topic(clause, item):
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

    def _is_closed_by(self) -> bool:
        """Tell whether a group behind a comma is the subject of a clause that waits for it: "When Peru asked, Chile sent"."""
        return self.open.kind != "main" and any(
            one.verb is None and not one.subjects for one in list_outer(self.open)[1:]
        )

    def _close_asides(self) -> None:
        for outer in list_outer(self.open)[1:]:
            if outer.verb is None:
                self.open = outer
                self.tail = []
                return

    def _add_before(self, clause: Clause, item: Item) -> None:
        """Keep a group before the verb: as a subject, as what hangs on it, or as what opens the clause."""
        if not clause.opener:
            clause.start = item.group.start if clause.start < 0 else min(clause.start, item.group.start)
        if item.preposition:
            if clause.subjects and not item.apart:
                _hang_through(clause.subjects[-1], clause.fronted[-1] if clause.fronted else None, item)
            elif clause.fronted and not item.apart and not item.group.is_time:
                hang(clause.fronted[-1].group, item.preposition, item.group)
            clause.fronted.append(item)
            return
        if item.group.is_time:
            clause.fronted.append(item)
            return
        if clause.opener == "whose" and clause.given is not None and not clause.subjects:
            _own(item.group, clause.given)
        clause.subjects.append(item.group)

    def _hang_behind(self, clause: Clause, item: Item) -> None:
        if not item.preposition or item.apart or not clause.items or item.group.is_time:
            return
        last = next((one for one in reversed(clause.items) if not one.group.is_time), None)
        if last is not None:
            base = next((one for one in reversed(clause.items) if not one.preposition and not one.group.is_time), last)
            if _lies_in_topic(clause, item):
                hang(last.group, item.preposition, item.group)
            elif base is not last:
                _hang_through(base.group, last, item)
            else:
                hang(last.group, item.preposition, item.group)


def _lies_in_topic(clause: Clause, item: Item) -> bool:
    """Tell the place of what is only talked about, which is the clause's own in no way: "talks on the coup in Niger"."""
    last = clause.items[-1] if clause.items and not item.apart else None
    if last is None or last.preposition not in _ABOUT or item.preposition not in _IN:
        return False
    return last.group.head in _HAPPENINGS or last.group.head in read_set("things", "taking", "disasters")


def _hang_through(base: Group, last: Item | None, item: Item) -> None:
    """Hang a phrase on the one right before it, and both on the noun they follow: "a gift to schools in Nauru"."""
    if last is not None and last.preposition and last.group.start > base.start:
        hang(last.group, item.preposition, item.group)
        hang(base, last.preposition, last.group)
        if item.preposition == "from" and names_person(last.group.head):
            return  # "scholarships to students from Laos"
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
