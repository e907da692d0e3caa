"""The description of the tables, and the tables that are made from it."""

import pandas as pd
import pytest

from geo.store.corpus import Corpus
from geo.store.tables import TABLES, describe_columns, make_schema, make_table


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name: str) -> None:
    described = describe_columns(name)
    assert described["meaning"].str.len().min() > 0
    assert described["column"].is_unique


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_all_its_columns(name: str) -> None:
    assert make_table(name, ()).schema.equals(make_schema(name))


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_the_seeds_hold_what_is_described(name: str, seeds: Corpus) -> None:
    table = seeds.table(name)
    described = describe_columns(name)
    assert list(table.columns) == list(described["column"])
    assert not table[list(described["column"][described["key"]])].isna().any().any()


def test_no_text_of_the_seeds_stands_for_unknown(seeds: Corpus) -> None:
    for name in TABLES:
        texts: pd.DataFrame = seeds.table(name).drop(columns=["rule", "text"], errors="ignore").select_dtypes("str")
        assert not texts.isin(["", "Other", "nan", "None"]).any().any(), name
