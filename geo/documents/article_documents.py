"""An article as a document: its text with the title, its labelled lines, and what is known of it."""

from bisect import bisect_right
from collections.abc import Sequence

from geo.base.records import DateSource, Document, Line
from geo.documents.articles import Article
from geo.documents.document_names import name_document
from geo.documents.furniture import label_lines
from geo.documents.language_detection import detect_language
from geo.documents.metadata import Metadata, find_title, read_metadata, refine_published
from geo.documents.repeated_lines import NOTHING_REPEATED, Repeated

_HEAD_LINES = 10
_TITLE_LINES = 2  # the title and the empty line under it


def make_document(article: Article, path: str, supplied: Metadata, repeated: Repeated = NOTHING_REPEATED) -> Document:
    """Return the document of an article; `supplied` is what is known of it, for what it does not state.

    `repeated` are the lines that other texts of its site have too.
    """
    article = put_title_in_front(article)
    text, known = article.text, article.metadata.published or supplied.published
    lines = _number_pages(label_lines(text, known, article.rules, repeated), article.pages)
    stated = article.metadata.fill(read_metadata(lines))
    whole = stated.fill(supplied).fill(Metadata(title=find_title(lines)))
    return Document(
        document=name_document(text),
        text=text,
        lines=lines,
        title=whole.title,
        published=refine_published(whole.published, lines),
        outlet=whole.outlet,
        url=whole.url,
        language=detect_language(_join_body(lines)),
        path=path,
        published_from=_name_source(stated, whole),
        id=article.id,
    )


def put_title_in_front(article: Article) -> Article:
    """Give an article with its title as the first line, where the first lines do not have it."""
    title = article.metadata.title
    if not article.titled or not title:
        return article
    head = [line for line in article.text[:20_000].split("\n") if line.strip()][:_HEAD_LINES]
    if any(_squeeze(title) in _squeeze(line) for line in head):
        return article
    return article._replace(
        text=f"{title}\n\n{article.text}",
        pages=tuple(line + _TITLE_LINES if line else 0 for line in article.pages),
        rules={line + _TITLE_LINES: rule for line, rule in article.rules.items()},
    )


def _number_pages(lines: tuple[Line, ...], pages: Sequence[int]) -> tuple[Line, ...]:
    """Return lines with the number of the page that each stands on, where these are known."""
    if not pages:
        return lines
    return tuple(line._replace(page=bisect_right(pages, number)) for number, line in enumerate(lines))


def _squeeze(text: str) -> str:
    return "".join(text.split()).lower()


def _join_body(lines: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in lines if not line.rule)


def _name_source(stated: Metadata, whole: Metadata) -> DateSource | None:
    if whole.published is None:
        return None
    return "document" if stated.published else "given"
