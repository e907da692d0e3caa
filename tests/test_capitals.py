"""Names in lines of capitals: what is a person, a language, a street or a common word in small letters is none there."""

import pytest

from geo.names.mentions import find_mentions


def find_countries(text: str, language: str) -> list[str]:
    return [mention.code for mention in find_mentions(text, language) if mention.kind == "country"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("CHAD MWANGI WON THE RACE.", "en"),
        ("The winners are CHAD MWANGI and, behind him, JORDAN PETERS.", "en"),
        ("MICHAEL JORDAN SCORED", "en"),
        ("IN ENGLISH", "en"),
        ("IN FRENCH AND GERMAN", "en"),
        ("TRANSLATED FROM CHINESE", "en"),
        ("FRENCH-SPEAKING PEOPLE", "en"),
        ("FRENCH-SPEAKING", "en"),
        ("ATHENS, GEORGIA", "en"),
        ("RUE DE TURQUIE", "fr"),
        ("EN FRANÇAIS", "fr"),
        ("AVENIDA BRASIL", "pt"),
        ("PLAZA DE ESPAÑA", "es"),
        ("ISRAEL GÓMEZ GANÓ", "es"),
        ("MISIR", "tr"),
        ("MISIR FİYATLARI ARTTI", "tr"),
        ("Tarlada MISIR kaldı", "tr"),
    ],
)
def test_a_line_of_capitals_makes_no_country_of_another_word(text: str, language: str) -> None:
    assert find_countries(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("THE DRC ARMY KILLS TEN", "en", ["COD"]),
        ("CHAD ARMY FREES 20 REBELS", "en", ["TCD"]),
        ("AID FOR CHAD", "en", ["TCD"]),
        ("CHINA SENDS MASKS TO JORDAN", "en", ["CHN", "JOR"]),
        ("JORDAN AND EGYPT SIGN A DEAL", "en", ["JOR", "EGY"]),
        ("FRENCH TROOPS IN MALI", "en", ["FRA", "MLI"]),
        ("The army of CHAD said so.", "en", ["TCD"]),
        ("EL GOBIERNO DE ISRAEL DIJO QUE NO", "es", ["ISR"]),
        ("LE GOUVERNEMENT FRANÇAIS ET LA TURQUIE", "fr", ["FRA", "TUR"]),
        ("MISIR CUMHURBAŞKANI KATAR'A GİTTİ", "tr", ["EGY", "QAT"]),
        ("TÜRKİYE, MISIR VE KATAR GÖRÜŞTÜ", "tr", ["TUR", "EGY", "QAT"]),
        ("FAS VE UMMAN", "tr", ["MAR", "OMN"]),
    ],
)
def test_a_country_in_a_line_of_capitals_is_read(text: str, language: str, codes: list[str]) -> None:
    assert find_countries(text, language) == codes
