"""The kinds of event in the few groups that a legend can name, as the subjects of data/subjects have them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import EventKind
from geo.charts.appearance import Look
from geo.charts.colours import shade
from geo.charts.palettes import Theme
from geo.reference.subjects import EventGroup, Subject, read_subjects


class Group(NamedTuple):
    """A group of kinds of event: its key, the words for it, its colour."""

    key: str
    name: str
    colour: str


def list_groups(look: Look, subjects: Sequence[Subject] = ()) -> tuple[Group, ...]:
    """Return every group in the order of the legend, from the foot of a bar upwards.

    `subjects` are those that documents are about (see list_subjects): of two that have a kind, the group of the first
    holds it.
    """
    held = {group.key: group for group in (find_group(kind, subjects) for kind in _list_kinds())}
    ordered = sorted(held.values(), key=lambda group: (group.place, group.key))
    return tuple(Group(group.key, _name(group, look), group.colours[look.theme]) for group in ordered)


def _name(group: EventGroup, look: Look) -> str:
    return look.words.find(f"subject.group.{group.key}", group.names[look.language])


def find_group(kind: str, subjects: Sequence[Subject] = ()) -> EventGroup:
    """Return the group that holds a kind of event; what no subject has is with the others."""
    ranked = [*subjects, *sorted(read_subjects().values(), key=lambda subject: subject.always)]
    groups = [group for subject in ranked for group in subject.groups.values()]
    holding = (group for group in groups if kind in group.kinds)
    return next(holding, None) or next(group for group in groups if "other" in group.kinds)


def colour_kind(kind: EventKind, theme: Theme, subjects: Sequence[Subject] = ()) -> str:
    """Return the colour that a kind of event has on every page: a shade of its group's colour."""
    group = find_group(kind, subjects)
    return shade(group.colours[theme], group.kinds.index(kind) if kind in group.kinds else 0)


def _list_kinds() -> Iterator[str]:
    for subject in read_subjects().values():
        for group in subject.groups.values():
            yield from group.kinds
