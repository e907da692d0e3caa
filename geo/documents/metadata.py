"""What a text says of itself: its title, the day it was published, its outlet and its address."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Line
from geo.documents.dates import StatedDate, complete, find_dates, parse_published, write_date
from geo.documents.furniture import FIELD
from geo.documents.grids import is_row
from geo.documents.page_rows import measure_width
from geo.documents.sentences import is_day
from geo.text.signs import STOPS

_HEAD_LINES = 40
_STATING = frozenset({"source", "editor", "byline"})
_TITLE_WIDTH = 140

_TITLE_KEYS = frozenset({"title", "标题"})
_TIME_KEYS = frozenset({"time", "date", "时间", "日期"})
_LINK_KEYS = frozenset({"link", "url", "链接"})
_SOURCE_KEYS = frozenset({"source", "来源"})

_OUTLET = re.compile(
    r"(?:来源|來源|source)\s*[:：]\s*(?P<outlet>[^\d\s|丨｜,，;；:：()（）\[\]]{2,30}(?: [A-Z][^\d\s|,;:]{0,20}){0,4})",
    re.I,
)
# A text dump may begin with where the page lay: "URL: https://…", or the address alone.
_ADDRESS = re.compile(
    r"(?:(?:URL|link|permalink|链接|网址|鏈接|網址)\s*[:：]\s*)?<?(?P<address>https?://[^\s<>]{1,2000})>?", re.I
)
# A sentence ends here, or goes on in the next line.
_NO_TITLE_END = re.compile(rf"[。！？!?.…{STOPS}；;：:,，、-]$")
# "城市2020年3月26日电" and "CITY, March 26, 2020 (Agency) -": the day the report was filed.
_FILED = re.compile(r"\s*(?:[专專综綜外]?[电電]|[消讯訊]|\([^()]{2,40}\)|（[^（）]{2,40}）|[-–—:|])")
# What stands before the day in a line of its own: "Nairobi, 9 June 2022", "Press note, Vilnius, 22 May 2023", "Issue 12,
# October 2023", "Cyclone Batsirai, Madagascar (as of 12 February 2022)".
_GIVEN_OUT = re.compile(
    r"""
    (?:(?:Press\ (?:note|release|statement|briefing)|Media\ (?:note|release)|Meetings\ coverage|Statement|Issue\ \d{1,4}),?\ )?
    (?:(?:[A-Z][\w.’'-]{1,20}[ -]?){1,3}(?:\([A-Z][\w ]{2,20}\))?,\ )?
    (?:[A-Z][a-z]+day,?\ )?
  | [^.!?]{0,70}\(as\ of[ ]
    """,
    re.VERBOSE,
)
# A day alone after a city in capitals, or before 电: without its year it says when only where the year is known.
_CITY = re.compile(r"[^\d。！？!?;；]{2,59}")
_FILED_WITHIN = 60


class Metadata(NamedTuple):
    """What is known of a document beside its text; `published` is an ISO date of any precision."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def fill(self, other: "Metadata") -> "Metadata":
        """Return these metadata with what they lack taken from the other."""
        return Metadata(*(own or supplied for own, supplied in zip(self, other, strict=True)))


def read_metadata(lines: Sequence[Line]) -> Metadata:
    """Give what a labelled text states of itself; a date without a year is no published date.

    A title is stated only in a ``title ==>`` field; `find_title` tells the likely one of any text.
    """
    head = [line for line in lines if line.text.strip()][:_HEAD_LINES]
    fields = _read_fields(head)
    stated = Metadata(
        _find(fields, _TITLE_KEYS),
        parse_published(_find(fields, _TIME_KEYS) or ""),
        _find(fields, _SOURCE_KEYS) or _find_outlet([_find(fields, _TIME_KEYS) or ""]),
        check_address(_find(fields, _LINK_KEYS)) or _find_address(head),
    )
    sources = [line.text for line in head if line.rule in _STATING]
    return stated.fill(Metadata(None, _find_published(head, sources), _find_outlet(sources)))


def find_title(lines: Sequence[Line]) -> str | None:
    """Give the first line of the article where it looks like a headline: short, without an end sign, and no date.

    The address that a text begins with is no part of it.
    """
    texts = (line.text.strip() for line in lines if not line.rule)
    body = (text for text in texts if text and not _ADDRESS.fullmatch(text))
    first, more = next(body, ""), next(body, None)
    if not first or more is None or _NO_TITLE_END.search(first) or is_day(first) or is_row(first):
        return None
    return first if measure_width(first[:_TITLE_WIDTH]) <= _TITLE_WIDTH and len(first) <= _TITLE_WIDTH else None


def check_address(address: str | None) -> str | None:
    """Give a web address as it is, and None for anything else ("javascript:…", a local path)."""
    clean = (address or "").strip()
    return clean if re.fullmatch(r"https?://[^\s\"'<>`]{1,2000}", clean) else None


def _read_fields(head: Sequence[Line]) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = None
    for line in head:
        match = FIELD.fullmatch(line.text)
        if match:
            key = match["key"].lower()
        value = match["value"].strip() if match else line.text.strip()
        if key and value:
            fields.setdefault(key, value)
            key = None
    return fields


def _find(fields: dict[str, str], keys: frozenset[str]) -> str | None:
    return next((value for key, value in fields.items() if key in keys), None)


def _find_address(head: Sequence[Line]) -> str | None:
    """Return the address that a text begins with; one further down may be of anything."""
    match = _ADDRESS.fullmatch(head[0].text.strip()) if head else None
    return check_address(match["address"]) if match else None


def _find_outlet(texts: Sequence[str]) -> str | None:
    matches = (_OUTLET.search(text[:200]) for text in texts)
    return next((match["outlet"].strip() for match in matches if match), None)


def _find_published(head: Sequence[Line], sources: Sequence[str]) -> str | None:
    days = (line.text for line in head[:10] if not line.rule and is_day(line.text))
    found = (parse_published(text[:200]) for text in [*sources, *days])
    filed = (day for read in (_read_filed, _read_given_out) for day in read(head))
    return next((day for day in found if day), None) or next(filed, None)


def refine_published(published: str | None, lines: Sequence[Line]) -> str | None:
    """Give a published month or year with the day of the dateline ("LIMA, May 2 (Agency) -"), where it is one of its days."""
    if published is None or len(published) >= len("2020-03-26"):
        return published
    head = [line for line in lines if line.text.strip() and not line.rule][:10]
    for stated, opening in _list_filed(head):
        first = complete(stated._replace(year=stated.year or int(published[:4]), last=None), published)
        day = write_date(first) if _CITY.fullmatch(opening[: stated.start]) and stated.month and stated.day else None
        if day is not None and day.startswith(published):
            return day
    return published


def _list_filed(head: Sequence[Line]) -> Iterator[tuple[StatedDate, str]]:
    """Yield the date that each line opens with as a report does, with the opening of the line."""
    for line in head[:10]:
        opening = line.text.strip()[: 2 * _FILED_WITHIN]
        for stated in find_dates(opening)[:1]:
            if stated.start <= _FILED_WITHIN and _FILED.match(opening, stated.end):
                yield stated, opening


def _read_filed(head: Sequence[Line]) -> Iterator[str]:
    for stated, _ in _list_filed(head):
        yield from filter(None, [parse_published(stated.text)])


def _read_given_out(head: Sequence[Line]) -> Iterator[str]:
    """Yield the day of a line that only says where and when a text was given out; the first line may be a title with a day."""
    for line in head[:10]:
        text = line.text.strip().rstrip(")")
        titled = line is head[0] and not text.partition(",")[0].isupper()
        for stated in find_dates(text[: 2 * _FILED_WITHIN])[:1] if not titled else ():
            if stated.end == len(text) and _GIVEN_OUT.fullmatch(text, 0, stated.start):
                yield from filter(None, [parse_published(stated.text)])
