"""Pictures of every page, in both languages, both themes, wide and on a phone, from a real browser.

    python -m benchmarks.pictures FOLDER [--all] [PATH…]

Without --all only the three pictures of the README are taken. Chinese needs a Chinese font on this machine.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser

from benchmarks.browsers import start_browser
from tests.browsing import close_tour, settle
from tests.servers import start_dashboard

_SIZES = {"screen": (1920, 1080), "wide": (1280, 800), "tablet": (820, 1180), "phone": (390, 844)}
_PAGES = {
    "front": "",
    "world": "world",
    "world-chosen": "world?codes=SRB",
    "world-flows": "world?flows=True",
    "world-several": "world?codes=ITA.SRB.KHM&theme=experts",
    "world-pacific": "world?frame=pacific",
    "world-globe": "world?projection=globe&hue=purples&codes=ITA",
    "timeline": "timeline",
    "timeline-march": "timeline?since=2020-03-01&until=2020-03-31",
    "compare": "compare",
    "compare-shares": "compare?rows=region&parts=kind&share=True",
    "compare-maps": "compare?figure=maps",
    "compare-two": "compare?figure=two",
    "regions": "regions",
    "checks": "checks",
    "documents": "documents",
    "search": "search?query=Serbia",
    "method": "method",
}
_HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


class Picture(NamedTuple):
    """One picture: its page and how the page is opened."""

    page: str
    language: Literal["en", "zh"]
    theme: Literal["light", "dark"]
    size: str

    @property
    def name(self) -> str:
        """Return the file name without ending."""
        return f"{self.page}-{self.language}-{self.theme}-{self.size}"

    @property
    def address(self) -> str:
        """Return the page's address below the dashboard's."""
        path = _PAGES[self.page]
        return f"{path}{'&' if '?' in path else '?'}language={self.language}"


_README = (
    Picture("front", "en", "light", "wide"),
    Picture("world-chosen", "en", "light", "wide"),
    Picture("checks", "zh", "light", "wide"),
)


def main() -> None:
    """Take the pictures; print where they lie."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    pictures = list(_list_all()) if given.all else list(_README)
    with start_dashboard(*given.paths) as server, start_browser() as browser:
        for picture in pictures:
            _take(browser, server.address, picture, given.folder, whole=given.all)
    print(f"{len(pictures)} pictures lie in {given.folder}.")


def _list_all() -> Iterator[Picture]:
    for page in _PAGES:
        for language in ("en", "zh"):
            for theme in ("light", "dark"):
                for size in _SIZES:
                    yield Picture(page, language, theme, size)


def _take(browser: Browser, address: str, picture: Picture, folder: Path, *, whole: bool) -> None:
    width, height = _SIZES[picture.size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=picture.theme)
    # As who has closed the tour sees the page.
    close_tour(context)
    page = context.new_page()
    page.goto(f"{address}/{picture.address}")
    page.wait_for_selector("h1")
    settle(page)
    if whole:
        # The page scrolls inside its frame: a screen as high as the page shows all of it.
        page.set_viewport_size({"width": width, "height": max(height, page.evaluate(_HEIGHT))})
        settle(page)
    page.screenshot(path=folder / f"{picture.name}.png")
    context.close()


if __name__ == "__main__":
    main()
