"""Measures of source text: syntax per statement, lines, comprehensions, classes with their ancestors.

`nodes_of("x = a + b")` is 5: the statement, its three names, the sum. Contexts (load, store) and operators
are not counted.
"""

import ast
import io
import tokenize
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_NOT_COUNTED = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the source with a figure: `store/words/days.py:12` and 14."""

    path: str
    line: int
    figure: int

    def __str__(self) -> str:
        """The place as an editor opens it, and the figure."""
        return f"{self.path}:{self.line}  {self.figure}"


@dataclass(frozen=True)
class Source:
    """A file of the house with its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self.text.splitlines()


def paths(*folders: str) -> list[Path]:
    """Every Python file below some folders of the checkout, from its root on."""
    found: list[Path] = []
    for folder in folders:
        found += sorted((ROOT / folder).rglob("*.py"))
    return [path.relative_to(ROOT) for path in found]


def sources(*folders: str) -> list[Source]:
    """Read every Python file below some folders of the checkout."""
    return list(map(_source, paths(*folders)))


@cache
def _source(path: Path) -> Source:
    """A file, parsed once for all the rules of a run."""
    text = (ROOT / path).read_text("utf-8")
    return Source(path.as_posix(), text, ast.parse(text))


# ------------------------------------------------------------------ statements


def nodes_of(statement: ast.AST) -> int:
    """Count the nodes of a statement, contexts and operators left out."""
    return sum(not isinstance(node, _NOT_COUNTED) for node in ast.walk(statement))


def statements(source: Source) -> Iterator[Spot]:
    """Give each statement that holds no other with its count of nodes; tables of constants are left out."""
    tables = {id(node) for node in _bodies(source.tree) if _is_table(node)}
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.stmt) or isinstance(node, ast.Match) or hasattr(node, "body"):
            continue
        if id(node) not in tables:
            yield Spot(source.path, node.lineno, nodes_of(node))


def _bodies(tree: ast.Module) -> Iterator[ast.stmt]:
    """Give the statements of a module and of its classes, where constants stand."""
    yield from tree.body
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from node.body


def _is_table(node: ast.stmt) -> bool:
    """Say whether a statement names a constant: `_UNITS = {...}`."""
    targets: list[ast.expr] = []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    elif isinstance(node, ast.Assign):
        targets = node.targets
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    return bool(names) and all(name.isupper() for name in names)


def share(figures: list[int], part: float) -> int:
    """Give the figure below or at which a part of all figures lies: `share(counts, 0.9)` is the p90."""
    ranked = sorted(figures)
    return ranked[min(len(ranked) - 1, int(len(ranked) * part))]


# ------------------------------------------------------------------ lines


def columns(line: str) -> int:
    """Count the columns of a line on the screen: a Chinese sign has two."""
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def is_chinese(text: str) -> bool:
    """Say whether a text has a Chinese sign."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def wide_lines(source: Source, limit: int) -> Iterator[Spot]:
    """Give the lines over a limit, those apart that a string with Chinese makes wide: a sentence is kept
    whole.
    """
    wide = [number for number, line in enumerate(source.lines, 1) if columns(line) > limit]
    chinese = _lines_of_chinese_strings(source) if wide else set()
    for number in wide:
        if number not in chinese:
            yield Spot(source.path, number, columns(source.lines[number - 1]))


def _lines_of_chinese_strings(source: Source) -> set[int]:
    found = set()
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.start[0] == token.end[0] and is_chinese(token.string) and token.type != tokenize.COMMENT:
            found.add(token.start[0])
    return found - _lines_of_docstrings(source)


def _lines_of_docstrings(source: Source) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


# ------------------------------------------------------------------ comprehensions and named values


def crowded_lines(source: Source) -> Iterator[Spot]:
    """Give the lines on which more than one comprehension begins."""
    begun: dict[int, int] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, _COMPREHENSIONS):
            begun[node.lineno] = begun.get(node.lineno, 0) + 1
    for line, count in sorted(begun.items()):
        if count > 1:
            yield Spot(source.path, line, count)


def hidden_names(source: Source) -> Iterator[Spot]:
    """Give the f-strings and comprehensions that name a value on the way (`:=`)."""
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.JoinedStr, *_COMPREHENSIONS)):
            named = sum(isinstance(part, ast.NamedExpr) for part in ast.walk(node))
            if named:
                yield Spot(source.path, node.lineno, named)


# ------------------------------------------------------------------ classes


def class_sizes(read: list[Source]) -> Iterator[Spot]:
    """Give each class with its lines and those of all that it inherits of ours."""
    classes = {}
    for source in read:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ClassDef):
                classes[node.name] = (source.path, node)
    bases = {name: _bases(node) & classes.keys() for name, (_, node) in classes.items()}
    for name, (path, node) in classes.items():
        lines = sum(_lines_of(classes[one][1]) for one in _ancestry(name, bases))
        yield Spot(path, node.lineno, lines)


def _lines_of(node: ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _bases(node: ast.ClassDef) -> set[str]:
    """The last names of what a class is made from: `Screen` of `screens.Screen[None]`."""
    found = set()
    for base in node.bases:
        part = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(part, ast.Name):
            found.add(part.id)
        elif isinstance(part, ast.Attribute):
            found.add(part.attr)
    return found


def _ancestry(name: str, bases: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += bases[one]
    return found
