"""Predicates that say the same in another turn: what is given as the subject, a light verb, help without a thing."""

import re
from collections.abc import Sequence

from geo.clauses.frames.chinese.drafts import Draft, has_thing
from geo.clauses.frames.chinese.lexicon import read_lexicon, read_words
from geo.clauses.frames.chinese.sorts import BUILDINGS, HELD, THINGS, is_holder
from geo.clauses.frames.records import MEETINGS, TAKING, Phrase, Slot

# These say what is done by themselves: 出席会谈, 签署协议.
_FULL = ("attend", "sign", "give")
# Of these what is given, held or built may stand first, and nobody is said to do it: 口罩已交付, 会议在老挝举行.
_TURNED = {
    **dict.fromkeys(("give", "fund", "send", "build", "receive"), THINGS),
    **dict.fromkeys(("convene", "sign"), HELD),
}
_GIVING = ("give", "fund", "help")
# What governments do, but cities do not.
_BY_CAPITALS = ("give", "fund", "send", "help", "measure", "other", "call")
_PEOPLE = re.compile(r"(?:一[支行])?\d+[多余]?[名位]?人(?:员|次)?")
_CITY = 6  # characters of the name of a city without anything else


def settle(draft: Draft) -> Draft:
    """Return a predicate in its plain turn: who acts as the subject, what is done as the object."""
    draft = _host(_man(_name_capitals(draft)))
    if draft.act == "build" and any(one.sort == "measure" for one in draft.list("object")):
        draft = draft._replace(act="measure")  # 建立|外交关系
    return name_help(_give_where_posted(_help(_turn(_bring(_work(_meet_there(draft)))))))


def _give_where_posted(draft: Draft) -> Draft:
    """Return what an embassy gives as given to the country where it is, where no other is named: "驻老挝大使馆|向灾民|移交"."""
    named = any(
        one.parties or one.places or one.counted or one.pronoun
        for slot in (*TAKING, "place")
        for one in draft.list(slot)
    )
    named = named or any(one.goals for one in draft.list("object"))
    posts = tuple(code for one in draft.list("subject") if one.parties for code in one.goals if _is_land(code))
    if draft.act not in _GIVING or named or len(posts) != 1:
        return draft
    giver = draft.list("subject")[0]
    return draft.add("goal", (Phrase(giver.start, giver.end, parties=posts),))


def _is_land(code: str) -> bool:
    return not code.startswith(("org:", "region:"))


def _man(draft: Draft) -> Draft:
    """Return so many people who are sent as a team, "派出|50人|赴土耳其", and those whom the verb itself names: 派兵."""
    if draft.act != "send" or not draft.list("goal"):
        return draft
    if draft.entry.word in read_words("manned") and not draft.list("object"):
        return draft.add("object", (Phrase(draft.start, draft.end, draft.entry.word, "team"),))
    slots = (
        (slot, one._replace(sort="team") if slot == "object" and _PEOPLE.fullmatch(one.head) else one)
        for slot, one in draft.slots
    )
    return draft._replace(slots=tuple(slots))


def _host(draft: Draft) -> Draft:
    """Return someone in office who has another one as a guest as meeting them: "首相|迎来|波兰总理"."""
    hosts = draft.entry.word in read_words("hosting") and any(map(is_holder, draft.list("subject")))
    return draft._replace(act="meet") if hosts and any(map(is_holder, draft.list("object"))) else draft


def _name_capitals(draft: Draft) -> Draft:
    """Return capitals that act toward another as their governments: "德黑兰|向|贝鲁特|提供药品", "渥太华|同|丹麦|签署协议"."""
    sides: tuple[Slot, ...] = ("subject", "partner")
    acting = [one for slot in sides for one in draft.list(slot)]
    if draft.act not in _BY_CAPITALS or not all(one.parties or _is_capital(one) for one in acting):
        return draft
    named = (
        (slot, one._replace(parties=one.places) if slot in sides and _is_capital(one) else one)
        for slot, one in draft.slots
    )
    return draft._replace(slots=tuple(named))


def _is_capital(phrase: Phrase) -> bool:
    return phrase.head == "capital" and not phrase.parties and phrase.end - phrase.start <= _CITY


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
    held_by_noun = draft.act in ("", "measure") and has_thing(draft.list("object"), MEETINGS)
    return draft._replace(act="convene") if held_by_noun else draft  # 取消|贸易谈判


def _turn(draft: Draft) -> Draft:
    """Return a predicate whose subject is what is given, held or built with it as the object."""
    subject = draft.list("subject")
    if draft.act == "convene" and has_thing(subject, THINGS - {"team"}):  # 物资交接仪式举行
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
    takers = any(draft.list(slot) for slot in TAKING)
    served = draft.entry.word in read_words("serving")  # 培训40名柬埔寨医生
    if draft.act == "help" and has_thing(draft.list("object"), THINGS) and not served:
        return draft._replace(act="give")
    if draft.act == "help" and not takers:
        return draft._replace(slots=tuple((slot, _name_helped(slot, one, served)) for slot, one in draft.slots))
    bare = draft.act == "give" and not draft.list("object") and draft.entry.word in read_words("bare")
    return draft._replace(act="help") if bare and takers else draft


def _name_helped(slot: str, phrase: Phrase, served: bool) -> Phrase:
    """Return what was built with help, or people who were `served`, as their country: 援助|莱索托的公路项目."""
    helped = served or phrase.head.endswith(tuple(read_words("works")))
    return phrase._replace(parties=phrase.owners) if slot == "object" and not phrase.parties and helped else phrase


def own(phrase: Phrase, givers: Sequence[Phrase]) -> Phrase:
    """Return a thing as from those by whom the clause says it was given."""
    owners = tuple(code for one in givers for code in one.parties)
    return phrase._replace(owners=(*phrase.owners, *owners)) if phrase.sort in THINGS else phrase
