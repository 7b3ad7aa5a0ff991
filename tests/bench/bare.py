"""The floor of starting: a bare Textual app with one widget."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("READY")


if __name__ == "__main__":
    Bare().run()
