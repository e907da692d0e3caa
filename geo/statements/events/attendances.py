"""Those whom the sentence after a meeting names as having attended it, in any language."""

import re

from geo.statements.events.acts import MEETINGS, Act
from geo.statements.events.sentence_shapes import Shape, list_codes


def add_attended(shape: Shape, act: Act, attend: re.Pattern[str], absent: re.Pattern[str]) -> Act | None:
    """Return a meeting with those whom a sentence names; None where it names none, or does not say that they came.

    `attend` finds the words for attending, `absent` those that say that someone did not.
    """
    attended = attend.search(shape.text) and not absent.search(shape.text)
    named = list_codes(shape.groups, act.hosts)
    if act.kind not in MEETINGS or not attended or not named:
        return None
    return act._replace(parties=tuple(dict.fromkeys((*act.parties, *named))))
