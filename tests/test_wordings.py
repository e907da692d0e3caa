"""The catalogues of words: the same keys, and the same names to fill in, in every language; a language is one file."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from dashboard.choices import addresses
from geo.base.errors import DataError
from geo.base.records import Bound
from geo.charts.chart_kinds import list_kinds
from geo.documents import furniture
from geo.documents.furniture_phrases import PLAIN_LINES
from geo.documents.page_rows import CUTTING_NOTHING
from geo.documents.readers.mail_lines import QUOTED, SIGNATURE
from geo.names.patterns import PLACE_RULES, RULES
from geo.reference import wordings
from geo.reference.language_names import name_itself
from geo.reference.places import name_place
from geo.reference.subjects import WORDS, read_subjects
from geo.reference.themes import read_themes
from geo.reference.wordings import LANGUAGES, WORDING, Part, list_languages, list_missing, read_catalogue
from tests.pages import open_world, run

# What English and Chinese have in data/subjects, data/themes.toml and beside a kind of chart.
OTHERWISE = ("subject.", "theme.", "symbols.", "columns.", "dots.", "slope.", "tiles.")
PARTS: tuple[Part, ...] = get_args(Part)
LATIN_KEYS = {
    "bound.exact",
    "drawing.figure",
    "app.name",
    "app.language",
    "counted.number",
    "counted_one.number",
    "headline.about",
    "headline.part",
    "evidence.title",
    "note.both",
    "stacks.panel",
    "two.side",
    "documents.again",
    "compare.panel",
    "correct.said",
    "correct.said_value",
    "search.some_name",
    "account.reason",
    "account.share",
    "account.software",
}
ITALIAN = """
msgid ""
msgstr ""
"Language: it\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "page"
msgid "page.timeline"
msgstr "Cronologia"

msgctxt "page"
msgid "world.count"
msgid_plural "world.count"
msgstr[0] "{count} paese o territorio"
msgstr[1] "{count} paesi o territori"

msgctxt "chart"
msgid "subject.received.title"
msgstr "Chi ha ricevuto"

msgctxt "chart"
msgid "theme.vaccine"
msgstr "Vaccini"
"""


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Add Italian to the languages, as one file with a few words."""
    for path in WORDING.glob("*.po"):
        shutil.copy(path, tmp_path)
    (tmp_path / "it.po").write_text(ITALIAN.lstrip(), encoding="utf-8")
    monkeypatch.setattr(wordings, "WORDING", tmp_path)
    for module in (wordings, addresses):
        monkeypatch.setattr(module, "LANGUAGES", list_languages(tmp_path))
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys(language: str) -> None:
    assert list_missing(WORDING, language) == ()
    for part in PARTS:
        words, english = read_catalogue(part, language), read_catalogue(part, "en")
        own = {key for key in words.words.keys() - english.words.keys() if not key.startswith(OTHERWISE)}
        assert (own, words.plurals.keys()) == (set(), english.plurals.keys())


def list_texts(part: Part, language: str) -> dict[str, str]:
    """Return the words by key, of those that follow a number the last form."""
    words = read_catalogue(part, language)
    return {**words.words, **{key: forms[-1] for key, forms in words.plurals.items()}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_language_fills_in_the_same_names(part: Part, language: str) -> None:
    english, own = list_texts(part, "en"), list_texts(part, language)
    for key, text in english.items():
        assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", own[key])), key


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in ("en", "zh")])
def test_every_subject_theme_and_kind_of_chart_has_words(language: str) -> None:
    words, subjects = read_catalogue("chart", language).words, read_subjects().values()
    measures = {f"subject.{key}.{word}" for subject in subjects for key in subject.measures for word in WORDS}
    groups = {f"subject.group.{key}" for subject in subjects for key in subject.groups}
    figures = {f"subject.figure.{key}" for subject in subjects for key in subject.figures}
    kinds = {f"{kind.key}.{word}" for kind in list_kinds() for word in kind.words["en"]}
    assert measures | groups | figures | kinds | {f"theme.{code}" for code in read_themes()} <= set(words)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in ("en", "zh")])
