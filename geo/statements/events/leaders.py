"""The office holders and offices that a clause names, each with the country or organisation for which it speaks."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from geo.reference.offices import Holder, find_holders
from geo.statements.events.acts import Background
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape

# A name right before an office, with what may stand between: "Russia's Foreign Office", 泰国过渡政府外交部发言人.
_OWNED = re.compile(rf"[{GROUP}{PLACE}](?:['’]s)?(?: |(?:临时|过渡)?政府)?$")
# What may stand between an office and the name of its holder: 商务部部长雷蒙多.
_POST = re.compile(r"(?:部?长)?")


def list_leaders(
    shape: Shape, start: int, end: int, language: str, background: Background
) -> Iterator[tuple[int, str]]:
    """Yield the place and the code of each holder in a span, as of the day of which the sentence speaks.

    A weak name counts only in a document that names its country; an office behind a country's name is that country's,
    one before the name of its holder is that holder's (国家主席苏林).
    """
    holders = find_holders(shape.text, language)
    for holder, following in zip_longest(holders, holders[1:]):
        if not start <= holder.start < end:
            continue
        code = holder.find_code(background.day)
        if code is None or (holder.is_weak and code not in background.named):
            continue
        if holder.is_body and _is_of_another(shape.text, holder, following, code):
            continue
        yield holder.start, code


def _is_of_another(text: str, body: Holder, following: Holder | None, code: str) -> bool:
    """Tell an office that stands behind a country's name or before a person who speaks for another country."""
    if _OWNED.search(text, max(0, body.start - 8), body.start):
        return True
    if following is None or following.is_body or not _POST.fullmatch(text, body.end, following.start):
        return False
    return all(other != code for other, _ in following.spells)
