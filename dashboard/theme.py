"""The look of the dashboard: the reader's theme, and the few rules of style that Streamlit has no setting for."""

import streamlit as st

from geo.charts import Theme

_STYLE = """
<style>
.stMainBlockContainer { padding: 3.4rem 2rem 3rem; }
.stMainBlockContainer h1 { font-size: 1.5rem; padding: .3rem 0 .6rem; line-height: 1.3; }
.stMainBlockContainer h3 { font-size: 1.15rem; padding: .5rem 0 .1rem; }
/* Streamlit's own grey of captions is too faint to be read by everyone. */
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: inherit; opacity: .92; }
/* The label of what cannot be chosen now is still to be read. */
[data-testid="stWidgetLabel"], [data-testid="stWidgetLabel"] * { color: inherit !important; }
/* A name that is chosen changes with the theme at once: between two it could not be read. */
.stMultiSelect * { transition: none !important; }
/* What a narrow box cuts off is seen to be cut off. */
.stMultiSelect input:placeholder-shown { text-overflow: ellipsis; }
/* A box that is not filled yet takes the room that it will need: where it opens, above or below its button, is found then. */
[data-testid="stPopoverBody"]:is(:not(:has(.stElementContainer)), :has([data-testid="stSkeleton"])) { min-height: 25rem; }
/* Who goes by keyboard sees where they are, on every ground. */
.stApp :is(button, a, summary, [tabindex="0"]):focus-visible { outline: 2px solid currentColor !important; outline-offset: 2px; }
/* A map keeps the shape of the earth at any width; the sentences stand beside it where there is room. */
.st-key-map-box .stBidiComponent, .st-key-regions-map-box .stBidiComponent { aspect-ratio: 2.05 / 1; max-height: max(18rem, min(30rem, 100vh - 21rem)); }
.st-key-map-and-evidence { display: grid; grid-template: "map" auto "below" auto / minmax(0, 1fr); gap: .5rem 1.5rem; }
.st-key-map-and-evidence:has(.st-key-clear) {
  grid-template: "map evidence" auto "below evidence" 1fr / minmax(0, 1fr) 23rem;
}
div:has(> .st-key-map-box) { grid-area: map; }
div:has(> .st-key-evidence-box) { grid-area: evidence; }
div:has(> .st-key-below-box) { grid-area: below; }
/* The map of a span of time, and beside it what happened. */
.st-key-timeline-map-box .stBidiComponent { aspect-ratio: 1.7 / 1; max-height: 30rem; }
.st-key-timeline-map-and-list { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: .5rem 1.5rem; }
.aa-event { margin: 0 0 1.1rem; }
.aa-event .aa-sentence { margin: .25rem 0; }
.aa-event details { font-size: .85rem; padding-left: .95rem; }
.aa-event summary { cursor: pointer; }
.aa-sentence { border-left: 3px solid #e8820c; padding: .1rem 0 .1rem .8rem; margin: .7rem 0; }
.aa-told { font-size: .85rem; font-weight: 600; margin-bottom: .15rem; }
.aa-told::first-letter { text-transform: uppercase; }
.aa-source { font-size: .85rem; opacity: .85; }
/* A browser's own violet of links that were followed is hardly read on a dark ground. */
.aa-source a, .aa-source a:visited { color: inherit; }
mark.aa-chosen { background: rgba(232, 130, 12, .32); color: inherit; padding: 0 .1em; border-radius: 2px; }
mark.aa-country { background: rgba(60, 140, 220, .30); color: inherit; border-radius: 2px; }
mark.aa-region { background: rgba(30, 165, 115, .32); color: inherit; border-radius: 2px; }
mark.aa-organisation { background: rgba(160, 105, 225, .32); color: inherit; border-radius: 2px; }
mark.aa-quantity { background: none; color: inherit; border-bottom: 2px solid #e8820c; }
.aa-text p { margin: 0 0 .8rem; max-width: 46rem; line-height: 1.65; }
.aa-set-apart { opacity: .75; font-size: .9rem; }
.aa-rule { font-size: .75rem; border: 1px solid currentColor; border-radius: 3px; padding: 0 .3em; margin-right: .5em; }
.aa-check { border: 1px solid rgba(127, 127, 127, .35); border-left-width: 5px; border-radius: 6px;
  padding: .7rem 1rem .6rem; margin: 0 0 .9rem; }
.aa-check.aa-disagrees { border-left-color: #d1495b; }
.aa-check.aa-open { border-left-color: #c98a00; }
.aa-check.aa-agrees { border-left-color: #2a8f6d; }
.aa-verdict { font-weight: 700; border: 1.5px solid; border-radius: 4px; padding: .05rem .45rem; }
.aa-disagrees .aa-verdict { border-color: #d1495b; }
.aa-open .aa-verdict { border-color: #c98a00; }
.aa-agrees .aa-verdict { border-color: #2a8f6d; }
.aa-subject { font-size: .85rem; opacity: .85; margin-left: .4rem; }
.aa-claim { font-size: 1.08rem; margin: .5rem 0 .2rem; }
.aa-against { margin: .1rem 0 .3rem; font-size: .95rem; }
.aa-side { font-weight: 600; font-size: .9rem; }
.aa-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .3rem 1.5rem; }
.aa-check .aa-sentence { margin: .35rem 0 .2rem; }
.aa-open-document, .aa-open-document:visited { font-size: .85rem; color: inherit; }
.aa-series { max-width: 100%; display: block; margin: .2rem 0 .3rem; }
/* Bars and small maps. */
ul.aa-legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .9rem;
  margin: .2rem 0 0 !important; padding: 0 !important; }
ul.aa-legend li { display: flex; align-items: center; gap: .4rem; margin: 0 !important; padding: 0; }
.aa-legend span { flex: none; width: 1.1rem; height: .8rem; border: 1px solid rgba(127, 127, 127, .6); border-radius: 2px; }
.st-key-stacks-box { max-width: 62rem; }
/* Two maps on one scale, beside each other where there is room, and their difference. */
.st-key-two-maps { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .4rem 1.5rem; }
.st-key-two-map-a-box .stBidiComponent, .st-key-two-map-b-box .stBidiComponent { aspect-ratio: 2.05 / 1; }
.st-key-two-map-difference-box .stBidiComponent { aspect-ratio: 2.05 / 1; max-height: 34rem; }
.st-key-difference { margin-top: 1rem; }
.st-key-two-maps .aa-side { margin: .3rem 0 0; overflow-wrap: anywhere; }
.st-key-small-maps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .6rem 1.5rem; }
/* Corrections: a button in the line of the source; a pencil behind a sentence of a text. */
button.aa-correct { font: inherit; font-size: .85rem; color: inherit; background: none; border: 0; padding: .1rem .2rem;
  text-decoration: underline; text-underline-offset: 2px; cursor: pointer; opacity: .8; }
button.aa-correct:hover { opacity: 1; }
button.aa-pencil { font-size: 0; padding: 0 .15rem; opacity: .45; vertical-align: -.1em; }
button.aa-pencil::before { content: ""; display: inline-block; width: .8rem; height: .8rem; background: currentColor;
  mask: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M11 1l4 4-9 9-5 1 1-5z'/%3E%3C/svg%3E") center / contain no-repeat; }
button.aa-pencil:is(:hover, :focus-visible) { opacity: 1; }
.st-key-corrections-bar { padding-top: .6rem; }
.aa-thing { font-weight: 600; overflow-wrap: anywhere; }
.aa-correction { overflow-wrap: anywhere; }
.aa-undated ul { margin: .1rem 0 .4rem; }
/* What a chart shows of the documents, below its title. */
.aa-scope { margin: -.5rem 0 .2rem; font-size: .95rem; opacity: .92; }
/* What of a link was not taken: one line with its button. */
.st-key-link-faults { flex-wrap: nowrap; gap: .6rem; }
.aa-scope::first-letter { text-transform: uppercase; }
/* Search, and the sentence that a link is about. */
.aa-behind { margin: 0; padding: .2rem 0 0; }
.aa-left-out { margin: 1rem 0 -.4rem; }
mark.aa-found { background: rgba(232, 130, 12, .24); color: inherit; border-radius: 2px; box-shadow: 0 0 0 3px rgba(232, 130, 12, .24);
  scroll-margin: 30vh; }
/* The page of the method. */
.aa-contents { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 .4rem; }
.aa-contents a, .aa-contents a:visited, .aa-sources a, .aa-sources a:visited { color: inherit; }
.stMainBlockContainer h2 { font-size: 1.2rem; padding: 1rem 0 .2rem; }
.aa-wide { overflow-x: auto; }
.aa-sources { border-collapse: collapse; font-size: .85rem; min-width: 40rem; }
.aa-sources th, .aa-sources td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0;
  border-bottom: 1px solid rgba(127, 127, 127, .35); font-weight: 400; overflow-wrap: anywhere; }
.aa-sources th:first-child { min-width: 13rem; }
.aa-sources thead th { font-weight: 600; }
.aa-sources td:last-child { white-space: nowrap; }
.aa-sources code { font-size: .75rem; }
/* How a chart was counted. */
dl.aa-account { margin: 0; padding: 0; font-size: .9rem; max-width: 34rem; }
.aa-account dt { font-weight: 600; margin: .55rem 0 .1rem; }
.aa-account dd { margin: 0 0 .15rem; overflow-wrap: anywhere; }
/* Streamlit's menu is worked by the sidebar's choice of theme, and not shown. */
[data-testid="stMainMenu"] { display: none; }
[data-testid="stMainMenuPopover"] { visibility: hidden; pointer-events: none; }
@media (max-width: 900px) {
  .st-key-timeline-map-and-list { grid-template-columns: minmax(0, 1fr); }
  .st-key-map-and-evidence:has(.st-key-clear) {
    grid-template: "map" auto "evidence" auto "below" auto / minmax(0, 1fr);
  }
}
@media (max-width: 640px) {
  .st-key-map-box .stBidiComponent, .st-key-regions-map-box .stBidiComponent { aspect-ratio: 1.5 / 1; }
  .stMainBlockContainer { padding: 3.4rem .8rem 2rem; }
  /* What is chosen from lists stands two beside each other: the chart comes the sooner. */
  .st-key-controls > .stElementContainer:has(.stSelectbox) { flex: 1 1 40%; width: auto !important; min-width: 0; }
  /* A phone has the cells of a row one below another. */
  .aa-sources, .aa-sources :is(tbody, tr, th, td) { display: block; min-width: 0 !important; padding-right: 0 !important; }
  .aa-sources thead { display: none; }
  .aa-sources :is(th, td) { border: 0 !important; padding: .1rem 0 !important; }
  .aa-sources tr { border-bottom: 1px solid rgba(127, 127, 127, .35); padding: .5rem 0; }
}
/* The front page: a headline, the map and the bar side by side, cards beneath. */
.stMainBlockContainer .st-key-front-head h1 { font-size: clamp(1.3rem, 1rem + .95vw, 2.1rem); line-height: 1.28; padding: .1rem 0 .5rem; max-width: 76rem; font-weight: 650; text-wrap: balance; }
/* Chinese is broken behind its commas: not within a name, nor between it and its number. */
.st-key-front-head h1 { word-break: keep-all; overflow-wrap: anywhere; }
.aa-brand { margin: 0 0 .5rem; opacity: .9; font-size: .95rem; }
.aa-brand b { font-size: 1.05rem; letter-spacing: .01em; margin-right: .6rem; }
.aa-corpus { margin: 0; font-size: .95rem; opacity: .85; }
.st-key-front-main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(17rem, 1.35fr); gap: 1rem 2rem; align-items: start; }
.st-key-front-map-box .stBidiComponent { aspect-ratio: 1.8 / 1; max-height: 34rem; }
h2.aa-map-title, .aa-card h2 { font-size: 1.02rem; font-weight: 650; padding: 0 0 .35rem; margin: 0; line-height: 1.35; }
a.aa-open, a.aa-open:visited { color: inherit; text-decoration: none; }
a.aa-way { text-decoration: underline; text-underline-offset: .15em; font-size: .95rem; }
a.aa-open:hover { text-decoration: underline; text-underline-offset: .15em; }
.aa-cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18.5rem, 100%), 1fr)); gap: 1rem 1.5rem; }
.aa-card { border-top: 2px solid currentColor; padding: .6rem 0 .2rem; min-width: 0; }
.aa-card ul, .aa-card ol { list-style: none; margin: 0 !important; padding: 0 !important; }
.aa-card li { margin: 0 !important; padding: .16rem 0; font-size: .95rem; }
.aa-card p { margin: .2rem 0 .4rem; }
.aa-card .aa-about { font-size: .9rem; opacity: .85; }
.aa-card .aa-foot a { font-size: .9rem; text-decoration: underline; text-underline-offset: .15em; }
.aa-card .aa-large { font-size: 1.5rem; font-weight: 650; line-height: 1.25; }
.aa-card .aa-check { padding: .35rem .7rem; font-size: .93rem; }
.aa-bar { display: flex; height: 2.6rem; border-radius: 3px; overflow: hidden; gap: 1px; margin: .3rem 0 .5rem; }
.aa-bar i { display: flex; align-items: center; justify-content: center; min-width: 0; overflow: hidden; font: 700 1.2rem var(--st-font, sans-serif); }
.aa-bar .aa-rest { background: rgba(127, 127, 127, .35); }
.aa-parts li a { display: flex; gap: .5rem; align-items: baseline; }
.aa-parts li b, .aa-kinds li b { margin-left: auto; font-variant-numeric: tabular-nums; }
.aa-parts li i, .aa-kinds li i { flex: none; width: .8rem; height: .8rem; border-radius: 2px; align-self: center; border: 1px solid rgba(127, 127, 127, .5); }
.aa-names a { display: grid; grid-template-columns: minmax(5.5rem, 45%) minmax(0, 1fr) 2.6rem; gap: .6rem; align-items: center; }
.aa-names span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.aa-names i { height: .72rem; background: #2a7ab9; border-radius: 2px; min-width: 2px; }
.aa-names b { font-variant-numeric: tabular-nums; text-align: right; }
.aa-kinds li a { display: flex; gap: .5rem; }
/* The cards fill their rows: of five, the list of names stands beside two rows of the others. */
@media (min-width: 1100px) {
  .aa-cards { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(2):last-child) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(4):last-child) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(5):last-child) > :first-child { grid-row: span 2; }
}
@media (min-width: 1600px) {
  .aa-cards:has(> :nth-child(5):last-child) { grid-template-columns: repeat(5, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(5):last-child) > :first-child { grid-row: auto; }
  .aa-cards:has(> :nth-child(6):last-child) { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(7):last-child) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .aa-cards:has(> :nth-child(7):last-child) > :first-child { grid-row: span 2; }
  /* On a large screen the bar beside the map is as large as what it says. */
  .st-key-front-aside .aa-bar { height: 6rem; }
  .st-key-front-aside .aa-bar i { font-size: 1.3rem; }
  .st-key-front-aside .aa-parts li { font-size: 1.15rem; padding: .4rem 0; }
}
.aa-verdicts { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; }
.aa-card .aa-first { font-size: .93rem; border-left: 4px solid #d1495b; padding-left: .7rem; }
@media (max-width: 900px) { .st-key-front-main { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 640px) { .st-key-front-map-box .stBidiComponent { aspect-ratio: 1.5 / 1; } }
/* On paper: the title, charts, notes, sources and tables, and nothing that can only be clicked. */
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stExpandSidebarButton"],
  [data-testid="stStatusWidget"], [data-testid="stPopover"], [data-testid="stElementToolbar"], .modebar,
  .stButton, .stDownloadButton, .stSelectbox, .stMultiSelect, .stTextInput, .stDateInput, .stCheckbox, .stButtonGroup,
  .st-key-controls, .st-key-narrowing, .st-key-filters, .st-key-player, .st-key-tour-box, .aa-open-document, .aa-correct,
  .st-key-corrections-bar { display: none !important; }
  .stApp, .stMain, .stMainBlockContainer, [data-testid="stAppViewContainer"] {
    position: static !important; display: block !important; height: auto !important; overflow: visible !important;
  }
  .stMainBlockContainer { padding: 0; max-width: none; }
  /* What scrolls on the screen would be cut on paper. */
  .st-key-sentences, .st-key-timeline-list { height: auto !important; max-height: none !important; overflow: visible !important; }
  .aa-check, .aa-event, .aa-sentence, .stPlotlyChart, .stDataFrame, .stBidiComponent { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
/* Charts of dashboard.parts.plots; sent with each they would weigh more. The page's own fading of what is about to change
   would paint the whole map again for each of its steps. */
.aa-plot { position: relative; width: 100%; height: 100%; min-height: 12rem; contain: layout paint; }
.aa-plot:focus-visible { outline: 2px solid #e8820c; outline-offset: 2px; }
.aa-plot:fullscreen { background: var(--st-background-color, Canvas); }
/* A faint colour in the legend is told from the page. */
.aa-plot .legend3dandfriends { stroke: color-mix(in srgb, currentColor 55%, transparent); stroke-width: .8px; }
.st-key-own-shapes { position: absolute !important; height: 0; }
.stElementContainer:has(.aa-plot) { opacity: 1 !important; transition: none !important; }
/* The way to the desk stands in the head of every page, on a phone as a sign; its words are still there to be heard. */
.st-key-desk-way { position: fixed; top: .45rem; right: 2rem; z-index: 999991; width: auto !important; }
.st-key-desk-way button { min-height: 2.1rem; padding: .1rem .7rem; }
@media (max-width: 640px) { .st-key-desk-way { right: .8rem; } }
[data-testid="stStatusWidget"] { margin-right: 9rem; }
@media print { .st-key-desk-way { display: none !important; } }
.st-key-desk-begin .st-key-desk-form [data-testid="stFileUploaderDropzone"] { min-height: 14rem; font-size: 1.2rem; }
ul.aa-refusals { margin: 0; padding-left: 1.1rem; font-size: .92rem; }
ul.aa-refusals li { margin: .15rem 0; overflow-wrap: anywhere; }
</style>
"""


def apply_style() -> None:
    """Write the style rules into the page."""
    st.html(_STYLE)


def find_theme() -> Theme:
    """Return the reader's theme; light until the browser has said."""
    return "dark" if st.context.theme.type == "dark" else "light"
