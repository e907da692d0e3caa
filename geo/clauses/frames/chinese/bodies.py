"""Names of bodies that hold a joint: 土耳其|灾害与应急管理署."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.tokens import Token
from geo.languages.packs import read_lists

_JOINTS = ("与", "和", "及", "暨")
_ENDS = ("署", "局", "部", "中心", "委员会", "总局", "总署", "机构")


def join_bodies(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a body's name as one, where a country's name stands right before it."""
    joined: list[Token] = []
    for token in tokens:
        joint = joined[-1:]
        if joint and joint[0].text in _JOINTS and _is_body(joined[:-1], token):
            name, _ = joined.pop(-2), joined.pop()
            token = token._replace(start=name.start, text=f"{name.text}{joint[0].text}{token.text}")
        joined.append(token)
    return joined


def _is_body(before: Sequence[Token], token: Token) -> bool:
    """Tell the end of a body's name, with plain words between it and whose it is; 财政部 and 外相 are whole by themselves."""
    words = _list_words(before)
    owner = before[-len(words) - 1] if len(words) < len(before) else None
    named = bool(words) and ((owner is not None and owner.unit is not None) or _is_aid(words[-1]))
    ends = token.unit is None and token.kind in ("text", "noun") and token.text.endswith(_ENDS)
    return named and ends and not before[-1].text.endswith(_list_ends())


def _list_words(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the plain words at the end of some tokens: no names, and nobody in office."""
    start = len(tokens)
    while start > 0 and tokens[start - 1].kind in ("text", "noun", "verb") and _is_plain(tokens[start - 1]):
        start -= 1
    return tokens[start:]


def _is_plain(token: Token) -> bool:
    entry = token.entry
    if token.kind == "verb":
        return entry is not None and entry.sort == "aid"
    return token.unit is None and (entry is None or entry.head in ("", "plain"))


def _is_aid(token: Token) -> bool:
    return token.entry is not None and token.entry.sort == "aid"


def _list_ends() -> tuple[str, ...]:
    suffixes = read_lists("zh", "things", "suffixes")
    return tuple(end for ends in suffixes.values() for end in ends)
