"""What stands before 的: relative clauses and possessors, each taken into the noun phrase that it describes."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.items import Item, make_noun
from geo.clauses.frames.chinese.predicates import name_help, read_predicates
from geo.clauses.frames.records import Phrase

_MOTIONS = ("leave", "arrive", "visit", "help", "attend")
_GIVING = ("give", "fund", "send", "build", "help")
_HELD = frozenset({"meeting", "summit", "video_conference", "agreement"})
# What becomes of "日本对斐济的援助" behind it; other verbs are what is done to 斐济的….
_AFTER_NAMES = ("arrive", "leave", "sign", "convene", "build")
_TAKEN = _HELD | {"visit", "aid", "call"}
_THINGS = frozenset({"goods", "money", "aid", "team", "laboratory", "hospital"})
_TO_GIVE = ("正在", "向", "给", "为", "由", "从", "在", "于", "同", "与", "自", "来自", "通过", "以", "对", "就")
# After these verbs "对…的援助" is what they act on, and no relative clause.
_JUDGING = ("pivot", "say", "light", "other")


def resolve_relatives(items: Sequence[Item]) -> list[Item]:
    """Return the items with every 的 resolved, from left to right."""
    left: list[Item] = []
    rest = list(items)
    while rest:
        item = rest.pop(0)
        if item.kind != "de":
            left.append(item)
            continue
        rest = _drop_having(rest)
        cleft = False
        while rest and (rest[0].kind in ("adverb", "de") or _is_copula(rest[0])):
            if _is_copula(rest.pop(0)):
                rest, cleft = resolve_relatives(rest), True
        if rest and rest[0].kind == "noun" and left:
            head = rest.pop(0)
            left = _attach(left, _stress(head) if cleft else head, rest)
    return left


def _stress(head: Item) -> Item:
    """Return what 的是 stresses as the one who acts: "给汤加送水的是新西兰军舰"."""
    acting = (one if one.parties or one.sort else one._replace(parties=one.owners) for one in head.phrases)
    return head._replace(phrases=tuple(acting))


def _drop_having(rest: list[Item]) -> list[Item]:
    """Return the items behind 的 without 有: "同机抵达的有|中国捐赠的物资", where what came has clauses of its own."""
    first = rest[0].tokens if rest and rest[0].kind == "noun" else ()
    if len(first) < 2 or first[0].text != "有":
        return rest
    return resolve_relatives([make_noun(first[1:], rest[0].inner), *rest[1:]])


def _is_copula(item: Item) -> bool:
    """Tell 还有 and 是 behind 的: "同机抵达的还有一批物资" says what arrived."""
    return item.entry is not None and item.entry.word in ("还有", "是", "系", "为")


def _attach(left: list[Item], head: Item, rest: Sequence[Item]) -> list[Item]:
    """Return the items before a head with what describes it taken into it."""
    start = _find_start(left, head, rest)
    if start is not None:
        return [*left[:start], _describe(left[start:], head)]
    last = left[-1]
    if last.kind != "noun":
        return [*left, head]
    noun = make_noun((*last.tokens, *head.tokens), (*last.inner, *head.inner))
    if not any(phrase.sort for phrase in noun.phrases) and any(phrase.sort for phrase in head.phrases):
        noun = head
    return [*left[:-1], noun]


def _find_start(left: Sequence[Item], head: Item, rest: Sequence[Item]) -> int | None:
    """Return where the relative clause before a head begins; None where a possessor or nothing stands there."""
    place = len(left) - 1
    while place >= 0 and left[place].kind == "adverb":
        place -= 1
    if place < 0:
        return None
    if left[place].kind == "verb":
        return _walk_back(left, place, rest)
    if left[place].kind != "noun":
        return None
    before = _skip(left, place - 1)
    if before < 0:
        return None
    if left[before].kind == "coverb":
        return _read_coverb(left, before, head, rest)
    if left[before].kind == "verb" and _is_relative(left, before, place, head, rest):
        return _walk_back(left, before, rest)
    return None


def _skip(items: Sequence[Item], place: int) -> int:
    while place >= 0 and items[place].kind == "adverb":
        place -= 1
    return place


def _read_coverb(left: Sequence[Item], place: int, head: Item, rest: Sequence[Item]) -> int | None:
    """Return where "日本对斐济的" begins before a noun of acting, and "来自中国的" before a thing."""
    entry = left[place].entry
    word = entry.word if entry else ""
    if word in ("来自", "自"):
        return place
    sorts = {phrase.sort for phrase in head.phrases} - {None}
    following = next((item.entry for item in rest if item.kind == "verb" and item.entry), None)
    judged = following is not None and (following.act not in _AFTER_NAMES or following.governs in ("say", "pivot"))
    if word in ("对", "向", "给", "同", "与") and sorts and not judged:
        before = place - 1
        return before if before >= 0 and left[before].kind == "noun" else place
    return None


def _is_relative(left: Sequence[Item], verb: int, noun: int, head: Item, rest: Sequence[Item]) -> bool:
    """Tell "抵达秘鲁的医疗队" from "收到挪威政府的口罩"."""
    entry = left[verb].entry
    before = _skip(left, verb - 1)
    if entry is None:
        return False
    bound = before >= 0 and (
        left[before].kind == "coverb" or (left[before].kind == "verb" and _needs_object(left[before]))
    )
    named = any(token.unit for token in left[noun].tokens)
    if bound and entry.act not in ("receive",):
        return True
    if entry.governs == "light" and entry.act in ("", "convene", "attend"):
        return not any(phrase.sort in _TAKEN for phrase in head.phrases)
    if entry.word in ("访", "来", "访问", "到访"):
        return True
    identified = any(_is_copula(item) for item in left[:verb])
    if entry.to and entry.act == "give" and before >= 0 and not identified and not _has_verb(rest):
        return False  # 把冰箱分给了利比里亚的诊所
    if entry.act in _MOTIONS or entry.to or entry.governs == "come":
        return any(phrase.sort in _THINGS or phrase.parties for phrase in head.phrases) or not named
    pure = all(token.unit for token in left[noun].tokens)
    if entry.act == "give" and pure and _has_verb(rest) and any(phrase.sort in _THINGS for phrase in head.phrases):
        return True  # 赠送赞比亚的农业机械|交接
    if entry.governs == "other" and not named:
        return any(phrase.sort or phrase.parties for phrase in head.phrases)
    if entry.act in _GIVING and any(phrase.sort == "agreement" for phrase in head.phrases):
        return True
    is_thing = any(phrase.sort in _THINGS for phrase in left[noun].phrases)
    return is_thing and entry.act in _GIVING and not any(phrase.sort for phrase in head.phrases)


def _has_verb(items: Sequence[Item]) -> bool:
    return any(item.kind == "verb" for item in items)


def _needs_object(item: Item) -> bool:
    entry = item.entry
    return entry is not None and (
        entry.act in ("meet", "receive", "attend", "give", "send") or entry.governs in ("pivot",)
    )


def _walk_back(left: Sequence[Item], verb: int, rest: Sequence[Item]) -> int:
    """Return where the clause of a verb before 的 begins: its coverb phrases, verbs of going before it, one subject."""
    place = verb
    while True:
        before = _skip(left, place - 1)
        if before < 0:
            return place
        item = left[before]
        if item.kind == "coverb":
            return place
        if item.kind == "verb":
            if not _is_series(item):
                return place
            place = before
            continue
        ahead = _skip(left, before - 1)
        if ahead >= 0 and left[ahead].kind == "coverb":
            if not _belongs(left[ahead], rest):
                return before if _is_subject_less(left[ahead]) else place
            place = ahead
            continue
        if ahead >= 0 and left[ahead].kind == "verb" and _is_series(left[ahead]):
            place = ahead
            continue
        return before


def _is_series(item: Item) -> bool:
    entry = item.entry
    return entry is not None and (entry.governs in ("come", "control") or entry.act in ("leave", "fund"))


def _is_subject_less(coverb: Item) -> bool:
    """Tell a coverb whose noun is the subject of the relative clause: "对美国提供的援助表示感谢"."""
    return coverb.entry is not None and coverb.entry.word in ("对", "将", "把", "就", "被")


def _belongs(coverb: Item, rest: Sequence[Item]) -> bool:
    """Tell whether a coverb phrase is part of the relative clause behind it, and not of the clause around it."""
    word = coverb.entry.word if coverb.entry else ""
    following = next((item.entry for item in rest if item.kind == "verb" and item.entry), None)
    if word in ("将", "把", "被"):
        return False
    if word in ("对", "就") and following is not None:
        return False
    return word in _TO_GIVE


def _describe(clause: Sequence[Item], head: Item) -> Item:
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
    for item in clause:
        codes = tuple(code for phrase in item.phrases for code in (phrase.parties or phrase.places))
        if item.kind == "coverb":
            coverb = item.entry.word if item.entry else ""
        elif item.kind == "noun" and coverb in ("对", "向", "给"):
            goals += codes
        elif item.kind == "noun":
            owners += codes
    phrases = tuple(_own(phrase, owners, goals) for phrase in head.phrases)
    return head._replace(start=clause[0].start, phrases=phrases)


def _own(phrase: Phrase, owners: tuple[str, ...], goals: tuple[str, ...]) -> Phrase:
    return phrase._replace(owners=_unite(phrase.owners, owners), goals=_unite(phrase.goals, goals))


def _fill_gap(draft: Draft, head: Item, led: bool, last: bool) -> Draft:
    """Return a relative clause's predicate with the head in the slot that is open: subject or object."""
    things = any(phrase.sort in _THINGS for phrase in head.phrases)
    if draft.act == "help" and things:
        helped = draft.list("object")
        draft = draft.drop("object").add("goal", helped)._replace(act="give")
    if draft.act in _GIVING and things and not draft.list("object"):
        return draft.add("object", head.phrases)._replace(led=True)
    if not led:
        return draft.lead(head.phrases)
    sided = any(phrase.parties or phrase.counted for phrase in head.phrases)
    if draft.act in _GIVING and sided and not things and not draft.list("goal"):
        return name_help(draft.add("goal", head.phrases))
    if last and not draft.list("object") and draft.act not in ("arrive", "leave", "visit"):
        return draft.add("object", head.phrases)
    return draft


