"""The gazetteer: every country is there, no name means two things without a rule, and tables are checked."""

from pathlib import Path

import pytest
from babel import Locale

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.names import gazetteer, known_names
from geo.names.gazetteer import compile_gazetteer
from geo.names.known_names import Name, read_names
from geo.names.mentions import find_mentions
from geo.names.patterns import RULES
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.reference.regions import read_regions

LOCALES = [("zh", "zh_Hans"), ("zh", "zh_Hant"), ("zh", "zh_Hant_HK"), ("en", "en")]


@pytest.mark.parametrize(("language", "locale"), LOCALES)
def test_every_country_is_found_by_its_cldr_name(language: str, locale: str) -> None:
    names = Locale.parse(locale).territories
    # A spelling that is a name in Traditional text only needs some of it around.
    frame = "聯合國與{}開會" if locale.startswith("zh_Hant") else "{}"
    texts = {area.code: frame.format(names[area.alpha_2]) for area in read_areas().values()}
    missed = [code for code, text in texts.items() if code not in {m.code for m in find_mentions(text, language)}]
    assert missed == []


def test_no_name_is_claimed_by_two_codes_without_a_rule_that_decides() -> None:
    claims: dict[tuple[str, str], set[str]] = {}
    for name in read_names():
        if name.code and name.weak not in ("rival", "otherwise"):
            claims.setdefault((name.text, name.language), set()).add(name.code)
    assert {text: codes for text, codes in claims.items() if len(codes) > 1} == {}


def test_a_name_that_two_codes_claim_is_refused_when_the_gazetteer_is_made() -> None:
    both = [Name("Freedonia", "FRA", "name", "en"), Name("Freedonia", "ITA", "name", "en")]
    with pytest.raises(DataError, match=r"Freedonia.*FRA, ITA.*rival"):
        list(gazetteer._make_names(both))


def test_every_code_and_rule_of_the_tables_is_known() -> None:
    codes = {*read_areas(), *read_regions(), *read_organisations()}
    assert {name.code for name in read_names() if name.code} <= codes
    assert {name.rule for name in read_names() if name.code} <= RULES


def test_the_codes_of_short_forms_are_known() -> None:
    codes = {*read_areas(), *read_regions()}
    patterns = [pattern for pattern in compile_gazetteer().patterns if pattern.role in ("before", "after", "group")]
    assert {code for pattern in patterns for emission in pattern.emissions for code in emission.codes} <= codes


def test_every_mention_of_a_pattern_lies_inside_it() -> None:
    patterns = compile_gazetteer().patterns
    places = [(emission, len(pattern.text)) for pattern in patterns for emission in pattern.emissions]
    assert all(0 <= emission.start < emission.end <= length for emission, length in places)


@pytest.mark.parametrize("table", ["zh", "en"])
def test_no_row_of_a_table_stands_there_twice(table: str) -> None:
    rows = (find_data_folder() / "names" / f"{table}.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Chad,TCD,country,variant,maybe,also a man", "weak is 'maybe'"),
        ("Chad,TCD,country,variant,person,", "say in the note"),
        ("Chad,TCD,land,variant,,", "kind is 'land'"),
        ("Chad,TCD,country,guess,,", "rule is 'guess'"),
    ],
)
def test_a_row_that_breaks_the_rules_is_named_with_its_line(
    row: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "en.csv").write_text(f"name,code,kind,rule,weak,note\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(known_names, "find_data_folder", lambda: tmp_path)
    with pytest.raises(DataError, match=f"en.csv, line 2: .*{message}"):
        list(known_names._read_reviewed("en"))
