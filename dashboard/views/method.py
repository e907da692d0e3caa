"""The page *Method and sources*: how documents are read, what is counted, what is never claimed, and from which sources."""

import platform
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import streamlit as st

import geo
from dashboard.figures.hovers import make_safe
from dashboard.parts.accounts import tell_version
from dashboard.parts.frame.tours import offer_tour
from dashboard.parts.selection import read_selection
from dashboard.parts.words import read_words
from geo.base.folders import find_data_folder
from geo.reference.releases import find_version, hash_tables
from geo.reference.sources import Package, Reviewed, Source, list_packages, read_reviewed, read_sources
from geo.reference.wordings import Catalogue

SECTIONS = ("reading", "counted", "never", "sources", "limits", "licence", "cite", "versions")
_STATIC = Path(__file__).parent.parent / "static"
_LANGUAGES = Path(geo.__file__).parent / "languages"
# Sources that a table names; of more their number is said.
_MOST = 3
_DIGITS = 12
_COLUMNS = ("table", "from", "licence", "date")


def show() -> None:
    """Draw the page."""
    words = read_words(read_selection().language)
    st.title(words("page.method"), anchor=False)
    st.html(
        f'<nav class="aa-contents" aria-label="{make_safe(words("method.contents"))}">{_list_sections(words)}</nav>'
    )
    offer_tour(words)
    for section in SECTIONS:
        st.header(words(f"method.{section}"), anchor=section)
        if lines := [f"{mark} {line}" for mark, line in _list_lines(section, words)]:
            st.markdown("\n".join(lines))
        if section in _MORE:
            _MORE[section](words)


def _list_sections(words: Catalogue) -> str:
    return "".join(f'<a href="#{one}" target="_self">{make_safe(words(f"method.{one}"))}</a>' for one in SECTIONS)


def _list_lines(section: str, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the lines of a section; the steps of reading are numbered."""
    prefix = f"method.{section}_"
    for key, text in words.words.items():
        if key.startswith(prefix):
            yield "1." if section == "reading" else "-", text


def _show_sources(words: Catalogue) -> None:
    head = "".join(f'<th scope="col">{make_safe(words(f"method.column_{one}"))}</th>' for one in _COLUMNS)
    rows = [
        *(_write_source(one, words) for one in _read_all()),
        *(_write_reviewed(one, words) for one in read_reviewed()),
    ]
    label = make_safe(words("method.sources"))
    st.html(
        f'<div class="aa-wide" tabindex="0" role="region" aria-label="{label}"><table class="aa-sources">'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


@cache
def _read_all() -> tuple[Source, ...]:
    return tuple(one for folder in (find_data_folder(), _LANGUAGES, _STATIC) for one in read_sources(folder))


def _write_source(source: Source, words: Catalogue) -> str:
    version = "" if source.version is None else f", {source.version}"
    name = make_safe(f"{source.producer}{version}")
    linked = name if source.address is None else f'<a href="{make_safe(source.address)}" rel="noopener">{name}</a>'
    said = words.find(f"source.{source.path}", source.content)
    return _write_row(source.path, said, linked, make_safe(source.licence), str(source.date or ""))


def _write_reviewed(table: Reviewed, words: Catalogue) -> str:
    first = "; ".join(table.sources[:_MOST])
    more = len(table.sources) - _MOST
    named = words.count("method.more_sources", more, {"first": first}) if more > 0 else first
    said = f"{words(f'source.{table.path}')} · {words.count('method.rows', table.rows)}"
    return _write_row(table.path, said, make_safe(named), make_safe(words("method.own_licence")), "")


def _write_row(path: str, said: str, source: str, licence: str, day: str) -> str:
    cells = "".join(f"<td>{one}</td>" for one in (source, licence, day))
    return f'<tr><th scope="row">{make_safe(said)}<br><code>{make_safe(path)}</code></th>{cells}</tr>'


def _show_citation(words: Catalogue) -> None:
    values = {"version": find_version() or "", "mark": hash_tables()[:_DIGITS]}
    st.code(words("method.citation", values), language=None, wrap_lines=True)


def _show_versions(words: Catalogue) -> None:
    st.markdown(
        f"- {tell_version(words)}\n- Python {platform.python_version()}\n- {' · '.join(map(_spell, list_packages()))}"
    )


def _spell(package: Package) -> str:
    licence = "" if package.licence is None else f" ({package.licence})"
    return f"{package.name} {package.version}{licence}"


# What stands below the lines of a section.
_MORE = {"sources": _show_sources, "cite": _show_citation, "versions": _show_versions}
