"""Who acts in an English clause, and whether it states a fact, a plan or a wish."""

import re

from geo.base.records import Status
from geo.statements.events.acts import NOBODY, Background, Side, side_of
from geo.statements.events.leaders import list_leaders
from geo.statements.events.sentence_shapes import GROUP, PLACE, Codes, Group, Shape

_REACH = 220  # characters: keeps the reading linear in a text without punctuation
_PART_END = re.compile(r"[;:\n]|(?<![A-Z])\.(?=\s)|, (?:but|while|whereas|although|though) ")

_OBLIQUE = re.compile(
    r"\b(?:to|for|in|with|from|by|of|at|on|into|against|near|including|like|between|among|through|via|under|across|over|than|"
    r"towards?|about|after|before|within|outside|alongside|as|thank(?:s|ed|ing)?|urge[ds]?|ask(?:s|ed)?|help(?:s|ed|ing)?|"
    r"visit(?:s|ed|ing)?|reach(?:es|ed)?|told|joined|entered|left|gave|sent|lent|offered)"
    r"(?: (?:the|a|an|its|his|her|their|some|all|both|more|about|nearly|almost|over|other|than|least|up|as|many|further|another|"
    r"government|governments|people|local|central|of|in))*[ -]?$"
)
# "the government of X", "donors in X": they act for X all the same.
_FOR_IT = re.compile(
    r"(?:governments?|peoples?|authorities|president|minister|king|leaders?|firms?|companies|donors|foundations?|citizens|"
    r"residents|ministry|embassy|scientists|doctors|army|military|medics|businesses|groups)(?: [\w-]+){0,3} (?:of|in|from) (?:the )?$",
    re.IGNORECASE,
)
# What may stand between a preposition and the name of a leader: "about French President …".
_TITLES = re.compile(
    rf"(?:(?:{GROUP}|[Tt]he|[Ff]ormer|[Pp]resident|[Pp]rime|[Mm]inister|[Ff]oreign|[Cc]hancellor|[Pp]remier|[Ss]ecretary|"
    r"[Ss]ecretary-General|[Dd]irector-General|[Oo]f|[Ss]tate|[Ff]or|[Aa]ffairs|[Cc]hief|[Hh]ead|[Cc]ounterpart|[Ll]eader|"
    r"Mr\.?|Ms\.?|Dr\.?),? ){0,6}$"
)
# Who stands after one of these is talked with; after any other preposition, talked of.
_TALKED_WITH = re.compile(r"\b(?:with|between|to|by|and|told|joined|from)(?: (?:both|the|his|her|their))* $")
_PRONOUN = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Tt]he (?:country|government|kingdom|republic|bloc|organi[sz]ation)|[Ww]e)\b(?! is (?:clear|important))"
)
_EMPTY = re.compile(
    r"\W*(?:(?:also|has|have|had|been|further|already|then|later|earlier|now|so|far|and|to|date|recently|kept|first|second|finally|in|addition|"
    r"including|it|which|on|by|as|of|since|\d{1,4}|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b\W*+)*+"
)
_WISH = re.compile(
    r"\b(?:not(?! only| just| merely)|never|nor|neither|could|should|(?-i:may)|might|must|can|cannot|urge[sd]?|urging|call(?:s|ed|ing)? (?:on|for)|hope[sd]?|hoping|ask(?:s|ed|ing)?|"
    r"want(?:s|ed)?|wish(?:es|ed)?|consider(?:s|ed|ing)?|"
    r"discuss(?:es|ed|ing)? (?:\w+ing|how|whether|plans?|an?|the (?:possib|idea|prospect|suppl|deliver|donati|send|hold)\w*)|if|whether|thank(?:s|ed|ing|ful)?|prais(?:es|ed|ing|e)|"
    r"welcom(?:es|ed|ing|e)|appreciat(?:es|ed|ing|e|ion)|grateful|gratitude|refus(?:es|ed|al|ing)|den(?:y|ies|ied)|declin(?:es|ed)|"
    r"request(?:s|ed|ing)?|needs?|needed|fail(?:s|ed)?|unable|seek(?:s|ing)?|sought|rumou?rs?|ready|willing|able|plea|appeal(?:s|ed)?|"
    r"stands? ready|would like|propos\w+|suggest\w*|reject(?:s|ed)?|oppos(?:es|ed|ing)|accus(?:es|ed|ing)|tr(?:y|ies|ied|ying) to|attempt\w*|postpon\w+|cancel\w*|suspend\w*|instead of|without|anniversary|exercise|lobb\w+|would have|"
    r"fictional|film|novel)\b|n['’]t\b",
    re.IGNORECASE,
)
# ", which had asked for help days before,", ", at the request of Mali,"
_ASIDE = re.compile(
    r", (?:which|who|whose|where|whom|at|in|on|after|following|as|upon|despite|before|responding|answering|citing)\b[^,;]{1,120},",
    re.IGNORECASE,
)
# "the hospital that Qatar had promised to Lebanon"
_WHICH = re.compile(rf" (?:that|which) (?:the )?{GROUP} (?:(?:has|had|have) )?\w+ed(?: to {GROUP})?")
# "After Iran asked for help, China …"
_OPENING = re.compile(
    r"^\W*(?:After|When|As|At|In|On|Following|Despite|Because|Since|With|Upon|Answering|Responding|Although|Though|While|During|Before|"
    r"Days|Weeks|Hours|Months|Shortly)\b[^,;]{1,140}, (?!and )"
)
# "thanked India, which …": what follows is stated.
_RELATIVE = re.compile(r", (?:which|who|whose)\b")
# "Iran asked for help and China …": the second clause stands alone, unless it goes on with what the first wishes for.
_COORDINATE = re.compile(
    rf",? (?:and|so)(?: the| [A-Z]\w+)? {GROUP}(?! (?:to|would|should|will|could|may|might)\b)(?: (?:has|had|have|also|then|later|soon|\w+ly))* $"
)
_GOVERNED = 120  # characters before an act whose words govern it
_FAILED = re.compile(
    r"\b(?:was|were|has been|have been|had been|be) (?:cancell?ed|postponed|called off|denied|rejected|blocked|delayed)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:announc\w+|pledg\w+|promis\w+|commit(?:s|ted|ting|ment)?|vow\w*|agree[sd]?|(?<!\ban )(?<!\bthe )offer(?:s|ed)?(?! of\b)|decid\w+|approv\w+)\b",
    re.IGNORECASE,
)
# "agreed to help and sent"
_DONE_TOO = re.compile(r"(?!.*\b(?:be|been|being|will|would)\b).*\band(?: also| then| later)? $")
_PAST = re.compile(r"sent|gave|flew|took|lent|\w+ed\b")
_PLANNED = re.compile(
    r"\b(?:will|shall|plans?|planned|planning|intends?|is to|are to|was to|were to|preparing|would|expects?|expected|due to|set to|"
    r"scheduled|about to|going to|is sending|are sending)\b|['’]ll\b",
    re.IGNORECASE,
)
# "China to send masks": how a headline tells what is to come.
_HEADLINE = re.compile(
    rf"(?:{GROUP}|foundations?|firms?|companies|governments?|donors)(?: (?:also|soon))? to $", re.IGNORECASE
)
_RETOLD = re.compile(r"\b(?:earlier|previously|in the past|last (?:week|month|year)|ago)\b")
_AUXILIARY = re.compile(r"(?: (?:has|had|have|will|also|is|would|already|said it)){0,4} ")


