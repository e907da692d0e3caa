"""Files and folders become documents; what cannot be read is told and nothing else is lost."""

import hashlib
import os
from pathlib import Path

import pytest

from geo.base.errors import ReadError
from geo.base.records import Document, Failure
from geo.documents.reading import read_documents

ARTICLE = "医疗队今天从首都出发，前往两个邻国，随行带去呼吸机、口罩和检测试剂，预计停留两周。"


def read(*paths: Path, published: str | None = None) -> tuple[list[Document], list[Failure]]:
    """Give the documents under some paths and what could not be read."""
    failures: list[Failure] = []
    return list(read_documents(*paths, published=published, on_failure=failures.append)), failures


def test_a_document_is_named_by_the_hash_of_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(f"出发\r\n{ARTICLE}".encode("gbk"))
    document = read(tmp_path)[0][0]
    assert document.text == f"出发\n{ARTICLE}"
    assert document.document == hashlib.sha256(document.text.encode()).hexdigest()[:20]
    assert (document.title, document.language, document.published) == ("出发", "zh", None)


def test_what_the_text_states_goes_before_the_list_of_documents_and_that_before_the_given_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"出发\n来源：某报2021-05-02 09:00\n{ARTICLE}", "utf-8")
    (tmp_path / "b.txt").write_text(f"抵达\n随后{ARTICLE}", "utf-8")
    (tmp_path / "c.txt").write_text(f"返回\n然后{ARTICLE}", "utf-8")
    (tmp_path / "documents.csv").write_text(
        "path,title,published,outlet,url\na.txt,,2019,其他,\nb.txt,题目,2021-06,,https://example.org/b\n", "utf-8"
    )
    documents = read(tmp_path, published="2022")[0]
    assert [one.published for one in documents] == ["2021-05-02", "2021-06", "2022"]
    assert [one.published_from for one in documents] == ["document", "given", "given"]
    assert [one.title for one in documents] == ["出发", "题目", "返回"]
    assert [one.outlet for one in documents] == ["某报", None, None]


def test_a_folder_is_read_in_order_and_deep_without_hidden_files_and_readmes(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".hidden.txt", ".git/d.txt", "README.md", "a/LICENSE"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}{ARTICLE}", "utf-8")
    documents, failures = read(tmp_path)
    assert [Path(one.path or "").name for one in documents] == ["c.md", "b.txt"]
    assert sorted(Path(one.path).name for one in failures) == [".git", ".hidden.txt", "LICENSE", "README.md"]
    assert {one.kind for one in failures} == {"passed over"}


def test_a_title_that_the_text_lacks_is_put_in_front(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"title": "Aid for Fiji", "text": "Masks left."}\n{"title": "Aid for Fiji", "text": "AID FOR FIJI\\nTests left."}'
    )
    assert [one.text for one in read(tmp_path)[0]] == ["Aid for Fiji\n\nMasks left.", "AID FOR FIJI\nTests left."]


def test_a_text_that_comes_twice_is_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    documents, failures = read(tmp_path)
    assert [Path(one.path or "").name for one in documents] == ["a.txt"]
    assert [(Path(one.path).name, one.kind) for one in failures] == [("b.txt", "equal")]


def test_lines_hold_the_whole_text_and_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{ARTICLE}\n[责编：某某]\n秘鲁举行大选", "utf-8")
    lines = read(tmp_path)[0][0].lines
    assert [line.rule for line in lines] == ["", "editor", "after the end"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "c.jsonl").write_text('{"text": \n{"text": "Masks left."}')
    (tmp_path / "d.docx").write_bytes(b"PK\x03\x04")
    documents, failures = read(tmp_path)
    assert [one.text for one in documents] == ["Masks left."]
    assert [(Path(one.path).name, one.place) for one in failures] == [
        ("a.txt", None),
        ("b.txt", None),
        ("c.jsonl", "line 1"),
        ("d.docx", None),
    ]


def test_a_wrong_line_in_the_list_of_documents_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "documents.csv").write_text("path,published\na.txt,last spring\n")
    documents, failures = read(tmp_path)
    assert documents[0].published is None
    assert failures[0].place == "line 2"


def test_without_a_listener_a_failure_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"b\.txt: the file is empty"):
        assert len(list(read_documents(tmp_path))) == 1


def test_a_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        read_documents(tmp_path / "none")


def test_a_given_day_that_is_no_date_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="write it as 2020-03-26"):
        read_documents(tmp_path, published="last spring")


def test_an_empty_folder_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nothing to read"):
        read_documents(tmp_path)


def test_a_folder_with_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ReadError, match=r"nothing could be read: .*a\.txt: the file is empty"):
        read(tmp_path)


@pytest.mark.parametrize("content", ["text,title\n", "\n\n"])
def test_a_table_without_a_row_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / ("a.csv" if "," in content else "a.jsonl")).write_text(content)
    with pytest.raises(ReadError, match="there is no article in it"):
        read(tmp_path)


def test_a_name_on_disk_that_is_no_utf_8_is_shown_with_a_mark(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(ARTICLE, "utf-8")
    assert Path(read(tmp_path)[0][0].path or "").name == "caf\ufffd.txt"
