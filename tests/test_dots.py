"""The dots of small countries and areas, and the views of the earth that they stand on."""

import numpy as np
import pytest

from geo.maps.boundaries import list_small_areas, read_points
from geo.maps.dots import BORDER, DIAMETER, Dot, measure_pixel, place_dots
from geo.maps.earth_views import (
    FRAMES,
    PROJECTIONS,
    Frame,
    Projection,
    View,
    find_extent,
    find_view,
    flatten,
    raise_points,
)

SMALL = tuple((code, DIAMETER) for code in sorted(list_small_areas()))
TURNING: Projection = "globe"
VIEWS = [find_view(frame, projection) for frame in FRAMES for projection in ("equal_earth", TURNING)]
WORLDS = [find_view("world", projection) for projection in PROJECTIONS]


def find_pixels(dots: list[Dot], view: View) -> np.ndarray:
    """Return where dots stand, in pixels of the map they were placed for; those out of sight are left out."""
    places = flatten(view, [dot.lon for dot in dots], [dot.lat for dot in dots]) / measure_pixel(view)
    return places[np.isfinite(places).all(axis=1)]


def find_least_distance(places: np.ndarray) -> float:
    between = places[:, None] - places[None]
    return float((np.hypot(between[..., 0], between[..., 1]) + np.eye(len(places)) * 1e9).min())


@pytest.mark.parametrize("view", [*WORLDS, *VIEWS])
def test_no_two_dots_hide_each_other_with_all_small_states_shown(view: View) -> None:
    dots = list(place_dots(SMALL, view).values())
    assert find_least_distance(find_pixels(dots, view)) >= DIAMETER + BORDER


@pytest.mark.parametrize("view", WORLDS[:3])
def test_no_dot_goes_far_from_its_place(view: View) -> None:
    dots = place_dots(SMALL, view)
    true = find_pixels([Dot(*read_points()[code][:2], DIAMETER, False) for code in dots], view)
    assert np.hypot(*(find_pixels(list(dots.values()), view) - true).T).max() < 2.2 * DIAMETER


def test_a_dot_that_has_room_stays_where_it_is() -> None:
    dots = place_dots((("TON", DIAMETER), ("MLT", DIAMETER)), find_view())
    assert dots["MLT"] == (*(round(degree, 3) for degree in read_points()["MLT"][:2]), DIAMETER, False)


def test_a_dot_that_was_moved_says_so() -> None:
    dots = place_dots(SMALL, find_view())
    assert dots["GLP"].moved
    assert not dots["MLT"].moved


def test_dots_of_many_sizes_stand_apart_too() -> None:
    sizes = tuple((code, 7.0 + 3 * (number % 5)) for number, code in enumerate(sorted(read_points())[:120]))
    dots = list(place_dots(sizes, find_view()).values())
    places, widths = find_pixels(dots, find_view()), np.array([dot.diameter for dot in dots])
    gaps = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) - (widths[:, None] + widths[None]) / 2
    assert (gaps + np.eye(len(gaps)) * 1e9).min() >= 0


def test_no_dots_make_no_dots() -> None:
    assert place_dots((), find_view()) == {}


@pytest.mark.parametrize("view", WORLDS)
def test_what_was_flattened_is_raised_to_the_same_degrees(view: View) -> None:
    degrees = np.array([[30.0, 40.0], [-20.0, -10.0], [60.0, 5.0]])
    assert raise_points(view, flatten(view, degrees[:, 0], degrees[:, 1])) == pytest.approx(degrees)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_region_is_as_wide_as_a_map(frame: Frame) -> None:
    width, height = find_extent(find_view(frame))
    assert 2.0 < width / height < 2.5


def test_a_globe_is_turned_to_its_region() -> None:
    assert find_view("pacific", "globe")[:3] == ("globe", 176, -12)
