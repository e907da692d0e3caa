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


@cache
def name_itself(language: str) -> str:
    """Return what a language calls itself; the code itself where CLDR has no name for it.

    >>> name_itself("zh")
    '中文'
    """
    try:
        own = Locale.parse(language).get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return language
    return own[:1].upper() + own[1:] if own else language
