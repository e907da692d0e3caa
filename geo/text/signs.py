"""The signs that are written in many ways: which one sign stands for each of them in the plain text.

What stands here is the same in every language. Each table entry is one character for one; what becomes several
characters, or none, is listed apart.
"""

import re
from collections.abc import Set
from unicodedata import normalize

# Full-width marks that are Chinese punctuation: they end clauses, or mark a range (～), and stay what they are.
_CHINESE_MARKS = "，；：！？（）～"
_FULL_WIDTH = {chr(sign): chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F) if chr(sign) not in _CHINESE_MARKS}
_MONEY = {"￡": "£", "￥": "¥", "￠": "¢", "￦": "₩"}
_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_BREAKS = dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n")  # "\r\n" is one break: its "\r" is left out
_HYPHENS = dict.fromkeys("\u2010\u2011\u2212\ufe63", "-")
_OTHERS = {"’": "'", "ʼ": "'", "﹪": "%"}
# Arabic and Persian digits, and the signs of Arabic that have a twin: a comma ends a clause in any script.
_ARABIC = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
_ARABIC |= {"٫": ".", "٬": ",", "٪": "%", "،": ",", "؛": ";", "؟": "?", "۔": "."}
# The danda of Hindi and Bengali, and the double one that ends a verse, are their full stops.
_INDIAN = {"।": ".", "॥": "."}
# The ends of sentences that are neither Latin nor Chinese: the Arabic question mark, Urdu's full stop, the dandas.
STOPS = "؟۔।॥"
# The Kangxi radicals look like characters and come out of many PDF files in their place: ⼀ for 一.
_KANGXI = {chr(sign): normalize("NFKC", chr(sign)) for sign in range(0x2F00, 0x2FD6)}
# Of the other radicals those that are a whole character, by Unicode's EquivalentUnifiedIdeograph.
_RADICALS = dict(
    re.findall(
        "(.)(.)",
        "⺁厂⺇几⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺗心⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺴冈⺶羊⺷羊⺸羊⺻聿⺽臼⻁虎"
        "⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻱龜⻳龟",
    )
)

_SIGNS = _FULL_WIDTH | _MONEY | _SPACES | _BREAKS | _HYPHENS | _OTHERS | _ARABIC | _INDIAN | _KANGXI | _RADICALS
# Every kind of space, as a class of characters.
SPACES = "".join(_SPACES)
_ANY_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]")

# Latin ligatures: ﬁ is "fi".
LIGATURES = {chr(sign): normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)}
# What is never seen: joiners, marks of direction, variation selectors, the byte-order mark, the soft hyphen.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
    # Arabic's vowel signs and the stroke that lengthens a word: no other word begins or ends with them.
    "\u0640\u064b-\u0652\u0670"
)
# With a soft hyphen at the end of a line, the line break too.
LEFT_OUT_OR_LIGATURE = re.compile(rf"[{UNSEEN}\r\ufb00-\ufb06](?:(?<=\u00ad)[ ]{{0,3}}\r?\n[ ]{{0,40}}(?=[^\W\d_]))?")
# Whatever is not plain as it stands, as a class of characters: most texts have none of it.
UNEVEN = f"{UNSEEN}\r\ufb00-\ufb06" + re.escape("".join(_SIGNS))
UNEVEN_ASCII = "\r\x0b\x0c"
_FEW = 40  # up to so many different signs are faster replaced one after the other


def replace_signs(text: str, found: Set[str] | None = None) -> str:
    r"""Return the text with one sign for each that is written in many ways, every offset unchanged.

    `found` holds the characters among which the signs of the text are, where they are known.

    >>> replace_signs("ＷＨＯ：１２．５％，10\u00a0kg")
    'WHO：12.5%，10 kg'
    """
    signs = _SIGNS.keys() & (_ANY_SIGN.findall(text) if found is None else found)
    if len(signs) > _FEW:
        return _ANY_SIGN.sub(lambda sign: _SIGNS[sign.group()], text)
    for sign in signs:
        text = text.replace(sign, _SIGNS[sign])
    return text
