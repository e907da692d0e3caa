"""Press documents in, coded tables out: countries and areas, regions, organisations, and the numbers stated of them.

>>> import geo
>>> [(m.text, m.code) for m in geo.find_mentions("Serbia and Italy thanked China.", language="en")]
[('Serbia', 'SRB'), ('Italy', 'ITA'), ('China', 'CHN')]
"""

from geo.boundaries import read_boundaries
from geo.corpus import Corpus, Where, extract, open_corpus
from geo.documents import read_documents
from geo.errors import AmbiguousName, GeoError
from geo.mentions import find_code, find_mentions
from geo.quantities import find_quantities
from geo.records import Document, Mention, Quantity
from geo.reference import find_members

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
