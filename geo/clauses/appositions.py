"""The one that a count of one names: "One organisation, the UN Population Fund, …", "国际组织有1个，即联合国儿童基金会"."""

import re
from collections.abc import Sequence

from geo.base.records import Mention
from geo.clauses.counts import list_mentions_within

_BETWEEN = re.compile(
    r"[个名家国]?(?:[,，]? ?(?:namely|即|就是|它是)|[,(（:：—–]{1,2}|，(?=[一-鿿A-Z]{2,16}，))[:：]? ?(?:the )?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[,，。;；)）—–\n]|\.(?:\s|$)|$")
_KINDS = {"countries": "country", "organisations": "organisation"}
_REACH = 60  # characters from the count to the end of the name


def find_apposed(text: str, end: int, unit: str, mentions: Sequence[Mention]) -> Mention | None:
    """Return the country or organisation that stands in apposition to a count that ends in a place."""
    for mention in list_mentions_within(mentions, end, end + _REACH):
        if mention.kind == _KINDS.get(unit) and _BETWEEN.fullmatch(text, end, mention.start):
            return mention if _AFTER.match(text, mention.end) else None
    return None
