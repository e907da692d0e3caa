"""Corrections on the pages without a browser: one is made, every count follows, it is undone, its file gives the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.desks import Desk
from dashboard.parts.correcting import Spot
from dashboard.parts.listings.events import write_acts
from dashboard.parts.words import read_words
from geo.documents.reading import read_documents
from geo.store.corpus import extract, open_corpus
from geo.store.corrections.files import parse_corrections, write_corrections
from geo.store.corrections.records import Correction
from tests.pages import OpenPage, open_world, run, show_corpus

LETTER = (
    "China sent masks to Jordan and Serbia on 3 May 2021. Help reached 30 countries: 18 in Asia, 9 in Africa and 4 in Europe.\n"
    "It wrote to two countries: Jordan and Peru.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a corpus of one letter."""
    (tmp_path / "a.txt").write_text(LETTER, encoding="utf-8")
    extract(read_documents(tmp_path / "a.txt")).write(tmp_path / "corpus")
    return tmp_path / "corpus"


@pytest.fixture
def page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the dashboard on the letter, drawn."""
    return run(open_world(monkeypatch, folder))


def read_rows(page: AppTest) -> dict[str, int]:
    """Return the table's values by code."""
    table = next(one.value for one in page.dataframe if "code" in one.value.columns)
    return dict(zip(table["code"].tolist(), table["value"].tolist(), strict=True))


def open_sentence(page: AppTest, folder: Path, sentence: int) -> AppTest:
    """Open the correction of a sentence, as a click on its button does."""
    page.session_state["correcting-sentence"] = Spot(open_corpus(folder).documents["document"][0], sentence)
    return run(page)


def judge(page: AppTest, number: int, judgement: str) -> AppTest:
    """Say of a thing in the open sentence that it is right, wrong or something else."""
    page.button_group(key=f"correct-0-{number}").set_value(judgement)
    return run(page)


def apply(page: AppTest) -> AppTest:
    """Lay what was said on what was read."""
    page.button(key="correct-0-apply").click()
    return run(page)


def mark_jordan(folder: Path) -> list[Correction]:
    """Return the corrections that mark every mention of Jordan wrong."""
    mentions = open_corpus(folder).mentions
    rows = mentions[mentions["text"] == "Jordan"].to_dict("records")
    return [
        Correction("mentions", row["document"], "wrong", None, row["start"], row["end"], "Jordan", "JOR", "me")
        for row in rows
    ]


def lay(page: AppTest, corrections: tuple[Correction, ...]) -> AppTest:
    """Let a page be of a session with some corrections."""
    page.session_state["desk-box"] = {"desk": Desk(corrections=corrections)}
    page.session_state["answers-private"] = bool(corrections)
    return run(page)


def test_a_wrong_name_falls_from_the_map_until_it_is_undone(page: AppTest, folder: Path) -> None:
    assert read_rows(page) == {"JOR": 1, "SRB": 1}
    apply(judge(open_sentence(page, folder, 0), 1, "wrong"))
    assert read_rows(page) == {"SRB": 1}
    page.button(key="corrections-undo").click()
    assert read_rows(run(page)) == {"JOR": 1, "SRB": 1}
    assert not [one for one in page.button if one.key == "corrections-undo"]


def test_another_code_is_counted_in_place_of_the_one_that_was_read(page: AppTest, folder: Path) -> None:
    judge(open_sentence(page, folder, 0), 1, "change")
    page.selectbox(key="correct-0-1-code").set_value("PER")
    page.text_input(key="correct-0-why").set_value("a slip")
    page.text_input(key="correct-0-who").set_value("me")
    assert read_rows(apply(run(page))) == {"PER": 1, "SRB": 1}
    (made,) = page.session_state["desk-box"]["desk"].corrections
    assert (made.change, made.value, made.why, made.who, made.words) == ("code", "PER", "a slip", "me", "Jordan")
    assert made.when is not None


def test_sides_and_date_of_an_event_are_corrected_and_what_is_no_date_is_said(page: AppTest, folder: Path) -> None:
    judge(open_sentence(page, folder, 0), 3, "change")
    page.multiselect(key="correct-0-3-recipient").set_value(["SRB", "CHL"])
    page.text_input(key="correct-0-3-date").set_value("soon")
    apply(run(page))
    assert "is no date" in page.error[0].value
    page.text_input(key="correct-0-3-date").set_value("2021-05")
    assert read_rows(apply(run(page))) == {"CHL": 1, "SRB": 1}
    assert {one.change for one in page.session_state["desk-box"]["desk"].corrections} == {"recipient", "date"}


