"""Whom a word means that points back: it, they, the country, 两国, 双方, 我方, 对方."""

import re
from collections.abc import Iterator

from geo.clauses.frames import Frame, Phrase, Slot
from geo.clauses.frames.records import MEETINGS, TAKING
from geo.languages.packs import read_lists
from geo.names.patterns import find_kind_of
from geo.statements.events.backgrounds import Background
from geo.statements.events.sides import NOBODY, Codes, Side

# What is done again and again, or by doing something else, goes on with no gift: "by sending experts", "since 1987".
_HABIT = re.compile(r"\b\w+ing\b(?<!during)|\bsince\b|\btimes\b|\bevery\b|\beach year\b|每年|多年|历年|一直|先后")
_HANDED = ("give", "send", "fund")
_PLAIN = ("it", "they", "he", "she", "we")
_ITSELF = ("it", "its", "itself")
_DEFINITE = ("the ", "The ", "these ", "These ", "this ", "This ", "其中", "这批", "该批")
_HOSTING = ("receive", "host", "welcome", "greet")
_BARE = 2  # characters: 会议, 峰会


def resolve(phrase: Phrase, background: Background, other: Side) -> Side:
    """Return those whom a pronoun means, given who stands on the other side; nobody where more than one reading fits.

    `background.earlier` are the codes named before it in its sentence, in order, `before` those of the sentence before.
    """
    if phrase.pronoun == "ours":
        return _find_speaker(background)
    if phrase.pronoun == "both":
        return _find_pair(background)
    if phrase.pronoun == "other":
        return _find_other(background, other)
    if phrase.pronoun == "they" and background.doers and not background.earlier:
        return Side(background.doers)
    taken = {code.partition(":")[0] for code in other.codes}
    left = [code for code in background.earlier if code not in taken]
    if left:
        return Side((left[0],)) if len(set(left)) == 1 else NOBODY
    itself = background.text[phrase.start : phrase.end].lower() in _ITSELF
    lead = background.told if itself and background.told else background.lead
    return Side((lead,)) if lead and lead not in taken else NOBODY


def _find_speaker(background: Background) -> Side:
    """Return for whom "we" speak: whom the sentence quotes, else whom the document is about, else who spoke before."""
    if background.quoted:
        return Side((background.quoted,))
    return background.find_own() or (Side((background.speaker,)) if background.speaker else NOBODY)


def find_served(frame: Frame, givers: Side, background: Background) -> Side:
    """Return the country for which something is given where the clause names no taker: the one where it is needed.

    "After an earthquake in Nepal, India sent 20 doctors", "WFP delivered food to 30,000 people in northern Chad": the only
    one where the sentence says before that something is, or that there the reason lies; of an organisation also one told
    of behind it, and the only one where something is in the sentence before. A purpose ("a mission to provide") is not told of the giver.
    """
    purpose = background.text.startswith("to ", frame.start) and frame.status != "announced"
    aimed = frame.act != "return" and frame.find(*TAKING) and not _serves(givers)
    if not givers.codes or purpose or aimed:
        return NOBODY
    taken = {code.partition(":")[0] for code in givers.codes}
    before = [code for code in background.located if code in (*background.earlier, *background.struck)]
    struck = [code for code in background.struck if code in background.earlier]  # 针对某国的洪灾
    spoken = (
        (background.located, struck, () if background.here else background.there)
        if _serves(givers)
        else (before, struck)
    )
    found = next((left for one in spoken if (left := set(one) - taken)), set())
    return Side((found.pop(),)) if len(found) == 1 else NOBODY


def find_sender(frame: Frame, background: Background) -> Side:
    """Return who sent a team that comes or leaves in a frame that does not say whose it is: "The team arrived on Friday"."""
    teams = [phrase for phrase in frame.list("subject") if phrase.sort == "team" and not phrase.owners]
    known = bool(teams) and frame.act in ("arrive", "leave") and _is_definite(background.text, teams[0])
    return Side(background.team[0]) if known else NOBODY


def _is_definite(text: str, team: Phrase) -> bool:
    """Tell "the team", which has been told of, from "a team"; Chinese writes no article."""
    words = text[team.start : team.end].lower()
    return words.startswith(("the ", "these ", "they ")) or (not words.isascii() and not any(map(str.isdigit, words)))


def _serves(givers: Side) -> bool:
    """Tell organisations, which help people in a country, from countries, which help countries."""
    return all(find_kind_of(code) == "organisation" for code in givers.codes)


