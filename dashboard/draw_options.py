"""The options of `aidatlas draw`, as the command line takes them; dashboard.draw_requests reads what they ask for."""

import argparse
from pathlib import Path
from typing import get_args

from dashboard.draw_requests import MOST_NAMES, list_charts
from geo import charts, drawings
from geo.reference.wordings import LANGUAGES


def add_draw_options(draw: argparse.ArgumentParser) -> None:
    """Add what may be asked of a picture."""
    draw.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="documents, or one extracted corpus")
    draw.add_argument("--chart", choices=list(list_charts()), help="what is drawn; an address of --view says it itself")
    draw.add_argument(
        "--to",
        required=True,
        type=Path,
        metavar="FILE",
        help="ends in .png, .svg or .pdf; in .html it is one web page that needs no network",
    )
    _add_question(draw)
    _add_map_options(draw.add_argument_group("of maps"))
    _add_compare_options(draw.add_argument_group("of --chart compare"))
    _add_edition(draw.add_argument_group("of a picture: an editor's own words, its size and its dots"))


def _add_question(draw: argparse.ArgumentParser) -> None:
    """Add what is asked of the documents."""
    draw.add_argument(
        "--view",
        metavar="ADDRESS",
        help="a copied link, or what follows the machine's name in it: draw what that page shows",
    )
    draw.add_argument(
        "--measure",
        metavar="KEY",
        help="what is measured, as the dashboard's address has it (received, mentions, figure.USD.money.to); "
        "without it what the documents have most of",
    )
    draw.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="leave of the documents what a filter leaves, by its name in the dashboard's address; may be given several times: "
        "since=2020-03-01, until=2020-03-31, theme=experts, kind=team_sent, document=KEY or TITLE, outlet=NAME, spoken=zh, codes=ITA.SRB",
    )
    draw.add_argument(
        "--giver", action="store_true", default=None, help="count who gives most too, and leave nobody out"
    )
    draw.add_argument(
        "--breakdown", metavar="NUMBER|TITLE|KEY", help="which breakdown a chart of regions shows; the first without it"
    )
    draw.add_argument("--series", metavar="NUMBER|NAME|KEY", help="which running total a timeline shows")
    draw.add_argument("--language", choices=LANGUAGES, help="of the words on the picture")
    draw.add_argument("--theme", default="light", choices=get_args(charts.Theme), help="a light or a dark ground")


def _add_map_options(draw: "argparse._ArgumentGroup") -> None:
    """Add what may be chosen of a map; what is not given is as on the dashboard's first page."""
    draw.add_argument("--frame", choices=charts.FRAMES, help="the part of the world")
    draw.add_argument("--projection", choices=charts.PROJECTIONS, help="how the earth is flattened")
    draw.add_argument("--classes", choices=charts.METHODS, help="how values are divided")
    draw.add_argument("--limits", metavar="1,5,10", help="the lower ends of the classes, for --classes own")
    draw.add_argument(
        "--midpoint",
        metavar="NUMBER",
        help="the value that --classes around takes for the middle: orange below, blue from it on",
    )
    draw.add_argument("--palette", choices=charts.HUES, help="the colours of the classes")
    draw.add_argument(
        "--borders", choices=charts.BORDERS, help="which boundaries are drawn; none draws a dot for each place"
    )
    draw.add_argument(
        "--label",
        action="append",
        metavar="CODE,…",
        help=f"countries or areas to name on the map, at most {MOST_NAMES}: SRB,ITA",
    )
    own = "boundaries of your own: GeoJSON, TopoJSON or a Shapefile, keyed by ISO 3166-1 alpha-3"
    draw.add_argument("--boundaries", type=Path, metavar="FILE", help=own)
    draw.add_argument("--flows", action="store_true", default=None, help="draw who gave to whom as arcs")


def _add_compare_options(draw: "argparse._ArgumentGroup") -> None:
    """Add what may be chosen of bars; `--each` makes small maps of them."""
    draw.add_argument("--rows", choices=charts.ROWS, help="what the bars stand for")
    draw.add_argument("--parts", choices=charts.PARTS, help="what the parts of a bar stand for")
    draw.add_argument("--share", action="store_true", default=None, help="every bar to 100 %%")
    draw.add_argument("--sort", metavar="total|name|PART", help="the order of the bars")
    draw.add_argument("--each", choices=charts.EACH, help="no bars, but a small map for each theme or month")
    side = "2020-03-01..2020-03-31, outlet:NAME, or document:ID,ID"
    draw.add_argument("--first", metavar="SIDE", help=f"no bars, but two maps and their difference; one side: {side}")
    draw.add_argument("--second", metavar="SIDE", help="the other side")
    draw.add_argument("--per", choices=charts.PER, help="per million people, or bars of regions per country (maps too)")


def _add_edition(draw: "argparse._ArgumentGroup") -> None:
    draw.add_argument("--title", default="", metavar="TEXT", help="in the place of the chart's own title")
    draw.add_argument("--subtitle", default="", metavar="TEXT", help="a line below the title")
    draw.add_argument("--note", default="", metavar="TEXT", help="a note above the source")
    draw.add_argument("--credit", default="", metavar="TEXT", help="who made the picture, below the source")
    draw.add_argument(
        "--annotate",
        action="append",
        default=[],
        metavar="PLACE=TEXT",
        help="a note on the map with an arrow to its place, a code or lon,lat: SRB=TEXT, 20.5,44.8=TEXT; may be given several times",
    )
    draw.add_argument(
        "--size",
        choices=drawings.SIZES,
        help="free is 1200 pixels wide and as high as needed, web 1200×675, square 1080×1080, portrait 1080×1350, column 89 mm, "
        "columns 183 mm wide",
    )
    draw.add_argument("--scale", type=int, choices=(1, 2, 3, 4), help="so many times the pixels of a PNG; 2 without it")
    draw.add_argument("--dpi", type=int, metavar="NUMBER", help="dots an inch of a PNG of a size for print")
