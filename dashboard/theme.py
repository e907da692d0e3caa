"""The look of the dashboard: the reader's theme, and the few rules of style that Streamlit has no setting for."""

import streamlit as st

from geo.charts import Theme

_STYLE = """
<style>
.stMainBlockContainer { padding: 3.4rem 2rem 3rem; }
.stMainBlockContainer h1 { font-size: 1.5rem; padding: .3rem 0 .6rem; line-height: 1.3; }
.stMainBlockContainer h3 { font-size: 1.15rem; padding: .5rem 0 .1rem; }
/* A map keeps the shape of the earth at any width; the sentences stand beside it where there is room. */
.st-key-map-box .stPlotlyChart, .st-key-regions-map-box .stPlotlyChart { aspect-ratio: 2.05 / 1; max-height: 30rem; }
.st-key-map-and-evidence { display: grid; grid-template: "map" auto "below" auto / minmax(0, 1fr); gap: .5rem 1.5rem; }
.st-key-map-and-evidence:has(.st-key-sentences) {
  grid-template: "map evidence" auto "below evidence" 1fr / minmax(0, 1fr) 23rem;
}
div:has(> .st-key-map-box) { grid-area: map; }
div:has(> .st-key-evidence-box) { grid-area: evidence; }
div:has(> .st-key-below-box) { grid-area: below; }
.aa-sentence { border-left: 3px solid #e8820c; padding: .1rem 0 .1rem .8rem; margin: .7rem 0; }
.aa-source { font-size: .85rem; opacity: .8; }
mark.aa-chosen { background: rgba(232, 130, 12, .32); color: inherit; padding: 0 .1em; border-radius: 2px; }
mark.aa-country { background: rgba(60, 140, 220, .30); color: inherit; border-radius: 2px; }
mark.aa-region { background: rgba(30, 165, 115, .32); color: inherit; border-radius: 2px; }
mark.aa-organisation { background: rgba(160, 105, 225, .32); color: inherit; border-radius: 2px; }
mark.aa-quantity { background: none; color: inherit; border-bottom: 2px solid #e8820c; }
.aa-text p { margin: 0 0 .8rem; max-width: 46rem; line-height: 1.65; }
.aa-set-apart { opacity: .75; font-size: .9rem; }
.aa-rule { font-size: .75rem; border: 1px solid currentColor; border-radius: 3px; padding: 0 .3em; margin-right: .5em; }
@media (max-width: 900px) {
  .st-key-map-and-evidence:has(.st-key-sentences) {
    grid-template: "map" auto "evidence" auto "below" auto / minmax(0, 1fr);
  }
}
@media (max-width: 640px) {
  .st-key-map-box .stPlotlyChart, .st-key-regions-map-box .stPlotlyChart { aspect-ratio: 1.5 / 1; }
  .stMainBlockContainer { padding: 3.4rem .8rem 2rem; }
}
</style>
"""


def apply_style() -> None:
    """Write the style rules into the page."""
    st.html(_STYLE)


def find_theme() -> Theme:
    """Return the reader's theme; light until the browser has said."""
    return "dark" if st.context.theme.type == "dark" else "light"
