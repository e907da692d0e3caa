"""Choosing spans on the axis of time in a real browser, by mouse, finger and keyboard, and how a cut axis is drawn."""

import re
from itertools import combinations, pairwise

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browsing import Visit, click_middle, drag, open_page, settle, sweep

BARS = ".bars .point path"
# The part of a chart that takes the mouse: of the bars, and of the totals below them.
BARS_PANEL, TOTALS_PANEL = ".nsewdrag[data-subplot=xy]", ".nsewdrag[data-subplot=xy2]"
LABELS = ".st-key-timeline-chart .textpoint text"
BOXES = "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
Box = tuple[float, float, float, float]


@pytest.fixture
def page(visit: Visit, made_dashboard: str) -> Page:
    """Return the page of two documents that tell of acts on two days, 26 and 27 March 2020, and of one without a day."""
    return open_page(visit, f"{made_dashboard}/timeline", BARS)


@pytest.fixture
def story(visit: Visit, story_dashboard: str) -> Page:
    """Return the page of news of March 2020, and of June 2022: its axis of time is cut."""
    return open_page(visit, f"{story_dashboard}/timeline", BARS)


def find_panel(page: Page, panel: str) -> FloatRect:
    """Return where a panel lies on the screen."""
    box = page.locator(panel).first.bounding_box()
    assert box is not None
    return box


def drag_across(page: Page, panel: str, start: float, end: float) -> None:
    """Drag the mouse from one place of a panel to another, both as shares of its width."""
    settle(page)
    box = find_panel(page, panel)
    drag(page, (box["x"] + box["width"] * start, box["y"] + 30), (box["x"] + box["width"] * end, box["y"] + 50))


def list_boxes(page: Page, parts: str) -> list[Box]:
    """Return where the parts of a page lie that are seen."""
    return [box for box in page.locator(parts).evaluate_all(BOXES) if box[2] > box[0]]


@pytest.mark.parametrize(
    ("start", "end"), sweep([(0.01, 0.99), (0.99, 0.01)], ((0.01, 0.99),)), ids=["forwards", "backwards"]
)
def test_dragging_across_the_chart_chooses_a_span_without_a_tool(page: Page, start: float, end: float) -> None:
    drag_across(page, BARS_PANEL, start, end)
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-27"))
    expect(page.locator(".st-key-timeline-list .aa-event")).to_have_count(3)
    expect(page.locator(".select-outline")).to_have_count(0)


@pytest.mark.slow
def test_spans_and_bars_are_chosen_one_after_another(page: Page) -> None:
    drag_across(page, BARS_PANEL, 0.01, 0.99)
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-27"))
    drag_across(page, BARS_PANEL, 0.55, 0.99)
    expect(page).to_have_url(re.compile("since=2020-03-27&until=2020-03-27"))
    settle(page)
    click_middle(page, page.locator(BARS).last)
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-26"))


@pytest.mark.slow
def test_a_click_beside_the_bars_chooses_all_time_again(page: Page) -> None:
    drag_across(page, BARS_PANEL, 0.55, 0.99)
    expect(page).to_have_url(re.compile("since=2020-03-27&until=2020-03-27"))
    settle(page)
    box = find_panel(page, BARS_PANEL)
    page.mouse.click(box["x"] + 8, box["y"] + 8)
    expect(page).not_to_have_url(re.compile("since="))


def test_a_span_is_chosen_on_the_totals_too_and_across_a_break(story: Page) -> None:
    drag_across(story, TOTALS_PANEL, 0.6, 0.99)
    expect(story).to_have_url(re.compile(r"since=2020-03-\d\d&until=2022-06-14"))


@pytest.mark.slow
def test_a_click_on_a_break_chooses_nothing_and_pointing_at_it_says_how_long_it_is(story: Page) -> None:
    click_middle(story, story.locator(BARS).last)
    expect(story.locator(".hoverlayer .hovertext").first).to_contain_text("27 months without events")
    expect(story).not_to_have_url(re.compile("since="))


