"""The desk: documents that a reader adds for themselves, changes, saves and opens again; nobody else sees them."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.answers import forget_answers
from dashboard.desks import MOST_FILES, Desk
from dashboard.parts.desk.drafts import Draft
from dashboard.parts.desk.files import Kept, pack_project
from geo.documents.projects import Project, read_project, write_project
from geo.documents.reading import read_document_bytes
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import Correction
from geo.store.document_tables import Tables, join_tables
from geo.store.extraction import extract_tables
from tests.pages import PATIENCE, make_app, run, show_corpus

FILES = {
    "a.txt": b"Belgrade, 26 March 2020 - Serbia thanked China for 12 tonnes of masks.",
    "b.md": b"---\ntitle: Peru\ndate: 2020-03\n---\n# Peru\n\nPeru gave masks to Chile on Monday.",
    "c.html": b"<title>Kenya</title><article><p>Kenya gave ventilators to Ghana on 2 May 2020.</p></article>",
    "d.csv": b"title,text\nFiji,Fiji gave masks to Samoa.\n",
    "e.jsonl": b'{"text": "Malta gave masks to Cyprus."}\n{"text": ""}\n',
}


def show_desk() -> None:
    """Draw the form, what the reader sees of the corpus, and the note near the address; let the tests see the desk."""
    import streamlit as st

    from dashboard import corpora
    from dashboard.desks import keep_own, read_desk
    from dashboard.parts.desk.drafts import read_draft
    from dashboard.parts.desk.forms import show_form
    from dashboard.parts.private_notes import write_link_note
    from dashboard.parts.words import read_words

    if "set-draft" in st.session_state:
        keep_own("desk-draft", st.session_state.pop("set-draft"))
    show_form("en")
    st.text(f"{corpora.count_rows('documents')} documents, {corpora.count_rows('failures')} failures")
    st.text(write_link_note(read_words("en")))
    st.session_state["seen"] = read_desk(), read_draft()


def show_app() -> None:
    """Draw the dashboard of a reader who has added a document."""
    import runpy

    from dashboard.desks import Desk, lay_desk, read_desk
    from tests.pages import APP
    from tests.test_desks import read_one

    if read_desk().is_empty:
        lay_desk(Desk(read_one()))
    runpy.run_path(str(APP), run_name="__main__")


def read_one() -> Tables:
    """Return the tables of the first file."""
    return extract_tables(read_document_bytes("a.txt", FILES["a.txt"]))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, made_folder: Path) -> AppTest:
    """Return the form over a corpus of two documents."""
    show_corpus(monkeypatch, made_folder)
    return run(AppTest.from_function(show_desk, default_timeout=PATIENCE))


def drop(page: AppTest, files: dict[str, bytes]) -> AppTest:
    """Drop files into the form."""
    page.file_uploader[0].set_value([(name, data, "") for name, data in files.items()])
    return run(page)


def open_desk(page: AppTest) -> AppTest:
    """Press the button that opens what is in the form."""
    page.button(key="desk-open").click()
    return run(page)


def count(page: AppTest) -> str:
    """Return what the page says of the corpus that is shown."""
    return page.text[0].value


def list_told(page: AppTest) -> list[str]:
    """Return the lists of what is no document, as HTML."""
    return [one.proto.body for one in page.get("html") if "aa-refusals" in one.proto.body]


def desk(page: AppTest) -> Desk:
    """Return what lies on the reader's desk."""
    found, _ = page.session_state["seen"]
    assert isinstance(found, Desk)
    return found


def find_draft(page: AppTest) -> Draft:
    """Return what stands in the form."""
    _, found = page.session_state["seen"]
    assert isinstance(found, Draft)
    return found


def edit(page: AppTest, place: int, **said: object) -> AppTest:
    """Change cells of one row of the list, as its widget tells of them."""
    draft = find_draft(page)
    name = draft.tables["documents"]["document"].to_pylist()[place]
    edits = {**draft.edits, name: said}
    page.session_state["set-draft"] = replace(draft, version=draft.version + 1, edits=edits)
    return run(page)


