"""Names in the languages that are read by tables and rules: their cases, and every name that CLDR gives."""

import json
from pathlib import Path

import pytest

from geo.names.mentions import find_mentions
from geo.names.patterns import PLACE_RULES

_CASES = Path(__file__).parent / "cases"
_LANGUAGES = sorted(file.parent.name for file in _CASES.glob("*/names.jsonl"))


@pytest.mark.parametrize("language", _LANGUAGES)
def test_each_case_of_a_language_is_read(language: str) -> None:
    wrong = []
    for line in (_CASES / language / "names.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        expected = [tuple(one) for one in case["mentions"]]
        named = {code for _, code in expected}
        mentions = (m for m in find_mentions(case["text"], language) if m.rule not in PLACE_RULES)
        # Regions and organisations stand in a case where it is about them.
        found = [(m.text, m.code) for m in mentions if m.kind == "country" or m.code in named]
        if found != expected:
            wrong.append((case["text"], found))
    assert wrong == []
