"""A chart as one web page that needs no network: title, the chart to point at, notes, source, and its data as a table.

The page asks no other address for anything, and its own policy (Content-Security-Policy) would refuse it; of all
scripts only those that are written here are run. Plotly and the shapes lie in it packed, and its own script unpacks them.
"""

import base64
import gzip
import hashlib
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.hovers import make_safe
from geo.charts import Look, palette
from geo.reference.wordings import find_direction

_STATIC = Path(__file__).parent.parent / "static"
_MAP_TRACES = frozenset({"choropleth", "scattergeo"})
_LIBRARY = "plotly/plotly-maps-and-bars.min.js"
# Each stands behind those that it imports.
_MODULES = ("cards.js", "pointing.js", "legends.js", "map_tools.js", "narrow.js", "web_page/page.js")
# A "<" in JSON: no text in a page may end an element of it.
_LESS = "\\u003c"
# A frame that shows a page of ours hears of its height from that page alone. Where scripts are taken out it stays this high.
_FRAME_HEIGHT, _MOST_HEIGHT = 640, 20_000
_LISTEN = (
    '((frame) => addEventListener("message", ({ source, data }) => { '
    "if (source === frame.contentWindow && data?.height > 0) "
    f"frame.style.height = `${{Math.min(Number(data.height), {_MOST_HEIGHT})}}px`; "
    "}))(document.currentScript.previousElementSibling);"
)
# import { a, b } from "./c.js"; and what a module gives: export function a, export const b.
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "[^"]*?([^"/]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function|const) (\w+)", re.MULTILINE)
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)


class Chart(NamedTuple):
    """One chart of a page: its figure, what it shows in words, and its heading where there are several.

    Of charts with a `room` that is "narrow" or "wide" only the one that fits the screen is shown.
    """

    figure: go.Figure
    alt: str
    heading: str = ""
    room: str = ""

    @property
    def on_map(self) -> bool:
        """Whether it needs the shapes of countries and areas."""
        return any(trace.type in _MAP_TRACES for trace in self.figure.data)


class Picture(NamedTuple):
    """A small picture (WebP) with its name, and what it shows in words."""

    name: str
    data: bytes
    alt: str


class Table(NamedTuple):
    """One table of a page; its columns have the names that the reader sees."""

    caption: str
    rows: pd.DataFrame


class WebPage(NamedTuple):
    """What a page holds, in this order; `pictures` stand beside each other where there are no charts to point at.

    `lead` says what is measured, or what was found, `scope` what of the documents is shown; `unscripted` is said where no script may run. `legend` has colours
    with their words, where the charts themselves do not tell them. `tools` names the buttons beside a map.
    """

    look: Look
    title: str
    lead: str
    charts: tuple[Chart, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    unscripted: str
    legend: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = ()
    scope: str = ""
    tools: Mapping[str, str] = {}


def write_web_page(page: WebPage, shapes: bytes | None = None) -> bytes:
    """Return the page as HTML; `shapes` are boundaries of the user's own as TopoJSON (see geo.maps.topologies)."""
    scripts = _list_scripts(page)
    # The library is not written here as a script: the page's own script adds it, and the policy knows its content.
    allowed = [*scripts, _read_static(_LIBRARY)] if page.charts else scripts
    policy = _POLICY.format(scripts=" ".join(map(_name_content, allowed)))
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{page.look.language}" dir="{find_direction(page.look.language)}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{make_safe(page.title)}</title>",
        f"<style>{_write_colours(page.look)}{_read_static('web_page/page.css')}{_read_style()}</style></head>",
        f"<body><main><h1>{make_safe(page.title)}</h1>",
        f'<p class="measure">{make_safe(page.lead)}</p>' if page.lead else "",
        f'<p class="scope">{make_safe(page.scope)}</p>' if page.scope else "",
        _write_legend(page.legend),
        *_write_figures(page),
        *(f'<p class="note">{make_safe(note)}</p>' for note in page.notes if note),
        *map(_write_table, page.tables),
        "</main>",
        *_write_data(page, shapes),
        *(f"<script>{one}</script>" for one in scripts),
        "</body></html>",
    ]
    # Half a pair of a broken character has no place in a file.
    return "\n".join(lines).encode("utf-8", "replace")


def write_embed(address: str, title: str) -> str:
    """Return HTML that shows a page of ours at an address inside another page, as high as it is.

    The frame may run the page's scripts and save its picture, and knows nothing of the page around it.
    """
    source, name = (html.escape(text, quote=True) for text in (address, title))
    return (
        f'<iframe src="{source}" title="{name}" sandbox="allow-scripts allow-downloads" loading="lazy" '
        f'style="width: 100%; height: {_FRAME_HEIGHT}px; border: 0"></iframe>\n<script>{_LISTEN}</script>\n'
    )


def _list_scripts(page: WebPage) -> list[str]:
    """Return what tells the page's height and, where there is a chart, what draws it."""
    height = _read_static("web_page/height.js")
    if not page.charts:
        return [height]
    return [height, join_modules(_MODULES)]


