"""What a relative clause tells of the noun that it describes: whose it is, for whom, and where."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.items import Item
from geo.clauses.frames.chinese.lexicon import read_lexicon, read_words
from geo.clauses.frames.chinese.predicates import read_predicates
from geo.clauses.frames.chinese.sorts import GIVING, THINGS
from geo.clauses.frames.chinese.turns import name_help
from geo.clauses.frames.records import MEETINGS, TAKING, Phrase, Slot

_SIDES: tuple[Slot, ...] = ("subject", "partner", "goal")


def describe(clause: Sequence[Item], head: Item) -> Item:
    """Return a head with what its relative clause says of whose it is, for whom, and where it is."""
    verbs = [item for item in clause if item.kind == "verb"]
    if not verbs:
        return _describe_plainly(clause, head)
    read = read_predicates(clause)
    drafts = [_fill_gap(draft, head, read.led, draft is read.drafts[-1]) for draft in read.drafts]
    phrases = head.phrases
    for draft in drafts:
        phrases = tuple(_enrich(phrase, draft) for phrase in phrases)
    if any(token.entry and token.entry.head == "echo" for token in head.tokens):
        drafts = []
    inner = (*(one for item in clause for one in item.inner), *drafts, *head.inner)
    return head._replace(start=clause[0].start, phrases=phrases, inner=inner)


def _describe_plainly(clause: Sequence[Item], head: Item) -> Item:
    """Return a head with those named before it without a verb: 来自中国的口罩, 日本对斐济的援助."""
    owners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    coverb = ""
    measure = any(phrase.sort == "measure" for phrase in head.phrases)  # 对墨西哥公民的签证要求
    for item in clause:
        named = (one.parties or one.places or (one.owners if measure else ()) for one in item.phrases)
        codes = tuple(code for codes in named for code in codes)
        if item.kind == "coverb":
            coverb = item.entry.word if item.entry else ""
        elif item.kind == "noun" and coverb in ("对", "向", "给", "在"):
            goals += codes
        elif item.kind == "noun":
            owners += codes
    if coverb == "来自":
        head = head._replace(phrases=tuple(_speak(phrase, owners) for phrase in head.phrases))
    phrases = tuple(_own(phrase, owners, goals) for phrase in head.phrases)
    return head._replace(start=clause[0].start, phrases=phrases)


def _speak(phrase: Phrase, owners: tuple[str, ...]) -> Phrase:
    """Return officials as those from whom they come: 来自|越南、老挝|的|代表."""
    speaks = _is_office(phrase) and not (phrase.parties or phrase.pronoun)
    return phrase._replace(parties=owners) if speaks else phrase


def _is_office(phrase: Phrase) -> bool:
    entry = read_lexicon().get(phrase.head)
    return entry is not None and entry.head == "office"


def _own(phrase: Phrase, owners: tuple[str, ...], goals: tuple[str, ...]) -> Phrase:
    sides = _unite(phrase.parties, owners) if phrase.sort == "team" else phrase.parties
    return phrase._replace(owners=_unite(phrase.owners, owners), goals=_unite(phrase.goals, goals), parties=sides)


def _fill_gap(draft: Draft, head: Item, led: bool, last: bool) -> Draft:
    """Return a relative clause's predicate with the head in the slot that is open: subject or object."""
    contained = _contain(draft, head.tokens[-1].text)
    if contained:
        return contained
    things = any(phrase.sort in THINGS for phrase in head.phrases)
    if draft.act == "help" and things:
        helped = draft.list("object")
        draft = draft.drop("object").add("goal", helped)._replace(act="give")
    if draft.act in GIVING and things and not draft.list("object"):
        return draft.add("object", head.phrases)._replace(led=True)
    if not led:
        return draft.lead(head.phrases)
    sided = any(phrase.parties or phrase.counted for phrase in head.phrases)
    if draft.act in GIVING and sided and not things and not draft.list("goal"):
        return name_help(draft.add("goal", head.phrases))
    if last and not draft.list("object") and draft.act not in ("arrive", "leave", "visit"):
        return draft.add("object", head.phrases)
    return draft


def _contain(draft: Draft, head: str) -> Draft | None:
    """Return what somebody plans, promises or wishes by a noun whose content it is: 向马里派医生的计划; None for other nouns."""
    if head in read_words("wishes_for"):
        return draft._replace(wished=True)
    if head in read_words("plans"):
        return draft._replace(ahead="plan")
    return draft._replace(ahead="promise") if head in read_words("promises") else None


def _enrich(phrase: Phrase, draft: Draft) -> Phrase:
    """Return a phrase with those whom its relative clause names; what was bought is no thing of a gift."""
    word = draft.entry.word
    if draft.entry.governs == "buy":
        return phrase._replace(sort=None, parties=())
    if word in read_words("loading"):
        return _load(phrase, draft.list("object"), _list_sides(draft, "subject"))
    sent = draft.act == "send" and phrase in draft.list("object")
    sent = sent and (_is_office(phrase) or phrase.head.endswith(tuple(read_words("carriers"))))
    if (sent or word in read_words("leading")) and not phrase.parties:
        return phrase._replace(parties=_list_sides(draft, "subject"))
    if phrase.sort == "visit":
        return _visit(phrase, draft)
    if phrase.sort in MEETINGS or phrase.sort == "agreement":
        return _hold(phrase, draft)
    return _give(phrase, draft) if phrase.sort in THINGS else phrase


def _load(phrase: Phrase, loaded: Sequence[Phrase], carriers: tuple[str, ...]) -> Phrase:
    """Return a ship or aircraft as what it carries."""
    if not loaded or phrase in loaded or phrase.sort:
        return phrase
    return phrase._replace(sort=loaded[0].sort, parties=(), owners=loaded[0].owners or phrase.owners or carriers)


def _hold(phrase: Phrase, draft: Draft) -> Phrase:
    """Return a meeting or agreement with those who hold it: 在沙特举行的会谈, 向美国提供开采权的协议."""
    holds = draft.act in ("convene", "sign") or draft.entry.word in read_words("founding")
    if not holds and phrase.sort != "agreement":
        return phrase
    where = tuple(code for one in draft.list("place") for code in one.places)
    sides = tuple(code for slot in _SIDES for code in _list_sides(draft, slot))
    return phrase._replace(owners=_unite(phrase.owners, sides), places=_unite(phrase.places, where))


def _visit(phrase: Phrase, draft: Draft) -> Phrase:
    """Return a visit with who makes it and where it goes: 国王对法国进行的国事访问."""
    if draft.entry.word not in read_words("carrying_out"):
        return phrase
    owners, goals = _list_sides(draft, "subject"), _list_sides(draft, "goal")
    return phrase._replace(owners=_unite(phrase.owners, owners), goals=_unite(phrase.goals, goals))


def _give(phrase: Phrase, draft: Draft) -> Phrase:
    """Return a thing with its giver and taker."""
    given = phrase in draft.list("object")
    if draft.act == "receive" and given:
        return _own(phrase, (), _list_sides(draft, "subject"))
    own = (draft.act in GIVING and given) or draft.entry.word in read_words("forming")
    owners = _list_sides(draft, "subject") if own else ()
    return _own(phrase, owners, tuple(code for slot in TAKING for code in _list_sides(draft, slot)))


def _list_sides(draft: Draft, slot: Slot) -> tuple[str, ...]:
    return tuple(code for phrase in draft.list(slot) for code in phrase.parties)


def _unite(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in lists for code in codes))
