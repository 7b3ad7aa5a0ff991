"""The manual: the page in docs is what the program shows, and the keys and commands in it are there."""

import os
import re
from importlib.resources import files

import pytest

from data import MANUAL, manual_page
from tests.house.syntax import ROOT
from tests.tui.screen.manual_page import page
from tui.screen.commands import COMMANDS
from tui.screen.commands.command import key_name
from tui.screen.commands.places import PLACES

NEW = "YAODIAN_NEW_PAGES"
LABELS = {command.label for command in COMMANDS}


def keys() -> set[str]:
    """All keys of the program as people write them."""
    found = {key for command in COMMANDS for key in (*command.keys, *command.beside_keys)}
    for place in PLACES.values():
        found |= {key for one in place.keys for key in one.keys}
    return {key_name(key) for key in found}


def test_the_page_in_docs_is_what_the_program_shows() -> None:
    kept = ROOT / "docs" / "使用手册.md"
    if NEW in os.environ:
        kept.write_text(page(), encoding="utf-8")
    assert kept.read_text("utf-8") == page(), f"write it anew: {NEW}=1 pytest tests/tui/screen/test_manual.py"


def test_all_pages_are_listed() -> None:
    there = {one.name for one in (files("data") / "manual").iterdir()}
    assert there == {f"{name}.md" for name in MANUAL}


@pytest.mark.parametrize(
    "page_of", ["README.md", "docs/使用手册.md", "docs/ARCHITECTURE.md", "CONTRIBUTING.md"]
)
def test_what_a_page_links_to_is_there(page_of: str) -> None:
    file = ROOT / page_of
    links = re.findall(r"\]\(([^)#:]+)\)", file.read_text("utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("name", MANUAL)
def test_its_keys_and_commands_are_there(name: str) -> None:
    text = manual_page(name)
    written = re.findall(r"`((?:Ctrl\+|Shift\+)?(?:[A-Z]|F\d+|Tab|Esc|Delete|[←→↑↓]+))`", text)
    singles = [re.sub("[←→↑↓]+$", "", key) + arrow for key in written for arrow in _arrows(key)]
    assert set(singles) <= keys()
    named = [
        one
        for run in re.findall(r"菜单(?:（`F10`）)?((?:“[^”]+”)+)", text)
        for one in re.findall("“([^”]+)”", run)
    ]
    assert set(named) <= LABELS


def _arrows(key: str) -> str | list[str]:
    """The arrows that a key ends in, each for itself; nothing to add where it ends in none."""
    return re.findall("[←→↑↓]", key) or [""]
