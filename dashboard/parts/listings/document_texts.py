"""The text of a document as HTML, with what was read in it marked, and the lines that were set apart: written once."""

import html
from collections.abc import Sequence

import pandas as pd

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_safe
from dashboard.parts.correcting import mark_end
from dashboard.parts.evidence import Row, Span, mark_text
from dashboard.parts.listings.statements import write_stated
from dashboard.parts.words import read_words
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue


@answered_once(64)
def write_text(document: str, sentence: int | None, language: str) -> str:
    """Return the lines of a document's body, each sentence followed by the way to its correction.

    Marked are names and figures, and the sentence of a number that a link is about.
    """
    words = read_words(language)
    lines, sentences = (corpora.read_document(document, name) for name in ("lines", "sentences"))
    mentions, quantities = (corpora.read_document(document, name) for name in ("mentions", "quantities"))
    ends = list(zip(sentences["end"].tolist(), sentences["sentence"].tolist(), strict=True))
    spans = [*_find_sentence(sentences, sentence), *_list_spans(mentions, quantities, words)]
    body = lines[(lines["rule"] == "") & (lines["text"].str.strip() != "")]
    paragraphs = [f"<p>{_mark_line(line, spans, ends)}</p>" for line in body.to_dict("records")]
    return f'<div class="aa-text" data-document="{html.escape(document)}">{"".join(paragraphs)}</div>'


@answered_once(64)
def write_set_apart(document: str, language: str) -> tuple[int, str]:
    """Return how many lines of a document are no part of its body, and these with the rule that says so."""
    words, lines = read_words(language), corpora.read_document(document, "lines")
    apart = lines[(lines["rule"] != "") & (lines["text"].str.strip() != "")]
    rows = (_write_apart(line, words) for line in apart.to_dict("records"))
    return len(apart), f'<div class="aa-set-apart">{"".join(rows)}</div>'


def _write_apart(line: Row, words: Catalogue) -> str:
    rule = make_safe(words.find(f"line.{line['rule']}", line["rule"]))
    return f'<div><span class="aa-rule">{rule}</span>{make_safe(line["text"].strip())}</div>'


def _find_sentence(sentences: pd.DataFrame, sentence: int | None) -> list[Span]:
    """Return where a sentence stands, in a list of one; an empty list of none."""
    found = sentences[sentences["sentence"] == sentence] if sentence is not None else sentences.head(0)
    return [Span(row["start"], row["end"], "found") for row in found.to_dict("records")]


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
    scope = [name_side(quantity["scope"], Look(words.language))] if isinstance(quantity["scope"], str) else []
    return " · ".join([write_stated(quantity, words), *scope])


def _mark_line(line: Row, spans: list[Span], ends: Sequence[tuple[int, int]]) -> str:
    """Return one line as HTML, each sentence followed by the way to its correction.

    `spans` and the `ends` of the sentences, each with the sentence's number, have the offsets of the document.
    """
    text, start = line["text"], line["start"]
    pieces, done = [], 0
    for end, sentence in ends:
        if start < end <= start + len(text):
            pieces += [_mark_piece(text[done : end - start], start + done, spans), mark_end(sentence)]
            done = end - start
    return "".join([*pieces, _mark_piece(text[done:], start + done, spans)])


def _mark_piece(text: str, start: int, spans: list[Span]) -> str:
    """Return a piece of a line as HTML; `spans` have the offsets of the document."""
    end = start + len(text)
    inside = [span for span in spans if span.start < end and span.end > start]
    clipped = [s._replace(start=max(s.start - start, 0), end=min(s.end - start, len(text))) for s in inside]
    return mark_text(text, clipped)
