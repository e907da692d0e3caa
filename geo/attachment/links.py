"""What ties a number to a place in one language, compiled from its table of links; strengths from 0 to 3.

3 is a tie that needs nothing else ("40 from Ghana", "Ghana (40)"), 2 one that needs a second of its kind beside it
("Ghana finished with 40"), 1 one that needs several, and 0 none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import choose_language, read_pack

FIRM, LIKELY, FAINT = 3, 2, 1
_LONGEST_BODY = 40  # characters of the name of a ministry or office behind its country
_LONGEST = 100  # characters between a number and its place

_Tie = tuple[int, re.Pattern[str]]


class Links(NamedTuple):
    """The ties of one language: `forward` from a number to the place behind it, `back` from a place to the number."""

    forward: tuple[_Tie, ...]
    forward_bare: tuple[_Tie, ...]
    back: tuple[_Tie, ...]
    back_bare: tuple[_Tie, ...]
    giving: re.Pattern[str]
    receiving: re.Pattern[str]
    handing: re.Pattern[str]
    acting: re.Pattern[str]
    suffering: re.Pattern[str]
    aside: re.Pattern[str]
    bodies: re.Pattern[str]
    leading: re.Pattern[str]
    setting: re.Pattern[str]
    sums: re.Pattern[str]
    anew: re.Pattern[str]
    hailing: re.Pattern[str]
    sending: re.Pattern[str]
    domestic: re.Pattern[str]
    anaphors: re.Pattern[str]
    changes: re.Pattern[str]
    listing: re.Pattern[str]
    onward: re.Pattern[str]
    locating: re.Pattern[str]
    trailing: re.Pattern[str]
    passing: re.Pattern[str]
    clauses: re.Pattern[str]
    tails: re.Pattern[str]
    governing: re.Pattern[str]
    speaking: re.Pattern[str]
    said_by: re.Pattern[str]
    joint: re.Pattern[str]
    each: re.Pattern[str]
    pairwise: re.Pattern[str]
    rest: re.Pattern[str]
    rest_behind: re.Pattern[str]
    rest_before: re.Pattern[str]
    out_of: re.Pattern[str]
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    wholes: re.Pattern[str]
    totals: re.Pattern[str]
    totals_behind: re.Pattern[str]
    more: re.Pattern[str]
    wider: re.Pattern[str]
    heads: re.Pattern[str]
    some_before: re.Pattern[str]
    some_behind: re.Pattern[str]

    def find_tail(self, plain: str, place: int, end: int) -> int:
        """Return where a place ends with the generic noun behind its name: "Asian countries", "亚洲地区"."""
        found = self.tails.match(plain, place, end)
        return found.end() if found else place

    def governs(self, plain: str, start: int, place: int) -> bool:
        """Tell whether a preposition stands right before a name."""
        return self.governing.search(plain, max(start, place - 24), place) is not None

    def speaks(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a name is that of one who says what follows: "the WHO says", "据世卫组织"."""
        behind = self.speaking.match(plain, end)
        return behind is not None or self.said_by.search(plain, max(0, start - 24), start) is not None

    def gives(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a name and a number says that the one gave the other."""
        return self.giving.search(plain, start, end) is not None

    def receives(self, plain: str, start: int, place: int) -> bool:
        """Tell whether a name is the one given to: "gave Nepal", "向加纳"."""
        return self.receiving.search(plain, max(start, place - 24), place) is not None

    def hands_over(self, gap: str) -> bool:
        """Tell whether what stands between the one given to and a number leaves no doubt that it is given: "with", 提供."""
        return self.handing.fullmatch(gap) is not None

    def acts_on(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a name and a number says that it did something to what is counted elsewhere."""
        return self.acting.search(plain, start, end) is not None and not self.suffering.search(plain, start, end)

    def is_aside(self, plain: str, start: int, end: int) -> bool:
        """Tell a name that only comes along ("with Kenya", "near Chad"), or whose people act abroad ("a German charity")."""
        before = self.aside.search(plain, max(0, start - 24), start)
        return before is not None or self.bodies.match(plain, end) is not None

    def opens_clause(self, plain: str, start: int, place: int) -> bool:
        """Tell whether a name is the subject of a clause, or the setting or owner of one: "in Chad", "floods in Chad"."""
        return self.leading.search(plain[start:place]) is not None

    def opens_anew(self, plain: str, number: int) -> bool:
        """Tell a number that begins a clause of its own behind a comma: "Ghana lost, and 40 fans wept"."""
        return self.anew.search(plain, max(0, number - 12), number) is not None

    def is_listed(self, plain: str, place: int) -> bool:
        """Tell whether a name goes on in a list, of which it is only the first: "中国和45个国家"."""
        return self.listing.match(plain, place) is not None

    def sets(self, plain: str, start: int, place: int) -> bool:
        """Tell a name that says where something is, "in Chad", from one that owns or does it."""
        return self.setting.search(plain, max(start, place - 24), place) is not None

    def hails(self, plain: str, start: int, place: int) -> bool:
        """Tell "those from Ghana", whose number follows like that of any subject."""
        return self.hailing.search(plain, max(start, place - 24), place) is not None

    def sends(self, plain: str, start: int, end: int) -> bool:
        """Tell whether people are sent, who stay the sender's."""
        return self.sending.search(plain, start, end) is not None

    def is_domestic(self, plain: str, end: int) -> bool:
        """Tell whether one who speaks is a country's own body, which speaks of that country: "Chad's health ministry"."""
        return self.domestic.match(plain, end, end + _LONGEST_BODY) is not None

    def goes_on(self, plain: str, place: int) -> bool:
        """Tell whether a name is only where a way begins: "from Libya to Italy"."""
        return self.onward.match(plain, place) is not None

    def locates(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a number and a name behind it says that it is there."""
        return self.locating.fullmatch(plain, start, end) is not None

    def list_clauses(self, plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of a passage that may each have a subject of their own."""
        for match in self.clauses.finditer(plain, start, end):
            yield start, match.start()
            start = match.start()
        yield start, end

    def passes(self, plain: str, start: int) -> bool:
        """Tell a name that numbers behind it are not said of: "more than Kenya", "来华游客"."""
        return self.passing.search(plain, max(0, start - 12), start) is not None

    def trails(self, plain: str, start: int) -> bool:
        """Tell whether a name is the last of a list whose others are no names to us: "亚、非、拉和大洋洲"."""
        return self.trailing.search(plain, max(0, start - 4), start) is not None

    def joins(self, plain: str, start: int, end: int) -> bool:
        """Tell whether two names with nothing but a comma or "and" between them stand in one list."""
        return end - start < 20 and self.joint.fullmatch(plain, start, end) is not None

    def weigh_forward(self, gap: str, bare: bool) -> int:
        """Return how firmly what stands between a number and a place behind it ties the two."""
        return _weigh((*self.forward_bare, *self.forward) if bare else self.forward, gap)

    def weigh_back(self, gap: str, bare: bool) -> int:
        """Return how firmly what stands between a place and a number behind it ties the two."""
        return _weigh((*self.back_bare, *self.back) if bare else self.back, gap)


def _weigh(ties: Sequence[_Tie], gap: str) -> int:
    if len(gap) > _LONGEST:
        return 0
    return next((strength for strength, pattern in ties if pattern.fullmatch(gap)), 0)


@cache
def read_links(language: str) -> Links:
    """Return the ties of a language; one without its own table is read with those of English."""
    if language == "zh":
        return _compile_chinese()
    return _compile_spaced(choose_language(language, "links"))


def _join(words: object) -> str:
    """Return a pattern of words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(cast(Sequence[str], words), key=len, reverse=True))


def _compile_spaced(language: str) -> Links:
    pack = {name: _join(words) for name, words in read_pack(language, "links").items()}
    second = "|".join(cast(Sequence[str], read_pack(language, "links")["second"]))
    opener = rf"(?:(?:{pack['openers']})\s){{0,3}}"
    prepositions = rf"(?:{pack['prepositions']})\s{opener}"
    filler = rf"(?:(?:{pack['fillers']})\s){{0,2}}"
    carried = rf"(?:(?:{pack['fillers']}|{pack['carriers']}|[a-z]{{2,14}}(?:ed|ly))\s){{0,4}}"
    before = rf"(?:(?:{pack['before_number']})\s)?"
    helpers = rf"(?:(?:{pack['helpers']})\s){{0,3}}"
    holding = rf"{helpers}(?:{pack['holding']})\s"

    def make(*ties: tuple[int, str]) -> tuple[_Tie, ...]:
        return tuple((strength, re.compile(pattern, re.IGNORECASE)) for strength, pattern in ties)

    return Links(
        forward=make(
            (FIRM, rf"\s{carried}{prepositions}"),
            (FIRM, rf"\s(?:{pack['awards']})\s{prepositions}"),
            (FIRM, rf"(?=\sof\s)(?:\s(?!(?:{pack['severing']})\b)[a-z-]+){{2,4}}\s{prepositions}"),
            (FIRM, rf"\s?\((?:(?:{pack['prepositions']})\s)?{opener}"),
            (LIKELY, rf"(?=.{{1,90}}$)(?:\s(?!(?:{pack['severing']})\b)[^\s,;:.()]+)+\s{prepositions}"),
        ),
        forward_bare=make((FIRM, rf"\s{filler}(?:(?:is|are|was|were)\s)?{opener}")),
        back=make(
            (FIRM, rf"(?:'s?)?\s?(?:[:=|(]|\s[-–—]|-\s?|[–—]\s?)\s?{before}"),
            (FIRM, rf",?\s{holding}{before}"),
            (FIRM, rf",?\swith\s{before}"),
            (LIKELY, rf",?\s{helpers}(?:{pack['giving']}|{pack['trading']})\s{before}"),
            (LIKELY, r"\s[^,;:.()]{1,40}\s?\("),
            (LIKELY, rf",?\s[^;:.()]{{1,60}}\s(?:{pack['holding']})\s{before}"),
            (FIRM, r"'s?\s(?:[a-z]+\s)?"),
            (LIKELY, r"\s"),
            (FAINT, r"\s[^,;:.()]{1,60}\s"),
            (FAINT, r",\s"),
        ),
        back_bare=make((FIRM, r"\s")),
        giving=re.compile(rf"\b(?:{pack['giving']})\b", re.IGNORECASE),
        handing=re.compile(rf",?\s(?:with\s)?{before}"),
        receiving=re.compile(rf"\b(?:{pack['giving']})\s(?:the\s)?$", re.IGNORECASE),
        acting=re.compile(rf"\b(?:{pack['acting']})\b", re.IGNORECASE),
        suffering=re.compile("(?!)"),
        sums=re.compile(rf"\b(?:{pack['sums']})\b", re.IGNORECASE),
        hailing=re.compile(rf"(?<!nobody )(?<!none )\b(?:{pack['hailing']}) {opener}$", re.IGNORECASE),
        sending=re.compile(rf"\b(?:{pack['sending']})\b", re.IGNORECASE),
        domestic=re.compile(rf"(?:'s)? (?:[a-z]+ ){{0,3}}(?:{pack['domestic']})\b", re.IGNORECASE),
        anaphors=re.compile(rf"\b(?:{pack['anaphors']})\b", re.IGNORECASE),
        changes=re.compile(rf",? (?:(?:{pack['changes']}) )?", re.IGNORECASE),
        anew=re.compile(r",\s(?:and|but|so)\s$", re.IGNORECASE),
        listing=re.compile(r"\s(?:and|or)\b", re.IGNORECASE),
        setting=re.compile(rf"\b(?:{pack['settings']})\s{opener}$", re.IGNORECASE),
        onward=re.compile(rf"\s(?:to|into)\s(?:the\s)?(?:[A-Z]|(?:{pack['heads']})\b)"),
        aside=re.compile(rf"\b(?:{pack['aside']})\s{opener}$", re.IGNORECASE),
        bodies=re.compile(rf"(?:'s)?\s(?:[a-z-]+\s)?(?:{pack['bodies']})\b", re.IGNORECASE),
        leading=re.compile(
            rf"(?:^|[,;:\n–—-]|\b(?:{pack['leads']}))\s?(?:(?:(?!(?:{pack['verbal']}|[a-z]+ed)\b)[\w'-]+\s){{0,5}}(?:{pack['locating']})\s)?{opener}$",
            re.IGNORECASE,
        ),
        trailing=re.compile("(?!)"),
        passing=re.compile(r"\bthan (?:the )?$", re.IGNORECASE),
        locating=re.compile(
            rf"(?:\s(?!(?:{pack['unlocated']}|{pack['severing']})\b)[\w'-]+){{0,8}}\s(?:{pack['locating']})\s{opener}",
            re.IGNORECASE,
        ),
        clauses=re.compile(rf";|,\s(?={pack['contrasts']}\b)", re.IGNORECASE),
        tails=re.compile(rf"\s(?:{pack['tails']})\b(?:\s(?:{pack['tails']})\b)?", re.IGNORECASE),
        governing=re.compile(rf"\b(?:{pack['prepositions']})\s{opener}$", re.IGNORECASE),
        speaking=re.compile(rf"(?:'s [a-z ]{{3,30}})?,? (?:{pack['speaking']})\b", re.IGNORECASE),
        said_by=re.compile(rf"(?:\b(?:{pack['said_by']})|[,”\"’] (?:said|says|told)) (?:the )?$", re.IGNORECASE),
        joint=re.compile(rf"\s?(?:(?:{pack['joints']})\s?){{1,2}}{opener}", re.IGNORECASE),
        each=re.compile(rf"\b(?:{pack['each']})\b", re.IGNORECASE),
        pairwise=re.compile(rf"\b(?:{pack['pairwise']})\b", re.IGNORECASE),
        rest=re.compile(rf"\b(?:{pack['rest']})\b", re.IGNORECASE),
        rest_before=re.compile(rf"\b(?:{pack['rest_before']}),? $", re.IGNORECASE),
        out_of=re.compile(rf"\b(?:{pack['out_of']}) $", re.IGNORECASE),
        rest_behind=re.compile(rf"(?:[,;]| and| plus| while) (?:{pack['rest']})\b", re.IGNORECASE),
        opens=re.compile(rf"\b(?:{pack['opens']})\b", re.IGNORECASE),
        closes=re.compile(rf"\b(?:{pack['closes']})\b", re.IGNORECASE),
        totals_behind=re.compile(rf",? (?:{pack['totals_behind']})\b", re.IGNORECASE),
        wholes=re.compile(rf"\b(?:{pack['wholes']})\b", re.IGNORECASE),
        totals=re.compile(rf"\b(?:{pack['totals']})\b", re.IGNORECASE),
        more=re.compile(rf"(?:\b(?:{pack['more']})(?!\w)|…|\.\.\.)", re.IGNORECASE),
        wider=re.compile(rf"\b(?:{pack['wider']})\b", re.IGNORECASE),
        heads=re.compile(rf"\b(?P<head>{pack['heads']})\s?(?:\(|:\s?)$", re.IGNORECASE),
        some_before=re.compile(rf"\b(?:{pack['partitives']}),? $|'s $|\($|\b(?:{second}) $", re.IGNORECASE),
        some_behind=re.compile(rf" (?:{pack['partitives']}|{pack['predicates']})\b", re.IGNORECASE),
    )


def _compile_chinese() -> Links:
    pack = {name: _join(words) for name, words in read_pack("zh", "links").items()}
    held = rf"(?:{pack['holding']}|{pack['giving']}|{pack['trading']}|{pack['helpers']}|{pack['before_number']}){{0,4}}"
    firm = rf"(?:{pack['holding']}|{pack['before_number']}|的|国家|地区|则|已|也|还){{0,4}}"

    def make(*ties: tuple[int, str]) -> tuple[_Tie, ...]:
        return tuple((strength, re.compile(pattern)) for strength, pattern in ties)

    return Links(
        forward=make(
            (
                FIRM,
                rf"(?:{pack['fillers']})?(?:{pack['carriers']}){{0,2}}(?:{pack['prepositions']})(?:{pack['openers']})?",
            ),
            (FIRM, rf"[(（](?:{pack['prepositions']})?"),
            (FAINT, rf"[^，,；：。、（）()]{{1,30}}(?:{pack['prepositions']})"),
        ),
        forward_bare=make((FIRM, r"[个名位]?")),
        back=make(
            (FIRM, rf"{firm}\s?[:：(（=|-]?\s?{firm}"),
            (FIRM, rf"[^，,；：:。、（）()\d]{{0,6}}(?:{pack['happening']})(?:了|超过|逾|约|近|共|至少)?"),
            (LIKELY, rf"{held}\s?[:：(（=|-]?\s?{held}"),
            (LIKELY, rf"[^，,；：:。、（）()]{{1,14}}[(（]?(?:{pack['holding']})?"),
            (FAINT, r"[^；：:。（）()]{1,36}"),
        ),
        back_bare=(),
        giving=re.compile(pack["giving"]),
        handing=re.compile(
            rf"(?:[^，,；;：。、\d]{{0,12}}(?:{pack['giving']})(?:了|过)?(?:[^，,；;：。、\d]{{0,8}})?)?(?:{pack['before_number']}|{pack['holding']})?"
        ),
        receiving=re.compile(rf"(?:{pack['receivers']}|{pack['giving']})$"),
        acting=re.compile(rf"(?:{pack['acting']})|(?<![共合相不])同(?![比期样时意])|援(?!.{{0,8}}队)|[向给对]$"),
        suffering=re.compile(rf"(?:{pack['suffering']})"),
        sums=re.compile(pack["sums"]),
        hailing=re.compile(rf"(?:{pack['hailing']})$"),
        sending=re.compile(pack["sending"]),
        domestic=re.compile(rf"[\u4e00-\u9fff]{{0,6}}(?:{pack['domestic']})"),
        anaphors=re.compile(pack["anaphors"]),
        changes=re.compile(
            rf"[个名位人例次吨元件]{{0,2}}[，,]?[\u4e00-\u9fff]{{0,4}}(?:{pack['changes']})[\u4e00-\u9fff]{{0,4}}"
        ),
        anew=re.compile("(?!)"),
        listing=re.compile(r"[、和与及]|以及"),
        setting=re.compile(rf"(?:{pack['settings']})$"),
        onward=re.compile("(?!)"),
        aside=re.compile(rf"(?:{pack['aside']})$"),
        bodies=re.compile(rf"(?:{pack['bodies']})"),
        leading=re.compile(
            rf"(?:^|[^\u4e00-\u9fff\d、]|{pack['leads']})(?:{pack['openers']})?(?:{pack['settings']})?$"
        ),
        locating=re.compile(rf"[^，,；：。、（）()\d]{{0,10}}(?:{pack['locating']}|{pack['arriving']})"),
        passing=re.compile(rf"(?:{pack['passing']})$"),
        trailing=re.compile(rf"(?:^|[^\u4e00-\u9fff]|[向对自在到往为和与])(?:{pack['trailing']})$"),
        clauses=re.compile(rf"[；;]|，(?={pack['contrasts']})"),
        tails=re.compile(rf"(?:{pack['tails']})"),
        governing=re.compile(rf"(?:{pack['prepositions']}|{pack['sources']})$"),
        speaking=re.compile(rf"[\u4e00-\u9fff]{{0,8}}(?:{pack['speaking']})(?=[\u4e00-\u9fff，,：:“\"])"),
        said_by=re.compile(rf"(?:{pack['said_by']})$"),
        joint=re.compile(rf"\s?(?:{pack['joints']})\s?"),
        each=re.compile(pack["each"]),
        pairwise=re.compile(pack["pairwise"]),
        rest=re.compile(rf"(?:{pack['rest']})"),
        rest_before=re.compile(rf"(?:{pack['rest']})的?$"),
        out_of=re.compile(rf"(?:{pack['out_of']})$"),
        rest_behind=re.compile(rf"[，,、；;和及](?:{pack['rest']})"),
        opens=re.compile(pack["opens"]),
        closes=re.compile(pack["closes"]),
        totals_behind=re.compile("(?!)"),
        wholes=re.compile(pack["wholes"]),
        totals=re.compile(pack["totals"]),
        more=re.compile(rf"{pack['more']}|……"),
        wider=re.compile(pack["wider"]),
        heads=re.compile(rf"(?P<head>{pack['heads']})(?:名单)?[(（：:]$"),
        some_before=re.compile(rf"(?:{pack['partitives']})(?:有|共)?$"),
        some_behind=re.compile(rf"[个名位人例]?(?:{pack['predicates']})"),
    )
