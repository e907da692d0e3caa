"""What a stated figure was held against: its parts, the names listed beside it, or the other statements of its series."""

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from geo.charts.corpus_charts import read_breakdowns
from geo.names.mentions import read_mentions
from geo.names.patterns import PLACE_RULES
from geo.statements.name_lists import find_lists
from geo.statements.quantities import read_quantities
from geo.store.corpus import Corpus, Where
from geo.text import make_plain_text, place_back

_CLOSE = 1e-6
_LINES = 300


class Ground(NamedTuple):
    """What a figure was held against; of the three only what the kind of check has.

    `parts` has the columns of read_breakdowns, `names` are the codes listed, in the order of the text, `series` has
    the columns of Corpus.read_series for the whole measure.
    """

    parts: pd.DataFrame
    names: tuple[str, ...]
    series: pd.DataFrame


def read_ground(corpus: Corpus, check: Mapping[Hashable, Any]) -> Ground:
    """Return what the figure of a row of Corpus.read_checks was held against."""
    nothing = pd.DataFrame()
    if check["kind"] == "sum":
        return Ground(_read_parts(corpus, check), (), nothing)
    if check["kind"] == "list":
        return Ground(nothing, _list_names(corpus, check), nothing)
    return Ground(nothing, (), corpus.read_series(Where(measures=(check["measure"],))))


def _read_parts(corpus: Corpus, check: Mapping[Hashable, Any]) -> pd.DataFrame:
    """Return the parts of the breakdown whose total is the figure; of several, of that which comes to what was found."""
    rows = read_breakdowns(corpus, Where(documents=(check["document"],)))
    totals = rows[(rows["role"] == "total") & (rows["quantity"] == check["quantity"])]["breakdown"]
    parts = rows[(rows["role"] == "part") & rows["breakdown"].isin(totals)]
    sums = parts.groupby("breakdown", sort=False)["value"].sum()
    fitting = sums.index[(sums - check["found"]).abs() < _CLOSE]
    return parts[parts["breakdown"] == fitting[0]] if len(fitting) else parts.iloc[:0]


def _list_names(corpus: Corpus, check: Mapping[Hashable, Any]) -> tuple[str, ...]:
    """Return the codes listed beside the figure: in its sentence or, where that does not tell, in the lines below it."""
    return _read_names(check["sentence_text"], check) or _read_names(_read_below(corpus, check), check)


def _read_below(corpus: Corpus, check: Mapping[Hashable, Any]) -> str:
    """Return the line in which the figure stands and those after it, as many as a list of all countries has."""
    lines = corpus.table("lines", Where(documents=(check["document"],)))
    body = lines[(lines["rule"].fillna("") == "") & (lines["end"] > check["start"])]
    return "\n".join(body["text"].head(_LINES))


def _read_names(text: str, check: Mapping[Hashable, Any]) -> tuple[str, ...]:
    """Return the codes that a text lists beside the figure; none where it does not list as many as were found."""
    language = check["language"] if isinstance(check["language"], str) else None
    plain = make_plain_text(text, language)
    named = read_mentions(plain.text, language, plain.traditional)[0]
    mentions = [mention for mention in named if mention.rule not in PLACE_RULES]
    quantities, _ = read_quantities(plain.text, language, mentions)
    words = [quantity.text for quantity in place_back(quantities, plain, text)]
    for listed in find_lists(plain.text, quantities, mentions):
        if words[listed.quantity] == check["words"] and len(listed.codes) == check["found"]:
            return tuple(dict.fromkeys(mention.code for mention in mentions if mention.code in listed.codes))
    return ()
