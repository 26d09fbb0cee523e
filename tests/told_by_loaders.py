"""Everything that loaders can say they left out, read from their source.

Followed from each place where something is left out, through names, attributes and functions of
`index.sources`, to the words. What is known only when a file is read stands for itself: `OPEN`.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import index.sources

OPEN = "\0"
# Functions and methods whose result says what they are given, or what they are called on.
_PASS = {"tuple", "list", "set", "sorted", "fromkeys", "append", "extend", "leave", "LeftOut"}
_NAME = "left_out"
# A part of a sentence that may be one of so many things may be any.
MOST = 8

Bindings = dict[tuple[str, bool], list[tuple[ast.expr, int]]]

Scope = ast.FunctionDef | ast.Module


class Source:
    """The modules of a folder: what is said where, and what each name may stand for."""

    def __init__(self, folder: Path) -> None:
        self.modules = [ast.parse(path.read_text()) for path in sorted(folder.rglob("*.py"))]
        self._functions = defaultdict[str, list[ast.FunctionDef]](list)
        self._scopes: dict[ast.AST, Scope] = {}
        self._known: dict[tuple[ast.AST, bool], set[str]] = {}
        self._bindings: dict[ast.AST, Bindings] = {}
        for module in self.modules:
            self._enter(module, module)

    def _enter(self, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            self._scopes[child] = scope
            if isinstance(child, ast.FunctionDef):
                self._functions[child.name].append(child)
                self._enter(child, child)
            else:
                self._enter(child, scope)

    def told(self) -> set[str]:
        """All that may be said, with `OPEN` where it depends on the file."""
        found = set[str]()
        for module in self.modules:
            for node in ast.walk(module):
                for said in _said_in(node):
                    found |= self._texts(said)
        return found

    def _texts(self, node: ast.expr, keys: bool = True) -> set[str]:
        """What an expression may say; of a dictionary its keys, or its values."""
        match node:
            case ast.Constant(value=text):
                return {text} if isinstance(text, str) else set()
            case ast.JoinedStr(values=parts):
                return self._joined(parts)
            case ast.FormattedValue(value=inner):
                return self._texts(inner) or {OPEN}
            case ast.Subscript(value=one):
                return self._texts(one, keys=False)
            case ast.Call():
                return self._called(node, keys)
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return set() if name == _NAME else self._named(node, name, keys)
        several = _inside(node, keys)
        return {OPEN} if several is None else self._any(several, keys)

    def _any(self, nodes: list[ast.expr], keys: bool = True) -> set[str]:
        return {text for node in nodes for text in self._texts(node, keys)}

    def _joined(self, parts: list[ast.expr]) -> set[str]:
        told = [self._texts(part) or {""} for part in parts]
        told = [one if len(one) <= MOST else {OPEN} for one in told]
        return {"".join(one) for one in product(*told)}

    def _called(self, call: ast.Call, keys: bool) -> set[str]:
        name = _name(call.func)
        if name in self._functions:
            returned = [one for called in self._functions[name] for one in _results(called)]
            return self._once(call, returned, keys)
        if name in _PASS:
            return self._any(call.args[:1], keys)
        if name == "next":
            return self._any(call.args, keys)
        if name in {"values", "items"} and isinstance(call.func, ast.Attribute):
            return self._texts(call.func.value, keys=keys and name == "items")
        if name == "format" and isinstance(call.func, ast.Attribute):
            return {text.replace("{}", OPEN) for text in self._texts(call.func.value)}
        return {OPEN}

    def _named(self, node: ast.expr, name: str, keys: bool) -> set[str]:
        """What a name stands for: in its function, else its module, else another module."""
        key = (name, isinstance(node, ast.Attribute))
        scope: Scope | None = self._scopes[node]
        if isinstance(node, ast.Name) and name in _parameters(scope):
            return {OPEN}
        while scope and not self._given(scope).get(key):
            scope = self._scopes.get(scope)
        scopes = [scope] if scope else self.modules
        given = [one for where in scopes for one in self._given(where).get(key, ())]
        found = set[str]() if given else {OPEN}
        for value, place in given:
            items = isinstance(value, ast.Call) and _name(value.func) == "items"
            found |= self._once(value, [value], place == 0 if items else keys)
        return found

    def _given(self, scope: Scope) -> "Bindings":
        if scope not in self._bindings:
            self._bindings[scope] = _bindings(scope)
        return self._bindings[scope]

    def _once(self, node: ast.AST, inner: list[ast.expr], keys: bool) -> set[str]:
        """The same, found out once; nothing while it is being found out."""
        if (node, keys) not in self._known:
            self._known[node, keys] = set()
            self._known[node, keys] = self._any(inner, keys)
        return self._known[node, keys]


def _inside(node: ast.expr, keys: bool) -> list[ast.expr] | None:
    """The expressions of which one or more are the expression; None if it is something else."""
    match node:
        case ast.Dict():
            return [one for one in (node.keys if keys else node.values) if one]
        case ast.Tuple(elts=some) | ast.List(elts=some) | ast.BoolOp(values=some):
            return some
        case ast.Starred(value=one) | ast.NamedExpr(value=one) | ast.YieldFrom(value=one):
            return [one]
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return [one, other]
        case ast.GeneratorExp(elt=one) | ast.ListComp(elt=one):
            return [one]
    return None


def _parameters(scope: Scope | None) -> list[str]:
    return [one.arg for one in scope.args.args] if isinstance(scope, ast.FunctionDef) else []


def _said_in(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement or an expression says was left out."""
    match node:
        case ast.keyword(arg="left_out", value=value):
            yield value
        case ast.Call(func=func, args=[first, *_]) if _name(func) in {"leave", "LeftOut"}:
            yield first
        case ast.Call(func=ast.Attribute(value=on), args=[first]) if _name(on) == _NAME:
            yield first
        case (
            ast.Assign(targets=[target], value=value)
            | ast.AnnAssign(target=target, value=ast.expr() as value)
        ):
            if isinstance(target, ast.Subscript) and _name(target.value) == _NAME:
                yield target.slice
            yield from [one for name, one, _ in _targets(target, value) if name == _NAME]
        case ast.AugAssign(target=target, value=value) if _name(target) == _NAME:
            yield value
        case ast.FunctionDef(name=name) if name.strip("_") == _NAME:
            yield from _results(node)


