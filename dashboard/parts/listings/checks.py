"""One check as HTML: what was stated, what was found, the difference in words, and the sentences on both sides."""

from dashboard.figures.checks import draw_series
from dashboard.figures.hovers import make_safe
from dashboard.parts.evidence import Row, link_document
from dashboard.parts.listings.statements import write_stated, write_statements
from geo.charts import Ground, Look
from geo.charts.numbers import write_number
from geo.charts.side_names import name_side
from geo.reference.places import name_place
from geo.reference.themes import name_theme
from geo.reference.wordings import Catalogue

# A sign tells a verdict where its colour does not.
ICONS = {"disagrees": "≠", "open": "?", "agrees": "✓"}


def write_check(check: Row, ground: Ground, look: Look, words: Catalogue) -> str:
    """Return one row of Corpus.read_checks and what it was held against as HTML."""
    verdict, kind = check["verdict"], check["kind"]
    claim = words(
        "checks.claim", {"stated": _emphasise(write_stated(check, words)), "result": write_result(check, ground, words)}
    )
    head = (
        f'<span class="aa-verdict">{ICONS[verdict]} {words(f"checks.{verdict}")}</span> '
        f'<span class="aa-subject">{make_safe(" · ".join([words(f"checks.{kind}"), *_name_subject(check, look)]))}</span>'
    )
    body = _write_pair(check, ground, look, words) if kind == "series" else _write_alone(check, ground, look, words)
    return f'<div class="aa-check aa-{verdict}"><div>{head}</div><div class="aa-claim">{claim}</div>{body}</div>'


def write_result(check: Row, ground: Ground, words: Catalogue) -> str:
    """Return in words what a figure came to, and by how much it differs: the parts come to 77, 7 short."""
    kind, difference = check["kind"], check["difference"]
    values = {
        "found": _emphasise(write_number(check["found"], words.language)),
        "difference": _emphasise(write_number(abs(difference), words.language)),
        "day": _write_day(_find_other(check, ground)) if kind == "series" else "",
    }
    return words(f"checks.{kind}_{_choose_words(check, ground)}", values)


def _choose_words(check: Row, ground: Ground) -> str:
    """Return which words fit the outcome of a check."""
    if check["kind"] != "series":
        if check["difference"] == 0:
            return "equal"
        side = "short" if check["difference"] < 0 else "more"
        return side if check["verdict"] == "disagrees" else f"{side}_{check['verdict']}"
    other = _find_other(check, ground)
    same = other is not None and str(other["date"]) == str(check["date"]) and other["date_precision"] == "day"
    if check["verdict"] == "disagrees":
        return "same_day" if same else "falls"
    return ("repeated" if check["difference"] == 0 else "fits") if same else "grows"


def _find_other(check: Row, ground: Ground) -> Row | None:
    """Return the statement that a figure of a series was held against."""
    found = ground.series[ground.series["quantity"] == check["against"]]
    return found.to_dict("records")[0] if len(found) else None


def _write_day(row: Row | None) -> str:
    lengths = {"day": 10, "month": 7, "year": 4}
    return "" if row is None else str(row["date"])[: lengths[row["date_precision"]]]


def _emphasise(text: str) -> str:
    return f"<b>{make_safe(text)}</b>"


def _name_subject(check: Row, look: Look) -> list[str]:
    """Return what a figure is about: its theme, who gave, who received."""
    sides = [
        look.words(f"totals.{side}", {"name": name_side(check[side], look)})
        for side in ("giver", "recipient")
        if isinstance(check[side], str)
    ]
    theme = [name_theme(check["theme"], look.language)] if isinstance(check["theme"], str) else []
    return [*theme, *sides]


def _write_alone(check: Row, ground: Ground, look: Look, words: Catalogue) -> str:
    """Return the sentence of a figure and those of its parts, with the parts or names in words."""
    listed = _list_parts(check, ground, look, words) if len(ground.parts) else _list_names(ground, look)
    against = f'<div class="aa-against">{listed}</div>' if listed else ""
    figures = sorted([{**check, "text": check["words"]}, *ground.parts.to_dict("records")], key=_find_place)
    return against + (write_statements(figures, words) or link_document(check["document"], words))


def _find_place(row: Row) -> tuple[int, int]:
    return row["sentence"], row["start"]


def _list_parts(check: Row, ground: Ground, look: Look, words: Catalogue) -> str:
    """Return the parts and what they come to: 31 Asia Pacific + 17 Latin America = 48."""
    parts = [
        f"<b>{write_number(part['value'], look.language)}</b> {make_safe(_name_part(part, look))}"
        for part in ground.parts.to_dict("records")
    ]
    return words(
        "checks.parts", {"parts": " + ".join(parts), "found": _emphasise(write_number(check["found"], look.language))}
    )


def _name_part(part: Row, look: Look) -> str:
    """Return whose part it is: the region counted or, of amounts, who received it; else its own words."""
    code = next((part[name] for name in ("scope", "recipient") if isinstance(part[name], str)), None)
    return part["text"] if code is None else name_place(code, look.language)


def _list_names(ground: Ground, look: Look) -> str:
    names = [name_place(code, look.language) for code in ground.names]
    return make_safe(look.words("list.comma").join(names))


def _write_pair(check: Row, ground: Ground, look: Look, words: Catalogue) -> str:
    """Return the two statements side by side, and the whole series as a small picture."""
    other = _find_other(check, ground)
    sides = [_write_side(one, words) for one in (check, other) if one is not None]
    picture = draw_series(ground.series, check["quantity"], check["against"], look)
    return f'{picture}<div class="aa-pair">{"".join(sides)}</div>'


def _write_side(row: Row, words: Catalogue) -> str:
    title = f'<div class="aa-side">{_write_day(row)} · {make_safe(write_stated(row, words))}</div>'
    # Series call a figure's words `text`, checks `words`.
    sentence = write_statements([{**row, "text": row.get("words", row.get("text")), "rule": None}], words)
    return f"<div>{title}{sentence or link_document(row['document'], words)}</div>"
