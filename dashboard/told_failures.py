"""What was not read, in lines for a terminal: one a kind, or one for each file."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from geo.base.records import Failure

# So many of a reason are told one by one; of more, the first.
_FEW = 3


def count_unread(failures: Sequence[Failure]) -> int:
    """Return how many files and places could not be read; what was passed over on purpose is none of them."""
    return sum(failure.kind == "unread" for failure in failures)


def list_failures(failures: Sequence[Failure]) -> Iterator[str]:
    """Yield a line for each file or place that was not read."""
    for failure in failures:
        yield f"{_name(failure)}: {failure.reason}"


def summarise_failures(failures: Sequence[Failure]) -> Iterator[str]:
    r"""Yield a line for each reason, with the files it holds for; those that hold no documents are in one line.

    >>> print("\n".join(summarise_failures([Failure(f"{n}.png", None, "a picture", "no document") for n in range(9)])))
    9 files are no documents: 9 .png
    """
    groups: dict[tuple[str, str], list[Failure]] = defaultdict(list)
    for failure in failures:
        groups[failure.kind, "" if failure.kind in ("no document", "equal") else failure.reason].append(failure)
    for (kind, reason), group in groups.items():
        if kind == "no document":
            yield f"{_count(len(group), 'file is no document', 'files are no documents')}: {_list_endings(group)}"
        elif kind == "equal":
            yield f"{_count(len(group), 'file holds', 'files hold')} texts that were read before: {_list_names(group)}"
        elif kind == "passed over":
            yield f"{len(group)} passed over, {reason}: {_list_names(group)}"
        elif len(group) <= _FEW:
            yield from list_failures(group)
        else:
            yield f"{len(group)} places: {reason}: {_list_names(group)}"


def _count(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _list_endings(group: Sequence[Failure]) -> str:
    endings = Counter(PurePath(failure.path).suffix.lower() or "without an ending" for failure in group)
    return ", ".join(f"{count} {ending}" for ending, count in endings.most_common())


def _list_names(group: Sequence[Failure]) -> str:
    named = ", ".join(map(_name, group[:_FEW]))
    return f"{named} …" if len(group) > _FEW else named


def _name(failure: Failure) -> str:
    return f"{failure.path}, {failure.place}" if failure.place else failure.path
