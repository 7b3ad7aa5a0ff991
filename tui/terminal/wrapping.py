"""Our line breaks in all that Rich and Textual draw or edit: they part lines at blanks only, which wrecks
Chinese text.
"""

import inspect
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from store.words.line_breaking import break_offsets
from tui.terminal.patches import Patch, Replaced, must


def divide_line(text: str, width: int, fold: bool = True) -> list[int]:
    """As rich._wrap.divide_line: the offsets at which a line of drawn text is parted."""
    return list(_offsets(text, width, fold, True))


def compute_wrap_offsets(
    text: str,
    width: int,
    tab_size: int,
    fold: bool = True,
    precomputed_tab_sections: list[tuple[str, int]] | None = None,
) -> list[int]:
    """As textual._wrap.compute_wrap_offsets: the offsets at which a line in an editor is parted; lines with
    tabs are left to it.
    """
    if "\t" in text:
        theirs: list[int] = _THEIRS["compute_wrap_offsets"](
            text, width, tab_size, fold, precomputed_tab_sections
        )
        return theirs
    return list(_offsets(text, width, fold, False))


_THEIRS: dict[str, Callable[..., Any]] = {}
"""The functions that stood there before."""


def _break_drawn(replaced: Replaced) -> None:
    import rich._wrap

    _replace(replaced, divide_line, rich._wrap.__name__, "rich.text", "textual.content")


def _break_edited(replaced: Replaced) -> None:
    import textual._wrap

    _replace(replaced, compute_wrap_offsets, textual._wrap.__name__, "textual.document._wrapped_document")


def _replace(replaced: Replaced, ours: Callable[..., list[int]], home: str, *copies: str) -> None:
    """Put ours in the place of a function, in its module and in those that have a copy of it already."""
    name = ours.__name__
    theirs = getattr(sys.modules[home], name)
    if theirs is ours:
        return
    must(list(inspect.signature(theirs).parameters) == list(inspect.signature(ours).parameters))
    _THEIRS[name] = theirs
    for module in (home, *copies):
        if module in sys.modules:
            replaced.put(sys.modules[module], name, ours)


@lru_cache(8192)
def _offsets(text: str, width: int, fold: bool, hang: bool) -> tuple[int, ...]:
    from rich.cells import cell_len

    return tuple(break_offsets(text, width, cell_len, fold=fold, hang=hang))


DRAWN = Patch("rich", "15.0.0", "标点可能落在一行开头", _break_drawn)
"""What is drawn breaks as in print."""
EDITED = Patch("textual", "8.2.8", "编辑时标点可能落在一行开头", _break_edited)
"""What is edited breaks as in print."""
