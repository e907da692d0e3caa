"""One noun group of an English sentence from its tokens: for whom it stands, or whose it is."""

from collections.abc import Sequence

from geo.clauses.frames.english.hanging import add_actor, is_sided
from geo.clauses.frames.english.lexicons import read_actors, read_set, read_sorts
from geo.clauses.frames.english.noun_heads import find_head, is_office, is_year
from geo.clauses.frames.english.noun_sorts import GROUPS, find_actor, find_sort
from geo.clauses.frames.english.records import TALKS, Group, Token
from geo.clauses.frames.records import Pronoun
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import find_lemma

_OWNING = read_rule_words("en", "nouns", "owning")
_COUNTRIES = frozenset({"country", "nation", "state", "economy"})
_SIDES = frozenset({"both", "two"})
_NUMBERS = frozenset({"million", "hundred", "thousand", "billion", "many", "more"})


def make_group(tokens: Sequence[Token]) -> Group:
    """Return the group that a run of tokens makes, its possessors included."""
    owner: Group | None = None
    first = 0
    for place, token in enumerate(tokens):
        if token.is_possessive and place > first:
            owner = _make_core(tokens[first:place], owner)
            first = place + 1
    if first >= len(tokens):  # "the meeting at Macron's"
        return owner or Group(tokens[0].start, tokens[-1].end)
    group = _make_core(tokens[first:], owner)
    group.start = tokens[0].start
    return group


def _make_core(tokens: Sequence[Token], owner: Group | None) -> Group:
    head = find_head(tokens)
    group = _begin(tokens, head, owner)
    seat = _find_seat(group, tokens)
    owners = _list_owners([token for token in tokens if token is not seat], head, owner)
    if head.unit is not None and not (head.unit.adjective and len(tokens) > 1 and group.words[0] != "the"):
        _stand_for_name(group, head, tokens)
    else:
        _stand_for_noun(group, head, tokens, owners)
    _call_after(group, head, seat, owned=bool(owners))
    if group.sort == "team" and group.head in read_set("things", "vague", "words"):
        group.is_vague = read_set("things", "vague", "qualifiers").isdisjoint(group.words)
    _count_people(group, head, tokens)
    if owner:
        _belong(group, owner, tokens)
    group.pronoun = _find_pronoun(group, group.words, head)
    group.lead = _find_lead(tokens, head)
    group.name = _find_name(group, head, tokens[-1])
    return group


def _begin(tokens: Sequence[Token], head: Token, owner: Group | None) -> Group:
    """Return a group with what its words alone say."""
    lowers = tuple(token.lower for token in tokens)
    group = Group(tokens[0].start, tokens[-1].end, _find_base(head), lowers)
    group.sort = find_sort(tokens, head, group.head)
    group.is_definite = lowers[0] in read_set("clauses", "pronouns", "determiners") or owner is not None
    group.is_possessed = owner is not None and owner.is_name and bool(owner.codes)
    group.possessor = (owner.pronoun if owner else None) or _find_possessor(lowers)
    if head.unit is None:
        times = read_set("clauses", "time", "words")
        numbered = head.tag == "NUM"
        group.is_number = numbered or group.head in _NUMBERS
        group.is_time = group.head in times or is_year(group.head) or (numbered and not times.isdisjoint(lowers))
    return group


def _count_people(group: Group, head: Token, tokens: Sequence[Token]) -> None:
    """Make so many of a nationality people: "2 million Ukrainians"."""
    if head.unit is not None and head.unit.adjective and any(token.tag == "NUM" for token in tokens):
        group.head = "people"
        group.owners, group.codes = head.unit.codes, ()


def _find_lead(tokens: Sequence[Token], head: Token) -> tuple[str, ...]:
    """Return the country or person whose bare name opens a group: "Japan rice", but not "Japan-funded" or "US rice"."""
    unit = tokens[0].unit
    if len(tokens) < 2 or unit is None or unit is head.unit or unit.adjective:
        return ()
    named = unit.kind in ("country", "person") and not tokens[0].text.isupper() and "." not in tokens[0].text
    return unit.codes if named and tokens[1].text != "-" else ()


def _find_name(group: Group, head: Token, last: Token) -> str:
    """Return the name by which a person is known from then on: "Tony Blair" is Blair, "Prime Minister Jan Novak" Novak."""
    if group.actor is not None and last is not head and last.tag == "PROPN" and last.unit is None:
        return last.text
    known = last.unit is not None and last.unit.kind == "person" and " " in last.text and len(group.codes) == 1
    known = known and not last.lower.startswith("the ")  # an office that was named before
    return last.text.split()[-1] if known else group.name


def _find_base(head: Token) -> str:
    """Return the base form of a head: of a word with a hyphen that we do not know, that of its last part."""
    whole = head.unit is not None or head.lower.startswith("-") or head.lower in read_actors()
    return find_lemma(head.lower if whole else head.lower.rpartition("-")[2])


def _call_after(group: Group, head: Token, seat: Token | None, *, owned: bool) -> None:
    """Make the city of talks their place, and a treaty of many an agreement: "joined the Convention on Cluster Munitions"."""
    if seat is not None and seat.unit is not None and group.sort in TALKS:
        group.places = seat.unit.codes
    if head.text[:1].isupper() and not owned and group.head in read_set("things", "of_many", "treaties"):
        group.sort, group.is_of_many = "agreement", True


def _belong(group: Group, owner: Group, tokens: Sequence[Token]) -> None:
    """Let a person by name speak for the country that the name hangs on, "Libya's Abdul Hamid"; a party's donors are not many."""
    if group.head in read_set("things", "of_many", "givers"):
        group.counted = False
    if group.is_possessed and group.is_person and not group.codes and _is_full_name(tokens):
        group.codes, group.actor, group.owners = owner.codes, "", ()


