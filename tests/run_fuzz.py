"""Fuzz the rules and the readers for some minutes: texts and files that nobody wrote, another lot at each run.

    python -m tests.run_fuzz [MINUTES] [SEED]

What broke is said with the text or file that broke it, what was slow with its processor time: more than two seconds a
megabyte beside a tenth of a second. Ends with status 1 if anything broke.
"""

import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import geo
from tests.fuzzed_files import make_files
from tests.fuzzed_properties import TEXT_CHECKS, check_file
from tests.fuzzing import LANGUAGES, make_refrains, make_texts

_EXAMPLES, _LONG_EXAMPLES = 100, 5
_SECONDS_A_CHARACTER, _SECONDS = 2e-6, 0.1
_REFRAIN = 20_000  # characters of a text that repeats one thing
_MOST_SAID = 400
_MOST_SLOW = 20
Made = tuple[str, object]


class Turn(NamedTuple):
    """A property, what it is asked of, and how often before the next has its turn."""

    name: str
    made: st.SearchStrategy[Made]
    check: Callable[..., object]
    examples: int = _EXAMPLES


class Slow(NamedTuple):
    """A text or file that took longer than its length allows: how many times as long, the seconds, and what it was."""

    times: float
    seconds: float
    check: str
    made: str


def main(minutes: float = 30, begin: int | None = None) -> int:
    """Fuzz for some minutes of the clock, from a seed, and return the status."""
    number = random.randrange(10**6) if begin is None else begin  # noqa: S311
    print(f"fuzzing for {minutes:g} minutes from seed {number}", flush=True)
    _warm_up()
    broken: dict[str, str] = {}
    slow: list[Slow] = []
    turns, end = 0, time.monotonic() + 60 * minutes
    for turns, turn in enumerate(_take_turns()):
        if time.monotonic() > end:
            break
        for place, told in _run(turn, number + turns, slow):
            if broken.setdefault(f"{turn.name}: {place}", told) is told:
                print(f"\nBROKEN {turn.name}: {place}\n{told}", flush=True)
    _tell(turns, broken, slow)
    return 1 if broken else 0


def _take_turns() -> Iterator[Turn]:
    """Yield every property again and again, with what it is asked of."""
    long = make_refrains().map(lambda made: (made[0] * (_REFRAIN // len(made[0])), made[1]))
    while True:
        yield from (Turn(name, make_texts(), check) for name, check in TEXT_CHECKS.items())
        yield Turn("files", make_files(), check_file)
        yield from (Turn(f"{name}, repeated", long, check, _LONG_EXAMPLES) for name, check in TEXT_CHECKS.items())


def _run(turn: Turn, number: int, slow: list[Slow]) -> Iterator[tuple[str, str]]:
    """Yield where a property broke, and on what: the smallest that was found; note what it took too long for."""

    @seed(number)
    @settings(
        max_examples=turn.examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(turn.made)
    def ask(made: Made) -> None:
        begun = time.process_time()
        turn.check(*made)
        seconds = time.process_time() - begun
        size = max(len(one) for one in made if isinstance(one, (str, bytes)))
        times = seconds / (_SECONDS + _SECONDS_A_CHARACTER * size)
        if times > 1:
            slow.append(Slow(times, seconds, turn.name, repr(made)))

    try:
        ask()
    except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
        raised = error.exceptions if isinstance(error, ExceptionGroup) else [error]
        yield from ((_find_place(one), _describe(one)) for one in raised)


def _find_place(error: BaseException) -> str:
    """Return what was raised, and the last line of the project that was at work."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "hypothesis" not in frame.filename]
    own = [frame for frame in frames if "/geo/" in frame.filename or "/tests/" in frame.filename]
    at = (own or frames)[-1]
    return f"{type(error).__name__} in {at.name}, line {at.lineno}"


def _describe(error: BaseException) -> str:
    notes = "\n".join(getattr(error, "__notes__", []))
    return f"{''.join(traceback.format_exception(error)[-3:])}{notes}"


def _tell(turns: int, broken: dict[str, str], slow: list[Slow]) -> None:
    """Say what was found, the slowest last."""
    worst = sorted(slow)[-_MOST_SLOW:]
    for one in worst:
        print(f"SLOW {one.check}: {one.seconds:.2f} s, {one.times:.1f} times what is allowed: {one.made[:_MOST_SAID]}")
    print(f"{turns} turns, {len(broken)} broken, {len(slow)} slow", flush=True)


def _warm_up() -> None:
    """Load what each language needs once, which is no fault of the first text."""
    for language in LANGUAGES:
        geo.find_mentions("Kenya", language)
        geo.find_quantities("20", language)


if __name__ == "__main__":
    given_minutes, *given_seed = sys.argv[1:] or ["30"]
    sys.exit(main(float(given_minutes), int(given_seed[0]) if given_seed else None))
