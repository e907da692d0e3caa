"""How likely a text is in each language, by py3langid's model of letter sequences: the only module that knows it.

The model (139 languages, trained by py3langid's authors on news, Wikipedia and translated texts; BSD licence) comes with the
package and takes 0.7 s and 100 MB to load: it is loaded for the first text that script and commonest words do not decide.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second that readers of Chinese need not wait

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
