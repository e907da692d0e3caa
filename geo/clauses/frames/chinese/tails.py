"""The head of a noun phrase: without a person's name behind an office, 等国 behind a list, 项目 behind a hospital."""

import re
from collections.abc import Sequence

from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.chinese.sorts import BUILDINGS, THINGS
from geo.clauses.frames.chinese.tokens import Token

# What ends a list of names or follows a head without being one: 等国, 一行12人, 10名成员, 手中.
_TAIL = re.compile(
    r"""
    等?(?:多个?|各|有关|其他|\d{1,3}个?|[两二三四五六七八九十]{1,3}个?)?(?:成员|主要|沿线)?
    (?:国家|国际|国|地区|地|方|人)?(?:在内)?
    | [上下中里内间] | 之[行旅] | 行程 | 日程 | 一行\d*人? | (?:一行)?\d+[名多余]{0,2}[^\d]{0,4} | [三两多]方 | [一两二三四五六七八九十\d]+[架艘辆列]
    | 第[一二三四五六七八九十\d]{1,3}(?:梯队|批次?|分队)
    """,
    re.VERBOSE,
)
# How much of a thing there is, behind it: 粮食|1.2万吨.
_AMOUNT = re.compile(
    r"""
    (?:共计?|约|近|逾|超过?|总计|合计)? [\d.,一二两三四五六七八九十]+ [余多百千万亿]{0,3}
    (?:公?吨|[只个件箱套台辆架艘顶剂支枚盒袋瓶批条份桶罐部床门头副剂张]|公斤|千克|剂次|人份|余[件只])
    """,
    re.VERBOSE,
)
_OTHERS = ("国", "国家", "方", "组织", "机构", "地区")
# What follows a thing's name as part of it: 军医|组, 无人艇|系统.
_PARTS = {"team": ("组", "团", "小队"), "goods": ("系统", "零件", "备件", "部件")}
_NAME = 12  # characters of a person's name behind an office


def drop_tail(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens up to the head: without a person's name behind an office, and without 等国 and its like."""
    kept = list(_cut_others(tokens))
    while len(kept) > 1 and _ends_in_tail(kept):
        kept.pop()
    return kept


def _cut_others(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the names before 等 where what stands behind it only says what they all are: 俄罗斯|等非欧佩克主要产油国."""
    behind = (place for place, token in enumerate(tokens) if token.kind == "text" and token.text.startswith("等"))
    others = next(behind, 0)
    return tokens[:others] if others and tokens[others - 1].unit and tokens[-1].text.endswith(_OTHERS) else tokens


def _ends_in_tail(tokens: Sequence[Token]) -> bool:
    last, before = tokens[-1], tokens[-2]
    if last.entry and last.entry.sort == "ceremony":
        return any(token.entry and token.entry.sort in THINGS for token in tokens[:-1])
    if last.entry and last.entry.act == "build" and last.kind == "verb":
        return True
    if before.entry and last.text in _PARTS.get(before.entry.sort, ()):
        return True
    if last.text in read_words("annexes") and before.entry and before.entry.act == "build":
        return True
    if last.text in read_words("annexes"):
        return bool(before.entry and before.entry.sort in BUILDINGS)
    return last.kind == "text" and not last.entry and _is_tail(before, last.text)


def _is_tail(before: Token, text: str) -> bool:
    holds = before.unit.kind == "person" if before.unit else bool(before.entry and before.entry.head == "office")
    if holds and len(text) <= (_NAME if "·" not in text else 2 * _NAME):
        return True
    if before.entry and before.entry.sort == "goods" and _AMOUNT.fullmatch(text):
        return True
    if text.startswith("“") and before.unit and before.unit.kind == "organisation":
        return True  # 石油输出国组织“欧佩克”
    return _TAIL.fullmatch(text) is not None
