"""What a chart shows, computed once: classes, limits, colours, order, totals and notes, as records and tables.

The browser's picture (dashboard.figures) and the printed one (geo.drawings) are both drawn from these, so that they
cannot differ.
"""

from geo.charts.answers import (
    Measure,
    chart_breakdown,
    chart_countries,
    chart_first_breakdown,
    choose_measure,
    read_breakdowns,
)
from geo.charts.classes import Class, classify
from geo.charts.looks import Labels, Look
from geo.charts.maps import MapChart, chart_map
from geo.charts.palettes import Theme, palette
from geo.charts.regions import Breakdown, Part, RegionsChart, chart_regions

__all__ = [
    "Breakdown",
    "Class",
    "Labels",
    "Look",
    "MapChart",
    "Measure",
    "Part",
    "RegionsChart",
    "Theme",
    "chart_breakdown",
    "chart_countries",
    "chart_first_breakdown",
    "chart_map",
    "chart_regions",
    "choose_measure",
    "classify",
    "palette",
    "read_breakdowns",
]
