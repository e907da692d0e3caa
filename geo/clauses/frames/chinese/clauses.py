"""The clauses of a sentence, each read with the subject that it shares with another one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.clauses.frames.chinese.bound_names import join_bound
from geo.clauses.frames.chinese.copulas import identify
from geo.clauses.frames.chinese.coverbs import free_coverbs, join_governed
from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.items import Item, list_items
from geo.clauses.frames.chinese.lexicon import read_lexicon, read_words
from geo.clauses.frames.chinese.nominals import nominalise
from geo.clauses.frames.chinese.predicates import Read, read_predicates
from geo.clauses.frames.chinese.relatives import resolve_relatives
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Phrase

_PERSONAL = ("他", "她")
_ASPECTS = ("了", "过", "着")
_STOPS = "；。！？\n;!?"


class Clause(NamedTuple):
    """A stretch between two marks or conjunctions: its tokens and items, its predicates, and how it ends."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    items: tuple[Item, ...]
    read: Read
    ending: str


def read_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a sentence in order, with their subjects."""
    clauses: list[Clause] = []
    for run, ending in _split(tokens):
        last = clauses[-1] if clauses else None
        items = identify(resolve_relatives(_prepare(run)))
        read = read_predicates(items, last.read.loose if last and not _stops(last) else ())
        clauses.append(Clause(run[0].start, run[-1].end, tuple(run), tuple(items), read, ending))
    return _share_subjects(clauses)


def _prepare(run: Sequence[Token]) -> list[Item]:
    """Return the items of a clause, each as what it is there."""
    return nominalise(join_bound(join_governed(free_coverbs(list_items(_stress_agent(_drop_plain_de(run)))))))


def _drop_plain_de(run: Sequence[Token]) -> Sequence[Token]:
    """Return a clause without the 的 that only hangs an adverb on its noun: "取消了|原定的|谈判"."""
    before = [None, *run[:-1]]
    return [
        one
        for one, last in zip(run, before, strict=True)
        if not (one.kind == "de" and last and last.kind == "adverb" and last.text not in _ASPECTS)
    ]


def _stress_agent(run: Sequence[Token]) -> Sequence[Token]:
    """Return a clause of 是…的 with 是 as 由: "这批帐篷是挪威捐赠的"."""
    place = next((place for place, token in enumerate(run) if token.text == "是"), None)
    if run[-1].kind != "de" or place is None or not any(token.kind == "verb" for token in run[place + 1 :]):
        return run
    agent = read_lexicon()["由"]
    following = run[place + 1]
    marked = [run[place]._replace(kind="coverb", entry=agent)] if following.kind == "unit" else []
    return [*run[:place], *marked, *run[place + 1 :]]


def _split(tokens: Sequence[Token]) -> Iterator[tuple[list[Token], str]]:
    """Yield the runs of tokens between marks, 时 and its like, and 并, each with what ends it."""
    run: list[Token] = []
    for place, token in enumerate(tokens):
        if _dates(tokens, place):
            continue
        if token.kind == "when" and _is_bare_time(run):
            run = _drop_days(run)
            continue
        ends = (
            token.kind == "join"
            or (token.kind == "when" and not _describes(tokens, place))
            or (token.kind == "mark" and not _lists_on(tokens, place))
        )
        if not ends:
            listed = token.text == "，" and (not run or run[-1].kind != "de")
            run.append(token._replace(kind="list") if listed else token)
        elif run:
            yield run, token.kind if token.kind != "mark" else token.text
            run = []
    if run:
        yield run, ""


def _dates(tokens: Sequence[Token], place: int) -> bool:
    """Tell a time that only says since when or of when something is: 举行|1992年|以来|的|会晤."""
    kinds = [token.kind for token in tokens[max(0, place - 2) : place + 3]]
    return "de" in kinds and any(kinds[start : start + 3] == ["time", "when", "de"] for start in range(3))


def _is_bare_time(run: Sequence[Token]) -> bool:
    """Tell a coverb phrase that only says when, inside its clause: "总统|在|上海峰会|期间|会见了…"."""
    kinds = {token.kind for token in run}
    return "coverb" in kinds and "verb" not in kinds


def _drop_days(run: Sequence[Token]) -> list[Token]:
    """Return tokens without the days right behind a coverb: 于|2024年|峰会."""
    return [one for place, one in enumerate(run) if one.kind != "time" or not place or run[place - 1].kind != "coverb"]


def _describes(tokens: Sequence[Token], place: int) -> bool:
    """Tell 期间 and its like inside what describes a noun: 冲突期间|提供的援助."""
    behind = [token.kind for token in tokens[place + 1 : place + 4] if token.kind != "adverb"]
    return behind[:2] == ["verb", "de"]


def _lists_on(tokens: Sequence[Token], place: int) -> bool:
    """Tell a comma inside a list: "，以及"; brackets are no end either."""
    if tokens[place].text == "(":
        return True
    if tokens[place - 1].kind == "de" and tokens[place + 1 : place + 2] and tokens[place + 1].text == "是":
        return True  # 发放救济粮的，|是法国军舰
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    return tokens[place].text == "，" and following is not None and following.text in ("以及", "及", "和")


def _stops(clause: Clause) -> bool:
    return clause.ending in _STOPS and clause.ending != ""


def _share_subjects(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses, those without a subject with that of the one before; after 在…时 with that of the one behind."""
    shared: list[Clause] = []
    subject: tuple[Phrase, ...] = ()
    speaker: tuple[Phrase, ...] = ()
    led = wished = False
    for place, clause in enumerate(clauses):
        clause = _name_speaker(clause, speaker)
        if clause.read.led:
            clause = _name_office(clause, subject)
            subject, led, wished = clause.read.subject, True, False
        elif clause.ending == "when" and _is_bare_talk(clause.read):
            pass  # 会见时: the talk told last
        elif clause.ending == "when" and not led:
            following = next((one.read for one in clauses[place + 1 :] if one.read.led), None)
            clause = _lead(clause, following.subject if following else (), bool(following), False)
        else:
            clause = _go_ahead(_lead(clause, subject, led, wished), shared)
        shared.append(clause)
        speaker = (subject if led and _says(clause) else speaker) if clause.ending != "。" else ()
        wished = wished or any(draft.wished for draft in clause.read.drafts)
        if _stops(clause):
            subject, led, wished = (), False, False
    return shared


