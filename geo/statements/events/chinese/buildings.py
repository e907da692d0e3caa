"""Laboratories and hospitals that one side built for another, in Chinese."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind
from geo.statements.events.acts import Act, Side, give, side_of
from geo.statements.events.chinese.subjects import find_clause, find_part, find_status
from geo.statements.events.sentence_shapes import GROUP, Shape

_BUILDING = re.compile(r"(?P<laboratory>实验室)|(?P<hospital>医院|方舱|医疗中心|诊疗中心|疾控中心)")
_FINISHED = re.compile(r"揭牌|启用|建成|移交|交付|落成|竣工|投入使用|投入运行|援建|开建|奠基|开工|捐建|揭幕|正式运营")
_BUILT_BY = re.compile(
    rf"(?P<by>{GROUP})[^，。；{GROUP}]{{0,14}}?(?:援建|援(?={GROUP})|捐建|出资|援助|帮助|协助|承建|向(?={GROUP}[^，。；{GROUP}]{{0,6}}(?:移交|捐赠|交付|捐建)))"
)


def find_buildings(shape: Shape) -> Iterator[Act]:
    """Yield the first laboratory or hospital of a sentence with who built it where."""
    acts = (_read_building(shape, match) for match in _BUILDING.finditer(shape.text))
    first = next((act for act in acts if act), None)
    if first:
        yield first


def _read_building(shape: Shape, match: re.Match[str]) -> Act | None:
    start, end = find_clause(shape, match.start())
    finished = _FINISHED.search(shape.text, start, end)
    by = _BUILT_BY.search(shape.text, find_part(shape, match.start()), match.start())
    status = find_status(shape, finished.start()) if finished else None
    if by is None or status is None:
        return None
    others = (code for group in shape.list_groups(by.end("by"), end) for code in (group.codes or group.places))
    kind: EventKind = "laboratory" if match["laboratory"] else "hospital"
    givers = side_of(shape.find_group(by.start("by")))
    return give(kind, (start, end), "building", status, givers, Side(tuple(dict.fromkeys(others))))
