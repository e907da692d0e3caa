"""Numbers that count nothing: ordinals, dates, times, years, references, names, list marks."""

import re

from geo.numbers.grammars import Grammar
from geo.numbers.numerals import Numeral

YEARS = range(1900, 2101)
_LONGEST_NAME = 28
_LINE_MARK = re.compile(r"[.)、．](?!\d)")
# "Chad -3 persons": a dash behind a name, no minus.
_NAME_BEFORE = re.compile(r"\b[A-Z][A-Za-z]{1,20} -$")
_SIGNED = re.compile(r"[\d.,]+ ?(?:%|per ?cent\b)")  # "Turkey (+34.6%)"
_WORD = re.compile(r" ([^\W\d_][\w'-]*)")
_LIST_MARK = re.compile(r"(?:^|[\n:;,.：；，。、]|\band|\bor|和|及)\s{0,2}[(（]$")
_LETTER = re.compile(r"(?:^|[ (])[B-HJ-Z] $")


def take_words_before(plain: str, start: int, grammar: Grammar) -> list[str]:
    """Return what stands before a number, longest first: up to four words, or four characters."""
    if not grammar.spaced:
        return [plain[start - length : start] for length in range(min(4, start), 0, -1)]
    glued = grammar.glue is not None and start > 0 and plain[start - 1] not in " -\n"
    if start == 0 or not (glued or plain[start - 1] in " -"):
        return []
    window = plain[max(0, start - 48) : start if glued else start - 1].rsplit("\n", 1)[-1].lower().split(" ")
    words = [" ".join(window[-length:]).lstrip("(\"'") for length in range(min(4, len(window)), 0, -1)]
    if grammar.glue is not None:  # l'article 28
        elided = [word.partition("'")[2] for word in words if 0 < word.find("'") < 3 and not word.endswith("'")]
        words = elided + words
    if grammar.prefixes:  # a joint is written together with the word behind it: وأكثر من
        words = [form for word in words for form in (word[1:] if word[:1] in grammar.prefixes else "", word) if form]
    return words


def find_words_start(plain: str, start: int, words: str, grammar: Grammar) -> int:
    """Return where the words right before a number begin."""
    return start - len(words) - (grammar.spaced and plain[start - 1 : start] in (" ", "-"))


def is_glued(plain: str, start: int, grammar: Grammar) -> bool:
    """Tell a number that is part of something longer to its left: COVID-19, A/72/L.22, G20, #5, +86."""
    before, beyond = plain[start - 1 : start] or " ", plain[start - 2 : start - 1] if start > 1 else " "
    if before.isalnum() and (before.isascii() or grammar.glue):
        joined = grammar.glue is not None and grammar.glue.search(plain, max(0, start - 8), start)
        return not joined if grammar.spaced else not _is_acronym(plain, start)
    match before:
        case "+" if _SIGNED.match(plain, start):
            glued = False
        case "#" | "_" | "+" | "·" | "•" | "°" | "=":
            glued = True
        case "." | "," | ":":
            glued = beyond.isdigit() or (before == "." and not beyond.isspace())
        case "/":
            glued = not (grammar.spaced and beyond.isalpha() and plain[max(0, start - 4) : start - 1].islower())
        case "比":
            glued = beyond.isdigit() or beyond in "一二三四五六七八九十"
        case "-":
            glued = (
                beyond != "\n"
                and start > 1
                and beyond < "\u4e00"
                and not _NAME_BEFORE.search(plain, max(0, start - 24), start)
            )
        case _:
            glued = before == "[" and plain.find("]", start, start + 5) > 0
    return glued


def _is_acronym(plain: str, start: int) -> bool:
    """Chinese sets an acronym of three capitals close: RCEP15个成员国."""
    window = plain[max(0, start - 3) : start]
    return len(window) == 3 and window.isascii() and window.isupper() and window.isalpha()


