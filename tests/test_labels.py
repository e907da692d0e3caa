"""Whom the rows of a table name."""

import pytest

from geo.names.mentions import read_mentions
from geo.statements.tabulations.labels import SUBTOTAL, TOTAL, read_label, settle_labels


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Asia Pacific", "en", "region:asia-pacific"),
        ("Latin America & Caribbean", "en", "419"),
        ("African Region", "en", "002"),
        ("African countries", "en", "002"),
        ("1. Africa*", "en", "002"),
        ("of which: Asia", "en", "142"),
        ("COVAX", "en", "org:covax"),
        ("US", "en", "USA"),
        ("Kenya [2]", "en", "KEN"),
        ("亚太地区", "zh", "region:asia-pacific"),
        ("非洲国家", "zh", "002"),
        ("南太", "zh", "region:south-pacific"),
        ("Total", "en", TOTAL),
        ("Grand total*", "en", TOTAL),
        ("合计", "zh", TOTAL),
        ("小计", "zh", SUBTOTAL),
        ("World", "en", "world"),
        ("全球合计", "zh", "world"),
        ("Others", "en", None),
        ("Kenya and Uganda", "en", None),
        ("Europe (EU)", "en", None),
        ("NA", "en", None),
        ("", "en", None),
    ],
)
def test_a_label_is_coded(text: str, language: str, code: str | None) -> None:
    assert read_label(text, read_mentions(text, language)[0]) == code


def test_north_america_has_no_country_that_latin_america_has() -> None:
    assert settle_labels(["003", "419"]) == ["021", "419"]
    assert settle_labels(["003", "142"]) == ["003", "142"]
