"""Pictures for print and download: the charts of geo.charts drawn by matplotlib as PNG, SVG or PDF.

The same chart gives the same bytes, on any machine with the same versions and fonts. All text is drawn literally.
"""

from geo.drawings.editions import PLAIN, SIZES, Edition, NoteOnMap, Size
from geo.drawings.maps import draw_map
from geo.drawings.multiples import draw_multiples, draw_panel
from geo.drawings.planes import draw_kind, list_notes
from geo.drawings.regions import draw_regions
from geo.drawings.sheets import Format
from geo.drawings.stacked_bars import draw_stacks
from geo.drawings.timelines import draw_timeline
from geo.drawings.two_maps import draw_two_maps

__all__ = [
    "PLAIN",
    "SIZES",
    "Edition",
    "Format",
    "NoteOnMap",
    "Size",
    "draw_kind",
    "draw_map",
    "draw_multiples",
    "draw_panel",
    "draw_regions",
    "draw_stacks",
    "draw_timeline",
    "draw_two_maps",
    "list_notes",
]