def test_files_of_five_kinds_are_read_and_stand_beside_the_open_documents(page: AppTest) -> None:
    drop(page, FILES)
    assert count(page) == "2 documents, 0 failures"
    open_desk(page)
    assert count(page) == "7 documents, 1 failures"
    assert "not the 5 documents that you added" in page.text[1].value


def test_they_can_be_opened_instead_and_taken_away(page: AppTest) -> None:
    drop(page, FILES)
    page.radio[0].set_value("instead")
    open_desk(page)
    assert count(page) == "5 documents, 1 failures"
    page.button(key="desk-clear").click()
    assert count(run(page)) == "2 documents, 0 failures"
    assert not page.text[1].value


def test_the_same_document_twice_counts_once(page: AppTest) -> None:
    drop(page, {"a.txt": FILES["a.txt"], "again.txt": FILES["a.txt"]})
    open_desk(page)
    assert count(page) == "3 documents, 0 failures"


def test_a_file_that_is_not_read_is_refused_in_one_line_by_name(page: AppTest) -> None:
    drop(page, {"<b>.xyz": b"%PDF", "empty.txt": b""})
    listed = "".join(list_told(page))
    assert "<b>&lt;b&gt;.xyz</b>: &#x27;.xyz&#x27; is not a format that is read" in listed
    assert "<b>empty.txt</b>: the file is empty" in listed


def test_a_picture_among_the_files_is_passed_over_and_not_counted_as_unread(page: AppTest) -> None:
    drop(page, {"empty.txt": b"", "photo.txt": b"\x89PNG\r\n\x1a\n" + bytes(40)})
    assert [one.value for one in page.markdown][-2:] == ["**Not read: 1**", "**Files passed over, and remarks (1)**"]
    unread, passed_over = list_told(page)
    assert "empty.txt" in unread
    assert "photo.txt" in passed_over


