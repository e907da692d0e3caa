"""The one source of colours for what has no order: kinds of event and their groups, themes, regions, parts without a name.

After Okabe and Ito, "Color Universal Design" (2008); on a dark ground the blue and the red are lighter, and their yellow
is too faint on a light one: Tol's indigo stands there. What there are more of than colours has shades of them.
"""

from collections.abc import Mapping

from geo.charts.palettes import Theme
from geo.reference.themes import read_themes

COLOURS: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#332288"),
    "dark": ("#3f8fd2", "#e69f00", "#009e73", "#cc79a7", "#9ad4f5", "#e8702a", "#f0e442"),
}
# What is in no named part, in several, in none that is known: greys as far from each other as from the colours.
GREYS: Mapping[Theme, tuple[str, str, str]] = {
    "light": ("#6b7785", "#1f2933", "#dde1e6"),
    "dark": ("#646b76", "#eceff3", "#2b2f36"),
}
CONTINENTS = ("002", "019", "142", "150", "009")
# The shades of a colour: itself, then by turns nearer to white and nearer to black by such shares.
_SHADES = (0.0, 0.42, -0.38, 0.66, -0.6)


def shade(colour: str, number: int) -> str:
    """Return the shade of a colour by its number, 0 being the colour itself.

    >>> shade("#0072b2", 0), shade("#0072b2", 2)
    ('#0072b2', '#00476e')
    """
    share = _SHADES[number % len(_SHADES)]
    end = 255 if share > 0 else 0
    values = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(value + (end - value) * abs(share)):02x}" for value in values)


def colour_theme(code: str, theme: Theme) -> str | None:
    """Return the colour that a theme of data/themes.toml has on every page; None where it is no such theme."""
    themes = tuple(read_themes())
    return _colour(themes.index(code), theme) if code in themes else None


def colour_region(code: str, theme: Theme) -> str | None:
    """Return the colour that a continent has on every page; None for any other region."""
    return _colour(CONTINENTS.index(code), theme) if code in CONTINENTS else None


def _colour(place: int, theme: Theme) -> str:
    colours = COLOURS[theme]
    return shade(colours[place % len(colours)], place // len(colours))