def find_part(shape: Shape, at: int) -> tuple[int, int]:
    """Return where the part of the sentence around a place begins and ends."""
    start = max(0, at - _REACH)
    for match in _PART_END.finditer(shape.text, start, at):
        start = match.end()
    end = _PART_END.search(shape.text, at, at + _REACH)
    return start, end.start() if end else min(len(shape.text), at + _REACH)


def find_status(shape: Shape, at: int) -> Status | None:
    """Return how far the act at a place has come; None where it is a wish, a call for it, or denied."""
    start, end = find_part(shape, at)
    before = _drop_asides(shape.text[start:at])[-_GOVERNED:]
    if _WISH.search(before) or _FAILED.search(shape.text, at, end):
        return None
    announced = _ANNOUNCED.search(before)
    if announced and not _is_done_too(shape, before[announced.end() :], at):
        return "announced"
    return "planned" if _PLANNED.search(before) or _HEADLINE.search(before) else "done"


def _is_done_too(shape: Shape, between: str, at: int) -> bool:
    """Tell "agreed to help and sent doctors" from "agreed to collect and send": the verb of the act is past."""
    return _DONE_TOO.fullmatch(between) is not None and _PAST.match(shape.text, at) is not None


def _drop_asides(before: str) -> str:
    """Return the words before an act without those that say when, why or of whom something else is told."""
    before = _OPENING.sub("", _WHICH.sub("", _ASIDE.sub(" ", before)))
    relative = list(_RELATIVE.finditer(before))
    coordinate = _COORDINATE.search(before)
    if coordinate:
        return before[coordinate.start() :]
    return before[relative[-1].end() :] if relative else before


def is_retold(shape: Shape, at: int) -> bool:
    """Tell whether words near an act put it before the day of the text."""
    return _RETOLD.search(shape.text, *find_part(shape, at)) is not None


def find_subject(shape: Shape, at: int, background: Background) -> Side:
    """Return who acts at a place: the nearest group before it that nothing governs, else whom a pronoun means."""
    start, _ = find_part(shape, at)
    group = _find_subject_group(shape, start, at)
    if group:
        return side_of(group)
    home = _find_leaders(shape, start, at, background, talked_with=False)
    if len(home) == 1:
        return Side(home)
    empty = _EMPTY.fullmatch(shape.text, start, at)
    if empty or _PRONOUN.search(shape.text, start, at):
        meant = (background.above if empty else None) or background.lead
        return Side((meant,)) if meant else background.imply()
    return NOBODY


def find_home(shape: Shape, start: int, end: int, background: Background) -> Codes:
    """Return for whom the leaders speak who are named there, as far as they act or are talked with."""
    return _find_leaders(shape, start, end, background, talked_with=True)


def _find_leaders(shape: Shape, start: int, end: int, background: Background, *, talked_with: bool) -> Codes:
    found: dict[str, None] = {}
    for at, code in list_leaders(shape, start, end, "en", background):
        lead = _TITLES.sub("", shape.text[max(start, at - 80) : at], 1)
        if not _OBLIQUE.search(lead) or (talked_with and _TALKED_WITH.search(lead)):
            found[code] = None
    return tuple(found)


def _find_subject_group(shape: Shape, start: int, at: int) -> Group | None:
    """Return the nearest group before a place that no preposition or verb governs."""
    groups = reversed(shape.list_groups(start, at))
    return next((group for group in groups if _is_free(shape, group, start) and _acts(shape, group, at)), None)


def _acts(shape: Shape, group: Group, at: int) -> bool:
    """Tell "Beijing sent" from "in Beijing": a city acts for its country only right before the verb."""
    return shape.text[group.at] != PLACE or _AUXILIARY.fullmatch(shape.text, group.at + 1, at) is not None


def _is_free(shape: Shape, group: Group, start: int) -> bool:
    """Tell a group that may be a subject from one after a preposition."""
    before = shape.text[max(start, group.at - 60) : group.at]
    return not _OBLIQUE.search(before) or _FOR_IT.search(before) is not None
