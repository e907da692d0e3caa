"""What one clause of a sentence takes from another: where a team goes, to whom more is given, who joins a meeting."""

from collections.abc import Collection, Sequence

from geo.clauses.frames.chinese.clauses import Clause
from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.predicates import CARRYING
from geo.clauses.frames.records import Phrase

_MEETINGS = ("meet", "convene", "attend")
_TAKERS = ("indirect", "goal", "benefit")
_GIVING = ("give", "fund", "send", "arrive")
# Whom a calamity strikes is who is helped then: "黎巴嫩发生爆炸后，…派出医疗队".
_STRIKING = ("发生", "暴发", "爆发", "遭受")
_MOVING = ("leave", "arrive")
_HELD = frozenset({"meeting", "summit", "video_conference"})


def join_clauses(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with what each leaves out filled from the one before."""
    joined: list[Clause] = []
    for clause in clauses:
        before = joined[-1] if joined else None
        if before and _goes_on_to(before, clause):
            joined[-1] = _replace(
                before, (*before.read.drafts[:-1], _go_on(before.read.drafts[-1], clause.read.drafts[0]))
            )
            clause = _replace(clause, clause.read.drafts[1:])
        clause = _join_meeting(joined, clause)
        clause = _take_builder(joined, clause)
        told = tuple(draft for one in joined for draft in one.read.drafts)
        named = [code for one in (*joined, clause) for code in _list_named(one)]
        filled = (_fill(_resolve_it(draft, named), told, clause) for draft in clause.read.drafts)
        joined.append(_replace(clause, tuple(filled)))
    return joined


def _list_named(clause: Clause) -> list[tuple[int, str]]:
    units = [
        token.unit for token in clause.tokens if token.unit and token.unit.kind in ("country", "organisation", "person")
    ]
    return [(unit.end, code) for unit in units for code in unit.codes]


def _replace(clause: Clause, drafts: Sequence[Draft]) -> Clause:
    return clause._replace(read=clause.read._replace(drafts=tuple(drafts)))


def _goes_on_to(before: Clause, clause: Clause) -> bool:
    """Tell "派遣医疗队，|前往秘鲁": the second clause only says where to."""
    drafts, following = before.read.drafts, clause.read.drafts
    if not drafts or not following or clause.read.led:
        return False
    sent = drafts[-1].act == "send" and not any(drafts[-1].list(slot) for slot in _TAKERS)
    return sent and following[0].act in _MOVING


def _go_on(sent: Draft, going: Draft) -> Draft:
    return sent.add("goal", going.list("goal"))


def _shares(draft: Draft, told: Sequence[Draft], clause: Clause) -> bool:
    """Tell a gift that goes to those named before: the clause has no subject of its own, says 也, or tells what a team brought."""
    struck = any(one.entry.word in _STRIKING for one in told[-1:])
    return struck or not clause.read.led or clause.read.likewise or draft.entry.word in CARRYING


def _resolve_it(draft: Draft, named: Sequence[tuple[int, str]]) -> Draft:
    """Return a predicate with 其, 该国 and 当地 as the one whom the sentence has named beside who acts."""
    acting = {
        base for phrase in draft.list("subject") for code in phrase.parties for base in (code, code.partition(":")[0])
    }
    slots = tuple((slot, _mean(phrase, named, () if slot == "subject" else acting)) for slot, phrase in draft.slots)
    return draft._replace(slots=slots)


def _mean(phrase: Phrase, named: Sequence[tuple[int, str]], acting: Collection[str]) -> Phrase:
    """Return a phrase as the only one named before it who does not act."""
    left = {code for end, code in named if end <= phrase.start and code not in acting}
    means = phrase.pronoun == "it" and not phrase.parties and len(left) == 1
    return phrase._replace(parties=tuple(left)) if means else phrase


def _fill(draft: Draft, told: Sequence[Draft], clause: Clause) -> Draft:
    """Return a gift without a taker with that of the act before it; a visitor who only joins, with the meeting."""
    if draft.act in _GIVING and not _has_taker(draft) and draft.thanked:
        return draft.add("benefit", draft.thanked)
    if draft.act == "give" and draft.entry.word == "伸出" and not _has_taker(draft):
        return draft.add("benefit", _find_topics(told))
    if draft.act in _GIVING and not _has_taker(draft) and _shares(draft, told, clause):
        return draft.add("goal", _find_takers(told))
    if draft.act == "sign" and not draft.list("object") and any(one.act == "sign" for one in told):
        return draft._replace(act="")
    draft = _sign_together(_resolve_both(draft, told), told)
    if draft.act in _MEETINGS and not draft.list("place"):
        return draft.add("place", _find_place(told))
    return draft


def _joins(draft: Draft) -> bool:
    """Tell taking part in, or chairing, a meeting that is not named: it is the one before."""
    bare = all(one.sort in _HELD and not one.owners for one in draft.list("object"))
    return bare and (draft.act == "attend" or draft.entry.word == "主持")


def _resolve_both(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return an act of 双方 as one of those who have just met."""
    if not draft.act or not any(phrase.pronoun == "both" and not phrase.parties for phrase in draft.list("subject")):
        return draft
    met = next(
        (sides for one in reversed(told) if one.act in ("meet", "call", "visit") and (sides := _list_met(one))), ()
    )
    return draft.lead(met) if met else draft


def _sign_together(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return a signing of one side with those whom it has just met: "举行会谈，会谈后签署合作文件"."""
    sides = {code for slot in ("subject", "partner") for one in draft.list(slot) for code in one.parties}
    owned = any(len(one.owners) > 1 for one in draft.list("object"))
    if draft.act != "sign" or len(sides) != 1 or owned:
        return draft
    met = next((found for one in reversed(told) if one.act in ("meet", "call") and (found := _list_met(one))), ())
    around = {code for one in met for code in one.parties}
    return draft.add("partner", met) if sides <= around else draft


def _list_met(draft: Draft) -> tuple[Phrase, ...]:
    sides = tuple(phrase for slot in ("subject", "partner", "object") for phrase in draft.list(slot) if phrase.parties)
    return sides if len({code for phrase in sides for code in phrase.parties}) > 1 else ()


def fill_inner(draft: Draft, told: Sequence[Draft]) -> Draft:
    """Return what a relative clause tells with what the clauses before say: "随机运抵的还有…物资"."""
    if draft.act != "arrive" or _has_taker(draft):
        return draft
    draft = draft.add("goal", _find_takers(told))
    came = next(
        (
            one.owners
            for before in reversed(told)
            if before.act in ("arrive", "leave", "send")
            for one in before.list("subject")
        ),
        (),
    )
    things = tuple(one if one.owners else one._replace(owners=came) for one in draft.list("subject"))
    return draft.lead(things)


def _has_taker(draft: Draft) -> bool:
    hanging = any(one.goals or one.places for slot in ("object", "subject") for one in draft.list(slot) if one.sort)
    return hanging or any(draft.list(slot) for slot in _TAKERS)


def _find_takers(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    for draft in reversed(told):
        if draft.act in ("give", "send") and not any(draft.list(slot) for slot in _TAKERS) and draft.list("inviter"):
            return draft.list("inviter")
        takers = tuple(phrase for slot in _TAKERS for phrase in draft.list(slot) if phrase.parties or phrase.counted)
        if draft.act in (*_GIVING, "leave") and takers:
            return takers
        if draft.entry.word in _STRIKING:
            return tuple(one._replace(parties=one.parties or one.owners) for one in draft.list("subject"))
    return ()


def _find_topics(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    """Return of whose trouble the sentence has spoken: "针对非洲国家疫情…，及时伸出援助之手"."""
    topics = (one for draft in told for one in draft.list("topic"))
    return tuple(one._replace(parties=one.parties or one.owners) for one in topics if one.parties or one.owners)[:1]


def _join_meeting(clauses: list[Clause], clause: Clause) -> Clause:
    """Add to a meeting those who take part in it by a clause behind it, and return that clause without their act."""
    left: list[Draft] = []
    for draft in clause.read.drafts:
        at = next((place for place in range(len(clauses) - 1, -1, -1) if _find_meeting(clauses[place])), None)
        if at is None or not _joins(draft):
            left.append(draft)
            continue
        held = _find_meeting(clauses[at])
        online = [one for one in left if one.entry.sort == "video_conference"]
        longer = [_add_guests(one, draft, online) if one is held else one for one in clauses[at].read.drafts]
        clauses[at] = _replace(clauses[at], longer)
        left = [one for one in left if one.entry.sort != "video_conference"]
    return _replace(clause, left)


def _take_builder(clauses: Sequence[Clause], clause: Clause) -> Clause:
    """Return what is finished with who built it by the clause before: "由企业援建，|医院竣工"."""
    before = clauses[-1].read.drafts if clauses else ()
    builder = next((one.list("subject") for one in before if one.act == "build" and not one.list("object")), ())
    if not builder:
        return clause
    drafts = (
        one.lead(builder) if one.act == "build" and not one.list("subject") else one for one in clause.read.drafts
    )
    return _replace(clause, tuple(drafts))


def _find_meeting(clause: Clause) -> Draft | None:
    for draft in clause.read.drafts:
        held = any(phrase.sort in _HELD for phrase in draft.list("object"))
        if draft.act == "meet" or (draft.act in _MEETINGS and held):
            return draft
    return None


def _add_guests(meeting: Draft, joining: Draft, online: Sequence[Draft]) -> Draft:
    means = [Phrase(one.start, one.end, one.entry.word, one.entry.sort) for one in online]
    return meeting.add("partner", joining.list("subject")).add("means", (*joining.list("means"), *means))


def _find_place(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    """Return where the last act before took place, if it was a meeting too."""
    last = told[-1] if told else None
    return last.list("place") if last and last.act in _MEETINGS else ()
