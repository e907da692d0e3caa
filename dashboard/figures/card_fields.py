"""What the card of a country or area on the map may tell beside its name, its value and what of that is still to come."""

from typing import Literal, get_args

CardField = Literal["codes", "rank", "share", "region", "people", "series", "sentence"]
CARD_FIELDS: tuple[CardField, ...] = get_args(CardField)
# What a reader who has chosen nothing is told.
USUAL: tuple[CardField, ...] = ("codes", "rank", "share", "series", "sentence")
