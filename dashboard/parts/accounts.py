"""How a chart was counted, in plain words and with its numbers: beside every chart's files, and made when asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.answers import answered_once
from dashboard.figures.hovers import make_safe
from dashboard.parts.inner_links import write_link
from dashboard.parts.reasons import name_reason
from dashboard.parts.selection import read_selection
from dashboard.parts.titles import find_title
from dashboard.parts.words import name_event, read_words
from geo.names.patterns import PLACE_RULES
from geo.reference.places import list_place_codes, name_place
from geo.reference.releases import find_version, hash_tables
from geo.reference.themes import name_theme
from geo.reference.wordings import Catalogue, read_chart_words
from geo.store.corpus import Where

# The pages that tell more, and the words that lead there.
_WAYS = (("documents", "look"), ("method", "method"))
# As many digits of a hash as tell two apart by eye.
_DIGITS = 12
_MOST = 3
_LEAST = 0.01
# Names that are listed one by one; of more their number is said.
_MOST_NAMES = 12


class Counting(NamedTuple):
    """What a chart counts: its kind, the measure ("events" of all acts, "stated" of figures as they stand), the question.

    `figures` is how many stated figures it shows.
    """

    chart: Literal["map", "timeline", "bars", "maps", "regions"]
    measure: str
    where: Where
    figures: int = 0

    @property
    def acts(self) -> bool:
        """Whether acts are counted, and not names or stated figures."""
        return bool(self.where.roles) or self.measure == "events"


class Part(NamedTuple):
    """One part of the account: its heading, and what is said below it, a line each."""

    name: str
    lines: tuple[str, ...]


def show_account(counting: Counting, words: Catalogue) -> None:
    """Show how a chart was counted, and the ways to what was left out and to the page of the method."""
    parts = "".join(_write_part(part, words) for part in _tell(counting, words.language))
    st.html(f'<dl class="aa-account">{parts}</dl>')
    chosen = read_selection()
    links = (write_link(page, chosen, make_safe(words(f"account.{key}")), "aa-way") for page, key in _WAYS)
    st.html(f"<p>{' · '.join(links)}</p>")


def _write_part(part: Part, words: Catalogue) -> str:
    lines = "".join(f"<dd>{make_safe(line)}</dd>" for line in part.lines)
    return f"<dt>{words(f'account.{part.name}')}</dt>{lines}"


@answered_once(64)
def _tell(counting: Counting, language: str) -> tuple[Part, ...]:
    words = read_words(language)
    said = {
        "unit": [words.find(f"account.unit_{counting.measure}", words("account.unit_other"))],
        "counted": list(_tell_counted(counting, words)),
        "left_out": list(_tell_left_out(counting, words)) or [words("account.nothing")],
        "filters": list(_tell_filters(counting.where, words)) or [words("account.no_filters")],
        "rules": [_tell_rules(counting, words) or words("account.no_rules")],
        "open": list(_tell_open(counting.where, words)) or [words("account.nothing")],
        "version": [tell_version(words)],
    }
    return tuple(Part(name, tuple(lines)) for name, lines in said.items())


def _tell_counted(counting: Counting, words: Catalogue) -> Iterator[str]:
    corpus, where = corpora.open_shown(), counting.where
    if counting.measure == "stated":
        yield words("account.parts", {"parts": f"{counting.figures:,}"})
    elif counting.acts:
        row = _count_acts(_place(counting))
        yield words("account.acts", row)
        if row["planned"] != "0" or row["announced"] != "0":
            yield words("account.not_done", row)
    else:
        found = corpus.count_mentions("document", where)
        mentions, documents = int(found["mentions"].sum()), len(found)
        yield words("account.names", {"mentions": f"{mentions:,}", "documents": f"{documents:,}"})
    reviewed = corpora.count_reviewed()
    if reviewed:
        yield words.count("account.checked", reviewed)


def _tell_left_out(counting: Counting, words: Catalogue) -> Iterator[str]:
    corpus, where = corpora.open_shown(), counting.where
    if counting.acts:
        counts = _count(where)
        placed = _count(_place(counting))
        yield from _list_counts("denied", counts["denied"], words)
        yield from _list_counts("not_placed", counts["acts"] - placed["acts"], words)
        if where.since is not None or where.until is not None:
            undated = _count(replace(_place(counting), since=None, until=None))["undated"]
            yield from _list_counts("undated", undated, words)
    elif counting.measure != "stated":
        rules = corpus.count_rules(where)
        yield from _list_counts("no_place", int(rules["mentions"][rules["rule"].isin(list(PLACE_RULES))].sum()), words)
    yield from _list_counts("set_apart", corpus.count_apart(where), words)


def _place(counting: Counting) -> Where:
    """Return the question about countries and areas alone, where the chart shows no others."""
    where = counting.where
    return where if counting.chart == "timeline" or where.codes else replace(where, codes=list_place_codes())


def _count(where: Where) -> Mapping[str, int]:
    row = corpora.open_shown().count_tellings(where).iloc[0]
    return {str(name): int(value) for name, value in row.items()}


def _count_acts(where: Where) -> Mapping[str, str]:
    return {name: f"{value:,}" for name, value in _count(where).items()}


def _list_counts(name: str, count: int, words: Catalogue) -> Iterator[str]:
    """Yield what is said of a number, unless that is none."""
    if count > 0:
        yield words(f"account.{name}", {"count": f"{count:,}"})


def _tell_filters(where: Where, words: Catalogue) -> Iterator[str]:
    span = {(True, True): "between", (True, False): "from", (False, True): "to"}
    known = span.get((where.since is not None, where.until is not None))
    if known is not None:
        yield words(f"filters.{known}", {"since": where.since, "until": where.until})
    yield from (name_theme(theme, words.language) for theme in where.themes)
    yield from (name_event(kind, words.language) for kind in where.events)
    yield from (find_title(document, words) for document in where.documents)
    for name, codes in (("only", where.codes), ("without", where.without)):
        if codes:
            yield words(f"account.{name}", {"names": _join(codes, words)})


def _join(codes: tuple[str, ...], words: Catalogue) -> str:
    named = [name_place(code, words.language) for code in codes[:_MOST_NAMES]]
    more = ["…"] if len(codes) > _MOST_NAMES else []
    return _separate(named + more, words)


def _separate(texts: list[str], words: Catalogue) -> str:
    return read_chart_words(words.language)("list.comma").join(texts)


def _tell_rules(counting: Counting, words: Catalogue) -> str:
    """Return how many names of a hundred each rule coded; nothing where there are none."""
    rules = corpora.open_shown().count_rules(_place(counting) if counting.acts else counting.where)
    counted = rules if counting.acts or counting.measure == "stated" else rules[~rules["rule"].isin(list(PLACE_RULES))]
    total = int(counted["mentions"].sum())
    named = zip(counted["rule"].tolist(), (counted["mentions"] / total).tolist(), strict=True)
    return _separate([_tell_share(rule, share, words) for rule, share in named], words)


def _tell_share(rule: str, share: float, words: Catalogue) -> str:
    said = f"{share:.0%}" if share >= _LEAST else f"<{_LEAST:.0%}"
    return words("account.share", {"name": words.find(f"rule.{rule}", rule), "share": said})


def _tell_open(where: Where, words: Catalogue) -> Iterator[str]:
    corpus = corpora.open_shown()
    refused = corpus.count_left_out(where)
    yield from _list_counts("refused", int(refused["refused"].sum()), words)
    for row in refused.head(_MOST).to_dict("records"):
        reason = name_reason(str(row["reason"]), words)
        yield words("account.reason", {"reason": reason, "count": f"{row['refused']:,}"})
    checks = corpora.count_checks(Where(documents=where.documents))
    yield from _list_counts("checks", int(checks["checks"][checks["verdict"] == "open"].sum()), words)
    yield from _list_counts("failures", corpora.count_unread().failures, words)


def tell_version(words: Catalogue) -> str:
    """Return the version of the software, and what stands for its documents and tables."""
    mark, count = corpora.open_shown().fingerprint()[:_DIGITS], f"{corpora.count_rows('documents'):,}"
    version = find_version()
    known = [] if version is None else [words("account.software", {"version": version})]
    known.append(words("account.documents", {"mark": mark, "count": count}))
    return " · ".join([*known, words("account.tables", {"mark": hash_tables()[:_DIGITS]})])
