"""How clauses of giving, helping, building and receiving are filled: who gives, and who takes."""

from geo.clauses.frames.english.clause_records import Clause
from geo.clauses.frames.english.hanging import list_places, list_sides, list_takers, merge
from geo.clauses.frames.english.records import BUILDINGS, Group
from geo.clauses.frames.english.relations import find_brought
from geo.clauses.frames.english.serving import list_served, stand_for_body
from geo.clauses.frames.english.slots import (
    Slots,
    find_roles,
    is_aimed,
    list_arrivals,
    list_helped,
    list_slots,
    list_sorts,
    make_phrases,
    stand_for_owners,
)
from geo.clauses.frames.english.takers import (
    find_asker,
    find_equipped,
    find_office,
    find_partner,
    find_struck,
    find_worked,
    pays_for_work,
)
from geo.clauses.frames.english.thanking import find_thanker, find_thanking
from geo.clauses.frames.records import Phrase
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import names_person

_WITHOUT_FORM = read_rule_words("en", "adapting_gifts", "without_form")
_RECEIVED = read_rule_words("en", "adapting_gifts", "received")
_CEREMONIES = read_rule_words("en", "adapting_gifts", "ceremonies")
_HANDING = read_rule_words("en", "adapting_gifts", "handing")
_FUNDS = ("money", "aid")


