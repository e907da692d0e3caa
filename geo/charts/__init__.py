"""What a chart shows, computed once: classes, limits, colours, order, totals and notes, as records and tables.

The browser's picture (dashboard.figures) and the printed one (geo.drawings) are both drawn from these, so that they
cannot differ.
"""

from geo.charts.appearance import Labels, Look
from geo.charts.checks import Ground, read_ground
from geo.charts.classes import METHODS, Class, Method, classify
from geo.charts.corpus_charts import (
    chart_breakdown,
    chart_countries,
    chart_first_breakdown,
    name_counted,
    order_breakdowns,
    read_breakdowns,
    read_sums,
)
from geo.charts.dimensions import PARTS, ROWS, Parts, Rows, StackPart, list_parts, list_rows
from geo.charts.events_and_totals import History, chart_history
from geo.charts.flows import FlowsChart, chart_flows
from geo.charts.headlines import (
    choose_leading_breakdown,
    write_breakdown_headline,
    write_map_headline,
    write_named_headline,
)
from geo.charts.map_options import BORDERS, Borders, MapOptions
from geo.charts.maps import MapChart, chart_map, redraw_map
from geo.charts.measures import (
    Measure,
    Measured,
    MeasureWords,
    asks_giver,
    can_leave_out,
    choose_measure,
    counts_events,
    describe_measure,
    find_leading,
    find_measure,
    find_roles,
    is_figure,
    leave_giver_out,
    list_measures,
    list_subjects,
)
from geo.charts.multiples import EACH, Each, MultiplesChart, Panel, chart_multiples, list_each, redraw_multiples
from geo.charts.palettes import HUES, Hue, Theme, palette
from geo.charts.rates import PER, Per, list_per, rate_map, rate_stacks
from geo.charts.regions import Breakdown, Part, RegionsChart, chart_regions
from geo.charts.sides import SIDE_KINDS, Side, SideKind, offer_sides, read_side
from geo.charts.stacked_bars import BY_NAME, BY_TOTAL, Layout, StacksChart, chart_stacks
from geo.charts.time_axes import TimeAxis
from geo.charts.time_steps import Span, Step
from geo.charts.timelines import TimelineChart, chart_timeline, list_eventful
from geo.charts.totals import TotalsChart
from geo.charts.two_maps import TwoMapsChart, chart_two_maps, redraw_two_maps
from geo.maps.earth_views import FRAMES, PROJECTIONS, Frame, Projection

__all__ = [
    "BORDERS",
    "BY_NAME",
    "BY_TOTAL",
    "EACH",
    "FRAMES",
    "HUES",
    "METHODS",
    "PARTS",
    "PER",
    "PROJECTIONS",
    "ROWS",
    "SIDE_KINDS",
    "Borders",
    "Breakdown",
    "Class",
    "Each",
    "FlowsChart",
    "Frame",
    "Ground",
    "History",
    "Hue",
    "Labels",
    "Layout",
    "Look",
    "MapChart",
    "MapOptions",
    "Measure",
    "MeasureWords",
    "Measured",
    "Method",
    "MultiplesChart",
    "Panel",
    "Part",
    "Parts",
    "Per",
    "Projection",
    "RegionsChart",
    "Rows",
    "Side",
    "SideKind",
    "Span",
    "StackPart",
    "StacksChart",
    "Step",
    "Theme",
    "TimeAxis",
    "TimelineChart",
    "TotalsChart",
    "TwoMapsChart",
    "asks_giver",
    "can_leave_out",
    "chart_breakdown",
    "chart_countries",
    "chart_first_breakdown",
    "chart_flows",
    "chart_history",
    "chart_map",
    "chart_multiples",
    "chart_regions",
    "chart_stacks",
    "chart_timeline",
    "chart_two_maps",
    "choose_leading_breakdown",
    "choose_measure",
    "classify",
    "counts_events",
    "describe_measure",
    "find_leading",
    "find_measure",
    "find_roles",
    "is_figure",
    "leave_giver_out",
    "list_each",
    "list_eventful",
    "list_measures",
    "list_parts",
    "list_per",
    "list_rows",
    "list_subjects",
    "name_counted",
    "offer_sides",
    "order_breakdowns",
    "palette",
    "rate_map",
    "rate_stacks",
    "read_breakdowns",
    "read_ground",
    "read_side",
    "read_sums",
    "redraw_map",
    "redraw_multiples",
    "redraw_two_maps",
    "write_breakdown_headline",
    "write_map_headline",
    "write_named_headline",
]
