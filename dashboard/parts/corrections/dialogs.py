"""The box in which a sentence is corrected: each name, figure and event in it right, wrong, or something else."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import streamlit as st

from dashboard import corpora
from dashboard.choices.addresses import KINDS
from dashboard.figures.hovers import make_safe
from dashboard.parts.correcting import Spot, close_correction, count_opened, find_opened
from dashboard.parts.corrections.correctable import Thing, list_things, quote
from dashboard.parts.evidence import Row
from dashboard.parts.words import name_event
from dashboard.session_corrections import add_corrections
from geo.base.errors import CorrectionError
from geo.charts import Look
from geo.charts.side_names import name_side
from geo.reference.organisations import read_organisations
from geo.reference.places import list_place_codes, name_place
from geo.reference.regions import WORLD, read_regions
from geo.reference.wordings import Catalogue
from geo.store.corrections.records import Change, Correction, spell_event

_JUDGEMENTS = ("right", "wrong", "change")
_TYPED: tuple[Change, ...] = ("value", "date")
_WHO = "corrections-who"
_LONGEST = 200
_SIGNS = re.compile(r"[^\w ]+")


class Reason(NamedTuple):
    """Who corrects, why, and when; what is not known is missing."""

    who: str | None
    why: str | None
    when: str


def show_correction(words: Catalogue) -> None:
    """Show the box of the sentence whose correction is open, if one is."""
    spot = find_opened()
    if spot is not None:
        st.dialog(words("correct.title"), width="medium", on_dismiss=close_correction)(_show)(spot, words)


def _show(spot: Spot, words: Catalogue) -> None:
    sentences = corpora.read_document(spot.document, "sentences")
    text = "".join(sentences["text"][sentences["sentence"] == spot.sentence])
    st.html(f'<div class="aa-sentence">{make_safe(text)}</div>')
    things = list_things(spot.document, spot.sentence, words)
    if not things:
        st.caption(words("correct.nothing"))
    # A sentence that is opened again begins anew.
    opened = f"correct-{count_opened()}"
    made = [(thing, _judge(thing, f"{opened}-{number}", words)) for number, thing in enumerate(things)]
    checked = bool(things) and st.toggle(words("correct.checked"), key=f"{opened}-checked")
    reason = ask_reason(opened, words)
    if st.button(words("correct.apply"), type="primary", key=f"{opened}-apply", disabled=not things):
        _apply([(thing, changes or ({"right": None} if checked else {})) for thing, changes in made], reason, words)


def ask_reason(key: str, words: Catalogue) -> Reason:
    """Ask why something is corrected, and who does it; the name is kept for the session."""
    with st.container(horizontal=True):
        why = st.text_input(words("correct.why"), key=f"{key}-why", max_chars=_LONGEST)
        who = st.text_input(words("correct.who"), st.session_state.get(_WHO, ""), key=f"{key}-who", max_chars=_LONGEST)
    st.session_state[_WHO] = who
    return make_reason(why)


def make_reason(why: str = "") -> Reason:
    """Return the reason for a correction that is made now, by whom the session knows."""
    who = str(st.session_state.get(_WHO, "")).strip()
    return Reason(who or None, why.strip() or None, datetime.now(UTC).isoformat(timespec="seconds"))


def change_act(event: str, other: str | None) -> None:
    """Make an event one act with another, or without another an act of its own."""
    rows = [_find_event(one) for one in (event, other) if one is not None]
    if None in rows:
        return
    first, *others = (row for row in rows if row is not None)
    value = "".join(spell_event(row["document"], row["start"], row["end"], row["kind"]) for row in others) or None
    change: Change = "joined_to" if value else "alone"
    place = first["start"], first["end"], quote(first["document"], first["start"], first["end"]), first["kind"]
    add_corrections([Correction("events", first["document"], change, value, *place, *make_reason())])


def _find_event(event: str) -> Row | None:
    """Return the row of an event that the browser names."""
    rows = corpora.read_document(event.rpartition("-")[0], "events")
    found = rows[rows["event"] == event].to_dict("records")
    return found[0] if found else None


def _judge(thing: Thing, key: str, words: Catalogue) -> dict[Change, str | None]:
    """Ask what is to be said of a thing, and return what changes: each field with its new value."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-row"):
        st.html(f'<span class="aa-thing">{make_safe(thing.name)}</span>')
        said = st.segmented_control(
            # A label would obey Markdown.
            _SIGNS.sub(" ", thing.name),
            _JUDGEMENTS,
            format_func=lambda one: words(f"correct.{one}"),
            default="right",
            key=key,
            required=True,
            label_visibility="collapsed",
        )
    if said == "wrong":
        return {"wrong": None}
    return dict(_ask_fields(thing, key, words)) if said == "change" else {}


