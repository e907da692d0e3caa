"""Find a Chromium for the browser tests; `python tests/find_browser.py --install` gets one where it may.

In this order: the one that AIDATLAS_BROWSER names, one that is installed, Debian's package, Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# First the one that has no window of its own: it draws a page for half the processor's time.
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_ADVICE = "no Chromium for the browser tests: install Chromium or Chrome, or name one in AIDATLAS_BROWSER"


def find_browser() -> str | None:
    """Return the path of a Chromium, None where there is none."""
    named = os.environ.get("AIDATLAS_BROWSER")
    installed = (shutil.which(name) for name in _NAMES)
    placed = (place for place in _PLACES if Path(place).exists())
    return named or next((path for path in installed if path), None) or next(placed, None) or _find_own()


def _find_own() -> str | None:
    """Return the path of the browser that Playwright has installed for itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install_browser() -> None:
    """Install Debian's Chromium where this user may, else Playwright's own."""
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        # Older releases have no headless one.
        any(_install_package(name, quiet) for name in ("chromium-headless-shell", "chromium"))
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _install_package(name: str, environment: dict[str, str]) -> bool:
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name]
    return subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL).returncode == 0


def main() -> int:
    """Say which browser the tests will use; status 1 and one line of advice where there is none."""
    if find_browser() is None and "--install" in sys.argv:
        install_browser()
    found = find_browser()
    print(f"browser tests use {found}" if found else _ADVICE)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
