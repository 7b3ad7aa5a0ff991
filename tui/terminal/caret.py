"""Where the terminal's own cursor stands: an input method opens its window there, a screen reader reads
there.
"""

from textual.geometry import Offset
from textual.widget import Widget


def caret_of(widget: Widget | None) -> Offset | None:
    """Return where one is in what has the keys: the caret of a field, the line under the cursor of a list."""
    offset = getattr(widget, "cursor_screen_offset", None)
    return offset if isinstance(offset, Offset) else None
