"""How English tells events: the words that may state one, and the readers of each kind."""

import re
from collections.abc import Iterator

from geo.base.alternatives import group_words
from geo.statements.events.acts import Act, Background
from geo.statements.events.english.arrivals import find_supplies
from geo.statements.events.english.calls import find_calls
from geo.statements.events.english.meetings import add_attendance, find_agreements, find_meetings
from geo.statements.events.sentence_shapes import Shape

__all__ = ["REPORTED", "TRIGGERS", "add_attendance", "find_acts"]

# Of a sentence in small letters.
TRIGGERS = re.compile(
    group_words(
        r"phone|\bcall|\bmeet|\bmet\b|conference|summit|talks|forum|webinar|seminar|briefing|host|convene|sign|conclud|inked"
        r"|attend|took part|joined|particip|donat|gift|contribut|pledg|promis|offer|earmark|approv|announc|\bsen[dt]|g[ai]ve"
        r"|giving|ship|deliver|provid|suppl|dispatch|airlift|hands over|handed over|handing over|flew|flown|extend|\blen[dt]"
        r"|allocat|grant|deploy|present|export|transport|assist|aided|arriv|land|touch|reach|receiv|\bg[eo]ts?\b|accept"
        r"|obtain|welcom|laborator|hospital|clinic|\bleft\b|\bleav|depart|headed|moved on|travel|set o|took off|centre|center"
        r"|\blab\b"
    )
)
REPORTED = re.compile(r"\b(?:said|says|told|stressed|noted|pointed out|added)\b")


def find_acts(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what a sentence says was done."""
    calls = list(find_calls(shape, background))
    yield from calls or find_meetings(shape, background)
    yield from find_agreements(shape, background)
    yield from find_supplies(shape, background)
