"""The office holders and offices that a clause names, each with the country or organisation for which it speaks."""

from collections.abc import Iterator

from geo.reference.offices import find_holders
from geo.statements.events.acts import Background
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape


def list_leaders(
    shape: Shape, start: int, end: int, language: str, background: Background
) -> Iterator[tuple[int, str]]:
    """Yield the place and the code of each holder in a span, as of the day of which the sentence speaks.

    A weak name counts only in a document that names its country; an office behind a country's name is that country's.
    """
    for holder in find_holders(shape.text, language):
        if not start <= holder.start < end:
            continue
        code = holder.find_code(background.day)
        if code is None or (holder.is_weak and code not in background.named):
            continue
        if holder.is_body and shape.text[holder.start - 1 : holder.start] in (GROUP, PLACE):
            continue
        yield holder.start, code
