"""Which rows a question is about, and how that is said in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geo.names.patterns import PLACE_RULES


@dataclass(frozen=True, slots=True)
class Where:
    """Which rows a question is about; an empty field asks for all.

    `codes` and `kinds` choose mentions, `without` leaves codes out, `since` and `until` (inclusive) compare the
    date of the sentence or event, `places` counts capitals, cities and provinces as their country too. `roles`,
    `events` (kinds of event) and `themes` choose events and who took part in them; `checks` (kinds of check) and
    `verdicts` choose checks, `measures` running totals. `verbs` choose events by what their predicate is: one may go on
    with " … " and a regular expression of what follows it in its sentence. `figure` is a kind of stated figure of
    places (see geo.store.corpus.figures): where it is given, sentences are those that state such a figure. `reasons`
    choose names that were left out, `read` listed documents by what was read in them: figures, events, checks, refused
    or nothing. `statuses` (planned, announced, done) choose events by what became of the act; one of which that
    is not told is none of them.
    """

    documents: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    places: bool = False
    roles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    figure: str = ""
    reasons: tuple[str, ...] = ()
    read: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


class Question(NamedTuple):
    """A question in SQL, and the values of its marks in order."""

    sql: str
    values: tuple[object, ...] = ()


ALL = Where()
# What stands between a verb and what has to follow it.
FOLLOWED = " … "

# The columns that a condition may compare, by what they mean, as a question's tables call them.
Columns = Mapping[str, str]


def write_conditions(
    where: Where, columns: Columns, also: tuple[str, ...] = (), values: tuple[object, ...] = ()
) -> Question:
    """Return a WHERE clause over those columns that exist, and its values; `also` are clauses of the question's own."""
    parts: list[tuple[str, tuple[object, ...]]] = [(clause, ()) for clause in also]
    parts += [_compare(columns[name], "IN", wanted) for name, wanted in _list_wanted(where) if name in columns]
    parts += [_compare(columns[name], "NOT IN", left) for name, left in _list_left_out(where) if name in columns]
    if where.since is not None and "date" in columns:
        parts.append((f"{columns['date']} >= ?", (where.since,)))
    if where.until is not None and "date" in columns:
        # What is known only by its month lies in a span where the whole month does.
        parts.append((f"{columns.get('last_date', columns['date'])} <= ?", (where.until,)))
    if where.verbs and "verb" in columns:
        parts.append(_compare_verbs(where.verbs, columns["verb"], columns["followed"]))
    clauses = [clause for clause, _ in parts if clause]
    sql = "WHERE " + " AND ".join(clauses) if clauses else ""
    return Question(sql, (*values, *(value for _, asked in parts for value in asked)))


def _list_wanted(where: Where) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("document", where.documents),
        ("code", where.codes),
        ("kind", where.kinds),
        ("language", where.languages),
        ("outlet", where.outlets),
        ("role", where.roles),
        ("event", where.events),
        ("theme", where.themes),
        ("check_kind", where.checks),
        ("verdict", where.verdicts),
        ("measure", where.measures),
        ("figure", (where.figure,) if where.figure else ()),
        ("reason", where.reasons),
        ("status", where.statuses),
    )


def _list_left_out(where: Where) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("code", where.without), ("rule", () if where.places else tuple(sorted(PLACE_RULES)))


def _compare(column: str, sign: str, values: tuple[str, ...]) -> tuple[str, tuple[object, ...]]:
    return (f"{column} {sign} ({', '.join('?' * len(values))})", values) if values else ("", ())


def _compare_verbs(verbs: tuple[str, ...], verb: str, followed: str) -> tuple[str, tuple[object, ...]]:
    clauses, values = [], list[object]()
    for one in verbs:
        said, sign, rest = one.partition(FOLLOWED)
        clauses.append(f"({verb} = ? AND regexp_matches({followed}, ?))" if sign else f"{verb} = ?")
        values += [said, f"^(?:{rest})"] if sign else [said]
    return f"({' OR '.join(clauses)})", tuple(values)
