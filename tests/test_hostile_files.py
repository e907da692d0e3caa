"""Hostile and odd files of many kinds are read together: the right text comes out, or one clear line, and the others are read."""

import os
from pathlib import Path

import pytest

from tests.hostile.every_kind import KINDS, QUICK
from tests.hostile.running import judge_together

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits, links and pipes of this kind are POSIX's")

# Every eleventh of the fast kinds, of each group some; `make hostile` reads all, each by itself too.
_SAMPLE = QUICK[::11]


def test_hostile_files_are_read_rightly_or_refused_in_a_line_and_keep_no_other_from_being_read(tmp_path: Path) -> None:
    assert list(judge_together(_SAMPLE, tmp_path)) == []


def test_each_kind_of_hostile_files_has_a_name_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_no_hostile_file_steps_out_of_its_folder(tmp_path: Path) -> None:
    for kind in _SAMPLE:
        kind.make(tmp_path / kind.name)
    assert {path.name for path in tmp_path.iterdir()} == {kind.name for kind in _SAMPLE}
