"""The public names, and the page that shows how to use them from Python."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bot
import index

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, flags=re.M | re.S)
CODE = [block for language, block in BLOCKS if language == "python"]
SHOWN = [block for language, block in BLOCKS if not language]


def test_the_page_prints_what_it_shows(tmp_path: Path) -> None:
    """Its blocks, run one after the other in an empty folder; the first has ten lines at most."""
    assert len([line for line in CODE[0].splitlines() if line]) <= 10
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(CODE)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    assert (run.stdout, run.returncode) == ("".join(SHOWN), 0), run.stderr


@pytest.mark.parametrize("package", [bot, index], ids=["bot", "index"])
def test_every_public_name_is_there(package: object) -> None:
    """`__all__` and what can be imported are the same; anything else is an AttributeError."""
    names: list[str] = package.__all__  # type: ignore[attr-defined]
    assert [name for name in names if getattr(package, name).__doc__] == sorted(names)
    with pytest.raises(AttributeError, match="no attribute 'nobody'"):
        package.nobody  # type: ignore[attr-defined]  # noqa: B018


def test_build_stays_a_function() -> None:
    """Also after the module it lives in has been imported by itself."""
    code = "import index.building\nfrom index import build\nassert build is index.building.build"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_look_at_the_packages_loads_nothing() -> None:
    """Importing them costs no model and no numpy."""
    heavy = "('numpy', 'faiss', 'onnxruntime', 'telegram')"
    code = f"import bot, index, sys; print([name for name in {heavy} if name in sys.modules])"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "[]\n"
