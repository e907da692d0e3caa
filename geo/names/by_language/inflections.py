"""The forms of a name: its words in each case of the language, by their endings."""

from collections.abc import Iterator, Sequence

from geo.names.by_language.packs import Endings, NamePack

# Beyond so many words a name is followed by what does not change: "Всемирная организация | здравоохранения".
_CHANGING = 4


def inflect(name: str, pack: NamePack, *, demonym: bool = False) -> list[str]:
    """Return the forms of a name, the name itself first, without repetition.

    A name of several words changes the first of them, or the first two …, or all: which of them change cannot be told.
    """
    endings = pack.demonyms if demonym else pack.names
    words = name.split(" ")
    fixed = pack.words.get("fixed", frozenset())
    forms = [[word] if word in fixed else list_forms(word, endings) for word in words]
    written = dict.fromkeys([name, *_combine(words, forms)])
    if demonym and pack.article:
        written |= dict.fromkeys(pack.article + form for form in written)
    begun = [other for form in written for other in _begin(form, pack.beginnings)]
    return list(dict.fromkeys([*written, *begun]))


def list_forms(word: str, endings: Endings) -> list[str]:
    """Return the forms of a word, one a case, by the longest ending that fits it; itself alone where none does.

    >>> list_forms("Россия", {"ия": ("ия", "ии", "ию"), "я": ("я", "е")})
    ['Россия', 'России', 'Россию']
    """
    ending = next((ending for ending in endings if word.endswith(ending)), None)
    # "franco-" is the beginning of a word.
    if ending is None or word.endswith("-"):
        return [word]
    stem = word[: len(word) - len(ending)]
    return [stem + form for form in endings[ending]]


def _combine(words: Sequence[str], forms: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the name with its first words in each case: those that have fewer forms stand in their first."""
    cases = max(map(len, forms))
    for case in range(cases):
        for count in range(1, min(len(words), _CHANGING) + 1):
            changed = [form[case] if case < len(form) else form[0] for form in forms[:count]]
            yield " ".join([*changed, *words[count:]])


def _begin(form: str, beginnings: Endings) -> Iterator[str]:
    """Yield a form with the other beginnings that the language has for its own: الصين and للصين."""
    beginning = next((one for one in beginnings if form.startswith(one)), None)
    if beginning is not None:
        yield from (other + form[len(beginning) :] for other in beginnings[beginning])
