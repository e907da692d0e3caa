"""The noun that stands before its number: "学生300名", "口罩10万只", "报名人数为300万"."""

import re
from functools import cache

from geo.nouns.chinese_measures import Measure
from geo.nouns.chinese_units import name_case, name_unit
from geo.nouns.chinese_words import Word, cut_words, read_words
from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount

_STRETCH = 10


def find_first(plain: str, amount: Amount, measure: Measure | None) -> Noun | None:
    """Return the noun right before an amount, None where there is none or the number behind it says nothing of it.

    Without a measure word the noun must be one of number: 报名人数, 病例数.
    """
    end, numbered = _strip_links(plain, amount.start)
    word = _find_last(plain, end)
    if (
        word is None
        or _is_followed(plain, measure)
        or (measure is None and not numbered and not _is_surpassed(plain, amount, word))
    ):
        return None
    unit = _name(word, measure, numbered)
    return None if unit is None else Noun(word.start, word.end, (word.end, amount.start), unit, word.text)


def _strip_links(plain: str, end: int) -> tuple[int, bool]:
    """Return where the noun must end, links like 共 and 累计 passed over, and whether one of them is a word of number."""
    numbered, links = False, _links()
    begin = max(0, end - 8)
    while match := links.search(plain, begin, end):
        if match[0] in read_words("first", "numbers"):
            numbered = True
        end = match.start()
        if match[0] == "人数" and numbered:
            end += 1  # 人 of 人数 is the noun, where no other stands before it
            break
    return end, numbered


def _is_followed(plain: str, measure: Measure | None) -> bool:
    """Tell 年产900万件香包, where something unknown that the measure word counts follows it after all."""
    if measure is None or measure.fixed:
        return False
    end = measure.end
    while end < min(len(plain), measure.end + _STRETCH) and "一" <= plain[end] <= "龥":
        end += 1
    words = cut_words(plain, measure.end, end)
    return (
        bool(words)
        and words[0].kind in ("noun", "place", "other")
        and words[0].text not in read_words("agents", "stops")
    )


def _is_surpassed(plain: str, amount: Amount, word: Word) -> bool:
    """Tell 难民超100万 and 病例近3万, where a bound stands in for the word of number."""
    bounded = amount.first > amount.start or plain[word.end : amount.first] in read_words("first", "bounds")
    return bounded and name_unit(word.text, "", ()) in ("people", *read_words("first", "nouns"))


@cache
def _links() -> re.Pattern[str]:
    words = sorted(read_words("first", "links"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})$")


def _find_last(plain: str, end: int) -> Word | None:
    """Return the noun that ends at a place, a single character with the word before it."""
    begin = end
    while begin > max(0, end - _STRETCH) and "一" <= plain[begin - 1] <= "龥":
        begin -= 1
    words = cut_words(plain, begin, end)
    if words and words[-1].text in read_words("first", "deaths"):
        return words[-1]
    if not words or words[-1].kind not in ("noun", "act"):
        return None
    last = words[-1]
    if len(last.text) == 1 and last.text != "人":
        if len(words) < 2 or words[-2].kind not in ("noun", "act", "quality", "verb"):
            return None
        return Word(words[-2].start, end, words[-2].text + last.text, "noun")
    return last


def _name(word: Word, measure: Measure | None, numbered: bool) -> str | None:
    """Return the unit of a noun before its number, None where number and noun do not go together."""
    if word.text in read_words("first", "deaths"):
        return "死亡病例" if measure is None or measure.unit == "病例" else None
    if measure is None:
        return name_unit(word.text, "", ())
    if measure.unit == "病例":
        return name_case(word.text) if word.kind == "noun" else None
    unit = name_unit(word.text, measure.text, ())
    if measure.fixed:
        return unit if unit == measure.unit else None
    if measure.frequency:
        return unit if unit in ("meetings", "events") else None
    return unit if word.kind == "noun" or measure.happening else None
