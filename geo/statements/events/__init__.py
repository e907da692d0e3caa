"""What happened between countries and organisations: calls, meetings, visits, teams, supplies, gifts, agreements, and other acts.

The clause reader (`geo.clauses.frames`) says of each clause who does what to whom; a frame fills an event by the class
of its verb (languages/all/acts.toml). What a sentence leaves out (who "it" is, who attended the meeting) is taken from
the sentence before it or from the document as a whole. One statement is one event: a team sent to five countries is one
event with five recipients. `join_tellings` says which events are one act, told again or at another stage. `rule` is the
class of the verb: give, fund, send, receive, arrive, leave, help, build, call, meet, attend, convene, visit, sign,
measure, vote or other.
"""

from geo.statements.events.finding import find_events
from geo.statements.events.readings import Passage
from geo.statements.events.tellings import join_tellings
from geo.statements.events.told_events import AMOUNTS, ToldEvent

__all__ = ["AMOUNTS", "Passage", "ToldEvent", "find_events", "join_tellings"]
