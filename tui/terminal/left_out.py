"""What asyncio and Textual import at once and this program never uses: left out of the start, which is an
eighth shorter by it.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

from tui.terminal.patches import Patch, Replaced, must

_CLASSES: Mapping[str, tuple[str, ...]] = {
    # The palette, which the app does not have, with the lists, trees and fields that it is made of.
    "textual.command": (
        *("CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider"),
        "SimpleProvider",
    ),
    # Only to print a theme or a colour as a table.
    "rich.table": ("Table",),
    # What a screen of Textual says, ours say in lines of their own.
    "textual.widgets._toast": ("ToastRack",),
    "textual.widgets._tooltip": ("Tooltip",),
    # For a connection, of which the program opens none.
    "asyncio.sslproto": (),
}
"""Modules that have a stand-in while Textual is imported, and the classes that it takes from them."""
_LACKING = ("ssl",)
"""Modules that asyncio goes without where there are none: the program opens no connection."""


class NotHere:
    """Stands for a class of a module that was left out."""


@contextmanager
def left_out() -> Iterator[None]:
    """While this lasts, modules that are not there yet are not imported; afterwards they are as ever."""
    stand_ins: dict[str, Any] = dict.fromkeys(_LACKING)
    for name, classes in _CLASSES.items():
        stand_ins[name] = ModuleType(name)
        vars(stand_ins[name]).update(dict.fromkeys(classes, NotHere))
    put = {name: module for name, module in stand_ins.items() if name not in sys.modules}
    sys.modules.update(put)
    try:
        yield
    finally:
        for name in put:
            del sys.modules[name]


def _import_textual(_: Replaced) -> None:
    with left_out():
        app = import_module("textual.app")
    must(hasattr(app.App, "ENABLE_COMMAND_PALETTE"))


LEFT_OUT = Patch("textual", "8.2.8", "程序打开得慢一些", _import_textual)
"""Textual is imported without what is not used of it."""
