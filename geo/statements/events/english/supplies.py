"""What English calls supplies and teams, and how it says whose they are."""

import re

from geo.statements.events.acts import Side, side_of
from geo.statements.events.sentence_shapes import GROUP, PLACE, Group, Shape

_WORDS = (
    r"masks?|respirators?|protective|suits?|gowns?|goggles|gloves|kits?|reagents?|ventilators?|vaccines?|doses?|jabs?|shots|medicines?|"
    r"drugs?|supplies|equipment|aid|assistance|materials?|goods|oxygen|concentrators?|cylinders?|syringes?|tonnes?|tons|food|tents?|"
    r"blankets?|cash|funds?|funding|million|billion|dollars|euros|yuan|money|shipments?|consignments?|batch(?:es)?|cargo|relief|"
    r"donations?|grants?|ambulances?|thermometers?|tests|sanitis\w+|sanitiz\w+|boxes|beds|PPE|items|disinfectant|tablets|pills|vials|machines|devices|apparatus|"
    r"plane-?loads?|truckloads?|parcels|crates|pallets|rice|flour|wheat|clothing|uniforms|containers?|refrigerators?|freezers?"
)
GOODS = re.compile(rf"\b(?:{_WORDS})\b|[$€£¥]", re.IGNORECASE)
TEAM = re.compile(
    r"\b(?:teams?|experts?|medics|doctors|nurses|specialists|physicians|epidemiologists|virologists|paramedics|rescuers|volunteers|clinicians|surgeons|technicians|medical (?:staff|personnel|workers)|"
    r"health workers|brigades?|delegation)\b",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(?:brought|bringing|carry(?:ing)?|carried|with|accompanied by|alongside|and)\b(?: [\w.,-]+){0,5}? "
    rf"(?:{_WORDS})\b",
    re.IGNORECASE,
)
_MEDICAL_TEAM = re.compile(r"\b(?:medical|aid) (?:expert )?teams?\b")
BY = re.compile(
    r"\b(?:by|from)\b(?: (?:the|a|an|its|several|some|more|than|over|governments?|of|people|firms|companies|in|neighbou?ring|nearby|fellow))* ?"
    rf"(?P<by>[{GROUP}{PLACE}])"
)
# What is paid for is no gift.
BOUGHT = re.compile(
    r"\b(?:bought|purchas\w+|ordered|sold|paid for|procured|commercial|contracts?|imported|imports|export\w*)\b(?! (?:by|from) COVAX)",
    re.IGNORECASE,
)
_MADE = re.compile(rf"{GROUP}[- ](?:made|built|produced|developed|owned)")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def is_team_first(what: str) -> bool:
    """Tell "a team with supplies" from "supplies for the team": what is named first was sent."""
    goods, team = GOODS.search(what), TEAM.search(what)
    if team is None or goods is None or team.start() < goods.start():
        return team is not None
    return _MEDICAL_TEAM.search(what, 0, team.end() + 6) is not None


def find_owner(shape: Shape, start: int, end: int) -> Side:
    """Return whose goods or team it is: "34 Chinese teams", "masks from Russia", "donated by Japan"."""
    by = BY.search(shape.text, start, end)
    if by:
        return side_of(shape.find_group(by.start("by")))
    owners = [group for group in shape.list_groups(start, end) if group.codes and _owns(shape, group)]
    return side_of(owners[-1] if owners else None)


def _owns(shape: Shape, group: Group) -> bool:
    possessive = shape.text[group.at + 1 : group.at + 3] in _POSSESSIVE
    return (group.adjective or possessive) and not _MADE.match(shape.text, group.at)
