"""A name that also means something else is the country where it fills a cell of a column of countries."""

import pytest

from geo.names.mentions import find_mentions
from tests.timings import grows_linearly


@pytest.mark.parametrize(
    ("language", "text", "name", "code"),
    [
        ("es", "País | Dosis\nCuba | 12\nGranada | 7\nHaití | 5", "Granada", "GRD"),
        ("es", "| País | Dosis |\n| Cuba | 12 |\n| Granada | 7 |\n| Haití | 5 |\n| Total | 24 |", "Granada", "GRD"),
        ("es", "País\tDosis\nGranada\t7\nCuba\t12\nHaití\t5", "Granada", "GRD"),
        ("es", "1 | Cuba | 12\n2 | Haití | 5\n3 | Granada | 7", "Granada", "GRD"),
        ("pt", "País | Doses\nCuba | 12\nGranada | 7\nHaiti | 5", "Granada", "GRD"),
        ("en", "Country | Doses\nGhana | 1\nReunion | 4\nMali | 3", "Reunion", "REU"),
        ("en", "Country | Doses\nArmenia | 12\nGeorgia | 7\nTurkey | 5", "Georgia", "GEO"),
        ("en", "Country | Doses\nMali | 12\nJordan | 7\nChad | 5", "Jordan", "JOR"),
        ("en", "Country | Doses\nMali | 12\nJordan | 7\nChad | 5", "Chad", "TCD"),
        ("en", "Country | Doses\nArmenia | 12\nTurkey | 7\nGreece | 5", "Turkey", "TUR"),
        ("fr", "Pays | Doses\nArménie | 12\nGéorgie | 7\nTurquie | 5", "Géorgie", "GEO"),
        ("de", "Land | Dosen\nIrak | 12\nJordanien | 7\nLibanon | 5", "Jordanien", "JOR"),
    ],
)
def test_a_name_in_a_column_of_countries_is_the_country(language: str, text: str, name: str, code: str) -> None:
    assert code in {mention.code for mention in find_mentions(text, language) if mention.text == name}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "El festival de Granada reunió a músicos de Cuba y de Haití.", "Granada"),
        ("es", "Ciudad | Dosis\nSevilla | 12\nGranada | 7\nMálaga | 5", "Granada"),
        ("es", "Ciudad | Dosis\nSevilla | 12\nGranada | 7\nMadrid | 5\nCuba | 3\nHaití | 4", "Granada"),
        ("es", "País | Ciudad\nEspaña | Granada\nCuba | La Habana\nPerú | Lima", "Granada"),
        ("es", "País | Dosis\nCuba | 12\nUniversidad de Granada | 7\nHaití | 5", "Granada"),
        ("es", "Cuba | 12\nGranada | 7\nSevilla | 5", "Granada"),
        ("pt", "Cidade | Doses\nSevilha | 12\nGranada | 7\nMálaga | 5", "Granada"),
        ("en", "Event | Guests\nWedding | 12\nReunion | 70\nBirthday | 30", "Reunion"),
        ("en", "Country | Doses\nGhana | 1\nCongo | 4\nMali | 3", "Congo"),
    ],
)
def test_elsewhere_the_name_stays_undecided(language: str, text: str, name: str) -> None:
    assert name not in {mention.text for mention in find_mentions(text, language) if mention.kind == "country"}


def test_a_state_in_a_column_of_states_is_no_country() -> None:
    found = find_mentions("State | Doses\nAlabama | 12\nGeorgia | 7\nFlorida | 5", "en")
    assert {mention.code for mention in found} == {"USA"}


def test_a_long_column_is_read_in_linear_time() -> None:
    assert grows_linearly(lambda size: find_mentions("Cuba | 1\nGranada | 2\nHaití | 3\n" * (size // 20), "es"), 5_000)
