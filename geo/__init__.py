"""Press documents in, coded tables out: countries and areas, regions, organisations, and the numbers stated of them.

>>> import geo
>>> [(m.text, m.code) for m in geo.find_mentions("Serbia and Italy thanked China.", language="en")]
[('Serbia', 'SRB'), ('Italy', 'ITA'), ('China', 'CHN')]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from geo.errors import AmbiguousName, GeoError
from geo.mentions import find_code, find_mentions
from geo.quantities import find_quantities
from geo.records import Document, Mention, Quantity
from geo.reference import find_members

if TYPE_CHECKING:
    from geo.boundaries import read_boundaries
    from geo.corpus import Corpus, Where, extract, open_corpus
    from geo.documents import read_documents

# GeoPandas, pandas, DuckDB and Arrow take a second to import: whoever only reads names does not wait for them.
_LATER = {
    "Corpus": "geo.corpus",
    "Where": "geo.corpus",
    "extract": "geo.corpus",
    "open_corpus": "geo.corpus",
    "read_boundaries": "geo.boundaries",
    "read_documents": "geo.documents",
}

__all__ = [
    "AmbiguousName",
    "Corpus",
    "Document",
    "GeoError",
    "Mention",
    "Quantity",
    "Where",
    "extract",
    "find_code",
    "find_members",
    "find_mentions",
    "find_quantities",
    "open_corpus",
    "read_boundaries",
    "read_documents",
]

# mypy sees the imports above and goes on refusing names that are not there.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return what needs tables or shapes, imported when it is first asked for (PEP 562)."""
        if name not in _LATER:
            raise AttributeError(f"module 'geo' has no {name!r}")
        return globals().setdefault(name, getattr(import_module(_LATER[name]), name))
