"""From tokens to nodes: noun groups, verb groups, and the words that join them; brackets and asides in quotes go."""

from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import read_set, read_slots
from geo.clauses.frames.english.nouns import make_group
from geo.clauses.frames.english.records import Group, Link, Node
from geo.clauses.frames.english.tokens import MONEY, Token
from geo.clauses.frames.english.verbs import read_verb

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", MONEY})
_HEADS = frozenset({"NOUN", "PROPN", "NUM", MONEY})
_QUOTES = frozenset({'"', "“", "”", "‘", "«", "»"})
_DASHES = frozenset({"–", "—", "-", "--", "―"})
_STOPS = frozenset({".", ";", ":", "?", "!", "…", "|", "■", "•", "·", "▪", "●", "*"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_LONGEST = 60  # tokens inside brackets


def list_nodes(tokens: Sequence[Token]) -> list[Node]:
    """Return the nodes of a sentence in order."""
    tokens = _drop_brackets(tokens)
    nodes: list[Node] = []
    place = 0
    while place < len(tokens):
        place = _read_node(tokens, place, nodes)
    return nodes


def _drop_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the brackets between a possessor and what it has: "the bank's (ADB) board"."""
    kept: list[Token] = []
    closing = -1
    for place, token in enumerate(tokens):
        if token.lower == "(" and kept and kept[-1].is_possessive:
            closing = next((i for i in range(place, min(len(tokens), place + _LONGEST)) if tokens[i].lower == ")"), -1)
        if place > closing:
            kept.append(token)
    return kept


def _read_node(tokens: Sequence[Token], place: int, nodes: list[Node]) -> int:
    token = tokens[place]
    if token.lower in ("(", "["):
        return _skip_bracket(tokens, place, nodes)
    if token.tag == "PUNCT" or (
        token.unit is None and not token.text[0].isalnum() and token.tag not in (MONEY, "SYM", "PART")
    ):
        return _read_mark(token, place, nodes)
    for length in (4, 3, 2):
        if " ".join(one.lower for one in tokens[place : place + length]) in read_set("clauses", "adverbs", "words"):
            return place + length
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    if token.lower == "not" and place and tokens[place - 1].text == "," and place + 1 < len(tokens):
        left_out = _find_noun_end(tokens, place + 1)  # "It was Peru, not Chile, that sent"
        if left_out > place + 1:
            return left_out
    if token.lower in ("each", "both", "all") and following.startswith(("VERB:fin", "VERB:part", "AUX")):
        return place + 1
    end = _find_noun_end(tokens, place)
    if end > place:
        nodes.append(make_group(tokens[place:end]))
        return end
    link = _read_link(tokens, place)
    if link:
        nodes.append(link[0])
        return link[1]
    verb = read_verb(tokens, place)
    if verb:
        nodes.append(verb[0])
        return verb[1]
    return place + 1


def _skip_bracket(tokens: Sequence[Token], place: int, nodes: list[Node]) -> int:
    """Leave a bracket out; where it only names who the group before it is, that group takes the name."""
    closing = next(
        (i for i in range(place + 1, min(len(tokens), place + _LONGEST)) if tokens[i].lower in (")", "]")), None
    )
    if closing is None:
        return place + 1
    inside = tokens[place + 1 : closing]
    last = nodes[-1] if nodes else None
    if isinstance(last, Group) and len(inside) == 1 and inside[0].unit is not None and not last.codes:
        unit = inside[0].unit
        if unit.kind == "organisation" and last.head != "":
            last.codes, last.actor = unit.codes, ""
    return closing + 1


def _read_mark(token: Token, place: int, nodes: list[Node]) -> int:
    if token.text == ",":
        nodes.append(Link(token.start, token.end, "comma", ","))
    elif token.text in _STOPS or token.text in _DASHES:
        nodes.append(Link(token.start, token.end, "stop", token.text))
    return place + 1


def _find_noun_end(tokens: Sequence[Token], place: int) -> int:
    """Return the token behind the noun group that begins at a token; the token itself where none begins."""
    first = _skip_quantifier(tokens, place)
    token = tokens[first]
    if token.tag == "PRON" and not _opens_clause(token):
        possessive = token.lower in read_set("clauses", "pronouns", "possessive")
        return _go_on(tokens, first + 1, first) if possessive else first + 1
    if (token.tag not in _NOMINAL and not (token.unit is not None)) or _opens_clause(token):
        return place
    return _go_on(tokens, first, first)


def _opens_clause(token: Token) -> bool:
    return (
        token.unit is None
        and token.lower in ("which", "who", "whom", "whose", "that", "where", "what", "whether", "how", "why", "when")
        and token.tag in ("PRON", "SCONJ", "DET", "ADV")
        and not (token.lower == "that" and token.tag == "DET")
    )


def _skip_quantifier(tokens: Sequence[Token], place: int) -> int:
    """Return the place of a number behind "at least", "over" and the like, else the place itself."""
    for length in (3, 2, 1):
        after = place + length
        words = " ".join(token.lower for token in tokens[place:after])
        if (
            after < len(tokens)
            and tokens[after].tag in ("NUM", MONEY)
            and words in read_set("clauses", "quantifiers", "words")
        ):
            return after
    return place


def _go_on(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return the end of a run of words that one noun group is made of."""
    last_noun = first
    while place < len(tokens):
        token = tokens[place]
        if token.is_possessive or _is_joined(tokens, place):
            pass
        elif token.lower == "worth" and place + 1 < len(tokens) and tokens[place + 1].tag in (MONEY, "NUM"):
            break
        elif _joins_adjectives(tokens, place):
            pass
        elif token.tag == "DET" and place > first:
            if not (tokens[place - 1].is_possessive or tokens[place - 1].lower in ("all", "both", "half", "such")):
                break
        elif token.unit is not None or (token.tag in _NOMINAL and not _opens_clause(token)):
            if _begins_anew(tokens, place, first):
                break
        elif not (_is_attribute(tokens, place, first)):
            break
        if token.tag in _HEADS or token.unit is not None or token.is_possessive or token.tag == "ADJ":
            last_noun = place
        place += 1
    return max(place, last_noun + 1) if place > first else first


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    """Tell the hyphen behind a name and the word behind that: "China-funded"."""
    hyphen = place if tokens[place].text == "-" else place - 1
    if not 0 < hyphen < len(tokens) - 1 or tokens[hyphen].text != "-" or tokens[hyphen - 1].unit is None:
        return False
    return tokens[hyphen - 1].end == tokens[hyphen].start and tokens[hyphen].end == tokens[hyphen + 1].start


def _joins_adjectives(tokens: Sequence[Token], place: int) -> bool:
    """Tell what stands between the adjectives of several countries: "Iraqi and Kuwaiti counterparts"."""
    if place == 0 or place + 1 >= len(tokens) or tokens[place].lower not in ("and", ",", "or"):
        return False
    before, after = tokens[place - 1].unit, tokens[place + 1].unit
    if before is None or after is None or not before.adjective or not after.adjective:
        return False
    behind = tokens[place + 2] if place + 2 < len(tokens) else None
    return behind is not None and (behind.tag in ("NOUN", "ADJ", "PROPN") or behind.lower in ("and", ","))


def _begins_anew(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell where a number or a name after a noun begins a group of its own: "gave Chad | 40 tents", "on Tuesday | Japan"."""
    token, before = tokens[place], tokens[place - 1]
    if place == first or before.is_possessive or before.text == "-":
        return False
    if token.tag in ("NUM", MONEY) and (
        before.unit is not None and not before.unit.adjective and before.unit.kind != "count"
    ):
        return True
    if token.unit is not None and before.unit is None and before.tag in ("NOUN", MONEY):
        return (
            not token.unit.adjective
            and before.text.islower()
            and before.lower not in read_set("things", "offices", "words")
        )
    if token.unit is not None and len(before.text) == 4 and before.text.isdigit() and before.text[:2] in ("19", "20"):
        return True
    if (
        token.lower in ("last", "next", "this", "early", "late")
        and place + 1 < len(tokens)
        and before.tag not in ("DET", "ADP")
    ):
        return tokens[place + 1].lower in read_set("clauses", "time", "words")
    if token.lower in _WEEKDAYS and before.unit is not None and not before.unit.adjective:
        return True  # "flew to India Monday"
    if token.lower in ("today", "yesterday", "tomorrow", "tonight"):
        return True
    weekday = before.lower in read_set("clauses", "time", "words") and before.tag in ("PROPN", "NOUN")
    return weekday and (token.unit is not None or token.tag == "PROPN")


def _is_attribute(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell a participle or adverb inside a group: "the donated masks", "a newly built hospital"."""
    token = tokens[place]
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is None or place == first:
        return False
    before = tokens[place - 1]
    if token.tag == "ADV":
        return before.tag in ("DET", "NUM") and behind.tag in ("ADJ", "VERB:part", "NUM", "VERB:ger")
    joins = token.tag in ("VERB:part", "VERB:ger", "VERB:fin", "VERB:inf") and before.tag in (
        "DET",
        "ADJ",
        "NUM",
        "ADV",
        "PART",
    )
    if token.tag == "VERB:ger" and before.tag == "NOUN" and behind.tag == "NOUN" and tokens[first].tag == "DET":
        return behind.lower in read_set("things", "sorts", "laboratory") or behind.lower in (
            "centre",
            "center",
            "machine",
            "machines",
            "kits",
            "equipment",
        )
    possessive = before.is_possessive or before.lower in read_set("clauses", "pronouns", "possessive")
    return (
        (joins or (possessive and token.tag.startswith("VERB")))
        and behind.tag in ("ADJ", "NOUN", "PROPN", "NUM")
        and (before.tag != "NUM" or behind.tag == "NOUN")
    )


def _read_link(tokens: Sequence[Token], place: int) -> tuple[Link, int] | None:
    """Return the preposition, conjunction, relative or subordinator that begins at a token."""
    token = tokens[place]
    if token.tag == "PART" and token.lower == "to":
        verb = read_verb(tokens, place)
        return None if verb else (Link(token.start, token.end, "preposition", "to"), place + 1)
    for length in (5, 4, 3, 2):
        after = place + length
        words = " ".join(one.lower for one in tokens[place:after])
        if words in ("as well as", "along with", "together with", "but also", "and also"):
            return Link(token.start, tokens[after - 1].end, "conjunction", "and"), after
        if words in read_slots() and after < len(tokens):
            return Link(token.start, tokens[after - 1].end, "preposition", words), after
    return _read_word(token, place)


def _read_word(token: Token, place: int) -> tuple[Link, int] | None:
    lower = token.lower
    if lower == "worth":
        return Link(token.start, token.end, "preposition", lower), place + 1
    if token.tag == "CCONJ" or lower in ("and", "or", "but", "&"):
        return Link(token.start, token.end, "conjunction", lower), place + 1
    if lower in read_set("clauses", "clauses", "relative") and token.tag in ("PRON", "SCONJ", "DET", "ADV"):
        return Link(token.start, token.end, "relative", lower), place + 1
    if (
        token.tag in ("SCONJ", "ADP", "ADV")
        and lower in read_set("clauses", "clauses", "subordinate")
        and token.tag != "ADP"
        and (token.tag == "SCONJ" or lower in ("when", "while", "how", "why", "where"))
    ):
        return Link(token.start, token.end, "subordinate", lower), place + 1
    if token.tag == "ADP":
        return Link(token.start, token.end, "preposition", lower), place + 1
    if lower in read_slots() and token.tag in ("ADP", "SCONJ", "VERB:ger", "PART", "ADV") and not token.tag == "ADV":
        return Link(token.start, token.end, "preposition", lower), place + 1
    return None
