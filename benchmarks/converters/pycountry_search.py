"""The program pycountry: the first country that `search_fuzzy` finds."""

import pycountry

from benchmarks.converters.running import Converter, run

_FIELDS = ("name", "common_name", "official_name")


def load() -> Converter:
    """Return the program; its names are those of ISO 3166-1."""

    def convert(name: str) -> str | None:
        try:
            return str(pycountry.countries.search_fuzzy(name)[0].alpha_3)
        except LookupError:
            return None

    names = [
        (getattr(one, field), one.alpha_3) for one in pycountry.countries for field in _FIELDS if hasattr(one, field)
    ]
    return Converter(convert, names, "pycountry")


if __name__ == "__main__":
    run(load)
