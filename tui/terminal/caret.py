"""Where the terminal's own cursor stands: an input method opens its window there, a screen reader reads
there.
"""

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import OptionList


def caret_of(widget: Widget | None) -> Offset | None:
    """Return where one is in what has the keys: the caret of a field, the line under the cursor of a list."""
    if isinstance(widget, OptionList):
        return _line_of(widget)
    offset = getattr(widget, "cursor_screen_offset", None)
    return offset if isinstance(offset, Offset) else None


def _line_of(options: OptionList) -> Offset | None:
    if options.highlighted is None:
        return None
    line = options._index_to_line.get(options.highlighted)
    if line is None:
        return None
    seen = max(0, line - options.scroll_offset.y)
    return options.content_region.offset + Offset(0, seen)
