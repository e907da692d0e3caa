"""Meetings and agreements that a clause only names, with those whom their name tells: 中非合作论坛北京峰会, 中美贸易协议."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.items import Item
from geo.clauses.frames.chinese.lexicon import Entry, read_lexicon, read_words
from geo.clauses.frames.chinese.members import read_member
from geo.clauses.frames.chinese.tokens import Token, split_at
from geo.clauses.frames.records import Phrase

_ACTS = {"summit": "convene", "meeting": "convene", "video_conference": "convene", "agreement": "sign"}
_ONE_COUNTRY = frozenset({"CHN", "HKG", "MAC"})
_GIFTS = ("goods", "money")
_INSIDE = ("unit", "noun", "text", "list", "pronoun")


def find_named(
    tokens: Sequence[Token],
    taken: Sequence[tuple[int, int]],
    kept: Sequence[tuple[int, int]] = (),
    earlier: Sequence[Sequence[Token]] = (),
) -> Iterator[Draft]:
    """Yield what is named outside the spans that predicates have taken already; no agreements in those `kept`.

    `earlier` are the tokens of the clauses before.
    """
    for place, token in enumerate(tokens):
        entry = token.entry
        if not entry or entry.sort not in _ACTS or _is_within(token, taken):
            continue
        if entry.word in read_words("standing") or (entry.sort == "agreement" and _is_within(token, kept)):
            continue
        if token.inside:
            yield from _read_title(token, entry)
            continue
        run = _walk_back(tokens, place)
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if following and following.entry and following.entry.sort in _ACTS:
            continue
        yield from _read(run, entry, (*earlier, tokens[: place + 1 - len(run)]), following)


def _is_within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start < end for start, end in spans)


def list_kept(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return the spans of agreements that are kept, broken or talked about, but not made: "履行中美协议"."""
    return [
        (phrase.start, phrase.end)
        for draft in drafts if draft.entry.word in read_words("keeping")
        for slot, phrase in draft.slots if slot in ("object", "topic")
    ]  # fmt: skip


