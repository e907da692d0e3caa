"""Who stands on one side of an act."""

from collections.abc import Iterable
from typing import NamedTuple

from geo.base.records import Role
from geo.names.patterns import find_kind_of

Codes = tuple[str, ...]


class Side(NamedTuple):
    """Who stands on one side of an act; `counted` says that more do than are named. False where nobody is known."""

    codes: Codes = ()
    counted: bool = False

    def __bool__(self) -> bool:
        """Tell whether anyone is named or counted."""
        return bool(self.codes) or self.counted

    def without(self, codes: Iterable[str]) -> "Side":
        """Return the side less those who stand on the other one."""
        left_out = set(codes)
        return self._replace(codes=tuple(code for code in self.codes if code not in left_out))


NOBODY = Side()


def find_open(givers: Side, takers: Side) -> Role | None:
    """Return the side that is counted but names no country or organisation, if at most a region."""
    sides: tuple[tuple[Role, Side], ...] = (("giver", givers), ("recipient", takers))
    return next((role for role, side in sides if side.counted and not any(map(_is_party, side.codes))), None)


def _is_party(code: str) -> bool:
    return find_kind_of(code) != "region"
