"""The checks of stated numbers, and what they were held against."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from dashboard.answers import answered_once
from dashboard.corpora.shown import open_shown
from geo import charts
from geo.store.corpus import CheckPosition, Where


@answered_once(64)
def read_checks(where: Where, after: CheckPosition | None, limit: int) -> pd.DataFrame:
    """Return a page of the checks with their figure, sentence and document."""
    return open_shown().read_checks(where, after, limit)


@answered_once(64)
def count_checks(where: Where) -> pd.DataFrame:
    """Return how many checks of each kind came to each verdict."""
    return open_shown().count_checks(where)


@answered_once(512)
def read_ground(check: str, _row: Mapping[Hashable, Any]) -> charts.Ground:
    """Return what a check's figure was held against; its name stands for its row."""
    return charts.read_ground(open_shown(), _row)
