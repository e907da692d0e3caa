"""Texts for fuzzing, built of what the rules look for: names, numbers, units, verbs, every kind of blank, break and sign.

Most of them mean nothing. They hold what real files hold and no writer intends: characters that turn the direction of a
line, halves of surrogate pairs, marks without a letter, tags, lines that never end.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

import geo.languages
from geo.base.folders import find_data_folder
from geo.languages.packs import read_pack
from geo.reference.places import name_place

_LANGUAGES = Path(geo.languages.__file__).parent
# Each of them has names and rules of its own; the last is that of a text whose language nobody knows.
LANGUAGES: tuple[str | None, ...] = (
    "zh", "en", "es", "fr", "pt", "ru", "de", "ar", "ja", "ko", "tr", "hi", "th", "vi", "fa", "uk", "pl", "it", None,
)  # fmt: skip
FEW_LANGUAGES: tuple[str | None, ...] = ("zh", "en", "fr", "ar", "ja", None)

SIGNS = (
    *"。！？!?.,，、；;:：…·•|/\\-–—~～%％‰°$€£¥&@#*+=<>^_`'\"“”‘’«»()（）[]【】《》{}「」",
    "...", "——", "- ", "• ", "◆", "1. ", "（一）", "| ", " | ", "==> ", "---\n", "'s", "’s", "第", "第3",
)  # fmt: skip
BLANKS = (" ", "  ", "   ", " " * 42, "\t", "\t\t", "\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u00a0", "\u2003", "\u202f", "\u3000", "\u2028", "\u2029")  # fmt: skip
ODD = (
    "\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u2069", "\u200f", "\ufe0f", "\u0640", "\u064b",  # unseen
    "\ud800", "\udfff", "\x00", "\x1b[2J", "\ufffd", "\uffff", "\U0010ffff", "\U0001f1e8\U0001f1f3",  # broken or rare
    "\u0301", "e\u0301", "\u0323\u0307", "\u1100\u1161", "ﬁ", "Å", "ß", "İ", "ı", "ǅ", "ŉ",  # change their length
    "⼀", "⻢", "２８", "Ａ", "①", "½", "٣", "۵", "२", "๓", "〇", "Ⅳ", "𝟗", "²",  # look like others
)  # fmt: skip
NUMBERS = (
    "0", "1", "3", "28", "89", "1,200", "1.200", "1 200", "12,5", "1.5", "2020", "2020-03-26", "26 March 2020", "3月26日", "10万",
    "3.5亿", "12.5%", "1/2", "10-20", "1e9", "9" * 40, "0" * 30, "一", "十七", "两", "数十", "more than ", "nearly ", "超过", "约", "over ", "million ",
    " billion", "thousand", "多", "余", "个", "名", "%", " kg", " tonnes", "US$20 million", "€5m", "₹3 crore", "12:30",
)  # fmt: skip
MARKUP = (
    "<p>", "</p>", "<b>", "<script>", "<!--", "-->", "&amp;", "&#x4e2d;", "<table><tr><td>", "</td><td>", "![", "](", "**", "# ", "> ", "| --- | --- |\n",
    "title ==> ", "content ==> ", "标题 ==> ", "Related reading\n", "相关阅读\n", "Home\n", "Share\n", "（责编：", "编辑：", "http://example.org/a", "text,title\n",
)  # fmt: skip
FRAMES = (
    "中日韩", "访华", "援塞", "英方", "驻津", "其中", "分别", "来自", "向", "对", "Sino-", " said ", " and ", " of ", " in ", " from ", " to ", " donated ", " sent ", "sent masks to ",
    "countries", "国家", "个国家", "of which ", "respectively", "the ", "Mr. ", "EE. UU. ", "Asia", "Europe", "亚洲", "欧洲", "Jordan", "Chad", "Georgia", "CHAD", "US", "WHO", "(PRC)", "New ",
    "North", "South", "Korea", "Guinea", "Niger", "Congo", "中", "南", "印度", "海南", "马里", "总统", "President ",
)  # fmt: skip
STATEMENTS = (
    "China donated 20 tonnes of masks to Serbia and Italy on 26 March 2020.", "It has helped 28 countries: 12 in Asia, 10 in Europe and 6 in Africa.",
    "Of the 89 countries, 28 are Asian, 16 European, and the rest African.", "The ministers of Japan and South Korea met in Jakarta.", "Kenya will not send 300 troops to Chad.",
    "| Region | Countries |\n| Asia | 28 |\n| Europe | 16 |\n| Total | 44 |", "Country      Doses\nKenya          120\nGhana           80\nTotal          200",
    "中国向塞尔维亚捐赠20万只口罩。", "援助覆盖28个亚洲国家、16个欧洲国家、26个非洲国家，共70国。", "3月26日，中日韩外长举行视频会议，并决定派出3支医疗队赴老挝。", "其中，亚洲12国，欧洲10国，其余为非洲国家。",
    "La ayuda llegó a 28 países: 12 de Asia, 10 de Europa y 6 de África.", "La France a livré 30 tonnes de riz au Tchad et 12 au Niger.", "Россия направила 20 тонн помощи в Сербию и 15 в Италию.",
    "أرسلت الصين ٢٠ طنا من المساعدات إلى صربيا وإيطاليا.", "中国は28カ国に支援を送り、うち12はアジアの国だ。", "Türkiye 20 ton yardımı Katar'a gönderdi.",
)  # fmt: skip
_MOST = 400  # words of each source: the first, and then one in so many


def make_texts(
    languages: Sequence[str | None] = LANGUAGES, most: int = 30
) -> st.SearchStrategy[tuple[str, str | None]]:
    """Return texts of at most so many pieces, each with the language that it is to be read in."""
    return st.sampled_from(languages).flatmap(lambda language: st.tuples(_join(language, most), st.just(language)))


def _join(language: str | None, most: int) -> st.SearchStrategy[str]:
    """Return texts that are made of the triggers of a language, and of what stands in any text."""
    words = st.sampled_from(read_triggers(language))
    plain = st.one_of(*map(st.sampled_from, (NUMBERS, FRAMES, SIGNS, BLANKS)), words, words, words)
    odd = st.one_of(*map(st.sampled_from, (ODD, MARKUP)), st.characters(exclude_categories=()))
    again = st.builds(str.__mul__, plain, st.integers(2, 200))
    said = st.builds(_cut, st.sampled_from(STATEMENTS), st.integers(-40, 20))
    piece = st.integers(0, 19).flatmap(
        lambda draw: (odd, odd, odd, again, said, said, said)[draw] if draw < 7 else plain
    )
    # Half of the texts use few pieces again and again: what meets rarely meets there.
    few = st.lists(piece, min_size=1, max_size=6).flatmap(lambda some: st.lists(st.sampled_from(some), max_size=most))
    return st.builds(
        str.join, st.sampled_from([" ", "", " ", "\n", ". "]), st.one_of(few, st.lists(piece, max_size=most))
    )


def make_refrains(languages: Sequence[str | None] = LANGUAGES) -> st.SearchStrategy[tuple[str, str | None]]:
    """Return what is to be repeated without end: a few pieces, and never one alone that says nothing."""
    return make_texts(languages, 4).map(lambda made: (made[0][:80] or "中国 ", made[1]))


def _cut(statement: str, place: int) -> str:
    """Return a statement, or what a cut leaves of it: its end from a place on, or its beginning."""
    return statement[place:] if place > 0 else statement[:place] if place < -len(statement) // 4 else statement


@cache
def read_triggers(language: str | None) -> tuple[str, ...]:
    """Return the names and words that the rules of a language look for; of a text in no language those of English."""
    spoken = language or "en"
    names = [
        name_place(code, "zh" if spoken == "zh" else "en")
        for code in ("CHN", "KOR", "PRK", "GIN", "COD", "150", "org:who")
    ]
    files = sorted((find_data_folder() / "names").glob(f"{spoken}*.csv"))
    tables = (word for file in files for word in _thin([row[0] for row in _read_csv(file)]))
    packs = (
        word
        for file in sorted((_LANGUAGES / spoken).glob("*.toml"))
        for word in _thin(list(_list_words(read_pack(spoken, file.stem))))
    )
    return tuple(dict.fromkeys([*names, *tables, *packs]))


def _read_csv(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines) if row][1:]


def _thin(words: list[str]) -> list[str]:
    """Return some hundreds of words, spread over all of them."""
    return words[:: max(1, len(words) // _MOST)]


def _list_words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _list_words(one)
    elif hasattr(value, "items"):
        for key, one in value.items():
            yield key
            yield from _list_words(one)
