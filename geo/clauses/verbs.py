"""How each language writes giving, receiving and holding: the verbs, and the words that tell their sides and status."""

import re
from typing import NamedTuple


class Words(NamedTuple):
    """How one language writes giving: the verbs, the words before a receiver, and those that tell the status.

    `unled` is how an item begins that goes on from the line above it, and so has no subject of its own; `aiding` finds a
    verb right before those who are helped.
    """

    giving: re.Pattern[str]
    holding: re.Pattern[str]
    to: re.Pattern[str]
    receiving: re.Pattern[str]
    oblique: re.Pattern[str]
    planned: re.Pattern[str]
    announced: re.Pattern[str]
    passive: re.Pattern[str]
    unled: re.Pattern[str]
    aiding: re.Pattern[str]


_CHINESE = Words(
    giving=re.compile(
        r"提供|援助|捐(?!税)|赠送|赠予|派(?=[出遣驻队人了去往]|专家|医疗)|选派|交付|运送|送去|送达|送往|运往|发往|运抵|资助|出资|援建|支援|分享|"
        r"施以援手|伸出援手|送出|发放|输送|惠及"
    ),
    holding=re.compile(r"举行|举办|召开|出席|参会|与会|开展|组织(?=实施|召开|举)|签署|表示|观看|抵达|培训|通话|参加"),
    to=re.compile(
        r"(?=[向给对为送运发惠覆遍援捐资])(?:(?<![面应针反绝相])(?:向|给(?!予)|对(?![外此于华抗]))|(?<![认成因以作])为(?![了期主何])|"
        r"送往|运往|发往|运抵|惠及|覆盖|遍及|(?:援助|捐赠|捐助|资助)的(?:对象|国家)?(?:共|已)?有)"
    ),
    receiving=re.compile(r"收到|接受|获得|得到|接收"),
    oblique=re.compile(r"(?:[同与跟向对给为在]|包括|援助|捐赠|捐助|支援|驰援|资助)$"),
    planned=re.compile(r"将(?![近军士领其来])|计划|打算|拟(?!定)|准备|筹备|正在制订|正在制定|即将|有望|预计"),
    announced=re.compile(r"宣布|承诺|表示愿|决定"),
    passive=re.compile(r"由$"),
    unled=re.compile(
        r"(?:已经?|共|先后|累计|还|并)*(?:[向给对为在]|提供|捐|派|援|赠|送|运|交付|分享|培训|举办|接待|建)"
    ),
    aiding=re.compile(r"(?:援助|支援|驰援|资助)了?(?:[亚非欧美洲南北中东西拉丁大洋太加勒比]{2,6}的?)?$"),
)
# Where a word may begin at all is looked at first: a text is searched three times as fast.
_ENGLISH = Words(
    giving=re.compile(
        r"\b(?=[acdghops])(?:provid(?:e|es|ed|ing)|donat(?:e|es|ed|ing|ions?)|sen[dt]s?|sending|g[ai]ve[sn]?|giving|deliver(?:s|ed|ing|y|ies)?|"
        r"offer(?:s|ed|ing)?|suppl(?:y|ies|ied)|ship(?:s|ped|ments?)?|dispatch(?:es|ed)?|shar(?:e|es|ed|ing)|aid(?:s|ed)?|"
        r"assist(?:s|ed|ance)?|contribut(?:e|es|ed|ing|ions?)|distribut(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|"
        r"hand(?:s|ed|ing)? (?:over|out)|grant(?:s|ed|ing))\b",
        re.IGNORECASE,
    ),
    holding=re.compile(
        r"\b(?=[hatojsmc])(?:held|hosted|attended|took part|organi[sz]ed|joined|signed|met|convened|trained)\b",
        re.IGNORECASE,
    ),
    to=re.compile(r"\b(?:to|for|reach(?:es|ed|ing)?|arriv(?:es?|ed|ing) in)\b", re.IGNORECASE),
    receiving=re.compile(r"\breceiv(?:e|es|ed|ing)\b", re.IGNORECASE),
    oblique=re.compile(r"\b(?:to|for|with|in|from|by|of|at|including) (?:the )?$", re.IGNORECASE),
    planned=re.compile(
        r"\b(?=[wpiae])(?:will|plans?|planned|intends?|is to|are to|preparing|would|expects?)\b", re.IGNORECASE
    ),
    announced=re.compile(r"\b(?:announc\w+|pledg\w+|promis\w+|commit(?:s|ted|ting|ments?)?)\b", re.IGNORECASE),
    passive=re.compile(r"\b(?:from|by) (?:the )?$", re.IGNORECASE),
    unled=re.compile(r"[A-Z]?[a-z]+(?:ed|ing|ent|ave|iven|ept|eld|uilt)\b"),
    aiding=re.compile(
        r"\b(?:to aid|aid(?:s|ed|ing)|assist(?:s|ed|ing)?) (?:(?:the|some|about|nearly|over|at least) )?$",
        re.IGNORECASE,
    ),
)
WORDS = {"zh": _CHINESE, "en": _ENGLISH}


def has_acts(language: str) -> bool:
    """Tell whether the sides of an act are read in a language; in others a number has its place and status alone."""
    return language in WORDS
