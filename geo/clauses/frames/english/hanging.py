"""What hangs on a noun group: its of-phrases and other prepositional phrases, and what they say of it."""

from geo.clauses.frames.english.lexicons import read_noun_acts, read_set, read_slots
from geo.clauses.frames.english.records import Group
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

Codes = tuple[str, ...]
SEATS = read_rule_words("en", "hanging", "seats")
PARTS = read_rule_words("en", "hanging", "parts")
_LOCAL = ":local"
_LASTING = frozenset({"meeting", "call", "video_conference"})
_SHARES = read_rule_words("en", "hanging", "shares")
_SCHEMES = read_rule_words("en", "hanging", "schemes")
_TOURS = frozenset({"tour"})
_GIFTS = read_rule_words("en", "hanging", "gifts")
_FORMLESS = read_rule_words("en", "hanging", "formless")


def merge(*lists: Codes) -> Codes:
    """Return the codes of some lists in order, each once."""
    return tuple(dict.fromkeys(code for codes in lists for code in codes))


def is_sided(code: str) -> bool:
    """Tell "CHN:firms" from "CHN" and "org:who"."""
    return ":" in code and not code.startswith(("org:", "region:"))


def add_actor(code: str, actor: str) -> str:
    """Return a code with who acts for it, where it is a country's that has none yet."""
    return code if is_sided(code) or code.startswith(("org:", "region:")) else code + actor


def list_sides(group: Group) -> Codes:
    """Return for whom a group or the members of a list stand by their heads."""
    return merge(*(one.codes for one in group.list_members()))


def list_doers(group: Group) -> Codes:
    """Return who acts behind "by" or "from": for whom the group stands, whose money it is, else where a city lies."""
    found: list[Codes] = []
    for one in group.list_members():
        funds = one.owners if one.sort in ("money", "aid") else ()
        people = one.owners if one.head in ("people", "nation") else ()  # "donated by the people of Japan"
        found.append(one.codes or funds or one.located or people)
    return merge(*found)


def list_takers(group: Group) -> Codes:
    """Return who is meant by a group that something is for: itself, else whose or where its people and places are."""
    return merge(*(_list_taker(one) for one in group.list_members()))


def _list_taker(group: Group) -> Codes:
    if group.codes or group.located:
        return group.codes or group.located
    if group.head in read_set("things", "taking", "works"):
        return merge(group.owners, group.places)
    if (group.is_number or group.head in _SHARES) and group.content is not None:
        return list_takers(group.content)  # "11% of the Afghan people"
    helped = group.head in read_set("things", "taking", "words") or names_person(group.head)
    if not helped and not group.is_person:
        return ()
    if group.places:
        return group.places if not group.owners or group.owners == group.places or group.head == "refugee" else ()
    return group.owners if group.owners else (list_takers(group.content) if group.content else ())


def list_places(group: Group) -> Codes:
    """Return where a group lies: its cities and countries, else where what it names is."""
    return merge(*(one.located or _list_lands(one) or one.places or _list_seat(one) for one in group.list_members()))


def _list_lands(group: Group) -> Codes:
    """Return the countries that a group names or has its parts of: "Malawi", "the districts of Malawi"."""
    if group.actor == _LOCAL:
        return tuple(code.removesuffix(_LOCAL) for code in group.codes if code.endswith(_LOCAL))
    lands = (code for code in group.codes if not is_sided(code) and not code.startswith("org:"))
    return tuple(lands) if group.is_name else ()


def _list_seat(group: Group) -> Codes:
    """Return whose a building or a place is: "at the University of Ghana", "in Japan's north"."""
    return group.owners if group.head in read_set("things", "taking", "words") else ()


def hang_of(group: Group, content: Group) -> None:
    """Hang an of-phrase on a group: whom its head stands for, what it holds, whose it is."""
    group.end = content.end
    group.content = content
    if group.pronoun != "both":
        group.pronoun = None
    if content.pronoun == "both" and group.head in read_noun_acts():
        group.pronoun = "both"  # "meetings of the presidents of the two countries"
    _last(group, content)
    _sum_up(group, content)
    if content.is_time and group.head in PARTS:
        group.is_time = True  # "since the beginning of the year"
        return
    if group.head == "company" and any(one.sort == "team" for one in content.list_members()):
        group.actor, group.sort = None, "team"  # "a company of 120 Gurkhas"
    if group.actor is not None and not group.codes:
        _act_for(group, content)
        return
    group.is_vague = group.is_vague and not any(
        one.sort == "team" and not one.is_vague for one in content.list_members()
    )
    if group.head in read_set("things", "holders", "words") or group.is_number:
        _hold(group, content)
    if (
        group.sort == "visit"
        and group.head in _TOURS
        and not any(one.actor is not None for one in content.list_members())
    ):
        group.goals = merge(group.goals, list_takers(content))  # "a tour of Jordan and Egypt"
        return
    group.owners = merge(group.owners, list_sides(content), *(one.owners for one in content.list_members()))
    group.places = merge(
        group.places, *(one.places for one in content.list_members()), *(one.located for one in content.list_members())
    )
    group.goals = merge(group.goals, *(one.goals for one in content.list_members()))


