"""What the texts of one site have in common, learnt from some of them before the first is labelled.

A site is told by the host of a text's address, else by its outlet; texts that state neither are of one site where they
lie in one folder, or in one file. In a folder of many files some are looked at, evenly spaced among all, in a file of
many articles the first: what is learnt depends on the files alone, and on no order or number of processes. A text that
is read by itself, as one that is added on a page, has no others to be compared with.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias
from urllib.parse import urlsplit

from geo.base.guards import Trouble, attempt, attempt_each
from geo.base.limits import Limits
from geo.documents.articles import Article, Found
from geo.documents.furniture import compare_texts
from geo.documents.many_files import place_file, read_each
from geo.documents.metadata import Metadata
from geo.documents.repeated_lines import Repeated
from geo.documents.sources import Source

Sites: TypeAlias = Mapping[str, Repeated]

NO_SITES: Sites = MappingProxyType({})
MOST_COMPARED = 200  # texts of a folder or file
_LONGEST = 100_000  # characters of a text that is compared
# Files that hold one page each, and are small; what is printed or typed repeats little, and its reader tells that.
_PAGES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml"})
_LARGEST = 2**20  # bytes
_LEAST = 3


def name_site(known: Metadata) -> str:
    """Return what tells the site of a text from others, "" where nothing is known of it.

    >>> name_site(Metadata(url="https://www.example.org/a")), name_site(Metadata(outlet="Daily Example "))
    ('example.org', 'daily example')
    """
    parted = attempt(lambda: urlsplit(known.url or "").hostname)
    host = parted if isinstance(parted, str) else ""
    return host.removeprefix("www.") or " ".join((known.outlet or "").lower().split())


def compare_articles(articles: Iterable[tuple[Article, Metadata]]) -> Sites:
    """Return what the texts of each site have in common, of articles with what is supplied to each."""
    sites = defaultdict[str, list[str]](list)
    for article, supplied in articles:
        if len(article.text) <= _LONGEST:
            sites[name_site(article.metadata.fill(article.supplied).fill(supplied))].append(article.text)
    compared = {site: attempt(partial(compare_texts, texts)) for site, texts in sites.items() if len(texts) >= _LEAST}
    return {site: repeated for site, repeated in compared.items() if isinstance(repeated, Repeated)}


def look_ahead(
    found: Iterator[Found | Trouble], supplied: Metadata, sites: Sites
) -> tuple[Iterator[Found | Trouble], Sites]:
    """Return what is found in a file, whole, and the sites to read it with: its own where it holds several articles."""
    first = [*_take(found)]
    articles = [(one, supplied) for one in first if isinstance(one, Article)]
    return chain(first, found), compare_articles(articles) if len(articles) >= _LEAST else sites


def _take(found: Iterator[Found | Trouble]) -> Iterator[Found | Trouble]:
    """Yield the first of what is found; of texts that are long, fewer."""
    room = MOST_COMPARED * _LONGEST
    for one in islice(found, MOST_COMPARED):
        yield one
        room -= len(one.text) if isinstance(one, Article) else 0
        if room < 0:
            return


class Folders:
    """The sites of the pages in each folder, learnt when its first file is asked about.

    The files that are looked at are chosen before any is opened, and not opened twice.
    """

    def __init__(self, sources: Sequence[Source], supply: Callable[[Source], Metadata], limits: Limits) -> None:
        """Take the files that will be asked about, and who supplies what is known of each."""
        self._supply, self._limits = supply, limits
        self._waiting = _choose(sources)
        self._ahead = {source.path for chosen in self._waiting.values() for source in chosen}
        self._sites: dict[Path, Sites] = {}
        self._read: dict[Path, list[Found | Trouble]] = {}

    def has_ahead(self, source: Source) -> bool:
        """Tell whether a file is one of those that are looked at first."""
        return source.path in self._ahead

    def find(self, source: Source) -> Sites:
        """Return the sites of the folder that a file lies in."""
        folder = source.path.parent
        chosen = self._waiting.pop(folder, ())
        if chosen:
            read = read_each((place_file(one.path, named=one.named) for one in chosen), self._limits)
            self._read |= {one.path: [*attempt_each(found)] for one, found in zip(chosen, read, strict=True)}
            self._sites[folder] = compare_articles(self._list_articles(chosen))
        return self._sites.get(folder, NO_SITES)

    def take(self, source: Source) -> Iterator[Found | Trouble]:
        """Yield what was found in a file that was looked at first, once."""
        yield from self._read.pop(source.path)

    def _list_articles(self, chosen: Iterable[Source]) -> Iterator[tuple[Article, Metadata]]:
        for source in chosen:
            articles = [one for one in self._read[source.path] if isinstance(one, Article)]
            yield from ((one, self._supply(source)) for one in articles[:1])


def _choose(sources: Sequence[Source]) -> dict[Path, list[Source]]:
    """Return the files of each folder that are compared: small pages, at most so many, evenly spaced."""
    pages = defaultdict[Path, list[Source]](list)
    for source in sources:
        if source.path.suffix.lower() in _PAGES:
            pages[source.path.parent].append(source)
    spaced = {folder: _space(found) for folder, found in pages.items() if len(found) >= _LEAST}
    small = {folder: [one for one in found if _is_small(one.path)] for folder, found in spaced.items()}
    return {folder: found for folder, found in small.items() if len(found) >= _LEAST}


def _space(found: Sequence[Source]) -> list[Source]:
    """Return as many of some files as are compared, in their sorted order, in steps of one length."""
    ordered = sorted(found)
    step = max(1, len(ordered) / MOST_COMPARED)
    return [ordered[int(number * step)] for number in range(min(len(ordered), MOST_COMPARED))]


def _is_small(path: Path) -> bool:
    size = attempt(lambda: path.stat().st_size)
    return isinstance(size, int) and size <= _LARGEST