def is_left_out_after(plain: str, end: int, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell by what follows a number that it is an ordinal, a date, a time, an age, a score or a part of a name."""
    value = numeral.value or 0
    for rule in grammar.left_out:
        if value > rule.at_most or value < rule.least or (rule.only_digits and not numeral.digits):
            continue
        match = rule.pattern.match(plain, end)
        if match and (rule.form == "" or match[0][0] not in " -" or _is_long(plain, numeral, match[0])):
            return True
    following = plain[end : end + 1]
    return grammar.spaced and following.isalpha() and not _is_attached(plain, end, grammar)


def _is_long(plain: str, numeral: Numeral, found: str) -> bool:
    """Tell an ordinal after a ten or a scale from another word: "twenty-first", not "two second teams"."""
    return not numeral.digits and numeral.value is not None and numeral.value >= 20 and numeral.value % 10 == 0


def _is_attached(plain: str, end: int, grammar: Grammar) -> bool:
    """Tell "20MT" and "500people" from "5G" and "1990s"."""
    word = re.match(r"[^\W\d_]{1,12}", plain[end : end + 12])
    return word is not None and ((len(word[0]) > 3 and word[0].islower()) or _is_unit(word[0], grammar))


def is_length(plain: str, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell "a 100m race" from "5m people"."""
    word = _WORD.match(plain, numeral.end)
    return plain[numeral.end - 1] == "m" and word is not None and word[1] in grammar.words["metres_after"]


def _is_unit(word: str, grammar: Grammar) -> bool:
    return word.lower() in grammar.words["attached_units"] and (len(word) > 1 or word.islower())


def is_left_out_before(plain: str, start: int, end: int, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell by what precedes a number that it names or numbers something."""
    before = take_words_before(plain, start, grammar)
    if _is_reference(before, grammar):
        return not (grammar.spaced and numeral.scale > 1)
    if _is_mark(plain, start, end):
        return True
    if grammar.spaced:
        return _is_left_out_word(plain, start, end, numeral, before, grammar)
    return _is_left_out_character(plain, start, end, numeral, before, grammar)


def _is_reference(before: list[str], grammar: Grammar) -> bool:
    """Tell 表3 and "phase 3" from 代表3个国家, whose longer word is none that numbers."""
    others = grammar.words.get("not_references", frozenset[str]())
    return not any(words in others for words in before) and any(
        words in grammar.words["references"] for words in before
    )


def _is_mark(plain: str, start: int, end: int) -> bool:
    """Tell the number of a section or of an item of a list: "1. Food", "(2) water"."""
    opens_line = start == 0 or plain[max(0, start - 3) : start].rstrip(" ")[-1:] in ("", "\n")
    if opens_line and end - start <= 3 and _LINE_MARK.match(plain, end):
        return True
    closes = plain[end : end + 1] in (")", "）")
    if not closes or start == 0:
        return False
    if plain[start - 1] in "(（":
        return end - start == 1 and bool(_LIST_MARK.search(plain, max(0, start - 8), start))
    before = plain[max(0, start - 80) : start]
    return end - start <= 2 and max(before.rfind("("), before.rfind("（")) <= max(before.rfind(")"), before.rfind("）"))


def is_year(plain: str, start: int, end: int, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell a year from a count of as many: "in 2020 countries agreed", not "2020 people"."""
    if len(numeral.digits) != 4 or numeral.value is None or numeral.value not in YEARS:
        return False
    if not grammar.spaced:
        following = plain[end : end + 2]
        return following[:1] not in grammar.words["counted"] and following not in grammar.words["counted"]
    word = _WORD.match(plain, end)
    if word is None or word[1] not in grammar.words["counted_after_years"]:
        return True
    before = take_words_before(plain, start, grammar)
    return bool(before) and before[-1] in grammar.words["year_words"]


def _is_left_out_word(plain: str, start: int, end: int, numeral: Numeral, before: list[str], grammar: Grammar) -> bool:
    words = grammar.words
    if is_year(plain, start, end, numeral, grammar) or _LETTER.search(plain, max(0, start - 3), start):
        return True
    if _is_early_year(plain, start, end, numeral, before, grammar) or _is_day(plain, start, end, numeral, grammar):
        return True
    if any(phrase in words["several"] for phrase in before) or _is_in_name(plain, start, words["names"]):
        return True
    if _is_age(before, grammar) or (numeral.digits.startswith("0") and len(numeral.digits) > 1):
        return True
    if numeral.value != 1 or numeral.digits:
        return False
    return grammar.one.match(plain, end) is None if grammar.one else _is_pronoun(plain, end, before, grammar)


def _is_in_name(plain: str, start: int, names: frozenset[str]) -> bool:
    """Tell the two of "one country, two systems": the number stands inside a name."""
    begin = max(0, start - _LONGEST_NAME)
    near = plain[begin : start + _LONGEST_NAME].lower()
    return any(0 <= start - begin - place < len(name) for name in names if (place := near.find(name)) >= 0)


def _is_early_year(plain: str, start: int, end: int, numeral: Numeral, before: list[str], grammar: Grammar) -> bool:
    """Tell "in 1850" from "in 1850 villages"."""
    if len(numeral.digits) != 4 or not before or before[-1] not in grammar.words["early_year_before"]:
        return False
    word = _WORD.match(plain, end)
    return word is None or word[1] in grammar.words["early_year_after"]


def _is_day(plain: str, start: int, end: int, numeral: Numeral, grammar: Grammar) -> bool:
    """Tell the day after its month: March 25, and the second of "March 25 and 26"; not "the end of March 26 countries"."""
    before, _, last = plain[max(0, start - 30) : start].rstrip(" ").rpartition(" ")
    if last.lstrip("(") not in grammar.words["months"] or (numeral.value or 0) > 31:
        return False
    whole = any(f" {before.lower()}".endswith(f" {words}") for words in grammar.words["before_whole_months"])
    return not (whole and plain[end : end + 2].strip().islower())


def _is_age(before: list[str], grammar: Grammar) -> bool:
    """Tell "children under five" and "people over 60" from bounds."""
    pair = before[-2].split(" ") if len(before) > 1 else []
    return len(pair) == 2 and pair[1] in grammar.words["age_words"] and pair[0] in grammar.words["aged"]


def _is_pronoun(plain: str, end: int, before: list[str], grammar: Grammar) -> bool:
    if before and before[-1] in grammar.words["one_before"]:
        return True
    following = re.match(r"(?:[ -]([a-z]+)|'s|[.,;:?!)])", plain[end : end + 14])
    return following is None or following[1] is None or following[1] in grammar.words["one_after"]


def _is_left_out_character(
    plain: str, start: int, end: int, numeral: Numeral, before: list[str], grammar: Grammar
) -> bool:
    words = grammar.words
    if any(phrase in words["ordinal"] or phrase in words["indefinite"] for phrase in before):
        return True
    if is_year(plain, start, end, numeral, grammar) or is_blocked(plain, start, end, grammar):
        return True
    if numeral.digits:
        return numeral.digits.startswith("0") and len(numeral.digits) > 1
    return end - start == 1 and (not numeral.value or not _counts(plain, end, grammar))


def is_blocked(plain: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell a numeral that is part of a word: 统一, 四川, 进一步; not 八一〇, which only begins like one."""
    if plain[start].isascii() or plain[max(0, start - 2) : start] in grammar.words["one_counted"]:
        return False
    for back in range(min(3, start) + 1):
        for length in range(back + 1, grammar.longest_blocked + 1):
            whole = back > 0 or length >= end - start
            if whole and length > 1 and plain[start - back : start - back + length] in grammar.blocked:
                return True
    return False


def _counts(plain: str, end: int, grammar: Grammar) -> bool:
    """Tell whether what follows a single numeral character is counted: 四国, 三个; not 三明."""
    after = [plain[end : end + length] for length in (4, 3, 2, 1)]
    if any(phrase in grammar.words["counted_not"] for phrase in after):
        return False
    return any(phrase in grammar.words["counted"] for phrase in after) or plain[end : end + 1] in "多余几来%"
