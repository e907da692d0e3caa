"""The part of the earth that a map shows: the whole world, or one of its regions."""

import math
from typing import Literal, NamedTuple

Frame = Literal["world", "africa", "asia", "europe", "north_america", "south_america", "pacific"]


# Wide enough to fill the chart's box, so that no empty bands stand beside a region.
_ASPECT = 2.25


class Window(NamedTuple):
    """A window on the globe: the projection, the meridian in its middle, and the latitudes it shows."""

    projection: str
    meridian: float
    latitudes: tuple[float, float]

    @property
    def longitudes(self) -> tuple[float, float]:
        """The longitudes it shows; Plotly shows another part of the world where the meridian is not their middle."""
        if self.projection != "mercator":
            return self.meridian - 180, self.meridian + 180
        low, high = (math.degrees(math.asinh(math.tan(math.radians(latitude)))) for latitude in self.latitudes)
        half = (high - low) * _ASPECT / 2
        return self.meridian - half, self.meridian + half


# Longitudes run over 180 where need be, so that the Pacific crosses the date line.
WINDOWS: dict[Frame, Window] = {
    "world": Window("equal earth", 11, (-58, 84)),
    "africa": Window("mercator", 18, (-36, 38)),
    "asia": Window("mercator", 88, (-12, 56)),
    "europe": Window("mercator", 14, (34, 71)),
    "north_america": Window("mercator", -95, (5, 66)),
    "south_america": Window("mercator", -62, (-56, 16)),
    "pacific": Window("mercator", 178, (-48, 30)),
}
FRAMES: tuple[Frame, ...] = tuple(WINDOWS)
