"""Words over a chart: plain text from documents, made safe for Plotly's own markup, and cut and broken to fit."""

import html
import re

_LONGEST = 90
# How wide a tooltip may be, in letters, and how high: wider or higher, it hides what stands round its place.
LINE, LINES = 45, 6
# Control characters, and those that turn the direction of writing, are shown as a mark, not obeyed.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


def make_safe(text: str) -> str:
    """Return a text for hover boxes and titles: markup and formulas inert, unseen characters made visible."""
    return html.escape(make_visible(text)).replace("$", "&#36;")


def make_visible(text: str) -> str:
    """Return a text for places that obey no markup: unseen characters made visible."""
    return _UNSEEN.sub("␣", text)


def shorten(text: str, length: int = _LONGEST) -> str:
    """Return a text of at most `length` characters, its cut marked by an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def measure_text(text: str) -> int:
    """Return how wide a text is, in letters: a Chinese sign is as wide as two, in whatever language the page is."""
    return sum(2 if sign > "\u2e7f" else 1 for sign in text)


def break_lines(text: str, width: int = LINE) -> list[str]:
    """Return a text in lines no wider than so many letters; words stay whole, Chinese breaks anywhere."""
    pieces = re.findall(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|.", text)
    lines = [""]
    for piece in pieces:
        if measure_text(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def fit_lines(text: str, most: int, width: int = LINE) -> list[str]:
    """Return a text in at most so many lines, the last with an ellipsis where it was cut; a word too long is cut too."""
    lines = [_cut(line, width) for line in break_lines(text, width) if line]
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(f"{lines[most - 1]} …", width)]


def _cut(line: str, width: int) -> str:
    if measure_text(line) <= width:
        return line
    kept = line.rstrip(" …")
    while measure_text(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"
