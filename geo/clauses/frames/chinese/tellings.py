"""Which predicates tell an act, and what the verb itself adds to its slots."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.chinese.drafts import Draft
from geo.clauses.frames.chinese.lexicon import read_words
from geo.clauses.frames.records import MEETINGS, TAKING, Phrase, Slot
from geo.languages.packs import read_lists

_VISITED: tuple[Slot, ...] = ("goal", "place", "benefit")
# How the names of bodies end, which do not travel as a person does.
_BODIES = ("军", "部", "府", "局", "院", "会", "署", "方", "委", "门", "馆", "宫")
_SHARED: tuple[Slot, ...] = ("partner", "object")


def is_told(draft: Draft) -> bool:
    """Tell whether a predicate may state an act: who holds or attends something needs a meeting, no parliament votes for its country."""
    if draft.act == "visit":
        named = any(one.goals or one.places or one.parties for one in draft.list("object"))
        return named or draft.entry.word in read_words("this_visit") or any(draft.list(slot) for slot in _VISITED)
    if draft.act == "vote":
        return not any(one.head in read_lists("zh", "clauses", "voting")["inside"] for one in draft.list("subject"))
    if draft.act == "sign" and draft.entry.word in read_words("agreeing"):
        return any(phrase.sort == "agreement" for phrase in draft.list("object"))
    if draft.act not in ("convene", "attend"):
        return True
    return any(phrase.sort in MEETINGS for phrase in draft.list("object"))


def is_retelling(draft: Draft, told: Sequence[Draft]) -> bool:
    """Tell discussing that only says what a talk told before it was about: "举行视频会议|讨论局势"."""
    talks = any(one.act in ("meet", "call", "convene", "attend") and one.start < draft.start for one in told)
    return talks and draft.entry.word in read_words("discussing")


def find_attended(draft: Draft) -> Iterator[Draft]:
    """Yield the summit at which somebody speaks, as one that they attend: "在…峰会上，总统提出", "在…峰会期间会晤"."""
    held = tuple(
        phrase for phrase in draft.list("place") if phrase.sort == "summit" and (phrase.owners or phrase.places)
    )
    speaks = draft.entry.governs == "say" or draft.act in ("meet", "call", "sign")
    if held and speaks and draft.list("subject"):
        found = Draft(held[0].start, held[0].end, draft.entry, "attend", led=draft.led)
        yield found.add("object", held).add("partner", draft.list("partner")).lead(draft.list("subject"))


def find_held(draft: Draft) -> Iterator[Draft]:
    """Yield the summit that issued a declaration as one that was held: "上合组织峰会发表宣言"."""
    held = tuple(one for one in draft.list("subject") if one.sort == "summit" and one.owners)
    if draft.act == "sign" and held:
        yield Draft(held[0].start, held[0].end, draft.entry, "convene", led=True).add("object", held)


def find_called_off(draft: Draft) -> Iterator[Draft]:
    """Yield the visit, call or meeting that does not take place: "国王对法国的访问推迟", "两人的通话被取消"."""
    if draft.act not in ("", "measure") or draft.entry.word not in read_lists("zh", "clauses", "told")["refused"]:
        return
    led = tuple(code for one in draft.list("subject") for code in one.parties)
    gone = Draft(draft.start, draft.end, draft.entry, "visit", led=True)
    for one in (*draft.list("subject"), *draft.list("goal")):
        visitors, hosts = (one.owners, one.goals) if one.goals else (led, one.owners)
        if one.sort == "visit" and visitors and hosts:
            sides = Phrase(one.start, one.end, parties=visitors), Phrase(one.start, one.end, parties=hosts)
            yield gone.add("subject", sides[:1]).add("goal", sides[1:])
    for one in draft.list("partner"):
        together = one._replace(owners=(*led, *one.owners))
        if led and one.owners and one.sort in ("call", *MEETINGS):
            act = "call" if one.sort == "call" else "convene"
            yield gone._replace(act=act).add("object", (together,))


def complete(draft: Draft) -> Draft:
    """Return a predicate with the means that its own verb tells: 视频会见, 连线; a meeting called off as that meeting."""
    entry = draft.entry
    if draft.act == "give" and any(one.sort == "measure" for one in draft.list("object")):
        draft = draft._replace(act="measure")  # 给予印度公民免签待遇
    held = tuple(one for one in draft.list("subject") if one.sort in MEETINGS and one.owners)
    if draft.act == "measure" and held and entry.governs == "light":  # 会晤已被取消
        return draft.drop("subject").add("object", held)._replace(act="convene", led=True)
    if draft.act == "meet" and entry.sort == "video_conference":
        return draft.add("means", (Phrase(draft.start, draft.end, entry.word, entry.sort),))
    if draft.act == "sign":
        return draft._replace(slots=tuple((slot, _join_members(slot, one)) for slot, one in draft.slots))
    stays = entry.word in read_words("stationing")
    if draft.act in ("arrive", "leave") and not stays and any(is_official(one) for one in draft.list("subject")):
        return draft._replace(act="travel")
    if draft.act == "visit":
        return draft._replace(slots=tuple((slot, _name_visited(slot, one)) for slot, one in draft.slots))
    return draft


def is_official(phrase: Phrase) -> bool:
    """Tell a person who speaks for a country from a team: "日本外相抵达利马" is a visit."""
    offices = read_lists("zh", "things", "heads")["office"]
    official = phrase.head == "person" or (phrase.head in offices and not phrase.head.endswith(_BODIES))
    return official and bool(phrase.parties) and not phrase.sort


def _join_members(slot: Slot, phrase: Phrase) -> Phrase:
    """Return a meeting that agrees on something as those whose meeting it is: "上合组织峰会发表宣言"."""
    meets = slot == "subject" and phrase.sort in MEETINGS and phrase.owners and not phrase.parties
    return phrase._replace(parties=phrase.owners, counted=len(phrase.owners) == 1) if meets else phrase


def _name_visited(slot: Slot, phrase: Phrase) -> Phrase:
    """Return where a visit goes: 访|华之行."""
    named = slot in ("goal", "object") and phrase.sort == "visit" and phrase.owners and not phrase.parties
    return phrase._replace(parties=phrase.owners) if named else phrase


def split_each(draft: Draft) -> Iterator[Draft]:
    """Yield one act for each of those with whom somebody speaks, or who visit, one after the other: 分别."""
    slots = ("subject",) if draft.act == "visit" else _SHARED
    shared = next((slot for slot in slots if sum(len(one.parties) for one in draft.list(slot)) > 1), None)
    if not draft.each or draft.act not in ("meet", "call", "visit") or shared is None:
        yield draft
        return
    for phrase in draft.list(shared):
        for code in phrase.parties:
            yield draft.drop(shared).add(shared, (phrase._replace(parties=(code,)),))


def receive_visitor(draft: Draft, around: Sequence[Draft]) -> Draft:
    """Return a visit without a place as one to whoever receives the visitor: 会见到访的新加坡总理."""
    if draft.act != "visit" or draft.list("goal") or draft.list("object") or draft.list("place"):
        return draft
    hosts = next((one.list("subject") for one in around if _receives(one)), ())
    hosts = tuple(one for one in hosts if any(not code.startswith("org:") for code in one.parties))
    return draft.add("goal", hosts)


def _receives(draft: Draft) -> bool:
    """Tell who talks with a visitor, welcomes them, or holds a ceremony or dinner for them."""
    held = any(one.head.endswith(tuple(read_words("welcomes"))) for one in draft.list("object"))
    return draft.act in ("meet", "call") or held or draft.entry.word in read_words("welcoming")


def thank(draft: Draft, around: Sequence[Draft]) -> Draft:
    """Return a gift without a taker as one to whoever thanks for it: 感谢中国捐赠的疫苗."""
    taking = read_words("thanking") | read_words("declining")
    # What others do may have the taker: 感谢中方为困难国家抗击疫情|提供援助.
    inner = [one for one in around if one.start < draft.start and one.entry.word not in taking]
    takers = bool(inner) or any(draft.list(slot) for slot in TAKING)
    thankful = next((one.list("subject") for one in around if one.entry.word in taking), ())
    return draft.add("benefit", thankful) if draft.act in ("give", "fund", "send") and not takers else draft