def test_few_entries_of_a_catalogue_are_written_as_in_english(language: str) -> None:
    english, own = (list_texts("page", one) for one in ("en", language))
    assert sum(own[key] == text for key, text in english.items()) < 70


@pytest.mark.parametrize("part", PARTS)
def test_no_entry_of_the_chinese_catalogue_was_left_in_english(part: Part) -> None:
    words = list_texts(part, "zh")
    left = [key for key, text in words.items() if not re.search("[\u4e00-\u9fff、，。；／]", text)]
    assert set(left) <= LATIN_KEYS


@pytest.mark.parametrize("ask", [read_catalogue("page", "en"), read_catalogue("page", "en").count])
def test_an_unknown_key_names_the_file_and_the_way_out(ask: wordings.Catalogue) -> None:
    with pytest.raises(DataError, match=r"en\.po: no entry 'nothing'.*in every language"):
        ask("nothing", 1)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_bound_and_line_label_has_words(language: str) -> None:
    words = read_catalogue("page", language).words
    rules = {f"rule.{rule}" for rule in RULES | PLACE_RULES} | {f"bound.{bound}" for bound in get_args(Bound)}
    assert rules | {f"line.{label}" for label in PLAIN_LINES} <= set(words)


def test_a_currency_stands_for_itself() -> None:
    assert read_catalogue("page", "zh").find("unit.USD", "USD") == "USD"


def test_words_follow_a_number_by_the_rule_of_their_language(italian: Path) -> None:
    counted = {language: read_catalogue("page", language).count for language in ("en", "zh", "it")}
    assert [counted["en"]("world.count", number) for number in (0, 1)] == ["0 countries or areas", "1 country or area"]
    assert [counted["it"]("world.count", number) for number in (1, 2)] == [
        "1 paese o territorio",
        "2 paesi o territori",
    ]
    assert counted["zh"]("world.count", 1) == "1个国家或地区"


def test_what_a_language_lacks_is_in_english_and_is_listed(italian: Path) -> None:
    words = read_catalogue("page", "it")
    assert (words("page.timeline"), words("page.world")) == ("Cronologia", "World")
    assert words.count("evidence.found", 1) == "Named in 1 sentence"
    missing = list_missing(italian, "it")
    assert ("page", "page.world") in missing
    assert ("page", "page.timeline") not in missing


def test_names_are_those_of_cldr_and_of_the_language_s_own_file(italian: Path) -> None:
    named = [name_place(code, "it") for code in ("CIV", "142", "org:who")]
    assert named == ["Costa d’Avorio", "Asia", "Organizzazione mondiale della sanità"]
    assert read_themes()["vaccine"].name("it") == "Vaccini"


def test_a_third_language_is_one_file(italian: Path, monkeypatch: pytest.MonkeyPatch, made_folder: Path) -> None:
    page = open_world(monkeypatch, made_folder)
    page.query_params["language"] = "it"
    run(page)
    assert page.title[0].value == "Chi ha ricevuto"
    assert page.sidebar.selectbox[0].options == [name_itself(language) for language in list_languages(italian)]
    assert page.subheader[-1].value.endswith(("paese o territorio", "paesi o territori"))


def test_a_broken_catalogue_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.po").write_text("msgid no quotes", encoding="utf-8")
    monkeypatch.setattr(wordings, "WORDING", tmp_path)
    with pytest.raises(DataError, match=r"en\.po cannot be read"):
        read_catalogue("page", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_sets_a_line_apart_has_words(language: str) -> None:
    named = {" ".join(rule.split()) for rule in re.findall(r"``([^`]+)``", str(furniture.__doc__))}
    assert named >= CUTTING_NOTHING | {QUOTED, SIGNATURE} | set(PLAIN_LINES)
    assert {f"line.{rule}" for rule in named} - set(read_catalogue("page", language).words) == {"line.time ==>"}


def test_chinese_has_one_word_for_who_published_a_document() -> None:
    words = read_catalogue("page", "zh").words
    named = {key for key, said in words.items() if key.rpartition(".")[2] in ("outlet", "in_outlet", "field_outlet")}
    assert len(named) > 3
    assert {words[key] for key in named} == {"来源"}
