"""What a column's heading, or a table's caption, says of the numbers under it: the unit, the scale and the measure.

Columns of one table are different measures, and nothing but the heading tells them apart. Sold is the theme `sales`,
donated the theme `aid`, pledged or ordered the status `announced`, delivered the status `done` and the theme of the
caption ("vaccine"). A heading that speaks of shares, rates or ranks counts nothing.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from geo.base.records import Status
from geo.reference.themes import read_themes

_CURRENCIES = (
    ("HKD", r"HK\$|港元|港币|hong kong dollars?"),
    ("AUD", r"A\$|AUD|澳元|australian dollars?"),
    ("CAD", r"C\$|CAD\b|加元|canadian dollars?"),
    ("USD", r"US ?\$|U\.S\. ?\$|USD|\$|美元|美金|(?:us |u\.s\. )?dollars?"),
    ("EUR", r"€|EUR\b|欧元|\beuros?\b"),
    ("GBP", r"£|GBP|英镑|pounds sterling"),
    ("JPY", r"JPY|日元|\byen\b"),
    ("CNY", r"RMB|CNY|¥|人民币|\byuan\b|renminbi|(?<=[万亿（(])元|元$"),
)
# Where a heading names several, the one in brackets counts ("Value (US$ m)"), else the first ("Countries given masks").
_UNITS = (
    *_CURRENCIES,
    ("countries", r"\bcountries\b|\bnations\b|\bcountry count\b|国家(?!级|队)|(?<=[受援])国|国(?=数)|国$"),
    ("organisations", r"\borgani[sz]ations\b|\bagencies\b|组织|机构"),
    ("regions", r"\bregions\b|(?<=[个大])洲"),
    ("doses", r"\bdoses\b|\bjabs\b|剂(?!型)|[万亿]支"),
    ("tonnes", r"\btonnes?\b|\btons?\b|公?吨"),
    ("teams", r"\bteams\b|医疗队|专家组|队(?=数)"),
    ("batches", r"\bbatches\b|\bshipments\b|\bconsignments\b|批(?!准|评|复|发|示)"),
    ("meetings", r"\bmeetings\b|\bconferences\b|会议|场次"),
    ("events", r"\bworkshops\b|\btrainings\b|\bcourses\b|培训班?"),
    (
        "items",
        r"\bmasks\b|\bventilators\b|\bkits\b|\bgloves\b|\bgowns\b|\bgoggles\b|\bthermometers\b|\brespirators\b|"
        r"\bsuits\b|\bbeds\b|\btents\b|\bitems\b|口罩|呼吸机|试剂盒?|防护服|护目镜|手套|测温枪|帐篷|病床",
    ),
    (
        "people",
        r"\bpeople\b|\bpersons\b|\bexperts\b|\bdoctors\b|\bnurses\b|\bmedics\b|\bpersonnel\b|\bofficials\b|\bstaff\b|"
        r"\btrainees\b|\bmembers\b|人(?![均民份次口])|专家|医生|护士",
    ),
)
_UNIT = tuple((unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in _UNITS)
# "Vaccines" alone may count kinds of vaccine; in millions it counts doses.
_VACCINES = re.compile(r"\bvaccines?\b|疫苗", re.IGNORECASE)

_SCALES = (
    (10**9, r"\b(?:billions?|bn)\b|十亿"),
    (10**8, r"(?<![十百千万])亿"),
    (10**7, r"千万"),
    (10**6, r"\b(?:millions?|mn|mln)\b|\bM\b|\$ ?m\b|(?<=[(（, ])m(?=[)）]|$)|百万"),
    (10**4, r"(?<![十百千])万"),
    (10**3, r"\bthousands?\b|['’`]000s?|\b000s?\b|(?<![百十])千"),
)
_SCALE = tuple((worth, re.compile(pattern, re.IGNORECASE)) for worth, pattern in _SCALES)
_CAPTION_SCALE = re.compile(
    r"(?:\bin |[,(（]\s{0,2})(?P<en>(?:thousand|million|billion)s?)\b"
    r"|单位\s{0,2}[:：]\s{0,2}(?P<zh>[^\s，。；)）]{1,12})",
    re.IGNORECASE,
)
_ZH_UNIT = re.compile(r"单位\s{0,2}[:：]\s{0,2}([^\s，。；)）]{1,12})")
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,60})[)）\]]")

_NO_COUNT = re.compile(
    r"%|％|\bper\b|\bper ?cent|\bpercentages?\b|\bshares?\b|\brates?\b|\branks?\b|\bratios?\b|\baverages?\b|\bindex\b|"
    r"\bchange\b|\byears?\b|\bpopulations?\b|\bgrowth\b|\bdates?\b|\bprices?\b|年份|人口|占比|比[例重率]|率|排[名序]|序号|人均|每|增[长幅]|平均|日期|价格|单价|编号",
    re.IGNORECASE,
)
# A heading of these words alone leaves it to the caption to say what is counted.
_GENERIC = re.compile(
    r"(?:\s|[-–,/()（）:：&]|\b(?:the|of|and|or|in|by|as|number|no\.?|total|amount|quantity|value|count|figures?|sum|"
    r"sold|sales?|donat\w+|pledg\w+|deliver\w+|received|order\w*|purchas\w+|bought|announced|promised|committed|"
    r"shipped|supplied|given|gifts?|planned|approved|thousands?|millions?|billions?|bn|mn|m|\d{4})(?![a-z])"
    r"|数量|数目|数|总[计数量额]|合计|金额|销售|出售|订购|采购|购买|捐赠|赠送|援助|承诺|交付|运抵|接收|计划|已|量|额|及|和|"
    r"[12]\d{3}年?|[十百千]?[万亿千]|百万)*",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\bsold\b|\bsales?\b|\border(?:s|ed)?\b|\bpurchas|\bbought\b|销售|出售|订购|采购|购买", re.IGNORECASE
)
_DONATED = re.compile(r"\bdonat|\bgifts?\b|\bgrants?\b|捐赠|赠送|捐助|无偿", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\bpledg|\bpromis|\bannounc|\bcommit(?:ted|ments?)\b|\border(?:s|ed)?\b|承诺|宣布|订购", re.IGNORECASE
)
_PLANNED = re.compile(r"\bplanned\b|\bexpected\b|\bscheduled\b|计划|预计|拟", re.IGNORECASE)
_DONE = re.compile(
    r"\bdeliver|\breceived\b|\barriv|\bshipped\b|\bsold\b|\bsales\b|\bdonat|\bgiven\b|\bsupplied\b|\bsent\b|\bbought\b|"
    r"交付|运抵|到货|接收|收到|捐赠|赠送|销售|出售|提供|已",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


# What columns of one table are told apart by: a caption that speaks of both gives the theme of neither.
DEEDS = ("sales", "aid")


class Heading(NamedTuple):
    """What stands over a column. `open` tells that it counts something the caption may name ("Sold", "2021").

    `counts` is false over shares, rates, prices and dates, whatever their cells say.
    """

    unit: str | None
    scale: int | None
    theme: str | None
    status: Status | None
    year: int | None
    open: bool
    counts: bool


def read_heading(text: str) -> Heading:
    """Return what a column's heading says of the numbers under it.

    >>> read_heading("Sold (million doses)")[:4]
    ('doses', 1000000, 'sales', 'done')
    >>> read_heading("捐赠（万剂）")[:4], read_heading("Share of doses, %").unit
    (('doses', 10000, 'aid', 'done'), None)
    """
    if says_no_count(text):
        return Heading(None, None, None, None, None, open=False, counts=False)
    year = _YEAR.search(text)
    scale = find_scale(text)
    return Heading(
        find_unit(text, scale),
        scale,
        _find_deed(text) or find_theme(text, DEEDS if _SOLD.search(text) else ()),
        find_status(text),
        int(year[0]) if year else None,
        open=_GENERIC.fullmatch(text) is not None,
        counts=True,
    )


def says_no_count(text: str) -> bool:
    """Tell whether words speak of a share, rate, rank, price or date."""
    return _NO_COUNT.search(text) is not None


def find_unit(text: str, scale: int | None) -> str | None:
    """Return what a heading or caption counts: the unit in its last brackets, else the first it names."""
    bracketed = _BRACKETS.findall(text)
    found = (_find_first_unit(bracketed[-1]) if bracketed else None) or _find_first_unit(text)
    return found or ("doses" if scale and _VACCINES.search(text) else None)


def _find_first_unit(text: str) -> str | None:
    places = [(match.start(), unit) for unit, pattern in _UNIT if (match := pattern.search(text))]
    return min(places, key=lambda place: place[0])[1] if places else None


def find_scale(text: str) -> int | None:
    """Return by how much a heading multiplies the numbers under it, None where it says nothing of it."""
    return next((worth for worth, pattern in _SCALE if pattern.search(text)), None)


def find_caption_scale(text: str) -> int | None:
    """Return the scale that a caption sets for the whole table ("in millions", "单位：万剂"), and of no other number."""
    found = _CAPTION_SCALE.search(text)
    return find_scale(found["en"] or found["zh"]) if found else None


def find_table_unit(text: str) -> tuple[str, int | None] | None:
    """Return unit and scale that a caption sets for all columns: "(US$ million)", "单位：万剂"; None where it sets none."""
    inside = [*_BRACKETS.findall(text), *_ZH_UNIT.findall(text)]
    unit = _find_first_unit(inside[-1]) if inside and not re.search(r"\d", inside[-1]) else None
    return (unit, find_scale(inside[-1])) if unit else None


def find_theme(text: str, but: Collection[str] = ()) -> str | None:
    """Return the theme whose words a heading or caption uses, `but` not these; of several the earliest in themes.toml."""
    return next((theme for theme, words in _compile_themes() if theme not in but and words.search(text)), None)


@cache
def _compile_themes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme.code, _compile_words(theme.zh, theme.en)) for theme in read_themes().values())


def _compile_words(chinese: Sequence[str], english: Sequence[str]) -> re.Pattern[str]:
    anywhere = map(re.escape, chinese)
    at_the_start = (rf"(?<![a-z0-9]){re.escape(word.strip())}" for word in english)
    return re.compile("|".join([*anywhere, *at_the_start]), re.IGNORECASE)


def _find_deed(text: str) -> str | None:
    """Return the theme of what was done; where goods were sold or given the heading tells no two measures apart."""
    sold, donated = _SOLD.search(text), _DONATED.search(text)
    if sold and donated:
        return None
    return DEEDS[0] if sold else DEEDS[1] if donated else None


def find_status(text: str) -> Status | None:
    """Return whether a heading speaks of what is planned, announced or done; "donated or pledged" is announced."""
    statuses: tuple[tuple[Status, re.Pattern[str]], ...] = (
        ("planned", _PLANNED),
        ("announced", _ANNOUNCED),
        ("done", _DONE),
    )
    return next((status for status, pattern in statuses if pattern.search(text)), None)
