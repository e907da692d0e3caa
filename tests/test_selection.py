"""What an address may hold, and what is made of it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.parts.selection import DRAWN, Selection, clear, parse_address, spell_address

FULL = Selection(
    language="zh", measure="gave", giver=True, flows=True, frame="pacific", codes=("TON", "FJI"),
    since=date(2020, 3, 1), until=date(2020, 3, 31), theme="vaccine", kind="call", document="d", breakdown="d-0",
    classes="own", limits=(1, 5), hue="greens", projection="globe", borders="none", names=False,
)  # fmt: skip


@pytest.mark.parametrize("selection", [Selection(), FULL, replace(FULL, codes=("TON",), until=None)])
def test_an_address_opens_the_same_view(selection: Selection) -> None:
    assert parse_address(spell_address(selection)) == selection


def test_the_first_view_needs_no_address() -> None:
    assert spell_address(Selection()) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [("language", "xx"), ("measure", "<script>"), ("frame", "moon"), ("giver", "1"), ("codes", "ITA.ZZZ"),
     ("codes", ""), ("since", "yesterday"), ("theme", "no theme"), ("kind", "war"), ("document", "X" * 100),
     ("classes", "many"), ("limits", "5.1"), ("limits", "1.x"), ("names", "no"), ("hue", "pink"), ("no", "such")],
)  # fmt: skip
def test_what_an_address_holds_in_error_is_as_at_first(name: str, text: str) -> None:
    assert parse_address({name: text}) == Selection()


def test_clearing_keeps_how_the_reader_looks_and_drops_what_was_chosen() -> None:
    drawn = {name: getattr(FULL, name) for name in DRAWN}
    assert clear(FULL) == Selection("zh", "gave", giver=True, flows=True, frame="pacific", **drawn)
