"""What the pages of one site have in common is told from what a series of reports says again."""

import pytest

from geo.documents.furniture import compare_texts, label_lines
from tests.timings import grows_linearly

BODIES = (
    "The harbour of Port Vell was closed on Monday after a tanker from Malta lost two of its anchors in the storm.",
    "Farmers in the north of Peru have asked for seed after the frost, and 40 tonnes of it are on their way there.",
    "A court in Norway has fined the owners of a fish farm who let thousands of salmon escape into two fjords.",
    "The museum will show 300 masks from Ghana until spring, most of which have never left the country before.",
)
TITLES = ("Tanker adrift off Port Vell", "Seed for the north of Peru", "Salmon at large", "Masks from Ghana on show")
MENU = ("Coast and Country", "Notes from the coast", "Pets and gardens", "Log on here")
PROMOS = ("Iceland pays its visitors to stay away", "Why Togo has run out of bells", "A choir of bees in Latvia")


def label_all(pages: list[str]) -> list[dict[str, str]]:
    """Return the rules of the lines of each page of a site, those that are not blank, of equal ones that of the first."""
    common = compare_texts(pages)
    read = [[one for one in label_lines(page, repeated=common) if one.text.strip()] for page in pages]
    return [dict(reversed([*{one.text: one.rule for one in reversed(lines)}.items()])) for lines in read]


def list_repeated(pages: list[str]) -> list[str]:
    """Return the lines of a site's first page that are labelled as repeated."""
    return [line for line, rule in label_all(pages)[0].items() if rule == "repeated line"]


def write_pages(above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> list[str]:
    """Return pages that have lines in common above and below their articles."""
    parts = ((*above, "", title, "", body, "", *below) for title, body in zip(TITLES, BODIES, strict=True))
    return ["\n".join(part) for part in parts]


def test_a_menu_and_the_links_below_are_told_by_the_other_pages() -> None:
    assert list_repeated(write_pages(MENU, PROMOS)) == [*MENU, *PROMOS]


@pytest.mark.parametrize("day", ["2021-03-0{}", "0{}.03.2021", "{} March 2021", "2021-03-0{} 09:30"])
def test_a_menu_is_told_above_a_title_with_its_day_below(day: str) -> None:
    pages = write_pages(MENU)
    dated = [
        page.replace(title, f"{title}\n{day.format(number)}", 1)
        for number, (page, title) in enumerate(zip(pages, TITLES, strict=True), 1)
    ]
    assert list_repeated(dated) == [*MENU]


def test_a_page_alone_has_nothing_repeated() -> None:
    assert not list_repeated(write_pages(MENU, PROMOS)[:1])


def test_what_two_pages_have_in_common_is_not_the_site_s() -> None:
    pages = write_pages(MENU, PROMOS)
    assert not list_repeated([*pages[:2], *write_pages()[2:]])


def test_copies_of_one_story_count_once() -> None:
    page = write_pages(MENU, PROMOS)[0]
    copies = [page, page.replace("Monday", "Tuesday"), page.replace("\n\n", f"\n\n{BODIES[1]}\n\n", 1)]
    assert not list_repeated([f"{copy}\n\n{BODIES[0]}\n{BODIES[2]}" for copy in copies])


def test_a_title_that_is_a_link_on_the_other_pages_stays_the_title_of_its_own() -> None:
    pages = [page.replace("Country\n", "Country\nMonday edition\n") for page in write_pages(MENU, TITLES)]
    labelled = label_all(pages)
    assert [rules[title] for rules, title in zip(labelled, TITLES, strict=True)] == ["", "", "", ""]
    assert labelled[0]["Salmon at large"] == "repeated line"


@pytest.mark.parametrize(
    "above", [("MALAWI", "Situation report"), ("PRESS RELEASE",), ("新闻稿",), ("REPUBLIC OF NAMIBIA", "Press office")]
)
def test_the_head_of_a_series_of_reports_is_kept(above: tuple[str, ...]) -> None:
    assert not list_repeated(write_pages(above))


def test_the_one_country_that_a_letterhead_names_is_kept() -> None:
    assert list_repeated(write_pages(("Example Aid Office", "ETHIOPIA", "Weekly digest", "For members"))) == [
        *("Example Aid Office", "Weekly digest", "For members")
    ]


def test_the_countries_of_a_menu_are_labelled() -> None:
    menu = ("All about the coast", "Kenya", "Somalia", "Djibouti", "Pets and gardens")
    assert list_repeated(write_pages(menu)) == [*menu]


def test_countries_that_head_the_items_of_a_round_up_are_kept() -> None:
    items = (
        "KENYA",
        "No news this week at all.",
        "SOMALIA",
        "No news this week at all.",
        "CHAD",
        "No news this week at all.",
    )
    assert not list_repeated(write_pages(items, items))


def test_what_stands_between_paragraphs_is_kept() -> None:
    pages = [f"{title}\n\n{body}\n\nWhat comes next\nWho said so\nWhere it was\n\n{body.upper()}"
             for title, body in zip(TITLES, BODIES, strict=True)]  # fmt: skip
    assert not list_repeated(pages)


def test_the_heads_of_a_table_set_a_cell_a_line_are_kept() -> None:
    tables = ["\n".join(("District", "Camps", "Tents", "Nsanje", str(n), str(n + 30))) for n in range(4)]
    pages = [f"{title}\n\n{body}\n\n{table}" for title, body, table in zip(TITLES, BODIES, tables, strict=True)]
    assert not list_repeated(pages)


@pytest.mark.parametrize("row", ["Country | Vote", "Country\tVote", "26 March 2020", "Kenya 120", "31 March"])
def test_dates_and_the_rows_of_tables_are_kept(row: str) -> None:
    assert row not in list_repeated(write_pages((), (*PROMOS, row)))


def test_a_line_that_the_article_speaks_of_is_kept() -> None:
    assert "The harbour of Port Vell" not in list_repeated(write_pages((), ("The harbour of Port Vell", *PROMOS)))


def test_a_sentence_of_the_site_is_told_between_its_lines() -> None:
    notice = (
        "We and our partners keep small files on your machine to see which of our pages please you and which do not."
    )
    assert list_repeated(write_pages((*MENU, notice, "Fine by me"), PROMOS))[:6] == [*MENU, notice, "Fine by me"]


def test_a_sentence_of_the_site_hides_nothing_beyond_it() -> None:
    notice = (
        "No part of this story may be lifted, broadcast or posted elsewhere without the leave of its owners in writing."
    )
    assert list_repeated(write_pages((), (*PROMOS, notice, "Get our letter"))) == [*PROMOS, notice, "Get our letter"]


def test_a_sentence_that_ends_each_release_is_kept() -> None:
    assert not list_repeated(
        write_pages((), ("The office answers questions on working days between nine and four o'clock.",))
    )


@pytest.mark.parametrize(
    "line",
    [
        "Kenya",
        "Pets and gardens",
        "新闻 网站 地图",
        "A sentence that is said again and again, on each page of the site.",
    ],
)
def test_pages_of_nothing_but_repeated_lines_take_linear_time(line: str) -> None:
    common = compare_texts(write_pages((*MENU, line), (line, *PROMOS)))

    def label(size: int) -> object:
        return label_lines("\n".join([line] * size + [TITLES[0], BODIES[0]] + [line] * size), repeated=common)

    assert line in common.around
    assert grows_linearly(label, 1_000)
