"""Where sentences end within the text of a paragraph: stops that are no part of a title, an abbreviation or a number."""

import re
from collections.abc import Iterator

_CHINESE_END = re.compile(r"[。！？!?]+[”’\"'」』）)】]*")
# A run of stops is looked at from its first one only: a line of dots would take the square of its length.
_ENGLISH_END = re.compile(r"[。！？]+[”’\"'」』）)】]*|(?<![.!?])[.!?]+[”’\"'」』）)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[^\s\"'“‘(\[（]{1,20}$")
_NEXT_WORD = re.compile(r"[\s\"'“‘(\[]*([^\s.,;:!?]*)")
# After these a full stop ends nothing …
_TITLES = re.compile(
    r"mr|mrs|ms|messrs|h\.[ehm]|h\.r\.h|dr|prof|gen|sen|rep|gov|lt|col|capt|sgt|maj|adm|hon|rev|pres|amb|st|mt|ft|nos|vs|fig|vol|cf"
    r"|mio|mrd|тыс|млн|млрд"  # how many, in German and Russian
    r"|approx|est|e\.g|i\.e|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
# … after these only before a word that often opens a sentence.
_MAY_END = re.compile(
    r"[a-z]|u\.s|u\.n|u\.k|u\.s\.a|u\.a\.e|e\.u|d\.c|a\.m|p\.m|etc|inc|ltd|co|corp|jr|sr|bros|dept|govt|ph\.d"
    "|al|mon|tue|wed|thu|fri|sat|sun"
)
_OPENERS = re.compile(
    "the|it|in|he|she|they|but|this|that|these|those|we|an?|on|at|as|for|if|there|when|while|after|since|also|and"
    "|however|meanwhile|its|his|her|their|our|what|who|some|many|most|all|both|no|not|one|by|with"
)


def find_ends(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, without the spaces around it."""
    start = 0
    ends = (match.end() for match in _CHINESE_END.finditer(text)) if language == "zh" else _find_english_ends(text)
    for end in [*ends, len(text)]:
        span = text[start:end]
        if span.strip():
            yield start + len(span) - len(span.lstrip()), end - (len(span) - len(span.rstrip()))
        start = end


def _find_english_ends(text: str) -> Iterator[int]:
    for match in _ENGLISH_END.finditer(text):
        if match.group()[0] != "." or _ends_sentence(text, match):
            yield match.end()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    last = word.group().lower() if word else ""
    following = _NEXT_WORD.match(text, match.end(), match.end() + 40)
    after = following.group(1) if following else ""
    if after[:1].islower() or _TITLES.fullmatch(last) or (last == "no" and after[:1].isdecimal()):
        return False
    if last.isdecimal() and word is not None and word.start() == 0:  # the number of a list item
        return False
    return not _MAY_END.fullmatch(last) or _OPENERS.fullmatch(after.lower()) is not None