def _is_full_name(tokens: Sequence[Token]) -> bool:
    """Tell "Abdul Hamid Dbeibah" from "Rift Valley" and "Eni": a person's name has no noun in it."""
    plain = all(
        token.tag == "PROPN"
        and token.unit is None
        and token.text[:1].isupper()
        and not _is_common(find_lemma(token.lower))
        for token in tokens
    )
    return plain and 2 <= len(tokens) <= 4


def _is_common(lemma: str) -> bool:
    known = lemma in read_sorts() or lemma in read_actors() or lemma in read_set("things", "taking", "words")
    return known or lemma in read_set("things", "naming", "words")


def _find_seat(group: Group, tokens: Sequence[Token]) -> Token | None:
    """Return the city after which talks or a treaty are called, no party to them: "the Kyoto Protocol", "the Doha talks"."""
    cities = [one for one in tokens if one.unit is not None and one.unit.kind == "place"]
    treaty = group.sort == "agreement" or group.head in read_set("things", "of_many", "treaties")
    return cities[0] if len(cities) == 1 and (treaty or group.sort in TALKS) else None


def _list_owners(tokens: Sequence[Token], head: Token, owner: Group | None) -> list[tuple[str, str]]:
    """Return the codes of those named before the head, each with the code that tells who acts for it."""
    found = (
        [(code, code) for code in (*owner.codes, *owner.located, *(owner.owners if owner.actor is not None else ()))]
        if owner
        else []
    )
    for place, token in enumerate(tokens):
        if token is head or token.unit is None:
            continue
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        if behind and behind.text == "-" and behind.start == token.end:
            after = tokens[place + 2] if place + 2 < len(tokens) else None
            if not (after and (after.unit is not None or after.lower in _OWNING)):
                continue
        found.extend((code, token.unit.side or code) for code in token.unit.codes)
    return found


def _stand_for_name(group: Group, head: Token, tokens: Sequence[Token]) -> None:
    unit = head.unit
    assert unit is not None
    behind = tokens[-1].unit if tokens[-1] is not head and is_office(head, tokens[-1]) else None
    group.places = group.goals = behind.codes if behind is not None else ()
    group.is_name = len(tokens) == 1 or all(token.tag in ("DET", "ADJ") for token in tokens if token is not head)
    group.counted = unit.kind == "count"
    group.is_person = unit.kind == "person"
    if unit.kind == "place":
        group.located = unit.codes
    elif unit.adjective and group.words[0] != "the":
        group.owners = unit.codes
    else:
        group.codes = (unit.side,) if unit.side and unit.kind != "count" else unit.codes
    group.sort = None


def _stand_for_noun(group: Group, head: Token, tokens: Sequence[Token], owners: Sequence[tuple[str, str]]) -> None:
    if group.head == "pope" and not owners and "coptic" not in group.words:
        owners = [("VAT", "VAT")]
    codes = tuple(dict.fromkeys(code for code, _ in owners))
    sides = tuple(dict.fromkeys(side for _, side in owners))
    group.actor = find_actor(group, head, tokens)
    group.counted = not owners and _is_of_many(group, head, tokens)
    person = next((t.unit for t in tokens if t.unit is not None and t.unit.kind == "person"), None)
    lands = group.head in _COUNTRIES and all(code[:1].isdigit() or ":" in code for code in codes)
    if person is not None:
        group.codes, group.actor = person.codes, ""
    elif group.actor is not None:
        group.codes = sides if any(map(is_sided, sides)) else tuple(add_actor(code, group.actor) for code in codes)
    elif lands and head.lower != group.head:
        group.codes = codes  # "West African countries"
    else:
        group.codes = () if group.sort else tuple(side for side in sides if is_sided(side))
        group.owners = () if lands else codes  # "the West African country" is one that has been named
        group.is_person = head.tag == "PROPN" and head.text[:1].isupper()


def _is_of_many(group: Group, head: Token, tokens: Sequence[Token]) -> bool:
    """Tell those whom nobody names, though they act: "six governments", "donors", "the rebels"."""
    numbered = group.head == "government" and any(token.tag == "NUM" for token in tokens)
    unnamed = group.head in read_set("things", "of_many", "givers") and head.lower != group.head
    return numbered or unnamed or group.actor == GROUPS


def _find_possessor(lowers: Sequence[str]) -> Pronoun | None:
    first = lowers[0]
    if first in ("its", "his", "her"):
        return "it"
    return "they" if first == "their" else "ours" if first == "our" else None


def _find_pronoun(group: Group, lowers: Sequence[str], head: Token) -> Pronoun | None:
    """Return what a group points back to: "they", "the country", "its government", "the two sides"."""
    if len(lowers) == 1:
        for kind in ("it", "they", "ours"):
            if lowers[0] in read_set("clauses", "pronouns", kind):
                return kind
    if group.codes or group.located or group.owners:
        return None
    if not _SIDES.isdisjoint(head.lower.split()[:1]) or not _SIDES.isdisjoint(lowers[:2]):
        short = len(lowers) <= 2 and (group.sort is None and group.head not in read_set("things", "carriers", "words"))
        return "both" if group.counted or group.actor is not None or short else None
    if group.actor is not None and group.possessor:
        return group.possessor
    definite = lowers[0] in read_set("clauses", "pronouns", "determiners")
    if not (definite and head.unit is None and group.head in read_set("clauses", "pronouns", "nations")):
        return None
    return "other" if group.head in read_set("clauses", "pronouns", "lands") else "it"
