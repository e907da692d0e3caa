"""Whether the clause around a span says that its act was done, is planned, was announced, or did not happen."""

from functools import lru_cache

from geo.base.records import Status
from geo.modality import chinese, english, spelled
from geo.modality.boundaries import find_sentence


# Sides and quantity ask for the same clause one after the other.
@lru_cache(maxsize=16)
def find_status(plain: str, start: int, end: int, language: str) -> Status | None:
    """Return what the clause that holds the span `plain[start:end]` says of its act.

    "denied" is what did not happen: negated, refused, cancelled, only possible, asked for, wished, or under a condition;
    "planned" what is to come; "announced" what was promised or decided; "done" an act of the past. None where no act is
    stated. A language without words of its own is read as English.

    >>> find_status("Chad did not send masks or 20 trucks.", 27, 36, "en")
    'denied'
    >>> find_status("乍得没有派出20名医生。", 6, 11, "zh")
    'denied'
    """
    begin, stop = find_sentence(plain, start, end, language)
    if spelled.is_listed(language):
        return spelled.read_status(plain[begin:start], plain[start:end], plain[end:stop], language)
    read = chinese.read_status if language == "zh" else english.read_status
    return read(plain[begin:start], plain[start:end], plain[end:stop])
