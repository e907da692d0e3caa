"""Whom 我国, 我方 and 我们 mean: whoever speaks in the sentence, else China where the text names it."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.members import read_member
from geo.clauses.frames.chinese.tokens import Token
from geo.clauses.frames.records import Unit, Words

# Without a speaker these mean China in a text that names it; 我们 may be anyone.
_HOME = ("我国", "我方", "我军")
_NOMINAL = ("unit", "noun", "text")


def name_speakers(tokens: Sequence[Token], words: Words) -> list[Token]:
    """Return the tokens with words for one's own country as the name of that country."""
    ours = [token for token in tokens if token.entry and token.entry.slot == "ours"]
    speaker = _find_speaker(tokens) if ours else None
    return [_name(token, speaker, words) if token in ours else token for token in tokens]


def _name(token: Token, speaker: str | None, words: Words) -> Token:
    home = "CHN" if token.text in _HOME and "CHN" in words.named else None
    code = speaker or home
    if code is None:
        return token
    return token._replace(kind="unit", entry=None, unit=Unit(token.start, token.end, "country", (code,), code))


def _find_speaker(tokens: Sequence[Token]) -> str | None:
    """Return for whom the subject of the first verb of saying speaks, None where for nobody or several."""
    for place, token in enumerate(tokens):
        if token.entry and token.entry.governs == "say":
            start = place
            while start > 0 and tokens[start - 1].kind in (*_NOMINAL, "time", "adverb"):
                start -= 1
            parties = read_member([one for one in tokens[start:place] if one.kind in _NOMINAL]).parties
            if len(parties) == 1:
                return parties[0]
    return None
