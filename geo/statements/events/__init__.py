"""What happened between countries and organisations: calls, meetings, teams, supplies, gifts, buildings, agreements.

The grammar of each language reads the shape of one sentence at a time (`geo.statements.events.sentence_shapes`); what a sentence leaves
out (who "it" is, who attended the meeting) is taken from the sentence before it or from the document as a whole.
One statement is one event: a team sent to five countries is one event with five recipients. `join_tellings` says which
events are one act, told again or at another stage. `rule` is one of

    call        two sides spoke by telephone
    meeting     a meeting, video conference or summit was held or attended
    agreement   something was signed
    team        people were sent or arrived
    gift        someone gave, sent or promised something to someone
    received    someone received something
    arrival     goods arrived or were handed over
    carried     goods came with a team
    building    a laboratory or hospital was built or opened
    list        those who announced that they would do what others have done
"""

from geo.statements.events.finding import Passage, find_events
from geo.statements.events.tellings import join_tellings
from geo.statements.events.told_events import AMOUNTS, ToldEvent

__all__ = ["AMOUNTS", "Passage", "ToldEvent", "find_events", "join_tellings"]
