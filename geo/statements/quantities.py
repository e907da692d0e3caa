"""The numbers a text states, each with its noun, place, theme, sides and status.

Numbers come from `geo.numbers`, their nouns from `geo.nouns`, their places from `geo.attachment`; then each is given its
theme, the side that is not counted, and whether it is planned, announced, done or denied. `rule` is one of

    count       a number with its noun: "28个亚洲国家", "28 Asian countries", "亚洲学生600人"
    elided      a number that leaves its noun out: "16 European", "亚洲28个", "Chad (20)"
    rest        "其余15国", "the other 12 countries": what is left of a stated whole
    money       an amount of a currency
    percent     a share in per cent
    joint       a number said of several places together, that are no region: it belongs to none of them alone
"""

from collections.abc import Iterator, Sequence

from geo.attachment.attached_numbers import Attachment
from geo.attachment.attachments import attach
from geo.attachment.phrases import list_phrases
from geo.base.records import Mention, Quantity, Refusal
from geo.clauses.counts import PARTIES, Count, find_fault, list_mentions_within, refuse
from geo.clauses.scopes import choose_widest, find_scope, is_rest
from geo.clauses.sides import Sides, find_sides
from geo.clauses.verbs import has_acts
from geo.documents.language_detection import detect_language
from geo.documents.language_parts import part_text
from geo.languages.packs import has_pack
from geo.modality.polarity import find_status
from geo.names.mentions import find_base, read_mentions
from geo.names.patterns import PLACE_RULES
from geo.numbers.amounts import find_amounts
from geo.numbers.shared_scales import share_scales
from geo.reference.areas import read_areas
from geo.statements.agreement import agree_on_sides
from geo.statements.articles import counts_nothing_new, is_article
from geo.statements.likewise import carry_over
from geo.statements.shares import share_out
from geo.statements.themes import find_theme
from geo.text import make_plain_text, place_back
from geo.text.breaks import join_wrapped_phrases

