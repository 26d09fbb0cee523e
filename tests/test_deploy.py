"""What `deploy/` holds: files that the tools for such files take, about things that exist."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.operations import Metrics
from bot.settings import BotSettings
from bot.telegram.readiness import UNREADY_SECONDS_WEBHOOK
from bot.telegram.transport.webhook import LOOK_AGAIN

DEPLOY = Path(__file__).parents[1] / "deploy"
# What promtool tries the alerts on.
CASES = Path(__file__).parent / "data/alerts.yaml"


@pytest.fixture
def compose() -> dict[str, Any]:
    """The services, as they are written."""
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def _rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"]
    rules: list[dict[str, Any]] = group["rules"]
    return rules


def test_alerts_are_about_figures_that_there_are() -> None:
    """Each name that begins as ours do is one that `/metrics` has."""
    metrics = Metrics()
    metrics.watch(lambda: 0, lambda: 1, lambda: 0, str, lambda: None)
    metrics.watch_others(lambda: True, lambda: True, lambda: 0)
    metrics.answered("answered", 0.1)
    rules = _rules()
    named = {name for rule in rules for name in re.findall(r"\bverbatim_\w+", rule["expr"])}
    known = set(re.findall(r"^verbatim_\w+", metrics.text().decode(), flags=re.M))
    assert named <= known
    assert len(rules) == len({rule["alert"] for rule in rules})


@pytest.mark.skipif(not shutil.which("promtool"), reason="no promtool here (Debian: prometheus)")
@pytest.mark.parametrize(
    ("verb", "path"), [("check", DEPLOY / "alerts.yaml"), ("test", CASES)], ids=["check", "test"]
)
def test_prometheus_takes_the_alerts(verb: str, path: Path) -> None:
    """As promtool says: they are rules, and they call somebody when they should, and only then."""
    command = ["promtool", verb, "rules", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_page_is_tried() -> None:
    """Each rule that wakes somebody has a case in `CASES` in which it does."""
    tried = {
        asked["alertname"]
        for case in yaml.safe_load(CASES.read_text())["tests"]
        for asked in case["alert_rule_test"]
        if asked["exp_alerts"]
    }
    pages = [rule for rule in _rules() if rule["labels"]["severity"] == "page"]
    assert {rule["alert"] for rule in pages} <= tried


def test_a_bot_is_deaf_no_sooner_than_it_is_not_ready() -> None:
    """With a webhook Telegram is asked every two minutes only; never is later than any time."""
    (rule,) = [rule for rule in _rules() if rule["alert"] == "Deaf"]
    (seconds,) = {int(found) for found in re.findall(r"\d+", rule["expr"])}
    assert LOOK_AGAIN < seconds == UNREADY_SECONDS_WEBHOOK
    age = "min(verbatim_last_poll_age_seconds)"
    assert rule["expr"] == f"{age} > {seconds} or {age} != {age}"


def test_somebody_is_called_when_no_bot_says_anything() -> None:
    """What compares figures is silent where there are none."""
    (down,) = [rule for rule in _rules() if "absent(" in rule["expr"]]
    assert down["expr"] == "absent(verbatim_last_poll_age_seconds)"
    assert down["labels"] == {"severity": "page"}


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


def test_all_that_is_kept_in_memory_is_a_folder_that_everybody_may_write_to(
    compose: dict[str, Any],
) -> None:
    """What is mounted takes the mode and owner that the folder has: another is root's."""
    assert compose["services"]["bot"]["tmpfs"] == ["/tmp"]


def test_the_health_check_is_the_same_whatever_the_image_says(compose: dict[str, Any]) -> None:
    """An image in Podman's own format has none: the service has its own, and the build asks."""
    text = (DEPLOY / "Containerfile").read_text()
    (built,) = re.findall(r"^HEALTHCHECK .*\\\n +CMD (\[.*\])$", text, flags=re.M)
    check = compose["services"]["bot"]["healthcheck"]
    assert check["test"] == ["CMD", *json.loads(built)]
    (port,) = re.findall(r"HEALTH_LISTEN=0\.0\.0\.0:(\d+)", text)
    assert f"127.0.0.1:{port}/healthz" in built
    builds = re.findall(r"podman build .*", text + (DEPLOY.parent / "docs/deploy.md").read_text())
    assert len(builds) >= 2
    assert [one for one in builds if "--format docker" not in one] == []


def test_a_stop_is_heeded_from_the_first_moment() -> None:
    """The first process is an init: what has no handler yet would not be ended by SIGTERM."""
    text = (DEPLOY / "Containerfile").read_text()
    (starts,) = re.findall(r"^ENTRYPOINT (.*)$", text, flags=re.M)
    assert json.loads(starts) == ["tini", "-e", "143", "--", "verbatim"]
    assert re.search(r"^RUN apt-get .* install .*\btini\b", text, flags=re.M)


def test_a_build_is_given_what_is_copied_and_nothing_that_is_secret() -> None:
    """`.dockerignore` names what may be read of the checkout; all else, `.env` too, may not."""
    first, *lines = [
        line
        for line in (DEPLOY.parent / ".dockerignore").read_text().splitlines()
        if not line.startswith("#")
    ]
    given = {line[1:] for line in lines if line.startswith("!")}
    assert first == "*"
    assert given == {name.split("/")[0] for name in _copied()}


def test_secrets_are_never_committed(compose: dict[str, Any]) -> None:
    """They lie beside `compose.yaml`, in a folder that git ignores."""
    ignored = (DEPLOY.parent / ".gitignore").read_text().splitlines()
    folders = {Path(one["file"]).parent.as_posix() for one in compose["secrets"].values()}
    assert {f"/deploy/{folder}/" for folder in folders} <= set(ignored)


def test_the_container_is_built_of_files_that_there_are() -> None:
    """Each that is copied from the checkout."""
    names = _copied()
    assert len(names) >= 8
    assert [name for name in names if not (DEPLOY.parent / name).exists()] == []


def _copied() -> list[str]:
    text = (DEPLOY / "Containerfile").read_text()
    copied = [line.split()[1:-1] for line in text.splitlines() if line.startswith("COPY ")]
    return [name for line in copied if not line[0].startswith("--") for name in line]
