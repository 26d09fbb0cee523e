"""`python -m tests.known_faults`: is a fault of a locked dependency known? By pip-audit (PyPA).

Where the database cannot be reached that is said, and is no failure: a machine without a network
checks the rest all the same.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FILES = ("constraints.txt", "locks/run.txt", "locks/dev.txt", "locks/benchmark.txt")
SECONDS = 120


def main() -> int:
    """Print what is known, a line each; 1 if there is anything."""
    found = audited(pins((ROOT / name).read_text(encoding="utf-8") for name in FILES))
    lines, code = report(found)
    print("\n".join(lines))
    return code


def pins(texts: Iterable[str]) -> list[str]:
    """Each `name==version` of lock files, once."""
    found = (re.findall(r"^[\w.-]+==[\w.+!]+", text, flags=re.MULTILINE) for text in texts)
    return sorted({pin.lower() for one in found for pin in one})


def audited(pinned: list[str]) -> list[dict[str, Any]]:
    """What pip-audit knows of each, as it says it; nothing where it fails or takes too long."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirements:
        requirements.write("\n".join(pinned))
        requirements.flush()
        command = [sys.executable, "-m", "pip_audit", "--format", "json", "--no-deps"]
        command += ["--disable-pip", "--progress-spinner", "off", "-r", requirements.name]
        try:
            run = subprocess.run(
                command, capture_output=True, text=True, timeout=SECONDS, check=False
            )
            dependencies: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
        except (subprocess.TimeoutExpired, ValueError):
            return []
    return dependencies


def report(dependencies: list[dict[str, Any]]) -> tuple[list[str], int]:
    """What to print, and 1 if there is a fault: each in a line, then how many of how many."""
    known = [one for one in dependencies if "vulns" in one]
    if not known:
        return ["Known faults of dependencies: not checked, the database cannot be reached."], 0
    faults = [_line(one, fault) for one in known for fault in one["vulns"]]
    unknown = [f"{one['name']}: not in the database" for one in dependencies if one not in known]
    end = f"Known faults of dependencies: {len(faults)} in {len(known)} of {len(dependencies)}."
    return [*faults, *unknown, end], int(bool(faults))


def _line(dependency: dict[str, Any], fault: dict[str, Any]) -> str:
    mended = ", ".join(fault["fix_versions"]) or "no version yet"
    return f"{dependency['name']} {dependency['version']}: {fault['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
