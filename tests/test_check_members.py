"""Tests of the evidence of checks: what was added up or counted is recorded, and never read again."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from geo.base.corpus_folders import MANIFEST
from geo.base.errors import CorpusError
from geo.charts import read_ground
from geo.documents.reading import read_documents
from geo.store.corpus import Corpus, Where, extract, open_corpus

# "Congo" alone is one of two countries: which of them, the first sentence says.
LETTER = "The Republic of the Congo lost its post office in the flood. The club wrote to three countries: Congo, Kenya and Togo."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return one document with a list and a sum."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "one.txt").write_text(f"{LETTER}\nIt sent stamps to 30 countries: 18 in Asia and 12 in Africa.\n")
    return extract(read_documents(folder))


def test_the_names_of_a_check_are_coded_as_in_the_table_of_mentions(corpus: Corpus) -> None:
    (row,) = corpus.read_checks(Where(checks=("list",))).to_dict("records")
    members = corpus.read_members(row["check"], row["document"])
    mentions = corpus.mentions.set_index("start")
    assert members["code"].tolist() == mentions["code"].loc[members["member_start"]].tolist()
    assert read_ground(corpus, row).names == ("COG", "KEN", "TGO")


def test_the_parts_of_a_check_come_to_what_was_found(corpus: Corpus) -> None:
    for row in corpus.read_checks(Where(checks=("sum",))).to_dict("records"):
        parts = read_ground(corpus, row).parts
        assert parts["value"].sum() == row["found"]
        assert parts["scope"].tolist() == ["142", "002"]


def test_every_check_of_the_seeds_has_its_members(seeds: Corpus) -> None:
    stored = seeds.arrow("checks").to_pandas()
    counted = seeds.check_members.groupby("check").size()
    assert set(stored["check"]) == set(counted.index)
    lists = stored[stored["kind"] == "list"].set_index("check")["found"]
    assert (counted[lists.index] == lists).all()


def test_members_are_kept_on_disk(corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path / "kept")
    assert open_corpus(tmp_path / "kept").check_members.equals(corpus.check_members)


def test_a_corpus_of_another_version_says_what_to_do(corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path / "old")
    (tmp_path / "old" / MANIFEST).unlink()  # earlier versions wrote none
    (file,) = (tmp_path / "old" / "check_members").glob("*.parquet")
    pq.write_table(pq.read_table(file).drop_columns(["code"]), file)
    with pytest.raises(CorpusError, match="table check_members has no column code: another version wrote it"):
        open_corpus(tmp_path / "old")
