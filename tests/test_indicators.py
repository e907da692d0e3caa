"""What the name of a statistic counts, and where it is no name of one."""

import pytest

from geo.statements.tabulations.indicators import is_rate, read_indicator


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Euro area",
        "The Greater Accra area, 2019",
        "The population grew in all countries.",
        "Population by year:",
        "Share of population",
        "Vaccine doses given",
        "Aid to the population",
        "Beds for refugees (100% of them new)",
        "Population (cases per million)",
        "Population growth",
        "Mortality rate, infant (per 1,000 live births)",
    ],
)
def test_what_names_no_known_statistic_is_left_to_the_rules_of_captions(text: str) -> None:
    assert read_indicator(text) is None


def test_rates_are_not_added_up() -> None:
    assert [is_rate(unit) for unit in ("density", "expectancy", "people", "area")] == [True, True, False, False]
