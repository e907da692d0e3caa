"""The footnotes of a web page, taken out of its text before the article is looked for, with the marks that point to them.

What is a footnote, a page says itself: by the roles of DPUB-ARIA (`doc-footnote`, `doc-endnotes`), by `epub:type`, by the
classes of pandoc, Markdown, Sphinx, MediaWiki, Word and LibreOffice, or by the ids that the last two give to theirs.
"""

import re
from collections.abc import Iterator, Sequence

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DocumentNode, ElementNode

from geo.documents.encodings import normalise
from geo.documents.page_tables import list_elements

_MAY_HOLD = re.compile(r"(?:foot|end|rear)note|noteref|references|\b_?(?:ftn|edn)\d", re.I)
_KINDS = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"})
_ROLES = frozenset(f"doc-{kind}" for kind in _KINDS)
_CLASSES = _KINDS | {"footnotes-list", "footnote-list", "wp-block-footnotes", "msofootnotetext", "msoendnotetext"}
_CLASSES |= {"sdfootnote", "sdendnote"}
_ID = re.compile(r"footnotes|endnotes|(?:ftn|edn|sdfootnote|sdendnote)[0-9]{1,4}", re.I)
# A class or an id makes a block a note: Asciidoctor calls the mark in the text a "footnote" too.
_BLOCKS = frozenset({"section", "aside", "div", "p", "ol", "ul", "li", "dl", "dd", "table", "footer", "details"})
_WHOLE = frozenset({"html", "head", "body", "main", "article"})

_REFERS = frozenset({"noteref", "doc-noteref", "footnote-ref", "footnoteref", "footnote-reference", "sdfootnoteanc"})
_REFERS |= {"sdendnoteanc"}
_RETURNS = frozenset({"backlink", "doc-backlink"})
# "1", "[2]", "(a)", "iv", "*", "[note 3]"; behind a note an arrow or a caret leads back into the text.
_MARK = re.compile(
    r"[\[(]?\s?(?:(?:note\s|n\.?\s?)?[0-9]{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|[↑↩↵⏎⤴⮌^\ufe0e\ufe0f]{1,4})[.:]?\s?[\])]?[.:]?",
    re.I,
)
_EMPTIED = re.compile(r"[\s\[\](),;]*")


def take_footnotes(document: DocumentNode, source: str) -> tuple[str, ...]:
    """Return the lines of a page's footnotes, and leave these and the marks that point to them out of the page."""
    if not _MAY_HOLD.search(source):
        return ()
    notes = _find_notes(document)
    inside = [list_elements(note) for note in notes]
    names = {name for elements in inside for element in elements for name in _list_names(element)}
    lines = [line for note, elements in zip(notes, inside, strict=True) for line in _read_lines(note, elements)]
    for note in reversed(notes):
        note.decompose()
    _leave_out_marks(document, names)
    return tuple(lines)


def _find_notes(document: DocumentNode) -> list[ElementNode]:
    """Return the outermost elements that hold footnotes, in the order of the page."""
    elements, notes, place = list_elements(document), [], 0
    while place < len(elements):
        element = elements[place]
        if _is_note(element):
            notes.append(element)
            place += len(list_elements(element))
        else:
            place += 1
    return notes


def _is_note(element: ElementNode) -> bool:
    if element.tag in _WHOLE:
        return False
    if _ROLES & _read_words(element, "role") or _KINDS & _read_words(element, "epub:type"):
        return True
    if element.tag not in _BLOCKS:
        return False
    classes = _read_words(element, "class")
    cited = element.tag == "ol" and "references" in classes  # a <div> of them may be the literature of a study
    return cited or bool(_CLASSES & classes) or _ID.fullmatch(element.getattr("id") or "") is not None


def _read_words(element: ElementNode, name: str) -> set[str]:
    return set((element.getattr(name) or "").lower().split())


def _list_names(element: ElementNode) -> Iterator[str]:
    yield from filter(None, (element.getattr("id"), element.getattr("name")))


def _read_lines(note: ElementNode, elements: Sequence[ElementNode]) -> Iterator[str]:
    # What stands inside comes first: a node that went with the one around it must not be touched.
    for element in reversed(elements[1:]):
        if element.tag == "a" and _leads_back(element):
            element.decompose()
    text = extract_plain_text(note.html, main_content=False, list_bullets=False, alt_texts=False)
    yield from filter(None, (" ".join(line.split()) for line in normalise(text).split("\n")))


def _leads_back(link: ElementNode) -> bool:
    near = (link.getattr("href") or "").startswith("#")
    return (near or bool(_RETURNS & _read_words(link, "role"))) and _is_mark(link)


def _leave_out_marks(document: DocumentNode, names: set[str]) -> None:
    """Leave out the marks in the text, and the brackets that stood around them: 12<sup>[1]</sup> is neither 121 nor 12[]."""
    for element in reversed(list_elements(document, ("a", "sup", "span"))):
        mark = _refers(element, names) and _is_mark(element)
        if mark or (element.tag == "sup" and _EMPTIED.fullmatch(element.text or "")):
            element.decompose()


def _refers(element: ElementNode, names: set[str]) -> bool:
    if element.tag == "a":
        address, _, fragment = (element.getattr("href") or "").rpartition("#")
        if fragment in names and "://" not in address:
            return True
    return any(_REFERS & _read_words(element, name) for name in ("role", "epub:type", "class"))


def _is_mark(element: ElementNode) -> bool:
    return _MARK.fullmatch(" ".join((element.text or "").split())) is not None
