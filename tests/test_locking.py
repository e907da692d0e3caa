"""The lock file holds what pyproject.toml asks for, by hashes; and an audit that could not look says so."""

import re

import pytest

from tests.auditing import read_answer, write_audit
from tests.locking import LOCK, find_misfit, list_locked, list_wishes, name_python

PACKAGE = {"name": "thing", "version": "1.0", "vulns": []}
FAULT = {"id": "PYSEC-1", "fix_versions": ["1.1"]}


def test_the_lock_file_is_of_the_requirements_of_today() -> None:
    head = LOCK.read_text(encoding="utf-8").partition("\n")[0]
    python = re.sub(r"Python [\d.]+ ", f"Python {name_python()} ", head)
    assert find_misfit(python) is None


@pytest.mark.parametrize("wish", list_wishes())
def test_each_requirement_is_locked(wish: str) -> None:
    name = re.split(r"[<>=!~\[ ;]", wish, maxsplit=1)[0]
    assert list_locked()[re.sub(r"[-_.]+", "-", name).lower()]


def test_each_locked_package_is_known_by_hashes_and_none_by_its_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[\w.-]+==)", text)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_a_lock_file_for_another_python_or_other_requirements_is_passed_over() -> None:
    head = LOCK.read_text(encoding="utf-8").partition("\n")[0]
    assert "not for Python" in str(find_misfit(re.sub(r"Python [\d.]+ ", "Python 2.7 ", head)))
    assert "asks for other" in str(find_misfit(f"# For Python {name_python()} and other (0)."))


def test_an_audit_tells_faults_and_their_mends() -> None:
    audit = read_answer([PACKAGE, {**PACKAGE, "vulns": [FAULT]}])
    assert audit.status == 1
    assert write_audit(audit)[0] == "thing 1.0: PYSEC-1, mended in 1.1"


def test_an_audit_that_could_not_look_is_no_good_news() -> None:
    assert read_answer([PACKAGE]).status == 0
    assert read_answer([PACKAGE, {"name": "other", "skip_reason": "not found"}]).status == 2
    assert read_answer([]).status == 2
