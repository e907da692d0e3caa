"""The reading of an English clause word by word: auxiliaries with their verbs, and all that is read elsewhere."""

from geo.modality.ends import ClauseEnds
from geo.modality.governors import GoverningVerbs
from geo.modality.states import BE, DO, HAVE, MAY, MOOD, NOT, PAST, PRESENT, TO, WILL
from geo.modality.tokens import Token

_CHAINS = {
    "have": HAVE,
    "present": PRESENT,
    "past": PAST,
    "do": DO,
    "will": WILL,
    "may": MAY,
    "to": TO,
}
# Kinds of verbs that say of another act whether it happened.
_GOVERNING = frozenset(
    {"refusing", "hindering", "denying", "asking", "considering", "announcing", "planning", "doubting"}
)
# Of those who are counted they are acts of their own: "30 countries demanded".
_OWN_ACTS = frozenset({"asking", "hindering", "denying", "considering", "doubting", "announcing"})


class Clause(GoverningVerbs, ClauseEnds):
    """What has been read of a clause so far; see `ClauseState`."""

    def read(self, token: Token) -> None:
        """Read one more word or phrase."""
        kind, place = token.kind, token.first
        if self._is_aside(token):
            return
        if kind is None or (kind == "announcing" and self._agrees_on_thing(token)):
            self._read_plain(token)
        elif kind == "neutral":
            self._chain = 0
        elif kind in _CHAINS:
            self._extend(_CHAINS[kind], token)
        elif kind in _GOVERNING:
            self._read_governing(token)
        elif kind != "adverb":
            self._chain_ends(kind, token)
            _HANDLERS[kind](self, token)
        if place == 0:
            self._fronted = self.acted or self._fronted
            self._led = self._sentence.words[0] in self._words("fronting")

    def read_after(self, token: Token) -> None:
        """Read a word after the span, which is the subject: a verb of asking is an act of its own there."""
        active = not self._chain & (BE | MOOD | NOT)
        if active and (token.kind in _OWN_ACTS or self._is_refusal(token)):
            self._act("done")
        elif not (token.kind == "comma" and not self._chain):
            self.read(token)

    def _is_refusal(self, token: Token) -> bool:
        """Tell "30 countries refused to sign", an act of theirs, from "failed to sign" and "were refused"."""
        words = self._sentence.words
        led = {"to", "from", "of", "on"} & {words[token.stop - 1], self._sentence.word(token.stop)}
        return token.kind == "refusing" and bool(led) and words[token.first] in self._words("refusals")

    def is_verbal(self, token: Token) -> bool:
        """Tell whether a word may be a verb or stand before one, and is no number and no clause end."""
        word = self._sentence.words[token.first]
        return word[:1].isalpha() and (token.kind is None or token.kind in _CHAINS or token.kind in _GOVERNING)

    def _is_aside(self, token: Token) -> bool:
        """Tell whether a word belongs to what is thrown in between an auxiliary and its verb: "did not, despite pressure,"."""
        if token.kind == "comma" and (self._aside or self._chain & NOT):
            after = self._sentence.word(token.stop)
            leads = after in self._words("fronting") or self._lexicon.kinds.get(after) == "preposition"
            was_aside, self._aside = self._aside, not self._aside and leads
            return was_aside or leads
        return self._aside

    def _extend(self, link: int, token: Token) -> None:
        if link == TO and self._is_headline(token):
            self._act("planned")
            return
        if link == MAY and self._chain & HAVE and not self._chain & ~HAVE:
            self._chain = 0
        self._chain |= link

    def _is_headline(self, token: Token) -> bool:
        """Tell "Croatia to send 23 firefighters": no verb before it, and one of what is to come after it."""
        if self._any_verb or self._chain or token.first == 0 or token.first > self._sentence.last:
            return False
        before, after = self._sentence.word(token.first - 1), self._sentence.word(token.stop)
        return before not in self._words("unled") and after in self._words("coming")

    def _read_not(self, token: Token) -> None:
        """Keep a "not" that stands among auxiliaries or before a verb; "Niger, not Chad" denies no act."""
        after = self._sentence.word(token.stop)
        contracted = self._sentence.words[token.first].endswith("n't")
        never = self._sentence.words[token.first] != "not"
        if self._chain or contracted or never or after == "to" or self._lexicon.is_gerund(after):
            self._chain |= NOT | (DO if contracted or never else 0)

    def _read_would(self, token: Token) -> None:
        """Tell "said it would send", which tells of a plan, from "would send", which needs a condition."""
        self._any_verb = True
        needing = self._sentence.word(token.stop) in self._words("needing")
        if self._told or self.own == "announced" or self.governing == "announced" or needing:
            self._chain |= WILL
        else:
            self.would = True
            self._chain |= MAY

    def _read_due(self, token: Token) -> None:
        after = self._sentence.word(token.stop)
        if token.stop - token.first == 1 and not self._is_postponed(token):
            return
        if self._chain & BE and after not in self._words("determiners"):
            self._chain |= WILL

    def _read_plain(self, token: Token) -> None:
        """Read a word of no known kind: a verb after auxiliaries, a past form, or neither."""
        word, chain = self._sentence.words[token.first], self._chain
        finite = chain & ~(TO | NOT)
        if chain & TO or not finite:
            self._read_free(token, word)
            return
        participle = self._lexicon.is_gerund(word) or (
            self._lexicon.is_past(word) and word not in self._words("static")
        )
        if chain & (MOOD | DO):
            self._act(self._tell_mood("done"))
        elif not participle:
            self._end_without_verb(word)
        elif chain & NOT or self.negated:
            self._act(self._tell_mood("done"))
        elif self._lexicon.is_gerund(word):
            self._act("planned" if chain & PRESENT and word in self._words("sending") else "done")
        else:
            self._act("done" if chain & (HAVE | PAST) else self.own)

    def _end_without_verb(self, word: str) -> None:
        """End a chain before a noun or an adjective: a copula states no act, whether denied or not."""
        chain, self._chain = self._chain, 0
        self._any_verb = True
        if not chain & NOT:
            return
        if not chain & BE or word in self._words("able"):
            self._act("denied")
        elif self.own != "done":
            self._act(None)

    def _read_free(self, token: Token, word: str) -> None:
        """Read a word without an auxiliary that tells: an infinitive, a past form, another word."""
        chain, self._chain = self._chain, 0
        if chain & NOT:  # kept before an infinitive and a form in -ing only
            self._act("denied")
        elif chain & TO:
            if chain & HAVE and self.own is None and self._lexicon.is_past(word):
                self._act("done")
        elif self._lexicon.is_past(word) and self._is_finite(token, word):
            self._act("denied" if self.negated else "done")
            self.negated = False
            self._free_from_governing(token)

    def _is_finite(self, token: Token, word: str) -> bool:
        """Tell a past form that begins a statement from a participle beside its noun."""
        before = self._sentence.word(token.first - 1)
        if before in self._words("determiners"):
            return False
        if self.own is None or self.own == "done" or word in self._words("past_only"):
            return True
        # "those who were refused entry saved": the verb behind the relative clause is that of the sentence.
        opened = self._restricted or self._is_opened(token)
        return opened and self._sentence.word(token.stop) != "by"

    def _free_from_governing(self, token: Token) -> None:
        if self._sentence.word(token.first - 1) == "and":
            self.governing = None

    def _chain_ends(self, kind: str, token: Token) -> None:
        """End the auxiliaries before a word that is no verb, except where the word goes on with them."""
        if kind in {"not", "would", "due", "none"}:
            return
        self.close()


_HANDLERS = {
    "not": Clause._read_not,
    "would": Clause._read_would,
    "due": Clause._read_due,
    "none": Clause._read_none,
    "without": Clause._read_without,
    "stop": Clause._read_stop,
    "but": Clause._read_but,
    "contrast": Clause._read_contrast,
    "subordinate": Clause._read_subordinate,
    "preposition": Clause._read_preposition,
    "relative": Clause._read_relative,
    "that": Clause._read_that,
    "comma": Clause._read_comma,
    "reporting": Clause._read_reporting,
    "whether": Clause._read_whether,
    "if": Clause._read_if,
}
