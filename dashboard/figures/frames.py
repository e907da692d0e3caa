"""The part of the earth that a map shows: the whole world, or one of its regions."""

from typing import Literal, NamedTuple

Frame = Literal["world", "africa", "asia", "europe", "north_america", "south_america", "pacific"]


class Window(NamedTuple):
    """A window on the globe: the projection, and the ranges of degrees it shows."""

    projection: str
    longitudes: tuple[float, float]
    latitudes: tuple[float, float]

    @property
    def meridian(self) -> float:
        """The meridian in the middle: Plotly shows another part of the world where it is not."""
        return sum(self.longitudes) / 2


# Longitudes may run over 180, so that the Pacific crosses the date line.
WINDOWS: dict[Frame, Window] = {
    "world": Window("equal earth", (-169, 191), (-58, 84)),
    "africa": Window("mercator", (-28, 64), (-36, 38)),
    "asia": Window("mercator", (24, 152), (-12, 56)),
    "europe": Window("mercator", (-32, 56), (34, 71)),
    "north_america": Window("mercator", (-150, -40), (5, 66)),
    "south_america": Window("mercator", (-110, -15), (-56, 16)),
    "pacific": Window("mercator", (110, 250), (-48, 30)),
}
FRAMES: tuple[Frame, ...] = tuple(WINDOWS)
