"""How odd a text looks: what no writer writes and what comes out of bytes that were read in another encoding than theirs."""

import re
from functools import cache
from typing import NamedTuple

SAMPLE = 8_000  # characters that are looked at

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u30ff"
_HANGUL = "\uac00-\ud7a3"
_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_LATIN = f"A-Za-z{_ACCENTED}"
_CYRILLIC = "\u0400-\u052f"
_GREEK = "\u0370-\u03ff"
_OTHERS = "\u0590-\u05ff\u0600-\u06ff\u0e01-\u0e5b"
# Latin beyond ASCII, Greek and Cyrillic.
_SMALL = "".join(filter(str.islower, map(chr, range(0xC0, 0x530))))
_CAPITALS = "".join(filter(str.isupper, map(chr, range(0xC0, 0x530))))
_SIGNS = "¡-©«-¶¸»-¿×÷ˆ-˝†‡•‰‹›€™‚„ƒ"


class _Sign(NamedTuple):
    """A kind of oddity: how it looks and how much one of it counts, as much as so many characters."""

    pattern: re.Pattern[str]
    weight: float


_ODD = (
    # Nobody writes them: private use, controls of the second set, what could not be decoded, planes without a script.
    _Sign(
        re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufff0-\uffff\U00013000-\U0001bfff]"), 2
    ),
    _Sign(re.compile("[\U000e0000-\U0010ffff]"), 2),
    # Half a byte pair: half-width kana, the lines and blocks of boxes, presentation forms, scripts hardly met.
    _Sign(
        re.compile("[\uff61-\uff9f\u2500-\u25a1\ufb50-\ufdff\ufe70-\ufeff\u0700-\u08ff\u13a0-\u1c7f\ua000-\uabff]"), 1
    ),
    # A sign inside a word, or a quotation mark that stands alone: the bytes of other letters.
    _Sign(re.compile(rf"(?<=[^\W\d_])[{_SIGNS}](?=[^\W\d_{_HAN}])|(?<=\s)[‚„](?=\s)"), 1),
    _Sign(re.compile(rf"[{_SIGNS}]{{2}}"), 1),
    # A capital inside a word that began small, and accents in a row.
    _Sign(re.compile(f"[a-z{_SMALL}][{_CAPITALS}]"), 1),
    _Sign(re.compile(f"[{_ACCENTED}]{{4}}"), 2),
    # Words of two scripts.
    _Sign(re.compile(f"[{_LATIN}][{_CYRILLIC}{_GREEK}{_OTHERS}]|[{_CYRILLIC}{_GREEK}{_OTHERS}][{_LATIN}]"), 1),
    _Sign(re.compile(f"[{_CYRILLIC}][{_GREEK}{_OTHERS}]|[{_GREEK}{_OTHERS}][{_CYRILLIC}]"), 1),
    _Sign(re.compile(f"[{_HAN}{_KANA}{_HANGUL}][{_ACCENTED}{_CYRILLIC}{_GREEK}{_OTHERS}]"), 1),
    _Sign(re.compile(f"[{_ACCENTED}{_CYRILLIC}{_GREEK}{_OTHERS}][{_HAN}{_KANA}{_HANGUL}]"), 1),
    _Sign(re.compile(f"[a-z][{_HAN}{_HANGUL}][a-z ]|[{_HANGUL}][{_HAN}{_KANA}]|[{_HAN}{_KANA}][{_HANGUL}]"), 1),
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_HAN_CHARACTER = re.compile(f"[{_HAN}\U00020000-\U000323af]")
# Letters of Serbian and Macedonian, beside letters that these have not.
_SOUTHERN = re.compile("[ЂЃЉЊЋЌЏђѓљњћќџ]")
_NORTHERN = re.compile("[ыэюяьъщёїєіґ]")
_RARE_WEIGHT = 0.6


def measure_oddity(text: str) -> float:
    """Return how odd a text looks: 0 for one as people write it, about 1 where each character beyond ASCII is odd.

    >>> measure_oddity("Côte d’Ivoire, 科特迪瓦"), measure_oddity("CÃ´te dâ€™Ivoire") > 0.2
    (0.0, True)
    """
    sample = text[:SAMPLE]
    beyond = len(_BEYOND_ASCII.findall(sample)) or 1
    odd = sum(sign.weight * len(sign.pattern.findall(sample)) for sign in _ODD)
    if _NORTHERN.search(sample):
        odd += len(_SOUTHERN.findall(sample))
    return (odd + _RARE_WEIGHT * _count_rare(sample)) / beyond


def _count_rare(text: str) -> int:
    """Return how many Chinese characters no national standard counts among the usual ones."""
    usual = _list_usual()
    return sum(character not in usual for character in _HAN_CHARACTER.findall(text))


@cache
def _list_usual() -> frozenset[str]:
    """Return the usual characters: the first levels of GB 2312, Big5 and JIS X 0208, which standards part from rare ones."""
    first = (("gb2312", 0xB0, 0xD8, 0xA1), ("big5", 0xA4, 0xC7, 0x40), ("euc_jp", 0xB0, 0xD0, 0xA1))
    pairs = (
        (bytes((lead, trail)), codec)
        for codec, begin, end, least in first
        for lead in range(begin, end)
        for trail in range(least, 0xFF)
    )
    return frozenset("".join(pair.decode(codec, "ignore") for pair, codec in pairs))