def touch(page: Page, *way: tuple[float, float]) -> None:
    """Put a finger down, lead it along a way, and lift it."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    kinds = ["touchStart", *["touchMove"] * (len(way) - 1)]
    for kind, (x, y) in zip(kinds, way, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


@pytest.mark.slow
def test_a_finger_that_swipes_over_the_chart_chooses_nothing_and_one_that_taps_a_bar_its_day(page: Page) -> None:
    box = find_panel(page, BARS_PANEL)
    touch(page, *((box["x"] + box["width"] * share, box["y"] + 40) for share in (0.1, 0.3, 0.6, 0.9)))
    expect(page.locator(".select-outline")).to_have_count(0)
    bar = page.locator(BARS).last.bounding_box()
    assert bar is not None
    touch(page, (bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2))
    # Only the tap is in the address: had the swipe been taken, it would have come first.
    expect(page).to_have_url(re.compile("since=2020-03-26&until=2020-03-26"))


def test_the_keys_lead_to_every_total_and_choose_its_day(story: Page) -> None:
    chart = story.locator(".st-key-timeline-chart .aa-plot")
    chart.focus()
    said = story.locator(".st-key-timeline-chart .aa-spoken")
    heard = []
    for _ in range(30):
        story.keyboard.press("ArrowRight")
        heard.append(said.text_content() or "")
    for total in ("80+", "89", "120", "153"):
        assert any(one.startswith(f"{total} ·") for one in heard)
    story.keyboard.press("End")
    expect(said).to_contain_text("153")
    story.keyboard.press("Enter")
    expect(story).to_have_url(re.compile("since=2022-06-14&until=2022-06-14"))


@pytest.mark.slow
def test_escape_leaves_the_points_and_says_nothing_more(story: Page) -> None:
    story.locator(".st-key-timeline-chart .aa-plot").focus()
    story.keyboard.press("ArrowRight")
    said = story.locator(".st-key-timeline-chart .aa-spoken")
    expect(said).to_contain_text("10 March 2020")
    story.keyboard.press("Escape")
    expect(said).to_have_text("")


@pytest.mark.slow
def test_on_a_cut_axis_the_bars_stand_inside_the_plot_and_the_break_is_drawn_on_its_line(story: Page) -> None:
    panel = find_panel(story, BARS_PANEL)
    bars = list_boxes(story, BARS)
    assert all(panel["x"] <= left and right <= panel["x"] + panel["width"] + 1 for left, _, right, _ in bars)
    assert min(right - left for left, _, right, _ in bars) > 10
    foot = panel["y"] + panel["height"]
    strokes = [box for box in list_boxes(story, ".shapelayer path") if box[1] < foot - 3 and foot + 3 < box[3]]
    assert strokes
    assert all(panel["x"] < left and right < panel["x"] + panel["width"] for left, _, right, _ in strokes)


@pytest.mark.slow
def test_the_whole_axis_is_one_switch_away_and_in_the_address(story: Page) -> None:
    story.locator(".st-key-uncut label").first.click()
    expect(story).to_have_url(re.compile("uncut=True"))
    expect(story.locator(".shapelayer path")).to_have_count(0)
    expect(story.locator(".st-key-timeline-chart .annotation-text", has_text="Events a month")).to_have_count(1)


@pytest.mark.parametrize(
    ("width", "language"),
    sweep(
        [(width, language) for width in (390, 820, 1280, 1920) for language in ("en", "zh")],
        ((390, "zh"), (1280, "en")),
    ),
)
def test_no_words_of_the_chart_touch_others(visit: Visit, story_dashboard: str, width: int, language: str) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = open_page(visit, f"{story_dashboard}/timeline?language={language}", BARS)
    ticks = sorted(list_boxes(page, ".st-key-timeline-chart .xtick text"))
    assert all(one[2] < other[0] for one, other in pairwise(ticks))
    labels = list_boxes(page, LABELS)
    assert len(labels) == 4
    for one, other in combinations(labels, 2):
        apart = one[2] <= other[0] or other[2] <= one[0]
        assert apart or one[3] <= other[1] + 2 or other[3] <= one[1] + 2
