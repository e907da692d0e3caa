"""Installed from a wheel into a new environment and started in an empty folder, the dashboard draws its map."""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from tests.browsing import MAP, Visit, open_page

PROJECT = Path(__file__).parent.parent


def install_wheel(folder: Path) -> Path:
    """Build the wheel, install it with what it needs into a new environment and return its Python."""
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder / "wheels"), str(PROJECT)]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wheel = next((folder / "wheels").glob("*.whl"))
    quiet = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([str(python), "-m", "pip", "install", *quiet, str(wheel)], check=True)
    return python


def test_a_wheel_in_a_new_environment_and_an_empty_folder_draws_the_map(
    visit: Visit, serve: Callable[..., str], tmp_path: Path
) -> None:
    python = install_wheel(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    page = open_page(visit, serve(python=str(python), folder=empty))
    assert page.locator(MAP).count() >= 240
    assert visit.refused == []
