"""The cards of the front page as HTML: the leading breakdown, who is named, what happened, totals, doubts, gaps.

Each number is a link to the page that shows it with its sentences.
"""

from dashboard import corpora
from dashboard.figures.checks import draw_series
from dashboard.figures.hovers import make_safe, shorten
from dashboard.parts.evidence import Row
from dashboard.parts.filters import make_where
from dashboard.parts.inner_links import write_link
from dashboard.parts.listings.checks import ICONS, write_result
from dashboard.parts.listings.statements import write_stated
from dashboard.parts.selection import Selection
from geo.charts import Look, RegionsChart, TotalsChart
from geo.charts.event_groups import find_group
from geo.charts.time_steps import Span, name_span
from geo.reference.wordings import Catalogue
from geo.store.corpus import ALL, Where

_MOST_NAMED, _MOST_PARTS, _MOST_KINDS = 8, 7, 6
_LONGEST = 90
# A digit takes so much of the narrowest bar.
_DIGIT_SHARE = 0.03
# What one measure has stands on the map above.
_FEWEST_MEASURES = 2


def write_card(name: str, body: str, foot: str, words: Catalogue) -> str:
    """Return a card: its heading, what stands in it, and the way to its page; nothing where it holds nothing."""
    heading = f"<h2>{make_safe(words(f'front.{name}'))}</h2>"
    return f'<section class="aa-card aa-{name}">{heading}{body}<p class="aa-foot">{foot}</p></section>' if body else ""


def write_breakdown(chart: RegionsChart, breakdown: str, words: Catalogue) -> str:
    """Return the parts of a breakdown as one stacked bar over its stated total, with its verdict."""
    shown = Selection(language=words.language, breakdown=breakdown)
    rows = chart.rows.head(_MOST_PARTS).to_dict("records")
    left = chart.total - sum(row["value"] for row in rows)
    segments = [_write_segment(row, chart.total) for row in rows]
    segments += [f'<i style="flex:{left:g}" class="aa-rest"></i>'] if left > 0 else []
    bar = f'<div class="aa-bar" role="img" aria-label="{make_safe(chart.alt)}">{"".join(segments)}</div>'
    parts = "".join(f"<li>{write_link('regions', shown, _write_part(row))}</li>" for row in rows)
    more = len(chart.rows) - len(rows)
    parts += f"<li>{make_safe(words.count('front.more_parts', more))}</li>" if more > 0 else ""
    title = f'<p class="aa-about">{make_safe(shorten(chart.labels.title, _LONGEST))}</p>'
    foot = write_link("regions", shown, make_safe(words("front.open_regions")))
    body = f'{title}{bar}<ul class="aa-parts">{parts}</ul>{_write_verdict(chart)}'
    return write_card("parts" if chart.stated is None else "breakdown", body, foot, words)


def _write_segment(row: Row, total: float) -> str:
    """Return a part of the bar; a number that is wider than its part stands in the list alone."""
    style = f"flex:{row['value']:g};background:{row['colour']};color:{row['ink']}"
    fits = row["value"] / (total or 1) >= _DIGIT_SHARE * (len(row["shown"]) + 1)
    return f'<i style="{style}">{make_safe(row["shown"]) if fits else ""}</i>'


def _write_part(row: Row) -> str:
    return f'<i style="background:{row["colour"]}"></i>{make_safe(row["name"])} <b>{make_safe(row["shown"])}</b>'


def _write_verdict(chart: RegionsChart) -> str:
    sign = ICONS[chart.verdict] if chart.verdict else ""
    return f'<p class="aa-check aa-{chart.verdict or "none"}">{sign} {make_safe(chart.check)}</p>'


def write_named(look: Look, words: Catalogue) -> str:
    """Return the countries and areas that are named most, each with a bar as long as its number."""
    chart = corpora.chart_countries("mentions", Where(), look)
    rows = chart.rows.head(_MOST_NAMED).to_dict("records")
    most = max((row["value"] for row in rows), default=1)
    items = "".join(f"<li>{_write_name(row, most, words)}</li>" for row in rows)
    all_named = Selection(language=words.language, measure="mentions")
    foot = write_link("world", all_named, make_safe(words.count("front.open_named", len(chart.rows))))
    return write_card("named", f'<ol class="aa-names">{items}</ol>' if items else "", foot, words)


def _write_name(row: Row, most: int, words: Catalogue) -> str:
    shown = Selection(language=words.language, measure="mentions", codes=(row["code"],))
    bar = f'<i style="width:{row["value"] / most:.1%}"></i>'
    return write_link("world", shown, f"<span>{make_safe(row['name'])}</span>{bar}<b>{row['value']:,}</b>")


def write_did(look: Look, words: Catalogue) -> str:
    """Return how many countries or areas each measure of the leading subject has: who voted how, who gave and received."""
    counted = {measure: _count_mapped(measure, look) for measure in corpora.count_measured()}
    if len(counted) < _FEWEST_MEASURES:
        return ""
    most = max(counted.values())
    items = "".join(f"<li>{_write_did(measure, count, most, look)}</li>" for measure, count in counted.items())
    about = f'<p class="aa-about">{make_safe(words("front.did_unit"))}</p>'
    foot = write_link("world", Selection(language=words.language), make_safe(words("front.open_did")))
    return write_card("did", f'{about}<ul class="aa-names">{items}</ul>', foot, words)


