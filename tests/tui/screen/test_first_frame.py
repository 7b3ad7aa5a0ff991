"""What is imported before the first frame: rooms, and of some rooms only the modules that it needs.

Each module costs a start about a millisecond. One that is needed later is imported where it is used.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.pty import Terminal
from tests.sample import sample_change

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pty is Unix'")

WHOLE_ROOMS = (
    "store.machine",
    "store.records",
    "store.words",
    "tui.screen.commands",
    "tui.screen.looks",
    "tui.screen.panes",
    "tui.screen.widgets",
    "tui.terminal",
)
MODULES = {
    "store.checks": {"settings"},
    # What reads, locks and holds a list and its journals; not what compares, repairs, copies or parts it.
    "store.file": {
        *("beside", "contents", "disk", "folding", "held", "journal", "journals", "local_tables", "lock"),
        *("memory", "migrations", "opened", "opening", "problems", "saving", "sealing", "storage", "tables"),
        *("task_file", "watch"),
    },
    # What a journal has beyond the file comes to the list before it is drawn; most need no evaluation then.
    "store.history": {"coming", "earlier", "prints"},
    "store.views": {"selection", "sorting"},
    # The two that join the acts import none of them.
    "tui.screen.acts": {"acts", "checking", "lone_acts"},
    "tui.screen": {
        *("acts", "app", "asking", "commands", "desk", "everywhere", "list_panes", "looks", "main_screen"),
        *("marks", "panes", "place_keeping", "room", "row_views", "saving", "saying", "standing_basis"),
        *("taking_up", "view_keeping", "widgets"),
    },
    "store": {"checks", "file", "history", "machine", "records", "progress", "refused", "views", "words"},
    "tui": {"screen", "terminal"},
}
NEVER_IN_THEM = {
    "store.records.ended_rows",
    "store.records.issued_grounds",
    "store.records.leaving_out",
    "store.records.raised_grounds",
    "tui.screen.panes.crossing",
    "tui.screen.panes.ledger_cells",
    "tui.screen.panes.ledger_columns",
    "tui.screen.panes.roster_places",
    "tui.screen.panes.roster_texts",
}
LEFT_OUT = {
    *("asyncio.sslproto", "ssl", "rich.table", "textual.command"),
    *("textual.widgets._select", "textual.widgets._toast", "textual.widgets._tooltip"),
}
"""What Textual and asyncio import of themselves, and the program goes without."""
OF_OTHERS = {"platformdirs", "rich", "store", "textual", "tinydb", "tui", "typing_extensions"}

UP_TO_THE_FIRST_FRAME = """
import sys
from pathlib import Path
from store.machine.settings import load_settings
from tui.terminal import settle

assert not settle("1")
from tui.screen.app import run
from tui.screen.main_screen import MainScreen

def stop(screen):
    Path(sys.argv[2]).write_text(" ".join(sys.modules), "utf-8")
    screen.app.exit()

MainScreen._draw_rest = stop  # What is called when the first frame is drawn.
sys.exit(run(Path(sys.argv[1]), load_settings()))
"""


def imported(path: Path) -> set[str]:
    """The modules that are there when the first frame of a list was drawn in a terminal."""
    told = path.with_suffix(".modules")
    command = [sys.executable, "-c", UP_TO_THE_FIRST_FRAME, str(path), str(told)]
    with Terminal(command, env={"HOME": str(path.parent)}) as terminal:
        assert terminal.exit_code() == 0, terminal.text
    return set(told.read_text("utf-8").split())


def printed(program: str, *arguments: str) -> set[str]:
    """The words that a Python program prints."""
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return set(done.stdout.decode().split())


def is_allowed(module: str) -> bool:
    if module.startswith(tuple(f"{room}." for room in WHOLE_ROOMS)):
        return module not in NEVER_IN_THEM
    room, _, name = module.rpartition(".")
    return not room or name in MODULES.get(room, ())


def test_only_what_the_first_frame_needs_is_imported_before_it(tmp_path: Path) -> None:
    TaskFile.create(tmp_path / "示例.json", sample_change()).close()
    modules = imported(tmp_path / "示例.json")
    ours = {module for module in modules if module.partition(".")[0] in ("data", "store", "tui")}
    assert "tui.screen.main_screen" in ours
    assert sorted(module for module in ours if not is_allowed(module)) == []
    assert sorted(modules & LEFT_OUT) == []
    before_any_program = printed("import sys; print(*sys.modules)")
    others = {module.partition(".")[0] for module in modules - before_any_program}
    assert sorted(others - sys.stdlib_module_names - OF_OTHERS) == []
