"""The language of a text, told by its script and, where the script is shared, by its commonest words and letters.

English is told by its commonest words, in a hundredth of the time that the model of letters takes (language_models).
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from geo.documents.language_models import LANGUAGES_BY_SCRIPT, rank_languages

# Enough to be sure of, little enough to cost the same for a book as for a note: the beginning and the middle.
_SAMPLE = 300

_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    "kana": re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]"),
    "hangul": re.compile("[\u1100-\u11ff\uac00-\ud7a3]"),
    "latin": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "arabic": re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "hi": re.compile("[\u0904-\u0939\u0958-\u097f]"),
    "bn": re.compile("[\u0985-\u09b9]"),
    "ta": re.compile("[\u0b85-\u0bb9]"),
    "th": re.compile("[\u0e01-\u0e4d]"),
    "lo": re.compile("[\u0e81-\u0ecd]"),
    "my": re.compile("[\u1000-\u104f]"),
    "km": re.compile("[\u1780-\u17d3]"),
    "am": re.compile("[\u1200-\u135a]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "hy": re.compile("[\u0531-\u0587]"),
}
# What a text of a script is in where nothing tells.
_USUAL = {"cyrillic": "ru", "arabic": "ar", "hi": "hi", "bn": "bn", "he": "he"}
_COMMON = ("han", "kana", "hangul", "latin")
# One Chinese character or Korean syllable says as much as two or three letters.
_WEIGHTS = {"han": 3, "kana": 2, "hangul": 3}

# What is likelier than not is told; a short text in plain letters has to be much less likely English.
_LIKELY = 0.5
_SURE = 0.8
_UNLIKE = 20
# So much likelier than the usual language of its script is another: Russian's neighbours have letters of their own.
_LIKELIER = {"cyrillic": 4.0}
_SHORT = 12  # words of a headline or a bare name
# Where two languages are nearly one, the one that more is written in, unless a text is sure to be in the other.
_TWINS = {"ms": "id", "nn": "no", "bs": "hr", "gl": "pt"}

_WORDS = {
    "en": "the of and to in that is was for with on by from are have has said will were which this an it as at or its their they but been who more than would into about after when there also his while last year years percent people could since other most between under because only below above",
    "fr": "le la les des du et en une un est que qui dans pour par sur au aux avec ce sont ont été cette il elle",
    "es": "el la los las del y en una un es que por para con se su al como más fue son está este esta lo",
    "pt": "o a os as do da dos das e em um uma que é para com por não no na nos nas ao mais foi são se",
    "de": "der die das und den dem des ein eine einer ist nicht mit für auf von zu im sich auch wird haben hat sind",
    "it": "il lo la gli le di del della dei delle e che è un una per con non sono nel nella da si ha al",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er door ook bij werd naar om die",
    "pl": "i w na z się nie do że to jest jak po od za przez przy oraz są być ale tym dla",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar ne var en sonra ise",
    "id": "yang dan di dari untuk dengan pada ini itu dalam akan tidak ke oleh juga adalah telah sebagai",
    "vi": "và của là các có được cho trong một không những với người đã này khi từ",
    "sv": "och att det som en ett är av för på med den till inte har om var från",
}
_LANGUAGES_OF_WORD: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF_WORD.setdefault(_word, []).append(_language)

_COMMON_WORDS = {word.encode(): tuple(languages) for word, languages in _LANGUAGES_OF_WORD.items()}
_ONLY_ENGLISH = {word: languages == ("en",) for word, languages in _COMMON_WORDS.items()}
# The upper byte of a character in UTF-16 names its block: what is no Chinese character, and what may be kana.
_NO_HAN = bytes(byte for byte in range(256) if not (0x34 <= byte <= 0x9F or 0xF9 <= byte <= 0xFA))
_KANA = b"\x30"
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_NO_LETTERS = bytes(byte for byte in range(256) if byte > 127 or byte | 32 not in _LETTERS)
# Letters in lower case, a blank for any other sign of ASCII; the bytes of other characters stay.
_SPACED = bytes(byte if byte > 127 else byte | 32 if byte | 32 in _LETTERS else 32 for byte in range(256))
# The quotation marks, dashes and signs of Latin-1 and general punctuation, in UTF-8.
_SIGNS = re.compile(rb"\xe2\x80.|\xc2.")


def detect_language(text: str) -> str | None:
    """Give the two-letter code of the language a text is written in, None where it has no letters or is not known.

    >>> detect_language("医疗队今天出发。"), detect_language("The team leaves today."), detect_language("2020")
    ('zh', 'en', None)
    """
    sample = _sample(text)
    script = _find_plain_script(sample)
    if script:
        return _tell_latin(sample) if script == "latin" else "zh"
    counts = _count_scripts(sample)
    script = _choose_script(counts)
    if script in {"han", "kana"}:
        return _tell_han(counts)
    return _tell_alphabet(script, sample) if script else None


def find_script(text: str) -> str | None:
    """Return the script that most of a text is in, "han" for Japanese too; None where it has no letters.

    >>> find_script("Serbia"), find_script("Сербия"), find_script("サッカー"), find_script("12")
    ('latin', 'cyrillic', 'han', None)
    """
    sample = _sample(text)
    script = _find_plain_script(sample) or _choose_script(_count_scripts(sample))
    return "han" if script == "kana" else script


@cache
def list_own_words(language: str) -> frozenset[str]:
    """Return the commonest words of a language that no other of the table has; empty for one it does not hold.

    >>> "the" in list_own_words("en"), "in" in list_own_words("en"), list_own_words("sw")
    (True, False, frozenset())
    """
    return frozenset(word for word, languages in _LANGUAGES_OF_WORD.items() if languages == [language])


def _choose_script(counts: Mapping[str, int]) -> str | None:
    script = max(counts, key=lambda name: counts[name] * _WEIGHTS.get(name, 1))
    return script if counts[script] else None


def _find_plain_script(sample: str) -> str | None:
    """Return "han" or "latin" where the bytes leave no doubt of it: a tenth of the time that counting takes."""
    data = sample.encode("utf-8", "surrogatepass")
    beyond = len(data) - len(sample)
    # Each character beyond ASCII has at least one byte more, and weighs three letters at most.
    if len(data.translate(None, _NO_LETTERS)) > 3 * beyond:
        return "latin"
    blocks = sample.encode("utf-16-le", "surrogatepass")[1::2]
    han = len(blocks.translate(None, _NO_HAN))
    return "han" if 2 * han > len(blocks) and 8 * blocks.count(_KANA) <= han else None


def _sample(text: str) -> str:
    if len(text) <= 2 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]


def _count_scripts(sample: str) -> dict[str, int]:
    """Count the letters of each script; the rare ones only where the four common ones leave most of the text over."""
    counts = {script: len(_SCRIPTS[script].findall(sample)) for script in _COMMON}
    if 2 * sum(counts.values()) < len(sample):
        counts |= {script: len(form.findall(sample)) for script, form in _SCRIPTS.items() if script not in counts}
    return counts


def _tell_han(counts: dict[str, int]) -> str:
    # A Chinese text may quote a Japanese word; a Japanese text has kana in every sentence.
    return "ja" if counts["kana"] * 8 > counts["han"] else "zh"


def _tell_alphabet(script: str, sample: str) -> str | None:
    if script == "latin":
        return _tell_latin(sample)
    if script in LANGUAGES_BY_SCRIPT:
        return _tell_likeliest(sample, script, _USUAL[script], _LIKELIER.get(script, _UNLIKE))
    return "ko" if script == "hangul" else script


def _tell_latin(sample: str) -> str | None:
    words = _list_words(sample)
    english = Counter(map(_ONLY_ENGLISH.get, words))
    # Where half of the common words are English alone, no other language can have more.
    if 1 < english[True] >= english[False]:
        return "en"
    # A headline or a bare name has few common words; in plain letters it is taken for English unless it is unlike it.
    usual = "en" if sample.isascii() and len(words) <= _SHORT else None
    return _tell_likeliest(sample, "latin", usual)


def _tell_likeliest(sample: str, script: str, usual: str | None, unlike: float = _UNLIKE) -> str | None:
    """Return the likeliest language of a script, the usual one where that is not so many times less likely."""
    shares = dict(rank_languages(sample, script))
    if usual and shares.get(usual, 0.0) * unlike > max(shares.values(), default=0.0):
        return usual
    for rare, often in _TWINS.items():
        if rare in shares and often in shares:
            both = shares[rare] + shares[often]
            shares[rare if shares[rare] > _SURE * both else often] = both
    likeliest = max(shares, key=lambda language: shares[language], default=None)
    return likeliest if likeliest and shares[likeliest] >= _LIKELY else usual


def _list_words(sample: str) -> list[bytes]:
    """Return the words of a text in lower case, without its signs."""
    data = sample.encode() if sample.isascii() else _SIGNS.sub(b" ", sample.lower().encode("utf-8", "surrogatepass"))
    return data.translate(_SPACED).split()
