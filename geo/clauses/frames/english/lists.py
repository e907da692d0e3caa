"""Lists of noun groups: "Japan, Kenya and the Chinese president", "masks and ten doctors"."""

from collections.abc import Sequence

from geo.clauses.frames.english.hanging import hang_of, merge
from geo.clauses.frames.english.records import Group, Link, Node, Verb
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

_DEPTH = 4  # of-phrases inside one another
_LONGEST = 120  # members of a list
_JOINING = read_rule_words("en", "lists", "joining")


def read_list(nodes: Sequence[Node], place: int, depth: int, has_verb: bool, fronted: bool) -> tuple[Group, int]:
    """Return the list of groups that begins at a place, or the one group there, and the place behind it."""
    first, after = _read_one(nodes, place, depth, has_verb)
    members, ends, joints = [first], [after], [""]
    while len(members) < _LONGEST:
        step = _read_joint(nodes, ends[-1], inner=depth > 0)
        if step is None:
            break
        joint, begin = step
        following, end = _read_one(nodes, begin, depth, has_verb)
        if "and" in joint and following.is_possessed and all(one.is_name and one.codes for one in members):
            return _share_owned(members, following), end
        if "and" in joint and len(members) == 1 and _is_its_people(first, following):
            first.codes, first.end = following.owners, following.end
            return first, end
        if not _fit(members[-1], following, inner=depth > 0) or (has_verb and _has_own_verb(nodes, end)):
            break
        members.append(following)
        ends.append(end)
        joints.append(joint)
    last = _find_last(members, joints, isinstance(look_at(nodes, ends[-1]), Verb))
    if depth and len(members) == 2 and joints[1] == ",":
        last = 0  # "With support from the government of Chad, UNICEF gave"
    if last and fronted and joints[1] == "," and isinstance(look_at(nodes, ends[last]), Verb):
        last = 0  # "In Serbia, Russia and China sent"
    return (_make_list(members[: last + 1]), ends[last]) if last else (first, ends[0])


def _is_its_people(one: Group, other: Group) -> bool:
    """Tell "the government and people of Qatar", who are one side."""
    rules = one.actor == "" and not one.codes and not one.owners
    return rules and other.head in ("people", "nation", "citizen") and bool(other.owners)


def _share_owned(owners: Sequence[Group], owned: Group) -> Group:
    """Return "Tonga and Tuvalu's resilience": what is behind the last possessor is theirs, too."""
    codes = merge(*(one.codes for one in owners))
    owned.start = owners[0].start
    if owned.actor is None:
        owned.owners = merge(codes, owned.owners)
    else:
        owned.codes = merge(codes, owned.codes)
    return owned


def _find_last(members: Sequence[Group], joints: Sequence[str], before_verb: bool) -> int:
    """Return the place of the last member of a list: that behind its conjunction, or the last of a row of names."""
    joined = [place for place, joint in enumerate(joints) if joint in ("and", ", and")]
    if joined:
        return joined[-1]
    names = all(one.codes and one.is_name for one in members)
    return len(members) - 1 if names and (len(members) > 2 or before_verb) else 0


def look_at(nodes: Sequence[Node], place: int) -> Node | None:
    """Return the node at a place, None behind the last."""
    return nodes[place] if place < len(nodes) else None


def _read_joint(nodes: Sequence[Node], place: int, *, inner: bool) -> tuple[str, int] | None:
    """Return what joins the group before a place to the one behind it, and where that begins.

    An `inner` list is one behind "of"; what has an of-phrase of its own stands outside: "a batch of rice, | a box of salt".
    """
    joint = ""
    node = look_at(nodes, place)
    if isinstance(node, Link) and node.kind == "comma":
        joint, place = ",", place + 1
        node = look_at(nodes, place)
    if isinstance(node, Link) and node.kind == "conjunction" and node.word in _JOINING:
        joint, place = f"{joint} and".strip(), place + 1
    outside = inner and _is_of(look_at(nodes, place + 1))
    return (joint, place) if joint and isinstance(look_at(nodes, place), Group) and not outside else None


def _has_own_verb(nodes: Sequence[Node], place: int) -> bool:
    """Tell whether what follows a group, behind its prepositional phrases, is a finite verb."""
    for _ in range(3):
        link, group = look_at(nodes, place), look_at(nodes, place + 1)
        if not (isinstance(link, Link) and link.kind == "preposition" and isinstance(group, Group)):
            break
        place += 2
    verb = look_at(nodes, place)
    return isinstance(verb, Verb) and verb.form == "fin"


def _fit(one: Group, other: Group, *, inner: bool) -> bool:
    """Tell whether two groups may be members of one list: names with names, things with things."""
    if one.is_time or other.is_time:
        return one.is_time and other.is_time
    kinds = _find_kind(one), _find_kind(other)
    if inner and "name" in kinds and (not (one.is_name and other.is_name) or one.is_person != other.is_person):
        return False  # "President Radev of Bulgaria and Vucic of Serbia"
    return kinds[0] == kinds[1] or ("weak" in kinds and not inner)


def _find_kind(group: Group) -> str:
    if group.codes or group.located or group.counted or group.pronoun:
        return "name"
    if "other" in group.words[:2] and names_person(group.head):
        return "weak"  # "WHO, UNICEF and other partners"
    return "weak" if group.is_person or group.actor is not None else "thing"


def _make_list(members: Sequence[Group]) -> Group:
    sorts = [one.sort for one in members if one.sort]
    whole = Group(members[0].start, members[-1].end, members[-1].head, members[0].words, sorts[0] if sorts else None)
    whole.members = list(members)
    whole.codes = merge(*(one.codes for one in members))
    whole.located = merge(*(one.located for one in members))
    whole.counted = any(one.counted for one in members)
    whole.is_time = members[0].is_time
    whole.actor = members[0].actor
    whole.pronoun = next((one.pronoun for one in members if one.pronoun), None)
    whole.is_name = all(one.is_name for one in members)
    return whole


def _read_one(nodes: Sequence[Node], place: int, depth: int, has_verb: bool) -> tuple[Group, int]:
    """Return the group at a place with its of-phrases, and the place behind them."""
    group = nodes[place]
    assert isinstance(group, Group)
    place += 1
    link = look_at(nodes, place)
    if depth < _DEPTH and _is_of(link) and isinstance(look_at(nodes, place + 1), Group):
        content, place = read_list(nodes, place + 1, depth + 1, has_verb, False)
        hang_of(group, content)
    return group, place


def _is_of(node: Node | None) -> bool:
    return isinstance(node, Link) and node.word == "of"
