"""The pages in Chinese: no word of English is left on them, beside names and what the documents say."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.testing.v1 import AppTest

from dashboard.parts.reasons import name_reason
from dashboard.parts.words import read_words
from geo.base.reasons import Reason, name_longer
from geo.base.records import Failure
from geo.documents.reading import read_documents
from geo.store.corpus import extract
from tests.pages import OpenPage

# Names, kinds of file and codes that are written so in Chinese too.
NAMES = frozenset(
    [
        "AidAtlas",
        "Equal",
        "Natural",
        "Earth",
        "Parquet",
        "GeoJSON",
        "Excel",
        "XLSX",
        "aidatlas",
        "serve",
        "UTF",
        "language",
        "Language",
    ]
)
TEXT = """援助简报第{count}期

2020年3月26日

中国政府已向{count}个国家提供援助，其中亚洲20个、欧洲15个、非洲25个。印度洋上的岛国也收到口罩。
中国向意大利、塞尔维亚、柬埔寨3个国家派出医疗专家组。3月25日，中国和法国领导人通电话。
2020年3月2{count}日，日本向中国捐赠一万只口罩。截至3月26日，中国已向{count}个国家提供援助。
"""
PAGES = {
    "front": {},
    "world": {"measure": "mentions", "codes": "ITA,SRB", "flows": "True", "classes": "own"},
    "timeline": {"since": "2020-03-01", "until": "2020-03-31"},
    "compare": {"measure": "took_part", "rows": "kind", "parts": "theme"},
    "regions": {},
    "checks": {},
    "documents": {},
}
# What a browser is told of an element in a message, apart from its words.
_CODE = re.compile(
    r"<style>.*?</style>|<[^>]*>|&\w+;|:material/\w+:|%\{[^}]*\}|https?://\S+|\b[0-9a-f]{12}\b|\?[\w=&%,.-]+|[\w-]*\.(?:zh|en)\b|\b[a-z]+(?:[-_][a-z0-9]+)+\b",
    re.S,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of three documents in Chinese and a file that cannot be read."""
    to = tmp_path_factory.mktemp("chinese")
    for number, count in enumerate((70, 71, 69)):
        (to / f"{number}.txt").write_text(TEXT.format(count=count), encoding="utf-8")
    (to / "9.txt").write_text("", encoding="utf-8")
    failures: list[Failure] = []
    extract(list(read_documents(to, on_failure=failures.append)), failures).write(to / "corpus")
    return to / "corpus"


def list_texts(page: AppTest) -> Iterator[str]:
    """Yield the texts of every element of a page, those in charts, tables and closed boxes too."""
    for kind in ("title", "subheader", "caption", "info", "success", "warning", "error", "markdown", "code"):
        yield from (str(element.value) for element in getattr(page, kind))
    for kind in (
        "button",
        "selectbox",
        "multiselect",
        "toggle",
        "text_input",
        "date_input",
        "expander",
        "button_group",
    ):
        for element in getattr(page, kind):
            yield str(getattr(element, "label", ""))
            yield str(getattr(element.proto, "placeholder", ""))
            yield str(getattr(element.proto, "help", ""))
            yield from (str(option) for option in getattr(element, "options", ()))
    for kind in ("download_button", "popover", "html"):
        for element in page.get(kind):
            yield str(getattr(element.proto, "label", "")) or str(getattr(element.proto, "body", ""))
    for table in page.dataframe:
        named = json.loads(table.proto.columns or "{}")
        shown = [named.get(column, {}).get("label") or column for column in table.value.columns]
        yield from map(str, shown)
        yield from (
            cell for column in table.value for cell in table.value[column] if isinstance(cell, str) and "/" not in cell
        )
    for one in page.get("bidi_component"):
        yield from list_plot_texts(one.proto)


def list_plot_texts(component: BidiComponent) -> Iterator[str]:
    """Yield what is said of a chart, and what its figure writes, from what goes to the browser (dashboard.parts.plots)."""
    if component.component_name == "aidatlas_plot":
        start = 4 + int.from_bytes(component.bytes[:4], "little")
        yield json.loads(component.bytes[4:start])["alt"]
        yield from list_chart_texts(json.loads(gzip.decompress(component.bytes[start:])))


def list_chart_texts(part: object, name: str = "") -> Iterator[str]:
    """Yield what a Plotly figure writes: titles, labels, legends, tooltips."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key != "template":
                yield from list_chart_texts(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from list_chart_texts(value, name)
    elif isinstance(part, str) and name in {"text", "name", "hovertemplate", "hovertext", "ticktext", "title"}:
        yield part


def find_english(text: str) -> list[str]:
    """Return the English words of four letters and more that are no names."""
    return [word for word in re.findall(r"[A-Za-z]{4,}", _CODE.sub(" ", text)) if word not in NAMES]


@pytest.mark.parametrize("name", list(PAGES))
def test_no_english_is_left_on_a_chinese_page(folder: Path, open_page: OpenPage, name: str) -> None:
    page = open_page(name, folder, language="zh", **PAGES[name])
    texts = list(list_texts(page))
    assert sum(map(len, texts)) > 300
    assert {text: found for text in texts if (found := find_english(text))} == {}


@pytest.mark.parametrize("reason", [*get_args(Reason), name_longer("印度洋")])
def test_every_reason_has_words_in_chinese(reason: str) -> None:
    said = name_reason(reason, read_words("zh"))
    assert said != reason
    assert re.search("[\u4e00-\u9fff]", said)
    assert not re.search("[A-Za-z]{4,}", said)
    assert name_reason(reason, read_words("en")) == reason


FILES = {
    "a.txt": b"",
    "b.txt": b"  \n",
    "c.pdf": b"%PDF",
    "d.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "e.html": b"<div>" * 3000,
    "f.csv": b"one,two\n1,2\n",
    "g.jsonl": b"[1]\n{\n",
    "h.parquet": b"PAR1",
    "documents.csv": b"path,published\n,2020\nz.txt,soon\n",
    "z.txt": "中国向意大利提供口罩。".encode(),
}


def test_whatever_cannot_be_read_says_why_in_chinese(tmp_path: Path) -> None:
    failures: list[Failure] = []
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    list(read_documents(tmp_path, on_failure=failures.append))
    assert len(failures) >= len(FILES) - 1
    for failure in failures:
        assert re.search("[\u4e00-\u9fff]", name_reason(failure.reason, read_words("zh"))), failure.reason
        assert failure.place is None or re.search("[\u4e00-\u9fff]", name_reason(failure.place, read_words("zh")))
