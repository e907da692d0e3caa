"""Where the sentence around a place begins and ends, never looking farther than a bounded way."""

import re

REACH = 300  # characters looked at on either side: keeps the reading linear in a text without full stops

# "the U.S. envoy", "Dr. Silva": a full stop after a capital or a title ends no sentence.
_ENGLISH_END = re.compile(
    r"""[.!?\n](?:(?<=\n)
        | (?<!\b[A-Z]\.)(?<!\b[DM]r\.)(?<!\bSt\.)(?<!\bNo\.)(?<!\bMrs\.)
          ["'”’)\]]{0,2}\s(?=["'“‘(\[]?[A-Z0-9]))""",
    re.VERBOSE,
)
# A space between two characters parts a headline from what follows it.
_CHINESE_END = re.compile(r"[。！？；;\n. ](?:(?<![. ])|(?<=\.)(?<![\d.]\.)(?!\d)|(?<=[一-鿿] )(?=[一-鿿]))")


def find_sentence(plain: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Return where the sentence that holds a span begins and ends, at most `REACH` characters away from the span.

    A Chinese semicolon ends a sentence here: nothing is carried over it.

    >>> find_sentence("It rained. Chad sent 20 trucks. Mali did not.", 21, 29, "en")
    (11, 31)
    """
    ends = _CHINESE_END if language == "zh" else _ENGLISH_END
    begin = max(0, start - REACH)
    for match in ends.finditer(plain, begin, min(len(plain), start + 1)):
        if match.end() <= start:
            begin = match.end()
    after = ends.search(plain, end, min(len(plain), end + REACH))
    return begin, after.start() + 1 if after else min(len(plain), end + REACH)
