"""A kind of hostile or odd files: how they are made, and what must come out of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

# text: the words it holds are read · line: it is not read and a line says so · both · either · silence: nothing need be said
Wanted = Literal["text", "line", "both", "either", "silence"]
Files = Mapping[str, bytes]


class Kind(NamedTuple):
    """A kind: its name, what is put into a folder for a sentence, and what must come out.

    `holds` are the words that must be read instead of the sentence, `never` those that must be read nowhere.
    """

    name: str
    put: Callable[[Path, str], None]
    wanted: Wanted
    holds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    slow: bool = False

    def make(self, folder: Path) -> None:
        """Put the files of this kind into a new folder."""
        folder.mkdir(parents=True)
        self.put(folder, self.sentence)

    @property
    def sentence(self) -> str:
        """Return the sentence of this kind: equal texts would be read once."""
        return f"Serbia received 12 tonnes of masks from China, says the note on {self.name}."

    @property
    def words(self) -> tuple[str, ...]:
        """Return what must be read where text is wanted."""
        return self.holds or (self.sentence,)


def of_file(
    name: str,
    file: str,
    make: Callable[[str], bytes],
    wanted: Wanted,
    holds: tuple[str, ...] = (),
    never: tuple[str, ...] = (),
    *,
    slow: bool = False,
) -> Kind:
    """Return a kind of one file, whose bytes are made of the sentence."""
    return of_files(name, lambda sentence: {file: make(sentence)}, wanted, holds, never, slow=slow)


def of_files(
    name: str,
    make: Callable[[str], Files],
    wanted: Wanted,
    holds: tuple[str, ...] = (),
    never: tuple[str, ...] = (),
    *,
    slow: bool = False,
) -> Kind:
    """Return a kind of some files, made of the sentence."""

    def put(folder: Path, sentence: str) -> None:
        for file, content in make(sentence).items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(content)

    return Kind(name, put, wanted, holds, never, slow)
