"""Every module stands in a room, and every room says what lives in it."""

import ast
from pathlib import Path

import pytest
import tomli

from tests.house.syntax import ROOT, paths

LAYERS = "A room imports only rooms below it"
PACKAGES = {"store", "tui", "data"}


def rooms() -> set[str]:
    """The rooms of the import contract: `store.words`, `tui.screen`."""
    settings = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one["name"] == LAYERS)
    return {room.strip() for layer in contract["layers"] for room in layer.split("|")}


def modules() -> list[str]:
    """The modules of the house by their dotted names."""
    names = []
    for path in paths("store", "tui"):
        parts = path.with_suffix("").parts
        names.append(".".join(part for part in parts if part != "__init__"))
    return names


def folders() -> list[Path]:
    """The folders with code."""
    return sorted({path.parent for path in paths("store", "tui")})


def test_every_module_stands_in_a_listed_room() -> None:
    listed = rooms()
    homeless = []
    for module in modules():
        is_at_home = any(module == room or module.startswith(f"{room}.") for room in listed)
        if module not in PACKAGES and not is_at_home:
            homeless.append(module)
    assert homeless == []


def test_every_listed_room_is_there() -> None:
    there = {*modules(), "data"}
    assert rooms() <= there


@pytest.mark.parametrize("folder", folders(), ids=str)
def test_a_folder_says_what_lives_there_and_what_it_may_import(folder: Path) -> None:
    said = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text("utf-8"))) or ""
    assert said.count(".") >= 2
    assert "import" in said
