"""Where on a map the label of a group of countries stands."""

from collections.abc import Mapping, Sequence

from geo.maps.boundaries import Point, read_points

# West of this meridian, between Siberia's tip and the Americas, the islands of the Pacific continue those of its east.
_PACIFIC_SEAM = -150.0
_WEIGHT = 0.25


def find_middles(areas: Mapping[str, int]) -> dict[int, Point]:
    """Return for each group the point of the member nearest its middle; `areas` maps ISO codes to groups.

    The middle is a median, not a mean, and large members weigh only a little more than small ones: Siberia and Alaska
    do not draw it out of Europe and the Americas. Only a group that lies on both sides of the date line is measured across it.
    """
    points = read_points()
    return {
        group: _find_middle([points[code] for code, found in areas.items() if found == group and code in points])
        for group in sorted(set(areas.values()))
    }


def _find_middle(points: Sequence[Point]) -> Point:
    turned = any(point.lon < _PACIFIC_SEAM for point in points) and any(point.lon > 100 for point in points)
    places = [point.lon % 360 if turned else point.lon for point in points]
    weights = [point.area_km2**_WEIGHT for point in points]
    lon, lat = _find_median(places, weights), _find_median([point.lat for point in points], weights)
    nearest = min(range(len(points)), key=lambda n: (places[n] - lon) ** 2 + (points[n].lat - lat) ** 2)
    return points[nearest]


def _find_median(values: Sequence[float], weights: Sequence[float]) -> float:
    """Return the value at which half of the weight is reached."""
    half, reached = sum(weights) / 2, 0.0
    for value, weight in sorted(zip(values, weights, strict=True)):
        reached += weight
        if reached >= half:
            return value
    return max(values)
