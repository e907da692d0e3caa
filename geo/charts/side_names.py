"""The names of those who give, receive and take part."""

from geo.charts.appearance import Look
from geo.reference.places import name_place

# Kinds of code that hold a colon of their own.
_PLAIN = ("org:", "region:")


def name_side(code: str, look: Look) -> str:
    """Return the words for one who gave, received or took part; "CHN:firms" are firms of the country.

    >>> name_side("CHN:local+firms", Look()), name_side("org:who", Look())
    ('China (local governments, firms)', 'World Health Organization')
    """
    if code.startswith(_PLAIN):
        return name_place(code, look.language)
    country, _, actors = code.partition(":")
    names = [look.words.find(f"totals.{actor}", actor) for actor in actors.split("+") if actor]
    said = look.words("list.comma").join(names)
    if not country:
        return said
    name = name_place(country, look.language)
    return look.words("totals.actors", {"name": name, "actors": said}) if said else name
