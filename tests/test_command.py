"""The `aidatlas` command: one sentence of output, and a user's mistake ends in one line and status 2."""

import json
from pathlib import Path

import pandas as pd
import pytest

import geo
from dashboard.command import main
from geo.base.corpus_folders import MANIFEST
from geo.documents.projects import Project, write_project
from geo.documents.reading import read_document_bytes
from geo.store.corpus import open_corpus
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import Correction
from tests.made import make_corpus


def run_in_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command that must end with status 2 and return what it said."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a short document."""
    file = tmp_path / "a.txt"
    file.write_text("Serbia thanked Italy for masks.\n", encoding="utf-8")
    return file


def test_extract_says_what_was_done_and_where_it_lies(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(text), "--to", str(text.parent / "to")])
    assert capsys.readouterr().out == f"1 documents lie as tables in {text.parent / 'to'}; 0 could not be read.\n"
    assert pd.read_parquet(text.parent / "to" / "mentions")["code"].tolist() == ["SRB", "ITA"]


def test_extract_says_how_many_documents_are_in_no_language_that_is_read(
    text: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (text.parent / "b.txt").write_text("Krovo lita menoravu pelki strandu voria kelpo. " * 3, encoding="utf-8")
    main(["extract", str(text.parent), "--to", str(text.parent / "to")])
    assert " 1 is in a language that is not read: only acronyms of organisations" in capsys.readouterr().out


def test_show_prints_a_table_as_csv_and_as_json(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(text), "--table", "mentions", "--format", "csv"])
    assert "Serbia,country,SRB" in capsys.readouterr().out
    main(["show", str(text), "--table", "mentions", "--format", "json"])
    assert json.loads(capsys.readouterr().out.splitlines()[1])["code"] == "ITA"


def test_show_says_where_a_table_has_no_rows(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(text), "--table", "breakdowns"])
    assert capsys.readouterr().out == "breakdowns: no rows\n"


def test_show_reads_an_extracted_corpus(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["extract", str(text), "--to", str(text.parent / "to")])
    main(["show", str(text.parent / "to"), "--table", "documents", "--format", "csv"])
    assert str(text) in capsys.readouterr().out


def test_code_prints_a_code_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    main(["code", "科特迪瓦", "Laos"])
    assert capsys.readouterr().out == "科特迪瓦\tCIV\nLaos\tLAO\n"


def test_code_takes_a_misspelt_name_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    main(["code", "--fuzzy", "Kazhakstan"])
    assert capsys.readouterr().out == "Kazhakstan\tKAZ\n"


@pytest.mark.parametrize(
    ("asked", "told"),
    [(["Korea, Rep.", "--to", "iso2"], "KR"), (["Allemagne", "--to", "numeric"], "276"), (["KOR", "--to", "name:fr"], "Corée du Sud"),
     (["Island", "--language", "de"], "ISL"), (["WHO", "--to", "iso2"], "org:who"), (["Kosovo", "--to", "numeric"], "XKX (no numeric)")],
)  # fmt: skip
def test_code_gives_what_is_asked_for(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["code", *asked])
    assert capsys.readouterr().out == f"{asked[0]}\t{told}\n"


def test_code_says_what_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "choose iso3, iso2, numeric or name:" in run_in_error(["code", "Peru", "--to", "iso4"], capsys)
    assert "no names in 'tlh'" in run_in_error(["code", "Peru", "--language", "tlh"], capsys)


def test_code_says_what_it_does_not_know_and_ends_with_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["code", "Ruritania"])
    assert ended.value.code == 1
    assert capsys.readouterr().out == "Ruritania\tunknown\n"


def draw_gave(folder: Path, *more: str) -> bytes:
    """Return the picture of who gave, by the command."""
    main(["draw", str(folder), "--chart", "map", "--measure", "gave", "--to", str(folder / "a.svg"), *more])
    return (folder / "a.svg").read_bytes()


def test_who_gave_is_drawn_with_the_giver_and_flows_where_they_are_asked_for(tmp_path: Path) -> None:
    make_corpus().write(tmp_path / "made")
    plain = draw_gave(tmp_path / "made")
    assert b"the most: China 2, Japan 1" in plain
    assert b"#b8400a" not in plain
    assert b"#b8400a" in draw_gave(tmp_path / "made", "--flows")


