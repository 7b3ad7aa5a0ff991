"""No two files of the house need each other: not for a type alone, nor by an import within a function."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from tests.house.syntax import Source, sources


def _module(source: Source) -> str:
    return source.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imported(tree: ast.Module) -> Iterator[str]:
    """What a file imports anywhere: modules, and names in them that may be modules themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _needs(house: list[Source]) -> dict[str, set[str]]:
    modules = {_module(source): source for source in house}
    needs = {}
    for name, source in modules.items():
        needs[name] = {wanted for wanted in _imported(source.tree) if wanted in modules} - {name}
    return needs


def _circle(needs: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_circle_is_found_by_whatever_import() -> None:
    one = Source("store/one.py", "", ast.parse("def act():\n    from store.two import Two\n"))
    two = Source("store/two.py", "", ast.parse("if TYPE_CHECKING:\n    from store import one\n"))
    assert set(_circle(_needs([one, two]))) == {"store.one", "store.two"}
    assert not _circle(_needs([one]))


def test_the_house_has_none() -> None:
    assert _circle(_needs(sources("store", "tui", "data", "bundle"))) == []
