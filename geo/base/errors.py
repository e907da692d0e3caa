"""The errors that AidAtlas raises on purpose.

    GeoError
    ├── ReadError          a file or folder that cannot be read as documents
    │   ├── NothingToRead  folders in which there is no file of any kind
    │   └── NoDocument     a file of a kind that holds no documents: a picture, a program
    ├── DataError          a reviewed table of data/ with a row that breaks its rules
    ├── UnknownCode        a code that is no country, region or organisation we know
    ├── AmbiguousName      a name that more than one code answers to
    ├── CorpusError        a folder that is no extracted corpus, or a question it cannot answer
    ├── CorrectionError    a correction that no row can take, or a file of corrections that cannot be read
    └── DrawingError       a picture that cannot be drawn as asked

Each message names the thing, the place and the way out.
"""


class GeoError(Exception):
    """Any error that AidAtlas raises on purpose; its message is fit for a reader."""


class ReadError(GeoError):
    """A file or folder that cannot be read as documents."""


class NothingToRead(ReadError):
    """Folders in which there is no file of any kind."""


class NoDocument(ReadError):
    """A file of a kind that holds no documents: a picture, a program."""


class DataError(GeoError):
    """A reviewed table of data/ with a row that breaks its rules."""


class UnknownCode(GeoError):
    """A code that is no country, region or organisation we know."""


class AmbiguousName(GeoError):
    """A name that more than one code answers to; the candidates are in `codes`."""

    def __init__(self, name: str, codes: tuple[str, ...]) -> None:
        """Keep the candidates beside the message."""
        super().__init__(f"{name!r} may be any of {', '.join(codes)}; give more of the name or its language")
        self.codes = codes


class CorpusError(GeoError):
    """A folder that is no extracted corpus, or a question it cannot answer."""


class CorrectionError(GeoError):
    """A correction that no row can take, or a file of corrections that cannot be read."""


class DrawingError(GeoError):
    """A picture that cannot be drawn as asked."""
