"""The names of those who give, receive and take part."""

from geo.charts.looks import Look
from geo.places import name_place


def name_side(code: str, look: Look) -> str:
    """Return the words for who gave or received; "CHN:firms" are firms of the country."""
    country, _, actors = code.partition(":")
    names = [look.words(f"totals.{actor}") for actor in actors.split("+") if actor]
    said = look.words("list.comma").join(names)
    if not country:
        return said
    name = name_place(country, look.language)
    return look.words("totals.actors", {"name": name, "actors": said}) if said else name
