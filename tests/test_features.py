"""The list of features is true: every row says whether it works, and what works has a test that there is."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|\n").split("|")]
    for line in (PROJECT / "docs/FEATURES.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+ \|", line)
]
LEAST_WORKING = 58


@cache
def list_tests(file: str) -> frozenset[str]:
    """Return the names of the tests that a file defines."""
    tree = ast.parse((PROJECT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def test_every_feature_has_a_row() -> None:
    assert [row[0] for row in ROWS] == [str(number) for number in range(1, 64)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_works_has_a_test_and_what_does_not_says_why(row: list[str]) -> None:
    _, feature, state, how, test = row
    assert feature
    assert state in ("works", "no")
    if state == "works":
        file, _, name = test.partition("::")
        assert name in list_tests(file), test
    else:
        assert how
        assert not test


def test_as_many_work_as_were_aimed_at() -> None:
    assert sum(row[2] == "works" for row in ROWS) >= LEAST_WORKING
