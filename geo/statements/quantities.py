"""The numbers a text states: how many countries, organisations, people, teams, tonnes or how much money.

The grammar of each language finds number and noun; then every count is given its scope, its theme, the side that is
not counted, and whether it is planned, announced or done. `rule` is one of

    count       number, measure word or adjectives, noun: "28个亚洲国家", "28 Asian countries"
    group       a numeral on 国: "亚洲28国", "中东欧十七国"
    noun first  "培训200多场"
    hyphen      "the 27-nation bloc"
    elided      "28 in Asia", "亚洲28个" beside a count of countries in full
    share       "200,000 to Uganda" behind the amount that is shared out
    rest        "其余15国", "the other 12 countries": what is left of a stated whole
    money       an amount of a currency
"""

from collections.abc import Callable, Sequence

from geo.base.records import Mention, Quantity, Refusal
from geo.clauses.appositions import find_apposed
from geo.clauses.chinese_counts import read_chinese
from geo.clauses.counts import Count, CountsRead
from geo.clauses.elided_counts import find_elided
from geo.clauses.english_counts import read_english
from geo.clauses.scopes import find_scope, is_rest
from geo.clauses.sides import find_sides
from geo.documents.language_detection import detect_language
from geo.names.mentions import read_mentions
from geo.names.patterns import PLACE_RULES
from geo.statements.agreement import agree_on_sides, settle_shares
from geo.statements.likewise import carry_over
from geo.statements.shares import find_shares
from geo.statements.themes import find_theme
from geo.text.number_signs import make_plain

_GRAMMARS: dict[str, Callable[[str, Sequence[Mention]], CountsRead]] = {"zh": read_chinese, "en": read_english}

# "一个国家", "one country": an article more than a number, unless the text says whose, or which.
_ARTICLES = ("一", "one")


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Return the numbers that a text states, in order; offsets count in the text.

    Without a language it is detected; in a language whose numbers we cannot read nothing is found.

    >>> [(q.value, q.bound, q.unit, q.scope) for q in find_quantities("28个亚洲国家和近10个国际组织", "zh")]
    [(28.0, 'exact', 'countries', '142'), (10.0, 'nearly', 'organisations', None)]
    """
    language = language or detect_language(text)
    mentions = [mention for mention in read_mentions(text, language)[0] if mention.rule not in PLACE_RULES]
    return read_quantities(text, language, mentions)[0]


def read_quantities(
    text: str, language: str | None, mentions: Sequence[Mention]
) -> tuple[list[Quantity], list[Refusal]]:
    """Return the numbers that a text states and those refused; `mentions` are those of the same text."""
    grammar = _GRAMMARS.get(language or "")
    if grammar is None or language is None:
        return [], []
    ordered = sorted(mentions, key=lambda mention: mention.start)
    reading = grammar(text, ordered)
    plain = make_plain(text)
    counts = _drop_overlaps(reading.counts)
    counts = sorted([*counts, *find_elided(plain, counts, ordered, language)], key=lambda count: count.start)
    counts = _drop_overlaps(find_shares(plain, counts, ordered, language))
    found = [_complete(text, plain, count, ordered, language) for count in counts]
    stated = carry_over(plain, [quantity for quantity in found if quantity is not None], language)
    return agree_on_sides(settle_shares(stated)), reading.refusals


def _drop_overlaps(counts: list[Count]) -> list[Count]:
    """Return the counts in order, of two that overlap the one that begins first."""
    kept: list[Count] = []
    for count in counts:
        if not kept or count.start >= kept[-1].end:
            kept.append(count)
    return kept


def _complete(text: str, plain: str, count: Count, mentions: Sequence[Mention], language: str) -> Quantity | None:
    scope = find_scope(plain, count, mentions)
    if scope is None and count.rule != "money" and _is_article(plain, count, mentions):
        return None
    sides = find_sides(plain, count, mentions, language)
    theme = find_theme(plain, count, language)
    amount = count.amount
    return Quantity(
        count.start, count.end, text[count.start : count.end], amount.value, amount.value_to, amount.bound,
        count.unit, None, scope, theme, sides.giver, count.share or sides.recipient, sides.status, "rest" if is_rest(plain, count) else count.rule,
    )  # fmt: skip


def _is_article(plain: str, count: Count, mentions: Sequence[Mention]) -> bool:
    if plain[count.start : count.amount.end].lower() not in _ARTICLES:
        return False
    return find_apposed(plain, count.end, count.unit, mentions) is None