def _enrich(phrase: Phrase, draft: Draft) -> Phrase:
    """Return a thing with the giver and taker that its relative clause names; what was bought is no thing of a gift."""
    if draft.entry.governs == "buy":
        return phrase._replace(sort=None, parties=())
    loaded = draft.list("object") if draft.entry.word in ("载有", "满载", "运载", "载着", "装载", "搭载") else ()
    if loaded and phrase not in loaded and loaded[0].sort and not phrase.sort:
        return phrase._replace(sort=loaded[0].sort, parties=(), owners=loaded[0].owners or phrase.owners)
    if draft.entry.word == "率领" and not phrase.parties:
        return phrase._replace(parties=_list_sides(draft, "subject"))
    if phrase.sort in _HELD and (
        draft.act in ("convene", "sign") or draft.entry.word in ("发起", "倡议") or _agrees(phrase)
    ):
        where = tuple(code for one in draft.list("place") for code in one.places)
        sides = tuple(code for slot in ("subject", "partner", "goal") for code in _list_sides(draft, slot))
        return phrase._replace(owners=_unite(phrase.owners, sides), places=_unite(phrase.places, where))
    if phrase.sort not in _THINGS:
        return phrase
    owners: tuple[str, ...] = ()
    gives = draft.act in _GIVING and phrase in draft.list("object")
    if gives or draft.entry.word in ("组建", "组成", "率领"):
        owners = _list_sides(draft, "subject")
    if draft.act == "receive" and phrase in draft.list("object"):
        return _own(phrase, (), _list_sides(draft, "subject"))
    goals = tuple(code for slot in ("indirect", "goal", "benefit") for code in _list_sides(draft, slot))
    return _own(phrase, owners, goals)


def _agrees(phrase: Phrase) -> bool:
    """Tell an agreement, of which what is agreed names the sides: 向美国提供开采权的协议."""
    return phrase.sort == "agreement"


def _list_sides(draft: Draft, slot: str) -> tuple[str, ...]:
    return tuple(code for other, phrase in draft.slots if other == slot for code in phrase.parties)


def _unite(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in lists for code in codes))
