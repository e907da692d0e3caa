"""A text in two languages is read in both, and a name in another language makes no other text of it."""

import pytest

import geo
from geo.documents.language_parts import part_by_language, tell_part
from geo.documents.reading import read_document_bytes
from geo.names.mentions import find_mentions

CHINESE = "2021年5月4日，中国向塞尔维亚捐赠了20万只口罩。"
ENGLISH = "On 6 May 2021, China donated 7,000 masks to Malta, the embassy in Valletta said."


@pytest.mark.parametrize(
    ("part", "language", "told"),
    [
        (ENGLISH, "zh", "en"),
        (CHINESE, "en", "zh"),
        ("Le ministère a annoncé que des médecins partiront pour la région.", "en", "fr"),
        ("Міністерство повідомило, що допомога її громадянам надійшла.", "ru", "uk"),
        ("Médecins Sans Frontières", "en", "en"),
        ("世卫组织（WHO）", "zh", "zh"),
        ("Reuters, Bloomberg", "zh", "zh"),
        ("El Salvador, Honduras, Guatemala, Nicaragua, Panama, Costa Rica, Belize", "en", "en"),
        ("The minister of the Union met his colleague.", "en", "en"),
    ],
)
def test_a_part_is_told_apart_only_where_nothing_else_can_be(part: str, language: str, told: str) -> None:
    assert tell_part(part, language) == told


def test_the_parts_of_each_language_keep_their_places() -> None:
    parts = part_by_language([(CHINESE, "zh"), (ENGLISH, "en")], "zh")
    assert parts["en"].index(ENGLISH) == len(CHINESE) + 1
    assert {len(text) for text in parts.values()} == {len(CHINESE) + 1 + len(ENGLISH)}


@pytest.mark.parametrize("joint", ["\n\n", "\n", " ", ""])
def test_names_are_read_in_each_language_of_a_text(joint: str) -> None:
    found = {(m.text, m.code) for m in find_mentions(CHINESE + joint + ENGLISH)}
    assert {("中国", "CHN"), ("塞尔维亚", "SRB"), ("China", "CHN"), ("Malta", "MLT")} <= found


@pytest.mark.parametrize("text", [f"{CHINESE}\n\n{ENGLISH}", f"{ENGLISH} {ENGLISH}\n\n{CHINESE}"])
def test_a_release_in_two_languages_is_read_in_both(text: str) -> None:
    corpus = geo.extract(read_document_bytes("release.txt", text.encode()))
    assert {str(day)[:10] for day in corpus.events["date"]} == {"2021-05-04", "2021-05-06"}
    assert {200_000, 7_000} <= set(corpus.quantities["value"])


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The delegates talked for two hours about the army of North\nKorea, and then left.", "en", "PRK"),
        ("Los delegados hablaron dos horas del ejército de Corea del\nNorte, y luego se fueron.", "es", "PRK"),
        ("Делегаты два часа говорили о вооружённых силах Северной\nКореи и уехали.", "ru", "PRK"),
    ],
)
def test_a_name_goes_on_over_the_end_of_a_long_line(text: str, language: str, code: str) -> None:
    assert [mention.code for mention in find_mentions(text, language)] == [code]


def test_the_lines_of_a_list_are_names_of_their_own() -> None:
    assert [mention.code for mention in find_mentions("Dominica\nRepublic of Korea\nNiger", "en")] == [
        "DMA",
        "KOR",
        "NER",
    ]
