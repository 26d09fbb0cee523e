"""What the pages of docs, the examples and `--help` promise is what the code does."""

import re
import shlex
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest

import bot.cli
import index.cli
from bot.settings import BotSettings
from bot.telegram import menus

ROOT = Path(__file__).parents[1]
PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
}
README = PAGES["README.md"]
EVERYTHING = "\n".join(PAGES.values())
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = sorted(
    {
        line
        for line in re.findall(r"^\$ (.*)$", EVERYTHING, flags=re.M)
        if re.match(r"(make|\.venv/bin/python|uv run verbatim|verbatim) ", line)
    }
)
# `Title`, `rows of figures`: what these pages say, the README may quote.
RESULTS = {
    "How good it is": "docs/evaluation.md",
    "How fast it is": "docs/performance.md",
}

TEXTS = {"", ".css", ".ftl", ".html", ".js", ".md", ".py", ".service", ".toml", ".yaml"}
PARSERS = {"bot": bot.cli.parser, "index": index.cli.parser}


@lru_cache
def _help(*words: str) -> str:
    command = [sys.executable, "-m", *words, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_readme_opens_with_one_sentence_and_a_transcript() -> None:
    """A reader sees what it does within a hundred words of the top."""
    before, transcript, *_ = README.split("```")
    assert len(before.split()) <= 100
    assert 'make ask Q="what did Trump decide?"' in transcript


def test_pages_stay_short() -> None:
    """The README keeps to what a user does, the map fits in a head, the threats on a page."""
    assert len(README.splitlines()) <= 150
    assert len(PAGES["ARCHITECTURE.md"].splitlines()) <= 100
    assert len(PAGES["SECURITY.md"].splitlines()) <= 66


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_exist(command: str) -> None:
    """Each command of any page names a make target, or is one that its program takes."""
    words = shlex.split(command)
    if words[0] == "make":
        assert re.search(rf"^{words[1]}:", MAKEFILE, flags=re.M)
        for name in (word.split("=")[0] for word in words[2:]):
            assert re.search(rf"\$[({{]?(value )?{name}\b", MAKEFILE), name
        return
    module, options = _called(words)
    if module[0] in PARSERS:
        given = [*module[1:], *options]
        assert PARSERS[module[0]](given, command).parse_args(given).verb
        return
    shown = _help(*module)
    for option in (word for word in options if word.startswith("-")):
        assert option in shown


def _called(words: list[str]) -> tuple[list[str], list[str]]:
    """The module and verb that a command line runs, and what it is given."""
    if words[0] == ".venv/bin/python":
        assert words[1] == "-m"
        alone = words[2] not in ("bot", "index", "training")
        end = 3 if alone else 4
        return words[2:end], words[end:]
    words = words[words.index("verbatim") + 1 :]
    if words[0] == "index":
        return words[:2], words[2:]
    return ["bot", words[0]], words[1:]


@pytest.mark.parametrize("package", ["index", "bot"])
def test_pages_name_every_verb(package: str) -> None:
    """A verb nobody can read about does not exist."""
    verbs = re.findall(r"^    (\w+) {2,}", _help(package), flags=re.M)
    assert len(verbs) >= 5
    assert [verb for verb in verbs if f"{package} {verb}" not in EVERYTHING] == []


def test_pages_name_every_make_target() -> None:
    """The targets a user may type are the ones the pages show."""
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.M)
    assert phony
    assert [target for target in phony[1].split() if f"make {target}" not in EVERYTHING] == []


def test_the_admins_page_explains_every_command() -> None:
    """What the menus offer stands in its tables, or for an admin's text beside its command."""
    page = PAGES["docs/telegram.md"]
    rows = set(re.findall(r"^\| `/(\w+)` \|", page, flags=re.M))
    assert {*menus.PRIVATE, *menus.GROUP} - rows == set()
    assert [name for name in menus.ADMIN if f"`/{name}`" not in page] == []