def _bindings(scope: Scope) -> "Bindings":
    """What each name, or attribute, is given in a scope, with its place among several."""
    found = defaultdict[tuple[str, bool], list[tuple[ast.expr, int]]](list)
    for node in ast.walk(scope):
        pairs: list[tuple[ast.expr, ast.expr]] = []
        match node:
            case ast.Assign(targets=targets, value=value):
                pairs = [(target, value) for target in targets]
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                pairs = [(target, value)]
            case ast.NamedExpr(target=target, value=value):
                pairs = [(target, value)]
            case ast.AugAssign(target=target, value=value):
                pairs = [(target, value)]
            case ast.Call(
                func=ast.Attribute(attr="append" | "extend", value=target), args=[value]
            ):
                pairs = [(target, value)]
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                pairs = [(target, value)]
        for target, value in pairs:
            for called, one, place in _targets(target, value):
                found[called, isinstance(target, ast.Attribute)].append((one, place))
    return found


def _targets(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr, int]]:
    """The names that are assigned to, each with its value, or with that of all of them."""
    if not isinstance(target, ast.Tuple):
        yield _name(target), value, 0
        return
    values = value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts)
    for place, (one, own) in enumerate(zip(target.elts, values, strict=False)):
        yield _name(one), own, place


def _results(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom) and node.value:
            yield node.value


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def told_by_loaders() -> set[str]:
    """What the loaders of `index.sources` can say they left out."""
    return Source(Path(index.sources.__file__).parent).told()
