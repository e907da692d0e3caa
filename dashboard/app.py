"""The dashboard's frame: page settings, the sidebar, and the way to the pages. `streamlit run` starts here."""

import sys
import time
from dataclasses import replace
from pathlib import Path

# `streamlit run` puts this folder first on the path; the package itself lies one folder up.
_PROJECT = str(Path(__file__).resolve().parent.parent)
if _PROJECT not in sys.path:
    sys.path.append(_PROJECT)

import streamlit as st  # noqa: E402

from dashboard import corpora  # noqa: E402
from dashboard.journal import measure, note  # noqa: E402
from dashboard.parts import correcting  # noqa: E402
from dashboard.parts.corrections.dialogs import change_act, show_correction  # noqa: E402
from dashboard.parts.corrections.lists import show_corrections  # noqa: E402
from dashboard.parts.desk.empty_pages import show_beginning  # noqa: E402
from dashboard.parts.desk.ways import show_way  # noqa: E402
from dashboard.parts.frame.link_faults import show_faults  # noqa: E402
from dashboard.parts.frame.page_tools import show_page_tools  # noqa: E402
from dashboard.parts.frame.streamlit_words import translate_streamlit  # noqa: E402
from dashboard.parts.frame.theme_changes import follow_theme  # noqa: E402
from dashboard.parts.frame.tours import show_tour  # noqa: E402
from dashboard.parts.inner_links import follow_links  # noqa: E402
from dashboard.parts.plots import show_shapes  # noqa: E402
from dashboard.parts.private_notes import show_link_note  # noqa: E402
from dashboard.parts.selection import (  # noqa: E402
    Selection,
    choose,
    keep_address_bare,
    read_selection,
    write_address,
)
from dashboard.parts.words import read_words  # noqa: E402
from dashboard.theme import apply_style  # noqa: E402
from dashboard.views import (  # noqa: E402
    checks,
    compare,
    documents,
    front,
    method,
    regions,
    search,
    timeline,
    world,
)
from geo.charts import Look  # noqa: E402
from geo.reference.language_names import name_itself  # noqa: E402
from geo.reference.wordings import LANGUAGES, Catalogue  # noqa: E402


def main() -> None:
    """Draw the frame and the chosen page."""
    since = time.perf_counter()
    st.set_page_config(
        "AidAtlas",
        page_icon=str(Path(__file__).parent / "static" / "icon.svg"),
        layout="wide",
        initial_sidebar_state=240,
    )
    selection = read_selection()
    words = read_words(selection.language)
    views = {
        "front": front,
        "world": world,
        "timeline": timeline,
        "compare": compare,
        "regions": regions,
        "checks": checks,
        "documents": documents,
        "search": search,
        "method": method,
    }
    icons = {
        "front": ":material/home:",
        "world": ":material/public:",
        "timeline": ":material/timeline:",
        "compare": ":material/bar_chart:",
        "regions": ":material/stacked_bar_chart:",
        "checks": ":material/fact_check:",
        "documents": ":material/article:",
        "search": ":material/search:",
        "method": ":material/menu_book:",
    }
    pages = {
        name: st.Page(view.show, title=words(f"page.{name}"), icon=icons[name], url_path=name, default=name == "front")
        for name, view in views.items()
    }
    page = st.navigation(list(pages.values()))
    # A link from before there was a front page.
    if page == pages["front"] and set(st.query_params) - {"language"}:
        st.switch_page(pages["world"], query_params=st.query_params.to_dict())
    keep_address_bare(page == pages["front"])
    apply_style()
    follow_links()
    follow_theme()
    translate_streamlit(selection.language)
    if (own := corpora.find_shapes()) is not None:
        show_shapes(own[1])
    with st.sidebar:
        _show_sidebar(selection)
        show_page_tools(list(views), words)
    correcting.listen(change_act, words)
    # Each in a place of its own: what comes and goes there moves nothing of the page under the reader's pointer.
    for show in (show_corrections, show_faults):
        with st.container():
            show(words)
    show_tour(words)
    # The page of the documents says itself what could not be read; that of the method holds without any.
    if corpora.count_rows("documents") or page.url_path in ("documents", "method"):
        show_way(words)
        with st.container():
            show_link_note(words)
        page.run()
    else:
        show_beginning(words("begin.title") if page == pages["front"] else page.title, words)
    show_correction(words)
    write_address(read_selection())
    corpora.keep_loaded(page.url_path)
    note("page", {"page": page.url_path or "front", "language": selection.language, "ms": measure(since)})


def _show_sidebar(selection: Selection) -> None:
    words = read_words(selection.language)
    st.session_state["language"] = selection.language
    st.selectbox(words("app.language"), LANGUAGES, format_func=name_itself, key="language", on_change=_change_language)
    st.caption(words("app.about"))
    st.caption(_write_sizes(words))


def _write_sizes(words: Catalogue) -> str:
    """Return how much was read: documents, mentions and, where there are some, what could not be read."""
    documents, mentions = (corpora.count_rows(name) for name in ("documents", "mentions"))
    failures = corpora.count_unread().failures
    said = [Look(words.language).words.count("source.documents", documents, {"count": f"{documents:,}"})]
    said.append(words.count("app.mentions", mentions, {"count": f"{mentions:,}"}))
    return " · ".join([*said, words.count("app.failures", failures)] if failures else said)


def _change_language() -> None:
    choose(replace(read_selection(), language=st.session_state["language"]))


main()
