"""Predicates that say the same in another turn: what is given as the subject, a light verb, help without a thing."""

from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft, has_thing
from geo.clauses.frames.chinese.lexicon import read_lexicon, read_words
from geo.clauses.frames.chinese.sorts import BUILDINGS, HELD, MEETINGS, THINGS, is_holder
from geo.clauses.frames.records import Phrase

# These say what is done by themselves: 出席会谈, 签署协议.
_FULL = ("attend", "sign", "give")
# Of these what is given, held or built may stand first, and nobody is said to do it: 口罩已交付, 会议在老挝举行.
_TURNED = {
    **dict.fromkeys(("give", "fund", "send", "build", "receive"), THINGS),
    **dict.fromkeys(("convene", "sign"), HELD),
}


def settle(draft: Draft) -> Draft:
    """Return a predicate in its plain turn: who acts as the subject, what is done as the object."""
    return name_help(_help(_turn(_bring(_work(_meet_there(draft))))))


def _meet_there(draft: Draft) -> Draft:
    """Return two officials who attend together what is no meeting as such who meet: 总统同首相|共同出席|揭牌仪式."""
    if draft.entry.word in read_words("discussing"):
        speakers = tuple(one for one in draft.list("subject") if is_holder(one) and len(one.parties) > 1)
        return draft.drop("object")._replace(act="meet") if speakers else draft
    present = (*draft.list("subject"), *draft.list("partner"))
    sides = {code for phrase in present if is_holder(phrase) for code in phrase.parties}
    beside = draft.act == "attend" and any(one.parties for one in draft.list("partner") if is_holder(one))
    together = (beside or draft.entry.word in read_words("together")) and not has_thing(draft.list("object"), MEETINGS)
    return draft.drop("object")._replace(act="meet") if together and len(sides) > 1 else draft


def _work(draft: Draft) -> Draft:
    """Return a team of helpers at work in a country as arrived there: "救援队|在土耳其|开展搜救"."""
    team = draft.list("subject")
    helps = bool(team) and all(one.sort == "team" and one.owners and _is_of_helpers(one) for one in team)
    home = {code for one in team for code in one.owners}
    abroad = any(set(one.places) - home for one in draft.list("place"))
    works = draft.entry.word in read_words("working") and abroad
    return draft.drop("object")._replace(act="arrive") if helps and works else draft


def _is_of_helpers(team: Phrase) -> bool:
    return any(word in team.head for word in read_words("helpers"))


def _bring(draft: Draft) -> Draft:
    """Return what somebody brings as given, by the country of the aircraft that brings it: "飞机将帐篷运到了土耳其"."""
    brings = draft.act == "arrive" and has_thing(draft.list("object"), THINGS)
    draft = draft._replace(act="give") if brings else draft
    carriers = read_words("carriers")
    if draft.act != "give" or not any(one.head in carriers for one in draft.list("subject")):
        return draft
    acting = (one if one.parties else one._replace(parties=one.owners) for one in draft.list("subject"))
    return draft.lead(tuple(acting))


def lighten(draft: Draft) -> Draft:
    """Return a light verb as what its noun says: 举行会谈, 进行访问, 提供援助."""
    if draft.act in _FULL or (draft.entry.governs != "light" and draft.act != "convene"):
        return draft
    if draft.list("partner") and any(one.head.endswith(tuple(read_words("talking"))) for one in draft.list("object")):
        return draft._replace(act="meet", end=max(draft.end, *(one.end for one in draft.list("object"))))
    for phrase in draft.list("object"):
        noun = read_lexicon().get(phrase.head)
        if noun and noun.noun and (noun.noun != "give" or phrase.sort == "ceremony"):
            held = draft.drop("object") if phrase.sort == "ceremony" else draft
            return held._replace(act=noun.noun, end=max(draft.end, phrase.end))
    return draft


def _turn(draft: Draft) -> Draft:
    """Return a predicate whose subject is what is given, held or built with it as the object."""
    subject = draft.list("subject")
    if draft.act == "convene" and has_thing(subject, THINGS):  # 物资交接仪式举行
        draft = draft._replace(act="build" if has_thing(subject, BUILDINGS) else "give")
    sorts = _TURNED.get(draft.act)
    agreed = draft.act == "sign" and not has_thing(draft.list("object"), HELD)  # 条约|签署|20周年
    if sorts is None or (draft.list("object") and not agreed) or not subject or not has_thing(subject, sorts):
        return draft
    return draft.drop("subject").drop("object").add("object", subject)._replace(led=True)


def _help(draft: Draft) -> Draft:
    """Return a building with whose help it was built as the one who acts: "在中国的援助下，尼日尔建成了医院"."""
    helpers = [one for one in draft.list("place") if one.sort == "aid" and one.owners]
    if draft.act != "build" or not helpers:
        return draft
    builders = draft.list("subject")
    acting = tuple(one._replace(parties=one.owners, sort=None) for one in helpers)
    return draft.drop("place").add("benefit", builders).lead(acting)


def name_help(draft: Draft) -> Draft:
    """Return a gift of which nothing says what it is as help: "向19国捐赠"."""
    takers = any(draft.list(slot) for slot in ("goal", "benefit", "indirect"))
    if draft.act == "help" and has_thing(draft.list("object"), THINGS):
        return draft._replace(act="give")
    if draft.act == "help" and not takers:
        return draft._replace(slots=tuple((slot, _name_helped(slot, one)) for slot, one in draft.slots))
    bare = draft.act == "give" and not draft.list("object") and draft.entry.word in read_words("bare")
    return draft._replace(act="help") if bare and takers else draft


def _name_helped(slot: str, phrase: Phrase) -> Phrase:
    """Return what was built with help as the country where it stands: 援助|莱索托的公路项目."""
    built = slot == "object" and not phrase.parties and phrase.head.endswith(tuple(read_words("works")))
    return phrase._replace(parties=phrase.owners) if built else phrase


def own(phrase: Phrase, givers: Sequence[Phrase]) -> Phrase:
    """Return a thing as from those by whom the clause says it was given."""
    owners = tuple(code for one in givers for code in one.parties)
    return phrase._replace(owners=(*phrase.owners, *owners)) if phrase.sort in THINGS else phrase
