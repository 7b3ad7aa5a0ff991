"""How the parts of a pane look, each on the ground that it stands on."""

from rich.style import Style
from textual.widget import Widget

GUTTER = 1
"""Cells at the left for the bar of the row under the cursor, or the sign of one that is linked."""


class PartLooks:
    """Gives the styles that the style sheet has for the parts and grounds of a pane; each is made once."""

    def __init__(self, pane: Widget, kind: str) -> None:
        """Take the pane, and the kind by which the style sheet names its parts: grid--name."""
        self._widget = pane
        self._kind = kind
        self._made: dict[tuple[str, str], Style] = {}

    def forget(self) -> None:
        """Make the styles anew: the theme is another, or the pane has the keys or has them no more."""
        self._made.clear()

    def of(self, part: str = "", ground: str = "") -> Style:
        """Return the look of a part, "" plain text, on a ground, "" the pane's own."""
        style = self._made.get((part, ground))
        if style is None:
            style = self._component(ground) + self._component(part)
            self._made[part, ground] = style
        return style

    def _component(self, part: str) -> Style:
        if not part:
            return Style.null()
        return self._widget.get_component_rich_style(f"{self._kind}--{part}", partial=True)
