"""From the predicates of a sentence to its frames: which of them tell an act, and whether it was done."""

from collections.abc import Iterator, Sequence

from geo.base.records import Status
from geo.clauses.frames.chinese.bodies import join_bodies
from geo.clauses.frames.chinese.clauses import Clause, read_clauses
from geo.clauses.frames.chinese.continuations import fill_inner, join_clauses
from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.lexicon import match_joining, read_words
from geo.clauses.frames.chinese.passing import find_amid, find_gifts, find_named, find_teams, find_visits, list_kept
from geo.clauses.frames.chinese.speakers import name_speakers
from geo.clauses.frames.chinese.tellings import (
    complete,
    find_attended,
    find_called_off,
    find_held,
    is_retelling,
    is_told,
    receive_visitor,
    split_each,
    thank,
)
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import MEETINGS, Frame, Phrase, Words
from geo.languages.packs import read_lists
from geo.modality import find_status

_NUMBER = 6  # characters of a number and 周年
_NEAR = 40  # characters
_ACT = "参加"  # stands for a verb that says no itself: who vetoes a plan has acted
# What one travels for: where it is told, the travel is no act beside it.
_WHAT_FOR = ("visit", "attend", "convene")
_WITH_THINGS = ("give", "fund", "send", "receive", "arrive", "leave", "build")


def list_frames(found: Sequence[Token], words: Words) -> Sequence[Frame]:
    """Return the frames of a sentence in order, given its tokens."""
    tokens = join_bodies(name_speakers(found, words))
    joins = match_joining().search(words.text, words.start, words.end)
    if not joins and not any(token.unit or token.kind == "pronoun" for token in tokens):
        return []
    clauses = join_clauses(read_clauses(tokens))
    frames = [frame for place, clause in enumerate(clauses) for frame in _read_clause(words, clauses, place, clause)]
    told = any(frame.act in _WHAT_FOR for frame in frames)
    frames = [frame for frame in frames if not (told and frame.act == "travel")]
    attended = {one.start for frame in frames if frame.act == "attend" for one in frame.list("object")}
    frames = [frame for frame in frames if not _is_attended(frame, attended)]
    return sorted(frames, key=lambda frame: (frame.start, frame.end))


def _is_attended(frame: Frame, attended: set[int]) -> bool:
    """Tell a meeting that a clause only names where another says who attended it: "在…峰会上，总统提出"."""
    return frame.act == "convene" and any(one.start in attended for one in frame.list("object"))


def _read_clause(words: Words, clauses: Sequence[Clause], place: int, clause: Clause) -> Iterator[Frame]:
    reported = any(draft.entry.governs == "say" for one in clauses[: place + 1] for draft in one.read.drafts)
    told = [draft for one in clauses[:place] for draft in one.read.drafts]
    drafts = [*clause.read.drafts, *(fill_inner(draft, told) for draft in _list_inner(clause))]
    taken = [
        (phrase.start, phrase.end)
        for draft in drafts
        if draft.act and is_told(draft)
        for slot, phrase in draft.slots
        if phrase.sort
    ]
    taken += [(draft.start, draft.end) for draft in drafts]
    attended = [one for draft in drafts for find in (find_attended, find_held, find_called_off) for one in find(draft)]
    earlier = [one.tokens for one in clauses[:place]]
    mentioned = (
        *find_named(clause.tokens, taken, list_kept(drafts), earlier),
        *find_gifts(clause.items, taken),
        *find_amid(clause.tokens, told),
    )
    mentioned = (*mentioned, *find_teams(clause.items, taken), *find_visits(clause.items, taken))
    for draft in (*drafts, *attended, *mentioned):
        if (
            draft.act
            and is_told(draft)
            and not is_retelling(draft, (*told, *drafts))
            and not _is_message(words, draft)
            and not _is_echo(draft)
        ):
            yield from (_make_frame(words, clause, one, reported) for one in split_each(complete(draft)))


