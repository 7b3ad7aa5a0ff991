"""All acts of a screen, joined: each is made when it is first asked for, with the desk and the acts that it calls."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.acts.cells import CellActs
    from tui.screen.acts.crossings import CrossingActs
    from tui.screen.acts.file import FileActs
    from tui.screen.acts.history import HistoryActs
    from tui.screen.acts.importing import ImportActs
    from tui.screen.acts.looking import LookingActs
    from tui.screen.acts.printing import PrintingActs
    from tui.screen.desk import Desk


class Acts:
    """The acts on one desk. A command names one by attribute and method: `history.undo`.

    Their modules are imported when they are first used: the first screen needs none of them.
    """

    def __init__(self, desk: "Desk") -> None:
        """The desk that all of them work on."""
        self._desk = desk

    @cached_property
    def cells(self) -> "CellActs":
        """Changing responsibility cells."""
        from tui.screen.acts.cells import CellActs

        return CellActs(self._desk)

    @cached_property
    def crossings(self) -> "CrossingActs":
        """Turning to the 方阵, and what is done in it."""
        from tui.screen.acts.crossings import CrossingActs

        return CrossingActs(self._desk, self.cells, self.looking)

    @cached_property
    def file(self) -> "FileActs":
        """Copies, backups, reading again and leaving."""
        from tui.screen.acts.file import FileActs

        return FileActs(self._desk)

    @cached_property
    def history(self) -> "HistoryActs":
        """Looking back, taking back, and saying why."""
        from tui.screen.acts.history import HistoryActs

        return HistoryActs(self._desk)

    @cached_property
    def importing(self) -> "ImportActs":
        """Further notices, and which list is shown."""
        from tui.screen.acts.importing import ImportActs

        return ImportActs(self._desk)

    @cached_property
    def looking(self) -> "LookingActs":
        """Finding one's way about the list."""
        from tui.screen.acts.looking import LookingActs

        return LookingActs(self._desk)

    @cached_property
    def printing(self) -> "PrintingActs":
        """Bringing the list to paper."""
        from tui.screen.acts.printing import PrintingActs

        return PrintingActs(self._desk)
