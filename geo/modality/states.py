"""The state of an English clause while it is read word by word: its auxiliaries, and what governs what follows."""

from geo.base.records import Status
from geo.modality.lexicons import Lexicon
from geo.modality.tokens import Sentence, Token

# The auxiliaries that stand before a verb, as bits: "will not have been". (An enum's flags are ten times as slow.)
HAVE, PRESENT, PAST, DO, WILL, MAY, NOT, TO = (1 << place for place in range(8))
BE = PRESENT | PAST
MOOD = WILL | MAY
# Before these a clause of its own begins: "said that, following requests from Peru, Japan …".
_FRONTS = frozenset({",", "that"})
NEAR = 9  # words after a verb in which its object or complement is looked for


class ClauseState:
    """What has been read of a clause so far.

    `own` is what its verb says, `saved` what the clause around it says, `governing` what a verb with a clause as its
    object makes of all that follows; `condition` holds after "if", `negated` after "no" until its verb comes, `acted`
    says that a verb has been read, `approved` that it was one of approving a thing.
    """

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        """Begin before the first word of a sentence."""
        self._sentence, self._lexicon = sentence, lexicon
        self.own: Status | None = None
        self.saved: Status | None = None
        self.governing: Status | None = None
        self.condition = self.negated = self.acted = self.would = self.approved = False
        self._chain = 0
        self._aside = self._fronted = self._led = self._relative = self._restricted = self._told = self._any_verb = (
            False
        )
        self._governed_at = -NEAR

    def close(self) -> None:
        """End the auxiliaries that no verb follows: "30 countries did"."""
        if self._chain & (DO | MOOD):
            self._act(self._tell_mood("done"))
        self._chain = 0

    def begin_subject(self) -> None:
        """Begin a clause whose subject is the span."""
        if self.own is not None:
            self.saved = self.own
        self.own, self.acted, self._chain = None, False, 0

    def _tell_mood(self, otherwise: Status | None) -> Status | None:
        """Return what the auxiliaries before a verb make of it."""
        chain = self._chain
        negative = bool(chain & NOT) != self.negated
        self.negated = False
        if negative or chain & MAY:
            return "denied"
        if chain & WILL:
            return "announced" if self.own == "announced" else "planned"
        return otherwise

    def _act(self, status: Status | None) -> None:
        """Take over what a verb says."""
        self.own, self.acted, self._any_verb, self._chain = status, True, True, 0
        self.approved = False

    def _begin(self) -> None:
        """Begin a new clause, of which nothing is known."""
        self.own, self.acted = None, False

    def _govern(self, status: Status, token: Token) -> None:
        """Let a verb of asking, promising or refusing say what becomes of what follows."""
        self._act(status)
        self._governed_at = token.stop

    def _open_front(self, token: Token) -> None:
        opened = token.first == 0 or self._sentence.word(token.first - 1) in _FRONTS
        self._fronted = opened or self._fronted

    def _is_opened(self, token: Token) -> bool:
        """Tell whether the word before opens a new statement: "and", "it", a name."""
        place = token.first - 1
        while self._lexicon.kinds.get(self._sentence.word(place)) == "adverb" or self._sentence.word(place).endswith(
            "ly"
        ):
            place -= 1
        return self._sentence.word(place) in self._words("openers") or self._sentence.is_capital(place)

    def _is_noun(self, token: Token) -> bool:
        before, word = self._sentence.word(token.first - 1), self._sentence.words[token.first]
        if before.endswith("ly") and not word.endswith("ed"):
            return False
        return before in self._words("determiners") and not self._chain

    def _words(self, name: str) -> frozenset[str]:
        return self._lexicon.words[name]