def test_the_help_of_calibrate_names_what_is_shipped() -> None:
    """The sets of the fit, and none of those that the page says nothing was fitted on."""
    said = " ".join(_help("bot", "calibrate").split())
    assert (
        "python -m bot calibrate --limit 60 DIR/dev/{piaf,cross}.fr.dev.jsonl.gz"
        " training-runs/reader/own.afriqa.en.dev.jsonl"
        " tests/data/{single,typed,official,lookalike}.jsonl It takes"
    ) in said
    fitted = re.search(
        r"Those shipped are fitted on (.*?); not on", _one_line("docs/evaluation.md")
    )
    assert fitted
    assert "60 questions of each kind" in fitted[1]
    assert "`tests/data/{single,typed,official,lookalike}.jsonl`" in fitted[1]


def _one_line(page: str) -> str:
    return " ".join(PAGES[page].split())


def test_what_is_installed_for_good_can_be_called() -> None:
    """The command is put where shells look for it before a page calls it by its name alone."""
    page = PAGES["docs/deploy.md"]
    linked = page.index("# ln -s /opt/verbatim/bin/verbatim /usr/local/bin/verbatim\n")
    called = re.search(r"^[$#] (?:sudo .*)?verbatim ", page, flags=re.M)
    assert called
    assert linked < called.start()


def test_a_library_is_built_before_the_bot_is_started_for_good() -> None:
    """Without one it does not start, and systemd gives it up."""
    page = PAGES["docs/deploy.md"].split("## systemd\n")[1].split("\n## ")[0]
    assert page.index(" index build ") < page.index("# systemctl enable")
    unit = (ROOT / "deploy/verbatim.service").read_text(encoding="utf-8")
    assert unit.index(" index build ") < unit.index("systemctl enable")


def test_env_example_names_every_setting() -> None:
    """`.env.example` and the settings are the same list."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#? ?([A-Z][A-Z_]+)=", text, flags=re.M)
    assert sorted(named) == sorted(field.upper() for field in BotSettings.model_fields)


def test_readme_explains_every_setting() -> None:
    """The README's table and the settings are the same list."""
    named = re.findall(r"^\| `([A-Z_]+)` \|", README, flags=re.M)
    assert sorted(named) == sorted(field.upper() for field in BotSettings.model_fields)


def test_nothing_is_installed_by_a_name_that_is_somebody_elses() -> None:
    """On PyPI `verbatim` is another project: ours is installed from its checkout."""
    folders = ("bot", "deploy", "docs", "index", "tests", "training")
    files = [*ROOT.glob("*"), *(path for name in folders for path in (ROOT / name).rglob("*"))]
    texts = {
        path: path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in TEXTS and path.is_file()
    }
    assert len(texts) >= 300
    stranger = re.compile(r"\bverbatim\\?\[|pip install[^`\n]*[ '\"]verbatim\b")
    assert [str(path) for path, text in texts.items() if stranger.search(text)] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_work(page: str) -> None:
    """A link to a file or a heading of ours leads somewhere."""
    for link in re.findall(r"\]\((?!https?://)([^)]+)\)", PAGES[page]):
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target.read_text(encoding="utf-8")), link


