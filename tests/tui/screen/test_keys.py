"""A key does one thing in a place, what is bound is declared, and none is one that a terminal keeps back."""

import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import tui.screen.dialogs
from tests.house.syntax import ROOT
from tests.tui.screen.key_table import keys_of_place, page
from tui.screen.acts import checks, conflicts, questions, today
from tui.screen.commands import COMMANDS
from tui.screen.commands.command import PANES_OF_LIST, Pane, key_name
from tui.screen.commands.place import DIGIT, TEXT
from tui.screen.commands.places import PLACES
from tui.screen.commands.rekeying import keys_of_command, keys_of_pane, why_kept_back
from tui.screen.dialogs.form_fields import OneOf
from tui.screen.dialogs.text_entry import TextField
from tui.screen.panes.crossing import CrossingPane
from tui.screen.panes.matrix import Matrix
from tui.screen.panes.roster import RosterPane
from tui.screen.panes.work_points import WorkPointsPane
from tui.screen.widgets.line_field import LineField

PANE_CLASSES: dict[Pane, type[DOMNode]] = {
    "work_points": WorkPointsPane,
    "matrix": Matrix,
    "ledger": Matrix,
    "crossing": CrossingPane,
    "roster": RosterPane,
}
OF_FIELDS = {"enter", "up", "down", "pageup", "pagedown", "home", "end", TEXT, DIGIT, "ctrl+j"}
"""Keys that Textual's own fields and lists take, and what is typed."""
BY_HAND = {
    "findings": checks._KEYS,
    "questions": questions._KEYS,
    "conflicts": conflicts._KEYS,
    "today": today._KEYS,
}
"""Places whose keys are given to a dialog that serves several."""
ON_EVERY_SCREEN = {"escape", "f1", "ctrl+g", "f10", "ctrl+t"}
MEANINGS = {
    "f1": {"帮助", "返回"},
    "f3": {"查找", "下一处疑问"},
    "f4": {"筛选", "筛选起始日"},
    "f5": {"核对", "待定"},
    "f6": {"窗格", "换边", "看原文", "页面"},
    "f7": {"历史", "返回"},
    "f8": {"方阵/清单", "看当时", "全文对照"},
    "f9": {"打印", "催办单"},
    "f10": {"菜单", "返回"},
}
"""What a function key is, and what it may be called where it is that."""


def modules() -> list[ModuleType]:
    """The modules with dialogs."""
    path = tui.screen.dialogs.__path__
    return [importlib.import_module(f"tui.screen.dialogs.{one.name}") for one in pkgutil.iter_modules(path)]


def screens() -> Iterator[tuple[str, type[Screen[object]], ModuleType]]:
    """Each dialog by its name, with the module that it stands in."""
    for module in modules():
        for name, kind in vars(module).items():
            if isinstance(kind, type) and issubclass(kind, Screen) and kind.__module__ == module.__name__:
                yield name, kind, module


def bound(kind: type) -> set[str]:
    """The keys that a class binds, with what it inherits of ours."""
    keys: set[str] = set()
    for one in kind.__mro__:
        if one.__module__.startswith("tui.") and "BINDINGS" in vars(one):
            for binding in Binding.make_bindings(vars(one)["BINDINGS"]):
                keys.add(binding.key)
    return keys


def bound_in(module: ModuleType) -> set[str]:
    """The keys that all classes of a module bind."""
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type)]
    own = [kind for kind in kinds if kind.__module__ == module.__name__]
    return set().union(*map(bound, own))


SHARED = ("FoundByTyping", "AgendaDialog", "FormDialog")
"""What dialogs are made of, which are no place themselves."""
DIALOGS = {name: (kind, module) for name, kind, module in screens() if name not in SHARED}


@pytest.mark.parametrize("pane", PANES_OF_LIST)
def test_a_key_does_one_thing_in_a_pane(pane: Pane) -> None:
    keys = [key for key, _ in keys_of_pane(pane)]
    assert sorted(keys) == sorted(set(keys))
    undeclared = bound(PANE_CLASSES[pane]) - set(keys)
    assert not undeclared, f"declare it in tui/screen/commands/panes.py: {undeclared}"
    of_commands = {key for command in COMMANDS for key in keys_of_command(command, pane)}
    nowhere = set(keys) - of_commands - bound(PANE_CLASSES[pane]) - {TEXT, "escape"}
    assert not nowhere, f"declared and bound nowhere: {nowhere}"


@pytest.mark.parametrize("name", DIALOGS)
def test_a_key_does_one_thing_in_a_dialog(name: str) -> None:
    kind, module = DIALOGS[name]
    place = getattr(kind, "place", None)
    assert place in PLACES, f"name the place of {name}, and its keys in tui/screen/commands/dialogs.py"
    keys = [key for key, _ in keys_of_place(PLACES[place])]
    assert sorted(keys) == sorted(set(keys))
    digits = {key for key in bound_in(module) if key.isdigit()}
    undeclared = bound_in(module) - digits - bound(LineField) - set(keys)
    assert not undeclared, f"declare it in tui/screen/commands/dialogs.py: {undeclared}"
    nowhere = set(keys) - bound_in(module) - bound(kind) - bound(TextField) - bound(OneOf) - OF_FIELDS
    assert not nowhere, f"declared and bound nowhere: {nowhere}"


def test_a_key_does_one_thing_where_a_text_is_written() -> None:
    declared = {key for key, _ in keys_of_place(PLACES["editor"])}
    hushed = {"f2", "f6", "f7"}
    assert bound(TextField) - hushed - {"alt+enter"} == declared


@pytest.mark.parametrize("place", BY_HAND)
def test_a_key_does_one_thing_in_a_list_of_things_to_see_to(place: str) -> None:
    keys = [key for key, _ in keys_of_place(PLACES[place])]
    assert sorted(keys) == sorted(set(keys))
    assert set(BY_HAND[place]) <= set(keys)
    assert set(keys) <= {*BY_HAND[place], *OF_FIELDS, "escape", "space", "left", "right"}


@pytest.mark.parametrize("place", PLACES)
def test_no_key_is_one_that_terminals_keep_back_and_a_letter_is_never_the_only_one(place: str) -> None:
    keys = [key for command in COMMANDS for key in (*command.keys, *command.beside_keys)]
    for own in PLACES[place].keys:
        keys += own.keys
        assert not re.fullmatch("[a-z]", own.keys[0]), own
    assert not list(filter(why_kept_back, keys))


@pytest.mark.parametrize("place", PLACES)
def test_a_function_key_means_one_thing_everywhere(place: str) -> None:
    named = keys_of_pane(place) if place in PANE_CLASSES else keys_of_place(PLACES[place])
    for key, label in named:
        assert label in MEANINGS.get(key, {label}), key_name(key)


def test_the_page_of_keys_says_what_is_so() -> None:
    kept = ROOT / "docs" / "KEYS.md"
    if "YAODIAN_NEW_KEYS" in os.environ:
        kept.write_text(page(), encoding="utf-8")
    assert kept.read_text("utf-8") == page(), (
        "write it anew: YAODIAN_NEW_KEYS=1 pytest tests/tui/screen/test_keys.py"
    )


def test_no_place_is_declared_twice() -> None:
    declared: list[str] = []
    for path in sorted((ROOT / "tui" / "screen" / "commands").glob("*.py")):
        declared += re.findall(r'^    "(\w+)": Place\(', path.read_text("utf-8"), re.MULTILINE)
    assert sorted(declared) == sorted(PLACES)
