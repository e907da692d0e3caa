"""Titles of newspapers and magazines between Chinese marks: 《纽约时报》 tells who reports and is no mention of a place."""

import re
from collections.abc import Sequence

from geo.base.reasons import name_longer
from geo.base.records import Mention, Refusal

# 《联合公报》 is no newspaper.
_TITLE = re.compile("《[^《》\n]{1,14}(?:(?<![公通汇预简战情捷海喜])报|周刊|月刊|杂志|新闻)》")


def drop_titles(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions, in the order of the text, that lie in no title, and why the others are none.

    >>> drop_titles("《欧洲周刊》", [Mention(1, 3, "欧洲", "region", "150", "name")])[1][0].reason
    'part of a longer name: 《欧洲周刊》'
    """
    titles = _TITLE.finditer(text)
    title, kept, refused = next(titles, None), list[Mention](), list[Refusal]()
    for mention in mentions:
        while title and title.end() <= mention.start:
            title = next(titles, None)
        if title and title.start() < mention.start:
            reason = name_longer(title.group())
            refused.append(Refusal(mention.start, mention.end, mention.text, (mention.code,), reason))
        else:
            kept.append(mention)
    return kept, refused
