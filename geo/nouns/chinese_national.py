"""国家 as an attribute: 26个国家级湿地 and 73个国家重点项目 count no countries."""

from collections.abc import Sequence
from functools import cache

from geo.nouns.chinese_phrases import Head, is_suffix, join_words
from geo.nouns.chinese_words import Word, read_words

_RUN = ("noun", "act", "quality", "other", "place")


def find_national(plain: str, start: int, words: Sequence[Word], head: Head) -> Head | None:
    """Return what is counted where the head 国家 is only its attribute, None where countries are counted.

    `start` is where the number begins: what is built or named before it is no country.
    """
    if head.text != "国家":
        return None
    attribute = _is_attribute(plain, words[head.first].end)
    named = head.first > 0 and words[head.first - 1].kind == "country"
    begin = _skip_to_noun(words, head.stop) if attribute else head.stop
    stop = _end_run(words, begin)
    if stop == begin:
        return None
    counted = join_words(words, stop - 1)
    certain = attribute or named or plain[max(0, start - 4) : start].rstrip("了过").endswith(_list("made"))
    return counted if certain or counted.text.endswith(_list("ends")) else None


def _is_attribute(plain: str, place: int) -> bool:
    return plain.startswith(_list("before"), place) and not plain.startswith(_list("but"), place)


@cache
def _list(key: str) -> tuple[str, ...]:
    return tuple(read_words("national", key))


def _skip_to_noun(words: Sequence[Word], begin: int) -> int:
    for index in range(begin, len(words)):
        if words[index].kind in ("noun", "act") or words[index].text == "的":
            return index
    return begin


def _end_run(words: Sequence[Word], begin: int) -> int:
    """Return where the compound ends that begins at an index: after its last noun, 水稻|育种|试验|田."""
    stop = begin
    for index in range(begin, len(words)):
        word = words[index]
        if word.text.startswith(_list("verbs")) or word.text in read_words("agents", "stops"):
            break
        if word.kind in ("noun", "act", "quality") or (index > begin and is_suffix(word, "nouns")):
            stop = index + 1
        elif word.kind not in _RUN and not (word.kind == "verb" and len(word.text) > 1):
            break
    return stop
