"""The amounts of a text: a number with its bound, and its unit where it is money or a share."""

import re
from typing import NamedTuple

from geo.base.reasons import Reason
from geo.base.records import Bound, Refusal
from geo.numbers.bounds import Bounded, find_bound_after, find_bound_before
from geo.numbers.currencies import SHARED, Money, find_money_after, find_money_before, read_currencies
from geo.numbers.grammars import Grammar, read_grammar
from geo.numbers.numerals import Numeral, tidy
from geo.numbers.omissions import is_blocked, is_glued, is_left_out_after, is_left_out_before, is_length
from geo.numbers.ranges import Range, settle_range

_BARE_POWER = re.compile("[百千万亿]+")
_SHORT_SCALE = re.compile(r" (k|m|b|mil)\b(?!\.\w)")
_CHAIN = re.compile(r"(?:,? and |,? or |, | to |-| |、|和|及|与|至|到)")


class Amount(NamedTuple):
    """A number that a text states.

    `start` and `end` take in its bound ("more than 80", "80多") and for money its currency ("US$20 million"); `first`
    and `last` are the numeral alone; what it counts begins at `end`. `unit` is "percent", an ISO 4217 code, or None
    for a bare number whose noun follows.
    """

    start: int
    end: int
    first: int
    last: int
    value: float
    value_to: float | None
    bound: Bound
    unit: str | None


class _Page(NamedTuple):
    """A text, as written and in lower case, with the grammar of its language."""

    plain: str
    lowered: str
    grammar: Grammar


class _Tail(NamedTuple):
    """What stands right after a numeral and belongs to it: 多, a scale behind it (20多万), and where it ends."""

    more: bool
    scale: float
    end: int


def find_amounts(plain: str, language: str) -> tuple[list[Amount], list[Refusal]]:
    """Return the amounts of a plain text in order, never overlapping, and the numbers that could not be read.

    >>> amounts, _ = find_amounts("more than 80 tents for US$2 million", "en")
    >>> [(amount.value, amount.bound, amount.unit) for amount in amounts]
    [(80.0, 'more_than', None), (2000000.0, 'exact', 'USD')]
    """
    grammar = read_grammar(language)
    page = _Page(plain, _lower(plain) if grammar.spaced else plain, grammar)
    amounts, refusals, place, left_out = list[Amount](), list[Refusal](), 0, -9
    while begin := grammar.scan.search(page.lowered, place):
        place = begin.end()
        match = grammar.writing.pattern.match(page.lowered, begin.start())
        if match is None:  # a title or a quotation, or the beginning of another word
            continue
        found, end = _read_number(page, grammar.writing.read(match), left_out)
        place = max(place, end)
        if isinstance(found, Amount):
            amounts.append(found)
            place = max(place, found.end)  # the "cent" of "5 pour cent" is no number
        elif isinstance(found, Refusal):
            refusals.append(found)
        elif found == "reference":
            left_out = place
    return amounts, refusals


def _lower(plain: str) -> str:
    """Return the text in lower case with every offset kept (a few letters grow when they are lowered)."""
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)


def _read_number(page: _Page, numeral: Numeral, left_out: int) -> tuple[Amount | Refusal | str | None, int]:
    """Return what a numeral is: an amount, a refusal, "reference" for what names something, or nothing; and its end."""
    plain, start, grammar = page.plain, numeral.start, page.grammar
    value = numeral.value or 0
    money = find_money_before(plain, start, value, read_currencies(grammar.language))
    if money is None and is_glued(plain, start, grammar):
        return "reference", numeral.end
    if money and grammar.spaced:
        numeral = _scale_money(page, numeral)
    numeral = _skip_of(page, numeral)
    span = settle_range(plain, page.lowered, numeral, money.start if money else start, grammar)
    span = span._replace(numeral=_skip_of(page, span.numeral))
    if span.kind == "left out":
        return None, span.numeral.end
    if span.kind == "no rise":
        return _refuse(page, start, span.numeral.end, "a range that does not rise"), span.numeral.end
    tail = _read_tail(page, span.numeral)
    if money is None and _counts_nothing(page, span, tail, left_out):
        return "reference", span.numeral.end
    return _read_amount(page, span, tail, money), span.numeral.end


def _skip_of(page: _Page, numeral: Numeral) -> Numeral:
    """Take in "de" of "20 millions de dollars", where a name does not follow."""
    of = page.grammar.of.match(page.plain, numeral.end) if numeral.scale > 1 else None
    return numeral._replace(end=of.end()) if of else numeral


def _scale_money(page: _Page, numeral: Numeral) -> Numeral:
    """Take a short scale word after a space, which is one beside money only: "USD 45.5 M"."""
    match = _SHORT_SCALE.match(page.lowered, numeral.end)
    if match is None or match[1] not in page.grammar.short_scales or numeral.scale != 1 or numeral.value is None:
        return numeral
    scale = page.grammar.short_scales[match[1]]
    return numeral._replace(end=match.end(), value=tidy(numeral.value * scale), scale=scale, digits="")


def _counts_nothing(page: _Page, span: Range, tail: _Tail, left_out: int) -> bool:
    """Tell ordinals, dates, references and set phrases, and numbers that go on such a list: "articles 5 and 6"."""
    plain, numeral, grammar = page.plain, span.numeral, page.grammar
    if numeral.share:
        return _is_no_share(page, numeral)
    if _goes_on(page, numeral, left_out) or grammar.points.match(plain, tail.end):
        return True
    if grammar.percent.match(plain, tail.end):
        return False
    if find_money_after(plain, page.lowered, tail.end, numeral.value or 0, grammar.language):
        return not grammar.spaced and is_blocked(plain, numeral.start, numeral.end, grammar)
    low = numeral if numeral.value_to is None else numeral._replace(value_to=None)
    if not tail.more and (is_left_out_after(plain, tail.end, low, grammar) or is_length(plain, low, grammar)):
        return True
    return is_left_out_before(plain, numeral.start, numeral.end, low, grammar)


