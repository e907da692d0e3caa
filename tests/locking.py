"""The versions and hashes that the tests are run with: requirements.lock, made by `make lock` and installed by `make test`.

It is made for one version of Python, that of its first line; under another it is passed over with a word.
"""

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LOCK = PROJECT / "requirements.lock"
_HEAD = "# For Python {} and what pyproject.toml asks for ({}). Written by `make lock`; do not edit.\n"


def main(*arguments: str) -> int:
    """Write the lock file (`--write`, with uv beside this Python) or install what it holds, where it fits this Python."""
    return write_lock() if "--write" in arguments else install_lock()


def write_lock() -> int:
    """Choose the versions anew and write them with their hashes; return the status."""
    version = name_python()
    words = ("--extra", "test", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--python-version")
    made = subprocess.run(
        [Path(sys.executable).parent / "uv", "pip", "compile", "pyproject.toml", "--quiet", *words, version],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        print(f"the versions could not be chosen: {made.stderr.strip()}", file=sys.stderr)
        return 1
    LOCK.write_text(_HEAD.format(version, digest_wishes()) + made.stdout, encoding="utf-8")
    print(f"{LOCK.name} holds {len(list_locked())} packages for Python {version}.")
    return 0


def install_lock() -> int:
    """Install what the lock file holds, each file by its hash; return the status, 0 where it is passed over."""
    if reason := find_misfit(LOCK.read_text(encoding="utf-8").partition("\n")[0]):
        print(f"{LOCK.name} is passed over: {reason}; the newest versions are installed.")
        return 0
    words = ("--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps", "--require-hashes", "--requirement")
    return subprocess.run([sys.executable, "-m", "pip", "install", *words, LOCK], check=False).returncode


def find_misfit(head: str) -> str | None:
    """Return why a lock file with such a first line does not fit, None where it does."""
    if f"Python {name_python()} " not in head:
        return f"it is not for Python {name_python()}"
    return (
        None
        if digest_wishes() in head
        else "pyproject.toml asks for other packages than it did (`make lock` chooses anew)"
    )


def name_python() -> str:
    """Return the version of this Python, without what changes no package."""
    return ".".join(map(str, sys.version_info[:2]))


def list_wishes() -> list[str]:
    """Return the requirements of the package and of its tests, as pyproject.toml writes them."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return sorted([*project["dependencies"], *project["optional-dependencies"]["test"]])


def digest_wishes() -> str:
    """Return what tells one list of requirements from another."""
    return hashlib.sha256("\n".join(list_wishes()).encode()).hexdigest()[:12]


def list_locked() -> dict[str, list[str]]:
    """Return the locked versions by the name of the package, as registries spell it."""
    locked: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK.read_text(encoding="utf-8"), re.M):
        locked.setdefault(name, []).append(version)
    return locked


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
