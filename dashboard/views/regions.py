"""The page *Regions*: the regional breakdowns that documents state, added up, and each region's share."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.bars import draw_parts, draw_shares
from dashboard.figures.maps import configure_map, draw_regions_map
from dashboard.parts.downloads import name_file, offer_downloads, write_csv
from dashboard.parts.evidence import Row, Span, find_in_sentence, mark_text, write_evidence
from dashboard.parts.selection import choose, read_selection
from dashboard.parts.words import read_words
from dashboard.theme import find_theme
from geo import drawings
from geo.charts import Look, RegionsChart, chart_breakdown
from geo.places import list_place_codes, name_place
from geo.wordings import Catalogue

_CONFIG_BARS: dict[str, object] = {"displaylogo": False, "modeBarButtons": [["toImage"]]}


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("regions.title"), anchor=False)
    found = corpora.read_breakdowns()
    names = [str(name) for name in dict.fromkeys(found["breakdown"])]
    if not names:
        st.info(words("regions.none"))
        return
    chosen = selection.breakdown if selection.breakdown and selection.breakdown in names else names[0]
    rows = found[found["breakdown"] == chosen]
    if len(names) > 1:
        _choose_breakdown(found, chosen, words)
    chart = chart_breakdown(rows, corpora.find_giver(), Look(selection.language, find_theme()))
    _show_check(chart, words)
    _show_sentences(rows, words)
    _show_charts(chart, words)
    file_name = name_file("regions", selection.language)
    table = _list_rows(chart, words)
    offer_downloads(file_name, lambda ending: drawings.draw_regions(chart, ending), lambda: write_csv(table), words)
    st.caption(f"{chart.denominator_note} {chart.note}")
    st.dataframe(table, hide_index=True, key="regions-table")


def _choose_breakdown(found: pd.DataFrame, chosen: str, words: Catalogue) -> None:
    labels = {str(name): _label_breakdown(rows) for name, rows in found.groupby("breakdown", sort=False)}
    st.session_state["breakdown"] = chosen
    st.selectbox(
        words("regions.choose"),
        list(labels),
        format_func=labels.__getitem__,
        key="breakdown",
        on_change=_take_breakdown,
    )


def _label_breakdown(rows: pd.DataFrame) -> str:
    parts = rows[rows["role"] == "part"]
    total = " + ".join(f"{value:g}" for value in parts["value"])
    return f"{total} · {rows['published'].iloc[0]} · {rows['title'].iloc[0]}"


def _take_breakdown() -> None:
    choose(replace(read_selection(), breakdown=st.session_state["breakdown"]))


def _show_check(chart: RegionsChart, words: Catalogue) -> None:
    values = {"sum": chart.total, "stated": chart.stated, "difference": chart.total - (chart.stated or 0)}
    if chart.agrees is None:
        st.info(words("regions.no_total", values), icon=":material/info:")
    elif chart.agrees:
        st.success(words("regions.agrees", values), icon=":material/check:")
    else:
        st.warning(words("regions.disagrees", values), icon=":material/error:")


def _show_charts(chart: RegionsChart, words: Catalogue) -> None:
    names = {code: name_place(code, chart.look.language) for code in list_place_codes()}
    st.subheader(words("regions.map"), anchor=False)
    with st.container(key="regions-map-box"):
        st.plotly_chart(
            draw_regions_map(chart, names),
            theme=None,
            height="stretch",
            key="regions-map",
            config=configure_map(name_file("regions", "map")),
            alt=chart.alt,
        )
    bars = [("bars", draw_parts(chart))]
    if chart.rows["share"].notna().any():
        bars.append(("shares", draw_shares(chart)))
    for name, figure in bars:
        st.subheader(words(f"regions.{name}"), anchor=False)
        image = {"toImageButtonOptions": {"format": "png", "scale": 2, "filename": name_file("regions", name)}}
        st.plotly_chart(figure, theme=None, key=f"regions-{name}", config={**_CONFIG_BARS, **image}, alt=chart.alt)


def _show_sentences(rows: pd.DataFrame, words: Catalogue) -> None:
    """Show the sentence of the parts and, where it is another, that of the total, the figures marked."""
    groups = rows.sort_values("role").groupby(["document", "sentence"], sort=False)
    st.html("".join(_write_group(group.to_dict("records"), words) for _, group in groups))


def _write_group(figures: Sequence[Row], words: Catalogue) -> str:
    """Return one sentence with all its figures marked."""
    first = figures[0]
    text, place = first["sentence_text"], (first["sentence_start"], first["sentence_end"])
    found = [(find_in_sentence(text, place, q["text"], q["start"]), q["text"]) for q in figures]
    spans = [Span(start, start + len(said), "chosen") for start, said in found if start is not None]
    return write_evidence(mark_text(text, spans), first, words)


def _list_rows(chart: RegionsChart, words: Catalogue) -> pd.DataFrame:
    columns: Sequence[tuple[str, str]] = (
        ("name", "name"),
        ("value", "value"),
        ("denominator", "denominator"),
        ("un_members", "un"),
        ("share", "share"),
        ("text", "text"),
    )
    table = chart.rows[[column for column, _ in columns]].assign(share=(chart.rows["share"] * 100).round(1))
    return table.rename(columns={column: words(f"regions.column_{key}") for column, key in columns})
