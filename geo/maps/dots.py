"""Where the dots of small countries and areas stand, so that none hides another: the same in the browser and in print."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from geo.maps.boundaries import read_points
from geo.maps.earth_views import ASPECT, View, find_extent, flatten, raise_points
from geo.maps.frame_members import list_members

# Sizes are in pixels of a map this wide; other widths scale them.
WIDTH = 960.0
DIAMETER, BORDER = 9.0, 1.0
# How wide the core of a dot is that is marked, as a share of the dot.
CORE = 0.42
# A dot moved by less than this is still read as standing at its place.
_NEAR = 6.0
_ROUNDS, _PULL, _PULLED = 400, 0.02, 300


class Dot(NamedTuple):
    """A dot: where it is drawn, in degrees, its diameter, and whether it was moved so far that a line leads to it."""

    lon: float
    lat: float
    diameter: float
    moved: bool


@lru_cache(maxsize=256)
def place_dots(sizes: tuple[tuple[str, float], ...], view: View) -> Mapping[str, Dot]:
    """Return the dots of some codes, each given with its diameter, moved as little as keeps them apart.

    Dots that would overlap push each other away, and their own places pull them back, after the way of Dorling's
    cartograms (1996). What a globe does not show stays where it is; what the view is no map of has no dot.
    """
    points, members = read_points(), list_members(view.frame)
    shown = [(code, diameter) for code, diameter in sizes if code in points and code in members]
    true = np.array([points[code][:2] for code, _ in shown]).reshape(-1, 2)
    diameters = np.array([diameter for _, diameter in shown])
    seen = _find_seen(true, view)
    drawn = true.copy()
    if seen.any():
        drawn[seen] = _spread(true[seen], diameters[seen], view)
    far = _measure_moves(true, drawn, seen, view) > _NEAR
    places = zip(shown, drawn.round(3).tolist(), far.tolist(), strict=True)
    return {code: Dot(lon, lat, diameter, moved) for (code, diameter), (lon, lat), moved in places}


def measure_pixel(view: View) -> float:
    """Return how many metres of the flat map a pixel of a map of WIDTH spans."""
    width, height = find_extent(view)
    return max(width / WIDTH, height * ASPECT / WIDTH)


def _find_seen(points: np.ndarray, view: View) -> np.ndarray:
    if view.flattening != "globe":
        return np.ones(len(points), dtype=bool)
    lon, lat = np.radians(points - [view.lon, 0]).T
    middle = np.radians(view.lat)
    above = np.sin(middle) * np.sin(lat) + np.cos(middle) * np.cos(lat) * np.cos(lon)
    seen: np.ndarray = above > 0
    return seen


def _spread(points: np.ndarray, diameters: np.ndarray, view: View) -> np.ndarray:
    """Return the degrees at which the dots stand apart."""
    pixel = measure_pixel(view)
    true = flatten(view, points[:, 0], points[:, 1]) / pixel
    # A little more than touching: rounding must not make them overlap.
    apart = (diameters[:, None] + diameters[None, :]) / 2 + BORDER + 0.1
    np.fill_diagonal(apart, 0)
    places = true.copy()
    for number in range(_ROUNDS):
        if number < _PULLED:
            places += _PULL * (true - places)
        pushes = _find_pushes(places, apart)
        if number >= _PULLED and not pushes.any():
            break
        places = _keep_on_map(places + pushes, pixel, view)
    moved = (np.abs(places - true) > 0.05).any(axis=1, keepdims=True)
    return np.where(moved, raise_points(view, places * pixel), points)


def _find_pushes(places: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """Return how each dot moves to leave those that it overlaps; both of a pair move by half."""
    between = places[:, None, :] - places[None, :, :]
    distance = np.hypot(between[..., 0], between[..., 1])
    overlap = np.clip(apart - distance, 0, None)
    # Two dots at one place part along a line of their own.
    angle = np.arange(len(places))[:, None] - np.arange(len(places))[None, :]
    aside = np.dstack([np.cos(angle), np.sin(angle)]) * np.sign(angle)[..., None]
    direction = np.where(distance[..., None] > 1e-9, between / np.maximum(distance, 1e-9)[..., None], aside)
    pushes: np.ndarray = (direction * overlap[..., None] / 2).sum(axis=1)
    return pushes


def _keep_on_map(places: np.ndarray, pixel: float, view: View) -> np.ndarray:
    """Return the places, those beyond the edge of the map moved back onto it."""
    if view.flattening == "equal_area":
        return places
    if view.flattening == "globe":
        radius = find_extent(view)[0] / 2 / pixel * 0.99
        distance = np.hypot(places[:, 0], places[:, 1])
        kept: np.ndarray = places * np.minimum(1, radius / np.maximum(distance, 1e-9))[:, None]
        return kept
    latitudes = np.clip(raise_points(view, np.column_stack([places[:, 0] * 0, places[:, 1]]) * pixel)[:, 1], -89, 89)
    edge = flatten(view, [view.lon + 179.7] * len(places), latitudes)[:, 0] / pixel
    return np.column_stack([np.clip(places[:, 0], -edge, edge), places[:, 1]])


def _measure_moves(true: np.ndarray, drawn: np.ndarray, seen: np.ndarray, view: View) -> np.ndarray:
    """Return by how many pixels each dot was moved."""
    moves = np.zeros(len(true))
    if seen.any():
        pair: Sequence[np.ndarray] = [flatten(view, points[seen, 0], points[seen, 1]) for points in (true, drawn)]
        moves[seen] = np.hypot(*((pair[0] - pair[1]) / measure_pixel(view)).T)
    return moves
