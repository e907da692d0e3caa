"""Those whom the sentence after a meeting names as having attended it, in any language."""

from geo.clauses.frames import Words
from geo.languages.packs import read_lists
from geo.statements.events.acts import MEETINGS, Act


def add_attendance(words: Words, act: Act) -> Act | None:
    """Return a meeting with those whom a sentence names; None where it names none, or does not say that they came.

    The words for attending and for staying away are those of languages/<code>/verbs.toml.
    """
    if act.kind not in MEETINGS or not _tells(words, "attending") or _tells(words, "absent"):
        return None
    named = [one.code for one in words.mentions if one.kind != "region" and one.code not in act.hosts]
    return act._replace(parties=tuple(dict.fromkeys((*act.parties, *named)))) if named else None


def _tells(words: Words, table: str) -> bool:
    sentence = words.text[words.start : words.end].lower()
    return any(word in sentence for word in read_lists(words.language, "verbs", "attendance").get(table, []))
