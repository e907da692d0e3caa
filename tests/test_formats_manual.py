"""The manual of formats names every ending, limit, kind of failure and option that there is."""

import re
from pathlib import Path
from typing import get_args

import pytest

from dashboard.desks import MOST_BYTES, MOST_FILES
from geo.base.limits import LIMITS
from geo.base.records import FailureKind
from geo.documents.formats import FORMATS
from geo.documents.projects import PROJECT_ENDING
from geo.documents.readers import archives, members, sheets
from geo.store.isolated_reading import LARGEST_SENT, MOST_DOCUMENTS

MANUAL = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = [line for line in MANUAL.splitlines() if line.startswith("| ")]
MEGABYTE = 2**20


@pytest.mark.parametrize("name", FORMATS)
def test_the_manual_has_every_format_with_its_endings_and_its_size(name: str) -> None:
    form = FORMATS[name]
    row = next(row for row in ROWS if f"`{form.endings[0]}`" in row)
    size = "–" if form.largest > 2**60 else f"{form.largest // MEGABYTE:,} MB"
    assert all(f"`{ending}`" in row for ending in form.endings)
    assert row.endswith(f"| {size} |")


def test_the_manual_names_no_ending_that_is_not_read() -> None:
    table = MANUAL[MANUAL.index("| format |") : MANUAL.index("Tables of documents")]
    known = {ending for form in FORMATS.values() for ending in form.endings} | {PROJECT_ENDING}
    assert set(re.findall(r"`(\.\w+)`", table)) == known


def test_the_manual_tells_every_kind_of_failure() -> None:
    assert {f"| `{kind}` |" for kind in get_args(FailureKind)} <= set(re.findall(r"\| `[\w ]+` \|", MANUAL))


@pytest.mark.parametrize(
    "said",
    [
        f"{LIMITS.seconds} seconds",
        f"{LIMITS.characters:,} characters",
        f"{LIMITS.line:,} characters",
        f"{LIMITS.sentence:,} characters",
        f"{LIMITS.row:,} characters",
        f"{archives.MOST_MEMBERS:,} files",
        f"{archives.LARGEST_MEMBER // MEGABYTE} MB a file",
        f"{members.MOST_MEMBERS:,} parts, {members.LARGEST_WHOLE // MEGABYTE} MB unpacked",
        f"{members.LARGEST_MEMBER // MEGABYTE} MB a part",
        f"{sheets.MOST_CELLS:,} cells",
        f"`documents.csv` | {LIMITS.register // MEGABYTE} MB",
        f"{LARGEST_SENT // MEGABYTE} MB each, {MOST_FILES} at a time, {MOST_BYTES // MEGABYTE} MB in all",
        f"{MOST_DOCUMENTS:,} documents",
    ],
)
def test_the_manual_says_the_limits_as_they_are(said: str) -> None:
    assert said in MANUAL
