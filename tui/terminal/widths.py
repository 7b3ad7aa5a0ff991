"""Ambiguous width: “ … — ① × are one cell here and two there, and a wrong guess wrecks every screen."""

import os
import sys
from collections.abc import Collection
from unicodedata import category, east_asian_width

from tui.terminal.patches import Patch, Replaced, must

FRAMES = "YAODIAN_FRAMES"
"""The variable that says how frames are drawn: `ascii`, or as they are."""
_FRAMES = range(0x2500, 0x25A0)
"""Frames and blocks stay one cell: on a wide terminal they are drawn in ASCII (see line_filter)."""
_AMBIGUOUS_BETWEEN = range(0xA1, 0x3250)


def is_wide() -> bool:
    """Whether ambiguous characters measure two cells now."""
    from rich.cells import cell_len

    return cell_len("“") == 2


def draws_in_ascii() -> bool:
    """Whether frames and blocks are drawn in ASCII: where they would take two cells."""
    return is_wide() or os.environ.get(FRAMES) == "ascii"


def ambiguous_characters() -> list[int]:
    """Return the codes of all characters that a Chinese terminal may draw two cells wide, frames left out."""
    codes = (*_AMBIGUOUS_BETWEEN, 0xFFFD)
    return [code for code in codes if code not in _FRAMES and _is_ambiguous(chr(code))]


def _is_ambiguous(character: str) -> bool:
    return east_asian_width(character) == "A" and category(character) not in ("Mn", "Me", "Cf")


def _use_wide(replaced: Replaced) -> None:
    """Have Rich, and so Textual, measure ambiguous characters as two cells.

    Its data are changed, not its functions, so that every copy of them follows.
    """
    codes = ambiguous_characters()
    try:
        _replace_table(replaced, codes)
        _replace_single_cells(replaced, codes)
        _forget_measured()
        _must_measure_wide()
    except Exception:
        replaced.take_back()
        _forget_measured()
        raise


def _replace_table(replaced: Replaced, codes: Collection[int]) -> None:
    import rich._unicode_data

    base = rich._unicode_data.load("auto")
    widths = [*base.widths, *((code, code, 2) for code in codes)]
    wide = base._replace(widths=sorted(widths))
    for module in list(sys.modules.values()):
        if vars(module).get("cell_table") is base:
            replaced.put(module, "cell_table", wide)


def _replace_single_cells(replaced: Replaced, codes: Collection[int]) -> None:
    import rich.cells

    single = rich.cells._SINGLE_CELLS - set(map(chr, codes))
    replaced.put(rich.cells, "_SINGLE_CELLS", single)
    replaced.put(rich.cells, "_is_single_cell_widths", single.issuperset)


def _forget_measured() -> None:
    import rich._unicode_data
    import rich.cells

    rich._unicode_data.load.cache_clear()
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()


def _must_measure_wide() -> None:
    from rich.cells import cell_len

    must(cell_len("“①…·×") == 10)
    must(cell_len("中│─a") == 5)


WIDE = Patch("rich", "15.0.0", "“…①等符号占两格的终端里，行尾和列可能对不齐", _use_wide)
"""Ambiguous characters are two cells wide."""