def _is_message(words: Words, draft: Draft) -> bool:
    """Tell a letter from a call: 致电祝贺."""
    after = words.text[draft.end : min(words.end, draft.end + _NEAR)]
    return draft.entry.word == "致电" and any(word in after for word in _list_told("letters"))


def _is_echo(draft: Draft) -> bool:
    """Tell what is only looked back on: 落实两国元首通电话精神."""
    echoes = read_lists("zh", "things", "heads")["echo"]
    return any(phrase.head in echoes for phrase in draft.list("object"))


def _list_inner(clause: Clause) -> Iterator[Draft]:
    """Yield what relative clauses tell, but for those whose head is given, sent or arrives in the clause itself."""
    moved = {
        (phrase.start, phrase.end)
        for draft in clause.read.drafts if draft.act in _WITH_THINGS
        for slot in ("object", "subject") for phrase in draft.list(slot)
    }  # fmt: skip
    for item in clause.items:
        own = {(phrase.start, phrase.end) for phrase in item.phrases}
        for draft in item.inner:
            if isinstance(draft, Draft) and not (own & moved and draft.act in _WITH_THINGS):
                draft = draft if draft.led else draft.lead(find_subject(clause))
                yield thank(receive_visitor(draft, clause.read.drafts), clause.read.drafts)


def find_subject(clause: Clause) -> tuple[Phrase, ...]:
    """Return who acts in a clause: the subject of its first verb that has one."""
    return next((subject for draft in clause.read.drafts if (subject := draft.list("subject"))), ())


def _make_frame(words: Words, clause: Clause, draft: Draft, reported: bool) -> Frame:
    end = draft.end + (words.text[draft.end : draft.end + 1] == "了")
    status = _find_status(words, draft, end)
    refused = status == "denied" and not draft.wished and _is_refused(words, clause, draft)
    retold = any(word in words.text[words.start : min(words.end, end + 2)] for word in _list_told("retold"))
    return Frame(
        draft.start, end, draft.entry.word, draft.act, status, draft.slots, clause.start, clause.end, draft.led, refused,
        retold, reported,
    )  # fmt: skip


def _is_refused(words: Words, clause: Clause, draft: Draft) -> bool:
    """Tell what the text says was not done from what it only supposes."""
    held = draft.entry.sort in MEETINGS or draft.act in ("call", "visit")  # 谈判推迟举行，访问被取消
    end = clause.end if held else draft.start if _says_no(draft) else draft.end
    before, said = words.text[words.start : draft.start], words.text[clause.start : end]
    before = before.replace("若干", "")  # no 若
    supposed = any(word in before for word in _list_told("conditions"))
    return not supposed and any(word in said for word in _list_told("refused"))


def _says_no(draft: Draft) -> bool:
    """Tell a verb whose own words deny, though who does it acts: 否决."""
    return draft.entry.word in read_words("vetoing")


def _find_status(words: Words, draft: Draft, end: int) -> Status | None:
    if draft.wished:
        return "denied"
    text, place = words.text, end
    if _says_no(draft) or draft.entry.word in read_words("ratifying"):
        text = words.text[words.start : draft.start] + _ACT
        place = len(text)
    status = find_status(text, place, place, "zh") or "done"
    if status in ("planned", "announced") and "周年" in words.text[end : min(words.end, end + _NUMBER)]:
        return "done"  # 将庆祝条约签署20周年
    if draft.act == "attend" and any("即将" in words.text[draft.end : one.end] for one in draft.list("object")):
        return "planned"
    governed: dict[str, Status] = {"plan": "planned", "promise": "announced"}
    return governed.get(draft.ahead, status) if status == "done" and not _is_past(words, draft) else status


def _is_past(words: Words, draft: Draft) -> bool:
    return "已" in words.text[max(words.start, draft.start - 8) : draft.start]


def _list_told(table: str) -> list[str]:
    return read_lists("zh", "clauses", "told")[table]
