"""Laboratories and hospitals that one side built for another, in English."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind
from geo.statements.events.acts import Act, Side, give, side_of
from geo.statements.events.english.subjects import find_part, find_status
from geo.statements.events.sentence_shapes import GROUP, Shape

_BUILDING = re.compile(
    r"\b(?:(?P<laboratory>laborator(?:y|ies)|testing (?:centre|center)|lab)|(?P<hospital>hospitals?|clinic|medical (?:centre|center)))\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:open(?:s|ed)|inaugurat\w+|complet\w+|handed over|unveiled|built|building|put into (?:use|operation|service)|"
    r"began (?:work|operating)|went into (?:use|service|operation)|set up|upgraded)\b",
    re.IGNORECASE,
)
_BUILT = r"built|donated|completed|set up|upgraded"
_BUILDER = re.compile(
    rf"\b(?:{_BUILT}|funded|financed|equipped|paid for|constructed|renovated)\b[^.;:{GROUP}]{{0,24}}\bby (?:the |an? )?(?P<by>{GROUP})|"
    rf"\b(?:that|which) (?:the )?(?P<that>{GROUP})(?: (?:has|had|have))? (?:{_BUILT}|promised|pledged|funded|financed|paid for)\b|"
    rf"(?P<own>{GROUP})[- ](?:aided|built|funded|donated|backed|financed)|"
    rf"(?P<subject>{GROUP})[^.;:,{GROUP}]{{0,30}}\b(?:{_BUILT}|handed over|opened|inaugurated)\b"
)
_HELPER = re.compile(
    rf"\b(?:(?:help|support|aid|assistance|funding|money) (?:of|from)|gift (?:of|from)) (?:an? |the )?(?P<by>{GROUP})"
)
_SOURCE = re.compile(r"\b(?:by|from|with)(?: the)? $")


def find_buildings(shape: Shape) -> Iterator[Act]:
    """Yield the first laboratory or hospital of a sentence with who built it where."""
    acts = (_read_building(shape, match) for match in _BUILDING.finditer(shape.text))
    first = next((act for act in acts if act), None)
    if first:
        yield first


def _read_building(shape: Shape, match: re.Match[str]) -> Act | None:
    start, end = find_part(shape, match.start())
    builder = _HELPER.search(shape.text, start, end) or _BUILDER.search(shape.text, start, end)
    finished = _FINISHED.search(shape.text, start, end)
    status = find_status(shape, finished.start()) if finished else None
    if builder is None or builder.lastgroup is None or status is None:
        return None
    givers = side_of(shape.find_group(builder.start(builder.lastgroup)))
    others = [
        code
        for group in shape.list_groups(start, end)
        if not _SOURCE.search(shape.text, max(start, group.at - 16), group.at)
        for code in (group.codes or group.places)
    ]
    takers = Side(tuple(dict.fromkeys(others))).without(givers.codes)
    kind: EventKind = "laboratory" if match["laboratory"] else "hospital"
    return give(kind, match.span(), "building", status, givers, Side(takers.codes[:1]))
