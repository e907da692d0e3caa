"""Files that are passed over because of their name: hidden ones, those of a system, and what is about the folder."""

from pathlib import PurePath

_ABOUT_FOLDER = frozenset({"readme", "license", "licence", "changelog", "copying"})
_OF_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information"})


def find_reason(path: PurePath) -> str | None:
    """Return why a file or folder is passed over, by its path within what is read; None where it may hold documents.

    >>> find_reason(PurePath("notes/.draft.txt"))
    'it is hidden'
    >>> find_reason(PurePath("news/README.md"))
    'it is about the folder, and no document of it'
    """
    if any(part.startswith((".", "~$")) or part.lower() in _OF_SYSTEM for part in path.parts):
        return "it is hidden"
    if path.stem.lower() in _ABOUT_FOLDER:
        return "it is about the folder, and no document of it"
    return None
