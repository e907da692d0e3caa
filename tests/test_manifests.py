"""The manifest of a corpus: how it is written and known, what it refuses, and what its hash of all that reads covers."""

import json
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

from geo.base.corpus_folders import MANIFEST, is_corpus
from geo.base.errors import CorpusError
from geo.base.limits import Limits
from geo.store import fingerprints
from geo.store.fingerprints import hash_rules, hash_sources, hash_words, list_reading_files
from geo.store.manifests import Made, Manifest, Part, read_manifest, save_manifest, write_manifest
from geo.store.tables import TABLES

NAMES = ("0" * 20, "1" * 20, "2" * 20)
PART = Part(*NAMES, 3, dict.fromkeys(TABLES, 7))
WHOLE = Manifest(True, Made("3" * 20, Limits(seconds=0.5)), (PART,), "4" * 20)


@pytest.mark.parametrize("manifest", [WHOLE, Manifest(False, Made(None))])
def test_a_manifest_is_read_as_it_was_written(manifest: Manifest, tmp_path: Path) -> None:
    save_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert [file.name for file in tmp_path.iterdir()] == [MANIFEST]


def test_a_folder_is_known_by_the_beginning_of_its_manifest(tmp_path: Path) -> None:
    assert not is_corpus(tmp_path / "nothing")
    save_manifest(tmp_path, WHOLE)
    assert is_corpus(tmp_path)
    (tmp_path / MANIFEST).write_text('{"name": "a collection of letters"}')
    assert not is_corpus(tmp_path)


TOLD = json.loads(write_manifest(WHOLE))


def test_a_corpus_that_was_made_before_a_limit_was_told_had_its_default(tmp_path: Path) -> None:
    limits = {name: most for name, most in TOLD["limits"].items() if name not in ("row", "register")}
    (tmp_path / MANIFEST).write_bytes(json.dumps(TOLD | {"limits": limits}).encode())
    assert read_manifest(tmp_path) == WHOLE


@pytest.mark.parametrize(
    "told",
    [
        write_manifest(WHOLE)[:-3],
        b"[]",
        b"{}",
        b"[" * 100_000,
        json.dumps(TOLD | {"aidatlas_corpus": 2}).encode(),
        json.dumps(TOLD | {"limits": {}}).encode(),
        json.dumps(TOLD | {"limits": dict.fromkeys(Limits._fields, "many")}).encode(),
        json.dumps(TOLD | {"parts": [TOLD["parts"][0] | {"name": "../../elsewhere"}]}).encode(),
        json.dumps(TOLD | {"parts": [TOLD["parts"][0] | {"sizes": {}}]}).encode(),
    ],
)
def test_a_torn_or_strange_manifest_is_one_clear_line(told: bytes, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(told)
    with pytest.raises(CorpusError, match=r"corpus\.json: this is no whole manifest of a corpus"):
        read_manifest(tmp_path)


def test_all_that_extraction_imports_is_in_the_hash_of_what_reads() -> None:
    graph = grimp.build_graph("geo", cache_dir=None)
    reading = {"geo.store.extraction", "geo.documents.reading"}
    read_by = reading.union(*map(graph.find_upstream_modules, reading))
    hashed = {name.removesuffix(".py").removesuffix("/__init__") for name, _ in list_reading_files()}
    missing = {module for module in read_by if module.removeprefix("geo.").replace(".", "/") not in hashed}
    assert missing <= {"geo", "geo.store"}


def spell(distribution: str) -> str:
    """Return the name of a distribution as it is compared."""
    return distribution.replace("-", "_").lower()


def test_all_libraries_that_extraction_imports_are_in_the_hash_of_what_reads() -> None:
    graph = grimp.build_graph("geo", include_external_packages=True, cache_dir=None)
    reading = {"geo.store.extraction", "geo.documents.reading"}
    ours = reading.union(*map(graph.find_upstream_modules, reading))
    imported = {name for module in ours for name in graph.find_modules_directly_imported_by(module)}
    outer = {name.split(".")[0] for name in imported} - {"geo"} - sys.stdlib_module_names
    distributions = {spell(one) for name in outer for one in packages_distributions()[name]}
    # pandas shows tables, and reads nothing into them.
    assert distributions - {"pandas"} <= set(map(spell, fingerprints.LIBRARIES))


def test_the_hash_covers_the_data_that_is_read_and_not_what_is_only_shown() -> None:
    names = {name for name, _ in list_reading_files()}
    assert {"data/countries.csv", "data/names/zh.csv", "languages/en/tagger.npz"} <= names
    assert not any(
        "wording/" in name or "fonts/" in name or "boundaries/" in name or "charts/" in name for name in names
    )


def test_hashes_tell_words_limits_and_paths_apart(tmp_path: Path) -> None:
    assert hash_words(["ab", "c"]) != hash_words(["a", "bc"])
    assert hash_rules("a", Limits()) != hash_rules("a", Limits(line=9))
    assert hash_sources([tmp_path, tmp_path / "a"]) == hash_sources([tmp_path / "b" / ".." / "a", tmp_path])
    assert hash_sources([tmp_path]) != hash_sources([tmp_path / "a"])
