"""The colours of the classes, as those see them who see fewer."""

from itertools import pairwise

import numpy as np
import pytest

from geo.charts import HUES, Hue, Theme
from geo.charts.inks import choose_ink, find_contrast
from geo.charts.palettes import FEWER, MORE, palette

# Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color vision deficiency:
# severity 1, on linear red, green and blue.
SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
LEAST_LIGHTNESS, LEAST_STEP, LEAST_FROM_NOTHING = 9.0, 12.0, 6.0
EVERY = [(hue, theme, sight) for hue in HUES for theme in ("light", "dark") for sight in SIGHTS]


def see(colour: str, sight: str) -> np.ndarray:
    """Return a colour ("#rrggbb") in CIELAB as an eye sees it."""
    shares = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(SIGHTS[sight]) @ linear, 0, 1)
    x, y, z = (np.cbrt(v) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in np.array(TO_XYZ) @ seen / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def differ(one: str, other: str, sight: str) -> float:
    """Return the distance of two colours (CIE 1976) to an eye."""
    return float(np.linalg.norm(see(one, sight) - see(other, sight)))


def test_white_and_black_are_a_hundred_apart() -> None:
    assert differ("#ffffff", "#000000", "full") == pytest.approx(100, abs=0.1)


def test_red_and_green_of_one_lightness_are_confused_without_green_cones() -> None:
    assert differ("#b06030", "#808030", "deuteranopia") < differ("#b06030", "#808030", "full") / 2


@pytest.mark.parametrize(("hue", "theme", "sight"), EVERY)
def test_neighbouring_classes_are_told_apart_by_every_eye(hue: Hue, theme: Theme, sight: str) -> None:
    steps = palette(theme, hue).steps
    lightness = [see(step, sight)[0] for step in steps]
    assert min(abs(b - a) for a, b in pairwise(lightness)) >= LEAST_LIGHTNESS
    assert len({b > a for a, b in pairwise(lightness)}) == 1
    assert min(differ(a, b, sight) for a, b in pairwise(steps)) >= LEAST_STEP


@pytest.mark.parametrize(("hue", "theme", "sight"), EVERY)
def test_no_class_looks_like_zero_or_like_no_data(hue: Hue, theme: Theme, sight: str) -> None:
    colours = palette(theme, hue)
    looks = [*colours.steps, colours.zero]
    assert min(differ(colours.no_data, look, sight) for look in looks) >= LEAST_FROM_NOTHING
    assert min(differ(colours.zero, step, sight) for step in colours.steps) >= LEAST_FROM_NOTHING


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("hue", HUES)
def test_ink_can_be_read_on_every_class_of_every_hue(hue: Hue, theme: Theme) -> None:
    assert all(find_contrast(choose_ink(step), step) >= 4.5 for step in palette(theme, hue).steps)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_two_hues_around_a_value_are_told_apart_by_every_eye(theme: Theme, sight: str) -> None:
    colours = [*FEWER[theme][::-1], *MORE[theme]]
    assert min(differ(a, b, sight) for a, b in pairwise(colours)) >= LEAST_STEP
    assert min(differ(a, b, sight) for a, b in zip(FEWER[theme], MORE[theme], strict=True)) >= LEAST_STEP