def _count_mapped(measure: str, look: Look) -> int:
    """Return how many countries or areas the map of a measure shows: without the one that it leaves out."""
    where = make_where(Selection(language=look.language, measure=measure))
    return len(corpora.chart_countries(measure, where, look).rows)


def _write_did(measure: str, count: int, most: int, look: Look) -> str:
    shown = Selection(language=look.language, measure=measure)
    name = make_safe(corpora.describe_measure(measure, look).label)
    return write_link("world", shown, f'<span>{name}</span><i style="width:{count / most:.1%}"></i><b>{count:,}</b>')


def write_happened(look: Look, words: Catalogue) -> str:
    """Return how many acts of each kind are told, the most first, in the colours of the timeline."""
    counted, subjects = corpora.count_kinds(), corpora.list_subjects()
    items = "".join(
        f"<li>{_write_kind(kind, count, find_group(kind, subjects).colours[look.theme], words)}</li>"
        for kind, count in list(counted.items())[:_MOST_KINDS]
    )
    acts = sum(counted.values())
    said = words.count("front.open_timeline", acts, {"count": f"{acts:,}"})
    foot = write_link("timeline", Selection(language=words.language), make_safe(said))
    return write_card("happened", f'<ul class="aa-kinds">{items}</ul>' if items else "", foot, words)


def _write_kind(kind: str, count: int, colour: str, words: Catalogue) -> str:
    shown = Selection(language=words.language, kind=kind)  # type: ignore[arg-type]
    name = make_safe(Look(words.language).words(f"event.{kind}"))
    return write_link("timeline", shown, f'<i style="background:{colour}"></i><span>{name}</span><b>{count:,}</b>')


def write_total(totals: TotalsChart | None, words: Catalogue) -> str:
    """Return the latest running total of the measure with the most statements, and its way there as a picture."""
    if totals is None:
        return ""
    last: Row = totals.rows.iloc[-1].to_dict()
    day = name_span(Span(last["since"], last["until"]), totals.look)
    picture = draw_series(totals.rows, last["quantity"], None, totals.look)
    said = f'<p class="aa-large">{make_safe(write_stated(last, words))}</p>'
    about = f'<p class="aa-about">{make_safe(totals.labels.measure)} · {make_safe(day)}</p>'
    shown = Selection(language=words.language, totals=totals.measure)
    count = words.count("front.open_total", len(totals.rows))
    return write_card("total", said + about + picture, write_link("timeline", shown, make_safe(count)), words)


def write_doubts(words: Catalogue) -> str:
    """Return how many stated figures agree and disagree, and the first that disagrees."""
    counts = corpora.count_checks(ALL)
    by_verdict = {str(name): int(number) for name, number in counts.groupby("verdict")["checks"].sum().items()}
    if not by_verdict:
        return ""
    lines = [_count_verdict(verdict, by_verdict[verdict], words) for verdict in ICONS if verdict in by_verdict]
    first = corpora.read_checks(Where(verdicts=("disagrees",)), None, 1).to_dict("records")
    claims = "".join(f'<p class="aa-first">{_write_claim(check, words)}</p>' for check in first)
    foot = write_link("checks", Selection(language=words.language), make_safe(words("front.open_checks")))
    return write_card("doubts", f'<ul class="aa-verdicts">{"".join(lines)}</ul>{claims}', foot, words)


def _count_verdict(verdict: str, count: int, words: Catalogue) -> str:
    shown = Selection(language=words.language, verdict=verdict)  # type: ignore[arg-type]
    label = f"<b>{ICONS[verdict]} {count:,}</b> {make_safe(words(f'checks.{verdict}'))}"
    return f'<li class="aa-{verdict}">{write_link("checks", shown, label)}</li>'


def _write_claim(check: Row, words: Catalogue) -> str:
    result = write_result(check, corpora.read_ground(check["check"], check), words)
    return words("checks.claim", {"stated": make_safe(write_stated(check, words)), "result": result})


def write_gaps(words: Catalogue) -> str:
    """Return what was not read or not settled; that nothing was left out is said too."""
    unread, plain = corpora.count_unread(), Selection(language=words.language)
    counted = (("failures", unread.failures), ("refused", unread.refused), ("undated", unread.undated))
    lines = [
        f"<li>{write_link(_GAP_PAGES[name], plain, make_safe(_count_gap(name, count, words)))}</li>"
        for name, count in counted
        if count
    ]
    body = f'<ul class="aa-gaps">{"".join(lines)}</ul>' if lines else f"<p>{make_safe(words('front.all_read'))}</p>"
    return write_card("gaps", body, write_link("documents", plain, make_safe(words("front.open_documents"))), words)


_GAP_PAGES = {"failures": "documents", "refused": "documents", "undated": "timeline"}


def _count_gap(name: str, count: int, words: Catalogue) -> str:
    return words.count(f"front.{name}", count, {"count": f"{count:,}"})


def write_cards(look: Look, totals: TotalsChart | None, words: Catalogue) -> str:
    """Return all cards beneath the map, those that hold something."""
    cards = (
        write_named(look, words),
        write_did(look, words),
        write_happened(look, words),
        write_total(totals, words),
        write_doubts(words),
        write_gaps(words),
    )
    return f'<div class="aa-cards">{"".join(cards)}</div>'