def _name_content(script: str) -> str:
    """Return the name by which a policy allows a script: the hash of its content."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@cache
def join_modules(names: tuple[str, ...]) -> str:
    """Return modules as one script, each in a scope of its own: a page that asks for nothing has no files to import."""
    return "\n".join(["const modules = {};", *map(_wrap_module, names)])


def _wrap_module(name: str) -> str:
    content = _read_static(name)
    given = _EXPORT.findall(content)
    body = _IMPORT.sub(r"const \1 = modules['\2'];", content).replace("\nexport ", "\n")
    return f"modules['{Path(name).name}'] = (() => {{\n{body}\nreturn {{ {', '.join(given)} }};\n}})();"


def _read_style() -> str:
    return (_STATIC.parent / "styles" / "map_parts.css").read_text(encoding="utf-8")


@cache
def _read_static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


def _write_colours(look: Look) -> str:
    colours = palette(look.theme)
    named = {"paper": colours.paper, "ink": colours.ink, "faint": colours.faint_ink, "line": colours.rest}
    values = "".join(f"--{name}:{colour};" for name, colour in named.items())
    return f":root{{color-scheme:{look.theme};{values}}}\n"


def _write_legend(entries: Sequence[tuple[str, str]]) -> str:
    items = "".join(f'<li><span style="background:{colour}"></span>{make_safe(name)}</li>' for colour, name in entries)
    return f'<ul class="legend">{items}</ul>' if items else ""


def _write_figures(page: WebPage) -> Iterator[str]:
    """Yield each chart's place with what is said where no script may run, and the pictures."""
    for number, chart in enumerate(page.charts):
        if chart.heading:
            yield f"<h2>{make_safe(chart.heading)}</h2>"
        kind = "chart map" if chart.on_map else "chart"
        alt = make_safe(chart.alt)
        yield (
            f'<figure class="{chart.room}"><div class="{kind}" data-number="{number}" role="figure" tabindex="0" aria-label="{alt}"></div>'
            f"<noscript><p>{alt} {make_safe(page.unscripted)}</p></noscript></figure>"
        )
    if page.pictures:
        yield f'<div class="pictures">{"".join(map(_write_picture, page.pictures))}</div>'


def _write_picture(picture: Picture) -> str:
    data = base64.b64encode(picture.data).decode()
    image = f'<img src="data:image/webp;base64,{data}" alt="{make_safe(picture.alt)}">'
    return f"<figure><figcaption>{make_safe(picture.name)}</figcaption>{image}</figure>"


def _write_table(table: Table) -> str:
    """Return a table with headings that a screen reader tells with each cell, in a box that scrolls by itself."""
    caption, rows = make_safe(table.caption), table.rows
    heads = "".join(f'<th scope="col">{make_safe(str(name))}</th>' for name in rows.columns)
    # By their places: two columns may have one name.
    columns = [_write_cells(rows.iloc[:, place].tolist()) for place in range(len(rows.columns))]
    body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in zip(*columns, strict=True))
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>\n{body}</tbody></table></div>"
    )


def _write_cells(cells: Sequence[object]) -> list[str]:
    return [
        f'<td class="number">{_spell(cell)}</td>' if _is_number(cell) else f"<td>{make_safe(_spell(cell))}</td>"
        for cell in cells
    ]


def _is_number(cell: object) -> TypeGuard[int | float]:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool) and not pd.isna(cell)


def _spell(cell: object) -> str:
    """Return what a cell says: whole numbers without a fraction, the unknown as nothing."""
    if _is_number(cell):
        return f"{cell:,}".removesuffix(".0")
    unknown = cell is None or cell is pd.NA or cell is pd.NaT or isinstance(cell, float)
    return "" if unknown else str(cell)


def _write_data(page: WebPage, shapes: bytes | None) -> Iterator[str]:
    """Yield what the scripts read: the figures and Plotly, and the shapes where there is a map."""
    if page.charts:
        figures = ",".join(chart.figure.to_json() for chart in page.charts)
        safe = f"[{figures}]".replace("<", _LESS)
        yield f'<script type="application/json" id="figures">{safe}</script>'
        yield _write_packed("library", _pack_static(_LIBRARY))
        yield f'<script type="application/json" id="tools">{json.dumps(page.tools).replace("<", _LESS)}</script>'
    if any(chart.on_map for chart in page.charts):
        yield _write_packed("shapes", _pack(shapes) if shapes else _pack_static("boundaries/world_50m.json"))


def _write_packed(name: str, packed: str) -> str:
    return f'<script type="application/gzip" id="{name}">{packed}</script>'


@cache
def _pack_static(name: str) -> str:
    return _pack(_read_static(name).encode())


def _pack(content: bytes) -> str:
    # No time in the head: the same chart gives the same page.
    return base64.b64encode(gzip.compress(content, compresslevel=9, mtime=0)).decode()
