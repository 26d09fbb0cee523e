"""Figures as JSON, with what is needed to get them again: commit, machine, versions."""

import json
import platform
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from math import isfinite
from os import cpu_count
from pathlib import Path
from typing import Any

# What every draw of questions is seeded with.
SEED = 0


def write_figures(path: Path, described: Mapping[str, Any], figures: object) -> None:
    """Write figures below what describes them (`provenance` and more); NaN becomes null."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = _finite({**described, "figures": figures})
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


def _finite(value: Any) -> Any:
    """NaN, which is no JSON, as null."""
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def provenance(**more: Any) -> dict[str, Any]:
    """The commit (`+` if the working tree differs from it), the time, machine and versions.

    `more` is what else there is to say, such as the encoder.
    """
    return {
        "commit": _commit(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {cpu_count()} cores",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in ("numpy", "faiss-cpu", "onnxruntime")},
        "seed": SEED,
        **more,
    }


def _commit() -> str | None:
    here = Path(__file__).parent
    try:
        asked = subprocess.run(
            ["git", "describe", "--always", "--abbrev=40", "--dirty=+", "--exclude=*"],
            cwd=here,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return asked.stdout.strip()
