"""How Chinese tells events: the words that may state one, and the readers of each kind."""

import re
from collections.abc import Iterator

from geo.statements.events.acts import Act, Background
from geo.statements.events.chinese.arrivals import find_supplies
from geo.statements.events.chinese.buildings import find_buildings
from geo.statements.events.chinese.calls import find_calls
from geo.statements.events.chinese.meetings import add_attendance, find_agreements, find_meetings
from geo.statements.events.chinese.teams import find_teams
from geo.statements.events.sentence_shapes import Shape

__all__ = ["REPORTED", "TRIGGERS", "add_attendance", "find_acts"]

TRIGGERS = re.compile(
    r"通[了一次]{0,3}电话|通话|电话会谈|打电话|会[议晤谈见]|峰会|论坛|[报讨流长题谈]会|大会|磋商|连线|活动|签|达成|缔结|与会|参会|到会|"
    r"出席|参加|列席|提供|援|捐|赠|交付|移交|转交|运|派|抵|到达|降落|启程|出发|赴|前往|驰援|收到|接收|接受|获|迎来|实验室|医院|方舱|中心|"
    r"送|随机|同机|交接|供应|发往|拨|迎接|寄|对话"
)
REPORTED = re.compile(r"指出|表示|强调|说|介绍|认为|透露|称|通报(?=[，,：:])")


def find_acts(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what a sentence says was done."""
    yield from find_calls(shape, background)
    yield from find_meetings(shape, background)
    yield from find_agreements(shape, background)
    teams = list(find_teams(shape, background))
    yield from teams
    yield from find_buildings(shape)
    yield from find_supplies(shape, background, teams)