def _ask_fields(thing: Thing, key: str, words: Catalogue) -> Iterator[tuple[Change, str | None]]:
    """Yield the fields that the reader gives another value."""
    with st.container(horizontal=True, key=f"{key}-fields"):
        for change, value in thing.fields.items():
            new = _ask(thing, change, f"{key}-{change}", words)
            if new != value:
                yield change, new


def _ask(thing: Thing, change: Change, key: str, words: Catalogue) -> str | None:
    value, label = thing.fields[change], words(f"correct.field_{change}")
    if change in _TYPED:
        help_text = words(f"correct.{change}_help")
        return (
            st.text_input(label, value or "", key=key, max_chars=40, placeholder=help_text, width=190).strip() or None
        )
    if change == "kind":
        names: Mapping[str, str] = {kind: name_event(kind, words.language) for kind in KINDS}
        return st.selectbox(label, list(names), list(names).index(value or ""), names.__getitem__, key=key, width=190)
    names = _name_codes(words.language)
    if change == "code":
        names = {code: name for code, name in names.items() if code != WORLD}
    if thing.table == "events":
        chosen = (value or "").split()
        options = list(dict.fromkeys([*chosen, *names]))
        codes = st.multiselect(
            label, options, chosen, lambda code: _name(code, words), key=key, width=300,
            placeholder=words("correct.nobody"), select_all=False,
        )  # fmt: skip
        # In another order the same are no other sides.
        return value if set(codes) == set(chosen) else " ".join(codes) or None
    options = list(dict.fromkeys([*([value] if value else []), *names]))
    return st.selectbox(
        label, options, options.index(value) if value else None, lambda code: _name(code, words), key=key, width=250,
        placeholder=words("correct.unknown"),
    )  # fmt: skip


def _name(code: str, words: Catalogue) -> str:
    return name_side(code, Look(words.language))


@cache
def _name_codes(language: str) -> dict[str, str]:
    """Return the name of every country or area, then region and organisation, each in the order of the names."""
    kinds = (list_place_codes(), (WORLD, *read_regions()), tuple(read_organisations()))
    named = [{code: name_place(code, language) for code in codes} for codes in kinds]
    return {code: one[code] for one in named for code in sorted(one, key=one.__getitem__)}


def _apply(made: list[tuple[Thing, dict[Change, str | None]]], reason: Reason, words: Catalogue) -> None:
    """Lay the corrections on and close the box; say which value is none."""
    corrections = []
    for thing, changes in made:
        for change, value in changes.items():
            try:
                corrections.append(make_correction(thing, change, value, reason))
            except CorrectionError:
                st.error(
                    words(f"correct.bad_{change}", {"value": make_safe(value or "")}) if change in _TYPED else value
                )
                return
    add_corrections(corpora.list_unreviewed(corrections))
    close_correction()
    st.rerun()


def make_correction(thing: Thing, change: Change, value: str | None, reason: Reason) -> Correction:
    """Return the correction of one field of a thing; raise CorrectionError where the value is none."""
    place = thing.start, thing.end, thing.text, thing.which
    return Correction(thing.table, thing.document, change, value, *place, *reason)
