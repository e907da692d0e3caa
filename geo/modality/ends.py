"""Where an English clause ends and another begins, and what of the first holds in the second."""

from geo.modality.states import NEAR, ClauseState
from geo.modality.tokens import Token


class ClauseEnds(ClauseState):
    """The reading of words and signs between clauses."""

    def _read_none(self, token: Token) -> None:
        before, after = self._sentence.word(token.first - 1), self._sentence.word(token.stop)
        held = self._lexicon.kinds.get(before) == "have"
        if before in self._words("idle_none"):
            return
        if held:
            if after in self._words("intentions"):
                self._act("denied")
            return
        self.negated = self._sentence.words[token.first] != "none" or not self.acted

    def _read_without(self, token: Token) -> None:
        if self._lexicon.is_gerund(self._sentence.word(token.stop)):
            self._act("denied")

    def _read_stop(self, token: Token) -> None:
        self._begin()
        self.saved = self.governing = None
        self.condition = self.negated = self._fronted = self._relative = False

    def _read_but(self, token: Token) -> None:
        if self.own == "denied":
            self._begin()
        self.governing = None
        self.negated = False

    def _read_contrast(self, token: Token) -> None:
        self._open_front(token)
        self._begin()
        self.governing = self.saved = None
        self.negated = False

    def _read_subordinate(self, token: Token) -> None:
        self._open_front(token)
        self._begin()

    def _read_preposition(self, token: Token) -> None:
        self._open_front(token)
        self.saved = self.own
        self.negated = self.negated and not self.acted
        self._begin()

    def _read_relative(self, token: Token) -> None:
        self.saved, self._relative = self.own, self._sentence.word(token.first - 1) == ","
        self._restricted = not self._relative
        self._begin()

    def _read_that(self, token: Token) -> None:
        if self._is_governed(token) and self.own in ("announced", "denied"):
            self.governing = self.own
            self.saved = None
        else:
            self.saved, self._restricted = self.own, True
        self._begin()

    def _is_governed(self, token: Token) -> bool:
        """Tell whether the verb before governs what follows: right before, or with when and where between the two."""
        far = token.first - self._governed_at
        return far <= 3 or (far <= NEAR and self._sentence.word(self._governed_at) in self._words("adjuncts"))

    def _read_comma(self, token: Token) -> None:
        if self._relative and self.acted:
            self.own, self._relative = self.saved, False
            self.acted = self.own is not None
        elif (self._fronted or self._led) and self.acted:
            self._begin()
            self._fronted, self.saved, self.governing = False, None, None
        self._led = False

    def _read_reporting(self, token: Token) -> None:
        self._told = self._any_verb = True
        self._begin()
        self.saved = self.governing = None
        self.negated = False

    def _read_whether(self, token: Token) -> None:
        """Leave open what follows "whether", up to the next comma after its verb."""
        self._begin()
        self.governing, self._fronted = "denied", True

    def _read_if(self, token: Token) -> None:
        self.condition = True
