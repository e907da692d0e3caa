"""What the buttons beside a map are called; what they do is dashboard/static/map_tools.js."""

from geo.reference.wordings import Catalogue

# In the order in which they stand. A page of its own has nothing to choose.
TOOLS = ("closer", "farther", "whole", "chosen", "pan", "select", "lasso", "full")
_OF_A_PAGE = ("closer", "farther", "whole", "full")


def name_tools(words: Catalogue, *, alone: bool = False) -> dict[str, str]:
    """Return the names of the buttons by what they do; `alone` is a map outside the dashboard."""
    return {name: words(f"tool.{name}") for name in (_OF_A_PAGE if alone else TOOLS)}
