"""What one clause of a sentence takes from another: where a team goes, to whom more is given, who joins a meeting."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.clauses import Clause, replace_drafts
from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.guests import join_meeting, receive_guests
from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.chinese.references import resolve_both, resolve_it, sign_together
from geo.clauses.frames.chinese.sorts import MEETING, MOVING
from geo.clauses.frames.records import TAKING, Phrase

_AHEAD = ("今后", "未来")
_GIVING = ("give", "fund", "send", "arrive")


def join_clauses(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with what each leaves out filled from the one before."""
    joined: list[Clause] = []
    for clause in clauses:
        before = joined[-1] if joined else None
        if before and _goes_on_to(before, clause):
            joined[-1] = replace_drafts(
                before, (*before.read.drafts[:-1], _go_on(before.read.drafts[-1], clause.read.drafts[0]))
            )
            clause = replace_drafts(clause, clause.read.drafts[1:])
        clause = join_meeting(joined, clause)
        clause = _take_builder(joined, clause)
        told = tuple(draft for one in joined for draft in one.read.drafts)
        named = [code for one in (*joined, clause) for code in _list_named(one)]
        filled = (_fill(resolve_it(draft, named), told, clause) for draft in clause.read.drafts)
        joined.append(replace_drafts(clause, tuple(filled)))
    return receive_guests(joined)


def _list_named(clause: Clause) -> list[tuple[int, str]]:
    units = [
        token.unit for token in clause.tokens if token.unit and token.unit.kind in ("country", "organisation", "person")
    ]
    return [(unit.end, code) for unit in units for code in unit.codes]


def _goes_on_to(before: Clause, clause: Clause) -> bool:
    """Tell "派遣医疗队，|前往秘鲁": the second clause only says where to."""
    drafts, following = before.read.drafts, clause.read.drafts
    if not drafts or not following or clause.read.led:
        return False
    sent = drafts[-1].act in ("send", "give", "fund") and not any(drafts[-1].list(slot) for slot in TAKING)
    if sent and drafts[-1].act != "send":  # 捐款15万新元，|援助菲律宾灾民
        return following[0].act == "help" or following[0].entry.word in read_words("helping")
    return sent and following[0].act in MOVING


def _go_on(sent: Draft, going: Draft) -> Draft:
    return sent.add("goal", going.list("goal") or going.list("object"))


def _shares(draft: Draft, told: Sequence[Draft], clause: Clause) -> bool:
    """Tell a gift that goes to those named before: the clause has no subject of its own, says 也, or tells what a team brought."""
    if any(token.kind == "time" and token.text.startswith(_AHEAD) for token in clause.tokens):
        return False  # 今后三年还将提供…
    struck = any(one.entry.word in read_words("striking") for one in told[-1:])
    return struck or not clause.read.led or clause.read.likewise or draft.entry.word in read_words("carrying")


def _fill(draft: Draft, told: Sequence[Draft], clause: Clause) -> Draft:
    """Return a gift without a taker with that of the act before it; a visitor who only joins, with the meeting."""
    if draft.act in ("meet", "call") and not draft.slots and any(one.act in ("meet", "call") for one in told):
        return draft._replace(act="")  # 举行会谈，|会谈|后
    if draft.act in _GIVING:
        return draft if _has_taker(draft) else _find_taker(draft, told, clause)
    if draft.act == "sign" and not draft.list("object") and any(one.act == "sign" for one in told):
        return draft._replace(act="")
    if draft.act == "visit" and not clause.read.led and not draft.list("goal"):
        return draft.add("goal", _find_way(told))
    draft = sign_together(resolve_both(draft, told), told)
    elsewhere = draft.act not in MEETING or draft.list("place") or clause.read.led
    return draft if elsewhere else draft.add("place", _find_place(told))


def _find_taker(draft: Draft, told: Sequence[Draft], clause: Clause) -> Draft:
    """Return a gift with whoever thanks for it, is in trouble, or took what the clause before tells."""
    if draft.thanked:
        return draft.add("benefit", draft.thanked)
    if draft.entry.word == "伸出":
        return draft.add("benefit", _find_topics(told))
    return draft.add("goal", _find_takers(told)) if _shares(draft, told, clause) else draft


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
    things = (*draft.list("object"), *draft.list("subject"))
    hanging = any(one.goals or one.places for one in things if one.sort)
    return hanging or any(draft.list(slot) for slot in TAKING)


def _find_takers(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    for draft in reversed(told):
        if draft.act in ("give", "send") and not any(draft.list(slot) for slot in TAKING) and draft.list("inviter"):
            return draft.list("inviter")
        takers = tuple(phrase for slot in TAKING for phrase in draft.list(slot) if phrase.parties or phrase.counted)
        if draft.act in (*_GIVING, "leave") and takers:
            return takers
        if draft.entry.word in read_words("calling"):
            return tuple(one._replace(parties=one.parties or one.places) for one in draft.list("object"))
        if draft.entry.word in read_words("striking"):
            return tuple(one._replace(parties=one.parties or one.owners) for one in draft.list("subject"))
    return ()


def _find_way(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    """Return where the one who visits was going by the clause before: "启程前往刚果，开始访问"."""
    last = told[-1] if told else None
    return last.list("goal") if last and last.act in MOVING else ()


def _find_topics(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    """Return of whose trouble the sentence has spoken: "针对非洲国家疫情…，及时伸出援助之手"."""
    topics = (one for draft in told for one in draft.list("topic"))
    return tuple(one._replace(parties=one.parties or one.owners) for one in topics if one.parties or one.owners)[:1]


def _take_builder(clauses: Sequence[Clause], clause: Clause) -> Clause:
    """Return what is finished with who built it by the clause before: "由企业援建，|医院竣工"."""
    before = clauses[-1].read.drafts if clauses else ()
    builder = next((one.list("subject") for one in before if one.act == "build" and not one.list("object")), ())
    if not builder:
        return clause
    drafts = (
        one.lead(builder) if one.act == "build" and not one.list("subject") else one for one in clause.read.drafts
    )
    return replace_drafts(clause, tuple(drafts))


def _find_place(told: Sequence[Draft]) -> tuple[Phrase, ...]:
    """Return where the last act before took place, if it was a meeting too."""
    last = told[-1] if told else None
    return last.list("place") if last and last.act in MEETING else ()
