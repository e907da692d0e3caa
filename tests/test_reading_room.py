"""The reading room: what a file makes of its reader ends that file alone."""

from pathlib import Path

import pytest

from geo.base.errors import ReadError
from geo.base.isolation import Limits
from geo.base.limits import LIMITS
from geo.documents.articles import Article
from geo.documents.file_articles import read_article_bytes
from geo.documents.many_files import place_file, read_each
from geo.documents.reading_room import Place, read_apart

PAGE = "<html><head><title>Aid</title></head><body><article>{}</article></body></html>"
SHORT = PAGE.format("<p>Kenya sent 12 doctors to Nepal on 3 May 2021.</p>").encode()
LONG = PAGE.format("<p>Kenya sent 12 doctors to Nepal on 3 May 2021.</p>" * 500).encode()


def test_what_comes_out_of_the_room_is_what_its_reader_gives() -> None:
    assert next(read_apart([Place("a.html", None, SHORT)])) == list(read_article_bytes("a.html", SHORT))


def test_of_files_that_share_a_process_a_bad_one_spoils_no_other() -> None:
    places = [Place("a.html", None, SHORT), Place("b.html", None, LONG), Place("c.html", None, SHORT)]
    first, second, third = read_apart(places, Limits(answer=5_000))
    assert first == third
    assert isinstance(second, ReadError)
    assert "MB; split it" in str(second)


def test_files_are_read_in_their_order_whatever_their_formats(tmp_path: Path) -> None:
    for number in range(70):
        data = SHORT if number % 2 else b"Peru thanked Chad."
        (tmp_path / f"{number:02}.{'html' if number % 2 else 'txt'}").write_bytes(data)
    found = [list(one) for one in read_each(map(place_file, sorted(tmp_path.iterdir())))]
    assert [one[0].titled for one in found if isinstance(one[0], Article)] == [bool(number % 2) for number in range(70)]


def test_a_file_that_is_gone_meanwhile_is_refused_alone(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"Peru thanked Chad.")
    gone, there = read_each([place_file(tmp_path / "a.html"), place_file(tmp_path / "b.txt")])
    with pytest.raises(ReadError, match="No such file"):
        list(gone)
    assert len(list(there)) == 1


def test_a_file_of_more_bytes_than_asked_for_is_refused_whatever_its_format(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_bytes(LONG)
    for found in read_each(map(place_file, sorted(tmp_path.iterdir())), LIMITS._replace(file=1_000)):
        with pytest.raises(ReadError, match="0 MB is more than the 0 MB"):
            list(found)
