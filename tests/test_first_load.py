"""What a page loads in a browser that has kept nothing: little enough for a slow line, and no second Plotly."""

import pytest
from playwright.sync_api import Browser

from benchmarks.first_load import MOST, load_page
from tests.browsing import SHOWN

# Those with the most to load are asked in each run.
_HEAVY = ("world", "timeline")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in _HEAVY else pytest.mark.slow) for name in SHOWN]
)
def test_a_page_loads_no_more_than_3_mb_and_streamlits_plotly_never(
    browser: Browser, dashboard: str, name: str
) -> None:
    received = load_page(browser, f"{dashboard}/{name}", SHOWN[name])
    assert {"/app/static/plot.js", "messages"} <= {*received} or name in ("checks", "documents", "search", "method")
    assert 500_000 < received.total() <= MOST
    assert [path for path in received if "PlotlyChart" in path] == []
