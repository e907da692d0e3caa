"""The parts of speech of English: verbs by their form, names that are given, headlines; the model and its account."""

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

import geo.languages
from geo.clauses.tagging import tag
from geo.clauses.tagging.treebanks import join_parts, read_treebank

_DATA = Path(geo.languages.__file__).with_name("en")
_SCRIPT = Path(__file__).parent.parent / "data" / "build_tagger.py"
_TREEBANK = """\
# text = Peru's well-built clinic opened.
1-2\tPeru's\t_\t_\t_\t_\t_\t_\t_\t_
1\tPeru\tPeru\tPROPN\tNNP\tNumber=Sing\t6\tnmod:poss\t_\t_
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
3\twell\twell\tADV\tRB\t_\t5\tadvmod\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tbuilt\tbuild\tVERB\tVBN\tTense=Past|VerbForm=Part\t6\tamod\t_\t_
6\tclinic\tclinic\tNOUN\tNN\tNumber=Sing\t7\tnsubj\t_\t_
7\topened\topen\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_
"""


def _tag_word(text: str, word: str, names: str = "") -> str:
    words = text.split()
    fixed = ["PROPN" if one in names.split() else None for one in words]
    return tag(words, fixed)[words.index(word)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rice given by Japan was delivered to Chad .", "given", "VERB:part"),
        ("Norway gave Chad 40 tents .", "gave", "VERB:fin"),
        ("The vaccines donated by India reached Lima on Monday .", "donated", "VERB:part"),
        ("The vaccines donated by India reached Lima on Monday .", "reached", "VERB:fin"),
        ("A team of nurses trained in Cuba returned home .", "trained", "VERB:part"),
        ("Kenya thanked India for sending 200 nurses .", "sending", "VERB:ger"),
        ("Oman promised to send two ships .", "send", "VERB:inf"),
        ("Officials said Ghana has provided 20 buses .", "provided", "VERB:part"),
        ("Officials said Ghana has provided 20 buses .", "has", "AUX"),
        ("The two sides signed a trade agreement .", "trade", "NOUN"),
        ("The supplies arrived in March .", "supplies", "NOUN"),
        ("They supply food to the camps .", "supply", "VERB:fin"),
        ("The Japanese aid helped 300 families .", "aid", "NOUN"),
    ],
)
def test_a_word_is_told_by_what_stands_around_it(text: str, word: str, expected: str) -> None:
    assert _tag_word(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France sends doctors to Mali", "sends", "VERB:fin"),
        ("France Sends More Medical Teams To Mali", "Sends", "VERB:fin"),
        ("france sends more medical teams to mali", "sends", "VERB:fin"),
        ("FRANCE SENDS DOCTORS TO MALI", "SENDS", "VERB:fin"),
        ("Oman to Build Three Schools in Nepal", "Build", "VERB:inf"),
        ("France Sends More Medical Teams To Mali", "Teams", "NOUN"),
        ("Peru Signs Trade Deal With Chile", "Signs", "VERB:fin"),
    ],
)
def test_headlines_in_any_letters_are_read_like_sentences(text: str, word: str, expected: str) -> None:
    assert _tag_word(text, word, "France FRANCE france Mali MALI mali Oman Nepal Peru Chile") == expected


def test_a_fixed_tag_stands() -> None:
    assert tag(["Turkey", "roasts", "well"], ["NOUN", None, "X"])[::2] == ["NOUN", "X"]


def test_a_fixed_name_is_a_name_to_its_neighbours_whatever_it_is() -> None:
    known, unknown = ([name, "backs", "the", "plan", "."] for name in ("France", "qq_zz"))
    fixed = ["PROPN", None, None, None, None]
    assert tag(known, fixed) == tag(unknown, fixed) == ["PROPN", "VERB:fin", "DET", "NOUN", "PUNCT"]


@pytest.mark.parametrize("words", [[], [""], ["…"], ["马里"], ["\n", "a" * 9999], ["0"] * 2000])
def test_any_strings_are_tagged_one_for_one(words: list[str]) -> None:
    assert len(tag(words)) == len(words)


def test_signs_of_the_press_are_those_of_a_keyboard() -> None:
    assert tag(["Peru", "’s", "aid", "–", "and", "Chile", "’s"]) == tag(
        ["Peru", "'s", "aid", "-", "and", "Chile", "'s"]
    )


def test_the_model_is_the_one_that_its_account_names() -> None:
    (account,) = tomllib.loads((_DATA / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
    assert hashlib.sha256((_DATA / "tagger.npz").read_bytes()).hexdigest() == account["sha256"]
    assert (_DATA / "tagger.npz").stat().st_size < 1_500_000


def test_the_model_holds_plain_tables() -> None:
    with np.load(_DATA / "tagger.npz", allow_pickle=False) as stored:
        assert stored["weights"].dtype == np.int8
        assert len(stored["features"].tobytes().split(b"\n")) == len(stored["weights"])


def test_a_treebank_is_read_with_the_forms_of_its_verbs(tmp_path: Path) -> None:
    (sentence,) = read_treebank(_write_treebank(tmp_path))
    tags = ["PROPN", "PART", "ADV", "PUNCT", "VERB:part", "NOUN", "VERB:fin", "PUNCT"]
    assert [token.tag for token in sentence] == tags
    joined = [(token.form, token.tag) for token in join_parts(sentence)]
    assert joined[:3] == [("Peru's", "PROPN"), ("well-built", "VERB:part"), ("clinic", "NOUN")]


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    _write_treebank(tmp_path)
    train = f"import runpy, hashlib, pathlib; s = runpy.run_path({str(_SCRIPT)!r}); "
    train += (
        "t = list(s['read_treebank'](pathlib.Path('few.conllu'))); print(hashlib.sha256(s['train'](t * 9)).hexdigest())"
    )
    made = [subprocess.check_output([sys.executable, "-c", train], cwd=tmp_path, env=_seed(n)) for n in "12"]
    assert made[0] == made[1]


def _seed(number: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(_SCRIPT.parent.parent)}


def _write_treebank(folder: Path) -> Path:
    file = folder / "few.conllu"
    file.write_text(_TREEBANK, encoding="utf-8")
    return file
