"""The public interface: every name is there, and names can be read without waiting for tables and shapes."""

import operator
import subprocess
import sys

import pytest

import geo
from tests.servers import PROJECT


def test_every_public_name_is_there() -> None:
    assert all(hasattr(geo, name) for name in geo.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="find_everything"):
        operator.attrgetter("find_everything")(geo)


def test_reading_names_waits_for_no_table_and_no_shape() -> None:
    program = "import sys, geo; geo.find_mentions('中国'); print(*{'geopandas', 'pandas', 'duckdb'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).split() == []


def test_import_and_the_first_call_take_less_time_than_eighty_million_turns_of_a_loop() -> None:
    # About two seconds of a machine at its usual speed: benchmarks/recognition.py has the seconds.
    program = (
        "from tests.timings import count_turns\n"
        "print(count_turns(lambda: __import__('geo')), count_turns(lambda: __import__('geo').find_mentions('中国')))"
    )
    run = (sys.executable, "-c", program)
    turns = [[float(one) for one in subprocess.check_output(run, cwd=PROJECT).split()] for _ in range(3)]
    assert [min(ones) < 80 for ones in zip(*turns, strict=True)] == [True, True]


def test_the_loaded_gazetteer_takes_less_than_150_megabytes() -> None:
    program = (
        "import resource, geo; peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; "
        "before = peak(); geo.find_mentions('中国'); print(peak() - before)"
    )
    grown = int(subprocess.check_output([sys.executable, "-c", program]))
    # Kilobytes, but bytes on macOS.
    assert grown / (1e6 if sys.platform == "darwin" else 1e3) < 150
