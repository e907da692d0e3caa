"""Coverbs that govern nothing, and 与 as a joint inside what another coverb governs."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.items import Item, make_noun
from geo.clauses.frames.chinese.lexicon import Entry
from geo.clauses.frames.records import MEETINGS

# Coverbs that other uses of the same character are taken for, by what stands behind them.
_BEFORE_COVERB = ("将", "于", "应", "正在", "通过", "由", "以")
_BEFORE_TIME = ("于", "自", "从", "在", "据", "应")
_BEFORE_VERB = ("将", "就", "应", "由", "据", "正在")
_AROUND = ("向", "给", "为", "对", "由", "同", "与", "和")
_JOINTS = ("与", "同")


def free_coverbs(items: Sequence[Item]) -> list[Item]:
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
        return entry.word in _BEFORE_COVERB
    if following.kind == "adverb":
        return entry.word in _BEFORE_TIME
    return following.kind == "verb" and entry.word in _BEFORE_VERB


def join_governed(items: Sequence[Item]) -> list[Item]:
    """Return the items with 与 behind a governed noun as a joint: 向|卫生部|与|安置部|移交."""
    joined: list[Item] = []
    for item in items:
        if item.kind == "noun" and (_is_joined(joined[-3:]) or _names_meeting(joined[-2:], item)):
            noun, joint = joined[-2:]
            joined[-2:] = [make_noun((*noun.tokens, joint.tokens[0]._replace(kind="list"), *item.tokens))]
        else:
            joined.append(item)
    return joined


def _names_meeting(before: Sequence[Item], item: Item) -> bool:
    """Tell the name of a meeting from who meets: 东盟|与|中国外长会."""
    if [one.kind for one in before] != ["noun", "coverb"] or before[1].tokens[0].text not in _JOINTS:
        return False
    held = any(phrase.sort in MEETINGS for phrase in item.phrases)
    return held and item.tokens[0].unit is not None and all(token.unit for token in before[0].tokens)


def _is_joined(before: Sequence[Item]) -> bool:
    if [item.kind for item in before] != ["coverb", "noun", "coverb"]:
        return False
    return before[0].tokens[0].text in _AROUND and before[2].tokens[0].text in _JOINTS
