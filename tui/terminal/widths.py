"""Ambiguous width: “ … — ① × are one cell here and two there, and a wrong guess wrecks every screen."""

import sys
from unicodedata import category, east_asian_width

_FRAMES = range(0x2500, 0x25A0)
"""Frames and blocks stay one cell: on a wide terminal they are drawn in ASCII (see line_filter)."""


def use_wide() -> None:
    """Have Rich, and so Textual, measure ambiguous characters as two cells.

    Its data are changed, not its functions, so that every copy of them follows.
    """
    import rich._unicode_data
    import rich.cells

    base = rich._unicode_data.load("auto")
    ambiguous = [
        code
        for code in (*range(0xA1, 0x3250), 0xFFFD)
        if code not in _FRAMES
        and east_asian_width(chr(code)) == "A"
        and category(chr(code)) not in ("Mn", "Me", "Cf")
    ]
    wide = base._replace(widths=sorted([*base.widths, *((code, code, 2) for code in ambiguous)]))
    for module in list(sys.modules.values()):
        if vars(module).get("cell_table") is base:
            vars(module)["cell_table"] = wide
    single = rich.cells._SINGLE_CELLS - set(map(chr, ambiguous))
    vars(rich.cells).update(_SINGLE_CELLS=single, _is_single_cell_widths=single.issuperset)
    rich._unicode_data.load.cache_clear()
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    if not is_wide() or rich.cells.cell_len("①…·×中│─") != 12:
        raise RuntimeError("this version of rich keeps its widths elsewhere")


def is_wide() -> bool:
    """Whether ambiguous characters measure two cells now."""
    from rich.cells import cell_len

    return cell_len("“") == 2