def test_draw_writes_a_picture(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = text.parent / "map.svg"
    main(["draw", str(text), "--chart", "map", "--to", str(target)])
    assert target.read_text(encoding="utf-8").startswith("<?xml")
    assert str(target) in capsys.readouterr().out


def test_other_files_take_the_place_of_a_corpus_only_where_asked(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["--to", str(tmp_path / "corpus")]
    main(["extract", str(text), *to])
    assert "holds the tables of other files" in run_in_error(["extract", str(text.parent), *to], capsys)
    main(["extract", str(text.parent), *to, "--replace"])
    assert "done before" in capsys.readouterr().out


def test_extract_takes_limits_and_says_what_was_read_again(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = ["--to", str(text.parent / "to")]
    main(["extract", str(text), *to, "--characters-a-document", "9", "--seconds-a-document", "0.5"])
    assert "more than the 9 that are read of one" in capsys.readouterr().err
    main(["extract", str(text), *to])
    assert "(1 of them read again, by the rules and limits of now)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rows.jsonl", '{"text": "Masks left."}\n{"text": "Masks left for Serbia yesterday."}\n'),
        ("rows.csv", "text\nMasks left.\nMasks left for Serbia yesterday.\n"),
    ],
)
def test_a_row_of_more_characters_than_are_allowed_is_told_and_the_others_are_read(
    name: str, data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    main(["extract", str(tmp_path / name), "--to", str(tmp_path / "to"), "--characters-a-row", "30", "--details"])
    said = capsys.readouterr()
    assert "it has more than 30 characters; split it, or allow more" in said.err
    assert "1 document" in said.out


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("megabytes-a-register", "0"),
        ("seconds-a-document", "0"),
        ("seconds-a-document", "inf"),
        ("characters-a-line", "٣"),
        ("characters-a-line", "9" * 30),
    ],
)
def test_a_limit_that_is_none_is_one_clear_line(option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"{value} is no " in run_in_error(["extract", "a", "--to", "b", f"--{option}", value], capsys)


def test_a_corpus_of_another_version_opens_and_is_said_to_be_so(
    text: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", str(text), "--to", str(tmp_path / "corpus")])
    (tmp_path / "corpus" / MANIFEST).unlink()
    main(["show", str(tmp_path / "corpus"), "--table", "mentions"])
    said = capsys.readouterr()
    assert "was read by another version of AidAtlas; the same aidatlas extract into it" in said.err
    assert "SRB" in said.out


@pytest.mark.parametrize("command", ["serve", "show", "extract"])
def test_a_missing_path_is_one_line(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = {"show": ["--table", "mentions"], "extract": ["--to", str(tmp_path / "to")]}.get(command, [])
    said = run_in_error([command, str(tmp_path / "nowhere"), *more], capsys)
    assert len(said.splitlines()) == 1
    assert "nowhere" in said


def test_a_folder_with_nothing_readable_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run_in_error(["show", str(tmp_path), "--table", "mentions"], capsys)
    assert len(said.splitlines()) == 1


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "Serbia met Laos today."}\nnot json\n{"text": "Italy spoke."}\n', encoding="utf-8")
    main(["show", str(file), "--table", "mentions", "--format", "csv"])
    said = capsys.readouterr()
    assert [code in said.out for code in ("SRB", "LAO", "ITA")] == [True] * 3
    assert "a.jsonl, line 2: " in said.err


def test_a_picture_of_an_unknown_kind_is_one_line(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run_in_error(["draw", str(text), "--chart", "map", "--to", str(text.parent / "map.bmp")], capsys)
    assert ".png, .svg or .pdf" in said


def test_a_name_of_two_codes_is_said_to_be_so_and_the_others_are_coded(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["code", "Congo", "Laos"])
    assert ended.value.code == 1
    assert capsys.readouterr().out == "Congo\tCOD or COG\nLaos\tLAO\n"


def test_a_picture_that_cannot_be_written_is_one_line(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run_in_error(["draw", str(text), "--chart", "map", "--to", str(text.parent / "no" / "map.svg")], capsys)
    assert "cannot be written" in said


def test_a_port_out_of_range_is_said_to_be_none(text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "99999 is no port" in run_in_error(["serve", str(text), "--port", "99999"], capsys)


@pytest.fixture
def corrections(text: Path) -> Path:
    """Return a file that says that Serbia is not named in the short document, and something of another document."""
    (document,) = geo.read_documents(text)
    wrong = geo.Correction("mentions", document.document, "wrong", None, 0, 6, "Serbia", "SRB", "me", "it is a ship")
    lost = geo.Correction("documents", "0123", "title", "Masks")
    (text.parent / "c.csv").write_bytes(geo.write_corrections([wrong, lost]))
    return text.parent / "c.csv"


def test_corrections_are_laid_over_what_is_shown_and_told_in_one_sentence(
    text: Path, corrections: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["show", str(text), "--table", "mentions", "--format", "csv", "--corrections", str(corrections)])
    said = capsys.readouterr()
    assert "SRB" not in said.out
    assert said.err == "aidatlas: 1 of 2 corrections were applied; these fit nothing: title of documents in 0123.\n"


def test_an_extracted_corpus_keeps_its_corrections(
    text: Path, corrections: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["extract", str(text), "--to", str(text.parent / "to"), "--corrections", str(corrections)])
    assert "1 of 2 corrections were applied; these fit nothing" in capsys.readouterr().out
    assert geo.open_corpus(text.parent / "to").mentions["code"].tolist() == ["ITA"]
    assert (text.parent / "to" / "corrections.csv").read_bytes() == corrections.read_bytes()
    main(["extract", str(text), "--to", str(text.parent / "to")])
    assert geo.open_corpus(text.parent / "to").mentions["code"].tolist() == ["SRB", "ITA"]


@pytest.mark.parametrize("command", ["serve", "show", "extract", "draw"])
def test_a_bad_file_of_corrections_is_one_line(command: str, text: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (text.parent / "c.csv").write_text("table,document,change\nwords,a,wrong\n")
    more = {
        "show": ["--table", "mentions"],
        "extract": ["--to", str(text.parent / "to")],
        "draw": ["--chart", "map", "--to", str(text.parent / "a.svg")],
    }
    said = run_in_error(
        [command, str(text), *more.get(command, []), "--corrections", str(text.parent / "c.csv")], capsys
    )
    assert said.startswith("aidatlas: c.csv, line 2: table is 'words'")
    assert len(said.splitlines()) == 1


def test_the_corrections_of_a_project_are_applied_wherever_it_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [document] = read_document_bytes("a.txt", b"Kenya thanked Peru.", on_failure=lambda _: None)
    wrong = Correction("mentions", document.document, "wrong", None, 0, 5, "Kenya", "KEN", "me")
    project = tmp_path / "p.aidatlas"
    project.write_bytes(write_project(Project((document,), None, write_corrections([wrong]))))
    main(["show", str(project), "--table", "mentions", "--format", "csv"])
    shown = capsys.readouterr()
    assert "PER" in shown.out
    assert "KEN" not in shown.out
    main(["extract", str(project), "--to", str(tmp_path / "corpus")])
    assert open_corpus(tmp_path / "corpus").mentions["code"].tolist() == ["PER"]


@pytest.mark.parametrize("options", [["--midpoint", "2"], ["--classes", "around"], ["--classes", "log"]])
def test_a_map_is_drawn_around_a_value_or_in_rising_steps(
    options: list[str], made_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "map.svg"
    main(["draw", str(made_folder), "--chart", "tiles", "--measure", "took_part", "--to", str(file), *options])
    assert b"class-0" in file.read_bytes()


@pytest.mark.parametrize("text", ["0", "-3", "much", "nan"])
def test_a_midpoint_that_is_none_ends_in_one_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["draw", "seeds", "--chart", "map", f"--midpoint={text}", "--to", "x.png"])
    assert ended.value.code == 2
    assert "cannot be read; give a number above 0" in capsys.readouterr().err
