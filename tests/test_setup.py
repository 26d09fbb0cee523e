"""`make` in a fresh clone: what it says before it downloads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Nothing can be downloaded, and pip gives up at once.
OFFLINE = {"HTTPS_PROXY": "http://127.0.0.1:9", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}


@pytest.fixture(scope="module")
def venv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that the first set-up makes, in which nothing gets installed."""
    return tmp_path_factory.mktemp("fresh") / "venv"


def _set_up(venv: Path, **settings: str) -> str:
    """What set-up says in an environment of its own, up to where it would download."""
    installed = venv / "installed"
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    done = subprocess.run(
        ["make", f"VENV={venv}", f"PYTHON={sys.executable}", str(installed)],
        cwd=ROOT,
        env=kept | OFFLINE | {"HOME": str(venv.parent)} | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert not installed.exists()
    said, _, _ = done.stderr.partition("ERROR:")
    return said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PyPI's torch has no CUDA")
def test_set_up_says_how_much_is_coming(venv: Path) -> None:
    """Where nothing chose a build of torch: the gigabytes, and the one line that avoids them."""
    said = _set_up(venv)
    assert "3,000 MB" in said
    (line,) = (line.strip() for line in said.splitlines() if "PIP_EXTRA_INDEX_URL" in line)
    name, _, address = line.removeprefix("export ").partition("=")
    assert address in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    said = _set_up(venv, **{name: address})
    assert "3,000" not in said
    assert "470 MB" in said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PyPI's torch has no CUDA")
def test_an_index_alone_chooses_no_build(venv: Path, tmp_path: Path) -> None:
    """PyPI by name, or a mirror in pip.conf, brings the same gigabytes."""
    assert "3,000 MB" in _set_up(venv, PIP_INDEX_URL="https://pypi.org/simple")
    mirror = tmp_path / "pip.conf"
    mirror.write_text("[global]\nindex-url = https://mirror.example.org/simple\n")
    said = _set_up(venv, PIP_CONFIG_FILE=str(mirror))
    assert "3,000 MB, unless" in said
    assert "PIP_EXTRA_INDEX_URL" in said
