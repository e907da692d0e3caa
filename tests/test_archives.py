"""ZIP archives: their files are read as any other, and what is made to do harm is refused in words."""

from pathlib import Path

import pytest

from geo.base.records import Document, Failure
from geo.documents.reading import read_document_bytes, read_documents
from tests.made_files import pack

PAGE = "<html><body><article><p>Kenya sent 12 doctors to Nepal on 3 May 2021.</p></article></body></html>"


def read(folder: Path, data: bytes) -> tuple[list[Document], list[Failure]]:
    """Return what is read of an archive on disk, the same as of one that was sent."""
    path = folder / "news.zip"
    path.write_bytes(data)
    failures: list[Failure] = []
    documents = list(read_documents(path.parent, on_failure=failures.append))
    sent: list[Failure] = []
    assert [one.text for one in read_document_bytes("news.zip", data, on_failure=sent.append)] == [
        one.text for one in documents
    ]
    assert [one.reason for one in sent] == [one.reason for one in failures]
    return documents, failures


def test_each_file_of_an_archive_is_read_by_its_format_and_named_by_its_path(tmp_path: Path) -> None:
    documents, failures = read(tmp_path, pack({"b/a.html": PAGE, "c.txt": "Peru sent 5 tents to Chad.", "d/": ""}))
    assert [one.path and one.path.rpartition("news.zip")[2] for one in documents] == ["/b/a.html", "/c.txt"]
    assert failures == []


def test_a_register_in_an_archive_supplies_what_its_files_do_not_state(tmp_path: Path) -> None:
    files = {"b/a.html": PAGE, "b/documents.csv": "path,outlet,published\na.html,Daily,2021-05-04\n"}
    assert [(one.outlet, one.published) for one in read(tmp_path, pack(files))[0]] == [("Daily", "2021-05-04")]


def test_an_archive_in_an_archive_is_read_and_a_deeper_one_refused(tmp_path: Path) -> None:
    inner = pack({"a.html": PAGE})
    documents, _ = read(tmp_path, pack({"in.zip": inner}))
    assert documents[0].path is not None
    assert documents[0].path.endswith("news.zip/in.zip/a.html")
    for _ in range(3):
        inner = pack({"in.zip": inner})
    file = tmp_path / "news.zip"
    file.write_bytes(pack({"in.zip": inner, "b.txt": "Chad thanked Peru."}))
    failures: list[Failure] = []
    assert len(list(read_documents(file, on_failure=failures.append))) == 1
    assert "files deep in others" in failures[0].reason


def test_hidden_files_of_an_archive_are_passed_over_and_pictures_are_no_documents(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": "Chad thanked Peru.",
        "__MACOSX/._a.txt": "x",
        "README.md": "x",
        "b.png": b"\x89PNG\r\n\x1a\n",
    }
    documents, failures = read(tmp_path, pack(files))
    assert len(documents) == 1
    assert sorted(one.kind for one in failures) == ["no document", "passed over", "passed over"]


def test_a_name_that_leads_out_of_an_archive_leads_nowhere(tmp_path: Path) -> None:
    documents, _ = read(tmp_path, pack({"../../etc/x.txt": "Chad thanked Peru."}))
    assert documents[0].path is not None
    assert documents[0].path.endswith("news.zip/etc/x.txt")


def test_what_unpacks_to_far_more_than_its_size_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "news.zip"
    file.write_bytes(pack({"a.txt": b"Chad " * 2**22}))
    with pytest.raises(Exception, match="unpacks to more than 200 times its size"):
        list(read_documents(file, on_failure=lambda failure: None))


def test_a_damaged_file_ends_itself_alone(tmp_path: Path) -> None:
    data = pack({"a.txt": "Kenya " * 50 + "sent 12 doctors.", "b.txt": "Peru thanked Chad."})
    place = data.index(b"a.txt") + 10
    documents, failures = read(tmp_path, data[:place] + b"\0\0\0\0" + data[place + 4 :])
    assert [one.text for one in documents] == ["Peru thanked Chad."]
    assert failures[0].reason == "it is damaged in its archive; pack it again"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_torn_archive_is_refused_in_words(tmp_path: Path, share: float) -> None:
    data = pack({f"{n}.txt": f"Kenya sent {n} doctors." for n in range(20)})
    file = tmp_path / "news.zip"
    file.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(Exception, match="no whole ZIP archive"):
        list(read_documents(file, on_failure=lambda failure: None))


def test_names_that_another_system_packed_are_read_in_its_encoding(tmp_path: Path) -> None:
    name = "新闻稿件.txt"
    data = pack({"xxxxxxxx.txt": "Chad thanked Peru."}).replace(b"xxxxxxxx.txt", name.encode("gbk"))
    assert (read(tmp_path, data)[0][0].path or "").endswith(name)
