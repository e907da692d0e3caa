"""Where things stand on a sheet, and what they are called in an SVG."""

import re
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the sheet, in points from the top left corner."""

    left: float
    top: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether two boxes have an area in common."""
        beside = self.left + self.width <= other.left or other.left + other.width <= self.left
        return not beside and self.top < other.top + other.height and other.top < self.top + self.height

    def holds(self, other: "Box") -> bool:
        """Return whether another box lies wholly in this one."""
        across = self.left <= other.left and other.left + other.width <= self.left + self.width
        return across and self.top <= other.top and other.top + other.height <= self.top + self.height

    def has(self, place: tuple[float, float]) -> bool:
        """Return whether a place lies in the box."""
        across = self.left <= place[0] <= self.left + self.width
        return across and self.top <= place[1] <= self.top + self.height

    def find_edge(self, place: tuple[float, float]) -> tuple[float, float]:
        """Return the point of the box that is nearest to a place."""
        x = min(max(place[0], self.left), self.left + self.width)
        return x, min(max(place[1], self.top), self.top + self.height)

    def widen(self, by: float) -> "Box":
        """Return the box with so much more on every side."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)


def write_id(*words: str) -> str:
    """Return an id for an SVG of some words: "first-area-SRB"; empty ones are left out.

    >>> write_id("", "hatch", "region:south-pacific")
    'hatch-region-south-pacific'
    """
    return "-".join(re.sub(r"[^\w]+", "-", word) for word in words if word)
