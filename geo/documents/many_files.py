"""The articles of many files, in their order: each is read here or in the reading room, as its format asks for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from geo.base.errors import NoDocument, ReadError
from geo.base.guards import Trouble, attempt
from geo.base.limits import LIMITS, Limits
from geo.documents.articles import Found, Member, Unread
from geo.documents.file_articles import Members, check_depth, choose_format, read_guarded
from geo.documents.formats import FORMATS, Format
from geo.documents.reading_room import Place, limit_room, read_apart, unpack_apart
from geo.documents.signatures import has_known_ending

T = TypeVar("T")

# So many files are looked at together; those that are no larger share a process, so that each costs little.
_AT_ONCE, _SMALL = 64, 2**20


def read_articles(path: Path, limits: Limits = LIMITS) -> Iterator[Found]:
    """Yield the articles of one file in order, and the places that hold none.

    Raises ReadError when the file as a whole cannot be read, OSError when it cannot be opened.
    """
    yield from next(read_each([place_file(path)], limits))


def place_file(path: Path, *, named: bool = False) -> Place:
    """Return where a file is to be read; one that somebody `named` by itself may have any ending."""
    return Place(path.name if not named or has_known_ending(path.name) else path.stem, path)


def read_each(places: Iterable[Place], limits: Limits = LIMITS) -> Iterator[Iterator[Found]]:
    """Yield the articles of each file, and its places that hold none; an iterator raises what read_articles does."""
    for some in _split(places, _AT_ONCE):
        yield from _read_some(some, limits)


def _read_some(places: Sequence[Place], limits: Limits) -> Iterator[Iterator[Found]]:
    opened = [attempt(partial(_look_at, place, limits.file)) for place in places]
    small = [place for place, one in zip(places, opened, strict=True) if isinstance(one, _Seen) and one.shares]
    # One process for all of them, begun when the first is asked for.
    shared = read_apart(small, limit_room(limits.seconds), limits.file) if small else iter(())
    for place, one in zip(places, opened, strict=True):
        if isinstance(one, Trouble):
            yield _refuse(one)
        elif one.shares:
            yield _open(next(shared))
        else:
            yield _read_alone(place, one.form, limits)


class _Seen(NamedTuple):
    """What a look at a file tells: its format, and whether it is read in a process with others."""

    form: Format
    shares: bool


def _look_at(place: Place, most: int | None) -> _Seen:
    check_depth(place.depth)
    with place.open() as file:
        form = choose_format(place.name, file, most)
    return _Seen(form, form.apart and form is not FORMATS["archive"] and place.measure() <= _SMALL)


def _refuse(trouble: Trouble) -> Iterator[Found]:
    yield from ()
    raise (NoDocument if trouble.kind == NoDocument.__name__ else ReadError)(trouble.words)


def _open(answer: Sequence[Found] | ReadError) -> Iterator[Found]:
    if isinstance(answer, ReadError):
        raise answer
    yield from answer


def _read_alone(place: Place, form: Format, limits: Limits) -> Iterator[Found]:
    if form is FORMATS["archive"]:
        yield from _read_archive(place, limits)
    elif form.apart:
        yield from _open(next(read_apart([place], limit_room(limits.seconds), limits.file)))
    else:
        with place.open() as file:
            # Formats that are read here hold no other files.
            yield from (found for found in read_guarded(form, file, limits.row) if not isinstance(found, Member))


def _read_archive(place: Place, limits: Limits) -> Iterator[Found]:
    members = Members()
    following: int | None = 0
    while following is not None:
        found, following = unpack_apart(place, following, limit_room(limits.seconds))
        yield from (one for one in found if isinstance(one, Unread))
        files = [one for one in found if isinstance(one, Member)]
        inside = (Place(PurePosixPath(one.name).name, None, one.data, place.depth + 1) for one in files)
        for member, articles in zip(files, read_each(inside, limits), strict=True):
            yield from members.read(member, articles)


def _split(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while some := list(islice(iterator, size)):
        yield some
