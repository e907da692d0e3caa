"""Corrections: records that are checked, a file that survives a spreadsheet, and rows that follow."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import CorrectionError
from geo.base.folders import find_seeds_folder
from geo.base.records import Document
from geo.documents.reading import read_documents
from geo.store import document_rows
from geo.store.corpus import Corpus, Where, extract, open_corpus
from geo.store.corrections.files import COLUMNS, parse_corrections, read_corrections, write_corrections
from geo.store.corrections.records import CHANGES, Change, Corrected, Correction, spell_event
from geo.store.corrections.rows import correct_rows
from tests.made import make_corpus

LETTER = "China sent masks to Jordan and Serbia on 3 May 2021. Help reached 30 countries: 18 in Asia, 9 in Africa and 4 in Europe."
LISTED = "China wrote to three countries: Peru, Jordan and Togo.\n"


def read_text(tmp_path: Path, text: str) -> Document:
    """Return the document that a text is."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (document,) = read_documents(tmp_path / "a.txt")
    return document


@pytest.fixture(scope="module")
def seed_documents() -> list[Document]:
    """Return the documents of the seeds."""
    return list(read_documents(find_seeds_folder()))


def mark(corpus: Corpus, table: Corrected, words: str, change: Change, value: str | None = None) -> Correction:
    """Return the correction of the first row of a table whose words are these."""
    row = next(row for row in corpus.table(table).to_dict("records") if words in (row.get("text"), row.get("kind")))
    which = row["code"] if table == "mentions" else row["unit"] if table == "quantities" else row["kind"]
    return Correction(table, row["document"], change, value, row["start"], row["end"], row.get("text"), which, "me")


# --- records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"change": "code", "value": "XYZ"}, "no code we know"),
        ({"change": "code"}, "the new code is missing"),
        ({"change": "wrong", "value": "SRB"}, "takes no value"),
        ({"change": "value", "value": "1"}, "of mentions can change: right, wrong, code"),
        ({"change": "wrong", "which": None}, "which is missing; write the code"),
        ({"change": "wrong", "start": None}, "needs its start and end"),
        ({"change": "wrong", "when": "yesterday"}, "no time"),
        ({"table": "quantities", "change": "value", "value": "many"}, "no number"),
        ({"table": "quantities", "change": "value", "value": "9-3"}, "falls"),
        ({"table": "quantities", "change": "giver", "value": "CHN:army"}, "after the colon"),
        ({"table": "events", "change": "date", "value": "2020-02-30"}, "no date"),
        ({"table": "events", "change": "date", "value": "2020-03-05/2020-03-01"}, "no span of days"),
        ({"table": "events", "change": "kind", "value": "party"}, "none of the known values"),
        ({"table": "events", "change": "joined_to", "value": "that one"}, "no event"),
        ({"table": "documents", "change": "published", "value": "March"}, "no date"),
        ({"table": "words", "change": "wrong"}, "write one of documents, mentions"),
    ],
)
def test_what_no_row_can_take_is_said_in_one_line(fields: dict[str, object], says: str) -> None:
    plain: dict[str, object] = {"table": "mentions", "document": "a", "start": 1, "end": 4, "which": "SRB"}
    with pytest.raises(CorrectionError, match=says) as told:
        Correction(**(plain | fields))  # type: ignore[arg-type]
    assert len(str(told.value).splitlines()) == 1


# --- the file --------------------------------------------------------------------------------------------------------

_WORDS = st.one_of(st.none(), st.text(min_size=1, max_size=30))
_TAKEN: dict[tuple[Corrected, Change], str | None] = {
    ("mentions", "wrong"): None,
    ("mentions", "code"): "002",
    ("quantities", "value"): "100-120",
    ("quantities", "scope"): None,
    ("events", "recipient"): "SRB CHN:firms",
    ("events", "date"): "2020-03-26/2020-03-28",
}
_MADE = st.builds(
    lambda taken, words, who, why: Correction(
        taken[0][0], "4a5b", taken[0][1], taken[1], 3, 9, words, "who", who, why, "2026-01-31T12:00:00Z"
    ),
    st.sampled_from(sorted(_TAKEN.items(), key=str)), _WORDS, _WORDS, _WORDS,
)  # fmt: skip
_TITLED = st.builds(lambda title: Correction("documents", "4a5b", "title", title), st.text("=+-@'\"a,\n", min_size=1))


