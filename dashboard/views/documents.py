"""The page *Documents*: each document with what was read in it marked, and what was set apart."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_safe
from dashboard.parts.evidence import Row, Span, mark_text, write_source
from dashboard.parts.selection import choose, read_selection
from dashboard.parts.words import read_words
from geo.places import name_place
from geo.wordings import Catalogue

_COLUMNS = {"refused": ("text", "candidates", "reason"), "failure": ("path", "place", "reason")}
_KINDS = ("country", "region", "organisation", "quantity")


def show() -> None:
    """Draw the page."""
    selection = read_selection()
    words = read_words(selection.language)
    st.title(words("documents.title"), anchor=False)
    titles = corpora.read_titles().set_index("document")
    _show_failures(words)
    if titles.empty:
        st.info(words("documents.none"))
        return
    documents = [str(document) for document in titles.index]
    chosen = selection.document if selection.document and selection.document in documents else documents[0]
    _choose_document(titles, chosen, words)
    row = titles.loc[[chosen]].to_dict("records")[0]
    st.html(f'<div class="aa-source">{write_source(row, words)}</div>')
    _show_text(chosen, row["characters"], words)
    _show_set_apart(chosen, words)
    _show_refused(chosen, words)


def _choose_document(titles: pd.DataFrame, chosen: str, words: Catalogue) -> None:
    labels = {str(k): _label(row, words) for k, row in zip(titles.index, titles.to_dict("records"), strict=True)}
    st.session_state["document"] = chosen
    st.selectbox(
        words("documents.choose"),
        list(labels),
        format_func=labels.__getitem__,
        key="document",
        on_change=_take_document,
    )


def _label(row: Row, words: Catalogue) -> str:
    title: str = row["title"] if pd.notna(row["title"]) else words("documents.untitled", {"path": row["path"]})
    return f"{row['published']} · {title}" if pd.notna(row["published"]) else str(title)


def _take_document() -> None:
    choose(replace(read_selection(), document=st.session_state["document"]))


def _show_text(document: str, characters: int, words: Catalogue) -> None:
    mentions, quantities = (corpora.read_document(document, name) for name in ("mentions", "quantities"))
    sizes = {
        "characters": f"{characters:,}",
        "sentences": len(corpora.read_document(document, "sentences")),
        "mentions": len(mentions),
        "quantities": len(quantities),
    }
    st.caption(words("documents.facts", sizes))
    legend = " ".join(f'<mark class="aa-{kind}">{words(f"documents.{kind}")}</mark>' for kind in _KINDS)
    st.html(f"<div>{words('documents.legend')} {legend}</div>")
    lines = corpora.read_document(document, "lines")
    spans = _list_spans(mentions, quantities, words)
    body = lines[(lines["rule"] == "") & (lines["text"].str.strip() != "")]
    paragraphs = [f"<p>{_mark_line(line['text'], line['start'], spans)}</p>" for line in body.to_dict("records")]
    st.html(f'<div class="aa-text">{"".join(paragraphs)}</div>')


def _list_spans(mentions: pd.DataFrame, quantities: pd.DataFrame, words: Catalogue) -> list[Span]:
    """Return what is to be marked, with the offsets of the document."""
    named = [Span(m["start"], m["end"], m["kind"], _describe_mention(m, words)) for m in mentions.to_dict("records")]
    counted = [
        Span(q["start"], q["end"], "quantity", _describe_quantity(q, words)) for q in quantities.to_dict("records")
    ]
    return sorted(named + counted)


def _describe_mention(mention: Row, words: Catalogue) -> str:
    rule = words.find(f"rule.{mention['rule']}", mention["rule"])
    return f"{mention['code']} · {name_place(mention['code'], words.language)} · {rule}"


def _describe_quantity(quantity: Row, words: Catalogue) -> str:
    values = {name: f"{quantity[name]:,g}" for name in ("value", "value_to")}
    said = [words(f"bound.{quantity['bound']}", values), words.find(f"unit.{quantity['unit']}", quantity["unit"])]
    return " · ".join([*said, *([quantity["scope"]] if pd.notna(quantity["scope"]) else [])])


def _mark_line(text: str, start: int, spans: list[Span]) -> str:
    """Return one line as HTML; `spans` have the offsets of the document."""
    end = start + len(text)
    inside = [span for span in spans if span.start < end and span.end > start]
    clipped = [s._replace(start=max(s.start - start, 0), end=min(s.end - start, len(text))) for s in inside]
    return mark_text(text, clipped)


def _show_set_apart(document: str, words: Catalogue) -> None:
    lines = corpora.read_document(document, "lines")
    apart = lines[(lines["rule"] != "") & (lines["text"].str.strip() != "")]
    if apart.empty:
        st.caption(words("documents.set_apart_none"))
        return
    with st.expander(words("documents.set_apart", {"count": len(apart)})):
        rows = (_write_apart(line, words) for line in apart.to_dict("records"))
        st.html(f'<div class="aa-set-apart">{"".join(rows)}</div>')


def _write_apart(line: Row, words: Catalogue) -> str:
    rule = make_safe(words.find(f"line.{line['rule']}", line["rule"]))
    return f'<div><span class="aa-rule">{rule}</span>{make_safe(line["text"].strip())}</div>'


def _show_refused(document: str, words: Catalogue) -> None:
    refused = corpora.read_document(document, "refused")
    if len(refused):
        with st.expander(words("documents.refused", {"count": len(refused)})):
            _show_rows(refused, "refused", words)


def _show_failures(words: Catalogue) -> None:
    failures = corpora.open_shown().failures
    if len(failures):
        with st.expander(words("documents.failures", {"count": len(failures)})):
            _show_rows(failures, "failure", words)


def _show_rows(rows: pd.DataFrame, name: str, words: Catalogue) -> None:
    """Show a table by its columns' names in the reader's language."""
    columns = _COLUMNS[name]
    named = rows[list(columns)].rename(columns={column: words(f"{name}.{column}") for column in columns})
    st.dataframe(named, hide_index=True, key=name)
