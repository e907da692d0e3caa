"""What a reader knows of an article's lines reaches its document."""

from geo.documents.article_documents import make_document
from geo.documents.articles import Article
from geo.documents.metadata import Metadata

_TEXT = "Annual report\nKenya sent 12 doctors to Nepal.\nAnnual report\nPeru sent 5 more in May."


def test_lines_carry_the_number_of_their_page_and_the_rule_that_their_reader_gives() -> None:
    article = Article(_TEXT, Metadata(), pages=(0, 2), rules={0: "running head", 2: "running head"})
    lines = make_document(article, "a.pdf", Metadata()).lines
    assert [(line.page, line.rule) for line in lines] == [(1, "running head"), (1, ""), (2, "running head"), (2, "")]


def test_a_title_put_in_front_moves_what_is_known_of_the_lines() -> None:
    article = Article(_TEXT, Metadata("Doctors abroad"), titled=True, pages=(0, 2), rules={2: "running head"})
    lines = make_document(article, "a.pdf", Metadata()).lines
    assert [line.page for line in lines] == [1, 1, 1, 1, 2, 2]
    assert [line.text for line in lines if line.rule] == ["Annual report"]


def test_lines_of_a_text_without_pages_have_no_page() -> None:
    assert {line.page for line in make_document(Article(_TEXT, Metadata()), "a.txt", Metadata()).lines} == {None}
