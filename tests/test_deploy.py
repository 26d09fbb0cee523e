"""What `deploy/` holds: files that the tools for such files take, about things that exist."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.operations import Metrics
from bot.settings import BotSettings

DEPLOY = Path(__file__).parents[1] / "deploy"


@pytest.fixture
def compose() -> dict[str, Any]:
    """The services, as they are written."""
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def test_alerts_are_about_figures_that_there_are() -> None:
    """Each name that begins as ours do is one that `/metrics` has."""
    metrics = Metrics()
    metrics.watch(lambda: 0, lambda: 1, lambda: 0, lambda: None)
    metrics.watch_others(lambda: True, lambda: True, lambda: 0)
    metrics.answered("answered", 0.1)
    rules = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"][0]["rules"]
    named = {name for rule in rules for name in re.findall(r"\bverbatim_\w+", rule["expr"])}
    known = set(re.findall(r"^verbatim_\w+", metrics.text().decode(), flags=re.M))
    assert named <= known
    assert len(rules) == len({rule["alert"] for rule in rules})


@pytest.mark.skipif(not shutil.which("promtool"), reason="no promtool here (Debian: prometheus)")
def test_prometheus_takes_the_alerts() -> None:
    """As promtool says."""
    check = ["promtool", "check", "rules", str(DEPLOY / "alerts.yaml")]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _composes() -> bool:
    if not shutil.which("docker"):
        return False
    return not subprocess.run(["docker", "compose", "version"], capture_output=True).returncode


@pytest.mark.skipif(not _composes(), reason="no docker compose here")
def test_compose_takes_the_services(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `docker compose config` says."""
    monkeypatch.setenv("ADMIN_IDS", "42")
    check = ["docker", "compose", "-f", str(DEPLOY / "compose.yaml"), "config", "--quiet"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_bots_get_settings_and_secrets_that_there_are(compose: dict[str, Any]) -> None:
    """A key or a file that the bot does not know would be lost, or stop it."""
    bot = compose["services"]["bot"]
    assert bot["deploy"]["replicas"] == 2
    assert {*map(str.lower, bot["environment"]), *bot["secrets"]} <= set(BotSettings.model_fields)
    used = {name for service in compose["services"].values() for name in service["secrets"]}
    assert used == set(compose["secrets"])


def test_nothing_runs_as_root_or_writes_to_its_own_files(compose: dict[str, Any]) -> None:
    """Nor keeps a capability; what is not thrown away is the database's volume."""
    bot = compose["services"]["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert "volumes" not in bot
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    (user,) = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert int(user) > 0
    assert [line for line in lines if line.startswith("HEALTHCHECK ")]


def test_the_container_is_built_of_files_that_there_are() -> None:
    """Each that is copied from the checkout."""
    text = (DEPLOY / "Containerfile").read_text()
    copied = [line.split()[1:-1] for line in text.splitlines() if line.startswith("COPY ")]
    names = [name for line in copied if not line[0].startswith("--") for name in line]
    assert len(names) >= 8
    assert [name for name in names if not (DEPLOY.parent / name).exists()] == []
