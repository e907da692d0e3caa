"""What languages are called, in the words of CLDR."""

from functools import cache

from babel import Locale, UnknownLocaleError

_LOCALES = {"zh": "zh_Hans"}


@cache
def name_language(code: str, language: str) -> str:
    """Return the name of a language in another; the code itself where CLDR has no name for it.

    >>> name_language("zh", "en"), name_language("de", "zh"), name_language("xx", "en")
    ('Chinese', '德语', 'xx')
    """
    try:
        names = Locale.parse(_LOCALES.get(language, language)).languages
    except UnknownLocaleError:
        return code
    return str(names.get(code, code))
