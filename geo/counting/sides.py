"""The side of a count that is not counted: who gave, who received, and whether it is planned, announced or done.

"79 countries gave to China" counts the givers and names the receiver; "China gave to 80 countries" the other way round.
Where money, teams or goods are counted, both sides may be named. A side named by no code stays unknown.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.counting.clauses import find_clause, find_sentence
from geo.counting.counts import PARTIES, Count, list_mentions_within
from geo.records import Mention, Status


class Sides(NamedTuple):
    """Who gave and who received, as far as they are named and not counted, and how far the act has come."""

    giver: str | None
    recipient: str | None
    status: Status | None


class Words(NamedTuple):
    """How one language writes giving: the verbs, the words before a receiver, and those that tell the status."""

    giving: re.Pattern[str]
    holding: re.Pattern[str]
    to: re.Pattern[str]
    receiving: re.Pattern[str]
    oblique: re.Pattern[str]
    planned: re.Pattern[str]
    announced: re.Pattern[str]
    passive: re.Pattern[str]


_CHINESE = Words(
    giving=re.compile(
        r"提供|援助|捐赠|捐助|捐款|捐献|赠送|赠予|派出|派遣|派驻|选派|交付|运送|送去|送达|资助|援建|支援|分享|施以援手|送出|发放|输送"
    ),
    holding=re.compile(r"举行|举办|召开|出席|参会|与会|开展|组织(?=实施|召开|举)|签署|表示|观看|抵达|培训|通话|参加"),
    to=re.compile(r"(?<![面应针反绝相])(?:向|给(?!予)|对(?![外此于华抗]))|(?<![认成因以作])为(?![了期主何])"),
    receiving=re.compile(r"收到|接受|获得|得到|接收"),
    oblique=re.compile(r"(?:[同与跟向对给为在]|包括)$"),
    planned=re.compile(r"将(?![近军士领其来])|计划|打算|拟(?!定)|准备|筹备|正在制订|正在制定|即将|有望|预计"),
    announced=re.compile(r"宣布|承诺|表示愿|决定"),
    passive=re.compile(r"(?!)"),
)
_ENGLISH = Words(
    giving=re.compile(
        r"\b(?:provid(?:e|es|ed|ing)|donat(?:e|es|ed|ing|ions?)|sen[dt]s?|sending|g[ai]ve[sn]?|giving|deliver(?:s|ed|ing)?|"
        r"offer(?:s|ed|ing)?|suppl(?:y|ies|ied)|ship(?:s|ped)?|dispatch(?:es|ed)?|shar(?:e|es|ed|ing)|aid(?:s|ed)?|"
        r"assist(?:s|ed|ance)?)\b",
        re.IGNORECASE,
    ),
    holding=re.compile(
        r"\b(?:held|hosted|attended|took part|organi[sz]ed|joined|signed|met|convened|trained)\b", re.IGNORECASE
    ),
    to=re.compile(r"\b(?:to|for)\b", re.IGNORECASE),
    receiving=re.compile(r"\breceiv(?:e|es|ed|ing)\b", re.IGNORECASE),
    oblique=re.compile(r"\b(?:to|for|with|in|from|by|of|at|including) (?:the )?$", re.IGNORECASE),
    planned=re.compile(r"\b(?:will|plans?|planned|intends?|is to|are to|preparing|would|expects?)\b", re.IGNORECASE),
    announced=re.compile(r"\b(?:announc\w+|pledg\w+|promis\w+|commit\w+)\b", re.IGNORECASE),
    passive=re.compile(r"\b(?:from|by) (?:the )?$", re.IGNORECASE),
)
_WORDS = {"zh": _CHINESE, "en": _ENGLISH}
_JOINED = re.compile(r"\s*(?:、|,(?: and)?|和|及|以及|\band\b|&)\s*(?:the )?", re.IGNORECASE)
_HELD = ("meetings", "events")  # held together: nobody gives them
_LEAD = 24  # characters that may stand between the beginning of a clause and its subject
_REACH = 12  # characters from 为, to or from to the name it governs


def find_sides(plain: str, count: Count, mentions: Sequence[Mention], language: str) -> Sides:
    """Return the named sides of the act in the count's sentence, each None where it is counted or not named."""
    words = _WORDS[language]
    sentence = find_sentence(plain, count.start, count.end)
    named = [m for m in list_mentions_within(mentions, *sentence) if m.kind in ("country", "organisation")]
    before = [m for m in named if m.end <= count.start]
    after = [m for m in named if m.start >= count.end]
    find = _find_for_party if count.unit in PARTIES else _find_for_thing
    giver, recipient = find(plain, count, before, after, words, (sentence.start, sentence.end))
    return Sides(giver, recipient, _find_status(plain, count, words))


