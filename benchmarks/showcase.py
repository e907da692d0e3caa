"""Every kind of picture on a page of the web and in a newspaper column, in both languages, and all of them on one sheet.

    python -m benchmarks.showcase FOLDER [PATH…]
    python -m benchmarks.showcase FOLDER --only map-en-web dots-zh-column …

Without a path the seeds are drawn, and beside them texts of our own about votes and trade. The sheet is `all.png` in each folder.
Of the seeds some pictures alone, without a sheet, are those of the README.
"""

import argparse
import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from PIL import Image

from geo.base.errors import DrawingError
from geo.base.folders import find_seeds_folder
from geo.charts import Look
from geo.documents.reading import read_documents
from geo.drawings import Edition, Size
from geo.store.corpus import Corpus, extract
from tests.any_subject import TEXTS
from tests.picture_kinds import KINDS, chart_kinds

_SIZES: tuple[Size, ...] = ("web", "column")
_LANGUAGES = ("en", "zh")
# Of a picture on the sheet that shows all.
_WIDTH, _GAP = 560, 16


def main() -> None:
    """Draw; print where the pictures lie."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--only", nargs="+", metavar="NAME")
    given = parser.parse_args()
    if given.only:
        _draw_some(given.folder, given.only)
        return
    with tempfile.TemporaryDirectory() as own:
        for name, corpus in _list_corpora(given.paths, Path(own)):
            (given.folder / name).mkdir(parents=True, exist_ok=True)
            pictures = dict(_draw_all(corpus))
            for file, data in pictures.items():
                (given.folder / name / f"{file}.png").write_bytes(data)
            _join(pictures).save(given.folder / name / "all.png")
            print(f"{len(pictures)} pictures lie in {given.folder / name}.")


def _draw_some(folder: Path, names: Sequence[str]) -> None:
    """Draw pictures of the seeds by their names: kind, language and size."""
    corpus = extract(list(read_documents(find_seeds_folder())))
    for name in names:
        kind, language, size = name.rsplit("-", 2)
        data = chart_kinds(corpus, Look(language))[kind]("png", 1, edition=Edition(size=cast(Size, size)))
        (folder / f"{name}.png").write_bytes(data)
    print(f"{len(names)} pictures lie in {folder}.")


def _list_corpora(paths: list[Path], own: Path) -> Iterator[tuple[str, Corpus]]:
    if paths:
        yield "given", extract(list(read_documents(*paths)))
        return
    yield "seeds", extract(list(read_documents(find_seeds_folder())))
    for name in ("vote_en", "vote_zh", "trade_en"):
        ending, text = TEXTS[name]
        (own / f"{name}.{ending}").write_text(text, encoding="utf-8")
    yield "votes", extract(list(read_documents(own)))


def _draw_all(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield each picture by its name; one that has no room is told of and left out."""
    for language in _LANGUAGES:
        drawers = chart_kinds(corpus, Look(language))
        for kind in KINDS:
            for size in _SIZES:
                try:
                    yield f"{kind}-{language}-{size}", drawers[kind]("png", 1, edition=Edition(size=size))
                except DrawingError as error:
                    print(f"{kind}-{language}-{size}: {error}")


def _join(pictures: Mapping[str, bytes]) -> Image.Image:
    """Return all pictures on one sheet, a kind a row."""
    shown = {name: _fit(Image.open(io.BytesIO(data)).convert("RGB")) for name, data in pictures.items()}
    columns = len(_LANGUAGES) * len(_SIZES)
    rows = [[one for name, one in shown.items() if name.startswith(f"{kind}-")] for kind in KINDS]
    heights = [max((one.height for one in row), default=0) + _GAP for row in rows]
    sheet = Image.new("RGB", (columns * (_WIDTH + _GAP) + _GAP, sum(heights) + _GAP), "#8a8f98")
    for number, row in enumerate(rows):
        for place, one in enumerate(row):
            sheet.paste(one, (_GAP + place * (_WIDTH + _GAP), _GAP + sum(heights[:number])))
    return sheet


def _fit(picture: Image.Image) -> Image.Image:
    width = min(_WIDTH, picture.width)
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
