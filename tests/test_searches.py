"""Searching the sentences of a corpus: words, names, codes, pages, and queries that are meant to break it."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.store.corpus import ALL, Corpus, Found, Where, find_position, read_query
from geo.store.corpus.searches import find_words
from geo.store.tables import make_table

DAY = date(2020, 3, 26)
TEXTS = (
    "Serbia received masks from China.",
    "塞尔维亚收到中国的口 罩。",
    "C\u00f4te d\u2019Ivoire thanked the WHO.",
    "100% of a_b is a*b, (not) $9.50 [x] \\d+ 'quoted' \"said\".",
    "The Tirana office called; who masked 80,000 people?",
    "塞爾維亞感謝歐洲 ２８ 國。",
    "South Korea gave vac\u00adcines and \ufb01nance.",
)
NAMES = (
    (0, "Serbia", "SRB", "country"), (0, "China", "CHN", "country"), (1, "塞尔维亚", "SRB", "country"),
    (2, "C\u00f4te d\u2019Ivoire", "CIV", "country"), (2, "WHO", "org:who", "organisation"), (5, "塞爾維亞", "SRB", "country"),
    (5, "歐洲", "150", "region"), (6, "South Korea", "KOR", "country"),
)  # fmt: skip


def make_corpus(texts: Sequence[str] = TEXTS, documents: Sequence[str] = ("a", "b")) -> Corpus:
    """Return documents with these sentences each; the second is of another outlet and language."""
    spans = [(n, sum(len(text) + 1 for text in texts[:n]), text) for n, text in enumerate(texts)]
    sentences = [
        (one, n, start, start + len(text), text, DAY if n % 3 else None, None, None, None)
        for one in documents
        for n, start, text in spans
    ]
    mentions = [
        (one, n, start := spans[n][1] + texts[n].index(said), start + len(said), said, kind, code, "name")
        for one in documents
        for n, said, code, kind in NAMES
        if n < len(texts) and said in texts[n]
    ]
    rows: dict[str, Sequence[Sequence[object]]] = {
        "documents": [
            (
                one,
                None,
                f"Title {one}",
                "2020-03-26",
                f"Outlet {one}",
                None,
                "en" if one == "a" else "zh",
                900,
                None,
                None,
            )
            for one in documents
        ],
        "sentences": sentences,
        "mentions": mentions,
    }
    return Corpus({name: make_table(name, found) for name, found in rows.items()})


@cache
def open_one() -> Corpus:
    """Return the sentences in one document."""
    return make_corpus(documents=("a",))


def find(query: str, where: Where = ALL) -> list[int]:
    """Return the numbers of the sentences that a query finds in one document."""
    return sorted(open_one().search_sentences(query, where)["sentence"])


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("SERBIA masks", [0]),
        ("masks", [0]),
        ("mask", [0, 4]),
        ('"mask"', []),
        ("Serbia", [0, 1, 5]),
        ('"Serbia"', [0]),
        ("SRB", [0, 1, 5]),
        ("塞尔维亚 口罩", [1]),
        ("塞尔维亚口罩", [1]),
        ("塞爾維亞", [0, 1, 5]),
        ("cote d'ivoire", [2]),
        ("org:who", [2]),
        ("WHO", [2, 4]),
        ("who", [2, 4]),
        ("150", [5]),
        ("150 masks", []),
        ("Europe", [5]),
        ("28国", [5]),
        ("ira", []),
        ("80", []),
        ("80,000", [4]),
        ('"received masks"', [0]),
        ('"masks received"', []),
        ("韩国", [6]),
        ("vaccines finance", [6]),
        ("Serbia, China", [0]),
    ],
)
def test_a_query_finds_the_sentences_with_all_its_words_or_names(query: str, sentences: list[int]) -> None:
    assert find(query) == sentences


@pytest.mark.parametrize(
    ("query", "sentences"),
    [("%", [3]), ("_", [3]), ("a_b", [3]), ("a*b", [3]), (".*", []), ("\\d+", [3]), ("[x]", [3]), ("(not)", [3]), ("$9.50", [3]),
     ("'", [2, 3]), ('"', [3]), ("' OR 1=1 --", []), ("", []), ("   ", []), ("\u200b", []), ("masks" * 2000, []), ("\ud800", [])],
)  # fmt: skip
def test_no_sign_of_a_query_means_anything_but_itself(query: str, sentences: list[int]) -> None:
    assert find(query) == sentences


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*"%_\"'\\.*+?()[]{}|^$-,“”", "mask", "SRB", "中", "é"])).map("".join)
)
def test_any_query_is_answered_and_counted_alike(query: str) -> None:
    found = open_one().search_sentences(query, limit=100)
    assert open_one().count_found(query) == Found(len(found), found["document"].nunique())


@given(st.sampled_from(TEXTS), st.data())
def test_every_stretch_of_a_sentence_finds_it(text: str, data: st.DataObject) -> None:
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 1))
    query = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    assert TEXTS.index(text) in find(query)


@given(
    st.lists(
        st.sampled_from(["mask", "China", "who", "28", "口罩", '"a"', "SRB", "感谢", "of"]), min_size=1, max_size=3
    )
)
def test_a_sentence_found_by_words_alone_has_them_marked_in_its_text(words: list[str]) -> None:
    terms = read_query(" ".join(words))
    for row in open_one().search_sentences(" ".join(words), limit=100).to_dict("records"):
        assert all(term.codes or find_words(row["text"], [term]) for term in terms)
        assert all(row["text"][s["start"] - row["start"] : s["end"] - row["start"]] == s["text"] for s in row["spans"])


def test_the_words_found_and_the_mentions_of_a_name_are_marked() -> None:
    row = open_one().search_sentences("Serbia 口罩").to_dict("records")[0]
    assert [span["text"] for span in row["spans"]] == ["塞尔维亚", "口 罩"]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_the_pages_of_what_is_found_are_together_the_whole(size: int) -> None:
    corpus, after, found = make_corpus(), None, list[tuple[str, int]]()
    while len(page := corpus.search_sentences("Serbia", after=after, limit=size)):
        found += list(zip(page["document"], page["sentence"], strict=True))
        after = find_position(page.iloc[-1].to_dict())
    whole = corpus.search_sentences("Serbia", limit=1000)
    assert found == list(zip(whole["document"], whole["sentence"], strict=True))
    assert len(found) == 6


@pytest.mark.parametrize(
    "where",
    [Where(outlets=("Outlet b",)), Where(languages=("zh",)), Where(documents=("b",))],
)
def test_a_search_keeps_to_outlet_language_and_document(where: Where) -> None:
    corpus = make_corpus()
    assert corpus.count_found("Serbia", where) == Found(3, 1)
    assert set(corpus.search_sentences("Serbia", where)["document"]) == {"b"}


def test_a_search_keeps_to_days_and_codes() -> None:
    assert find("Serbia", Where(since=DAY)) == [1, 5]
    assert find("Serbia", Where(codes=("CHN",))) == [0]


def test_a_name_that_may_be_several_is_words_alone() -> None:
    assert read_query("Congo")[0].codes == ()
    assert [term.codes for term in read_query("South Korea us")] == [("KOR",), ()]
