"""How likely a text is in each language, by py3langid's model of letter sequences: the only module that knows it.

The model (139 languages, trained by py3langid's authors on news, Wikipedia and translated texts; BSD licence) comes with the
package and takes 0.7 s and 100 MB to load: it is loaded for the first text that script and commonest words do not decide.
It is unpacked in memory: py3langid's own loader wants 70 MB of room in a folder for temporary files, and fails without.
"""

import io
import lzma
import shutil
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import unsignedinteger
    from numpy.typing import NDArray
    from py3langid.langid import LanguageIdentifier

# The languages that are told apart, by script. Left out are those that newspapers are hardly written in: they only draw
# short texts away from their neighbours (Aragonese from Spanish, Asturian, Ladin, Scots).
_LATIN = (
    "en es fr pt de it nl sv da no nn pl cs sk sl hr bs ro hu fi et lv lt tr az uz id ms tl vi sw so ha yo ig zu xh af sq "
    "eu ca gl mt is ga cy rw mg lb tk ln om jv ht ku sn qu"
)
LANGUAGES_BY_SCRIPT: Mapping[str, frozenset[str]] = {
    script: frozenset(languages.split())
    for script, languages in {
        "latin": _LATIN,
        "cyrillic": "ru uk be bg sr mk kk ky tg mn tt ba uz",
        "arabic": "ar fa ur ps ug ku sd",
        "hi": "hi mr ne",
        "bn": "bn as",
        "he": "he yi",
    }.items()
}


def rank_languages(text: str, script: str) -> Sequence[tuple[str, float]]:
    """Return the languages of a script and how likely a text is in each, the likeliest first; they sum up to 1.

    Empty where the text shows nothing of any of them.
    """
    known = LANGUAGES_BY_SCRIPT[script]
    found = [(language, float(share)) for language, share in _load_model().rank(text) if language in known]
    whole = sum(share for _, share in found)
    return [(language, share / whole) for language, share in found] if whole else []


@cache
def _load_model() -> "LanguageIdentifier":
    import numpy as np  # with py3langid a second that readers of Chinese need not wait
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    unpacked = io.BytesIO()
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        shutil.copyfileobj(packed, unpacked)  # piece by piece: read() holds all of it twice
    unpacked.seek(0)
    with np.load(unpacked, allow_pickle=False) as model:
        states, rows = (_list_numbers(model[name]) for name in ("nextmove", "nextmove_row"))
        shares, languages = model["ptc"], model["classes"].tolist()
        return LanguageIdentifier(
            shares, model["pc"], languages, states, model["out_feat"].tolist(), norm_probs=True, tk_row=rows
        )


def _list_numbers(numbers: "NDArray[unsignedinteger]") -> "array[int]":
    """Return whole numbers as an array of Python's own, which is walked faster than NumPy's."""
    listed = array({2: "H", 4: "I", 8: "Q"}[numbers.dtype.itemsize])
    listed.frombytes(numbers.data.cast("B"))
    return listed
