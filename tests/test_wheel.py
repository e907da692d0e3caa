"""Installed from a wheel and started in an empty folder, the dashboard draws its map; what it imports is declared."""

import ast
import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.browsing import MAP, Visit, open_page

PROJECT = Path(__file__).parent.parent
PACKAGES = ("geo", "dashboard")


def install_wheel(folder: Path) -> Path:
    """Build the wheel, install it into a new environment and return its Python.

    The packages that it needs are lent from the environment of the tests, which has the project's folder on its path
    by a file of its own: that one is not read for a folder that is lent, so the project itself comes from the wheel.
    """
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "wheels"), str(PROJECT)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wheel = next((folder / "wheels").glob("*.whl"))
    install = ["install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *install], check=True)
    find = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = subprocess.check_output([str(python), "-c", find], text=True).strip()
    lent = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (Path(own) / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return python


def test_a_wheel_in_a_new_environment_and_an_empty_folder_draws_the_map(
    visit: Visit, serve: Callable[..., str], tmp_path: Path
) -> None:
    python = install_wheel(tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    where = "import geo, dashboard; print(geo.__file__, dashboard.__file__, sep='\\n')"
    files = subprocess.check_output([str(python), "-c", where], text=True, cwd=empty).splitlines()
    assert all(Path(file).is_relative_to(tmp_path / "venv") for file in files)
    page = open_page(visit, f"{serve(python=str(python), folder=empty)}/world")
    assert page.locator(MAP).count() >= 240
    assert visit.refused == []


def list_imports(package: str) -> Iterator[str]:
    """Yield the outermost name of every module that a package of ours imports."""
    for file in (PROJECT / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            yield from (name.partition(".")[0] for name in named)


def test_whatever_is_imported_is_a_dependency_that_is_declared() -> None:
    stored = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(one).name) for one in stored["dependencies"]}
    modules = {name for package in PACKAGES for name in list_imports(package)}
    foreign = modules - {*PACKAGES} - sys.stdlib_module_names
    owners = packages_distributions()
    missing = {name for name in foreign if not {*map(canonicalize_name, owners.get(name, ()))} & declared}
    assert len(foreign) > 10
    assert missing == set()
