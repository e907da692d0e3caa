"""What a chart shows of the documents, in a line, and from how many documents it was read.

"25–31 March 2020 · Expert and medical teams · without China (left out)": made once from the question that was asked,
for the page, the picture, its words and its citation.
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from geo.charts.appearance import Look
from geo.charts.side_names import name_side
from geo.charts.time_steps import name_days
from geo.reference.places import name_place
from geo.reference.themes import name_theme
from geo.store.corpus import Corpus, Where

_BETWEEN = " · "
_MOST_OUTLETS, _MOST_TITLES, _MOST_NAMES, _LONGEST = 3, 2, 8, 70


def describe_scope(corpus: Corpus, where: Where, read: int, look: Look) -> str:
    """Return in a line what a question leaves of the documents: days, theme, kind, documents, countries, who is left out.

    `read` is the number of documents that the answer was read from.
    """
    return _BETWEEN.join([*_list_filters(corpus, where, look), count_documents(read, look)])


def find_sources(corpus: Corpus, where: Where) -> pd.DataFrame:
    """Return from how many documents of each outlet what a question counts was read; its roles ask for events."""
    return corpus.count_sources(where, "events" if where.roles else "mentions")


def describe_read(sources: pd.DataFrame, look: Look) -> str:
    """Return in a line from how many documents a chart was read, and of which outlets where these are few.

    `sources` has the columns of Corpus.count_sources.
    """
    outlets = [str(outlet) for outlet in sources["outlet"].dropna()]
    if len(outlets) > _MOST_OUTLETS:
        outlets[_MOST_OUTLETS:] = [look.words("scope.more", {"count": len(outlets) - _MOST_OUTLETS})]
    named = [look.words("list.comma").join(outlets)] if outlets else []
    return _BETWEEN.join([count_documents(int(sources["documents"].sum()), look), *named, "AidAtlas"])


def describe_breakdown(rows: pd.DataFrame, day: date | None, look: Look) -> str:
    """Return in a line what a stated breakdown speaks of: its day, who gave where it says so, and its documents.

    `rows` are those of geo.charts.read_breakdowns.
    """
    givers = [name_side(str(giver), look) for giver in rows["giver"].dropna().unique()]
    said = [name_days(day, day, look)] if day is not None else []
    said += [look.words("totals.giver", {"name": look.words("list.comma").join(givers)})] if givers else []
    return _BETWEEN.join([*said, count_documents(rows["document"].nunique(), look)])


def count_documents(count: int, look: Look) -> str:
    """Return a number of documents in words.

    >>> count_documents(1, Look()), count_documents(0, Look("zh"))
    ('1 document', '0份文件')
    """
    return look.words.count("source.documents", count, {"count": f"{count:,}"})


def add_scope(alt: str, scope: str, look: Look) -> str:
    """Return what a chart shows in words with its scope at their end."""
    return alt + look.words("scope.alt", {"scope": scope}) if scope else alt


def _list_filters(corpus: Corpus, where: Where, look: Look) -> Iterator[str]:
    if where.since is not None or where.until is not None:
        yield name_days(where.since, where.until, look)
    yield from (name_theme(theme, look.language) for theme in where.themes)
    yield from (look.words.find(f"event.{kind}", kind) for kind in where.events)
    if where.documents:
        yield _name_documents(corpus, where, look)
    if where.codes:
        yield _name_places(where.codes, look)
    if where.without:
        yield look.words("scope.without", {"names": _name_places(where.without, look)})


def _name_places(codes: tuple[str, ...], look: Look) -> str:
    names = [name_place(code, look.language) for code in codes[:_MOST_NAMES]]
    if len(codes) > _MOST_NAMES:
        names.append(look.words("scope.more", {"count": len(codes) - _MOST_NAMES}))
    return look.words("list.comma").join(names)


def _name_documents(corpus: Corpus, where: Where, look: Look) -> str:
    """Return the titles of the chosen documents; of many, or of what has none, their number."""
    titles = corpus.table("documents", Where(documents=where.documents))["title"].dropna().tolist()
    if not 0 < len(titles) == len(where.documents) <= _MOST_TITLES:
        return look.words("scope.documents", {"documents": count_documents(len(where.documents), look)})
    return look.words("list.comma").join(look.words("scope.title", {"title": _shorten(title)}) for title in titles)


def _shorten(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
