"""How a language shows what a clause is about: where its subject stands, what is no subject, what takes over another."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from geo.attachment.word_patterns import NEVER, find_before, find_characters, find_characters_before, find_word

_BEFORE = 24  # characters before a name or number that are looked at
_LEADING = 300  # characters before a name that may tell that it opens its clause
_LONGEST_BODY = 40  # characters of the name of a ministry or office behind its country


class ClauseWords(NamedTuple):
    """The words of one language around subjects; see the methods.

    `dealing` says that a thing goes from one country to another, `foreign` that people are another country's.
    `anaphors` mean the country named last ("the country", 该国), `changes` stand before what a number before it rose by.
    """

    clauses: re.Pattern[str]
    leading: re.Pattern[str]
    setting: re.Pattern[str]
    aside: re.Pattern[str]
    bodies: re.Pattern[str]
    listing: re.Pattern[str]
    anew: re.Pattern[str]
    sending: re.Pattern[str]
    locating: re.Pattern[str]
    domestic: re.Pattern[str]
    anaphors: re.Pattern[str]
    changes: re.Pattern[str]
    dealing: re.Pattern[str]
    foreign: re.Pattern[str]

    def list_clauses(self, plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a passage that may each have a subject of their own."""
        for match in self.clauses.finditer(plain, start, end):
            yield start, match.start()
            start = match.end()
        yield start, end

    def opens_clause(self, plain: str, start: int, place: int) -> bool:
        """Tell whether a name is the subject of a clause, or the setting or owner of one: "in Chad", "floods in Chad"."""
        begin = max(start, place - _LEADING)
        # One character more where the clause begins earlier, so that what is looked at does not seem to begin it.
        inside = int(begin > start)
        return self.leading.search(plain[begin - inside : place], inside) is not None

    def sets(self, plain: str, start: int, place: int) -> bool:
        """Tell a name that says where something is, "in Chad", from one that owns or does it."""
        return self.setting.search(plain, max(start, place - _BEFORE), place) is not None

    def is_aside(self, plain: str, start: int, end: int) -> bool:
        """Tell a name that only comes along ("with Kenya", "near Chad"), or whose people act abroad ("a German charity")."""
        before = self.aside.search(plain, max(0, start - _BEFORE), start)
        return before is not None or self.bodies.match(plain, end) is not None

    def is_listed(self, plain: str, place: int) -> bool:
        """Tell whether a name goes on in a list, of which it is only the first: "中国和45个国家"."""
        return self.listing.match(plain, place) is not None

    def opens_anew(self, plain: str, number: int) -> bool:
        """Tell a number that begins a clause of its own behind a comma: "Ghana lost, and 40 fans wept"."""
        return self.anew.search(plain, max(0, number - _BEFORE), number) is not None

    def sends(self, plain: str, start: int, end: int) -> bool:
        """Tell whether people are sent, who stay the sender's."""
        return self.sending.search(plain, start, end) is not None

    def locates(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a number and a name behind it says that it is there."""
        return self.locating.fullmatch(plain, start, end) is not None

    def is_domestic(self, plain: str, end: int) -> bool:
        """Tell whether one who speaks is a country's own body, which speaks of that country: "Chad's health ministry"."""
        return self.domestic.match(plain, end, end + _LONGEST_BODY) is not None


def compile_spaced(words: Mapping[str, str], opener: str) -> ClauseWords:
    """Return the words of a language that writes spaces."""
    located = rf"(?:{words['locating']}){words['after']}"
    subject = rf"(?:(?!(?:{words['verbal']}|{words['verb_forms']})\b)[\w'-]+\s){{0,5}}"  # tourist arrivals (in)
    plainly = rf"(?:\s(?!(?:{words['unlocated']}|{words['severing']})\b)[\w'-]+){{0,8}}"
    return ClauseWords(
        clauses=re.compile(
            rf";|{words['says']}|,?\s(?=(?:{words['contrasts']})\b)|,\s(?=(?:{words['where']})\b)", re.IGNORECASE
        ),
        leading=re.compile(
            rf"(?:^|[,;:\n–—-]|\b(?:{words['leads']}))\s?(?:{subject}{located})?{opener}$", re.IGNORECASE
        ),
        setting=find_before(words["settings"], opener, words["after"]),
        aside=find_before(words["aside"], opener, words["after"]),
        bodies=re.compile(rf"(?:'s)?\s(?:[a-z-]+\s)?(?:{words['bodies']})\b", re.IGNORECASE),
        listing=re.compile(rf"\s(?:{words['listing']})\b", re.IGNORECASE),
        anew=re.compile(rf",\s(?:{words['anew']})\s$", re.IGNORECASE),
        sending=find_word(words["sending"]),
        locating=re.compile(rf"{plainly}\s{located}{opener}", re.IGNORECASE),
        domestic=re.compile(rf"(?:'s)? (?:[a-z]+ ){{0,3}}(?:{words['domestic']})\b", re.IGNORECASE),
        anaphors=find_word(words["anaphors"]),
        dealing=NEVER,
        foreign=re.compile(rf"\b(?:{words['foreign']})", re.IGNORECASE),
        changes=re.compile(rf",? (?:{words['changes']}) ", re.IGNORECASE),
    )


def compile_chinese(words: Mapping[str, str]) -> ClauseWords:
    """Return the words of Chinese."""
    few = r"[\u4e00-\u9fff]{0,4}"
    return ClauseWords(
        clauses=re.compile(rf"[；;]|，(?=(?:{words['contrasts']}))|(?:说|称|表示|指出|显示|介绍|透露)[，：]"),
        leading=re.compile(
            rf"(?:^|[^\u4e00-\u9fff\d、]|{words['leads']})(?:[驻赴来访旅].{{1,4}}|{words['openers']})?(?:{words['settings']})?$"
        ),
        setting=find_characters_before(words["settings"]),
        aside=find_characters_before(words["aside"]),
        bodies=re.compile(rf"的?(?:《|{words['bodies']})"),
        listing=re.compile(r"[、和与及]|以及"),
        anew=NEVER,
        sending=find_characters(words["sending"]),
        locating=re.compile(rf"[^，,；：。、（）()\d]{{0,10}}(?:{words['locating']}|{words['arriving']})"),
        domestic=re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{words['domestic']})"),
        anaphors=find_characters(words["anaphors"]),
        dealing=re.compile(rf"(?:{words['dealing_with']})[^，；。]{{1,12}}(?:{words['dealing']})"),
        foreign=re.compile(r"外国|外籍|境外"),
        changes=re.compile(rf"[个名位人例次吨元件]{{0,2}}[，,]?{few}(?:{words['changes']}){few}"),
    )
