"""AidAtlas: `geo.convert`; it is measured on the lists of the others and on tests/cases/messy_names.csv."""

import sys

from benchmarks.converters.running import Converter, run
from geo import convert


def load() -> Converter:
    """Return the program, as it stands."""
    return Converter(convert, ())


def load_fuzzy() -> Converter:
    """Return the program that takes misspelt names too."""
    return Converter(lambda name: convert(name, fuzzy=True), ())


if __name__ == "__main__":
    run(load_fuzzy if "fuzzy" in sys.argv[3:] else load)
