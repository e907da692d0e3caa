"""The nouns that the numbers of a text count, as the cases of both languages write them."""

import json
from pathlib import Path

import pytest

from geo.names.mentions import find_mentions
from geo.nouns import find_noun
from geo.numbers import find_amounts

_CASES = Path(__file__).parent / "cases"


def read_nouns(text: str, language: str) -> list[tuple[str, str, str]]:
    """Return the numerals of a text that have a noun, each with its unit and base form."""
    mentions = find_mentions(text, language)
    pairs = [(amount, find_noun(text, amount, mentions, language)) for amount in find_amounts(text, language)[0]]
    return [(text[amount.first : amount.last], noun.unit, noun.lemma) for amount, noun in pairs if noun]


def list_cases(language: str) -> list[object]:
    """Return the cases of a language as parameters: text, the nouns that are found there, why."""
    lines = (_CASES / language / "nouns.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return [pytest.param(case["text"], [tuple(noun) for noun in case["nouns"]], case["why"]) for case in cases]