def test_a_corrected_number_changes_its_check(page: AppTest, folder: Path) -> None:
    names = [one.proto.label for one in open_sentence(page, folder, 1).button_group]
    number = next(one.key for one in page.button_group if one.proto.label.startswith("9 "))
    assert number is not None
    page.button_group(key=number).set_value("change")
    run(page).text_input(key=f"{number}-value").set_value("8")
    (made,) = apply(run(page)).session_state["desk-box"]["desk"].corrections
    assert len(names) > 4
    assert open_corpus(folder).checks["verdict"].tolist()[0] == "disagrees"
    assert open_corpus(folder).correct([made]).checks["verdict"].tolist()[0] == "agrees"


@pytest.mark.parametrize(
    ("name", "address", "read"),
    [
        ("world", {"measure": "mentions"}, lambda page: sum(read_rows(page).values())),
        ("timeline", {"codes": "JOR"}, lambda page: [one.value for one in page.subheader]),
        ("compare", {"measure": "mentions"}, lambda page: sorted(page.dataframe[0].value.iloc[:, 0])),
        ("checks", {}, lambda page: [one.options for one in page.button_group]),
        ("documents", {}, lambda page: next(one.value for one in page.caption if "characters" in one.value)),
    ],
)
def test_every_page_follows_a_correction_and_its_undoing(
    name: str, address: dict[str, str], read: Callable[[AppTest], object], folder: Path, open_page: OpenPage
) -> None:
    page = open_page(name, folder, **address)
    before = read(page)
    wrong = tuple(mark_jordan(folder))
    assert read(lay(page, wrong)) != before
    assert read(lay(page, ())) == before


def test_a_file_of_corrections_gives_the_same_and_the_file_of_a_session_is_that_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = run(open_world(monkeypatch, folder))
    file = write_corrections(mark_jordan(folder))
    page.session_state["desk-box"] = {"desk": Desk(corrections=parse_corrections(file, "a.csv"))}
    page.session_state["answers-private"] = True
    assert read_rows(run(page)) == {"SRB": 1}
    assert write_corrections(page.session_state["desk-box"]["desk"].corrections) == file


def test_another_session_sees_nothing_of_a_correction(
    page: AppTest, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(judge(open_sentence(page, folder, 0), 1, "wrong"))
    assert read_rows(run(open_world(monkeypatch, folder))) == {"JOR": 1, "SRB": 1}


def test_a_document_without_a_year_says_so_and_takes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: OpenPage
) -> None:
    (tmp_path / "b.txt").write_text(
        "3月23日\n中国国家主席同埃及总统通电话。\n3月24日\n中国向塞尔维亚派出医疗专家组。\n", encoding="utf-8"
    )
    extract(read_documents(tmp_path / "b.txt")).write(tmp_path / "corpus")
    page = open_page("documents", tmp_path / "corpus", language="zh")
    assert "2起没有日期" in page.info[0].value
    page.text_input[[one.label for one in page.text_input].index("年份或日期")].set_value("2020")
    run(page)
    assert not [one for one in page.info if "没有日期" in one.value]
    assert [one.change for one in page.session_state["desk-box"]["desk"].corrections] == ["published"]


def test_title_and_outlet_of_a_document_are_corrected(folder: Path, open_page: OpenPage) -> None:
    page = open_page("documents", folder)
    fields = {one.label: one for one in page.text_input}
    fields["Title"].set_value("Masks")
    fields["Date or year"].set_value("3 May")
    page.button(key="document-apply").click()
    assert "no date" in run(page).error[0].value
    {one.label: one for one in page.text_input}["Date or year"].set_value("2021-05-04")
    page.button(key="document-apply").click()
    run(page)
    assert {one.change: one.value for one in page.session_state["desk-box"]["desk"].corrections} == {
        "title": "Masks", "published": "2021-05-04"}  # fmt: skip


def test_two_acts_are_made_one_and_one_is_parted(made_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def program() -> None:
        from dashboard.parts.corrections.dialogs import change_act
        from dashboard.session_corrections import list_corrections

        if not list_corrections():
            change_act("a-0", "b-4")
            change_act("b-2", None)
            change_act("no-9", None)

    show_corpus(monkeypatch, made_folder)
    joined, alone = run(AppTest.from_function(program)).session_state["desk-box"]["desk"].corrections
    assert (joined.change, joined.value, alone.change) == ("joined_to", "b 150-160 supplies_delivered", "alone")


def test_each_sentence_of_the_timeline_names_its_event_for_the_browser(made_folder: Path) -> None:
    written = write_acts(open_corpus(made_folder).read_acts(), read_words("en"))
    assert 'data-said="a 0 0"' in written
    assert 'data-said="b 0 1"' in written


def test_what_fits_nothing_is_told_and_the_list_says_who_and_why(page: AppTest, folder: Path) -> None:
    fits = mark_jordan(folder)[0]
    lay(page, (fits, replace(fits, words="Japan", who="<b>me</b>", why="$x$")))
    assert "One of them fits nothing here." in [one.value for one in page.caption]
    page.button(key="correction-1-remove").click()
    assert run(page).session_state["desk-box"]["desk"].corrections == (fits,)
