"""The part of the earth that a map shows, and how it is flattened: the same for the browser and for print."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, get_args

import numpy as np
from pyproj import Transformer

Frame = Literal["world", "africa", "asia", "europe", "north_america", "south_america", "pacific"]
Projection = Literal["equal_earth", "natural_earth", "robinson", "globe"]
Flattening = Literal["equal_earth", "natural_earth", "robinson", "globe", "mercator"]

FRAMES: tuple[Frame, ...] = get_args(Frame)
PROJECTIONS: tuple[Projection, ...] = get_args(Projection)
# A map's width to its height; that of the page's box, so that no empty bands stand beside a region.
ASPECT = 2.05
_ASPECT_OF_REGIONS = 2.25
# Browsers reckon on a sphere, and so does print: the same place for the same degrees.
_PROJ: dict[Flattening, str] = {
    "equal_earth": "+proj=eqearth +lon_0={lon} +R=6371008.8",
    "natural_earth": "+proj=natearth +lon_0={lon} +R=6371008.8",
    "robinson": "+proj=robin +lon_0={lon} +R=6371008.8",
    "globe": "+proj=ortho +lon_0={lon} +lat_0={lat} +R=6371008.8",
    "mercator": "+proj=merc +lon_0={lon} +R=6371008.8",
}
# What is shown of a globe ends a little before its limb, where a pixel spans many degrees.
HORIZON = 89.5


class View(NamedTuple):
    """A window on the earth: how it is flattened, the point in its middle, and the latitudes it shows."""

    flattening: Flattening
    lon: float
    lat: float
    south: float
    north: float

    @property
    def longitudes(self) -> tuple[float, float]:
        """The longitudes it shows; they run over 180 where the middle lies near the date line."""
        if self.flattening != "mercator":
            return self.lon - 180, self.lon + 180
        low, high = (math.degrees(math.asinh(math.tan(math.radians(lat)))) for lat in (self.south, self.north))
        half = (high - low) * _ASPECT_OF_REGIONS / 2
        return self.lon - half, self.lon + half

    @property
    def projection(self) -> str:
        """The projection as PROJ spells it."""
        return _PROJ[self.flattening].format(lon=self.lon, lat=self.lat)


# A region is small enough for a map that is true in shape; the world is not.
_REGIONS: dict[Frame, View] = {
    "africa": View("mercator", 18, 0, -36, 38),
    "asia": View("mercator", 88, 0, -12, 56),
    "europe": View("mercator", 14, 0, 34, 71),
    "north_america": View("mercator", -95, 0, 5, 66),
    "south_america": View("mercator", -62, 0, -56, 16),
    "pacific": View("mercator", 178, 0, -48, 30),
}
_WORLD_LON, _WORLD_SOUTH, _WORLD_NORTH = 11.0, -58.0, 84.0
_GLOBE_LAT = 18.0


def find_view(frame: Frame = "world", projection: Projection = "equal_earth") -> View:
    """Return the view of the world in a projection, of a region in Mercator's, or of a globe turned to the region."""
    region = _REGIONS.get(frame)
    if projection == "globe":
        lon, lat = (region.lon, (region.south + region.north) / 2) if region else (_WORLD_LON, _GLOBE_LAT)
        return View("globe", lon, lat, -90, 90)
    return region or View(projection, _WORLD_LON, 0, _WORLD_SOUTH, _WORLD_NORTH)


def flatten(view: View, lon: Sequence[float] | np.ndarray, lat: Sequence[float] | np.ndarray) -> np.ndarray:
    """Return the places of points in metres on the flat map, one row (x, y) a point; infinite where out of sight."""
    seen = np.asarray(lat, dtype=float) if view.flattening != "mercator" else np.clip(lat, -85, 85)
    x, y = _open(view).transform(np.asarray(lon, dtype=float), seen)
    return np.column_stack([x, y])


def raise_points(view: View, places: np.ndarray) -> np.ndarray:
    """Return the degrees (longitude, latitude) of places on the flat map, one row a point."""
    lon, lat = _open(view).transform(places[:, 0], places[:, 1], direction="INVERSE")
    return np.column_stack([lon, lat])


@cache
def find_extent(view: View) -> tuple[float, float]:
    """Return the width and height of what a view shows, in metres on the flat map."""
    if view.flattening == "globe":
        return 2 * 6371008.8, 2 * 6371008.8
    (west, east), edge = view.longitudes, 1e-6
    corners = flatten(view, [west + edge, east - edge, view.lon, view.lon], [0, 0, view.south, view.north])
    return float(corners[1, 0] - corners[0, 0]), float(corners[3, 1] - corners[2, 1])


@cache
def find_middle(view: View) -> tuple[float, float]:
    """Return the longitude and latitude that lie in the middle of the flat map; a globe's is where it is turned to."""
    if view.flattening == "globe":
        return view.lon, view.lat
    (_, low), (_, high) = flatten(view, [view.lon, view.lon], [view.south, view.north])
    return view.lon, float(raise_points(view, np.array([[0.0, (low + high) / 2]]))[0, 1])


@cache
def _open(view: View) -> Transformer:
    sphere = "+proj=longlat +R=6371008.8"
    return Transformer.from_crs(sphere, view.projection, always_xy=True)
