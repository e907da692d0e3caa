"""The predicates of one clause, in order, with their subjects, objects and coverb phrases."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from geo.clauses.frames.chinese.drafts import Draft, has_thing
from geo.clauses.frames.chinese.items import Item
from geo.clauses.frames.chinese.lexicon import Entry, read_lexicon
from geo.clauses.frames.records import Phrase, Slot
from geo.languages.packs import read_lists

_BEHIND = {"给": "benefit", "予": "benefit", "向": "goal", "往": "goal", "在": "place", "于": "place", "自": "source"}
_GIVEN = frozenset({"goods", "money", "aid", "team", "laboratory", "hospital"})
_BUILT = frozenset({"laboratory", "hospital"})
_HELD = frozenset({"meeting", "summit", "video_conference", "agreement", "call"})
# Of these what is given, held or built may stand first, and nobody is said to do it: 口罩已交付, 会议在老挝举行.
_TURNED = {
    "give": _GIVEN,
    "fund": _GIVEN,
    "send": _GIVEN,
    "build": _GIVEN,
    "convene": _HELD,
    "sign": _HELD,
    "receive": _GIVEN,
}
_MOTIONS = ("leave", "arrive", "come")
_DOING = ("完成", "结束", "执行", "进行", "开展", "实施")
_BARE = ("捐赠", "捐助", "捐献", "赠送", "捐")
THANKING = ("感谢", "感激", "赞赏")
CARRYING = ("携带", "带着", "带去", "带来", "载着", "运载", "载有", "带有", "携")
_PASSING = ("control", "plan", "promise", "pivot", "say")


class Read(NamedTuple):
    """What a clause holds: its predicates, and the subject that a clause behind it may share."""

    drafts: tuple[Draft, ...]
    subject: tuple[Phrase, ...]
    led: bool
    loose: tuple[tuple[Slot, Phrase], ...] = ()
    likewise: bool = False


def read_predicates(items: Sequence[Item], held: Sequence[tuple[Slot, Phrase]] = ()) -> Read:
    """Return the predicates of a clause; `held` are coverb phrases that stood alone in the clause before."""
    clause = _Clause(held)
    judged = _find_judged(items)
    for place, item in enumerate(items):
        clause.take(item, judged=place == judged)
    return clause.finish()


def _find_judged(items: Sequence[Item]) -> int | None:
    """Return the place of a coverb whose phrase tells what somebody did that the clause judges: "对|俄方捐赠化肥表示感谢"."""
    judging = read_lists("zh", "clauses", "judging")["verbs"]
    verbs = [place for place, item in enumerate(items) if item.kind == "verb"]
    if not any((entry := items[place].entry) and entry.word in judging for place in verbs[1:]):
        return None
    return next((place for place in range(verbs[0]) if items[place].tokens[0].text in ("对", "就", "为")), None)


class _Clause:
    """A clause as it is read item by item."""

    def __init__(self, held: Sequence[tuple[Slot, Phrase]]) -> None:
        self._drafts: list[Draft] = []
        self._subject: tuple[Phrase, ...] = ()  # of the clause
        self._pivot: tuple[Phrase, ...] | None = None  # of the verbs after "感谢中国"
        self._topic: tuple[Phrase, ...] = ()
        self._coverb: Item | None = None
        self._phrases: list[tuple[Slot, Phrase]] = list(held)  # coverb phrases that wait for their verb
        self._carried: tuple[Phrase, ...] = ()  # what a passive is about
        self._wished = self._each = self._judging = False
        self._ahead = ""
        self._thankful: tuple[Phrase, ...] = ()  # who thanks for what the next verb tells
        self._origin: Item | None = None  # 来自
        self._likewise = False  # 也: as the one before did
        self._led = False
        self._after_verb = False  # nothing stands between here and the last verb

    def take(self, item: Item, *, judged: bool = False) -> None:
        """Read one item; `judged` where it is the coverb before what somebody did, which the clause then judges."""
        self._judging = self._judging or judged
        if item.kind == "noun":
            self._take_noun(item)
        elif item.kind == "verb" and item.entry:
            self._take_verb(item, item.entry)
        elif item.kind == "coverb":
            self._coverb = item
        elif item.entry and item.entry.governs == "modal":
            self._wished = True
        elif item.tokens[0].text == "分别":
            self._each = True
        elif item.tokens[0].text in ("也", "亦", "还", "则", "再"):
            self._likewise = True

    def _take_noun(self, item: Item) -> None:
        if self._judging and self._coverb:
            self._pivot, self._judging = item.phrases, False
        elif self._coverb and self._coverb.entry:
            self._govern(self._coverb.entry, item)
        elif not self._drafts:
            self._lead(item.phrases)
        else:
            self._fill(item)
        self._coverb = None

    def _govern(self, coverb: Entry, item: Item) -> None:
        """Hang a coverb phrase on the verb before it, where it stands right behind, else let it wait for the next one."""
        slot = coverb.slot
        self._origin = self._coverb if coverb.word == "来自" else self._origin
        if slot == "agent":
            self._topic, self._subject = self._subject, item.phrases
            self._carried = tuple(_own(phrase, item.phrases) for phrase in self._topic)
            self._led = True
        elif slot == "disposing":
            self._phrases += [("object", phrase) for phrase in item.phrases]
        elif slot == "including":
            self._fill(item) if self._drafts else self._phrases.extend([])
        elif (
            self._drafts
            and self._drafts[-1].act
            and coverb.word in _BEHIND
            and (self._after_verb or coverb.word in ("给", "予"))
        ):
            calls = self._drafts[-1].act == "call"
            behind = cast(Slot, "goal" if calls else _BEHIND[coverb.word])
            self._drafts[-1] = self._drafts[-1].add(behind, _place(item.phrases))
        else:
            placed = _place(item.phrases) if slot in ("goal", "benefit", "inviter") else item.phrases
            placed = tuple(_locate(phrase) for phrase in placed) if slot == "place" else placed
            self._phrases += [(cast(Slot, slot), phrase) for phrase in placed]

    def _lead(self, phrases: tuple[Phrase, ...]) -> None:
        if self._subject:
            self._topic = self._subject
        self._subject, self._led = phrases, True

    def _fill(self, item: Item) -> None:
        """Take a noun phrase behind a verb as whom it is for, what it acts on, or who does what the next verb says."""
        draft, phrases = self._drafts[-1], item.phrases
        if draft.entry.governs in _PASSING:
            self._pivot = phrases
            if draft.act:
                self._drafts[-1] = draft.add("object", phrases)
        elif draft.entry.to or draft.entry.governs == "come" or draft.act == "leave":
            slot: Slot = "object" if draft.list("goal") else "goal"
            self._drafts[-1] = draft.add(slot, _place(phrases) if slot == "goal" else phrases)
        elif (
            draft.act in ("give", "build", "send")
            and not draft.list("object")
            and _is_party(phrases)
            and not has_thing(phrases, _GIVEN)
        ):
            self._drafts[-1] = draft.add("indirect", _place(phrases))
        else:
            self._drafts[-1] = draft.add("object", phrases)
        self._after_verb = False

    def _take_verb(self, item: Item, entry: Entry) -> None:
        subject = self._pivot if self._pivot is not None else self._subject
        led = self._led or self._pivot is not None
        draft = Draft(
            item.start, item.end, entry, entry.act, tuple(self._phrases), led, self._wished, self._each, self._ahead
        )  # fmt: skip
        passes = entry.governs in _PASSING and not entry.act
        if not passes:
            self._phrases = []
        self._each = self._each and passes
        self._ahead = entry.governs if entry.governs in ("plan", "promise") else self._ahead
        draft = draft.add("subject", subject)
        if self._thankful:
            draft = draft._replace(thanked=self._thankful)
        if any(phrase.sort for phrase in self._topic) and not draft.list("object"):
            draft = draft.add("object", self._topic)
        self._drafts.append(draft)
        self._coverb, self._after_verb = None, True
        self._wished = self._wished or entry.word in read_lists("zh", "clauses", "marks")["wishes"]
        if entry.word in THANKING:
            self._thankful = self._subject
        if entry.governs in ("pivot", "say"):
            self._pivot = None if entry.governs == "pivot" else self._pivot

    def finish(self) -> Read:
        """Return what was read."""
        if not self._drafts and self._origin:
            self._drafts = [self._come_from(self._origin)]
        drafts = [name_help(_help(_turn(draft))) for draft in self._join_series()]
        return Read(
            tuple(drafts),
            self._carried or self._subject,
            self._led,
            tuple(self._phrases) if not drafts else (),
            self._likewise,
        )

    def _come_from(self, origin: Item) -> Draft:
        """Return where things come from as a gift, where no verb says more: "这批疫苗来自印度"."""
        entry = origin.entry or Entry(origin.tokens[0].text)
        things = tuple(phrase for phrase in self._subject if phrase.sort in _GIVEN)
        draft = Draft(origin.start, origin.end, entry, "give" if things else "", tuple(self._phrases), led=True)
        return draft.add("object", things)

    def _join_series(self) -> list[Draft]:
        """Return the predicates with those of going joined to what they serve: 派出医生|赴秘鲁, 来华|访问."""
        joined: list[Draft] = []
        for draft in self._drafts:
            before = joined[-1] if joined else None
            if before and draft.entry.governs != "say":
                draft = _serve(before, draft)
                if before.entry.word in CARRYING and draft.act in _MOTIONS and not before.list("goal"):
                    joined[-1] = before.add("goal", draft.list("goal"))
                if before.act == "send" and draft.act in _MOTIONS and not before.list("goal"):
                    joined[-1] = before.add("goal", draft.list("goal"))
                    continue
                if before.act == "leave" and draft.act == "leave" and not before.list("goal"):
                    joined[-1] = before.add("goal", draft.list("goal"))
                    continue
            if before and before.entry.word in _DOING and not before.act and not before.list("object"):
                draft = draft._replace(act="")  # 完成|赴阿任务
            joined.append(_lighten(draft))
        return joined


def _serve(before: Draft, draft: Draft) -> Draft:
    """Let a visit or talk take the place to which the verb before it goes."""
    going = before.act in ("leave", "arrive") or before.entry.governs == "come"
    if going and draft.list("goal") == () and before.list("goal") and draft.act not in _MOTIONS:
        return draft.add("goal", before.list("goal"))
    return draft


def _lighten(draft: Draft) -> Draft:
    """Return a light verb as what its noun says: 举行会谈, 进行访问, 提供援助."""
    if draft.entry.governs != "light" and draft.act not in ("convene",):
        return draft
    for phrase in draft.list("object"):
        noun = read_lexicon().get(phrase.head)
        if noun and noun.noun and draft.act in ("", "convene") and (noun.noun != "give" or phrase.sort == "ceremony"):
            held = draft.drop("object") if phrase.sort == "ceremony" else draft
            return held._replace(act=noun.noun, end=max(draft.end, phrase.end))
    return draft


def _turn(draft: Draft) -> Draft:
    """Return a predicate whose subject is what is given, held or built with it as the object."""
    subject = draft.list("subject")
    if draft.act == "convene" and has_thing(subject, _GIVEN):  # 物资交接仪式举行
        draft = draft._replace(act="build" if has_thing(subject, _BUILT) else "give")
    sorts = _TURNED.get(draft.act)
    if sorts is None or draft.list("object") or not subject or not has_thing(subject, sorts):
        return draft
    return draft.drop("subject").add("object", subject)._replace(led=True)


def _help(draft: Draft) -> Draft:
    """Return a building with whose help it was built as the one who acts: "在中国的援助下，尼日尔建成了医院"."""
    helpers = [one for one in draft.list("place") if one.sort == "aid" and one.owners]
    if draft.act != "build" or not helpers:
        return draft
    builders = draft.list("subject")
    acting = tuple(one._replace(parties=one.owners, sort=None) for one in helpers)
    return draft.drop("place").add("benefit", builders).lead(acting)


def _own(phrase: Phrase, givers: Sequence[Phrase]) -> Phrase:
    """Return a thing as from those by whom the clause says it was given."""
    owners = tuple(code for one in givers for code in one.parties)
    return phrase._replace(owners=(*phrase.owners, *owners)) if phrase.sort in _GIVEN else phrase


def name_help(draft: Draft) -> Draft:
    """Return a gift of which nothing says what it is as help: "向19国捐赠"."""
    takers = any(draft.list(slot) for slot in ("goal", "benefit", "indirect"))
    if draft.act == "help" and has_thing(draft.list("object"), _GIVEN):
        return draft._replace(act="give")
    bare = draft.act == "give" and not draft.list("object") and draft.entry.word in _BARE
    return draft._replace(act="help") if bare and takers else draft


def _is_party(phrases: Sequence[Phrase]) -> bool:
    return any(one.parties or one.places or one.counted or one.pronoun for one in phrases)


def _place(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return phrases in which a city stands for its country, as a goal."""
    return tuple(
        one if one.parties or one.counted or one.sort else one._replace(parties=one.places or one.owners)
        for one in phrases
    )


def _locate(phrase: Phrase) -> Phrase:
    """Return a phrase as a place: the country or city is where it is, and no party."""
    where = tuple(
        code.partition(":")[0] if not code.startswith(("org:", "region:")) else code for code in phrase.parties
    )
    where = phrase.places or where or phrase.owners
    where = () if phrase.sort and not phrase.places and not phrase.parties else where
    return phrase._replace(parties=(), places=where)
