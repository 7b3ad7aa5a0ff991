"""The floor of keys: a bare Textual app with a DataTable of the rows of a list, a cell its cursor."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

COLUMNS = ("行", "事项", "任务", "牵头", "领导", "责任")
"""What our list shows of the rows."""
_TEXT = 20
"""Signs of a row's text, which stands in one line."""


class BareTable(App[None]):
    """Shows the rows, and nothing beside them."""

    def __init__(self, path: Path) -> None:
        """Take the file of the list."""
        super().__init__()
        self._tables = json.loads(path.read_text("utf-8"))

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable[str](cursor_type="cell")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        table.add_rows(self._rows())

    def _rows(self) -> Iterator[tuple[str, ...]]:
        items = {item["key"]: item["title"] for item in self._tables["items"].values()}
        for task in self._tables["tasks"].values():
            cells = (task["lead_units"], task["lead_leaders"], task["participant_units"])
            words = ["、".join(one["wording"] for one in cell) for cell in cells]
            yield (task["number"], items[task["item"]], task["text"][:_TEXT], *words)


if __name__ == "__main__":
    BareTable(Path(sys.argv[1])).run()
