"""Verbs in a row: those of going joined to what they serve, light verbs to their nouns."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.chinese.sorts import GIVING, MOVING
from geo.clauses.frames.chinese.turns import lighten
from geo.clauses.frames.records import Phrase

_GOING = (*MOVING, "come")


def join_series(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the predicates of a clause with those in a row joined: 派出医生|赴秘鲁, 来华|访问, 携带物资|抵达."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before and draft.entry.governs != "say":
            draft = _follow(before, draft)
            if _is_received(before, draft):
                joined[-1] = _receive(before, draft)
                continue
            if draft.act in MOVING and not before.list("goal") and _lacks_goal(before):
                joined[-1] = before.add("goal", draft.list("goal"))
                if before.entry.word not in read_words("carrying"):
                    continue
        joined.append(lighten(draft))
    return joined


def _is_received(before: Draft, draft: Draft) -> bool:
    """Tell a gift told without 的 behind a verb of receiving: 收到|日本红十字会|捐款100万美元."""
    givers = before.list("object")
    named = bool(givers) and all(one.parties and not one.sort for one in givers)
    return before.act == "receive" and named and draft.act in GIVING


def _receive(before: Draft, draft: Draft) -> Draft:
    owners = tuple(code for one in before.list("object") for code in one.parties)
    given = draft.list("object") or (Phrase(draft.start, draft.end, draft.entry.word, draft.entry.sort or None),)
    return before.drop("object").add("object", tuple(one._replace(owners=owners) for one in given))


def _lacks_goal(draft: Draft) -> bool:
    """Tell what is sent, carried or sets out without saying where to, which the verb behind it tells."""
    return draft.act in ("send", "leave") or draft.entry.word in read_words("carrying")


def _follow(before: Draft, draft: Draft) -> Draft:
    """Let a visit or talk take the place to which the verb before it goes; what is only carried out is no act: 完成|赴阿任务."""
    if (
        draft.act not in ("visit", "return")
        and before.entry.word in read_words("doing")
        and not before.act
        and not before.list("object")
    ):
        return draft._replace(act="")
    talked_of = before.entry.word in read_words("keeping") and not before.list("object")
    if talked_of and draft.act in ("other", "measure"):
        return draft._replace(act="")  # 讨论|对俄制裁
    going = before.act in MOVING or before.entry.governs == "come"
    if going and not draft.list("goal") and draft.act not in _GOING:
        return draft.add("goal", before.list("goal"))
    return draft
