"""What `aidatlas draw` may be asked, and that no word of it is accepted and ignored."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from dashboard.command import main
from tests.made import make_corpus
from tests.servers import PROJECT


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of the corpus of four acts, and of a document that states two breakdowns."""
    folder = tmp_path_factory.mktemp("draw")
    make_corpus().write(folder / "made")
    return str(folder / "made")


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return documents that state two breakdowns."""
    folder = tmp_path_factory.mktemp("stated")
    for name, said in {
        "a": "9 countries: 4 in Asia and 5 in Africa",
        "b": "7 countries: 3 in Asia and 4 in Europe",
    }.items():
        text = f"Help for {name}\n\n26 March 2020\n\nChina has helped {said}.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def draw(folder: str, to: Path, *words: str) -> str:
    """Return the SVG that a command draws, as its words."""
    main(["draw", folder, "--to", str(to), *words])
    return " ".join(ElementTree.fromstring(to.read_bytes()).itertext())  # noqa: S314 - our own


MAP, TIMELINE, BARS = ("--chart", "map"), ("--chart", "timeline"), ("--chart", "compare")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*TIMELINE, "--flows"), "--flows means nothing for a timeline; it takes"),
        ((*TIMELINE, "--measure", "gave"), "--measure means nothing for a timeline"),
        ((*TIMELINE, "--boundaries", "x.geojson"), "--boundaries means nothing for a timeline"),
        ((*MAP, "--limits", "1,2"), "--limits are for --classes own"),
        ((*MAP, "--classes", "own"), "give --limits 1,5,10"),
        ((*MAP, "--classes", "own", "--limits", "5,1"), "--limits 5,1 cannot be read"),
        ((*MAP, "--rows", "month"), "--rows means nothing for a map"),
        ((*MAP, "--label", "Kenya"), "--label Kenya cannot be read; write codes"),
        ((*MAP, "--label", "KEN,ITA,SRB,FRA,DEU,GHA,PER,CHL,ARG"), "room for 8 names"),
        ((*BARS, "--sort", "foo"), "--sort foo is no order of these bars; choose of total, name"),
        ((*BARS, "--share"), "say which with --parts"),
        ((*BARS, "--each", "theme", "--rows", "month"), "--rows means nothing for small maps"),
        ((*MAP, "--where", "colour=red"), "there is no filter colour; choose of since"),
        ((*MAP, "--where", "since"), "write FIELD=VALUE"),
        ((*MAP, "--where", "since=soon"), "since soon cannot be read; write a day like 2020-03-01"),
        (
            (*MAP, "--where", "since=2020-03-02", "--where", "until=2020-03-01"),
            "the first day must not lie after the last",
        ),
        ((*MAP, "--where", "since=2020-03-02", "--where", "since=2020-03-01"), "since is given twice"),
        ((*MAP, "--where", "outlet=Nobody"), "no document has outlet Nobody; there are Outlet"),
        ((*MAP, "--where", "document=Nothing"), "no documents are called Nothing; there are Title a; Title b"),
        ((*MAP, "--measure", "mentions", "--where", "theme=aid"), "mentions counts no events"),
        ((*MAP, "--breakdown", "1"), "--breakdown means nothing for a map"),
        ((*TIMELINE, "--series", "nine"), "the documents have no series to choose; leave --series out"),
        ((*MAP, "--dpi", "300"), "--dpi means nothing for .svg"),
        ((*MAP, "--scale", "3"), "--scale means nothing for .svg"),
        ((*MAP, "--annotate", "ITA"), "write PLACE=TEXT"),
        ((*MAP, "--annotate", "20,95=x"), "latitude from -90 to 90"),
        ((*TIMELINE, "--annotate", "ITA=x"), "a timeline has no map of its own"),
        (("--view", "/documents?query=x"), "the page documents has no picture"),
        ((*TIMELINE, "--view", "/world?frame=asia"), "leave --chart out"),
        ((), "say what is drawn with --chart"),
        (("--chart", "pie"), "invalid choice: 'pie'"),
    ],
)
def test_what_is_in_error_or_means_nothing_is_said_in_one_line(
    words: tuple[str, ...], said: str, made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["draw", made, "--to", str(tmp_path / "a.svg"), *words])
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert said in told
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*MAP, "--where", "since=2020-03-27"), "from 27 March 2020"),
        ((*MAP, "--where", "theme=aid", "--where", "document=Title a"), "Title a"),
        ((*MAP, "--label", "srb,IT"), "Serbia 1"),
        ((*BARS, "--where", "codes=SRB"), "Serbia"),
        ((*BARS, "--parts", "theme", "--sort", "aid"), "Aid and donations"),
        ((*MAP, "--title", "Own title", "--credit", "Graphic: Desk"), "Graphic: Desk"),
        ((*MAP, "--annotate", "ITA=Nine experts"), "Nine experts"),
        (("--view", "http://127.0.0.1:8501/world?theme=aid&codes=SRB&rows=month"), "Serbia 1"),
        (("--view", "/compare?figure=maps"), "a map for each theme"),
        (("--view", "?theme=aid", "--measure", "gave"), "Who gave"),
    ],
)
def test_what_is_asked_for_stands_in_the_picture(words: tuple[str, ...], said: str, made: str, tmp_path: Path) -> None:
    assert said in draw(made, tmp_path / "a.svg", *words)


def test_the_giver_is_counted_where_that_is_asked_for(made: str, tmp_path: Path) -> None:
    assert "without China" in draw(made, tmp_path / "a.svg", *MAP, "--measure", "received")
    assert "without China" not in draw(made, tmp_path / "a.svg", *MAP, "--measure", "received", "--giver")


@pytest.mark.parametrize("chosen", ["2", "Help for b"])
def test_a_breakdown_is_chosen_by_its_number_or_title(chosen: str, stated: str, tmp_path: Path) -> None:
    assert "Help for b" in draw(stated, tmp_path / "a.svg", "--chart", "regions", "--breakdown", chosen)


def test_an_unknown_breakdown_lists_those_there_are(
    stated: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        draw(stated, tmp_path / "a.svg", "--chart", "regions", "--breakdown", "3")
    assert "1 Help for a (countries" in (told := capsys.readouterr().err)
    assert "2 Help for b (countries" in told


def test_a_picture_for_a_newspaper_is_made_in_dots_an_inch(made: str, tmp_path: Path) -> None:
    main(["draw", made, "--to", str(tmp_path / "a.png"), *MAP, "--size", "column", "--dpi", "200"])
    assert Image.open(tmp_path / "a.png").width == pytest.approx(89 / 25.4 * 200, abs=1)


def test_every_option_of_the_command_has_a_help_text() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "dashboard.command", "draw", "--help"],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=True,
    ).stdout
    lines = shown.partition("options:")[2].splitlines()
    options = [n for n, line in enumerate(lines) if line.strip().startswith("--")]
    bare = [
        lines[n]
        for n in options
        if len(lines[n].split("  ")) < 3 and not (lines[n + 1 : n + 2] or [""])[0].startswith(" " * 20)
    ]
    assert len(options) > 30
    assert bare == []


def test_what_reads_the_options_knows_no_streamlit() -> None:
    asked = "import sys, dashboard.draw_options, dashboard.draw_requests, dashboard.chart_files; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=PROJECT, check=False).returncode == 0
