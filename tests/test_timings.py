"""The measure of linear time tells a square from a line."""

from tests.timings import grows_in_step, grows_linearly


def test_work_in_proportion_to_its_size_grows_linearly_and_its_square_does_not() -> None:
    assert grows_linearly(lambda size: sum(range(size)), 1_000_000)
    assert not grows_linearly(lambda size: [sum(range(size)) for _ in range(size)], 2_000)


def test_one_slow_try_of_three_is_forgiven() -> None:
    seconds = iter([99.0, 1.0, 4.0, 1.0])
    assert grows_in_step(lambda _: next(seconds), 1)
    assert not grows_in_step(lambda size: size**2 / 100, 10)
