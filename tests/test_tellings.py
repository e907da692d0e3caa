"""Which events are one act: told again, told by others, announced and then done, sent and then arrived."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import EventKind, Participant, Precision, Role, Status
from geo.statements.events import ToldEvent, join_tellings
from tests.timings import grows_linearly

FIRST = date(2020, 3, 1)
CUBA_TO_ITALY: tuple[tuple[str, Role], ...] = (("CUB", "giver"), ("ITA", "recipient"))


def tell(
    event: str,
    kind: EventKind = "team_sent",
    day: int | None = 1,
    status: Status = "done",
    *,
    theme: str | None = "experts",
    verb: str | None = None,
    sides: Sequence[tuple[str, Role]] = CUBA_TO_ITALY,
    precision: Precision = "day",
    amounts: Sequence[tuple[str, float]] = (),
) -> ToldEvent:
    """Return an event of a day of March 2020, counted from 1; its document is named before the dash."""
    when = None if day is None else FIRST + timedelta(days=day - 1)
    who = frozenset(Participant(*one) for one in sides)
    return ToldEvent(event, kind, status, theme, verb, who, when, precision if when else None, frozenset(amounts))


def count_acts(*tellings: ToldEvent) -> int:
    return len(set(join_tellings(tellings).values()))


def test_the_same_of_the_same_day_is_one_act_called_as_its_first_event() -> None:
    assert join_tellings([tell("b-1"), tell("a-10"), tell("a-9")]) == {"a-9": "a-9", "a-10": "a-9", "b-1": "a-9"}


@pytest.mark.parametrize(
    "other",
    [
        tell("b-0", day=2),
        tell("b-0", theme="aid"),
        tell("b-0", "meeting"),
        tell("b-0", sides=(("CUB", "giver"), ("PER", "recipient"))),
        tell("b-0", sides=(("ITA", "giver"), ("CUB", "recipient"))),
        tell("b-0", status="denied"),
        tell("b-0", "team_returned"),
    ],
    ids=["day", "theme", "kind", "recipient", "turned round", "denied", "returned"],
)
def test_what_differs_in_one_thing_is_another_act(other: ToldEvent) -> None:
    assert count_acts(tell("a-0"), other) == 2


def test_teams_to_several_are_the_ones_that_arrive_in_each_of_them() -> None:
    sent = tell("a-0", sides=(("CUB", "giver"), ("ITA", "recipient"), ("PER", "recipient")))
    some = tell("b-0", sides=(("CUB", "giver"), ("PER", "recipient")))
    arrived = [
        tell(f"c-{n}", "team_arrived", 2, sides=(("CUB", "giver"), (code, "recipient")))
        for n, code in enumerate(("ITA", "PER"))
    ]
    assert count_acts(sent, some, *arrived) == 1
    assert count_acts(some, tell("d-0", "team_arrived", 2)) == 2


def test_what_was_sent_by_the_day_of_the_document_may_have_arrived_before() -> None:
    sent = tell("a-0", day=3)
    assert count_acts(sent, tell("b-0", "team_arrived", 1)) == 2
    assert count_acts(sent._replace(is_by_then=True), tell("b-0", "team_arrived", 1)) == 1


def test_a_headline_tells_of_the_act_that_its_article_dates() -> None:
    both: tuple[tuple[str, Role], ...] = (("KEN", "party"), ("GHA", "party"))
    headline = tell("a-0", "meeting", 5, sides=both)._replace(is_by_then=True)
    assert count_acts(headline, tell("a-1", "meeting", 4, sides=both)) == 1
    assert count_acts(headline, tell("b-1", "meeting", 4, sides=both)) == 2
    assert count_acts(headline, tell("a-1", "meeting", 4, sides=both), tell("a-2", "meeting", 3, sides=both)) == 3


def test_what_was_denied_joins_nothing() -> None:
    assert count_acts(tell("a-0", status="denied"), tell("b-0", status="denied")) == 2


def test_where_they_met_tells_no_meetings_apart_but_visits_and_what_one_party_came_to() -> None:
    both: tuple[tuple[str, Role], ...] = (("KEN", "party"), ("GHA", "party"))
    assert count_acts(tell("a-0", "meeting", sides=both), tell("b-0", "meeting", sides=(*both, ("TGO", "host")))) == 1
    one: tuple[str, Role] = ("KEN", "party")
    kinds: tuple[EventKind, ...] = ("visit", "summit")
    for kind in kinds:
        told = [tell(f"{code}-0", kind, sides=(one, (code, "host"))) for code in ("GHA", "TGO")]
        assert count_acts(*told) == 2
        assert count_acts(told[0], told[0]._replace(event="b-0")) == 1


@pytest.mark.parametrize(("days", "acts"), [((1, 1), 1), ((1, 6), 1), ((1, 7), 2), ((2, 1), 2)])
def test_a_team_arrives_within_five_days_after_it_was_sent(days: tuple[int, int], acts: int) -> None:
    assert count_acts(tell("a-0", day=days[0]), tell("b-0", "team_arrived", days[1])) == acts


@pytest.mark.parametrize(("days", "acts"), [((1, 22), 1), ((1, 23), 2), ((3, 2), 2)])
def test_supplies_come_within_three_weeks_after_they_were_announced(days: tuple[int, int], acts: int) -> None:
    promised = tell("a-0", "supplies_announced", days[0], "announced")
    assert count_acts(promised, tell("b-0", "supplies_delivered", days[1])) == acts


def test_a_donation_promised_and_made_is_one_and_a_summit_planned_and_held_is_not_known_to_be() -> None:
    assert count_acts(tell("a-0", "donation", 1, "announced"), tell("b-0", "donation", 9)) == 1
    assert count_acts(tell("a-0", "summit", 1, "planned"), tell("b-0", "summit", 2)) == 2


def test_the_nearest_stages_are_joined_and_each_only_once() -> None:
    sent = [tell("a-0", day=1), tell("b-0", day=3)]
    arrived = tell("c-0", "team_arrived", 4)
    acts = join_tellings([*sent, arrived])
    assert acts["b-0"] == acts["c-0"] != acts["a-0"]
    assert count_acts(*sent, arrived, tell("d-0", "team_arrived", 5)) == 2


def test_what_one_document_joins_no_other_takes_apart() -> None:
    acts = join_tellings([tell("a-0", day=1), tell("a-1", "team_arrived", 4), tell("b-0", day=3)])
    assert acts["a-0"] == acts["a-1"] != acts["b-0"]


def test_a_team_has_all_its_stages() -> None:
    stages = [tell("a-0", day=1, status="announced"), tell("b-0", day=3), tell("c-0", "team_arrived", 5)]
    assert count_acts(*stages) == 1


@pytest.mark.parametrize(
    ("event", "precision", "day", "acts"),
    [("a-1", "day", None, 1), ("a-1", "month", 1, 1), ("a-1", "year", -59, 1), ("a-1", "month", 32, 2), ("b-0", "day", None, 2)],
)  # fmt: skip
def test_what_has_no_day_joins_the_one_act_of_its_own_document_that_it_fits(
    event: str, precision: Precision, day: int | None, acts: int
) -> None:
    assert count_acts(tell("a-0", day=9), tell(event, day=day, precision=precision)) == acts


def test_what_has_no_day_and_might_be_either_of_two_acts_is_neither() -> None:
    assert count_acts(tell("a-0", day=1), tell("a-1", day=20), tell("a-2", day=None)) == 3


def test_what_one_document_tells_twice_without_a_day_is_one_act() -> None:
    assert count_acts(tell("a-0", day=None), tell("a-1", day=None), tell("b-0", day=None)) == 2


def test_two_sums_of_money_are_two_gifts() -> None:
    ten, eleven = (("USD", 10e6),), (("USD", 11e6), ("EUR", 10e6))
    gifts = [tell(f"a-{n}", "donation", amounts=amounts) for n, amounts in enumerate((ten, eleven, ()))]
    assert count_acts(*gifts[:2]) == 2
    assert count_acts(*gifts) == 3
    assert count_acts(gifts[0], gifts[2]) == count_acts(gifts[1], gifts[2]) == 1


def test_money_spoken_of_does_not_tell_two_calls_apart() -> None:
    both: tuple[tuple[str, Role], ...] = (("KEN", "party"), ("GHA", "party"))
    assert count_acts(*(tell(f"a-{n}", "call", sides=both, amounts=[("USD", n)]) for n in range(2))) == 1


def test_where_a_side_is_only_counted_the_count_is_the_same() -> None:
    def give(event: str, *counts: int) -> ToldEvent:
        return tell(event, "aid", sides=[("CUB", "giver")], amounts=[("countries", count) for count in counts])

    assert count_acts(give("a-0", 20), give("b-0", 20)) == 1
    assert count_acts(give("a-0", 20), give("b-0", 30)) == count_acts(give("a-0"), give("b-0")) == 2


def test_an_open_kind_is_told_by_its_verb() -> None:
    assert count_acts(tell("a-0", "other", verb="condemn"), tell("b-0", "other", verb="condemn")) == 1
    assert count_acts(tell("a-0", "other", verb="condemn"), tell("b-0", "other", verb="praise")) == 2


def test_of_whom_nobody_is_known_nothing_is_joined() -> None:
    assert count_acts(tell("a-0", sides=()), tell("a-1", sides=())) == 2


TELLINGS = st.lists(
    st.builds(
        tell,
        st.sampled_from("abc"),
        st.sampled_from(("team_sent", "team_arrived")) | st.sampled_from(get_args(EventKind)),
        st.none() | st.integers(1, 12),
        st.sampled_from(get_args(Status)),
        theme=st.just("aid"),
        precision=st.sampled_from(("day", "day", "month")),
        amounts=st.lists(st.sampled_from((("USD", 1.0), ("USD", 2.0), ("EUR", 1.0))), max_size=2),
    ),
    max_size=12,
).map(lambda told: [one._replace(event=f"{one.event}-{number}") for number, one in enumerate(told)])


@given(TELLINGS, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(told: list[ToldEvent], chance: Random) -> None:
    mixed = chance.sample(told, len(told))
    assert join_tellings(mixed) == join_tellings(told)


@given(TELLINGS)
def test_an_act_has_one_day_a_stage_and_one_key(told: list[ToldEvent]) -> None:
    acts = join_tellings(told)
    assert acts.keys() == {one.event for one in told}
    for name in acts.values():
        joined = [one for one in told if acts[one.event] == name]
        days = {one.stage: one.day for one in joined if one.precision == "day"}
        assert all(one.day == days[one.stage] for one in joined if one.precision == "day")
        assert len({(one.theme, one.sides, one.family) for one in joined}) == 1


@pytest.mark.parametrize("day", [1, None])
def test_a_thousand_gifts_of_other_sums_are_told_apart_in_linear_time(day: int | None) -> None:
    def join(size: int) -> None:
        sums = [(("USD", float(n)), ("EUR", float(n + 1))) for n in range(size, 0, -1)]
        gifts = [tell(f"a-{n}", "donation", 1, amounts=amounts) for n, amounts in enumerate(sums)]
        promises = [tell(f"a-{size + n}", "donation", day, "announced", amounts=sums[n][:1]) for n in range(size)]
        join_tellings([*gifts, *promises])

    assert grows_linearly(join, 500)
