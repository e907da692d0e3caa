"""What an English clause says of its act, read word by word: auxiliaries, verbs that govern others, and clause ends."""

from geo.base.records import Status
from geo.modality.lexicons import Lexicon, read_lexicon
from geo.modality.tokens import Sentence, list_tokens
from geo.modality.verbs import Clause

_FORWARD = 24  # words after the span that are looked at where nothing before it tells
_AHEAD = 120  # characters after the span that are cut into words
_ENDS = frozenset({"stop", "but", "contrast", "reporting", "if"})
_AUXILIARIES = frozenset({"will", "may", "would", "past", "have", "present", "do"})
_OPENERS = frozenset({"relative", "that"})
_JOINTS = frozenset({"and", "but", ","})
# What may stand between a conjunction and the number it joins.
_LIGHT = frozenset(
    {"the", "a", "an", "about", "some", "nearly", "almost", "over", "another", "all", "around", "more", "than"}
)
# What may follow a number that is no subject.
_LINKS = frozenset({"and", "or", "to", "for", "from", "as", "with", "(", ")", "by"})


def read_status(before: str, span: str, after: str) -> Status | None:
    """Return what the clause says that holds a span, given the sentence in three parts."""
    lexicon = read_lexicon("en")
    sentence = Sentence(before, span, after[:_AHEAD])
    if _is_tally(sentence, lexicon, (span + after)[:_AHEAD]):
        return "done"
    clause = Clause(sentence, lexicon)
    for token in list_tokens(sentence, lexicon, 0, sentence.first):
        clause.read(token)
    if _read_verb(clause, sentence, lexicon):
        return _settle(clause, sentence, lexicon, after)
    clause.close()
    if clause.own is None or (_is_joined(sentence) and _has_own_verb(sentence, lexicon)):
        _read_on(clause, sentence, lexicon)
    return _settle(clause, sentence, lexicon, after)


def _read_verb(clause: Clause, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Read a span that begins with a verb, and tell whether it does: then nothing behind it is its verb."""
    token = next(list_tokens(sentence, lexicon, sentence.first, len(sentence.words)), None)
    if token is None or not clause.is_verbal(token):
        return False
    clause.acted = False
    clause.read(token)
    return clause.acted


def _is_joined(sentence: Sentence) -> bool:
    """Tell whether the span stands right after a conjunction or a comma."""
    place = sentence.first - 1
    while sentence.word(place) in _LIGHT:
        place -= 1
    return sentence.word(place) in _JOINTS


def _has_own_verb(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell "and 20 countries did not attend", where the span is a subject, from "and 20 trucks to Chad"."""
    if _is_finite(sentence, lexicon):
        return True
    last = min(sentence.last + 5, len(sentence.words))
    for token in list_tokens(sentence, lexicon, sentence.last, last):
        if token.kind in _AUXILIARIES:
            return True
        if token.kind is not None or sentence.words[token.first] in _LINKS:
            return False
    return False


def _is_finite(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether the word behind the span is its verb: "30 backed it", "2 abstained", not "20 trucks loaded with"."""
    word, after = sentence.word(sentence.last), sentence.word(sentence.last + 1)
    if word in lexicon.words["objectless"]:
        return after not in {"by", "as"}
    return (lexicon.is_past(word) or lexicon.kinds.get(word) == "hindering") and after in lexicon.words["objects"]


def _read_on(clause: Clause, sentence: Sentence, lexicon: Lexicon) -> None:
    """Read the verb after a span that is its subject; after "countries that signed" the verb behind that one."""
    clause.begin_subject()
    last = min(sentence.last + _FORWARD, len(sentence.words))
    awaited = False
    for token in list_tokens(sentence, lexicon, sentence.last, last):
        if token.kind in _ENDS:
            break
        awaited = awaited or token.kind in _OPENERS
        clause.read_after(token)
        if clause.acted:
            if not awaited:
                return
            awaited, clause.acted = False, False
    clause.close()


def _settle(clause: Clause, sentence: Sentence, lexicon: Lexicon, after: str) -> Status | None:
    """Return the status of a clause under what governs it, and after what the rest of the sentence takes back."""
    status = _govern(clause, lexicon, after)
    ahead = sentence.words[sentence.last :]
    if status != "denied" and _is_told(ahead, "untrue", lexicon, after):
        return "denied"
    if status in ("done", "denied"):
        return status
    conditional = status is not None and _is_told(ahead, "conditional", lexicon, after)
    if conditional or _is_taken_back(ahead, lexicon, after):
        return "denied"
    return "done" if clause.approved and status == "announced" else status


def _is_taken_back(ahead: list[str], lexicon: Lexicon, after: str) -> bool:
    """Tell "but dropped the plan" from "but refused 2 loans", which is told of something else."""
    if not _is_told(ahead, "retracted", lexicon, after):
        return False
    elsewhere = lexicon.patterns["elsewhere"].search(after)
    return elsewhere is None or lexicon.patterns["retracted"].search(after[: elsewhere.start()]) is not None


def _is_tally(sentence: Sentence, lexicon: Lexicon, text: str) -> bool:
    """Tell how many voted how, which is a fact whatever became of the motion: "5 against and 35 abstentions"."""
    told = lexicon.patterns["tally"].match(text)
    return told is not None and lexicon.words["open"].isdisjoint(sentence.words[: sentence.first])


def _is_told(ahead: list[str], name: str, lexicon: Lexicon, after: str) -> bool:
    """Tell whether a pattern holds after the span; its leading words are looked for first, which is quick."""
    return not lexicon.words[name].isdisjoint(ahead) and lexicon.patterns[name].search(after) is not None


def _govern(clause: Clause, lexicon: Lexicon, after: str) -> Status | None:
    own = clause.own if clause.own is not None else clause.saved
    if clause.negated or clause.governing == "denied" or clause.condition:
        return "denied"
    if clause.would and own == "denied" and lexicon.patterns["attributed"].search(after):
        return "planned"
    if clause.governing == "announced" and own in (None, "planned"):
        return "announced"
    return own
