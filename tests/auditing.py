"""Which known security faults the installed packages have: `make audit` asks the registry's own list of them.

Status 0: every package was looked up and none has a fault. Status 1: some have. Status 2: some could not be looked up,
which is no good news.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple


class Audit(NamedTuple):
    """The faults found (package, version, name of the fault, versions that mend it), and what was and was not looked up."""

    faults: tuple[str, ...]
    looked_up: int
    unknown: tuple[str, ...]

    @property
    def status(self) -> int:
        """Return the status that the command ends with."""
        return 1 if self.faults else 2 if self.unknown or not self.looked_up else 0


def main(python: str) -> int:
    """Ask of the packages of an environment, named by its interpreter, and print what was found."""
    tool = Path(sys.executable).parent / "pip-audit"
    words = ("--format", "json", "--progress-spinner", "off", "--skip-editable", "--local")
    asked = subprocess.run(
        [tool, *words],
        env={**os.environ, "PIPAPI_PYTHON_LOCATION": python},
        capture_output=True,
        text=True,
        check=False,
    )
    if not asked.stdout.startswith("{"):
        print(f"nothing could be looked up: {asked.stderr.strip()[-500:]}", file=sys.stderr)
        return 2
    audit = read_answer(json.loads(asked.stdout)["dependencies"])
    print("\n".join(write_audit(audit)))
    return audit.status


def read_answer(packages: Sequence[Mapping[str, Any]]) -> Audit:
    """Return what pip-audit says of each package; the project itself is in no list."""
    others = [one for one in packages if one["name"] != "aidatlas"]
    known = [one for one in others if "skip_reason" not in one]
    faults = [_write_fault(one, fault) for one in known for fault in one["vulns"]]
    return Audit(tuple(faults), len(known), tuple(one["name"] for one in others if "skip_reason" in one))


def _write_fault(package: Mapping[str, Any], fault: Mapping[str, Any]) -> str:
    mended = f"mended in {', '.join(fault['fix_versions'])}" if fault["fix_versions"] else "not mended yet"
    return f"{package['name']} {package['version']}: {fault['id']}, {mended}"


def write_audit(audit: Audit) -> list[str]:
    """Return the lines that tell what was found."""
    lines = [*audit.faults, f"{audit.looked_up} packages were looked up; {len(audit.faults)} faults are known."]
    if audit.unknown:
        lines.append(f"{len(audit.unknown)} could not be looked up: {', '.join(audit.unknown)}")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
