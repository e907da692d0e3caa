"""How a folder is known to hold an extracted corpus: by its manifest, which begins with a mark of its own."""

import json
from pathlib import Path

MANIFEST = "corpus.json"
# The first key of every manifest: other programs call files of theirs corpus.json too.
MARK = "aidatlas_corpus"
_BEGINNING = len('{"": ') + len(MARK)


def is_corpus(folder: Path) -> bool:
    """Return whether a folder holds a corpus that an extraction wrote, whole or not; nothing in it is a document.

    A path that is not there or cannot be opened holds none.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            begun = file.read(_BEGINNING)
    except OSError:
        return False
    return begun == json.dumps({MARK: 0}).encode()[:_BEGINNING]
