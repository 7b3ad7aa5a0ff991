"""Our line breaks in all that Rich and Textual draw or edit: they part lines at blanks only, which wrecks
Chinese text.
"""

import sys
from functools import lru_cache
from typing import Any

from store.words.line_breaking import break_offsets

_THEIRS: dict[str, Any] = {}
"""The functions that stood there before."""


def install() -> None:
    """Replace the breaking of Rich and Textual, in their modules and in the copies of those that are loaded
    already.
    """
    import rich._wrap
    import textual._wrap

    _THEIRS.setdefault("compute_wrap_offsets", textual._wrap.compute_wrap_offsets)
    for ours, names in (
        (divide_line, (rich._wrap.__name__, "rich.text", "textual.content")),
        (compute_wrap_offsets, (textual._wrap.__name__, "textual.document._wrapped_document")),
    ):
        for name in names:
            if name in sys.modules:
                vars(sys.modules[name])[ours.__name__] = ours


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


@lru_cache(8192)
def _offsets(text: str, width: int, fold: bool, hang: bool) -> tuple[int, ...]:
    from rich.cells import cell_len

    return tuple(break_offsets(text, width, cell_len, fold=fold, hang=hang))
