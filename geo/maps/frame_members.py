"""Which countries and areas the map of a part of the world is of: those that UN M49 puts there."""

from collections.abc import Mapping
from functools import cache

from geo.maps.earth_views import Frame
from geo.reference.areas import read_areas

# The regions of UN M49 that make a part; none is all of the world. Northern America with Central America and the
# Caribbean is what M49 calls North America (003).
_REGIONS: Mapping[Frame, frozenset[str]] = {
    "africa": frozenset({"002"}),
    "asia": frozenset({"142"}),
    "europe": frozenset({"150"}),
    "north_america": frozenset({"021", "013", "029"}),
    "south_america": frozenset({"005"}),
    "pacific": frozenset({"009"}),
}


@cache
def list_members(frame: Frame) -> frozenset[str]:
    """Return the codes of the countries and areas of a part of the world, or of all of it."""
    regions = _REGIONS.get(frame)
    return frozenset(
        area.code
        for area in read_areas().values()
        if regions is None or not regions.isdisjoint({area.region, area.subregion, area.intermediate})
    )
