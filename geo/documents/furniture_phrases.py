"""What a line of furniture says of itself: the rule that one line names without those around it.

The words are data, `languages/<code>/furniture.toml`; here are the few templates that they fill in: a form that
describes a line from end to end, a row of credits ("source: … editor: …"), a bar of share buttons or of a menu, a call
to follow or subscribe. No line of more than `LONGEST` characters is asked, so that hostile text stays linear.
"""

import re
from collections.abc import Sequence

from geo.documents.furniture_forms import Forms, gather, gather_by_script, gather_forms, gather_rules, list_scripts

LONGEST = 200  # characters
_LONGEST_DISCLAIMER = 600
_LONGEST_CALL = 120
_LONGEST_HEAD, _LONGEST_LEAD = 80, 40
_LONGEST_CREDIT, _LONGEST_NAME = 60, 16

# The forms by rule; those of an outlet and of a disclaimer are asked apart.
_LINES = gather_rules("lines")
_ORDER = (
    "navigation", "share", "notice", "copyright", "editor", "caption", "source", "byline", "contact", "related", "field",
)  # fmt: skip
PLAIN_LINES = {rule: _LINES[rule] for rule in _ORDER}

_TRADITIONAL = str.maketrans({pair[0]: pair[1] for pair in gather("traditional")})


_PLAIN = {rule: Forms(forms) for rule, forms in PLAIN_LINES.items()}
_LEADS = {rule: Forms(forms, r"[\W_]{0,4}", r"\W{0,4}") for rule, forms in gather_rules("leads").items()}
_OUTLET = Forms(_LINES["outlet"])
_DISCLAIMER = Forms(_LINES["disclaimer"])
_BEFORE_HEAD, _AFTER_HEAD = r"[\s>»◆■●▲·|【\[\-◤◥]{0,8}", r"[\s】\]:：/>»!！.…◢◣]{0,6}(?:\(\d+\))?"
_SECTION = Forms(gather_by_script("section_heads"), _BEFORE_HEAD, _AFTER_HEAD)
_DOUBTFUL = Forms(gather_by_script("doubtful_heads"), _BEFORE_HEAD, _AFTER_HEAD)
_RELATED_LINK = Forms(gather_by_script("link_labels"), r"[\s>»◆■●▲·|【\[*-]{0,8}", r"\s*[】\]]?\s*[:：|].{2,}")
_FRAMED = re.compile(r"\s*[◤◥].{1,60}[◢◣]\s*")
_POINTS = re.compile(r"\s*[👉👇☞🔗📲📱🔔]")

_EDITOR, _NAME, _CREDIT = (gather_forms(key) for key in ("editor_labels", "name_labels", "credit_labels"))
_LABEL = re.compile(
    rf"(?<![\w])(?:(?P<editor>{_EDITOR})|(?P<name>{_NAME})|(?P<credit>{_CREDIT}))\s{{0,2}}[:：]", re.IGNORECASE
)
_BEFORE_LABEL = re.compile(r"[\s\[【(（|｜丨*-]{0,8}")
_SPOKEN = re.compile(r"[。！？!?；]")
_NO_NAME = re.compile(r"[\d，。！？!?；,:：]")

_CALL, _CHANNEL, _AUDIENCE = (re.compile(gather_forms(key), re.IGNORECASE) for key in ("calls", "channels", "audience"))
_BEFORE_CALL = re.compile(r"[^\w]{0,6}")

_BETWEEN = re.compile(r"[\s|/·•:：,，()（）\[\]【】\d]{1,20}")
_SHARE = frozenset(gather("share_words"))
_SHARE_BAR = _SHARE | frozenset(gather("share_fillers"))
MENU_ANCHORS = frozenset(gather("menu_anchors"))
_MENU_BAR = MENU_ANCHORS | frozenset(gather("menu_words"))
_MARKED = re.compile(r"[|｜]")
_SHORTEST_MENU = 4  # words


def simplify(line: str) -> str:
    """Give a line with the traditional characters that furniture is written with made simple; its length stays."""
    return line if line.isascii() else line.translate(_TRADITIONAL)


