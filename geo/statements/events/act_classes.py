"""The classes of acts that may state an event: which slot of a clause takes which side, and what must be given."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from geo.clauses.frames import Frame, Phrase, Slot
from geo.languages.packs import read_pack

# Beside the slots of a clause: whose the thing itself is, for whom, and where.
Source = Slot | Literal["owner", "for", "at"]


class ActClass(NamedTuple):
    """How the sides of one class of acts are found in its clause (languages/all/acts.toml).

    Each side is taken from the first of its sources that names someone; of a talk all `party` sources count together.
    `needs` are the sorts of things one of which has to be the `thing`, none where any will do; where the thing is of no
    sort, the act is of sort `otherwise`.
    """

    name: str
    giver: tuple[Source, ...] = ()
    recipient: tuple[Source, ...] = ()
    party: tuple[Source, ...] = ()
    host: tuple[Source, ...] = ()
    thing: tuple[Slot, ...] = ()
    needs: tuple[str, ...] = ()
    otherwise: str | None = None


@cache
def read_act_classes() -> Mapping[str, ActClass]:
    """Return the classes of acts by name."""
    tables = cast(Mapping[str, Mapping[str, object]], read_pack("all", "acts"))
    return MappingProxyType({name: _make_class(name, table) for name, table in tables.items()})


def _make_class(name: str, table: Mapping[str, object]) -> ActClass:
    lists = {key: tuple(cast(list[str], table.get(key, []))) for key in ("giver", "recipient", "party", "host")}
    sources = cast(Mapping[str, tuple[Source, ...]], lists)
    return ActClass(
        name,
        sources["giver"],
        sources["recipient"],
        sources["party"],
        sources["host"],
        tuple(cast(list[Slot], table.get("thing", []))),
        tuple(cast(list[str], table.get("needs", []))),
        cast(str | None, table.get("otherwise")),
    )


def list_things(frame: Frame, act: ActClass) -> tuple[Phrase, ...]:
    """Return the phrases of what is given, sent or built."""
    return next((found for slot in act.thing if (found := frame.list(slot))), ())
