"""From tokens to nodes: noun groups, verb groups, and the words that join them; brackets and asides go."""

from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import read_openers, read_set
from geo.clauses.frames.english.links import read_link
from geo.clauses.frames.english.noun_ends import find_noun_end
from geo.clauses.frames.english.nouns import make_group
from geo.clauses.frames.english.records import MONEY, Group, Link, Node, Token
from geo.clauses.frames.english.verbs import read_verb
from geo.clauses.frames.rules import read_rule_words

_DASHES = read_rule_words("en", "chunks", "dashes")
_STOPS = read_rule_words("en", "chunks", "stops")
_ABBREVIATION = 6  # letters
_LONGEST = 60  # tokens inside brackets


def list_nodes(tokens: Sequence[Token]) -> list[Node]:
    """Return the nodes of a sentence in order; a sentence in brackets stands behind it."""
    tokens = _drop_brackets(tokens)
    nodes: list[Node] = []
    asides: list[Node] = []
    place = 0
    while place < len(tokens):
        token, begin = tokens[place], place
        place = _read_node(tokens, place, nodes)
        if token.lower == "(" and _is_sentence(tokens[begin + 1 : place - 1]):
            asides += [Link(token.start, token.end, "stop", "("), *list_nodes(tokens[begin + 1 : place - 1])]
    return nodes + asides


def _is_sentence(inside: Sequence[Token]) -> bool:
    """Tell "(Peru joined the treaty in May)" from "(photo)" and "(which it denies)": a name, and a verb behind it."""
    first = next((place for place, token in enumerate(inside[:3]) if token.unit is not None), None)
    return first is not None and any(token.tag in ("VERB:fin", "AUX") for token in inside[first + 1 :])


def _drop_brackets(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens without the brackets inside a noun group: "the bank's (ADB) board", "a $40m (£32m) deal"."""
    kept: list[Token] = []
    closing = -1
    for place, token in enumerate(tokens):
        inside = tokens[place + 1] if place + 2 < len(tokens) and tokens[place + 2].lower == ")" else None
        short = inside is not None and inside.unit is None and (inside.tag == MONEY or _is_abbreviation(inside.text))
        if token.lower == "(" and kept and (kept[-1].is_possessive or short):
            closing = next((i for i in range(place, min(len(tokens), place + _LONGEST)) if tokens[i].lower == ")"), -1)
        if place > closing:
            kept.append(token)
    return kept


def _is_abbreviation(text: str) -> bool:
    """Tell "ADB" and "MoH"."""
    return text.isupper() or (len(text) <= _ABBREVIATION and sum(letter.isupper() for letter in text) > 1)


def _read_node(tokens: Sequence[Token], place: int, nodes: list[Node]) -> int:
    """Read the node that begins at a token, and return the token behind it."""
    token = tokens[place]
    if token.lower in ("(", "["):
        return _skip_bracket(tokens, place, nodes)
    if _is_mark(token):
        return _read_mark(token, place, nodes)
    skipped = _skip_idle(tokens, place)
    if skipped > place:
        return skipped
    end = find_noun_end(tokens, place)
    if end > place:
        nodes.append(make_group(tokens[place:end]))
        return end
    found = read_link(tokens, place) or read_verb(tokens, place)
    if found:
        nodes.append(found[0])
    return found[1] if found else place + 1


def _is_mark(token: Token) -> bool:
    strange = token.unit is None and not token.text[0].isalnum() and token.tag not in (MONEY, "SYM", "PART")
    return token.tag == "PUNCT" or strange


def _skip_idle(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind words that hang on nothing: set phrases, a floating "each", who did not act."""
    token = tokens[place]
    opens = token.lower in read_openers("clauses", "adverbs", "words")
    for length in (4, 3, 2) if opens else ():
        if " ".join(one.lower for one in tokens[place : place + length]) in read_set("clauses", "adverbs", "words"):
            return place + length
    following = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    if token.lower in ("each", "both", "all") and following.startswith(("VERB:fin", "VERB:part", "AUX")):
        return place + 1
    if token.lower in ("each", "apiece") and place and tokens[place - 1].tag == MONEY:
        return place + 1  # "pledged $2 million each to"
    if token.lower == "not" and following and place and tokens[place - 1].text == ",":
        end = find_noun_end(tokens, place + 1)  # "It was Peru, not Chile, that sent"
        return end if end > place + 1 else place
    return place


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
