"""What the words of a heading or caption count, and by how much they multiply the numbers under them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from geo.languages.packs import has_pack, read_names, read_pack
from geo.nouns.chinese_measures import find_measure
from geo.nouns.chinese_units import find_unit as find_chinese_unit
from geo.nouns.chinese_words import cut_words
from geo.nouns.english_words import find_known_unit, find_lemma, is_plural
from geo.nouns.titles import Counted, name_counted
from geo.numbers.currencies import SHARED, read_currencies

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")
_ZH_UNIT = re.compile(r"(?:计量)?单位\s{0,2}[:：]\s{0,2}([^\s，。；)）]{1,12})")
_MOST_WORDS = 16  # a caption with more is no title

_SCALES = (
    (10**9, r"\b(?:billions?|bn)\b|十亿"),
    (10**8, r"(?<![十百千万])亿"),
    (10**7, r"千万"),
    (10**6, r"\b(?:millions?|mn|mln)\b|\bM\b|\$ ?m\b|(?<=[(（, ])m(?=[)）]|$)|百万"),
    (10**4, r"(?<![十百千])万"),
    (10**3, r"\bthousands?\b|['’`]000s?|\b000s?\b|(?<![百十])千(?!米|瓦|克|卡)"),
)
_SCALE = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _SCALES)
# The words of the scale, to be left out where the noun is looked for.
_SCALE_WORDS = re.compile(
    r"\b(?:in )?(?:thousand|million|billion)s?\b(?: of\b)?|\b(?:bn|mn|mln)\b|['’`]?\b000s?\b|[十百千]?[万亿]|[百千]万|千(?!米|瓦|克|卡)",
    re.IGNORECASE,
)
_CAPTION_SCALE = re.compile(
    r"(?:\bin |[,(（]\s{0,2})(?P<en>(?:thousand|million|billion)s?)\b"
    r"|单位\s{0,2}[:：]\s{0,2}(?P<zh>[^\s，。；)）]{1,12})",
    re.IGNORECASE,
)

# --- titles ----------------------------------------------------------------------------------------------------------
# "Table 3. 2019 troops …", "Top 10 …", "List of countries by number of …"
_LEAD = re.compile(
    r"""
    (?:(?:table|figure|annex|chart)[ ][\w.-]{1,6}[.:]?[ ]
      |(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?(?:[ ]|年)
      |top[ ](?:\d{1,3}|\w{3,7})[ ]|list[ ]of[ ]|the[ ]|total[ ]|表\s?\d{0,3}[:：.、\s]?){1,4}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BY_NUMBER = re.compile(
    r"\b(?:countries|states|nations|economies|territories|regions)(?: and \w{1,20})? (?:ranked )?by (?P<noun>[^,.;:]{3,60})",
    re.IGNORECASE,
)
_NUMBERS_OF = re.compile(r"\bnumbers? of (?P<noun>[^,.;:]{3,60})", re.IGNORECASE)
_ZH_TITLE_END = re.compile(
    r"(?:(?:情况)?(?:统计|一览|分布|排行|对比|汇总)?(?:表|图|榜)?|情况)(?:[（(][^()（）]{0,30}[)）])?[:：]?$"
)
_ZH_TITLE_START = re.compile(r"^.{0,30}?(?:各国?(?:家|地区|大?洲|成员国)?(?:和地区|及地区|或地区)?(?:的)?)")


_BEHIND = re.compile(r"(?:[,，;；]\s?|\bin )(?P<unit>[^,，;；()（）]{1,40})$")


def find_language(text: str) -> str:
    """Return the language in whose words a cell or heading is read."""
    return "zh" if _CHINESE.search(text) else "en"


def find_scale(text: str) -> int | None:
    """Return by how much a heading multiplies the numbers under it, None where it says nothing of it."""
    return next((worth for worth, pattern in _SCALE if pattern.search(text)), None)


def drop_scale(text: str) -> str:
    """Return a heading without what multiplies the numbers under it.

    >>> drop_scale("Exports (US$ million)"), drop_scale("出口额（亿美元）"), drop_scale("Exports, in millions")
    ('Exports (US$)', '出口额（美元）', 'Exports')
    """
    for _, pattern in _SCALE:
        text = re.sub(rf"(?:\bin )?(?:{pattern.pattern})(?: of\b)?", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+(?=[)）])|(?<=[(（])\s+|[(（]\s*[)）]", "", text)
    return re.sub(r"\s{2,}", " ", text).strip(" ,，;；")


def find_caption_scale(text: str) -> int | None:
    """Return the scale that a caption sets for the whole table ("in millions", "单位：万剂"), and of no other number."""
    found = _CAPTION_SCALE.search(text)
    return find_scale(found["en"] or found["zh"]) if found else None


def says_no_count(text: str) -> bool:
    """Tell whether words speak of a rate, rank, price, score or date."""
    return _find_words("no_counts", text)


def is_share(text: str) -> bool:
    """Tell whether a heading speaks of a part of the whole in per cent, and of no rate.

    >>> is_share("Share of doses, %"), is_share("占比"), is_share("Growth, %"), is_share("Share price")
    (True, True, False, False)
    """
    return _find_words("shares", text.replace("％", "%")) and not says_no_count(text)


def says_average(text: str) -> bool:
    """Tell whether a heading speaks of means, which do not add up: "Avg. visits"."""
    return _find_words("averages", text)


def says_league(text: str) -> bool:
    """Tell whether a whole heading is that of a column of a league: "Pts", "净胜球"."""
    return any(text.strip().lower() in _read_list(language, "league") for language in ("en", "zh"))


def says_selection(text: str) -> bool:
    """Tell whether a caption says that its table shows some rows of more: "Top ten donors", "主要受援国"."""
    return _find_words("selections", text)


def is_corner(text: str) -> bool:
    """Tell whether words stand over the labels of the rows: "Country", "国家或地区"."""
    return any(text.strip().lower() in _read_list(language, "corners") for language in ("en", "zh"))


def find_unit(text: str, scale: int | None) -> Counted | None:
    """Return what a heading counts: money, the known unit in its last brackets, or the noun that it names.

    >>> find_unit("Value of masks (US$ m)", 10**6), find_unit("Push-ups", None)
    (Counted(unit='USD', noun=None), Counted(unit='push-up', noun='push-up'))
    """
    inside = [part for part in _BRACKETS.findall(text) if not re.search(r"[1-9]", part)]
    outside = _BRACKETS.sub(" ", text)
    money = _find_money(inside[-1] if inside else "") or _find_money(outside)
    if money:
        return None if says_average(text) else Counted(money, None)
    named = next((found for part in re.split("[,，;；/]", outside)[:4] if (found := _name(part))), None)
    bracketed = _name(inside[-1]) if inside else None
    if inside and bracketed is None and named is None and _is_measure_word(inside[-1]):
        named = _name(f"{outside.strip()}数")
    if bracketed and (named is None or bracketed.unit != bracketed.noun):
        return bracketed._replace(noun=named.noun) if named and named.unit == bracketed.unit else bracketed
    return _keep(named, scale) if named else None


def find_last_noun(text: str) -> str | None:
    """Return the base form of the word that a heading in English ends in, None where it names no figure.

    >>> find_last_noun("Oil output (2019)"), find_last_noun("Remarks"), find_last_noun("首都")
    ('output', None, None)
    """
    words = re.findall(r"[a-z][a-z-]{1,30}", _BRACKETS.sub(" ", text[:120]), re.IGNORECASE)
    if not words or find_language(text) != "en" or is_corner(text):
        return None
    lemma = find_lemma(words[-1].lower())
    return None if lemma in _read_list("en", "general") | _read_list("en", "attributes") else lemma


def _is_measure_word(text: str) -> bool:
    plain = _SCALE_WORDS.sub("", text).strip()
    measure = find_measure(plain, 0)
    return measure is not None and measure.end == len(plain) and measure.counts


def _keep(counted: Counted, scale: int | None) -> Counted | None:
    """Leave out "Vaccines" alone: it may count kinds of vaccine; in millions it counts doses."""
    return None if counted.noun in ("vaccine", "疫苗") and not scale else counted


def _name(text: str) -> Counted | None:
    plain = _SCALE_WORDS.sub(" ", text).strip(" ,，:：")
    return name_counted(plain, find_language(plain)) if plain else None


def find_table_unit(text: str) -> tuple[Counted, int | None] | None:
    """Return unit and scale that a caption sets for all columns: "(US$ million)", "单位：万剂"; None where it sets none."""
    inside = [*_BRACKETS.findall(text), *_ZH_UNIT.findall(text)]
    if not inside or re.search(r"\d", inside[-1]):
        return _find_unit_behind(text)
    if is_share(inside[-1]):
        return Counted("percent", None), None
    said = _ZH_UNIT.sub(r"\1", inside[-1])
    counted = find_unit(said, find_scale(said))
    return (counted, find_scale(said)) if counted and counted.unit != "measure" else None


def _find_unit_behind(text: str) -> tuple[Counted, int | None] | None:
    """Return the measure that ends a title: "Exports by country, US$ million", "Aid in millions of euros"."""
    behind = _BEHIND.search(text.strip().rstrip(":：."))
    if behind is None or re.search(r"\d", behind["unit"]):
        return None
    if is_share(behind["unit"]):
        return Counted("percent", None), None
    counted = find_unit(behind["unit"], find_scale(behind["unit"]))
    if counted is None or not (counted.unit.isupper() or counted.unit in ("tonnes", "doses")):
        return None
    return counted, find_scale(behind["unit"])


@lru_cache(maxsize=512)
def find_title_unit(text: str) -> Counted | None:
    """Return what a caption says that its table counts: the noun of a title, or else the first known noun of a line.

    >>> find_title_unit("2019 troops by country"), find_title_unit("Countries by number of embassies")
    (Counted(unit='people', noun='troop'), Counted(unit='embassy', noun='embassy'))
    """
    money = _find_money(text)
    if money:
        return Counted(money, None)
    return next((found for found in _list_titles(text) if found.unit != "measure"), None) or _find_known(text)


def _list_titles(text: str) -> Iterator[Counted]:
    for pattern in (_BY_NUMBER, _NUMBERS_OF):
        if (match := pattern.search(text)) and (found := _name(match["noun"])):
            yield found
    if len(text.split()) > _MOST_WORDS or text.rstrip().endswith((".", "。")):
        return
    title = _BRACKETS.sub(" ", text).strip()
    lead = _LEAD.match(title)
    title = title[lead.end() :] if lead else title
    if find_language(title) == "zh":
        title = _ZH_TITLE_START.sub("", _ZH_TITLE_END.sub("", title[:80]))
    if found := _name(title):
        yield found


def _find_known(text: str) -> Counted | None:
    """Return the first noun of a line that has a known unit."""
    if find_language(text) == "zh":
        for word in cut_words(text[:200], 0, len(text[:200])):
            unit = find_chinese_unit(word.text) if word.kind == "noun" and len(word.text) > 1 else None
            if unit:
                return Counted(unit, word.text)
        return None
    for match in re.finditer(r"[a-z][\w-]{2,30}", text[:400], re.IGNORECASE):
        lemma = find_lemma(match[0].lower()) if is_plural(match[0].lower()) else ""
        unit = find_known_unit(lemma) if lemma else None
        if unit and unit != "measure":
            return Counted(unit, lemma)
    return None


# --- words -----------------------------------------------------------------------------------------------------------


def _find_words(name: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _compile_words(name))


@cache
def _compile_words(name: str) -> tuple[re.Pattern[str], ...]:
    english = "|".join(map(re.escape, sorted(_read_list("en", name), key=len, reverse=True)))
    chinese = "|".join(map(re.escape, sorted(_read_list("zh", name), key=len, reverse=True)))
    return re.compile(rf"(?<![a-z-])(?:{english})(?![a-z])", re.IGNORECASE), re.compile(chinese)


@cache
def _read_list(language: str, name: str) -> frozenset[str]:
    words = read_pack(language, "tables")[name] if has_pack(language, "tables") else []
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()


# --- money -----------------------------------------------------------------------------------------------------------


def _find_money(text: str) -> str | None:
    """Return the currency that a heading names, None where none or the money of several countries."""
    if not text:
        return None
    for pattern, codes in _compile_money(find_language(text)):
        if match := pattern.search(text):
            code = codes.get(match[0]) or codes.get(match[0].lower())
            return None if code in (None, SHARED) else code
    return None


@cache
def _compile_money(language: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Return patterns of the names, and of the signs and codes of money, and what each stands for."""
    money = read_currencies(language)
    signs = {sign: code for sign, code in money.before.items() if sign not in money.common}
    own = read_names(language, "currencies", "before")
    names = {name: code for name, code in money.after.items() if name not in money.common and len(name) > 1}
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    bounded = written if language == "zh" else rf"(?<![a-z])(?:{written})(?![a-z])"
    return (
        (re.compile(bounded, re.IGNORECASE), names),
        (_compile_signs(signs | dict(own)), signs | dict(own)),
        (re.compile(r"(?<=[万亿（(])元|元$|^元"), {"元": "CNY"}),
    )


def _compile_signs(signs: dict[str, str]) -> re.Pattern[str]:
    written = "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z])(?:{written})(?![A-Za-z]{{2}})")