def find_amid(tokens: Sequence[Token], told: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the talk of which a sentence only says that something was said at it, unless it tells of one itself: 会谈中."""
    if any(draft.act in ("meet", "call", "visit") for draft in told):
        return
    for token in tokens:
        if token.text in read_words("this_visit"):
            yield Draft(token.start, token.end, read_lexicon()[token.text], "visit")
        if token.text in read_words("amid"):
            entry = read_lexicon()[token.text[:2]]
            yield Draft(token.start, token.start + 2, entry, entry.act)


def _read_title(token: Token, entry: Entry) -> Iterator[Draft]:
    """Yield an agreement whose title names its sides: 《中俄睦邻友好合作条约》."""
    owners = tuple(dict.fromkeys(unit.side or code for unit in token.inside for code in unit.codes))
    if entry.sort == "agreement" and len(owners) > 1 and not set(owners) <= _ONE_COUNTRY:
        phrase = Phrase(token.start, token.end, entry.word, entry.sort, (), owners)
        yield Draft(token.start, token.end, entry, "sign", (("object", phrase),), led=True)


def _walk_back(tokens: Sequence[Token], place: int) -> list[Token]:
    """Return the tokens of the name that ends in a place: 与 between two names joins them."""
    start = place
    while start > 0:
        before = tokens[start - 1]
        joins = (
            before.kind == "coverb" and before.text in ("同", "与") and start > 1 and tokens[start - 2].unit is not None
        )
        ends = before.entry is not None and before.entry.sort in _ACTS and start < place
        owns = before.kind == "de" and start > 1 and tokens[start - 2].unit is not None
        against = before.kind == "verb" and before.text in read_words("against") and start < place
        if (before.kind not in _INSIDE and not (joins or owns or against)) or (ends and tokens[start].kind == "list"):
            break
        start -= 1
    return list(tokens[start : place + 1])


def _read(
    run: Sequence[Token], entry: Entry, before: Sequence[Sequence[Token]], following: Token | None
) -> Iterator[Draft]:
    member = read_member([token for token in run if token.kind not in ("list", "coverb", "de")])
    last = read_member(split_at(run, frozenset({"list"}))[-1])
    # Of several bodies in a list the last one's forum is its own: 联合国、亚太经合组织及东盟地区论坛.
    owners = last.owners if any(code.startswith("org:") for code in last.owners) else member.owners
    alone = (
        member.sort == "summit"
        and bool(owners)
        and owners[0].startswith("org:")
        and _took_place(run, before[-1], following)
    )
    if (len(owners) < 2 and not alone) or not member.sort or set(owners) <= _ONE_COUNTRY:
        return
    phrase = Phrase(run[0].start, run[-1].end, member.head, member.sort, (), owners, (), member.places, member.counted)
    draft = Draft(run[0].start, run[-1].end, entry, _ACTS[entry.sort], (("object", phrase),), led=True)
    yield draft.add("subject", _find_attendant(before))


def _took_place(run: Sequence[Token], before: Sequence[Token], following: Token | None) -> bool:
    """Tell a certain summit of an organisation, by its number or what is said to happen at it, from any of its summits."""
    numbered = any("第" in token.text for token in run)
    held = len(before) > 1 and before[-1].kind == "de" and before[-2].text in read_words("holding")
    return numbered or held or (following is not None and following.text.startswith(tuple(read_words("at_meetings"))))


def _find_attendant(before: Sequence[Sequence[Token]]) -> tuple[Phrase, ...]:
    """Return who spoke at the meeting that follows, given the clauses before it and the beginning of its own.

    Other meetings may be named between: 总理|在东盟峰会、东亚峰会上.
    """
    place = len(before[-1]) - 1
    while place > 0 and before[-1][place].text != "在" and before[-1][place].kind in _INSIDE:
        place -= 1
    return _find_who_was_at(before, place)


def _find_who_was_at(before: Sequence[Sequence[Token]], place: int) -> tuple[Phrase, ...]:
    """Return the person before 在; of a clause that opens with it, the one of the speech told before: 在…的讲话，|在."""
    *earlier, tokens = before
    if place < 0 or tokens[place].text != "在":
        return ()
    if place:
        member = read_member(_walk_back(tokens, place - 1))
        return (
            (Phrase(tokens[0].start, tokens[place].start, member.head, None, member.parties),) if member.actor else ()
        )
    if not earlier or not earlier[-1] or not earlier[-1][-1].text.endswith(tuple(read_words("speeches"))):
        return ()
    return _find_who_was_at(earlier, next((n for n, token in enumerate(earlier[-1]) if token.text == "在"), -1))


def find_gifts(items: Sequence[Item], taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the gifts that a noun tells with giver and taker, outside the spans taken: 日本对斐济的口罩捐赠."""
    for item in items:
        head = item.tokens[-1].entry
        given = [phrase for phrase in item.phrases if phrase.owners and phrase.goals and phrase.sort in _GIFTS]
        if item.kind == "noun" and head and head.noun in ("give", "fund") and given and not _is_taken(item, taken):
            yield Draft(item.start, item.end, head, "give", tuple(("object", phrase) for phrase in given), led=True)


def find_teams(items: Sequence[Item], taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the teams whose name says who sent them where, outside the spans taken: 中国第八批|赴|马里维和部队.

    Of 中国在马里的维和部队 it is told that it is there.
    """
    for item in items:
        sent = tuple(phrase for phrase in item.phrases if phrase.sort == "team" and phrase.owners and phrase.goals)
        verb = next((token.entry for token in item.tokens if token.entry and token.kind == "verb"), None)
        if item.kind != "noun" or not sent or _is_taken(item, taken):
            continue
        if verb:
            yield Draft(item.start, item.end, verb, "send", led=True).add("object", sent)
        elif not item.inner and not any(token.unit for token in item.tokens):
            yield Draft(item.start, item.end, read_lexicon()["抵达"], "arrive", led=True).add("subject", sent)


def find_visits(items: Sequence[Item], taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """Yield the visits of which a clause says that they ended or went well: 总统对意大利的访问|圆满结束."""
    for item, following in pairwise([one for one in items if one.kind != "adverb"]):
        made = [phrase for phrase in item.phrases if phrase.sort == "visit" and phrase.owners and phrase.goals]
        ends = following.entry is not None and following.entry.word in read_words("ending")
        if item.kind == "noun" and made and ends and not _is_taken(item, taken):
            visit = Draft(item.start, item.end, read_lexicon()["访问"], "visit", led=True)
            visitor, host = (
                made[0]._replace(sort=None, parties=made[0].owners),
                made[0]._replace(sort=None, parties=made[0].goals),
            )
            yield visit.add("subject", (visitor,)).add("goal", (host,))


def _is_taken(item: Item, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= item.start < end for start, end in taken)
