"""Run every check and stop with status 1 where any failed: lint, contracts, types, tests.

Of the tests those are left out that are marked as slow; `--all` runs them too.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

QUICK = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "contracts": ("lint-imports",),
}
# It takes one processor for a minute, in which the browser's tests often wait.
TYPES = ("mypy",)
# A file's tests stay together: they share a running dashboard. The files begin in the order of tests/conftest.py,
# those that take longest first. What was run once more, and what took longest, is said at the end.
TESTS = ("pytest", "--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "-rfER", "--durations=10")
# The tests begin the command many times: it is compiled once.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(*arguments: str) -> int:
    """Run the checks; print how long each took."""
    failed = [name for name, command in QUICK.items() if run(name, command)]
    with tempfile.TemporaryFile("w+") as said:
        begun = time.monotonic()
        types = subprocess.Popen(TYPES, env=ENVIRONMENT, stdout=said, stderr=subprocess.STDOUT, text=True)
        chosen = () if "--all" in arguments else ("-m", "not slow")
        failed += ["tests"] * bool(run("tests", (*TESTS, *chosen)))
        status = types.wait()
        said.seek(0)
        print(said.read(), end="")
        tell("types", status, begun)
        failed += ["types"] * bool(status)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


def run(name: str, command: Sequence[str]) -> int:
    """Run one check and return its status."""
    begun = time.monotonic()
    status = subprocess.run(command, check=False, env=ENVIRONMENT).returncode
    tell(name, status, begun)
    return status


def tell(name: str, status: int, begun: float) -> None:
    """Say how a check ended, and how long it took at most."""
    print(f"{name}: {'failed' if status else 'passed'} in {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
