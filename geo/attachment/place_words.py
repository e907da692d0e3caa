"""What a name is to a number near it: where something is, who gives or is given to, who speaks, or somebody else."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from geo.attachment.word_patterns import NEVER, find_before, find_characters, find_characters_before, find_word

_BEFORE = 24  # characters before a name that are looked at


class PlaceWords(NamedTuple):
    """The words of one language around the names of places; see the methods."""

    tails: re.Pattern[str]
    governing: re.Pattern[str]
    hailing: re.Pattern[str]
    speaking: re.Pattern[str]
    said_by: re.Pattern[str]
    giving: re.Pattern[str]
    receiving: re.Pattern[str]
    handing: re.Pattern[str]
    buying: re.Pattern[str]
    removing: re.Pattern[str]
    removed: re.Pattern[str]
    jointly: re.Pattern[str]
    acting: re.Pattern[str]
    suffering: re.Pattern[str]
    onward: re.Pattern[str]
    passing: re.Pattern[str]
    trailing: re.Pattern[str]
    partly: re.Pattern[str]

    def find_tail(self, plain: str, place: int, end: int) -> int:
        """Return where a place ends with the generic noun behind its name: "Asian countries", "亚洲地区"."""
        found = self.tails.match(plain, place, end)
        return found.end() if found else place

    def governs(self, plain: str, start: int, place: int) -> bool:
        """Tell whether a preposition stands right before a name."""
        return self.governing.search(plain, max(start, place - _BEFORE), place) is not None

    def hails(self, plain: str, place: int) -> bool:
        """Tell "those from Ghana", whose number follows like that of any subject."""
        return self.hailing.search(plain, max(0, place - _BEFORE), place) is not None

    def speaks(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a name is that of one who says what follows: "the WHO says", "据世卫组织"."""
        behind = self.speaking.match(plain, end)
        return behind is not None or self.said_by.search(plain, max(0, start - _BEFORE), start) is not None

    def gives(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a name and a number says that the one gave the other."""
        return self.giving.search(plain, start, end) is not None

    def is_given(self, plain: str, place: tuple[int, int], number: int) -> bool:
        """Tell the one who is given to or bought from, "gave Nepal 20 trucks" and "从加纳进口20吨", from who gives or buys."""
        if self.receives(plain, place[0]) and self.handing.fullmatch(plain, place[1], number):
            return True
        return self.buying.fullmatch(plain[max(0, place[0] - 1) : place[0]] + plain[place[1] : number]) is not None

    def receives(self, plain: str, place: int) -> bool:
        """Tell whether a name stands where the one who is given to does: "gave Nepal", "向加纳"."""
        return self.receiving.search(plain, max(0, place - _BEFORE), place) is not None

    def acts_on(self, plain: str, start: int, end: int) -> bool:
        """Tell whether what stands between a name and a number says that it did something to what is counted elsewhere."""
        return self.acting.search(plain, start, end) is not None and not self.suffering.search(plain, start, end)

    def removes(self, plain: str, number: tuple[int, int], place: int) -> bool:
        """Tell whether people leave a place: "withdrew 300 peacekeepers from Mali", "300 were withdrawn from Mali"."""
        before = self.removing.search(plain, max(0, number[0] - _BEFORE), number[0])
        return bool(before or self.removed.search(plain, number[1], place))

    def adds_up(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a number is said of several places together: "the two countries", 三国."""
        return self.jointly.search(plain, start, end) is not None

    def goes_on(self, plain: str, place: int) -> bool:
        """Tell whether a name is only where a way begins or leads across: "from Libya to Italy", "the Polish border"."""
        return self.onward.match(plain, place) is not None

    def is_partial(self, plain: str, place: int) -> bool:
        """Tell whether others without a name go with a name: "Syria and its neighbours", 叙利亚及其邻国."""
        return self.partly.match(plain, place) is not None

    def passes(self, plain: str, place: int) -> bool:
        """Tell a name that numbers behind it are not said of: "more than Kenya", "来华游客"."""
        return self.passing.search(plain, max(0, place - _BEFORE), place) is not None

    def trails(self, plain: str, place: int) -> bool:
        """Tell whether a name is the last of a list whose others are no names to us: "亚、非、拉和大洋洲"."""
        return self.trailing.search(plain, max(0, place - _BEFORE), place) is not None


def compile_spaced(words: Mapping[str, str], opener: str) -> PlaceWords:
    """Return the words of a language that writes spaces."""
    after, the = words["after"], opener if words["article"] == NEVER.pattern else words["article"]
    return PlaceWords(
        tails=re.compile(rf"\s(?:{words['tails']})\b(?:\s(?:{words['tails']})\b)?", re.IGNORECASE),
        governing=find_before(words["prepositions"], opener, after),
        hailing=re.compile(rf"(?<!nobody )(?<!none )\b(?:{words['hailing']}){after}{opener}$", re.IGNORECASE),
        speaking=re.compile(rf"(?:'s [a-z ]{{3,30}})?,? (?:{words['speaking']})\b", re.IGNORECASE),
        said_by=re.compile(rf"(?:\b(?:{words['said_by']})|{words['quoted_by']}){after}{the}$", re.IGNORECASE),
        giving=find_word(words["giving"]),
        receiving=find_before(words["giving"], the),
        handing=re.compile(rf",?\s(?:(?:{words['with']})\s)?(?:(?:{words['before_number']})\s)?"),
        buying=NEVER,
        removed=find_word(words["removing"]),
        removing=re.compile(rf"\b(?:{words['removing']})\b[\w ]{{0,8}}$", re.IGNORECASE),
        jointly=find_word(words["jointly"]),
        acting=find_word(words["acting"]),
        suffering=NEVER,
        onward=re.compile(words["onward"].replace("<heads>", words["heads"])),
        passing=find_before(words["passing"], the, after),
        trailing=NEVER,
        partly=re.compile(words["partly"], re.IGNORECASE),
    )


def compile_chinese(words: Mapping[str, str]) -> PlaceWords:
    """Return the words of Chinese."""
    other = r"[^，,；;：。、\d]"
    return PlaceWords(
        tails=find_characters(words["tails"]),
        governing=find_characters_before(f"{words['prepositions']}|{words['sources']}"),
        hailing=find_characters_before(words["hailing"]),
        speaking=re.compile(rf"[\u4e00-\u9fff]{{0,8}}(?:{words['speaking']})(?=[\u4e00-\u9fff，,：:“\"])"),
        said_by=find_characters_before(words["said_by"]),
        giving=find_characters(words["giving"]),
        receiving=find_characters_before(f"{words['receivers']}|{words['giving']}"),
        handing=re.compile(
            rf"(?:{other}{{0,12}}(?:{words['giving']})[了过]?(?:{other}{{0,8}})?)?"
            rf"(?:{words['before_number']}|{words['holding']})?"
        ),
        buying=re.compile(rf"(?:{words['buying_from']}){other}{{0,8}}(?:{words['buying']}){other}{{0,12}}"),
        removed=NEVER,
        removing=NEVER,
        jointly=find_characters(words["jointly"]),
        # 同 is "with" only where it is no part of 共同 or 同比, 援 is no giving where it names a team.
        acting=re.compile(rf"(?:{words['acting']})|(?<![共合相不])同(?![比期样时意])|援(?!.{{0,8}}队)|[向给对]$"),
        suffering=find_characters(words["suffering"]),
        onward=NEVER,
        passing=find_characters_before(words["passing"]),
        trailing=re.compile(rf"(?:^|[^\u4e00-\u9fff]|[向对自在到往为和与])(?:{words['trailing']})$"),
        partly=re.compile(r"(?:及|和|与|以及)(?:其|周边|邻|其他|其它|另外)"),
    )
