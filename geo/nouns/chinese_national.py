"""国家 as an attribute: 26个国家级湿地 and 73个国家重点项目 count no countries."""

from collections.abc import Sequence
from functools import cache

from geo.nouns.chinese_phrases import Head
from geo.nouns.chinese_words import Word, read_words

_RUN = ("noun", "act", "quality", "other", "place")


def find_national(plain: str, start: int, words: Sequence[Word], head: Head) -> Head | None:
    """Return what is counted where the head 国家 is only its attribute, None where countries are counted.

    `start` is where the number begins: what is built or named before it is no country.
    """
    if head.text != "国家":
        return None
    stop = head.stop
    while stop < len(words) and words[stop].kind in _RUN and words[stop].text not in read_words("agents", "stops"):
        stop += 1
    if stop == head.stop:
        return None
    last = words[stop - 1]
    named = head.first > 0 and words[head.first - 1].kind == "country"
    if not (named or _is_attribute(plain, words[head.first].end) or _is_made(plain, start) or _is_site(last.text)):
        return None
    return _take(words, head.stop, stop)


def _is_attribute(plain: str, place: int) -> bool:
    return plain.startswith(_list("before"), place) and not plain.startswith(_list("but"), place)


def _is_made(plain: str, start: int) -> bool:
    return plain[max(0, start - 4) : start].rstrip("了过").endswith(_list("made"))


def _is_site(noun: str) -> bool:
    return noun.endswith(_list("ends"))


@cache
def _list(key: str) -> tuple[str, ...]:
    return tuple(read_words("national", key))


def _take(words: Sequence[Word], first: int, stop: int) -> Head:
    """Return the last noun of a run, a single character with the word before it."""
    for last in range(stop - 1, first - 1, -1):
        if words[last].kind in ("noun", "act"):
            begin = last - 1 if len(words[last].text) == 1 and last > first else last
            return Head(begin, last + 1, "".join(word.text for word in words[begin : last + 1]), False)
    return Head(first, stop, "".join(word.text for word in words[first:stop]), False)
