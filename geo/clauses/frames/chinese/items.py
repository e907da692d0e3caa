"""The items of a clause: noun phrases, verbs and coverbs, with verbs that are nouns here taken as nouns."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from geo.clauses.frames.chinese.lexicon import Entry
from geo.clauses.frames.chinese.phrases import build_phrases
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Phrase

ItemKind = Literal["noun", "verb", "coverb", "de", "adverb"]
_NOMINAL = ("unit", "noun", "pronoun", "text")
# Behind these a verb that may be a noun is one: 举行|会谈, 提供|援助, 出席|会晤.
_GIFTS = ("goods", "team", "aid", "money", "laboratory", "hospital")
_TAKE_NOUNS = ("convene", "attend", "give", "receive", "sign", "arrive")


class Item(NamedTuple):
    """A part of a clause; `tokens` are those of a noun phrase in order, `inner` what its relative clauses have told."""

    kind: ItemKind
    start: int
    end: int
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...] = ()
    entry: Entry | None = None
    inner: tuple[object, ...] = ()


def make_noun(tokens: Sequence[Token], inner: tuple[object, ...] = ()) -> Item:
    """Return a noun phrase of some tokens."""
    return Item("noun", tokens[0].start, tokens[-1].end, tuple(tokens), build_phrases(tokens), None, inner)


def list_items(tokens: Sequence[Token]) -> list[Item]:
    """Return the items of a clause in order."""
    runs: list[list[Token]] = []
    for place, token in enumerate(tokens):
        if runs and _goes_on(runs[-1], token, tokens[place + 1] if place + 1 < len(tokens) else None):
            runs[-1].append(token)
        else:
            runs.append([token])
    return _nominalise(_join_bound(_join_governed(_free_coverbs([_make_item(run) for run in runs]))))


def _goes_on(run: Sequence[Token], token: Token, following: Token | None) -> bool:
    """Tell whether a token belongs to the noun phrase before it; 和 and its like do between two nouns only."""
    if run[-1].kind not in (*_NOMINAL, "list") or run[0].kind == "list":
        return False
    if token.kind == "list":
        return following is not None and (
            following.kind in _NOMINAL or following.kind in ("list", "adverb") or _may_be_noun(following)
        )
    return token.kind in _NOMINAL


def _may_be_noun(token: Token) -> bool:
    return token.kind == "verb" and token.entry is not None and bool(token.entry.sort)


def _make_item(run: Sequence[Token]) -> Item:
    first = run[0]
    if first.kind in _NOMINAL:
        return make_noun(run)
    kinds: dict[str, ItemKind] = {"verb": "verb", "coverb": "coverb", "de": "de"}
    return Item(kinds.get(first.kind, "adverb"), first.start, run[-1].end, tuple(run), (), first.entry)


def _free_coverbs(items: Sequence[Item]) -> list[Item]:
    """Return the items with coverbs that govern nothing as adverbs: 将|于, 于|2日, 向|包括."""
    freed: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        after_coverb = bool(freed) and freed[-1].kind == "coverb"
        if item.kind == "coverb" and item.entry and _is_free(item.entry, following, after_coverb):
            item = item._replace(kind="adverb", entry=None)
        freed.append(item)
    return freed


def _is_free(entry: Entry, following: Item | None, after_coverb: bool) -> bool:
    if entry.slot == "including":
        return after_coverb
    if following is None:
        return True
    if following.kind == "coverb":
        return entry.word in ("将", "于", "应", "正在", "通过", "由", "以")
    if following.kind == "adverb":
        return entry.word in ("于", "自", "从", "在", "据", "应")
    return following.kind == "verb" and entry.word in ("将", "就", "应", "由", "据", "正在")


def _join_governed(items: Sequence[Item]) -> list[Item]:
    """Return the items with 与 behind a governed noun as a joint: 向|卫生部|与|安置部|移交."""
    joined: list[Item] = []
    for item in items:
        if (
            item.kind == "noun"
            and len(joined) > 2
            and [one.kind for one in joined[-3:]] == ["coverb", "noun", "coverb"]
        ):
            around, noun, joint = joined[-3:]
            if around.tokens[0].text in ("向", "给", "为", "对", "由") and joint.tokens[0].text in ("与", "同"):
                comma = joint.tokens[0]._replace(kind="list")
                joined[-2:] = [make_noun((*noun.tokens, comma, *item.tokens))]
                continue
        joined.append(item)
    return joined


def _join_bound(items: Sequence[Item]) -> list[Item]:
    """Return the items with a team's or gift's full name as one: 中国|援|尼日尔医疗队, 中国|援助|埃及首批物资|运抵."""
    joined: list[Item] = []
    for place, item in enumerate(items):
        bound = joined[-1] if joined else None
        following = next((one for one in items[place + 1 :] if one.kind not in ("adverb", "coverb", "noun")), None)
        if bound and item.kind == "noun" and _is_bound(bound, item, following):
            joined.pop()
            before = joined.pop().tokens if joined and joined[-1].kind == "noun" else ()
            item = make_noun((*before, *bound.tokens, *item.tokens))
        joined.append(item)
    return joined


def _is_bound(verb: Item, noun: Item, following: Item | None) -> bool:
    entry = verb.entry
    things = any(phrase.sort in _GIFTS for phrase in noun.phrases)
    if verb.kind != "verb" or entry is None or not things or noun.tokens[0].unit is None:
        return False
    act = following.entry.act if following and following.entry else ""
    moves = following is not None and (following.kind == "de" or act in ("arrive", "leave", "build", "convene", "give"))
    return entry.word in ("援", "赴") or (entry.act in ("help", "leave") and moves)


def _nominalise(items: Sequence[Item]) -> list[Item]:
    """Return the items with verbs that are nouns here made nouns, and joined to the noun phrase they end or begin."""
    kept: list[Item] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        if item.kind == "verb" and _is_asking(item, kept):
            item = item._replace(kind="adverb", entry=None)
        if item.kind == "verb" and _is_noun(item, kept, following):
            item = make_noun(item.tokens)
        if item.kind == "noun" and len(kept) > 1 and _names_meeting(kept[-2], kept[-1], item):
            verb, noun = kept.pop(), kept.pop()
            kept.append(make_noun((*noun.tokens, *verb.tokens, *item.tokens)))
        elif item.kind == "noun" and kept and kept[-1].kind == "noun":
            kept[-1] = make_noun((*kept[-1].tokens, *item.tokens))
        else:
            kept.append(item)
    return kept


def _names_meeting(noun: Item, verb: Item, head: Item) -> bool:
    """Tell a verb inside the name of a meeting: 二十国集团领导人|应对|新冠肺炎特别峰会."""
    held = any(phrase.sort in ("summit", "meeting", "video_conference") for phrase in head.phrases)
    plain = verb.entry is not None and verb.entry.governs == "other" and verb.entry.word not in ("是", "系", "还有")
    return (
        held
        and plain
        and verb.kind == "verb"
        and noun.kind == "noun"
        and noun.tokens[-1].text in ("领导人", "首脑", "外长", "国家")
    )


def _is_asking(item: Item, before: Sequence[Item]) -> bool:
    """Tell a noun of asking behind whom it comes from: 应老挝政府|请求, 响应世卫组织|呼吁."""
    seen = [one for one in before if one.kind != "adverb"][-2:]
    coverb = seen[0].entry if len(seen) == 2 and seen[0].kind == "coverb" and seen[1].kind == "noun" else None
    asks = item.entry is not None and item.entry.governs == "pivot"
    return asks and coverb is not None and (coverb.slot == "inviter" or coverb.word in ("响应", "回应"))


def _is_noun(item: Item, before: Sequence[Item], following: Item | None) -> bool:
    entry = item.entry
    if not entry or not entry.sort:
        return False
    if following and following.kind == "noun" and _is_plain(following.tokens[0]):
        return True
    seen = [one for one in before if one.kind != "adverb"]
    last = seen[-1] if seen else None
    if last is None:
        return False
    if (
        last.kind == "noun"
        and last.tokens[-1].entry
        and last.tokens[-1].entry.sort == "money"
        and entry.sort in ("money", "aid")
    ):
        return True
    if (
        len(seen) > 1
        and last.kind == "noun"
        and seen[-2].kind == "de"
        and entry.word in ("会谈", "会晤", "磋商", "会面")
    ):
        return True
    if last.kind == "de":
        return not (following and following.kind == "noun" and entry.act in ("meet", "visit"))
    if last.kind == "verb":
        return _takes_nouns(last.entry)
    governed = seen[-2] if len(seen) > 1 and last.kind == "noun" else None
    return (
        governed is not None and governed.kind == "verb" and _takes_nouns(governed.entry) and not _names(last, governed)
    )


def _takes_nouns(entry: Entry | None) -> bool:
    return entry is not None and (entry.act in _TAKE_NOUNS or entry.governs == "light")


def _names(noun: Item, governing: Item) -> bool:
    """Tell "收到中国援助": who gives is named, and what follows may be the verb."""
    act = governing.entry.act if governing.entry else ""
    return act in ("receive", "give", "arrive") and any(token.unit for token in noun.tokens)


def _is_plain(token: Token) -> bool:
    return token.entry is not None and token.entry.head == "plain"
