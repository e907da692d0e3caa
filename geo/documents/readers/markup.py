"""XML as a tree, for every reader of a format made of it: without entities, document types, the network, or great depth."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from geo.base.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

_DEEPEST = 150  # a text box in a table in a table is under 40 deep
_WAY_OUT = "save the file again with the program that made it"


def parse_xml(data: bytes, *, typed: bool = False) -> "Element":
    """Return the root of an XML document; one of a `typed` format may name its document type, which is not looked at.

    Raises ReadError where it is not whole, defines words of its own (entities), or nests without end.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"its XML is not whole: {error}; {_WAY_OUT}") from error
    document_type = root.getroottree().docinfo.internalDTD
    if document_type is not None and (not typed or any(document_type.iterentities())):  # type: ignore[union-attr]  # the stubs lack it
        raise ReadError(f"its XML defines words of its own (a DTD), which is not read; {_WAY_OUT}")
    _refuse_depth(root)
    return root


def _refuse_depth(root: "Element") -> None:
    """Refuse a tree that is so deep that walking it would not end well."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ReadError(f"its XML nests elements more than {_DEEPEST} deep; save its text and read that")


def name_element(element: "Element") -> str:
    """Return the name of an element without its namespace; of an entity that was left as it is, nothing."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def read_attribute(element: "Element | None", name: str) -> str | None:
    """Return an attribute by its name without a namespace; the element may be missing too."""
    if element is None:
        return None
    named = (str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return next(named, None)


def find_child(element: "Element | None", *names: str) -> "Element | None":
    """Return the first child of a name, of that its first child of the next name, and so on."""
    for name in names:
        element = next((child for child in (() if element is None else element) if name_element(child) == name), None)
    return element


def list_descendants(element: "Element", name: str) -> Iterator["Element"]:
    """Yield the elements of a name at any depth, in their order."""
    return (found for found in element.iter() if name_element(found) == name)


def read_words(element: "Element | None") -> str:
    """Return all text within an element as one line; nothing where it is missing."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def write_markup(element: "Element") -> str:
    """Return what stands within an element as markup, its names without namespaces."""
    from lxml import etree

    inside = [element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)]
    return re.sub(r"<(/?)[A-Za-z][\w.-]{0,40}:", r"<\1", "".join(inside))
