"""Names and numbers are read through what nobody sees in a text, and told at their place in it."""

from pathlib import Path

import pytest

import geo

NAMES = [
    ("Aid went to Ser\u00adbia and Mo\u200bzambique.", ["SRB", "MOZ"]),
    ("Aid went to Ｓｅｒｂｉａ and Ｃôｔｅ d’Ivoire.", ["SRB", "CIV"]),
    ("Aid went to Ky\u2060rgyz\ufeffstan and Uk\u00ad\nraine.", ["KGZ", "UKR"]),
    ("物资运往塞\u200b尔维亚、⽇本、⻢来⻄亚和⼟⽿其。", ["SRB", "JPN", "MYS", "TUR"]),
    ("Помощь Сер\u00adбии и Ка\u200bзахстану.", ["SRB", "KAZ"]),
]


@pytest.mark.parametrize(("text", "codes"), NAMES)
def test_a_name_with_unseen_characters_or_radicals_is_read_where_it_stands(text: str, codes: list[str]) -> None:
    mentions = geo.find_mentions(text)
    assert [mention.code for mention in mentions] == codes
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_document_that_is_full_of_them_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "中\u200b国\u200b援\u200b助\u200b塞\u200b尔\u200b维\u200b亚\u200b。" * 60, encoding="utf-8"
    )
    mentions = geo.extract(geo.read_documents(tmp_path)).mentions
    assert mentions["code"].tolist() == ["CHN", "SRB"] * 60
    assert mentions["text"].iloc[1] == "塞\u200b尔\u200b维\u200b亚"