def _find_for_party(
    plain: str, count: Count, before: list[Mention], after: list[Mention], words: Words, sentence: tuple[int, int]
) -> tuple[str | None, str | None]:
    """Return the sides where the countries or organisations counted are one of them."""
    to = _last(words.to, plain, sentence[0], count.start)
    given_before = words.giving.search(plain, sentence[0], count.start)
    given_after = words.giving.search(plain, count.end, sentence[1])
    if to and _governs(plain, to.end(), count.start, words) and (given_before or given_after):
        return _find_subject(plain, [m for m in before if m.end <= to.start()], words), None
    received = _last(words.receiving, plain, sentence[0], count.start)
    if received:
        return None, _find_subject(plain, [m for m in before if m.end <= received.start()], words)
    if words.receiving.search(plain, count.end, sentence[1]):
        return _find_passive(plain, after, words), None
    return None, _find_receiver(plain, count, after, words, sentence[1]) if given_after else None


def _find_for_thing(
    plain: str, count: Count, before: list[Mention], after: list[Mention], words: Words, sentence: tuple[int, int]
) -> tuple[str | None, str | None]:
    """Return the sides where money, people or goods are counted, and both may be named."""
    if count.unit in _HELD or not words.giving.search(plain, *find_clause(plain, count.start, count.end)):
        return None, None
    to = _last(words.to, plain, sentence[0], count.start)
    if to is None:
        return _find_subject(plain, before, words), _find_receiver(plain, count, after, words, sentence[1])
    giver = _find_subject(plain, [m for m in before if m.end <= to.start()], words)
    governed = [m for m in before if to.end() <= m.start <= to.end() + _REACH]
    return giver, governed[0].code if len(governed) == 1 else None


def _last(pattern: re.Pattern[str], plain: str, start: int, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(plain, start, end))
    return found[-1] if found else None


def _governs(plain: str, start: int, end: int, words: Words) -> bool:
    """Tell "to 80 countries" from "to the public, and 80 countries agreed": no verb may stand between."""
    between = plain[start:end]
    return len(between) < 60 and not words.giving.search(between) and not words.holding.search(between)


def _find_subject(plain: str, before: list[Mention], words: Words) -> str | None:
    """Return the nearest country named as subject, or where there is none the nearest organisation."""
    subjects = [m for m in before if _is_subject(plain, m, words)]
    countries = [m.code for m in subjects if m.kind == "country"]
    named = countries or [m.code for m in subjects]
    return named[-1] if named and not _are_several(plain, before, named[-1]) else None


def _are_several(plain: str, before: list[Mention], code: str) -> bool:
    """Tell "Britain and the Netherlands gave": two sides act, and neither alone is the giver."""
    joined = (
        {one.code, other.code} for one, other in pairwise(before) if _JOINED.fullmatch(plain, one.end, other.start)
    )
    return any(code in codes and len(codes) > 1 for codes in joined)


def _is_subject(plain: str, mention: Mention, words: Words) -> bool:
    """Tell the subject from "answering a call by the WHO": it opens its clause and no preposition stands before it."""
    lead = mention.start - find_clause(plain, mention.start, mention.end).start
    opens = lead <= (_LEAD if mention.kind == "country" else 1)
    return opens and not words.oblique.search(plain, max(0, mention.start - 14), mention.start)


def _find_receiver(plain: str, count: Count, after: list[Mention], words: Words, end: int) -> str | None:
    """Return the country or organisation that stands right after 为, 向 or "to" behind the count."""
    to = words.to.search(plain, count.end, end)
    if to is None:
        return None
    return next((m.code for m in after if to.end() <= m.start <= to.end() + _REACH), None)


def _find_passive(plain: str, after: list[Mention], words: Words) -> str | None:
    """Return the giver of "89 countries received aid from China"."""
    return next((m.code for m in after if words.passive.search(plain, max(0, m.start - 10), m.start)), None)


def _find_status(plain: str, count: Count, words: Words) -> Status | None:
    clause = find_clause(plain, count.start, count.end)
    if words.announced.search(plain, clause.start, count.start):
        return "announced"
    if words.planned.search(plain, clause.start, count.start):
        return "planned"
    done = words.giving.search(plain, *clause) or words.holding.search(plain, *clause)
    return "done" if done or words.receiving.search(plain, *clause) else None
