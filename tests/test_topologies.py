"""Boundaries of the user's own as the browser gets them."""

import gzip
import json
from typing import Any

import shapely

from geo.maps.boundaries import list_undetermined, read_boundaries
from geo.maps.topologies import pack_topology

SHAPES = read_boundaries().query("code in ['ITA', 'ZAF']")[["code", "geometry"]]


def unpack(data: bytes) -> dict[str, Any]:
    """Return what the browser reads."""
    found: dict[str, Any] = json.loads(gzip.decompress(data))
    return found


def test_every_shape_has_its_code_and_those_of_undetermined_status_stay() -> None:
    features = unpack(pack_topology(SHAPES))["objects"]["countries"]["geometries"]
    assert [one["id"] for one in features] == ["ITA", "ZAF", *list_undetermined()]


def test_a_hole_stays_a_hole_and_insides_lie_to_the_right() -> None:
    topology = unpack(pack_topology(SHAPES))
    largest = max(topology["objects"]["countries"]["geometries"][1]["arcs"], key=len)
    outer, hole = (shapely.LinearRing(topology["arcs"][number]) for (number,) in largest[:2])
    assert not outer.is_ccw
    assert hole.is_ccw


def test_the_parts_that_plotly_looks_for_are_there() -> None:
    assert {"land", "coastlines", "ocean", "lakes", "rivers", "subunits"} < set(
        unpack(pack_topology(SHAPES))["objects"]
    )


def test_the_same_shapes_give_the_same_bytes_and_the_world_is_light() -> None:
    whole = read_boundaries()[["code", "geometry"]]
    assert pack_topology(whole) == pack_topology(whole)
    assert len(pack_topology(whole)) < 500_000