def _anchors(text: str) -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.*)$", text, flags=re.M)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("heading", RESULTS)
def test_readme_quotes_only_results_that_stand(heading: str) -> None:
    """Every number of results in the README stands in the page that a command made."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    quoted = _numbers(re.sub(r"^```$.*?^```$", "", section, flags=re.M | re.S))
    assert quoted
    assert quoted - _numbers(_made(PAGES[RESULTS[heading]])) == set()


@pytest.mark.parametrize("page", RESULTS.values())
def test_results_name_commit_and_machine(page: str) -> None:
    """Whoever reads a figure can tell what it was measured on."""
    sections = re.findall(r"<!-- (.*): made by a command -->\n(.*)\n", PAGES[page])
    assert sections
    for _, said in sections:
        assert re.match(r"Commit [0-9a-f]{40}\+?, \d{4}-\d\d-\d\dT.*, \w+ \w+, \d+ cores", said)


@pytest.mark.parametrize(
    ("heading", "command", "said"),
    [
        ("How good it is", "bot evaluate", "at most {limit} questions a set"),
        ("How fast it is", "tests.load", "\n{users} users, {questions} questions, "),
    ],
)
def test_figures_are_of_the_command_above_them(heading: str, command: str, said: str) -> None:
    """What was tried out with fewer questions or users does not stay in a page."""
    page = PAGES[RESULTS[heading]]
    assert said.format(**_given(page, command)) in _sections(page)[command]


def test_the_benchmark_is_of_the_sizes_above_it() -> None:
    """Nor do smaller libraries."""
    page = PAGES[RESULTS["How fast it is"]]
    sizes = _given(page, "index benchmark")["passages"]
    measured = re.search(r"^passages +(.*)$", _sections(page)["index benchmark"], flags=re.M)
    assert measured
    assert set(measured[1].replace(",", "").split()) == set(sizes.split(","))


def _given(page: str, command: str) -> dict[str, str]:
    """The options of the one such command that the page shows."""
    (found,) = re.findall(rf"^\$ .* -m {re.escape(command)} (.*)$", page, flags=re.M)
    return dict(re.findall(r"--(\w+) (\S+)", found))


def _made(page: str) -> str:
    """What commands wrote into the page."""
    return "\n".join(_sections(page).values())


def _sections(page: str) -> dict[str, str]:
    """What each command wrote into the page."""
    pattern = r"<!-- (.*): made by a command -->\n(.*?)<!-- end of \1 -->"
    return dict(re.findall(pattern, page, flags=re.S))


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_every_room_stands_in_the_map_and_nothing_else() -> None:
    """A new room has to be explained, and one that is gone goes from the map."""
    rooms = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for package in ("index", "bot")
        for path in (ROOT / package).rglob("*/__init__.py")
    }
    told = re.findall(r"^\*\*`([\w.]+)`\*\*", PAGES["ARCHITECTURE.md"], flags=re.M)
    assert sorted(told) == sorted(rooms)


def test_the_map_leads_to_files_that_exist() -> None:
    """Where to change what is where it says."""
    paths = re.findall(r"`((?:bot|index|tests|training)/[\w./]*)`", PAGES["ARCHITECTURE.md"])
    assert len(paths) >= 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_commit_hooks_are_what_make_check_runs() -> None:
    """A commit is held to the same rules, by the same tools."""
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    recipe = re.search(r"^check:.*\n((?:\t.*\n)+)", MAKEFILE, flags=re.M)
    assert recipe
    checks = recipe[1].replace("\t@$(BIN)", ".venv/bin").splitlines()
    assert re.findall(r"entry: (.*)", hooks) == checks


def test_the_threat_model_states_the_bounds_there_are() -> None:
    """Its figures are those of the constants that hold them."""
    from bot import app
    from bot.state.interface import MOST_PENDING
    from bot.telegram.strangers import NOTICES_PER_MINUTE
    from index.sources import entries, fetch, files, kinds, loader, sandbox

    at_a_time = {1: "one", 2: "two"}[app.THREADS]
    page = " ".join(PAGES["SECURITY.md"].split())
    for said in (
        f"one queue of {app.MOST_WAITING}, handled {at_a_time} at a time",
        f"share {NOTICES_PER_MINUTE:.0f} notices a minute and {MOST_PENDING} requests",
        f"of {sandbox.MEMORY // 1_000_000} MB and {sandbox.SECONDS} seconds of computing",
        f"Files of {files.MAX_FILE // 1_000_000} MB, archives of {kinds.MAX_PARTS:,} parts",
        f"unpack to {loader.UNPACKED // 1_000_000} MB",
        f"texts of {loader.MAX_TEXT // 1_000_000} million letters or {loader.MOST_PARTS:,}"
        " paragraphs",
        f"{fetch.MAX_BYTES // 1_000_000} MB, packed with gzip once or not at all, in"
        f" {fetch.SECONDS:.0f} seconds",
        f"pages of the {entries.PAGES} newest entries that only tease,"
        f" {entries.BYTES // 1_000_000} MB, {entries.SECONDS:.0f} seconds",
    ):
        assert said in page
