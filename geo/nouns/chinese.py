"""The noun that a Chinese number counts: number, measure word, modifiers, head noun ("28个亚洲国家").

The order of decisions: 国 after a numeral; a measure word with a noun behind it; a noun that stands before the number;
what the measure word says alone ("3名"); a number that stands right before its noun ("60万网友").
"""

from collections.abc import Sequence

from geo.base.records import Mention
from geo.nouns.chinese_first import find_first
from geo.nouns.chinese_groups import find_group
from geo.nouns.chinese_measures import Measure, find_measure, list_only
from geo.nouns.chinese_national import find_national
from geo.nouns.chinese_phrases import Head, Wants, find_head
from geo.nouns.chinese_units import find_unit, name_case, name_unit
from geo.nouns.chinese_words import Word, cut_words, read_words
from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount

# Measure words that name their unit and may have a noun behind them all the same: 3名医生, 5剂疫苗, 2例病例.
_TAKES_NOUN = ("名", "位", "剂", "剂次", "针次", "例")
# How far from its measure word a head noun is looked for.
_STRETCH = 22
# 十大新闻 and 百大品牌 are titles.
_TITLES = (10, 100)
_SIGNS = "“”\"'《》〈〉·、-"


def find_chinese_noun(plain: str, amount: Amount, mentions: Sequence[Mention]) -> Noun | None:
    """Return the noun that an amount counts, None where no noun is named right there or the amount has its own unit."""
    if amount.unit is not None:
        return None
    if plain.startswith("国", amount.end) and not plain.startswith("国家", amount.end):
        return find_group(plain, amount, mentions)
    measure = find_measure(plain, amount.end)
    if measure is not None and measure.text == "大" and amount.value in _TITLES:
        return None
    if measure is None:
        return _find_bare(plain, amount, mentions) or find_first(plain, amount, None)
    if not measure.counts and not list_only(measure.text):
        return Noun(measure.start, measure.end, (measure.start, measure.start), "measure", measure.text)
    return _find_behind(plain, amount, measure, mentions) or find_first(plain, amount, measure) or _say_alone(measure)


def _find_behind(plain: str, amount: Amount, measure: Measure, mentions: Sequence[Mention]) -> Noun | None:
    """Return the noun behind a measure word."""
    if measure.text not in _TAKES_NOUN and measure.fixed and not list_only(measure.text):
        return None
    words = _cut_phrase(plain, measure.end, mentions)
    head = find_head(words, Wants(measure.unit == "people", measure.things, measure.happening))
    if head is None or not _goes_with(measure, head, words):
        return None
    head = find_national(plain, amount.start, words, head) or head
    return _make_noun(words, head, amount, _name(measure, head, words))


def _name(measure: Measure, head: Head, words: Sequence[Word]) -> str:
    if measure.unit == "病例":
        return name_case(head.text)
    if measure.fixed and measure.unit:
        return measure.unit
    return name_unit(head.text, measure.text, words[: head.first])


def _goes_with(measure: Measure, head: Head, words: Sequence[Word]) -> bool:
    """Tell a noun that a measure word counts from one that merely follows it: 3次提到经济, 4批运到学校."""
    if only := list_only(measure.text):
        return head.text in only
    unit = find_unit(head.text)
    before = words[: head.first]
    if measure.frequency or measure.unit == "病例":
        return unit not in ("people", "countries", "organisations") and not any(word.kind == "verb" for word in before)
    if measure.unit == "batches":
        return unit == "teams"
    if measure.unit == "doses":
        return name_unit(head.text, measure.text, ()) == "doses"
    return True


def _say_alone(measure: Measure) -> Noun | None:
    """Return what a measure word says without a noun: 3名 are people, 3次 is how often, 3个 is nothing."""
    if measure.unit is None and not measure.frequency and measure.counts:
        return None
    unit = measure.unit or "measure"
    return Noun(measure.start, measure.end, (measure.start, measure.start), unit, measure.text)


def _find_bare(plain: str, amount: Amount, mentions: Sequence[Mention]) -> Noun | None:
    """Return the noun of a number without a measure word: persons and the few others that are counted so."""
    words = _cut_phrase(plain, amount.end, mentions)
    head = find_head(words)
    if head is None or head.clause or any(word.kind not in _ATTRIBUTES for word in words[: head.first]):
        return None
    head = find_national(plain, amount.start, words, head) or head
    unit = name_unit(head.text, "", words[: head.first])
    if unit not in ("people", "countries") and head.text not in read_words("bare", "words"):
        return None
    return _make_noun(words, head, amount, unit)


_ATTRIBUTES = ("country", "region", "place", "quality")


def _cut_phrase(plain: str, start: int, mentions: Sequence[Mention]) -> list[Word]:
    """Return the words from a place to the next sign that ends a phrase."""
    end, furthest = start, min(len(plain), start + _STRETCH)
    while end < furthest and (plain[end].isalpha() or plain[end] in _SIGNS):
        end += 1
    words = cut_words(plain, start, end, mentions)
    # Where the stretch ends inside the text, so may its last word.
    return words[:-1] if end == furthest < len(plain) and len(words) > 1 else words


def _make_noun(words: Sequence[Word], head: Head, amount: Amount, unit: str) -> Noun:
    start, end = words[head.first].start, words[head.stop - 1].end
    lemma = unit if head.text.endswith(unit) else head.text
    return Noun(start, end, (amount.end, start), unit, lemma)
