"""The signs that the program draws itself, by the width that they have in this terminal.

What a terminal draws two cells wide would push all that follows it aside: there ASCII stands for it.
"""

from tui.terminal.widths import is_wide

_WIDE = is_wide()

BAR = "|" if _WIDE else "▌"
"""Before what has the keys."""
GOES_ON = ":" if _WIDE else "┆"
"""Where a joined cell goes on."""
OPEN = "v" if _WIDE else "▾"
"""Before what has its parts below it."""
SHUT = ">" if _WIDE else "▸"
"""Before what has parts that are not shown."""
WELL = "*" if _WIDE else "✓"
"""What is well: saved, accepted."""
DOT = "*" if _WIDE else "●"
"""What wants to be seen."""
MORE = ".." if _WIDE else "…"
"""Where there is more than fits."""
UNDECIDED = "<>" if _WIDE else "⇄"
"""At what desks gave different values and nobody has decided."""
