"""The patch that has Textual paint only what changed; it imports Textual, so it is applied last."""

import inspect

from tui.terminal.patches import Patch, Replaced, must


def _paint_changed_lines(replaced: Replaced) -> None:
    from textual import screen
    from textual._compositor import Compositor

    from tui.terminal.compositor import ChangedLines

    must(list(inspect.signature(Compositor._get_renders).parameters) == ["self", "crop"])
    must(replaced.put(screen, "Compositor", ChangedLines) in (Compositor, ChangedLines))


CHANGED = Patch("textual", "8.2.8", "按键后屏幕画得慢一些", _paint_changed_lines)
"""After a key only the lines that changed are painted."""
