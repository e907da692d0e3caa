"""A virtual environment for each program that is measured, with the program installed from the package index."""

import os
import subprocess
import sys
import venv
from pathlib import Path


def install(distribution: str, folder: Path, seconds: float, *beside: str) -> Path:
    """Return the Python of a program's environment below a folder, made at need, with what it is to have `beside` it.

    Raises CalledProcessError where the program cannot be installed, TimeoutExpired where that takes longer.
    """
    place = folder.resolve() / distribution
    python = place / ("Scripts" if os.name == "nt" else "bin") / Path(sys.executable).name
    if not python.exists():
        venv.create(place, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", distribution, *beside]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds)  # noqa: S603 - our own command
    return python
