"""What a whole is said to be, its parts are too: planned, announced, denied; and a fact beside a denial stays one."""

import pytest

from geo.documents.reading import read_document_bytes
from geo.store.corpus import extract

CASES = [
    ("Cuba never sent doctors to 30 countries: 20 in Africa and 10 in the Americas.", {"denied"}),
    ("The fund refused to pay US$90 million: US$50 million to Ghana and US$40 million to Togo.", {"denied"}),
    ("Turkey has not opened embassies in 40 countries: 25 in Africa, 15 in Asia.", {"denied"}),
    ("外交部否认已向50个国家出口药品，其中非洲国家30个、亚洲国家20个。", {"denied"}),
    ("日本否認曾向60個國家提供援助：非洲30個，亞洲20個，歐洲10個。", {"denied"}),
    ("Germany did not send help to 60 coun-\ntries: 30 in Africa, 20\nin Asia and 10 in\nEurope.", {"denied"}),
    ("政府計劃向 70 個國家提供疫苗，其中非洲 40 個、亞洲 30 個。", {"planned"}),
    ("India delivered vaccines to 60 countries: 30 in Africa and 30 in Asia. It has not sent any to Europe.", {"done"}),
]


def read_parts(text: str) -> set[object]:
    """Return the status of the parts of a text's breakdown."""
    corpus = extract(read_document_bytes("a.txt", text.encode()))
    parts = corpus.table("breakdowns").query("role == 'part'").merge(corpus.table("quantities"), on="quantity")
    assert len(parts) >= 2
    return set(parts["status"].astype("object").where(parts["status"].notna(), None))


@pytest.mark.parametrize(("text", "status"), CASES)
def test_parts_are_what_their_whole_is(text: str, status: set[object]) -> None:
    assert read_parts(text) == status


def test_a_denial_in_the_sentence_before_is_not_of_these_parts() -> None:
    text = "The ministry denied that 60 countries were helped. It helped 45 countries: 20 in Africa and 25 in Asia."
    assert "denied" not in read_parts(text)
