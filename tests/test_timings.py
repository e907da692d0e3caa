"""The measure of linear time tells a square from a line: on a clock that the work itself moves, whatever the machine does."""

import time

import pytest

from tests.timings import grows_in_step, grows_linearly


class Clock:
    """A clock of processor seconds that stands still until a piece of work moves it."""

    now = 0.0

    def spend(self, seconds: float) -> None:
        """Move the clock."""
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(time, "process_time", lambda: made.now)
    return made


def test_work_in_proportion_to_its_size_grows_linearly_and_its_square_does_not(clock: Clock) -> None:
    assert grows_linearly(lambda size: clock.spend(size / 10), 10)
    assert not grows_linearly(lambda size: clock.spend(size**2 / 10), 10)


def test_two_slow_tries_of_three_are_forgiven_and_a_square_is_not() -> None:
    seconds = iter([99.0, 1.0, 99.0, 1.0, 4.0, 1.0])
    assert grows_in_step(lambda _: next(seconds), 1)
    assert not grows_in_step(lambda size: size**2 / 100, 10)


def test_what_takes_next_to_nothing_says_nothing_against_the_work() -> None:
    assert grows_in_step(lambda size: 0.19 if size > 1 else 0.0, 1)
