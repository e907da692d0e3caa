"""What tells how the numbers of a list belong together: each, respectively, the rest, including, in all."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from geo.attachment.word_patterns import NEVER, find_before, find_characters, find_characters_before, find_word

_CHAINED = r"\s?(?:[、,，(（]|and|,\s?and|和|及|以及)\s?(?:the\s|another\s)?"
_LISTED = r",? (?:and |or |as well as )?|[、，]|[和及与]|以及"
_NEXT = r"[人名位个例]{0,2}(?:[、，]|, (?:and )?| and |和|及)[^、，,。.;；:：]{0,14}"


class ListWords(NamedTuple):
    """The words of one language around lists of numbers.

    `each` gives one number to several places, `pairwise` one to each. `rest` are those who are left, before and behind
    with what stands there. `opens` says that only some follow, `closes` and `wholes` that all do, `totals` and `sums`
    that a number adds others up, `wider` that it counts more than the list, and `more` that the list goes on without
    numbers. `some` finds a number that counts some of what was counted before it. `chained` stands between two numbers
    of one place, `listed` between two of one noun, `next` between a number and the next of its list.
    """

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
    sums: re.Pattern[str]
    more: re.Pattern[str]
    wider: re.Pattern[str]
    heads: re.Pattern[str]
    labelled: re.Pattern[str]
    partitives: re.Pattern[str]
    some_before: re.Pattern[str]
    some_behind: re.Pattern[str]
    chained: re.Pattern[str]
    listed: re.Pattern[str]
    next: re.Pattern[str]

    def joins(self, plain: str, start: int, end: int) -> bool:
        """Tell whether two names with nothing but a comma or "and" between them stand in one list."""
        return end - start < 20 and self.joint.fullmatch(plain, start, end) is not None

    def says_some(self, plain: str, number: int) -> bool:
        """Tell whether "of whom" or its like stands right before a number."""
        return self.partitives.search(plain, max(0, number - 24), number) is not None

    def labels_total(self, plain: str, number: int) -> bool:
        """Tell whether the label of a total stands right before a number: "total 80", 合计：24."""
        return self.labelled.search(plain, max(0, number - 24), number) is not None


def compile_spaced(words: Mapping[str, str], opener: str, second: str) -> ListWords:
    """Return the words of a language that writes spaces; `second` is a pattern of what stands before a second number."""
    return ListWords(
        joint=re.compile(rf"\s?(?:(?:{words['joints']})\s?){{1,2}}{opener}", re.IGNORECASE),
        each=find_word(words["each"]),
        pairwise=find_word(words["pairwise"]),
        rest=find_word(words["rest"]),
        rest_behind=re.compile(rf"(?:[,;]| (?:{words['rest_joints']})) (?:{words['rest']})\b", re.IGNORECASE),
        rest_before=re.compile(rf"\b(?:{words['rest_before']}),? $", re.IGNORECASE),
        out_of=find_before(words["out_of"]),
        opens=find_word(words["opens"]),
        closes=find_word(words["closes"]),
        wholes=find_word(words["wholes"]),
        totals=find_word(words["totals"]),
        totals_behind=re.compile(rf",? (?:{words['totals_behind']})\b", re.IGNORECASE),
        sums=find_word(words["sums"]),
        more=re.compile(rf"(?:\b(?:{words['more']})(?!\w)|…|\.\.\.)", re.IGNORECASE),
        wider=find_word(words["wider"]),
        heads=re.compile(rf"\b(?P<head>{words['heads']})\s?(?:\(|:\s?)$", re.IGNORECASE),
        labelled=re.compile(rf"\b(?:{words['labels']})[:=]? $", re.IGNORECASE),
        partitives=re.compile(rf"\b(?:{words['partitives']}),? $", re.IGNORECASE),
        some_before=re.compile(rf"\b(?:{words['partitives']}),? $|'s $|\($|\b(?:{second}) $", re.IGNORECASE),
        some_behind=re.compile(rf" (?:{words['partitives']}|{words['predicates']})\b", re.IGNORECASE),
        chained=re.compile(words.get("chained", _CHAINED)),
        listed=re.compile(words.get("listed", _LISTED)),
        next=re.compile(words.get("next", _NEXT)),
    )


def compile_chinese(words: Mapping[str, str]) -> ListWords:
    """Return the words of Chinese."""
    return ListWords(
        joint=re.compile(rf"\s?(?:{words['joints']})\s?"),
        each=find_characters(words["each"]),
        pairwise=find_characters(words["pairwise"]),
        rest=find_characters(words["rest"]),
        rest_behind=re.compile(rf"[，,、；;和及](?:{words['rest']})"),
        rest_before=re.compile(rf"(?:{words['rest']})的?$"),
        out_of=find_characters_before(words["out_of"]),
        opens=find_characters(words["opens"]),
        closes=find_characters(words["closes"]),
        wholes=find_characters(words["wholes"]),
        totals=find_characters(words["totals"]),
        totals_behind=NEVER,
        sums=find_characters(f"{words['sums']}|{words['jointly']}"),
        more=re.compile(rf"{words['more']}|……"),
        wider=find_characters(words["wider"]),
        heads=re.compile(rf"(?P<head>{words['heads']})(?:名单)?[(（：:]$"),
        labelled=re.compile(r"(?:合计|总计|共计|一共)[:：]?\s?$"),
        partitives=re.compile(r"(?:其中|当中|里面)(?:有|共)?$"),
        some_before=re.compile(rf"(?:{words['partitives']})(?:有|共)?$"),
        some_behind=re.compile(rf"[个名位人例]?(?:{words['predicates']})"),
        chained=re.compile(_CHAINED),
        listed=re.compile(_LISTED),
        next=re.compile(_NEXT),
    )
