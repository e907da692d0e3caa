"""What an address may hold, and what is made of it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.choices.addresses import Fault
from dashboard.parts.frame.link_faults import write_faults
from dashboard.parts.selection import DRAWN, Selection, clear, parse_address, spell_address
from dashboard.parts.words import read_words
from geo.reference.wordings import LANGUAGES

FULL = Selection(
    language="zh", measure="gave", giver=True, flows=True, frame="pacific", codes=("TON", "FJI"),
    since=date(2020, 3, 1), until=date(2020, 3, 31), theme="vaccine", kind="call", document="d", breakdown="d-0",
    classes="own", limits=(1, 5), hue="greens", projection="globe", borders="none", names=False,
)  # fmt: skip


@pytest.mark.parametrize("selection", [Selection(), FULL, replace(FULL, codes=("TON",), until=None, uncut=True)])
def test_an_address_opens_the_same_view(selection: Selection) -> None:
    assert parse_address(spell_address(selection)) == (selection, ())


def test_the_first_view_needs_no_address() -> None:
    assert spell_address(Selection()) == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [("language", "xx"), ("measure", "<script>"), ("frame", "moon"), ("giver", "1"), ("codes", "ZZZ"), ("codes", "."), ("codes", "156"), ("since", "2020-02-30"),
     ("since", "yesterday"), ("theme", "no theme"), ("kind", "war"), ("document", "X" * 100),
     ("classes", "many"), ("limits", "5.1"), ("limits", "1.x"), ("names", "no"), ("hue", "pink")],
)  # fmt: skip
def test_what_an_address_holds_in_error_is_as_at_first(name: str, text: str) -> None:
    assert parse_address({name: text}) == (Selection(), (Fault(name, (text,)),))


@pytest.mark.parametrize(("name", "text"), [("no", "such"), ("utm_source", "mail"), ("codes", ""), ("theme", " ")])
def test_what_an_address_holds_besides_is_no_fault(name: str, text: str) -> None:
    assert parse_address({name: text}) == (Selection(), ())


@pytest.mark.parametrize("text", ["ITA.SRB", "ITA,SRB", "ita, srb", "it.RS", "ITA.SRB.ITA", "IT,srb,"])
def test_codes_come_as_lists_in_any_case_and_of_two_letters_or_three(text: str) -> None:
    assert parse_address({"codes": text}) == (Selection(codes=("ITA", "SRB")), ())


def test_of_codes_the_known_are_taken_and_the_unknown_said() -> None:
    opened = parse_address({"codes": "ITA.XYZ.it.**", "theme": "aid"})
    assert opened == (Selection(codes=("ITA",), theme="aid"), (Fault("codes", ("XYZ", "**")),))


def test_days_that_run_backwards_are_said_and_not_taken() -> None:
    opened = parse_address({"since": "2020-04-01", "until": "2020-03-01", "measure": "gave"})
    assert opened == (Selection(measure="gave"), (Fault("span", ("2020-04-01", "2020-03-01")),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_words_and_obeys_no_markdown(language: str) -> None:
    address = {
        "codes": "XYZ,[a](http://x.example)",
        "since": "2020-02-30",
        "theme": "*x*",
        "hue": "pink",
        "frame": "moon",
    }
    said = write_faults(parse_address(address).faults, read_words(language))
    assert "2020\\-02\\-30" in said
    assert "\\*x\\*" in said
    assert "](http" not in said


def test_clearing_keeps_how_the_reader_looks_and_drops_what_was_chosen() -> None:
    drawn = {name: getattr(FULL, name) for name in DRAWN}
    assert clear(FULL) == Selection("zh", "gave", giver=True, flows=True, frame="pacific", **drawn)
