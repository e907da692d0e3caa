"""How fast the machine is while it measures: the speed of a shared one halves and doubles within minutes."""

from tests.timings import measure

_TURNS = 10**7


def write_speed() -> str:
    """Return a line that says how long a plain loop takes now, which the figures below it can be read beside."""
    return f"the machine: {measure(_turn):.2f} s for ten million turns of a loop"


def _turn() -> None:
    for _ in range(_TURNS):
        pass
