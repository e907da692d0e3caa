"""The sorts of things and classes of acts that the reader of Chinese clauses tells apart."""

from geo.clauses.frames.chinese.lexicon import read_lexicon
from geo.clauses.frames.records import MEETINGS, Phrase
from geo.clauses.frames.rules import read_rule_words

THINGS = read_rule_words("zh", "sorts", "things")
BUILDINGS = frozenset({"laboratory", "hospital"})
HELD = MEETINGS | {"agreement", "call"}

GIVING = ("give", "fund", "send", "build", "help")
MOVING = ("leave", "arrive")
MEETING = ("meet", "convene", "attend")


def is_holder(phrase: Phrase) -> bool:
    """Tell a person in office from a body, a team and a country."""
    entry = read_lexicon().get(phrase.head)
    return bool(phrase.parties) and (phrase.head == "person" or (entry is not None and entry.head == "office"))
