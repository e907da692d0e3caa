"""The predicates of one clause, in order, with their subjects, objects and coverb phrases."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from geo.clauses.frames.chinese.drafts import Draft, has_thing
from geo.clauses.frames.chinese.items import Item, make_noun
from geo.clauses.frames.chinese.lexicon import Entry, read_words
from geo.clauses.frames.chinese.placings import aim, is_side, locate
from geo.clauses.frames.chinese.series import join_series
from geo.clauses.frames.chinese.sorts import BUILDINGS, THINGS
from geo.clauses.frames.chinese.tellings import is_official
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.chinese.turns import own, settle
from geo.clauses.frames.records import MEETINGS, Phrase, Slot

_BEHIND = {"给": "benefit", "予": "benefit", "向": "goal", "往": "goal", "在": "place", "于": "place", "自": "source"}
_AT = ("上", "中", "期间")
_GIVEN_TO = ("give", "help", "fund")
_AMOUNTS = (
    *"0123456789一两二三四五六七八九十百千万数几",
    "多达",
    "约",
    "近",
    "超过",
    "逾",
    "至少",
    "总额",
    "价值",
    "首批",
    "第",
    "大批",
    "大量",
    "更多",
    "若干",
    "多",
)
_TAKING_NOBODY = ("", "vote")
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
    judging = read_words("judging")
    verbs = [place for place, item in enumerate(items) if item.kind == "verb"]
    if not any((entry := items[place].entry) and entry.word in judging for place in verbs[1:]):
        return None
    return next((place for place in range(verbs[0]) if items[place].tokens[0].text in ("对", "就", "为")), None)


def _takes_somebody(entry: Entry) -> bool:
    """Tell whether what 向 brings behind a verb is of that verb, and not of the next one: 批准|向意大利|拨款."""
    return entry.act not in _TAKING_NOBODY and entry.word not in read_words("ratifying")


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
        elif self._coverb and self._coverb.entry and not self._acts_amid(self._coverb.entry, item):
            self._govern(self._coverb.entry, item)
        elif not self._drafts and item.tokens[-1].text in _AT and has_thing(item.phrases, MEETINGS):
            self._phrases += [("place", phrase) for phrase in item.phrases]  # 在巴西举行的峰会|上
        elif not self._drafts:
            self._lead(item.phrases)
        else:
            self._fill(item)
        self._coverb = None

    def _acts_amid(self, coverb: Entry, item: Item) -> bool:
        """Tell who acts in a clause that only says when: 在|法国总统|访问中国期间."""
        first = not (self._led or self._drafts or self._phrases)
        return coverb.word == "在" and first and all(map(is_official, item.phrases))

    def _govern(self, coverb: Entry, item: Item) -> None:
        """Hang a coverb phrase on the verb before it, where it stands right behind, else let it wait for the next one."""
        slot = coverb.slot
        self._origin = self._coverb if coverb.word == "来自" else self._origin
        if slot == "agent":
            acting = tuple(one._replace(sort=None) if one.sort == "team" else one for one in item.phrases)
            self._topic, self._subject = self._subject, acting
            self._carried = tuple(own(phrase, item.phrases) for phrase in self._topic)
            self._led = True
        elif slot == "disposing":
            self._phrases += [("object", phrase) for phrase in item.phrases]
        elif slot == "including":
            if self._drafts:
                self._fill(item)
        elif (
            self._drafts
            and _takes_somebody(self._drafts[-1].entry)
            and coverb.word in _BEHIND
            and (self._after_verb or coverb.word in ("给", "予"))
        ):
            calls = self._drafts[-1].act == "call"
            behind = cast(Slot, "goal" if calls else _BEHIND[coverb.word])
            self._drafts[-1] = self._drafts[-1].add(behind, aim(item.phrases))
        else:
            placed = aim(item.phrases) if slot in ("goal", "benefit", "inviter") else item.phrases
            placed = tuple(locate(phrase) for phrase in placed) if slot == "place" else placed
            self._phrases += [(cast(Slot, slot), phrase) for phrase in placed]

    def _lead(self, phrases: tuple[Phrase, ...]) -> None:
        named = any(phrase.parties or phrase.sort or phrase.pronoun for phrase in phrases)
        if not named and any(phrase.parties or phrase.pronoun for phrase in self._subject):
            return  # a verb that we do not know: 总理|已|进入国境
        if self._subject:
            self._topic = self._subject
        self._subject, self._led = phrases, True

    def _fill(self, item: Item) -> None:
        """Take a noun phrase behind a verb as whom it is for, what it acts on, or who does what the next verb says."""
        if self._drafts[-1].act in _GIVEN_TO and _counts_behind_name(item.tokens):
            taker, item = make_noun(item.tokens[:1]), make_noun(item.tokens[1:])
            self._drafts[-1] = self._drafts[-1].add("indirect", taker.phrases)
        draft, phrases = self._drafts[-1], item.phrases
        if draft.entry.governs in _PASSING:
            self._pivot = self._name_led(draft.entry.word, phrases)
            if draft.act:
                self._drafts[-1] = draft.add("object", phrases)
        elif draft.entry.to or draft.entry.governs == "come" or draft.act in ("leave", "visit"):
            things = draft.entry.to and draft.act in ("give", "send") and has_thing(phrases, THINGS - BUILDINGS)
            slot: Slot = "object" if draft.list("goal") or things else "goal"
            self._drafts[-1] = draft.add(slot, aim(phrases) if slot == "goal" else phrases)
        elif (
            draft.act in ("give", "build", "send")
            and not draft.list("object")
            and is_side(phrases)
            and not has_thing(phrases, THINGS)
        ):
            self._drafts[-1] = draft.add("indirect", aim(phrases))
        else:
            self._drafts[-1] = draft.add("object", phrases)
        self._after_verb = False

    def _name_led(self, verb: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """Return a delegation of which nothing says whose it is as that of who leads it: "率|代表团|访问"."""
        if verb not in read_words("leading"):
            return phrases
        sides = tuple(code for one in self._subject for code in one.parties)
        return tuple(one if one.parties else one._replace(parties=sides) for one in phrases)

    def _take_verb(self, item: Item, entry: Entry) -> None:
        subject = self._pivot if self._pivot is not None else self._subject
        led = self._led or self._pivot is not None
        backed = self._pivot is not None and self._drafts[-1:] and self._drafts[-1].entry.word in read_words("backing")
        wished = self._wished or bool(backed and entry.act)  # 各方支持印度|主办
        draft = Draft(
            item.start, item.end, entry, entry.act, tuple(self._phrases), led, wished, self._each, self._ahead
        )  # fmt: skip
        passes = entry.governs in _PASSING and not _takes_somebody(entry)
        if not passes and any(slot in ("goal", "benefit") for slot, _ in self._phrases):
            self._thankful = ()  # 感谢中方为困难国家抗击疫情|提供援助: not for the one who thanks
        if not passes:
            self._phrases = []
        self._each = self._each and passes
        self._ahead = entry.governs if entry.governs in ("plan", "promise") else self._ahead
        draft = draft.add("subject", subject)
        if self._thankful:
            draft = draft._replace(thanked=self._thankful)
        received = self._carried and entry.act == "meet"  # 总统|受到|国王|接见
        if (received or any(phrase.sort for phrase in self._topic)) and not draft.list("object"):
            draft = draft.add("object", self._topic)
        self._drafts.append(draft)
        self._coverb, self._after_verb = None, True
        self._wished = self._wished or entry.word in read_words("wishes")
        if entry.word in read_words("thanking"):
            self._thankful = self._subject
        if entry.governs in ("pivot", "say"):
            self._pivot = None if entry.governs == "pivot" else self._pivot

    def finish(self) -> Read:
        """Return what was read."""
        if not self._drafts and self._origin:
            self._drafts = [self._come_from(self._origin)]
        drafts = [settle(draft) for draft in join_series(self._drafts)]
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
        things = tuple(phrase for phrase in self._subject if phrase.sort in THINGS)
        draft = Draft(origin.start, origin.end, entry, "give" if things else "", tuple(self._phrases), led=True)
        return draft.add("object", things)


def _counts_behind_name(tokens: Sequence[Token]) -> bool:
    """Tell whom something is given from how much it is: 捐赠|柬埔寨|100辆校车."""
    named = tokens[0].unit is not None and tokens[0].unit.kind in ("country", "organisation")
    return named and len(tokens) > 2 and tokens[1].kind == "text" and tokens[1].text.startswith(_AMOUNTS)
