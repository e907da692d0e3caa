"""The lines of a letter: which are its own words, which it quotes, and which only say who signed it."""

import re
from collections.abc import Iterator, Sequence

from geo.documents.readers.blocks import PageLine

QUOTED, SIGNATURE = "quoted", "signature"
_HANDED_ON = "handed on"  # no rule: what is handed on is the text

_MARKS = re.compile(r"^(?:\s{0,3}>){1,9} ?")
# A bar at both ends is the row of a table.
_MARKED = re.compile(r"\s{0,3}(?:>|[|] (?!.{0,2000}[|]\s*$))")
_WROTE = re.compile(
    r"""
    (?:On|Am|Le|El|Il|Em|Op|W\ dniu|Den|Dne|В|Пн|Вт|Ср|Чт|Пт|Сб|Вс|في)\b .{4,200}
        (?:wrote|schrieb|a\ écrit|escribió|ha\ scritto|escreveu|schreef|napisał|skrev|пишет|написал|كتب) .{0,80} [:：]
  | \d{4}\W.{6,200} (?:wrote|写道|寫道|書きました|작성) [:：]?
  | .{0,12}(?:于|在)\ ?\d{4}.{4,120} [写寫]道 [:：]
""",
    re.IGNORECASE | re.VERBOSE,
)
_ORIGINAL = re.compile(
    r"-{2,}\s?(?:original (?:message|appointment)|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|"
    r"mensagem original|исходное сообщение|原始邮件|原始郵件|原邮件|オリジナル メッセージ)\s?-{2,}|_{20,}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"(?:-{2,}|begin)\s?(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|转发邮件|轉寄郵件|转发的邮件|пересылаемое сообщение)"
    r"[\s:-]*",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"\*?(?:from|von|de|от|发件人|寄件者|寄件人|差出人|보낸 사람|sent|gesendet|envoyé|enviado|date|datum|fecha|data|дата|发送时间|發送時間|日期|送信日時|"
    r"to|an|à|para|кому|收件人|收件者|宛先|cc|抄送|副本|subject|betreff|objet|asunto|assunto|тема|主题|主題|主旨|件名)\s?[:：]\*?(?:\s.*|$)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*?(?:from|von|de|от|发件人|寄件者|寄件人|差出人|보낸 사람)\s?[:：]\*?\s?\S", re.IGNORECASE)
_LEAST_HEADERS, _HEADERS_WITHIN = 3, 6
_SIGNED = re.compile(r"--\s?")
_SENT_FROM = re.compile(
    r"(?:Sent from my|Sent with|Get Outlook for|Von meinem|Envoyé de mon|Enviado desde mi|发自我的|來自我的)\b.{0,60}",
    re.IGNORECASE,
)
_LEAST_OWN = 40  # characters of own words: a letter with fewer hands on what it quotes


def tell_lines(text: str, *, answers: bool = False) -> list[PageLine]:
    """Return the lines of a letter, each with why it is none of its own words; `answers` tells a letter that is an answer."""
    lines = text.split("\n")
    rules = _tell(lines, whole=False)
    own = sum(len(line.strip()) for line, rule in zip(lines, rules, strict=True) if not rule)
    if own < _LEAST_OWN and not answers:
        # A letter that only hands something on: that is its text then.
        rules = _tell(lines, whole=True)
    return [PageLine(line, rule if line.strip() else "") for line, rule in zip(lines, rules, strict=True)]


def unmark(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """Yield lines without the marks of quoting before those that are a letter's own text."""
    yield from (line if line.rule else line._replace(text=_MARKS.sub("", line.text)) for line in lines)


def _tell(lines: Sequence[str], *, whole: bool) -> list[str]:
    """Return the rule of each line; where the `whole` counts, quoted words are text, and only their headers are apart."""
    rules: list[str] = []
    rest = ""
    for number, line in enumerate(lines):
        plain = _MARKS.sub("", line).strip()
        begins = _find_rest(lines, number, plain)
        rest = begins or rest
        if not rest:
            rules.append(QUOTED if _is_marked(lines, number) else "")
        elif rest == _HANDED_ON or (whole and rest == QUOTED):
            rules.append(QUOTED if begins or _HEADER.fullmatch(plain) else "")
        else:
            rules.append(rest)
    return rules


def _find_rest(lines: Sequence[str], number: int, plain: str) -> str:
    """Return what begins at a line and goes on to the end: a quoted letter, one that is handed on, a signature."""
    if _FORWARDED.fullmatch(plain):
        return _HANDED_ON
    if _SIGNED.fullmatch(lines[number]) or _SENT_FROM.fullmatch(plain):
        return SIGNATURE
    if _ORIGINAL.fullmatch(plain) or (_FROM.match(plain) and _heads_letter(lines, number)):
        return QUOTED
    return ""


def _heads_letter(lines: Sequence[str], number: int) -> bool:
    """Tell the header of a letter within a letter: a sender, a day and a subject, one under the other."""
    near = (line.strip() for line in lines[number : number + _HEADERS_WITHIN])
    return sum(_HEADER.fullmatch(line) is not None for line in near) >= _LEAST_HEADERS


def _is_marked(lines: Sequence[str], number: int) -> bool:
    """Tell a quoted line, and the one above that says who wrote it, which may be broken in two."""
    if _MARKED.match(lines[number]):
        return True
    here = lines[number].strip()
    if not here or len(here) > 200:
        return False
    following = lines[number + 1].strip() if number + 1 < len(lines) else ""
    before = lines[number - 1].strip() if number else ""
    return any(len(said) < 400 and _WROTE.fullmatch(said) for said in (here, f"{here} {following}", f"{before} {here}"))
