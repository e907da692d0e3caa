"""The ink that can be read on a colour."""

_DARK, _LIGHT = "#14202b", "#ffffff"
# How much of the ink stripes have.
_STRIPE = 0.6


def choose_ink(ground: str) -> str:
    """Return dark or light ink, whichever stands out more from a ground ("#rrggbb")."""
    return max((_DARK, _LIGHT), key=lambda ink: find_contrast(ink, ground))


def choose_stripe(ground: str) -> str:
    """Return the colour of stripes that are seen on a ground and let its colour be told ("#rrggbb")."""
    return blend(choose_ink(ground), ground, _STRIPE)


def blend(colour: str, ground: str, share: float) -> str:
    """Return a colour laid thinly over a ground ("#rrggbb" both); `share` of it is the colour.

    >>> blend("#000000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = ((int(colour[place : place + 2], 16), int(ground[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def find_contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, after the Web Content Accessibility Guidelines 2.2."""
    darker, lighter = sorted((_find_luminance(one), _find_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _find_luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
