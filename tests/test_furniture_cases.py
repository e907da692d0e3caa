"""Pages of eight languages, each line with what it is: none of an article may be set apart, and little furniture kept."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import pytest

from geo.documents.furniture import label_lines
from geo.documents.pages import read_page
from tests.timings import grows_linearly

CASES = Path(__file__).parent / "cases" / "furniture"
LANGUAGES = sorted(file.stem for file in CASES.glob("*.jsonl"))


class Case(NamedTuple):
    """A page: what it shows, and its lines, each with its kind; that of the article is "article"."""

    why: str
    lines: list[tuple[str, str]]


def read_cases(language: str) -> list[Case]:
    """Give the pages of a language."""
    rows = map(json.loads, (CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines())
    return [Case(row["why"], [(kind, text) for kind, text in row["lines"]]) for row in rows]


def label(case: Case, between: str = "\n") -> Iterator[tuple[str, str, str]]:
    """Give kind, text and rule of each line of a page whose lines have a break between them, or a blank line."""
    labelled = label_lines(between.join(text for _, text in case.lines))
    lines = [line for line in labelled if line.text.strip()]
    yield from ((kind, text, line.rule) for (kind, text), line in zip(case.lines, lines, strict=True))


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_an_article_is_set_apart(language: str, between: str) -> None:
    labelled = [line for case in read_cases(language) for line in label(case, between)]
    assert [(text, rule) for kind, text, rule in labelled if kind == "article" and rule] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_furniture_of_a_page_is_set_apart(language: str) -> None:
    rules = [rule for case in read_cases(language) for kind, _, rule in label(case) if kind != "article"]
    assert sum(map(bool, rules)) >= 0.87 * len(rules)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_an_article_is_lost_on_a_web_page(language: str) -> None:
    for case in read_cases(language):
        lines = "".join(f"<p>{escape(text)}</p>" if kind == "article" else _wrap(text) for kind, text in case.lines)
        text = read_page(f"<html><body><div>{lines}</div></body></html>".encode())[0]
        body = "".join("".join(line.text.split()) for line in label_lines(text) if not line.rule)
        assert [text for kind, text in case.lines if kind == "article" and "".join(text.split()) not in body] == []


def _wrap(text: str) -> str:
    return f"<div><a href='/other'>{escape(text)}</a></div>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_bears_that_rule(language: str) -> None:
    captions = [rule for case in read_cases(language) for kind, _, rule in label(case) if kind == "caption"]
    assert set(captions) == {"caption"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_countries_of_related_headlines_are_not_in_the_article(language: str) -> None:
    kept = [text for case in read_cases(language) for kind, text, rule in label(case) if kind == "related" and not rule]
    assert kept == []


@pytest.mark.parametrize(
    "line", ["Photo " * 33, ". foto " * 28, "Von Anna Berg " * 14, "3 mai 2020 " * 18, "صورة . " * 28, "фото . " * 28]
)
def test_lines_of_words_of_furniture_take_linear_time(line: str) -> None:
    assert grows_linearly(lambda size: label_lines(f"{line}\n" * size), 200)


def test_what_a_sender_says_of_itself_is_told_from_what_a_project_did() -> None:
    article = "Example Aid opened three clinics in Mali on Monday, with money from Norway and Japan, its director said."
    own = "Example Aid is a charity that works in Peru and Chile."
    project = "The Togo Health Project, run by a charity, has opened nine clinics."
    lines = label_lines(f"{article}\n\nAbout Example Aid\n{own}\n\nAbout the Togo Health Project\n{project}")
    rules = {line.text: line.rule for line in lines}
    assert (rules["About Example Aid"], rules[own]) == ("self-description", "self-description")
    assert (rules["About the Togo Health Project"], rules[project]) == ("", "")


def test_the_times_of_a_timetable_are_no_stamps() -> None:
    rows = ["08:12", "Kigali", "09:40", "Nairobi", "11:05", "Juba"]
    assert {line.rule for line in label_lines("\n".join(["Flights of the agency", *rows]))} == {""}


def test_a_label_alone_in_its_line_leads_to_the_next() -> None:
    article = "Example Aid opened three clinics in Mali on Monday, with money from Norway and Japan, its director said."
    lines = label_lines(f"Image caption,\nA clinic in Togo\n{article}\nNext article\nPeru votes\n{article}")
    assert [line.rule for line in lines] == ["caption", "caption", "", "navigation", "related", ""]


def test_the_offices_of_a_list_of_telephones_are_the_article() -> None:
    article = "Help lines are open in these countries, and callers are asked to leave a number if nobody answers them."
    offices = ["Peru", "Tel: 01 555 0100", "Chile", "Tel: 02 555 0100", "Mali", "Tel: 03 555 0100"]
    kept = [line.text for line in label_lines("\n".join([article, *offices])) if not line.rule]
    assert kept == [article, "Peru", "Chile", "Mali"]


def test_the_name_under_the_head_of_a_contact_is_part_of_it() -> None:
    article = "Example Aid opened three clinics in Mali on Monday, with money from Norway and Japan, its director said."
    lines = label_lines(f"{article}\nFor more information, contact:\nAna Example\nPress Officer\nTel: 01 555 0100")
    assert [line.rule for line in lines] == ["", *["contact"] * 4]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright bill passes in Kenya",
        "Reporting by the agency showed that Mali had closed two mines.",
        "World Bank approves credit Ghana asked for",
        "This report was updated in May and lists 14 countries in Africa.",
        "Использование воздушного пространства Сирии запрещено.",
        "По данным СМИ, в Мали погибли 12 человек",
        "Реклама алкоголя в Казахстане запрещена",
        "Текст Конституции Казахстана",
        "Le Tchad rompt avec les agences",
        "Droits d’auteur : la Suisse signe le traité",
        "Derechos de autor: Perú firma el tratado",
        "Escrito por Ana Example, el libro sobre Chile ganó un premio.",
        "Berichtigung der Grenze zwischen Mali und Niger verschoben",
        "Kenia fordert mit Nachdruck, dass Hilfe nur mit Zustimmung fließt.",
        "Der Vertrag, der Ghana die Weiterverbreitung untersagt, gilt.",
        "Veröffentlicht am 3. Mai 2020, nennt der Bericht Togo.",
        "حقوق الملكية الفكرية: مصر توقع المعاهدة",
        "تقرير: مصر وليبيا تتفقان على الحدود",
        "登录点附近的利比亚人继续撤离",
        "12 minutos",
        "smartphone » a reçu une application",
        "direct.",
    ],
)
def test_headlines_and_sentences_that_begin_like_furniture_are_kept(line: str) -> None:
    article = "Example Aid opened three clinics in Mali on Monday, with money from Norway and Japan, its director said."
    assert [one.rule for one in label_lines(f"{article}\n{line}\n{article}")] == ["", "", ""]
