"""A CSV of figures is one document; a CSV of documents stays a list of them."""

from pathlib import Path

import pytest

from geo.base.errors import ReadError
from geo.documents.articles import Article
from geo.documents.many_files import read_articles
from geo.documents.table_files import write_figures


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_rows_of_a_table_of_figures_are_lines(mark: str) -> None:
    rows = (("Region", "Tents", ""), ("Africa", "1.5", "2"), ("Asia", "", "3*"))
    assert write_figures("\n".join(mark.join(row) for row in rows)) == (
        "| Region | Tents | |\n| Africa | 1.5 | 2 |\n| Asia | | 3* |"
    )


def test_a_title_and_a_note_are_lines_of_prose() -> None:
    text = 'Tents by region,\n,\nRegion,Tents\nAfrica,1\nAsia,2\n"Source: the depot, June",'
    assert write_figures(text) == (
        "Tents by region\n| Region | Tents |\n| Africa | 1 |\n| Asia | 2 |\nSource: the depot, June"
    )


@pytest.mark.parametrize(
    "text", ["", "a", "id,label\n1,x\n2,y", "name,colour\nTom,red\nAnn,blue", "2019,1\n2020,2", '"a']
)
def test_other_files_are_no_tables_of_figures(text: str) -> None:
    assert write_figures(text) is None


def test_a_csv_with_a_text_column_stays_a_list_of_documents(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\nOne,12\nTwo,13\n")
    assert [article.text for article in read_articles(tmp_path / "a.csv") if isinstance(article, Article)] == [
        "12",
        "13",
    ]


def test_a_csv_of_figures_is_one_document(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("地区\t国家数\n非洲\t5\n亚洲\t6\n", encoding="utf-8")
    assert next(article for article in read_articles(tmp_path / "a.tsv") if isinstance(article, Article)).text.endswith(
        "| 亚洲 | 6 |"
    )


def test_a_csv_that_is_neither_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,label\n1,x\n2,y\n")
    with pytest.raises(ReadError, match="no column holds the text"):
        list(read_articles(tmp_path / "a.csv"))
