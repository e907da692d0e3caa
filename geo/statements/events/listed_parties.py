"""The lists that name those whom an act only counts: "33 countries gave: …", "They are …", or item by item."""

import re
from collections.abc import Mapping

from geo.clauses.frames import Words
from geo.statements.events.acts import Act
from geo.statements.events.sentence_shapes import GROUP, Codes, Shape, draw_shape

_AFTER: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(rf"[：:—－]+{GROUP}|[，,]?(?:分别[是为]|包括|其中有|其中包括|受援方?[还也]?有|还有|还包括|即)[：:]?{GROUP}"),
    "en": re.compile(
        rf"(?::|—|–| -|,? (?:among them|including|namely|such as|they (?:are|were)))\s*(?:the )?{GROUP}|\((?:the )?{GROUP}",
        re.IGNORECASE,
    ),
}  # fmt: skip
_NEXT: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(rf"(?:这[些\d一二三四五六七八九十]|上述|它们|他们|分别|其中|包括|即|国际组织)[^{GROUP}。]{{0,16}}{GROUP}"),
    "en": re.compile(rf"(?:They|These|Those|The (?:\w+ ){{0,3}}(?:countries|recipients|donors|governments|givers|others))\b[^{GROUP}.]{{0,50}}? ?{GROUP}"),
}  # fmt: skip
_LIKEWISE: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(rf"{GROUP}[^。{GROUP}]{{0,12}}也"),
    "en": re.compile(rf"{GROUP}[^.{GROUP}]{{0,40}}\b(?:done so|did so|the same|did likewise)\b"),
}
_NAMED_AFTER = 6  # characters from a count to those whom it counts: "有1个，即…"
_ITEM = re.compile(rf"\W*(?:[Tt]he |and )?{GROUP}\W*")


def fill_from_rest(words: Words, act: Act) -> Act:
    """Return an act with those whom the rest of its own sentence lists, be it after a colon or after "among them"."""
    if act.open is None:
        return act
    shape = draw_shape(words)
    listed = _AFTER[words.language].search(shape.text, shape.find_place(act.end))
    return _fill(act, _find_codes(shape, listed)) if listed else act


def fill_from_next(words: Words, act: Act) -> Act | None:
    """Return an act with those whom the next sentence, or one item of a list after it, adds; None where it adds none."""
    if act.open is None:
        return None
    shape = draw_shape(words)
    item = _ITEM.fullmatch(shape.text)
    if item:
        return _fill(act, shape.groups[0].codes)
    listed = _NEXT[shape.language].match(shape.text)
    if not listed and _LIKEWISE[shape.language].search(shape.text):
        return _fill(act, tuple(code for group in shape.groups for code in group.codes))
    return _fill(act, _find_codes(shape, listed)) if listed else None


def _find_codes(shape: Shape, match: re.Match[str]) -> Codes:
    """Return the codes of the group that a match ends in; where it only counts, of the one right behind it."""
    group = shape.find_group(match.end() - 1)
    if group and not group.codes:
        group = next(iter(shape.list_groups(match.end(), match.end() + _NAMED_AFTER)), group)
    return group.codes if group else ()


def _fill(act: Act, codes: Codes) -> Act:
    if act.open == "giver":
        return act._replace(givers=tuple(dict.fromkeys((*act.givers, *(c for c in codes if c not in act.recipients)))))
    return act._replace(recipients=tuple(dict.fromkeys((*act.recipients, *(c for c in codes if c not in act.givers)))))
