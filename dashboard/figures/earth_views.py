"""The part of the earth that a map shows, as Plotly is told of it; geo.charts says which parts there are."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

import plotly.graph_objects as go
from pyproj import Geod

from geo.maps.earth_views import FRAMES, RADIUS, Flattening, Frame, View, find_extent, find_middle, find_view, flatten

__all__ = ["FRAMES", "WINDOWS", "Frame", "Window", "frame_view", "spell_view"]

_NAMES: dict[Flattening, str] = {
    "equal_earth": "equal earth",
    "natural_earth": "natural earth",
    "robinson": "robinson",
    "globe": "orthographic",
    "equal_area": "azimuthal equal area",
}


# Of a region: half of the degrees of longitude that Plotly is told of, so far that its whole box has land in it.
_HALF = 75.0
_GEOD = Geod(a=RADIUS, b=RADIUS)


class Window(NamedTuple):
    """A window on the globe: the projection, the meridian and the parallel in its middle, and the degrees it shows.

    `scale` is how much closer it is than Plotly would show those degrees.
    """

    projection: str
    meridian: float
    parallel: float
    latitudes: tuple[float, float]
    longitudes: tuple[float, float]
    scale: float = 1.0


def spell_view(view: View) -> Window:
    """Return a view in Plotly's words."""
    if view.flattening == "equal_area":
        return _spell_region(view)
    return Window(_NAMES[view.flattening], view.lon, view.lat, (view.south, view.north), view.longitudes)


@cache
def _spell_region(view: View) -> Window:
    """Return the window on a region: degrees whose outline is a box as wide to its height as the view.

    Plotly cuts a map off at the box round the degrees that it is told of, and fits that box into the page's.
    """
    width, height = find_extent(view)
    # The higher the degrees reach, the higher is the box for its width.
    low, high = 1.0, 89.0 - abs(view.lat)
    for _ in range(40):
        middle = (low + high) / 2
        across, down = _measure_outline(view, middle)
        low, high = (middle, high) if across / down > width / height else (low, middle)
    latitudes = (view.lat - low, view.lat + low)
    longitudes = (view.lon - _HALF, view.lon + _HALF)
    return Window(_NAMES["equal_area"], view.lon, view.lat, latitudes, longitudes, round(down / height, 4))


def _measure_outline(view: View, reach: float) -> tuple[float, float]:
    """Return the width and height in metres of the outline that Plotly draws round some degrees: eight great arcs."""
    low, high = view.lat - reach, view.lat + reach
    across = [view.lon + _HALF * step for step in (-1, -0.5, 0, 0.5, 1)]
    ring = [*((lon, high) for lon in across), *((lon, low) for lon in reversed(across)), (across[0], high)]
    arcs = [_GEOD.npts(*start, *end, 30, initial_idx=0, terminus_idx=0) for start, end in pairwise(ring)]
    places = flatten(view, *zip(*(point for arc in arcs for point in arc), strict=True))
    size = places.max(axis=0) - places.min(axis=0)
    return float(size[0]), float(size[1])


WINDOWS: dict[Frame, Window] = {frame: spell_view(find_view(frame)) for frame in FRAMES}


def frame_view(figure: go.Figure, view: View, limb: str) -> None:
    """Let a figure show a view; a globe gets a limb in a colour, or nobody would see where it ends."""
    window, globe = spell_view(view), view.flattening == "globe"
    rotation = {"lon": window.meridian, "lat": window.parallel} if globe else {"lon": window.meridian}
    figure.update_geos(
        resolution=50,
        visible=False,
        showframe=globe,
        framecolor=limb,
        framewidth=0.7,
        bgcolor="rgba(0,0,0,0)",
        fitbounds=False,
        projection={"type": window.projection, "rotation": rotation},
    )
    if view.flattening == "equal_area":
        projection = {"rotation": {"lon": window.meridian, "lat": window.parallel}, "scale": window.scale}
        figure.update_geos(projection=projection)
    # A globe shows all degrees: what is behind it comes round when the reader turns it.
    if not globe:
        lon, lat = find_middle(view)
        # Plotly would put the mean of the latitudes in the middle, and cut what then does not fit.
        figure.update_geos(
            lonaxis_range=window.longitudes, lataxis_range=window.latitudes, center={"lon": lon, "lat": lat}
        )
