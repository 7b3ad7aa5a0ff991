"""The page on the architecture names modules, and each of them is there."""

import re
from collections.abc import Iterator
from functools import lru_cache

import pytest

from tests.house.syntax import ROOT

PAGE = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
# `paper/dressing`, `signs/source_text`, `data/owner_words.toml`: the last parts of a path.
_PATH = re.compile(r"`([a-z_0-9]+(?:/[a-z_0-9]+)+(?:\.[a-z]+)?)/?`")
# `store.reading`, `tui.screen`: a room by its name.
_ROOM = re.compile(r"`((?:store|tui)(?:\.[a-z_]+)+)`")


def _named() -> Iterator[str]:
    yield from _PATH.findall(PAGE)
    for room in _ROOM.findall(PAGE):
        yield room.replace(".", "/")


@lru_cache
def _ends() -> frozenset[str]:
    """What a module, a room or a file of the data may be called by: its path, from any folder on."""
    found: set[str] = set()
    for top in ("store", "tui", "data", "bundle", "tests", "docs"):
        for path in (ROOT / top).rglob("*"):
            parts = path.relative_to(ROOT).parts
            for start in range(len(parts)):
                end = "/".join(parts[start:])
                found |= {end, end.removesuffix(".py")}
    return frozenset(found)


def test_the_page_names_modules() -> None:
    assert {"importing/draft", "store/reading"} <= set(_named())


@pytest.mark.parametrize("name", sorted(set(_named())))
def test_a_module_that_the_page_names_is_there(name: str) -> None:
    assert name in _ends()