def _sum_up(group: Group, content: Group) -> None:
    """Let "aid of $3 million" be money."""
    if group.sort == "aid" and content.sort == "money":
        group.sort = "money"


def _last(group: Group, content: Group) -> None:
    """Let "two days of talks" be talks."""
    if group.is_time and content.sort in _LASTING and group.words[-1] in ("hours", "days", "weeks", "months"):
        group.is_time, group.head, group.sort = False, content.head, content.sort
        group.partners, group.is_definite = content.partners, False


def _act_for(group: Group, content: Group) -> None:
    sides = merge(list_sides(content), *(one.located for one in content.list_members() if group.actor == ":local"))
    sides = sides or merge(*(one.owners for one in content.list_members() if one.sort is None))  # "of Health of Peru"
    actor = group.actor or ""
    group.codes = tuple(add_actor(code, actor) for code in sides)
    group.counted = group.counted or any(one.counted for one in content.list_members())
    group.pronoun = group.pronoun or content.pronoun


def _hold(group: Group, content: Group) -> None:
    members = content.list_members()
    sorts = [one.sort for one in members if one.sort]
    plain = all(not one.codes and one.actor is None and not one.is_number for one in members)
    if (
        not sorts
        and plain
        and group.head in _GIFTS
        and not names_person(content.head)
        and content.head not in _FORMLESS
    ):
        sorts = ["goods"]  # whatever it is: "a donation of school desks"
    if group.sort == "money" and (group.head not in ("contribution", "grant") or content.is_number):
        return
    weak = (
        group.head in read_set("things", "carriers", "words")
        or group.sort in (None, "aid")
        or group.head in ("contribution", "delivery", "grant", "shipment", "unit", "crew")
    )
    if weak or sorts:
        group.sort = sorts[0] if sorts else "aid" if group.sort == "aid" else None
    if len(set(sorts)) > 1:
        group.members = []


def hang(group: Group, preposition: str, content: Group) -> None:
    """Hang a prepositional phrase on a group that stands before it."""
    slot = read_slots().get(preposition)
    _hang_channel(group.list_members()[-1], preposition, content)
    group.end = max(group.end, content.end)
    targets = group.list_members()
    last = targets[-1]
    if slot in ("source", "agent"):
        _hang_source(targets, content, slot == "source")
    elif preposition == "to" and last.head in ("secretary", "adviser", "advisor") and not last.codes:
        last.codes = list_sides(content)
    elif slot in ("goal", "benefit"):
        last.goals = merge(last.goals, list_takers(content))
    elif slot == "place":
        _hang_place(targets, content)
    elif slot == "partner":
        _hang_partner(targets, content)


def _hang_channel(group: Group, preposition: str, content: Group) -> None:
    """Let an organisation under whose scheme goods come be whose they are: "the doses under COVAX"."""
    bodies = content.codes or (content.owners if content.head in _SCHEMES else ())
    if preposition == "under" and group.sort == "goods" and not group.owners and bodies:
        group.owners = bodies if all(code.startswith("org:") for code in bodies) else ()


def _hang_source(targets: list[Group], content: Group, stands: bool) -> None:
    doers = list_doers(content)
    for one in targets[-1:]:
        if one.actor is not None and not one.codes and stands:
            one.codes = tuple(add_actor(code, one.actor) for code in doers)
        else:
            one.owners = merge(one.owners, doers)
        shared = one.actor is not None or one.sort == "agreement"
        one.counted = one.counted or (content.counted and shared)


def _hang_place(targets: list[Group], content: Group) -> None:
    for one in targets:
        one.places = merge(one.places, list_places(content))
    last = targets[-1]
    governs = last.actor or last.head == "authority"
    if last.actor is not None and governs and not last.codes and list_sides(content):
        last.codes = tuple(add_actor(code, last.actor) for code in list_sides(content))
    if last.sort is None and last.head in ("total", "amount", "increase", "boost", "rise", "hike", "uplift"):
        last.sort = content.sort


def _list_partner(group: Group) -> Codes:
    """Return with whom something is done; a city alone stands for its country: "a deal with Ankara"."""
    alone = group.is_name and len(group.words) == 1 and group.head not in SEATS
    return group.codes or (group.located if alone else ())


def _hang_partner(targets: list[Group], content: Group) -> None:
    last = targets[-1]
    if last.head in read_noun_acts() or last.sort in ("agreement", "meeting", "summit", "video_conference", "call"):
        last.partners = merge(last.partners, *map(_list_partner, content.list_members()))
        last.counted = last.counted or any(one.counted for one in content.list_members())
        if content.pronoun and not list_sides(content):
            last.pronoun = content.pronoun
    elif last.sort is None and last.head in read_set("things", "carriers", "words"):
        last.sort = next((one.sort for one in content.list_members() if one.sort), None)