def adapt_gift(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a gift: who pays, and for whom it is where the clause does not say so."""
    slots = [(slot, one._replace(sort="goods") if one.sort in BUILDINGS else one) for slot, one in slots]
    if clause.lemma in ("donate", "gift"):
        slots = [(slot, _make_goods(one) if slot == "object" else one) for slot, one in slots]
    slots = stand_for_owners(stand_for_body(slots), _pays)
    if clause.lemma == "share":
        slots = [("goal" if slot == "partner" else slot, one) for slot, one in slots]
    slots = [*slots, *_find_lands(clause, slots)]
    slots = [*slots, *find_office(slots), *find_worked(clause, slots)]
    if pays_for_work(clause):
        slots = [(slot, one._replace(sort="money") if slot == "object" else one) for slot, one in slots]
    if _is_strangers(clause):
        slots = [(slot, one._replace(owners=())) for slot, one in slots if slot != "source"]
    slots = [*slots, *find_equipped(clause, slots)]
    slots = [*slots, *find_struck(clause, slots)]
    slots = [*slots, *find_asker(clause, slots)]
    slots = [*slots, *_find_channel(clause, slots)]
    slots = [*slots, *find_thanker(clause, slots)]
    slots = [*slots, *find_partner(clause, slots)]
    brought = find_brought(clause)
    return slots if brought is None or clause.parent is None else _bring(brought, clause.parent, slots)


def _find_channel(clause: Clause, slots: Slots) -> Slots:
    """Return the organisation through which something is given, where nobody else gives: "received through COVAX"."""
    gives = any(slot in ("subject", "source") and phrase.parties for slot, phrase in slots)
    if clause.lemma not in _RECEIVED and (gives or not clause.is_passive):
        return []
    if any(slot == "source" or (slot == "object" and phrase.owners) for slot, phrase in slots):
        return []
    means = [phrase for slot, phrase in slots if slot == "means"]
    bodies = merge(*(phrase.parties or phrase.owners for phrase in means))
    plain = bool(bodies) and all(code.startswith("org:") for code in bodies)
    return [("source", means[0]._replace(parties=bodies, sort=None))] if plain else []


def _find_lands(clause: Clause, slots: Slots) -> Slots:
    """Return where an organisation gives, where nothing says to whom: "tents were given out by UNHCR in Beira"."""
    return [] if is_aimed(slots) else list_served(clause) or _find_handed(clause, slots)


def _find_handed(clause: Clause, slots: Slots) -> Slots:
    """Return the land in which a state hands something out, right behind the thing: "Turkey distributed 500 tents in Lebanon"."""
    thing = next((place for place, one in enumerate(clause.items) if not one.preposition), len(clause.items))
    behind = clause.items[thing + 1 : thing + 2]
    lands = merge(*(list_places(one.group) for one in behind if one.preposition == "in"))
    doers = {code.partition(":")[0] for slot, one in slots if slot == "subject" for code in one.parties}
    abroad = bool(doers) and len(lands) == 1 and lands[0] not in doers and clause.lemma in _HANDING
    return [("goal", Phrase(clause.start, clause.start, parties=lands))] if abroad else []


def _pays(phrase: Phrase) -> bool:
    """Tell money and aid, which stand for whose they are: "support from Japan will fund"."""
    return phrase.sort in _FUNDS


def _make_goods(phrase: Phrase) -> Phrase:
    """Let what is donated be goods, whatever it is: "donated school desks to Togo"."""
    plain = not (phrase.sort or phrase.parties or phrase.pronoun or phrase.counted)
    return phrase._replace(sort="goods") if plain and phrase.head not in _WITHOUT_FORM else phrase


def _is_strangers(clause: Clause) -> bool:
    """Tell a gift of somebody without a country, who gives all the same: "Acme Airlines flew doses from Chad to Mali"."""
    doers = find_roles(clause).list_subjects()
    named = any(one.codes or one.pronoun or one.counted or one.located for one in doers)
    return bool(doers) and not named and any(one.is_person or one.actor is not None for one in doers)


def _bring(brought: Group, outer: Clause, slots: Slots) -> Slots:
    """Return the slots of what a team brings along: it comes from whom the team does, and goes where that goes."""
    reached = [one for one in (*list_slots(outer), *list_arrivals(outer)) if one[0] in ("goal", "place")]
    goals: Slots = [("goal", phrase._replace(parties=phrase.parties or phrase.places)) for _, phrase in reached[:1]]
    kept = [one for one in slots if one[0] not in ("subject", "place")]
    return [*kept, ("subject", Phrase(brought.start, brought.end, parties=brought.owners)), *goals]


def adapt_help(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of help: who stands behind an aid or a team, and who is helped, be it by where they are."""
    slots = stand_for_owners(slots, _helps)
    if clause.lemma == "train":  # "Turkish army instructors have trained"
        slots = stand_for_owners(slots, is_unit)
    slots, helped = stand_for_body(slots), list_helped(clause)
    lands = [] if any(phrase.parties or phrase.counted for _, phrase in helped) else list_served(clause)
    return [*(one for one in slots if one[0] != "object"), *helped, *lands]


def _helps(phrase: Phrase) -> bool:
    """Tell what helps in the name of who gave it: "French aid will help Mali"."""
    return phrase.sort in ("money", "aid", "goods") and phrase.head not in ("response", "service")


def adapt_building(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a building: what is opened, who built it, and for whom."""
    itself = not list_sorts(slots, "object") and bool(list_sorts(slots, "subject") & BUILDINGS)
    slots = [("object" if itself and slot == "subject" else slot, phrase) for slot, phrase in slots]
    built = any(slot == "object" and one.sort in BUILDINGS and one.owners for slot, one in slots)
    if built and clause.lemma in _CEREMONIES:  # "built by China, it was inaugurated by the Chadian prime minister"
        slots = [("benefit" if slot == "subject" else slot, phrase) for slot, phrase in slots]
    return _find_builder(clause, slots)


def _find_builder(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of a building: with whose money it was built, that one is the builder."""
    funds = [
        one.group
        for one in find_roles(clause).items
        if one.preposition in ("with", "thanks to") and one.group.sort in _FUNDS
    ]
    owners = merge(*(one.owners for one in funds))
    lent = clause.is_passive and any(one.head in ("loan", "credit") for one in funds)
    if not owners or (lent and any(slot == "subject" for slot, _ in slots)):
        return slots  # "built by Ghana with a loan from the bank": that one lends
    others: Slots = [
        ("benefit" if slot == "subject" else slot, phrase)
        for slot, phrase in slots
        if slot not in ("partner", "source")
    ]
    return [*others, ("subject", Phrase(funds[0].start, funds[0].end, parties=owners))]


def adapt_receiving(clause: Clause, slots: Slots) -> Slots:
    """Return the slots of who gets something: people for their country, and through whom it comes."""
    if clause.is_passive:
        return [*slots, *find_thanking(clause)]
    if clause.lemma in ("take delivery", "take receipt"):
        slots = [("object" if slot == "topic" else slot, one) for slot, one in slots]
    people = [one for one in find_roles(clause).subjects if not list_sides(one) and names_person(one.head)]
    named: Slots = [("subject", Phrase(one.start, one.end, one.head, parties=list_takers(one))) for one in people]
    slots = [*slots, *named, *_find_channel(clause, slots), *_find_lender(clause)]
    return [(slot, _add_country(phrase) if slot == "subject" else phrase) for slot, phrase in slots]


def _find_lender(clause: Clause) -> Slots:
    """Return who lends to whom it is agreed with: "agreed with the IMF to borrow $10 billion"."""
    outer = clause.parent
    if clause.lemma not in ("borrow", "receive") or clause.kind != "infinitive" or outer is None:
        return []
    partners = [one.group for one in outer.items if one.preposition == "with"] if outer.lemma == "agree" else []
    return [("source", phrase) for one in partners for phrase in make_phrases(one, "source")]


def _add_country(phrase: Phrase) -> Phrase:
    """Let an organisation that takes stand for where it works, too: "WFP in Laos received"."""
    works = bool(phrase.parties) and all(code.startswith("org:") for code in phrase.parties) and bool(phrase.places)
    return phrase._replace(parties=(*phrase.parties, *phrase.places)) if works else phrase


def is_unit(phrase: Phrase) -> bool:
    """Tell a country's unit, which stands for it where it sends others out: "the Swiss aid unit deployed experts"."""
    return phrase.sort == "team"
