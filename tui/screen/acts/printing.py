"""Acts that bring the list to paper: print, and open what was printed."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screen.list_screen import ListScreen

if TYPE_CHECKING:
    from tui.screen.dialogs.printing import Printed


class Printing(ListScreen):
    """What goes to paper."""

    _printed: Path | None = None
    """What was printed last from this screen."""

    @property
    def printed_first(self) -> tuple[str, str]:
        """What the cursor is on, as printing goes by it: the kind of line or view, and the record."""
        raise NotImplementedError

    @property
    def rows_filtered(self) -> tuple[str, ...] | None:
        """The rows that a filter lets through; none without a filter."""
        raise NotImplementedError

    def action_print(self) -> None:
        """Print: first offered is the sheet of whom the cursor stands on in the roster, else the list or the matrix that is shown."""
        from tui.paper.print_form import PrintForm, first_choice
        from tui.screen.dialogs.printing import PrintDialog

        kind, subject = first_choice(self.tasks, *self.printed_first)
        self.app.push_screen(
            PrintDialog(self.file, PrintForm(self.file, self.rows_filtered, kind, subject)), self._print_done
        )

    def _print_done(self, done: "Printed | None") -> None:
        if done is None:
            return
        self._printed = done.path
        said = f"{done.said}菜单“打开打印件”可打开它。"
        if self.file.read_only:
            self.say(f"{said}(只能查看,没有记下这次打印)")
        else:
            self.commit(done.change, said)

    def action_open_printed(self) -> None:
        """Have the desktop open what was printed last, or the folder that it is in."""
        self.run_worker(self._open_printed())

    async def _open_printed(self) -> None:
        from tui.paper.printer import open_path

        path = self._printed
        if path is None:
            self.say("这次还没有打印过,请先按 F9。", warning=True)
            return
        for place in (path, path.parent):
            if await asyncio.to_thread(open_path, place):
                self.say(f"已请桌面打开 {place}")
                return
        self.say(f"这里没有桌面可以打开文件,请自行打开 {path}", warning=True)
