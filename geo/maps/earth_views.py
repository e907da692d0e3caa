"""The part of the earth that a map shows, and how it is flattened: the same for the browser and for print."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, get_args

import numpy as np
from pyproj import Transformer

Frame = Literal["world", "africa", "asia", "europe", "north_america", "south_america", "pacific"]
Projection = Literal["equal_earth", "natural_earth", "robinson", "globe"]
Flattening = Literal["equal_earth", "natural_earth", "robinson", "globe", "equal_area"]

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
    # Lambert's azimuthal projection.
    "equal_area": "+proj=laea +lon_0={lon} +lat_0={lat} +R=6371008.8",
}
# What is shown of a globe, or lies around a region, ends a little before the other half of the earth, in degrees.
HORIZON = 89.5
RADIUS = 6371008.8


class View(NamedTuple):
    """A window on the earth: how it is flattened, the point in its middle, and the latitudes it shows on its meridian.

    `frame` is the part of the world that it is a map of: what lies around that is land and no more.
    """

    flattening: Flattening
    lon: float
    lat: float
    south: float
    north: float
    frame: Frame = "world"

    @property
    def longitudes(self) -> tuple[float, float]:
        """The longitudes it shows at most; they run over 180 where the middle lies near the date line."""
        return self.lon - 180, self.lon + 180

    @property
    def is_half(self) -> bool:
        """Whether it shows one half of the earth at most, round its middle."""
        return self.flattening in ("globe", "equal_area")

    @property
    def projection(self) -> str:
        """The projection as PROJ spells it."""
        return _PROJ[self.flattening].format(lon=self.lon, lat=self.lat)


# Of a region: the longitude and latitude of its middle, and how many degrees it reaches up and down from there.
_REGIONS: dict[Frame, tuple[float, float, float]] = {
    "africa": (17, 1.5, 37.5),
    "asia": (88, 23, 36),
    "europe": (16, 53, 19.5),
    "north_america": (-92, 47, 42),
    "south_america": (-62, -22, 36),
    "pacific": (176, -12, 40),
}
_WORLD_LON, _WORLD_SOUTH, _WORLD_NORTH = 11.0, -58.0, 84.0
_GLOBE_LAT = 18.0


def find_view(frame: Frame = "world", projection: Projection = "equal_earth") -> View:
    """Return the view of the world in a projection, of a region in Lambert's, or of a globe turned to the region."""
    region = _REGIONS.get(frame)
    if projection == "globe":
        lon, lat = region[:2] if region else (_WORLD_LON, _GLOBE_LAT)
        return View("globe", lon, lat, -90, 90)
    if region is None:
        return View(projection, _WORLD_LON, 0, _WORLD_SOUTH, _WORLD_NORTH)
    lon, lat, reach = region
    # True in size, as colours want it.
    return View("equal_area", lon, lat, lat - reach, lat + reach, frame)


def flatten(view: View, lon: Sequence[float] | np.ndarray, lat: Sequence[float] | np.ndarray) -> np.ndarray:
    """Return the places of points in metres on the flat map, one row (x, y) a point; infinite where out of sight."""
    x, y = _open(view).transform(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    return np.column_stack([x, y])


def raise_points(view: View, places: np.ndarray) -> np.ndarray:
    """Return the degrees (longitude, latitude) of places on the flat map, one row a point."""
    lon, lat = _open(view).transform(places[:, 0], places[:, 1], direction="INVERSE")
    return np.column_stack([lon, lat])


@cache
def find_extent(view: View) -> tuple[float, float]:
    """Return the width and height of what a view shows, in metres on the flat map."""
    if view.flattening == "globe":
        return 2 * RADIUS, 2 * RADIUS
    if view.flattening == "equal_area":
        height = 4 * RADIUS * math.sin(math.radians(view.north - view.lat) / 2)
        return _ASPECT_OF_REGIONS * height, height
    (west, east), edge = view.longitudes, 1e-6
    corners = flatten(view, [west + edge, east - edge, view.lon, view.lon], [0, 0, view.south, view.north])
    return float(corners[1, 0] - corners[0, 0]), float(corners[3, 1] - corners[2, 1])


@cache
def find_middle(view: View) -> tuple[float, float]:
    """Return the longitude and latitude that lie in the middle of the flat map; a globe's is where it is turned to."""
    if view.is_half:
        return view.lon, view.lat
    (_, low), (_, high) = flatten(view, [view.lon, view.lon], [view.south, view.north])
    return view.lon, float(raise_points(view, np.array([[0.0, (low + high) / 2]]))[0, 1])


@cache
def _open(view: View) -> Transformer:
    sphere = "+proj=longlat +R=6371008.8"
    return Transformer.from_crs(sphere, view.projection, always_xy=True)
