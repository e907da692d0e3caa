"""Numbers written out for tests, in the styles that the press uses."""

_DIGITS = "零一二三四五六七八九"
_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def write_chinese(number: int) -> str:
    """Return a number from 1 to 9999 in Chinese numerals: 105 is 一百零五, 17 is 十七."""
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        gap = gap or (digit == 0 and bool(written))
        if digit:
            written += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
    return written.removeprefix("一") if 10 <= number < 20 else written


def write_full_width(number: int) -> str:
    """Return a number in full-width Arabic numerals."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def write_places(number: int) -> str:
    """Return a number in Chinese digits set in their places where it holds a zero: 20 is 二〇; else as it is said."""
    digits = "".join(_DIGITS[int(digit)] for digit in str(number))
    return digits.replace("零", "〇") if "零" in digits else write_chinese(number)


def write_english(number: int) -> str:
    """Return a number from 1 to 9999 in English words: 110 is "one hundred and ten"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    place, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % place
    joint = " and " if 0 < rest < 100 else " "
    return f"{write_english(number // place)} {name}" + (joint + write_english(rest) if rest else "")