def _go_ahead(clause: Clause, before: Sequence[Clause]) -> Clause:
    """Return a clause as what the one before plans or promises: "日本还计划，|通过…捐赠疫苗"."""
    telling = next((one for one in reversed(before) if one.read.drafts), None)
    last = telling.read.drafts[-1:] if telling and telling.ending == "，" else ()
    ahead = last[0].entry.governs if last and not last[0].act and not last[0].list("object") else ""
    if ahead not in ("plan", "promise"):
        return clause
    drafts = tuple(draft._replace(ahead=draft.ahead or ahead) for draft in clause.read.drafts)
    return clause._replace(read=clause.read._replace(drafts=drafts))


def _says(clause: Clause) -> bool:
    return any(draft.entry.governs == "say" for draft in clause.read.drafts)


def _name_speaker(clause: Clause, speaker: tuple[Phrase, ...]) -> Clause:
    """Return a clause with 他 and 她 as its subject as the one who speaks: "总理表示，他曾访问…"."""
    known = any(phrase.parties for phrase in speaker)
    if not known or not any(phrase.head in _PERSONAL and phrase.pronoun for phrase in clause.read.subject):
        return clause
    drafts = (one.lead(speaker) if one.list("subject") == clause.read.subject else one for one in clause.read.drafts)
    return clause._replace(read=clause.read._replace(drafts=tuple(drafts), subject=speaker))


def _is_bare_talk(read: Read) -> bool:
    """Tell a talk of which nobody is named: 会谈|后."""
    return [draft.act for draft in read.drafts] in (["meet"], ["call"]) and not read.drafts[0].slots


def _name_office(clause: Clause, before: tuple[Phrase, ...]) -> Clause:
    """Return a clause that an office leads without a country as one of the country that acted before: "…，总理会见了…"."""
    subject = clause.read.subject
    parties = tuple(code for phrase in before for code in phrase.parties)
    entry = read_lexicon().get(subject[0].head) if len(subject) == 1 else None
    bare = entry is not None and entry.head == "office" and not (subject[0].parties or subject[0].pronoun)
    if not bare or len(parties) != 1:
        return clause
    named = (subject[0]._replace(parties=parties),)
    drafts = tuple(draft.lead(named) if draft.list("subject") == subject else draft for draft in clause.read.drafts)
    return clause._replace(read=clause.read._replace(drafts=drafts, subject=named))


def _lead(clause: Clause, subject: tuple[Phrase, ...], led: bool, wished: bool) -> Clause:
    drafts = tuple(_take_subject(draft, subject, led, wished) for draft in clause.read.drafts)
    thanks = [place for place, draft in enumerate(drafts) if draft.entry.word in read_words("thanking")]
    if led and thanks:  # "…时，|感谢越南捐赠大米"
        before, behind = drafts[: thanks[0] + 1], drafts[thanks[0] + 1 :]
        drafts = (*before, *(draft._replace(thanked=draft.thanked or subject) for draft in behind))
    return clause._replace(read=clause.read._replace(drafts=drafts))


def _take_subject(draft: Draft, subject: tuple[Phrase, ...], led: bool, wished: bool) -> Draft:
    if wished and not draft.wished:
        draft = draft._replace(wished=True)
    if draft.led or not led:
        return draft
    return draft.lead(subject)


def replace_drafts(clause: Clause, drafts: Sequence[Draft]) -> Clause:
    """Return a clause with other predicates."""
    return clause._replace(read=clause.read._replace(drafts=tuple(drafts)))
