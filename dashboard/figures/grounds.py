"""What all figures of the dashboard have: no ground of their own, the page's font, and boxes in the colours of the theme."""

import plotly.graph_objects as go

from geo.charts import Look, palette

# The page's own font, then whatever the machine has for Chinese.
FONT = '"Source Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
_CLEAR = "rgba(0,0,0,0)"


def set_ground(figure: go.Figure, look: Look, size: int | None = None) -> None:
    """Let a figure stand on the page in the ink of a theme; `size` is that of its type in pixels, Plotly's own without it."""
    colours = palette(look.theme)
    figure.update_layout(
        paper_bgcolor=_CLEAR,
        plot_bgcolor=_CLEAR,
        font={"color": colours.ink, "family": FONT, "size": size},
        hoverlabel={
            "bgcolor": colours.paper,
            "bordercolor": colours.faint_ink,
            "font": {"color": colours.ink, "size": 13},
            "align": "left",
        },
    )
