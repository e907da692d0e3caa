"""Every language case reads the same between sentences that are full of the words that cases turn on.

Left out are tables, whose caption the line above is, and lines without an end mark, which may go on in the next.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.modality import find_status
from geo.text.breaks import has_han
from tests.readings import leave_places, read

_CASES = Path(__file__).parent / "cases"
_AROUND = {
    "en": (
        "By video link ministers had promised to give, send, donate and sign it all again, the report said.",
        "Some ministers met online, thanked for masks, vaccines, money and doctors that were sent, received, promised, refused "
        "and planned in all of the other places, including some.",
    ),
    "zh": (
        "部长们曾以视频方式承诺再次捐赠、派遣、签署，报道说。",
        "一些部长通过视频通了电话，感谢已收到、已派出、将援助、未送达的口罩、疫苗、资金和医生，还有其他一些。",
    ),
}
_FILES = (
    "events_en", "events_zh", "quantities_en", "quantities_zh", "breakdowns", "en/attachments", "zh/attachments",
)  # fmt: skip


def read_texts(name: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a file of cases that end as sentences do, each with its language."""
    for line in (_CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        if text.endswith((".", "。")) and "|" not in text:
            yield text, "zh" if has_han(text) else "en"


def surround(text: str, language: str) -> str:
    before, after = _AROUND[language]
    return f"{before}\n{text}\n{after}"


@pytest.mark.parametrize("name", _FILES)
def test_a_text_reads_the_same_between_others(name: str) -> None:
    read_otherwise = [
        text
        for text, language in read_texts(name)
        if leave_places(read(surround(text, language), language)) != leave_places(read(text, language))
    ]
    assert read_otherwise == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_clause_says_the_same_between_others(language: str) -> None:
    said_otherwise = []
    for line in (_CASES / language / "status.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = surround(case["text"], language)
        start = text.index(case["span"], text.index("\n"))
        if find_status(text, start, start + len(case["span"]), language) != case["status"]:
            said_otherwise.append(case["text"])
    assert said_otherwise == []
