"""Verbs that say of another act whether it happened: "refused to send", "promised", "hopes that"."""

from itertools import pairwise

from geo.modality.states import BE, MOOD, NEAR, NOT, TO, WILL, ClauseState
from geo.modality.tokens import Token

# Denied themselves, they affirm: "did not stop them from sending", "never refused".
_REVERSED = frozenset({"refusing", "hindering", "denying", "doubting"})
# They take a whole clause: "hopes that 20 countries will join".
_CLAUSAL = ("hop", "wish", "demand", "urg", "propos", "suggest", "recommend", "request", "ask", "want")


class GoverningVerbs(ClauseState):
    """The reading of verbs that govern other acts."""

    def _read_governing(self, token: Token) -> None:
        kind, chain = token.kind or "", self._chain
        self._any_verb = True
        negative = bool(chain & NOT) != self.negated
        if kind in _REVERSED and negative and not (chain & BE and kind == "doubting"):
            self._reverse(kind)
        elif (negative and kind != "doubting") or (chain & MOOD and kind not in {"refusing", "asking", "doubting"}):
            self._act(self._tell_mood(None))
        else:
            _GOVERNORS[kind](self, token)
            self._chain = 0

    def _reverse(self, kind: str) -> None:
        self.negated = False
        planned = self._chain & WILL
        self._act(None if kind == "doubting" else "planned" if planned else "done")

    def _refuse(self, token: Token) -> None:
        purpose = self._chain & TO and self.own == "done"
        if purpose or self._is_noun(token):
            return
        if self._falls(token):
            self._act("done")
            return
        self._govern("done" if self._disposes(token) else "denied", token)

    def _falls(self, token: Token) -> bool:
        """Tell "exports declined to $159 billion" from "declined to send"."""
        after = self._sentence.word(token.stop)
        return self._sentence.words[token.stop - 1] == "to" and after != "" and not after[0].isalpha()

    def _hinder(self, token: Token) -> None:
        if self._chain & TO and self.own == "done":
            return
        if self._disposes(token):
            self._act("done")
        elif self._chain & BE or self._hinders_deed(token):
            self._govern("denied", token)
        elif self.own is None:
            self._act("done")

    def _disposes(self, token: Token) -> bool:
        """Tell "cancelled debts", an act, from "cancelled plans to forgive debts"."""
        words = self._sentence.words[token.stop : token.stop + NEAR]
        told = (word for word in words if word in self._words("disposed") or word in self._words("deeds"))
        first = next(told, "")
        turned_down = self._sentence.words[token.first] in self._words("declining")
        return first in self._words("disposed") and not (turned_down and first in self._words("granted"))

    def _hinders_deed(self, token: Token) -> bool:
        words = self._sentence.words[token.stop : token.stop + NEAR]
        follows = words[:1] and self._lexicon.is_gerund(words[0])
        held_off = any(one == "from" and self._lexicon.is_gerund(two) for one, two in pairwise(words))
        turned_down = self._sentence.words[token.first] in self._words("declining")
        undone = self._words("granted" if turned_down else "deeds") | self._words("deeds")
        return bool(follows) or held_off or not undone.isdisjoint(words)

    def _deny(self, token: Token) -> None:
        words = self._sentence.words[token.stop : token.stop + 4]
        if any(word in self._words("reports") or self._lexicon.is_gerund(word) for word in words):
            self.governing = "denied"
        self._govern("denied", token)

    def _ask(self, token: Token) -> None:
        first = self._sentence.words[token.first]
        before = self._sentence.word(token.first - 1)
        by = self._chain & BE and self._sentence.word(token.stop) == "by"
        attributive = token.stop - token.first == 1 and self._is_noun(token)
        if self._sentence.word(token.stop) == "by" and not self._chain:
            return
        if by or attributive or (before in self._words("evidence") and not self._chain):
            self._act(None) if by else None
            return
        if self._chain & WILL and first in self._words("needing"):
            self._act("planned")
            return
        self._govern("denied", token)
        single = token.stop - token.first == 1
        if single and first.startswith(_CLAUSAL) and "to" not in self._sentence.words[token.stop : token.stop + 3]:
            self.governing = "denied"

    def _consider(self, token: Token) -> None:
        words = self._sentence.words[token.stop : token.stop + 4]
        if any(word in self._words("deeds") for word in words) or (words and self._lexicon.is_gerund(words[0])):
            self._govern("denied", token)
        elif self.own is None:
            self._act("done")

    def _announce(self, token: Token) -> None:
        first = self._sentence.words[token.first]
        by = self._sentence.word(token.stop) == "by"
        if by or not self._may_govern(token) or self._is_devotion(token):
            return
        told = any(word in self._words("told") for word in self._sentence.words[token.stop : token.stop + 6])
        self._govern("done" if told else "announced", token)
        self.approved = first in self._words("approving") and self._approves_thing(token)

    def _agrees_on_thing(self, token: Token) -> bool:
        """Tell "agreed 3 treaties" from "agreed on Monday to send", where an act to come follows behind when or where."""
        if token.stop - token.first > 1 or self._sentence.words[token.first] not in self._words("agreeing"):
            return False
        return not self._is_postponed(token)

    def _is_postponed(self, token: Token) -> bool:
        """Tell whether the act follows only behind when or where: "agreed on Monday to send", "is due in May to send"."""
        words = self._sentence.words[token.stop : token.stop + NEAR]
        return words[:1] != [] and words[0] in self._words("adjuncts") and not {"to", "that"}.isdisjoint(words)

    def _is_devotion(self, token: Token) -> bool:
        """Tell "praised its commitment to the 12 schools" from "its commitment to send 12 doctors"."""
        after = self._sentence.word(token.stop)
        devoted = self._sentence.words[token.first] in self._words("devotions")
        return devoted and (
            after in self._words("determiners") or after[:1].isdigit() or self._lexicon.is_gerund(after)
        )

    def _approves_thing(self, token: Token) -> bool:
        """Tell "approved 3 loans", which is all there is to do, from "approved the sale", "approved sending"."""
        words = self._sentence.words[token.stop : self._sentence.first]
        coming = any(one == "to" and two in self._words("coming") for one, two in pairwise(words))
        acts = any(word in self._words("deeds") or self._lexicon.is_gerund(word) for word in words)
        return not (coming or acts)

    def _plan(self, token: Token) -> None:
        if token.stop - token.first == 1 and self._sentence.words[token.first] == "planned" and self._is_noun(token):
            return
        if self._may_govern(token):
            self._govern("planned", token)

    def _may_govern(self, token: Token) -> bool:
        """Tell whether a verb begins a statement of its own: not in "refused to announce", "pledged to plan"."""
        finite = self._chain & ~(TO | NOT)
        return self.own in (None, "done") or bool(finite) or (not self._chain & TO and self._is_opened(token))

    def _doubt(self, token: Token) -> None:
        if self._chain & NOT:
            self._act(None)


_GOVERNORS = {
    "refusing": GoverningVerbs._refuse,
    "hindering": GoverningVerbs._hinder,
    "denying": GoverningVerbs._deny,
    "asking": GoverningVerbs._ask,
    "considering": GoverningVerbs._consider,
    "announcing": GoverningVerbs._announce,
    "planning": GoverningVerbs._plan,
    "doubting": GoverningVerbs._doubt,
}
