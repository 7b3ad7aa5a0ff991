"""How far long work is: a bar of grounds, which no terminal draws otherwise, and the figures beside it."""

from textual.content import Content
from textual.widgets import Static

_FIGURES = 6
"""Cells that the share in figures takes beside the bar."""


class WorkBar(Static):
    """One line; it says the share in figures too, so that no colour is needed for it."""

    DEFAULT_CSS = """
    WorkBar { height: 1; color: $dim; }
    """

    def show(self, done: int, total: int) -> None:
        """Show how many parts are done, of how many; a word where that is not known."""
        width = self.size.width - _FIGURES
        if not total or width <= 0:
            self.update(Content("请稍候。"))
            return
        there = min(done, total)
        full = width * there // total
        figures = f"{100 * there // total:>{_FIGURES - 1}}%"
        self.update(Content.assemble((" " * full, "on $accent"), (" " * (width - full), "on $row"), figures))