def test_of_too_many_files_the_first_are_read(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.parts.desk.readings.MOST_FILES", 2)
    monkeypatch.setattr("dashboard.parts.desk.readings.MOST_BYTES", 100)
    drop(page, {"a.txt": FILES["a.txt"], "b.md": FILES["b.md"], "c.html": FILES["c.html"]})
    reasons = find_draft(page).tables["failures"]["reason"].to_pylist()
    assert [reason[:20] for reason in reasons] == ["together the files a", "only the first 2 fil"]
    assert MOST_FILES == 200


REGISTER = b"path,title,published,outlet\na.txt,Twelve tonnes,2021-01-02,Danube Post\nb.md,Other,2021,\n"


def read_captions(page: AppTest) -> list[tuple[str, str, str, str]]:
    """Return path, title, day and outlet of each document in the form."""
    rows = find_draft(page).tables["documents"].to_pylist()
    return [(row["path"], row["title"], row["published"], row["outlet"]) for row in rows]


def test_a_register_among_the_files_says_what_they_do_not_say_themselves(page: AppTest) -> None:
    drop(page, {"a.txt": FILES["a.txt"], "b.md": FILES["b.md"], "documents.csv": REGISTER})
    # The first states its day, the second its title and its month.
    assert read_captions(page) == [
        ("a.txt", "Twelve tonnes", "2020-03-26", "Danube Post"),
        ("b.md", "Peru", "2020-03", None),
    ]
    assert find_draft(page).tables["failures"].num_rows == 0


def test_a_register_that_comes_later_says_so_and_counts_for_what_is_added_once_more(page: AppTest) -> None:
    drop(page, {"a.txt": FILES["a.txt"]})
    drop(page, {"documents.csv": REGISTER})
    (failure,) = find_draft(page).tables["failures"].to_pylist()
    assert (failure["path"], failure["reason"][:36]) == ("documents.csv", "it names files that were added befor")
    drop(page, {"a.txt": FILES["a.txt"]})
    assert read_captions(page) == [("a.txt", "Twelve tonnes", "2020-03-26", "Danube Post")]


def test_a_line_of_a_register_that_says_nothing_of_a_file_is_told(page: AppTest) -> None:
    drop(page, {"documents.csv": b"path,published\n,2020\na.txt,soon\n", "a.txt": FILES["a.txt"]})
    places = [(row["place"], row["reason"][:16]) for row in find_draft(page).tables["failures"].to_pylist()]
    assert places == [("line 2", "there is no path"), ("line 3", "published is 'so")]


@pytest.mark.parametrize(
    "register",
    [
        "Path;Title;Date;Source\na.txt;Twelve tonnes;2021-01-02;Danube Post\n",
        " FILE \tHeadline\tpublished\tpublisher\na.txt\tTwelve  tonnes\t\tDanube Post\n\n",
        "檔案,標題,發布日期,來源\na.txt,Twelve tonnes,,Danube Post\n",
        "\ufefffilename,title,outlet\r\na.txt,Twelve\u00a0tonnes,Danube Post\r\n",
    ],
)
def test_a_register_of_another_desk_is_read(page: AppTest, register: str) -> None:
    drop(page, {"a.txt": FILES["a.txt"], "Documents.csv": register.encode()})
    assert read_captions(page) == [("a.txt", "Twelve tonnes", "2020-03-26", "Danube Post")]
    assert find_draft(page).tables["failures"].num_rows == 0


def test_a_register_that_is_too_large_is_refused_like_any_other_file(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("dashboard.parts.desk.readings", "geo.store.isolated_reading"):
        monkeypatch.setattr(f"{module}.LARGEST_SENT", len(FILES["a.txt"]))
    drop(page, {"documents.csv": REGISTER, "a.txt": FILES["a.txt"]})
    (failure,) = find_draft(page).tables["failures"].to_pylist()
    assert (failure["path"], failure["reason"][-8:]) == ("documents.csv", "split it")
    assert [row[3] for row in read_captions(page)] == [None]


def test_a_table_of_texts_called_as_a_register_is_one_of_documents(page: AppTest) -> None:
    drop(page, {"documents.csv": b"path,title,text\nx,Fiji,Fiji gave masks to Samoa.\n"})
    assert [row[:2] for row in read_captions(page)] == [("documents.csv", "Fiji")]


def test_a_pasted_text_is_a_document_with_what_is_said_of_it(page: AppTest) -> None:
    page.text_area(key="desk-text").set_value("Peru gave masks to Chile on Monday.")
    page.text_input(key="desk-day").set_value("2021-05-04")
    page.text_input(key="desk-outlet").set_value("Andes Daily")
    page.button(key="desk-read").click()
    open_desk(run(page))
    (row,) = desk(page).tables["documents"].to_pylist()
    assert (row["published"], row["outlet"], row["path"]) == ("2021-05-04", "Andes Daily", "pasted text 1")


def test_a_pasted_text_stays_in_its_field_until_its_date_is_one(page: AppTest) -> None:
    page.text_area(key="desk-text").set_value("Peru gave masks to Chile on Monday.")
    page.text_input(key="desk-day").set_value("soon")
    page.button(key="desk-read").click()
    assert "soon is no date" in run(page).error[0].value
    page.text_input(key="desk-day").set_value("2021")
    page.button(key="desk-read").click()
    assert find_draft(run(page)).tables["documents"].num_rows == 1
    assert page.text_area(key="desk-text").value == ""


def test_what_is_changed_in_the_list_is_changed_in_the_documents(page: AppTest) -> None:
    drop(page, {"a.txt": FILES["a.txt"], "b.md": FILES["b.md"]})
    edit(page, 0, opened=False)
    edit(page, 1, title="Masks", outlet="Daily", published="2020-04-08")
    open_desk(page)
    (row,) = desk(page).tables["documents"].to_pylist()
    assert (row["title"], row["outlet"], row["published"]) == ("Masks", "Daily", "2020-04-08")
    days = {str(day) for day in desk(page).tables["events"]["date"].to_pylist()}
    assert days == {"2020-04-06"}
    assert {one for one in desk(page).tables["sentences"]["date_from"].to_pylist() if one} <= {"given", "sentence"}


def test_what_is_no_date_is_said_and_not_opened(page: AppTest) -> None:
    drop(page, {"b.md": FILES["b.md"]})
    edit(page, 0, published="soon")
    assert "soon is no date" in page.error[0].value
    assert page.button(key="desk-open").disabled


def test_a_project_that_was_saved_gives_the_same_tables(page: AppTest) -> None:
    documents = [
        one for name, data in FILES.items() for one in read_document_bytes(name, data, on_failure=lambda _: None)
    ]
    drop(page, {"p.aidatlas": write_project(Project(tuple(documents), "Five"))})
    open_desk(page)
    tables = join_tables(extract_tables(documents))
    assert all(desk(page).tables[name].equals(tables[name]) for name in tables)
    assert desk(page).title == "Five"


def test_a_project_keeps_the_corrections_of_its_documents(page: AppTest) -> None:
    [document] = read_document_bytes("a.txt", b"Kenya thanked Peru.", on_failure=lambda _: None)
    wrong = Correction("mentions", document.document, "wrong", None, 0, 5, "Kenya", "KEN", "me")
    drop(page, {"p.aidatlas": write_project(Project((document,), None, write_corrections([wrong])))})
    open_desk(page)
    assert desk(page).corrections == (wrong,)
    kept = Kept(desk(page), None)
    assert read_project(pack_project(kept)).corrections == write_corrections([wrong])


def test_a_project_with_corrections_that_are_none_is_refused_in_a_line(page: AppTest) -> None:
    [document] = read_document_bytes("a.txt", b"Kenya thanked Peru.", on_failure=lambda _: None)
    drop(page, {"p.aidatlas": write_project(Project((document,), None, b"what is this"))})
    assert page.session_state["desk-box"]["desk-draft"].tables["failures"].num_rows == 1


def test_another_session_sees_nothing_of_it(page: AppTest) -> None:
    other = run(AppTest.from_function(show_desk, default_timeout=PATIENCE))
    open_desk(drop(page, FILES))
    assert count(page) == "7 documents, 1 failures"
    assert count(run(other)) == "2 documents, 0 failures"
    assert desk(other).is_empty


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_dashboard_shows_the_added_documents_on_its_pages(
    monkeypatch: pytest.MonkeyPatch, made_folder: Path, language: str
) -> None:
    show_corpus(monkeypatch, made_folder)
    app = AppTest.from_function(show_app, default_timeout=PATIENCE)
    app.session_state["cite-open"] = True
    app.query_params["language"] = language
    app.query_params["measure"] = "received"
    run(app)
    assert any("3" in caption.value for caption in app.sidebar.caption)
    assert "1" in app.button(key="desk-button").label
    assert any(("项目文件" if language == "zh" else "project file") in code.value for code in app.code)


def test_the_project_and_the_folder_hold_what_is_shown(
    monkeypatch: pytest.MonkeyPatch, made_folder: Path, tmp_path: Path
) -> None:
    from dashboard.parts.desk.files import pack_folder
    from geo.store.corpus import open_corpus

    show_corpus(monkeypatch, made_folder)
    tables = read_one()
    corpus = open_corpus(made_folder).lay_over(tables)
    kept = Kept(Desk(tables, title="Masks"), corpus)
    project = read_project(pack_project(kept))
    assert (len(project.documents), project.title) == (3, "Masks")
    with zipfile.ZipFile(io.BytesIO(pack_folder(kept, "aidatlas-masks"))) as archive:
        archive.extractall(tmp_path)
    assert open_corpus(tmp_path / "aidatlas-masks").count("mentions") == corpus.count("mentions")


def test_the_empty_dashboard_offers_the_form_on_its_pages(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    app = run(make_app(monkeypatch, empty_folder))
    drop(app, {"a.txt": FILES["a.txt"]})
    open_desk(app)
    assert app.button(key="desk-button").label == "1 document added"


def test_answers_of_the_desk_are_kept_in_no_shared_cache(page: AppTest) -> None:
    open_desk(drop(page, {"e.jsonl": json.dumps({"text": "Tuvalu gave masks to Niue."}).encode()}))
    st.cache_data.clear()
    forget_answers()
    assert count(run(page)) == "3 documents, 0 failures"