def continue_gift(frame: Frame, givers: Side, takers: Side, background: Background) -> tuple[Side, Side]:
    """Return both sides of a gift of which the sentence says one or none, where it goes on with the gift told just now.

    "Japan gave Fiji tents. It also sent ten doctors": to Fiji. "The tents arrived on Monday": those of Japan, in Fiji.
    Where the sentence names others who may be meant, nobody is added.
    """
    gave, took = background.gift
    others = set(background.here) - {code.partition(":")[0] for code in (*gave, *took)}
    if not gave or others or givers.counted or takers.counted or frame.retold:
        return givers, takers
    if givers.codes == gave and not takers and frame.act in _HANDED:
        return givers, Side(took) if _is_told_of(frame, background.text) else NOBODY
    handed = frame.act in _HANDED and not frame.list("subject")  # "the tents were handed over"
    back = not givers and (handed or frame.act == "arrive") and any(_points_back(frame, background.text))
    return (Side(gave), Side(took)) if back and (not takers or takers.codes == took) else (givers, takers)


def _is_told_of(frame: Frame, text: str) -> bool:
    """Tell whether who gives is named or a plain pronoun, and gives once; "the government" may be another's."""
    doers = frame.list("subject")
    if frame.find(*TAKING, "place") or _HABIT.search(text, frame.start, max(frame.end, frame.clause_end)):
        return False
    return all(one.parties or text[one.start : one.end].lower() in _PLAIN for one in doers)


def _points_back(frame: Frame, text: str) -> Iterator[bool]:
    """Yield of what is given or comes whether it is the thing told of before: "the doses", "these tents"."""
    slots: tuple[Slot, ...] = ("object", "subject")
    for slot in slots:
        things = [one for one in frame.list(slot) if one.sort and not one.owners]
        yield any(text.startswith(_DEFINITE, one.start) for one in things)


def _find_pair(background: Background) -> Side:
    """Return the two who are named in this sentence, else in the one before."""
    later = (
        () if background.before or background.earlier else background.here
    )  # "The two countries … Zambia and Botswana"
    for named in (background.earlier, background.before, later):
        if len(set(named)) == 2:
            return Side(tuple(dict.fromkeys(named)))
    return NOBODY


def _find_other(background: Background, other: Side) -> Side:
    left = {code for code in (*background.earlier, *background.before) if code not in other.codes}
    return Side((left.pop(),)) if len(left) == 1 else NOBODY


def complete_talk(frame: Frame, parties: Codes, background: Background) -> Codes:
    """Return the two sides of a talk of which the clause names one or none, where the text leaves no doubt.

    Beside one known side stands a person without a known country: the only other country of the sentence, else of the
    one before. Where the clause names nobody ("在会谈中", "during the meeting"), the talk told last is meant, or that of
    the only two who are named.
    """
    aside = background.text.startswith("to ", frame.start)  # "flew to Oslo to meet the rebel": no Norwegian
    if len(parties) == 1 and not aside and _has_stranger(frame, background.text):
        others = next(
            (left for one in (background.here, background.before) if (left := set(one) - set(parties))), set()
        )
        return (*parties, *others) if len(others) == 1 else parties
    if parties or frame.led or any(phrase.pronoun is None and not phrase.sort for _, phrase in frame.slots):
        return parties
    return background.talk or _find_pair(background._replace(earlier=background.here)).codes


def complete_meeting(frame: Frame, parties: Codes, background: Background) -> Codes:
    """Return who took part in a meeting of which the clause says no name, with those of the sentence before."""
    held = [phrase for phrase in frame.list("object") if phrase.sort in MEETINGS]
    bare = held and all(phrase.end - phrase.start <= _BARE and not phrase.owners for phrase in held)
    return tuple(dict.fromkeys((*background.meeting, *parties))) if bare and len(parties) < 2 else parties


def complete_attended(frame: Frame, parties: Codes, background: Background) -> Codes:
    """Return who talked in a talk that is only called so where others are said to have been there: "王毅等参加会见"."""
    held = frame.list("object")
    bare = bool(held) and all(one.sort == "meeting" and one.end - one.start <= _BARE and not one.owners for one in held)
    known = bool(background.talk) and set(parties) <= set(background.talk)
    return background.talk if bare and known else parties


def _has_stranger(frame: Frame, text: str) -> bool:
    """Tell whether the other side is a person by name of whom nothing says for whom they speak."""
    slots: tuple[Slot, ...] = ("object", "partner", "subject") if frame.lemma in _HOSTING else ("object", "partner")
    others = [phrase for slot in slots for phrase in frame.list(slot)]
    return any(_is_bare(one) and _is_name(text[one.start : one.end], one.head) for one in others)


def _is_bare(phrase: Phrase) -> bool:
    return not (phrase.parties or phrase.pronoun or phrase.sort or phrase.owners or phrase.counted)


def _is_name(words: str, head: str) -> bool:
    """Tell a name from a noun: written with a capital, or in Chinese all that the phrase is, or behind an office."""
    return (
        head.capitalize() in words if words.isascii() else words.startswith(head) and not head.endswith(_list_people())
    )


def _list_people() -> tuple[str, ...]:
    """Return the Chinese words for people who speak for nobody."""
    return tuple(read_lists("zh", "clauses", "words")["people"])
