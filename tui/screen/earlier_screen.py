"""The list as it was at an earlier time: the same screen, marked, to be looked at and printed, not changed."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from store.file.task_file import TaskFile
from store.records.changes import Change
from tui.screen.main_screen import MainScreen


class EarlierScreen(MainScreen):
    """What would change the list says why it does not; Esc goes back to the list of now."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "go_back", show=False)]

    def __init__(self, file: TaskFile, moment: str) -> None:
        """The list as it was, read-only, and when that was, in words."""
        super().__init__(file)
        self._moment = moment

    def action_go_back(self) -> None:
        """Back to the list of now."""
        self.dismiss()

    def rows_title(self) -> str:
        """The rows are of another time."""
        return f"查看 {self._moment} 的清单(只读)  {super().rows_title()}"

    def _state(self) -> str:
        return f"查看 {self._moment} 的清单(只读) · Esc 返回"

    def _refuse(self, *_: object, **__: object) -> None:
        self.say(f"这是 {self._moment} 的清单,只能查看;请按 Esc 返回后再改。", warning=True)

    def _act(self, make: Callable[[], Change], said: str = "") -> bool:
        self._refuse()
        return False

    def commit(self, change: Change, said: str = "") -> bool:
        """Nothing is changed here."""
        self._refuse()
        return False

    # What would ask for a text or a name first refuses before it asks.
    pick = edit_field = edit_tree_place = edit_roster_place = _refuse
    action_new = action_new_item = action_standing_basis = action_restore_backup = action_reload = _refuse
    action_settle = action_handover = action_plans = action_swap = action_import_notice = _refuse
