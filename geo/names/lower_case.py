"""English texts without a capital, as they are written in chats and searches: "china sent masks to iran".

Their words are given capitals to be read. A name that is a common word too (china, turkey, polish) is read only beside
a name that is none.
"""

import re
from bisect import bisect_left

from geo.base.records import Mention, Refusal
from geo.names.english_contexts import is_a

# Words of a name that stay small, and those that are written in capitals; "us" and "who" are words.
_SMALL = "a|an|and|at|by|de|da|du|e|for|from|in|is|it|of|on|or|the|to|with"
_ACRONYMS = "eu|prc|drc|dprk|uae|uk|usa"
_WORD = re.compile(rf"(?<![a-z'])(?:(?:{_ACRONYMS})(?![a-z])|(?!(?:{_SMALL})(?![a-z]))[a-z])")
_NEAR = 120
Found = tuple[list[Mention], list[Refusal]]


def capitalise(text: str) -> str:
    """Return a text with a capital for each word that may be a name, every offset unchanged.

    >>> capitalise("the uk and the isle of man")
    'the UK and the Isle of Man'
    """
    return _WORD.sub(lambda word: word.group().upper(), text)


def join_small(text: str, small: Found, capitalised: Found) -> Found:
    """Return what is found in a text as it is and with capitals, in the text as it is, without the common words."""
    names = [mention.start for mention in capitalised[0] if not is_a(text[mention.start : mention.end], "common")]
    taken = [
        mention._replace(text=text[mention.start : mention.end])
        for mention in capitalised[0]
        if bisect_left(names, mention.start - _NEAR) < bisect_left(names, mention.start + _NEAR)
    ]
    ends = {place for mention in taken for place in range(mention.start, mention.end)}
    own = [mention for mention in small[0] if mention.start not in ends and mention.end - 1 not in ends]
    refusals = [refusal._replace(text=text[refusal.start : refusal.end]) for refusal in capitalised[1]]
    return sorted([*own, *taken]), sorted({*small[1], *refusals})
