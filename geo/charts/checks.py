"""What a stated figure was held against: its parts, the names listed beside it, or the other statements of its series."""

from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from geo.store.corpus import Corpus, Where


class Ground(NamedTuple):
    """What a figure was held against; of the three only what the kind of check has.

    `parts` has the columns of Corpus.read_members, `names` are the codes listed, in the order of the text, `series` has
    the columns of Corpus.read_series for the whole measure.
    """

    parts: pd.DataFrame
    names: tuple[str, ...]
    series: pd.DataFrame


def read_ground(corpus: Corpus, check: Mapping[Hashable, Any]) -> Ground:
    """Return what the figure of a row of Corpus.read_checks was held against."""
    nothing = pd.DataFrame()
    if check["kind"] == "series":
        return Ground(nothing, (), corpus.read_series(Where(measures=(check["measure"],))))
    members = corpus.read_members(check["check"], check["document"])
    names = members["code"].dropna()
    return Ground(members[members["quantity"].notna()], tuple(dict.fromkeys(names)), nothing)
