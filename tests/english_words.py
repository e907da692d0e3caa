"""What a page says in English: what can be seen, or is said by a screen reader, beside names."""

import re

from playwright.sync_api import Page

from geo.reference.language_names import name_itself
from geo.reference.wordings import LANGUAGES

# What can be seen, or is said by a screen reader, of all that is no picture, document or cell of a table.
_SAID = """() => {
    const said = [], names = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt', 'data-title'];
    const others = '.stHtml, .st-key-front-map [data-testid=stCaptionContainer], svg, [data-testid=stIconMaterial], [data-testid=stAlertDynamicIcon], .stDataFrame table, [role=option]';
    const walk = root => root.querySelectorAll('body *, :host > *, *').forEach(one => {
        if (one.shadowRoot) walk(one.shadowRoot);
        if (one.closest(others) || !one.checkVisibility({visibilityProperty: true})) return;
        said.push(...names.map(name => one.getAttribute(name)).filter(Boolean));
        said.push(...[...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data));
    });
    walk(document.body);
    return said;
}"""
# Names, kinds of file and keys that are written so in Chinese too.
_NAMES = {
    "AidAtlas",
    "English",
    "Language",
    "Natural",
    "Earth",
    "PNG",
    "CSV",
    "SVG",
    "PDF",
    "XLSX",
    "Excel",
    "Parquet",
    "GeoJSON",
}
# What languages call themselves on the button that chooses one, in letters of English.
_NAMES |= {part for language in LANGUAGES for part in re.findall("[A-Za-z]{3,}", name_itself(language))}
# The words of the example for a search stand in two languages.
_NAMES |= {"ISO", "Esc", "SRB", "Serbia", "masks", "org", "who"}


def find_english(page: Page) -> dict[str, list[str]]:
    """Return what is said in English words of three letters and more that are no names."""
    said = set(page.evaluate(_SAID))
    found = {text: [word for word in re.findall("[A-Za-z]{3,}", text) if word not in _NAMES] for text in said}
    return {text: words for text, words in found.items() if words}
