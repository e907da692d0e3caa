"""Press documents in, coded tables out: countries and areas, regions, organisations, and the numbers stated of them.

>>> import geo
>>> [(m.text, m.code) for m in geo.find_mentions("Serbia and Italy thanked China.", language="en")]
[('Serbia', 'SRB'), ('Italy', 'ITA'), ('China', 'CHN')]
"""

from importlib import import_module
from typing import TYPE_CHECKING

from geo.base.errors import AmbiguousName, GeoError
from geo.base.records import Document, Mention, Quantity
from geo.names.mentions import find_code, find_mentions
from geo.reference.memberships import find_members
from geo.statements.quantities import find_quantities

if TYPE_CHECKING:
    from geo.documents.reading import read_documents
    from geo.maps.boundaries import read_boundaries
    from geo.names.conversions import convert, name
    from geo.store.corpus import Corpus, Where, extract, open_corpus
    from geo.store.corrections.files import read_corrections, write_corrections
    from geo.store.corrections.records import Correction

# GeoPandas, pandas, DuckDB and Arrow take a second to import: whoever only reads names does not wait for them.
_LATER = {
    "Corpus": "geo.store.corpus",
    "Correction": "geo.store.corrections.records",
    "Where": "geo.store.corpus",
    "convert": "geo.names.conversions",
    "extract": "geo.store.corpus",
    "name": "geo.names.conversions",
    "open_corpus": "geo.store.corpus",
    "read_boundaries": "geo.maps.boundaries",
    "read_corrections": "geo.store.corrections.files",
    "read_documents": "geo.documents.reading",
    "write_corrections": "geo.store.corrections.files",
}

__all__ = [
    "AmbiguousName",
    "Corpus",
    "Correction",
    "Document",
    "GeoError",
    "Mention",
    "Quantity",
    "Where",
    "convert",
    "extract",
    "find_code",
    "find_members",
    "find_mentions",
    "find_quantities",
    "name",
    "open_corpus",
    "read_boundaries",
    "read_corrections",
    "read_documents",
    "write_corrections",
]

# mypy sees the imports above and goes on refusing names that are not there.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return what needs tables or shapes, imported when it is first asked for (PEP 562)."""
        if name not in _LATER:
            raise AttributeError(f"module 'geo' has no {name!r}")
        return globals().setdefault(name, getattr(import_module(_LATER[name]), name))