@given(st.lists(st.one_of(_MADE, _TITLED)))
def test_a_file_gives_back_what_was_written(corrections: list[Correction]) -> None:
    assert parse_corrections(write_corrections(corrections), "a.csv") == tuple(corrections)


def test_a_cell_that_begins_like_a_formula_is_text_in_the_file() -> None:
    written = write_corrections([Correction("documents", "a", "title", "=1+1", who="@me")])
    assert b",'=1+1,'@me," in written


def test_a_region_that_a_spreadsheet_took_for_a_number_is_itself_again() -> None:
    line = b"table,document,start,end,which,change,value\nmentions,a,1,4,2,code,9\n"
    (one,) = parse_corrections(line, "a.csv")
    assert (one.which, one.value) == ("002", "009")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (b"table,document,change,value\ndocuments,a,title,A\ndocuments,a,published,soon\n", r"a\.csv, line 3: 'soon'"),
        (b"document,change\n", r"a\.csv, line 1: there is no column table"),
        (b"", r"a\.csv, line 1: there is no column"),
        (b"table,document,change,start\nmentions,a,wrong,x\n", r"a\.csv, line 2: start is 'x'"),
        (b'table,document,change,value\ndocuments,a,title,"b\n', r"a\.csv: .*save the corrections as CSV"),
        (b"PK\x03\x04\xff\xfe", r"a\.csv"),
    ],
)
def test_a_bad_line_is_named(lines: bytes, says: str) -> None:
    with pytest.raises(CorrectionError, match=says):
        parse_corrections(lines, "a.csv")


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="cannot be opened"):
        read_corrections(tmp_path / "no.csv")


def test_every_column_of_the_file_is_a_field_of_the_record() -> None:
    assert tuple(COLUMNS) == tuple(sorted(Correction.__match_args__, key=tuple(COLUMNS).index))


# --- rows ------------------------------------------------------------------------------------------------------------


def test_without_corrections_every_document_of_the_seeds_is_read_again_as_it_was(
    seed_documents: list[Document],
) -> None:
    for document in seed_documents:
        rows = document_rows.extract_rows(document)
        assert correct_rows(rows, ()).rows == rows


def test_a_wrong_name_is_neither_counted_nor_a_recipient_nor_in_its_list(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER + "\n" + LISTED)])
    jordan = corpus.mentions[corpus.mentions["text"] == "Jordan"]
    wrong = [Correction("mentions", row["document"], "wrong", None, row["start"], row["end"], "Jordan", "JOR")
             for row in jordan.to_dict("records")]  # fmt: skip
    corrected = corpus.correct(wrong)
    assert "JOR" not in [*corrected.mentions["code"], *corrected.participants["code"]]
    # A list with a name that is none of ours cannot be counted.
    assert corrected.read_checks(Where(checks=("list",))).empty
    assert "JOR" in [*corpus.mentions["code"]]


