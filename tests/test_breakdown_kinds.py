"""Tests of breakdowns in every form a document may give them, read from a file as a reader would have it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pandas as pd
import pytest

from geo import Corpus, extract, read_documents

_CASES = Path(__file__).parent / "cases"
_TABLE = _CASES / "breakdowns.jsonl"
_LANGUAGES = sorted(file.parent.name for file in _CASES.glob("*/breakdowns.jsonl"))


class Sum(TypedDict):
    """A breakdown: its parts with their places, null for those who are left, its total, and what the sum says of it."""

    parts: list[tuple[float, str | None]]
    total: float | None
    verdict: str | None


class Case(TypedDict, total=False):
    """One line of the file of cases; without `breakdowns` it is one whose sums must raise no alarm.

    `known` marks what is read wrongly.
    """

    text: str
    breakdowns: list[Sum]
    why: str
    known: bool


def read_cases(table: Path = _TABLE) -> list[Case]:
    return [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]


def list_cases() -> list[object]:
    return [
        pytest.param(case, id=case["why"], marks=[pytest.mark.xfail(strict=True)] if case.get("known") else [])
        for case in read_cases()
    ]


def extract_text(text: str, folder: Path) -> Corpus:
    (folder / f"one.{'md' if '|--' in text else 'txt'}").write_text(f"{text}\n", encoding="utf-8")
    return extract(read_documents(folder))


def list_verdicts(corpus: Corpus) -> list[str]:
    checks = corpus.checks
    return list(checks["verdict"][checks["kind"] == "sum"])


def list_sums(corpus: Corpus) -> list[Sum]:
    """Return the breakdowns of a document in their order; those with a total have one check each, in the same order."""
    verdicts = iter(list_verdicts(corpus))
    rows = corpus.breakdowns.merge(corpus.quantities, on="quantity")
    return [_make_sum(of_one, verdicts) for _, of_one in rows.groupby("breakdown", sort=False)]


def _make_sum(rows: pd.DataFrame, verdicts: Iterator[str]) -> Sum:
    parts, totals = rows[rows["role"] == "part"], rows[rows["role"] == "total"]["value"].tolist()
    scopes = [scope if isinstance(scope, str) else None for scope in parts["scope"]]
    listed = list(zip(parts["value"], scopes, strict=True))
    return Sum(parts=listed, total=totals[0] if totals else None, verdict=next(verdicts) if totals else None)


@pytest.mark.parametrize("case", list_cases())
def test_a_breakdown_is_read_in_every_form(case: Case, tmp_path: Path) -> None:
    corpus = extract_text(case["text"], tmp_path)
    if "breakdowns" not in case:
        assert "disagrees" not in list_verdicts(corpus)
        return
    wanted = [{**one, "parts": [tuple(part) for part in one["parts"]]} for one in case["breakdowns"]]
    assert list_sums(corpus) == wanted


@pytest.mark.parametrize("language", _LANGUAGES)
def test_breakdowns_are_read_in_other_languages(language: str, tmp_path: Path) -> None:
    cases = read_cases(_CASES / language / "breakdowns.jsonl")
    for number, case in enumerate(cases):
        folder = tmp_path / str(number)
        folder.mkdir()
        wanted = [{**one, "parts": [tuple(part) for part in one["parts"]]} for one in case["breakdowns"]]
        assert list_sums(extract_text(case["text"], folder)) == wanted, case["why"]
    assert len(cases) >= 8
    assert any(not case["breakdowns"] for case in cases)


def test_the_cases_hold_as_many_traps_as_errors() -> None:
    cases = read_cases()
    traps = sum("breakdowns" not in case for case in cases)
    errors = sum(one["verdict"] == "disagrees" for case in cases for one in case.get("breakdowns", []))
    assert len(cases) >= 100
    assert traps >= 30
    assert errors >= 10
