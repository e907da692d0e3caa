"""The kinds of event in the few groups that a chart can colour, safe for the colour-blind."""

from collections.abc import Mapping
from typing import NamedTuple

from geo.base.records import EventKind
from geo.charts.appearance import Look
from geo.charts.palettes import Theme

# After Okabe and Ito, "Color Universal Design" (2008); on a dark ground the blue and the red are lighter, and their yellow
# is too faint on a light one.
_COLOURS: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#332288"),
    "dark": ("#3f8fd2", "#e69f00", "#009e73", "#cc79a7", "#9ad4f5", "#e8702a", "#f0e442"),
}
_GROUPS: Mapping[str, tuple[EventKind, ...]] = {
    "contacts": ("call", "meeting", "video_conference", "summit", "visit"),
    "experts": ("team_sent", "team_arrived", "team_returned"),
    "supplies": ("supplies_announced", "supplies_delivered"),
    "donations": ("donation", "aid"),
    "facilities": ("laboratory", "hospital"),
    "agreements": ("agreement", "vote"),
    "others": ("other",),
}
GROUP_OF_KIND: Mapping[str, str] = {kind: group for group, kinds in _GROUPS.items() for kind in kinds}


class Group(NamedTuple):
    """A group of kinds of event: its key, the words for it, its colour."""

    key: str
    name: str
    colour: str


def list_groups(look: Look) -> tuple[Group, ...]:
    """Return every group in the order of the legend, from the foot of a bar upwards."""
    return tuple(
        Group(key, look.words(f"timeline.{key}"), colour)
        for key, colour in zip(_GROUPS, _COLOURS[look.theme], strict=True)
    )
