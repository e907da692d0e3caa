"""The parts of a text that are in another language than the whole: a release in two languages is read in both.

A part is told apart where its script or its letters leave no doubt; whatever is short, or could be of the text's own
language, is. Most parts are decided by a glance at their script and at the commonest words of the language.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from geo.documents.language_detection import detect_language, find_script, list_own_words
from geo.documents.language_models import LANGUAGES_BY_SCRIPT, rank_languages
from geo.text.signs import STOPS

_LEAST = 25  # letters that tell a language of another script
_LONG = 60  # letters that tell a language of the same script
_SURE = 0.9
_NO_DOUBT = 0.02  # the most that may speak for the text's own language
_MOST = 4  # languages that one text is read in
_LETTER = re.compile(r"[^\W\d_]")
# Letters of a script that its usual language does not have: nothing else is looked at more closely there.
_FOREIGN = {
    "cyrillic": re.compile("[іїєґўјљњћђџѓќѕәғқңөұүһҳҷ]", re.IGNORECASE),
    "arabic": re.compile("[پچژگکیٹڈںےڵۆێ]"),
}
_SENTENCE = re.compile(rf"[^\n。！？.!?{STOPS}]*(?:[\n。！？{STOPS}]+|[.!?]+(?=\s|$|[^\x00-\x7f])|[.!?]|$)")
_WORD = re.compile(r"[^\W\d_]+")


def tell_part(part: str, language: str | None) -> str | None:
    """Return the language of a part of a text in a language: the text's own where nothing tells another.

    >>> tell_part("Le ministère a envoyé des médecins et des vivres à la population de la région.", "en")
    'fr'
    >>> tell_part("Médecins Sans Frontières", "en")
    'en'
    """
    if language is None or len(part) < _LEAST:
        return language
    script = find_script(part)
    own = _find_own_script(language)
    if script is None or (script == own and not _may_differ(part, script, language)):
        return language
    if script == own:
        return _tell_neighbour(part, script, language)
    letters = len(_LETTER.findall(part[:400]))
    enough = letters >= (_LEAST if script == "latin" else _LEAST // 3)
    return (detect_language(part) or language) if enough else language


def part_by_language(parts: Iterable[tuple[str, str | None]], main: str | None) -> Mapping[str | None, str]:
    r"""Return, for each language, the text that parts make, line by line, with blanks for those in other languages.

    Every offset is that of the whole text. Of more languages than anybody writes in, the rarest count as the main one.

    >>> part_by_language([("eins", "de"), ("one", "en")], "de")
    {'de': 'eins\n   ', 'en': '    \none'}
    """
    return _part(list(parts), main, "\n")


def part_text(text: str, main: str | None) -> Mapping[str | None, str]:
    """Return a text in each language that its sentences are in, with blanks for the others; offsets stay.

    >>> part_text("中国向塞尔维亚捐赠口罩。China gave masks to Serbia on Monday.", "zh")["en"].strip()
    'China gave masks to Serbia on Monday.'
    """
    sentences = [sentence.group() for sentence in _SENTENCE.finditer(text)]
    told = [(sentence, tell_part(sentence.strip(), main)) for sentence in sentences]
    if all(language == main for _, language in told):
        return {main: text}
    return _part(told, main, "")


def _part(told: Sequence[tuple[str, str | None]], main: str | None, joint: str) -> Mapping[str | None, str]:
    lengths: dict[str | None, int] = {main: 0}
    for text, language in told:
        lengths[language] = lengths.get(language, 0) + len(text)
    read = sorted(lengths, key=lambda one: (one != main, -lengths[one]))[:_MOST]
    settled = [(text, language if language in read else main) for text, language in told]
    return {one: joint.join(text if language == one else " " * len(text) for text, language in settled) for one in read}


def _may_differ(part: str, script: str, language: str) -> bool:
    """Tell whether a part in the text's own script may yet be in another language."""
    if script in _FOREIGN:
        return _FOREIGN[script].search(part) is not None
    if script != "latin" or len(part) < _LONG:
        return False
    own = list_own_words(language)
    return not own or own.isdisjoint(word.lower() for word in _WORD.findall(part[:400]))


def _tell_neighbour(part: str, script: str, language: str) -> str:
    """Return the language of a part whose script many languages have."""
    ranked = rank_languages(part, script)
    shares = dict(ranked)
    if not ranked or shares.get(language, 0.0) > _NO_DOUBT or ranked[0][1] < _SURE:
        return language
    return detect_language(part) or language


@cache
def _find_own_script(language: str) -> str:
    """Return the script of a language as detection calls it; that of a language it does not know is its own code."""
    shared = next((script for script, known in LANGUAGES_BY_SCRIPT.items() if language in known), language)
    return {"zh": "han", "ja": "han", "ko": "hangul"}.get(language, shared)