def find_rule(line: str, *, prose: bool) -> str:
    """Give the rule that a line names by itself, "" for none; `prose` says that it reads like running text."""
    if len(line) > _LONGEST_DISCLAIMER:
        return ""
    plain = simplify(line)
    scripts = list_scripts(plain)
    if _DISCLAIMER.fits(plain, scripts):
        return "notice"
    if len(line) > LONGEST:
        return ""
    credited = _find_credits(plain)
    if credited == "editor":
        return credited
    rule = next((name for name, forms in _PLAIN.items() if forms.fits(plain, scripts)), "")
    return rule or credited or ("" if prose else _find_bar(plain, scripts))


def is_section_head(line: str) -> bool:
    """Tell the head of a section that links to other articles ("Related reading")."""
    if len(line) > _LONGEST_HEAD:
        return False
    plain, scripts = simplify(line), list_scripts(line)
    return _SECTION.fits(plain, scripts) or _DOUBTFUL.fits(plain, scripts)


def is_doubtful_head(line: str) -> bool:
    """Tell the head of such a section that may head a part of an article as well ("Latest updates")."""
    return len(line) <= _LONGEST_HEAD and _DOUBTFUL.fits(simplify(line), list_scripts(line))


def is_outlet(line: str) -> bool:
    """Tell a line that holds nothing but the name of an agency, a paper or a press office."""
    return len(line) <= LONGEST and _OUTLET.fits(simplify(line), list_scripts(line))


def find_led_rule(line: str) -> str:
    """Give the rule of the line that comes after a label such as "Next article" or "Image caption,", "" for no label."""
    if len(line) > _LONGEST_LEAD:
        return ""
    plain, scripts = simplify(line), list_scripts(line)
    return next((rule for rule, forms in _LEADS.items() if forms.fits(plain, scripts)), "")


def is_menu_item(line: str) -> bool:
    """Tell a line of nothing but the words of menus ("World", "About us", 国际)."""
    words = list_words(simplify(line))
    return bool(words) and _MENU_BAR.issuperset(words)


def list_words(line: str) -> list[str]:
    """Give the words of a bar, in lower case, without what stands between them."""
    return [word for word in _BETWEEN.split(line.lower()) if word]


def _find_bar(line: str, scripts: Sequence[str]) -> str:
    if _RELATED_LINK.fits(line, scripts) or _POINTS.match(line):
        return "related"
    if _FRAMED.fullmatch(line):
        return "section head"
    if _is_call(line):
        return "notice"
    words = list_words(line)
    if _SHARE_BAR.issuperset(words) and not _SHARE.isdisjoint(words):
        return "share"
    barred = _MARKED.search(line) is not None and len(words) > 1
    menu = (barred or len(words) >= _SHORTEST_MENU) and _MENU_BAR.issuperset(words)
    return "navigation" if menu and not MENU_ANCHORS.isdisjoint(words) else ""


def _is_call(line: str) -> bool:
    """Tell a call to follow, load or join, addressed to the reader or opening the line."""
    begin = _BEFORE_CALL.match(line)
    opens = _CALL.match(line, begin.end() if begin else 0) is not None
    # Only a Chinese call may stand behind what it promises ("want to know more? come and join …").
    if len(line) > _LONGEST_CALL or not (opens or (not line.isascii() and _CALL.search(line))):
        return False
    return _CHANNEL.search(line) is not None and _AUDIENCE.search(line) is not None


def _find_credits(line: str) -> str:
    """Return the rule of a line that is nothing but labels and what they name: "Source: … Editor: …"."""
    begin = _BEFORE_LABEL.match(line)
    if begin is None or not _LABEL.match(line, begin.end()):
        return ""
    labels = list(_LABEL.finditer(line))
    ends = [*(label.start() for label in labels[1:]), len(line)]
    values = [line[label.end() : end].strip(" 　|｜丨/]】)）*\t") for label, end in zip(labels, ends, strict=True)]
    if not all(map(_is_credit, labels, values)):
        return ""
    kinds = {label.lastgroup for label in labels}
    return "editor" if "editor" in kinds else "source" if "credit" in kinds else "byline"


def _is_credit(label: re.Match[str], value: str) -> bool:
    if label.lastgroup == "credit":
        return len(value) <= _LONGEST_CREDIT and not _SPOKEN.search(value)
    longest = _LONGEST_NAME if label.lastgroup == "name" else _LONGEST_CREDIT
    return len(value) <= longest and not (_SPOKEN if label.lastgroup == "editor" else _NO_NAME).search(value)