_BESIDE = 2  # numbers to either side among which another of the same row is looked for
_STATE = "state"  # the unit of a bare "states", which the nouns leave open


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Return the numbers that a text states, in order; offsets count in the text.

    Without a language it is detected; in a language whose numbers we cannot read nothing is found.

    >>> [(q.value, q.bound, q.unit, q.scope) for q in find_quantities("28个亚洲国家和近10个国际组织", "zh")]
    [(28.0, 'exact', 'countries', '142'), (10.0, 'nearly', 'organisations', None)]
    """
    if language:
        return _find_in(text, find_base(language))
    parts = part_text(text, detect_language(text))
    found = [_find_in(part, one) for one, part in parts.items()]
    return found[0] if len(found) == 1 else sorted((q for quantities in found for q in quantities), key=_find_start)


def _find_in(text: str, language: str | None) -> list[Quantity]:
    plain = make_plain_text(text, language)
    plain = plain._replace(text=join_wrapped_phrases(plain.text))
    named = read_mentions(plain.text, language, plain.traditional)[0]
    mentions = [mention for mention in named if mention.rule not in PLACE_RULES]
    return place_back(read_quantities(plain.text, language, mentions)[0], plain, text)


def _find_start(quantity: Quantity) -> int:
    return quantity.start


def reads_figures(language: str) -> bool:
    """Tell whether the numbers of a language are read: it has words for them."""
    return has_pack(language, "numbers")


def read_quantities(
    text: str, language: str | None, mentions: Sequence[Mention]
) -> tuple[list[Quantity], list[Refusal]]:
    """Return the numbers that a plain text states and those refused; `mentions` are those of the same text."""
    if language is None or not reads_figures(language):
        return [], []
    ordered = sorted(mentions, key=lambda mention: mention.start)
    amounts, refused = find_amounts(text, language)
    phrases = list_phrases(text, share_scales(text, amounts, language), ordered, language)
    found: list[Quantity] = []
    refusals = list(refused)
    for attached in _drop_speakers(attach(text, phrases, ordered, language), ordered):
        count = _make_count(attached)
        fault = find_fault(count.amount.value, count.amount.value_to, count.unit)
        if fault:
            refusals.append(refuse(text, count.start, count.end, fault))
        else:
            found.extend(_complete(text, count, attached, ordered, language))
    if not has_acts(language):
        return found, sorted(refusals)
    return agree_on_sides(carry_over(text, share_out(text, found), language)), sorted(refusals)


def _drop_speakers(found: Sequence[Attachment], mentions: Sequence[Mention]) -> list[Attachment]:
    """Return the attachments without the organisations that only speak: "WHO: 196 countries report cases".

    Beside another organisation with its own number it is the place after all: "EU: 14 countries; AU: 9 countries".
    """
    return [
        one._replace(codes=None) if _only_speaks(place, found, mentions) else one for place, one in enumerate(found)
    ]


def _only_speaks(place: int, found: Sequence[Attachment], mentions: Sequence[Mention]) -> bool:
    one = found[place]
    if one.unit not in PARTIES or not _names_speaker(one, mentions):
        return False
    near = found[max(0, place - _BESIDE) : place + _BESIDE + 1]
    return len({other.codes for other in near if other.unit == one.unit and _names_speaker(other, mentions)}) < 2


def _names_speaker(one: Attachment, mentions: Sequence[Mention]) -> bool:
    """Tell whether the only place of a number is an organisation that is not named between it and its noun."""
    codes = one.codes or ()
    if len(codes) != 1 or not codes[0].startswith("org:"):
        return False
    within = list_mentions_within(mentions, one.phrase.amount.end, one.phrase.end)
    return not any(codes[0] == named.code for named in within)


def _make_count(attached: Attachment) -> Count:
    phrase, unit = attached.phrase, _find_unit(attached)
    rule = "money" if unit.isupper() else "percent" if unit == "percent" else "count"
    return Count(phrase.start, phrase.end, phrase.amount, unit, phrase.words, "elided" if attached.borrowed else rule)


def _find_unit(attached: Attachment) -> str:
    """Return what is counted: the states of a region are countries, those of a country parts of it."""
    codes = attached.codes or ()
    within_country = not codes or any(code in read_areas() for code in codes)
    return attached.unit if attached.unit != _STATE or within_country else "countries"


def _complete(
    text: str, count: Count, attached: Attachment, mentions: Sequence[Mention], language: str
) -> Iterator[Quantity]:
    """Yield the quantity of a count, or one for each of the places that it is said of."""
    rest = attached.codes == () or (count.unit in PARTIES and is_rest(text, count))
    codes: Sequence[str | None] = (
        attached.codes if attached.each and attached.codes else (_find_place(text, count, attached, mentions),)
    )
    if count.rule == "count" and not attached.each and _is_no_count(text, count, codes, mentions, language):
        return
    joint = not rest and codes == (None,) and len(attached.codes or ()) > 1
    rule = "rest" if rest else "joint" if joint else count.rule
    acts = has_acts(language)
    status = find_status(text, count.start, count.end, language)
    sides = find_sides(text, count, mentions, language) if acts else Sides(None, None, status)
    theme, amount = find_theme(text, count, language) if acts else None, count.amount
    for code in codes:
        yield Quantity(
            count.start, count.end, text[count.start : count.end], amount.value, amount.value_to, amount.bound,
            count.unit, attached.noun, None if rest else code, theme, sides.giver, sides.recipient,
            "denied" if status == "denied" else sides.status, rule,
        )  # fmt: skip


def _is_no_count(
    text: str, count: Count, codes: Sequence[str | None], mentions: Sequence[Mention], language: str
) -> bool:
    placed = any(codes)
    return is_article(text, count, mentions, language) or (
        not placed and counts_nothing_new(text, count, mentions, language)
    )


def _find_place(text: str, count: Count, attached: Attachment, mentions: Sequence[Mention]) -> str | None:
    """Return the code of the place whose members, people, money or things are counted, "world", or None."""
    codes = attached.codes or ()
    scope = None if codes and attached.borrowed else find_scope(text, count, mentions)
    if scope or not codes:
        return scope
    code = codes[0] if len(codes) == 1 else choose_widest(codes)
    return None if count.unit in PARTIES and code in read_areas() else code
