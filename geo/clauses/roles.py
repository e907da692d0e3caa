"""Who is named in the sentence of a count, and as what: the subject, the agent of a passive, the receiver."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.base.records import Mention
from geo.clauses.actors import find_phrase, name_side, name_subject
from geo.clauses.clause_ends import Span, find_clause, find_sentence
from geo.clauses.counts import Count, list_mentions_within
from geo.clauses.verbs import WORDS, Words

_JOINED = re.compile(r"\s*(?:、|,(?: and)?|和|及|以及|\band\b|&)\s*(?:the )?", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:also |already )?$", re.IGNORECASE)
_OF_WHICH = re.compile(r"的(?:国家|地区|组织)")
_SUBORDINATE = re.compile(r"\b(?:that|said|says|but|while|because|after|as|when|which) (?:the )?$", re.IGNORECASE)
_LEAD_IN = re.compile(r"[:：][ \t]*\n")
_ITEM = re.compile(r"(?:[-–—•*◆·]\s?|\(?\d{1,2}[.)、] ?)?")
_DITRANSITIVE = re.compile(r" (?:the )?~ (?:with )?(?:[a-z]+ ){0,3}", re.IGNORECASE)
_LINES_BELOW = 400  # characters below the line that leads a list
_LEAD = 24  # characters that may stand between the beginning of a clause and its subject
_REACH = 12  # characters from 为, to or from to the name it governs


class CountedSentence(NamedTuple):
    """The sentence of a count: the names before and after it, and how its language writes giving."""

    plain: str
    counted: Count
    before: list[Mention]
    within: list[Mention]
    after: list[Mention]
    sentence: Span
    language: str

    @property
    def words(self) -> Words:
        """How the language writes giving."""
        return WORDS[self.language]


class Lead(NamedTuple):
    """The line above a list: who acts in its items, and the clause that leads up to them."""

    subject: str
    clause: Span


def find_act(plain: str, counted: Count, mentions: Sequence[Mention], language: str) -> CountedSentence:
    """Return the sentence of a count with who is named in it."""
    sentence = find_sentence(plain, counted.start, counted.end)
    named = [m for m in list_mentions_within(mentions, *sentence) if m.kind in ("country", "organisation")]
    before = [m for m in named if m.end <= counted.start]
    after = [m for m in named if m.start >= counted.end]
    within = list_mentions_within(named, counted.start, counted.end)
    return CountedSentence(plain, counted, before, within, after, sentence, language)


def find_giver(act: CountedSentence, end: int) -> str | None:
    """Return the subject before a place, the agent of a passive, or who acts without a country ("foundations")."""
    given = find_last(act.words.giving, act.plain, act.sentence.start, act.counted.start)
    passive = given and _PASSIVE.search(act.plain, max(act.sentence.start, given.start() - 20), given.start())
    before = [m for m in act.before if m.end <= end]
    clause = find_clause(act.plain, end, end)
    acting = name_subject(act.plain, clause.start, end, act.language)
    named = find_subject(act, end)
    if acting and named and before[-1].end <= clause.start:  # "中国政府向19国捐赠，企业向20国捐赠"
        return named.partition(":")[0] + acting
    named = named or find_agent(act, before + (act.after if passive else []))
    return named if named or before else acting


def find_subject(act: CountedSentence, end: int) -> str | None:
    """Return the nearest country named as subject before a place, or where there is none the nearest organisation."""
    before = [m for m in act.before if m.end <= end]
    subjects = [m for m in before if _is_subject(act, m)]
    named = [m for m in subjects if m.kind == "country"] or subjects
    if not named or _are_several(act.plain, before, named[-1].code):
        return None
    return name_side(act.plain, named[-1], act.language)


def _are_several(plain: str, before: list[Mention], code: str) -> bool:
    """Tell "Britain and the Netherlands gave": two sides act, and neither alone is the giver."""
    joined = (
        {one.code, other.code} for one, other in pairwise(before) if _JOINED.fullmatch(plain, one.end, other.start)
    )
    return any(code in codes and len(codes) > 1 for codes in joined)


def _is_subject(act: CountedSentence, mention: Mention) -> bool:
    """Tell the subject from "answering a call by the WHO": it opens its clause and no preposition stands before it."""
    start = find_phrase(act.plain, mention, act.language)
    clause = find_clause(act.plain, start, mention.end).start
    lead = start - clause
    if act.language == "en" and act.words.giving.search(act.plain, clause, start):
        return False  # "Japan gave Pakistan 30 trucks"
    opens = lead <= (_LEAD if mention.kind == "country" else 1) or bool(
        _SUBORDINATE.search(act.plain, max(0, start - 14), start)
    )
    return opens and not act.words.oblique.search(act.plain, max(0, start - 14), start)


def find_agent(act: CountedSentence, named: Sequence[Mention]) -> str | None:
    """Return the giver of "89 countries received aid from China", "masks donated by China"."""
    agents = (m for m in named if act.words.passive.search(act.plain, max(0, m.start - 10), m.start))
    return next((name_side(act.plain, m, act.language) for m in agents), None)


def find_lead(act: CountedSentence, mentions: Sequence[Mention]) -> Lead | None:
    """Return what the line above a list says for its lines, which begin with the verb: "China had: / provided aid …"."""
    leads = list(_LEAD_IN.finditer(act.plain, max(0, act.sentence.start - _LINES_BELOW), act.sentence.start))
    if not leads or not _are_items(act, leads[-1].end()):
        return None
    colon = leads[-1].start()
    lead = find_sentence(act.plain, colon, colon)
    named = [m for m in list_mentions_within(mentions, *lead) if m.kind in ("country", "organisation")]
    subject = find_subject(act._replace(before=named, sentence=lead), colon)
    return None if subject is None else Lead(subject, find_clause(act.plain, colon, colon))


def _are_items(act: CountedSentence, start: int) -> bool:
    """Tell whether every line from a place to that of the count goes on from the line above: none has a subject."""
    lines = act.plain[start : act.counted.start].split("\n")
    return all(_goes_on(act.words, line) for line in lines if line.strip())


def _goes_on(words: Words, line: str) -> bool:
    begin = _ITEM.match(line.lstrip())
    rest = line.lstrip()[begin.end() if begin else 0 :]
    return rest[:1].islower() or bool(words.unled.match(rest))


def find_source(act: CountedSentence, start: int) -> str | None:
    """Return the giver in "接受中国援助的国家累计150个": named right behind the verb whose subject is counted."""
    source = next((m for m in act.before if 0 <= m.start - start <= 3), None)
    if source is None or not _OF_WHICH.search(act.plain, source.end, act.counted.start):
        return None
    return name_side(act.plain, source, act.language)


def find_own(act: CountedSentence) -> str | None:
    """Return whose they are that are counted: "34 Chinese teams"."""
    own = {m.code for m in act.within if m.kind == "country"}
    return own.pop() if len(own) == 1 else None


def find_receiver(act: CountedSentence) -> str | None:
    """Return the country or organisation that stands right after 为, 向 or "to" behind the count."""
    to = act.words.to.search(act.plain, act.counted.end, act.sentence.end)
    if to is None:
        return None
    near = (m for m in act.after if to.end() <= m.start <= to.end() + _REACH)
    return next((name_side(act.plain, m, act.language) for m in near), None)


def find_given(act: CountedSentence, start: int) -> str | None:
    """Return the receiver right behind the verb: "offered China supplies"."""
    given = next((m for m in act.after if act.plain[start : m.start] in (" ", " the ")), None)
    return name_side(act.plain, given, act.language) if given else None


def find_provided_to(act: CountedSentence) -> str | None:
    """Return the receiver of "provided the WHO with US$50 million"."""
    for mention in act.before[-1:]:
        given = find_last(act.words.giving, act.plain, act.sentence.start, mention.start)
        if given and _DITRANSITIVE.fullmatch(
            act.plain[given.end() : mention.start] + "~" + act.plain[mention.end : act.counted.start]
        ):
            return name_side(act.plain, mention, act.language)
    return None


def governs(act: CountedSentence, start: int) -> bool:
    """Tell "to 80 countries" from "to the public, and 80 countries agreed": no verb may stand between, names may."""
    between = act.plain[start : act.counted.start]
    names = sum(m.end - m.start for m in act.before if m.start >= start)
    return len(between) - names < 60 and not act.words.giving.search(between) and not act.words.holding.search(between)


def find_last(pattern: re.Pattern[str], plain: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last place where a pattern stands."""
    found = list(pattern.finditer(plain, start, end))
    return found[-1] if found else None
