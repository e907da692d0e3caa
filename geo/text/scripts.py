"""Traditional Chinese written in Simplified characters, by OpenCC, every offset unchanged."""

import re
from collections.abc import Mapping
from functools import cache
from operator import ne
from typing import TYPE_CHECKING, cast

from geo.languages.packs import read_pack

if TYPE_CHECKING:
    from opencc import OpenCC

_SAMPLE = 2_000
_OTHER_SCRIPTS = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7af]")  # Japanese and Korean
_HAN = re.compile("[\u3400-\u9fff]")
_CHANGED = 10  # a text in Traditional Chinese has more than one in so many characters that Simplified writes otherwise
_OFTEN = 20  # one character in so many tells that a text is Japanese or Korean, and does not only quote it
# Where Traditional characters stand that OpenCC knows; rarer ones are never the only ones of a text.
_BLOCKS = (range(0x3400, 0xA000), range(0xF900, 0xFB00))


def simplify(text: str, language: str | None) -> str:
    """Return a Chinese text in Simplified characters; `language` is None where it is not known.

    >>> simplify("後來與皇后乾隆，隨著", "zh"), simplify("東京都内", "ja")
    ('后来与皇后乾隆，随着', '東京都内')
    """
    if not _is_chinese(text, language) or not _compile_traditional().search(text):
        return text
    words = _read_words()
    return _compile_words().sub(lambda word: words[word.group()], _convert(text))


def is_traditional(text: str, simplified: str) -> bool:
    """Tell whether a text is in Traditional Chinese by what Simplified Chinese makes of it, as many characters."""
    if simplified is text:
        return False
    changed: int = sum(map(ne, text[:_SAMPLE], simplified[:_SAMPLE]))
    return changed * _CHANGED > len(_HAN.findall(text, 0, _SAMPLE))


def _is_chinese(text: str, language: str | None) -> bool:
    if language is not None:
        return language.startswith("zh")
    sample = text[:_SAMPLE]
    return len(_OTHER_SCRIPTS.findall(sample)) * _OFTEN < len(sample)


def _convert(text: str) -> str:
    """Return what OpenCC makes of a text by its phrases, or by single characters where that changes its length."""
    try:
        converted = _read_converter().convert(text)
    except UnicodeEncodeError:  # half a surrogate pair: no text of any encoding, but a str may hold it
        converted = ""
    return converted if len(converted) == len(text) else text.translate(map_characters())


@cache
def _read_converter() -> "OpenCC":
    from opencc import OpenCC  # only who reads Traditional Chinese waits for it

    return OpenCC("t2s")


@cache
def map_characters() -> Mapping[int, str]:
    """Return the Simplified character of each Traditional one, as it is written alone."""
    characters = [chr(code) for block in _BLOCKS for code in block]
    converted = _read_converter().convert("\n".join(characters)).split("\n")
    return {ord(old): new for old, new in zip(characters, converted, strict=True) if old != new}


@cache
def list_traditional() -> frozenset[str]:
    """Return the characters that Simplified Chinese writes otherwise."""
    return frozenset(map(chr, map_characters()))


@cache
def _compile_traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(list_traditional()) + "]")


@cache
def _read_words() -> Mapping[str, str]:
    return cast("Mapping[str, str]", read_pack("zh", "scripts")["words"])


@cache
def _compile_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_read_words(), key=len, reverse=True)))
