"""Measure the tagger of English on a treebank: how many tags are right, and how many words it tags in a second.

    python -m benchmarks.tagging en_ewt-ud-test.conllu

Seconds are those of the processor. A verb counts as right in the first line whatever its form, in the others not.
"""

import argparse
import time
from collections import Counter
from pathlib import Path

from geo.clauses.tagging import tag
from geo.clauses.tagging.treebanks import read_treebank


def main() -> None:
    """Print the share of right tags, of each form of the verb, and the speed."""
    parser = argparse.ArgumentParser(description="Measure the tagger of English.")
    parser.add_argument("treebank", type=Path, help="a file in CoNLL-U, plain or packed (.xz)")
    sentences = list(read_treebank(parser.parse_args().treebank))
    start = time.process_time()
    tag(["Load", "the", "model"])
    loaded = time.process_time()
    found = [tag([token.form for token in sentence]) for sentence in sentences]
    seconds = time.process_time() - loaded
    right = [token.tag for sentence in sentences for token in sentence]
    given = [tag for tags in found for tag in tags]
    pairs = Counter(zip(right, given, strict=True))
    print(f"universal tags right: {_share(pairs, cut=True):.2%} of {len(right):,}; all tags right: {_share(pairs):.2%}")
    for name in sorted(set(right)):
        print(f"{name:10} {_measure(pairs, name)}")
    print(f"{len(right) / seconds:,.0f} words a second; read in {loaded - start:.2f} seconds")


def _share(pairs: Counter[tuple[str, str]], *, cut: bool = False) -> float:
    same = (n for (a, b), n in pairs.items() if a == b or (cut and a.partition(":")[0] == b.partition(":")[0]))
    return sum(same) / pairs.total()


def _measure(pairs: Counter[tuple[str, str]], name: str) -> str:
    right = pairs[name, name]
    given = sum(n for (_, b), n in pairs.items() if b == name)
    wanted = sum(n for (a, _), n in pairs.items() if a == name)
    return f"precision {right / max(given, 1):.1%}, recall {right / wanted:.1%} of {wanted}"


if __name__ == "__main__":
    main()