def test_a_corrected_code_has_its_kind_and_says_who_made_it(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    corrected = corpus.correct([mark(corpus, "mentions", "Jordan", "code", "org:who")])
    row = corrected.mentions.set_index("text").loc["Jordan"]
    assert (row["kind"], row["code"], row["rule"]) == ("organisation", "org:who", "corrected")
    assert "org:who" in [*corrected.participants["code"]]


def test_a_corrected_number_changes_the_verdict_and_a_wrong_part_leaves_the_sum(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    part = mark(corpus, "quantities", "9", "value", "8")
    assert corpus.checks[["found", "verdict"]].values.tolist() == [[31, "disagrees"]]
    assert corpus.correct([part]).checks[["found", "verdict"]].values.tolist() == [[30, "agrees"]]
    wrong = replace(part, change="wrong", value=None)
    # What stands there is still a number that was not read: the sum is open, and nobody is at fault.
    assert corpus.correct([wrong]).checks[["found", "verdict"]].values.tolist() == [[22, "open"]]


def test_a_wrong_cell_leaves_the_sum_of_its_table(tmp_path: Path) -> None:
    table = (
        "Aid reached 35 countries, by region:\n| Region | Countries |\n| Asia | 18 |\n| Africa | 9 |\n| Europe | 4 |\n"
    )
    corpus = extract([read_text(tmp_path, table)])
    corrected = corpus.correct([mark(corpus, "quantities", "4", "wrong")])
    assert corpus.checks["found"].tolist() == [31]
    assert corrected.checks[["found", "verdict"]].values.tolist() == [[27, "open"]]
    assert corrected.check_members["quantity"].isin(corrected.quantities["quantity"]).all()


def test_sides_scope_unit_bound_and_date_of_a_figure_are_corrected(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    changes: tuple[tuple[Change, str | None], ...] = (
        ("scope", "world"), ("giver", "CHN:firms"), ("bound", "at_least"), ("date", "2021-05"), ("recipient", None),
        ("status", "planned"), ("unit", "batches"))  # fmt: skip
    corrected = corpus.correct([mark(corpus, "quantities", "30 countries", *change) for change in changes])
    row = corrected.quantities.to_dict("records")[0]
    assert [row[name] for name in ("scope", "giver", "bound", "unit", "date_precision", "date_from", "status")] == [
        "world", "CHN:firms", "at_least", "batches", "month", "corrected", "planned"]  # fmt: skip


def test_kind_date_and_sides_of_an_event_are_corrected(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    kind = str(corpus.events["kind"][0])
    changes: tuple[tuple[Change, str], ...] = (
        ("kind", "aid"), ("date", "2021-05-04"), ("recipient", "PER CHL"), ("host", "FRA"))  # fmt: skip
    corrected = corpus.correct([mark(corpus, "events", kind, *change) for change in changes])
    (row,) = corrected.read_events().to_dict("records")
    assert (row["kind"], str(row["date"])[:10], row["rule"]) == ("aid", "2021-05-04", "corrected")
    assert [f"{one['code']} {one['role']}" for one in row["participants"]] == [
        "CHN giver", "FRA host", "CHL recipient", "PER recipient"]  # fmt: skip


def test_a_later_correction_knows_a_row_as_the_earlier_left_it_or_as_it_was_read(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    first = mark(corpus, "mentions", "Jordan", "code", "PER")
    for second in (replace(first, value="CHL"), replace(first, which="PER", value="CHL")):
        corrected = corpus.correct([first, second])
        assert corrected.mentions.set_index("text")["code"]["Jordan"] == "CHL"
        assert not corrected.unfit


def test_what_fits_no_row_is_told(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    fits = mark(corpus, "mentions", "Jordan", "wrong")
    lost = [
        replace(fits, document="b"),
        replace(fits, words="Japan"),
        replace(fits, which="PER"),
        replace(fits, end=90),
    ]
    corrected = corpus.correct([lost[0], fits, *lost[1:]])
    assert corrected.unfit == tuple(lost)
    assert corrected.corrections == (lost[0], fits, *lost[1:])


def test_a_chronicle_without_a_year_gets_its_days(tmp_path: Path, seed_documents: list[Document]) -> None:
    brief = next(one for one in seed_documents if "chronicle" in str(one.path))
    text = Path(str(brief.path)).read_text(encoding="utf-8").replace("published: 2020-04\n", "")
    (tmp_path / "chronicle.md").write_text(text, encoding="utf-8")
    corpus = extract(read_documents(tmp_path / "chronicle.md"))
    (key,) = corpus.documents["document"]
    undated = int(corpus.events["date"].isna().sum())
    dated = corpus.correct([Correction("documents", key, "published", "2020", why="the calls are of March 2020")])
    assert undated > 20
    assert dated.events["date"].notna().sum() >= undated
    assert dated.documents["published"][0].startswith("2020")


def test_title_and_outlet_are_corrected_and_nothing_else_moves(seeds: Corpus) -> None:
    key = seeds.documents["document"][0]
    corrected = seeds.correct(
        [Correction("documents", key, "title", "Masks"), Correction("documents", key, "outlet", None)]
    )
    row = corrected.documents.set_index("document").loc[key]
    assert row["title"] == "Masks"
    place = ["document", "start", "code"]
    assert {*corrected.mentions[place].itertuples(index=False)} == {*seeds.mentions[place].itertuples(index=False)}


# --- acts ------------------------------------------------------------------------------------------------------------


def name_events(corpus: Corpus) -> dict[str, str]:
    """Return how a correction names each event."""
    return {row["event"]: spell_event(row["document"], row["start"], row["end"], row["kind"])
            for row in corpus.events.to_dict("records")}  # fmt: skip


def change_act(corpus: Corpus, event: str, change: Change, other: str | None = None) -> Correction:
    """Return the correction of an event's act."""
    (row,) = corpus.events[corpus.events["event"] == event].to_dict("records")
    value = None if other is None else name_events(corpus)[other]
    return Correction("events", row["document"], change, value, row["start"], row["end"], None, row["kind"])


def list_acts(corpus: Corpus) -> dict[str, str]:
    """Return the act of each event."""
    return dict(zip(corpus.events["event"], corpus.events["act"], strict=True))


def test_events_of_two_documents_are_parted_and_joined(tmp_path: Path) -> None:
    corpus = make_corpus()
    assert list_acts(corpus)["a-0"] == list_acts(corpus)["b-1"]
    parted = corpus.correct([change_act(corpus, "a-0", "alone")])
    assert list_acts(parted)["a-0"] != list_acts(parted)["b-1"]
    assert parted.count_events(("kind",))["events"].sum() == corpus.count_events(("kind",))["events"].sum() + 1
    joined = parted.correct([change_act(corpus, "a-0", "joined_to", "b-4")])
    assert list_acts(joined)["a-0"] == list_acts(joined)["b-4"] != list_acts(joined)["b-1"]
    joined.write(tmp_path / "kept")
    assert list_acts(open_corpus(tmp_path / "kept")) == list_acts(joined)


def test_an_act_whose_event_is_not_there_is_told() -> None:
    corpus = make_corpus()
    lost = replace(change_act(corpus, "a-0", "joined_to", "b-4"), value="c 0-9 call")
    assert corpus.correct([lost]).unfit == (lost,)


# --- corpora ---------------------------------------------------------------------------------------------------------


def test_only_the_documents_that_are_spoken_of_are_read(seeds: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = Corpus._read_rows

    def watch(corpus: Corpus, documents: Sequence[str]) -> dict[str, dict[str, list[document_rows.Row]]]:
        read.extend(documents)
        return whole(corpus, documents)

    monkeypatch.setattr(Corpus, "_read_rows", watch)
    key = seeds.documents["document"][2]
    seeds.correct([Correction("documents", key, "title", "Masks")])
    assert read == [key]


def test_a_corpus_on_disk_is_corrected_as_one_in_memory(tmp_path: Path) -> None:
    corpus = extract([read_text(tmp_path, LETTER)])
    wrong = mark(corpus, "mentions", "Jordan", "wrong")
    corpus.write(tmp_path / "kept")
    stored = open_corpus(tmp_path / "kept").correct([wrong])
    assert stored.mentions.equals(corpus.correct([wrong]).mentions)
    stored.write(tmp_path / "corrected")
    again = open_corpus(tmp_path / "corrected")
    assert again.corrections == (wrong,)
    more = again.correct([mark(corpus, "mentions", "Serbia", "wrong")])
    assert cast("list[str]", more.mentions["text"].tolist())[:1] == ["China"]
    assert not more.unfit


def test_the_corrections_of_every_table_are_known() -> None:
    assert set(CHANGES) == {"documents", "mentions", "quantities", "events"}
