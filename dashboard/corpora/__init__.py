"""The corpus that the dashboard shows, and the questions it asks, each answered once.

Here answers that are kept meet geo: what depends on the same question is computed once (see dashboard.answers).
shown (which corpus) · shapes (which boundaries) · measures · maps · bars · kinds (of charts) · times · sentences · documents · checks.
"""

from dashboard.corpora.bars import chart_stacks, read_breakdowns, read_sums
from dashboard.corpora.checks import count_checks, read_checks, read_ground
from dashboard.corpora.documents import (
    count_listed,
    count_refused,
    count_rows,
    count_unread,
    find_titles,
    list_documents,
    list_languages,
    list_outlets,
    read_document,
    read_refused,
    read_titles,
    summarise,
)
from dashboard.corpora.kinds import chart_kind
from dashboard.corpora.maps import (
    chart_countries,
    chart_flows,
    chart_multiples,
    chart_two_maps,
    draw_panels,
    list_months,
    offer_sides,
    redraw_countries,
)
from dashboard.corpora.measures import (
    count_given,
    count_measured,
    describe_measure,
    find_giver,
    find_measure,
    list_measures,
    list_subjects,
)
from dashboard.corpora.reviews import count_reviewed, find_reviewed, list_unreviewed
from dashboard.corpora.sentences import count_found, count_sentences, read_sentences, search_sentences
from dashboard.corpora.shapes import find_note, find_shapes, read_shapes
from dashboard.corpora.shown import (
    BOUNDARIES_OPTION,
    CORRECTIONS_OPTION,
    keep_loaded,
    list_sources,
    open_shown,
    open_sources,
    open_started,
)
from dashboard.corpora.times import (
    chart_history,
    chart_timeline,
    count_acts,
    count_kinds,
    count_undated,
    find_days,
    list_eventful,
    list_kinds,
    read_acts,
)

__all__ = [
    "BOUNDARIES_OPTION",
    "CORRECTIONS_OPTION",
    "chart_countries",
    "chart_flows",
    "chart_history",
    "chart_kind",
    "chart_multiples",
    "chart_stacks",
    "chart_timeline",
    "chart_two_maps",
    "count_acts",
    "count_checks",
    "count_found",
    "count_given",
    "count_kinds",
    "count_listed",
    "count_measured",
    "count_refused",
    "count_reviewed",
    "count_rows",
    "count_sentences",
    "count_undated",
    "count_unread",
    "describe_measure",
    "draw_panels",
    "find_days",
    "find_giver",
    "find_measure",
    "find_note",
    "find_reviewed",
    "find_shapes",
    "find_titles",
    "keep_loaded",
    "list_documents",
    "list_eventful",
    "list_kinds",
    "list_languages",
    "list_measures",
    "list_months",
    "list_outlets",
    "list_sources",
    "list_subjects",
    "list_unreviewed",
    "offer_sides",
    "open_shown",
    "open_sources",
    "open_started",
    "read_acts",
    "read_breakdowns",
    "read_checks",
    "read_document",
    "read_ground",
    "read_refused",
    "read_sentences",
    "read_shapes",
    "read_sums",
    "read_titles",
    "redraw_countries",
    "search_sentences",
    "summarise",
]
