"""The part of the earth that a map shows, as Plotly is told of it; geo.charts says which parts there are."""

from typing import NamedTuple

import plotly.graph_objects as go

from geo.maps.earth_views import FRAMES, Flattening, Frame, View, find_middle, find_view

__all__ = ["FRAMES", "WINDOWS", "Frame", "Window", "frame_view", "spell_view"]

_NAMES: dict[Flattening, str] = {
    "equal_earth": "equal earth",
    "natural_earth": "natural earth",
    "robinson": "robinson",
    "globe": "orthographic",
    "mercator": "mercator",
}


class Window(NamedTuple):
    """A window on the globe: the projection, the meridian and the parallel in its middle, and the degrees it shows."""

    projection: str
    meridian: float
    parallel: float
    latitudes: tuple[float, float]
    longitudes: tuple[float, float]


def spell_view(view: View) -> Window:
    """Return a view in Plotly's words."""
    return Window(_NAMES[view.flattening], view.lon, view.lat, (view.south, view.north), view.longitudes)


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
    # A globe shows all degrees: what is behind it comes round when the reader turns it.
    if not globe:
        lon, lat = find_middle(view)
        # Plotly would put the mean of the latitudes in the middle, and cut what then does not fit.
        figure.update_geos(
            lonaxis_range=window.longitudes, lataxis_range=window.latitudes, center={"lon": lon, "lat": lat}
        )
