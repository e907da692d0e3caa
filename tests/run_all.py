"""Run every check one after another and stop with status 1 where any failed: lint, types, contracts, tests.

Of the tests those are left out that are marked as slow; `--all` runs them too.
"""

import os
import subprocess
import sys
import time

CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "contracts": ("lint-imports",),
    # A file's tests stay together: they share a running dashboard. The files begin in the order of tests/conftest.py,
    # those that take longest first. What was run once more, and what took longest, is said at the end.
    "tests": ("pytest", "--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder", "-rfER", "--durations=10"),
}

# The tests begin the command many times: it is compiled once.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(*arguments: str) -> int:
    """Run the checks; print how long each took."""
    failed = []
    for name, command in CHECKS.items():
        begun = time.monotonic()
        chosen = ("-m", "not slow") if name == "tests" and "--all" not in arguments else ()
        status = subprocess.run([*command, *chosen], check=False, env=ENVIRONMENT).returncode
        print(f"{name}: {'failed' if status else 'passed'} in {time.monotonic() - begun:.0f} s", flush=True)
        failed += [name] * bool(status)
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
