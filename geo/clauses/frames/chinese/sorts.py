"""The sorts of things and classes of acts that the reader of Chinese clauses tells apart."""

THINGS = frozenset({"goods", "money", "aid", "team", "laboratory", "hospital"})
BUILDINGS = frozenset({"laboratory", "hospital"})
MEETINGS = frozenset({"meeting", "summit", "video_conference"})
HELD = MEETINGS | {"agreement", "call"}

GIVING = ("give", "fund", "send", "build", "help")
MOVING = ("leave", "arrive")
MEETING = ("meet", "convene", "attend")
