"""The day, the basis and the witness of a handover."""

from collections.abc import Iterable

from textual.await_complete import AwaitComplete
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.screen.dialogs.day_and_basis import DayAndBasis, DayAndBasisDialog, entry


class WitnessDialog(DayAndBasisDialog):
    """Asks for the witness too, under the basis: Enter there goes on without."""

    witness = ""
    """Who was named."""

    def more_fields(self) -> Iterable[Widget]:
        """One more field."""
        with Horizontal(classes="labelled"):
            yield Static(Content("监交人"))
            yield entry("witness", "", "印在移交清单上，可不填")

    def dismiss(self, result: DayAndBasis | None = None) -> AwaitComplete:
        """Keep who was named, and leave."""
        self.witness = self.value("witness")
        return super().dismiss(result)
