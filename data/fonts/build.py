"""Make the fonts of the pictures: subsets of Noto Sans CJK SC and Noto Sans Arabic under names of their own.

    python data/fonts/build.py            compare with what is stored; exit status 1 where they differ
    python data/fonts/build.py --write    replace what is stored

The originals must be installed: Debian's packages fonts-noto-cjk and fonts-noto-core, in the versions that SOURCES.toml
names.
"""

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib.font_manager import findSystemFonts

from geo.reference.organisations import read_organisations
from geo.reference.places import list_place_codes, name_place
from geo.reference.regions import read_regions
from geo.reference.wordings import LANGUAGES, read_chart_words

HERE = Path(__file__).resolve().parent
# The place of "Noto Sans CJK SC" in the collections.
SIMPLIFIED_CHINESE = 2
FAMILY = "AidAtlas Sans"
# Latin and its accents, Greek, Cyrillic, signs and currencies, Chinese punctuation and full-width forms.
BLOCKS = (
    range(0x20, 0x7F), range(0xA0, 0x250), range(0x370, 0x460), range(0x1E00, 0x1F00), range(0x2010, 0x2028),
    range(0x2030, 0x205F), range(0x2070, 0x20C0), range(0x2100, 0x2200), range(0x3000, 0x3040), range(0xFF00, 0xFFF0),
)  # fmt: skip
# Quotation marks and the ellipsis are full-width in a Chinese font; their Latin forms stand in the private area, and
# geo.drawings.fonts chooses between them.
LATIN_FORMS = {"‘": "\ue000", "’": "\ue001", "“": "\ue002", "”": "\ue003", "…": "\ue004"}
# The letters, vowel signs, marks and digits of Arabic, Persian and Urdu; their forms in a word follow by the font's rules.
ARABIC = (
    range(0x60C, 0x60D), range(0x61B, 0x61C), range(0x61F, 0x620), range(0x621, 0x63B), range(0x640, 0x653),
    range(0x660, 0x66D), range(0x670, 0x672), range(0x6F0, 0x6FA), tuple(map(ord, "ٹپچڈڑژکگںھۀہۂۃیےۓ۔")),
)  # fmt: skip
# GB 2312 has two levels of Chinese characters: the 3,755 most used and 3,008 rarer ones.
LEVEL_1, LEVEL_2 = range(0xB0, 0xD8), range(0xD8, 0xF8)


def main() -> int:
    """Build both fonts; return 0 where they are as stored, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="replace the stored fonts")
    write = parser.parse_args().write
    sources = tomllib.loads((HERE / "SOURCES.toml").read_text(encoding="utf-8"))["fonts"]
    changed = [entry["file"] for entry in sources if not _build(entry, write)]
    sys.stdout.write(
        f"fonts: {len(sources)} built, {len(changed)} differ from the stored: {', '.join(changed) or 'none'}\n"
    )
    return 1 if changed and not write else 0


def _build(entry: dict[str, str], write: bool) -> bool:
    """Build one font of SOURCES.toml; return whether it is the stored one."""
    original = _find_original(entry["source_file"], entry["source_sha256"])
    bold = "bold" in entry["file"]
    if "arabic" in entry["file"]:
        made = make_arabic_font(original, f"{FAMILY} Arabic" + " Bold" * bold)
    else:
        made = make_font(original, FAMILY + " Bold" * bold, list_characters((LEVEL_1,) if bold else (LEVEL_1, LEVEL_2)))
    stored = HERE / entry["file"]
    same = stored.exists() and stored.read_bytes() == made
    if write:
        stored.write_bytes(made)
        sys.stdout.write(f"{entry['file']}: {len(made):,} bytes, sha256 {hashlib.sha256(made).hexdigest()}\n")
    return same


def _find_original(name: str, digest: str) -> Path:
    for path in map(Path, findSystemFonts()):
        if path.name == name and hashlib.sha256(path.read_bytes()).hexdigest() == digest:
            return path
    sys.exit(
        f"{name}: not installed in the version that SOURCES.toml names; install the Debian package that it names too"
    )


def list_characters(levels: tuple[range, ...]) -> set[str]:
    """Return the characters of a font: the blocks, levels of GB 2312, and whatever we draw besides."""
    blocks = {chr(number) for block in BLOCKS for number in block}
    return (
        blocks
        | {sign for level in levels for sign in _read_level(level)}
        | {sign for sign in "".join(list_our_words()) if not _is_arabic(sign)}
    )


def _read_level(rows: range) -> Iterator[str]:
    for row in rows:
        for column in range(0xA1, 0xFF):
            yield from bytes((row, column)).decode("gb2312", errors="ignore")


def list_our_words() -> Iterator[str]:
    """Yield every name and word that a picture may draw."""
    name: Callable[[str, str], str] = name_place
    for code in [*list_place_codes(), *read_regions(), *read_organisations()]:
        yield from (name(code, language) for language in LANGUAGES)
    for language in LANGUAGES:
        yield from read_chart_words(language).list_texts()


def _is_arabic(sign: str) -> bool:
    return any(ord(sign) in block for block in ARABIC)


def make_arabic_font(original: Path, name: str) -> bytes:
    """Return a font of the Arabic letters of the original with the rules that join them, renamed."""
    font = TTFont(original, recalcTimestamp=False)
    options = _choose_options()
    options.layout_features = ["*"]
    _take(font, options, {number for block in ARABIC for number in block})
    _rename(font, name)
    return _save(font)


def make_font(original: Path, name: str, characters: set[str]) -> bytes:
    """Return a font of some characters of the original, renamed, the same bytes each time."""
    font = TTFont(original, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    _add_latin_forms(font)
    options = _choose_options()
    options.layout_features = ["kern"]
    options.drop_tables = [*options.drop_tables, "vhea", "vmtx", "VORG", "BASE"]
    drawn = {sign for sign in characters if sign.isprintable()} | set(LATIN_FORMS.values())
    _take(font, options, set(map(ord, drawn)))
    _rename(font, name)
    names = font["CFF "].cff
    names.fontNames = [name.replace(" ", "")]
    names.topDictIndex[0].FullName = names.topDictIndex[0].FamilyName = name
    return _save(font)


def _choose_options() -> Options:
    options = Options()
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 8, 9, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    return options


def _take(font: TTFont, options: Options, numbers: set[int]) -> None:
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(numbers))
    subsetter.subset(font)


def _save(font: TTFont) -> bytes:
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _add_latin_forms(font: TTFont) -> None:
    """Give the proportional forms of some signs characters of their own."""
    table, letters = font["GSUB"].table, font.getBestCmap()
    features = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "pwid"]
    lookups = {number for feature in features for number in feature.LookupListIndex}
    forms: dict[str, str] = {}
    for number in sorted(lookups):
        for subtable in table.LookupList.Lookup[number].SubTable:
            forms.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    for sign, place in LATIN_FORMS.items():
        for cmap in font["cmap"].tables:
            if cmap.isUnicode() and cmap.format != 14:
                cmap.cmap[ord(place)] = forms[letters[ord(sign)]]


def _rename(font: TTFont, name: str) -> None:
    """Give a font our name: it must not pass for the original, nor be taken for an installed one."""
    plain = name.replace(" ", "")
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = plain if record.nameID == 6 else name
        elif record.nameID == 2:
            record.string = "Regular"
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


if __name__ == "__main__":
    sys.exit(main())