def _goes_on(page: _Page, numeral: Numeral, left_out: int) -> bool:
    """Tell the 6 of "articles 5 and 6": a number linked to one that was a reference, without a noun of its own."""
    if left_out < 0 or numeral.start - left_out > 6 or numeral.scale != 1 or not numeral.digits:
        return False
    chained = (_CHAIN if page.grammar.glue is None else page.grammar.chain).fullmatch(
        page.plain, left_out, numeral.start
    )
    return bool(chained) and not _names_lower_noun(page, numeral.end)


def _names_lower_noun(page: _Page, end: int) -> bool:
    return page.grammar.lower_noun.match(page.plain, end) is not None


def _is_no_share(page: _Page, numeral: Numeral) -> bool:
    """Tell 1/3 of a date or a road from a third of something."""
    text = page.plain[numeral.start : numeral.end]
    if numeral.value is None:
        return True
    after = page.plain[numeral.end : numeral.end + 4]
    return "/" in text and not after.startswith((" of ", "的", "以上", "以下", "左右", "强", "弱"))


def _read_tail(page: _Page, numeral: Numeral) -> _Tail:
    match = page.grammar.tail.match(page.plain, numeral.end)
    if match is None or match["fuzz"] is None:
        return _Tail(False, 1.0, numeral.end)
    scale = 1.0
    for character in match["scale"] or "":
        scale *= page.grammar.scales[character]
    return _Tail(True, scale, match.end())


def _read_amount(page: _Page, span: Range, tail: _Tail, sign: Money | None) -> Amount | Refusal | None:
    plain, numeral, grammar = page.plain, span.numeral, page.grammar
    name = find_money_after(plain, page.lowered, tail.end, numeral.value or 0, grammar.language)
    money = _choose(sign, name)
    start, end = _begin(span, sign), name.end if name else tail.end
    if numeral.value is None:
        return _refuse_unread(page, numeral)
    if money and money.code == SHARED:
        return _refuse(page, start, end, "the money of several countries")
    percent = grammar.percent.match(plain, tail.end) if not money else None
    tenths = grammar.tenths.match(plain, tail.end) if not money and numeral.value <= 10 else None
    if tenths:
        numeral, percent = _times_ten(numeral), tenths
    end = percent.end() if percent else end
    before, after = find_bound_before(plain, start, grammar), find_bound_after(plain, end, grammar)
    bare = not grammar.spaced and _BARE_POWER.fullmatch(plain, numeral.start, numeral.end)
    if bare and not tail.more:
        before = _find_power(page, start)
        if before is None:
            return None
    unit = money.code if money else "percent" if percent or numeral.share or span.percent else None
    return _bound(numeral, tail, (start, end), unit, (before, after), span)


def _begin(span: Range, sign: Money | None) -> int:
    """Return where the phrase begins: at "between", at the sign of money, or at the numeral."""
    if span.start is not None:
        return span.start
    return sign.start if sign else span.numeral.start


def _bound(
    numeral: Numeral,
    tail: _Tail,
    place: tuple[int, int],
    unit: str | None,
    bounds: tuple[Bounded | None, Bounded | None],
    span: Range,
) -> Amount:
    """Return the amount with its bound: a range, then what follows the number, then what precedes it."""
    assert numeral.value is not None
    before, after = bounds
    bound: Bound = "about" if numeral.rough else "exact"
    if before:
        bound = before.bound
    if tail.more:
        bound = "more_than"
    if after:
        bound = after.bound
    high = None if numeral.value_to is None else tidy(numeral.value_to * tail.scale)
    if high is not None:
        bound = "between"
    start, end = before.start if before else place[0], after.end if after else place[1]
    value = tidy(numeral.value * tail.scale)
    return Amount(start, end, numeral.start, numeral.end, value, high, bound, unit)


def _times_ten(numeral: Numeral) -> Numeral:
    """Return a number of tenths in per cent: 80 for 八成."""
    assert numeral.value is not None
    high = numeral.value_to
    return numeral._replace(value=10 * numeral.value, value_to=None if high is None else 10 * high)


def _find_power(page: _Page, start: int) -> Bounded | None:
    """Return the bound that makes a bare power a number: 上百, 近千."""
    for length in range(min(3, start), 0, -1):
        bound = page.grammar.powers_before.get(page.plain[start - length : start])
        if bound:
            return Bounded(bound, start - length, start)
    return None


def _choose(sign: Money | None, name: Money | None) -> Money | None:
    """Return the nearer money: a name is nearer than a sign ($7港元), but "A$5 million dollars" stays Australian."""
    if sign and name:
        return sign if name.code in ("USD", SHARED) else name
    return name or sign


def _refuse_unread(page: _Page, numeral: Numeral) -> Refusal | None:
    """Refuse what looks like a number and is none; versions and sections (1.2.3) are passed over."""
    text = page.plain[numeral.start : numeral.end]
    if "." in text and "," not in text:
        return None
    if page.grammar.spaced and text in page.grammar.scales:  # "US$ million" over a column
        return None
    if (
        not page.grammar.spaced
        and not text[0].isdigit()
        and is_blocked(page.plain, numeral.start, numeral.end, page.grammar)
    ):
        return None
    return _refuse(page, numeral.start, numeral.end, "a number that cannot be read")


def _refuse(page: _Page, start: int, end: int, reason: Reason) -> Refusal:
    return Refusal(start, end, page.plain[start:end], (), reason)
