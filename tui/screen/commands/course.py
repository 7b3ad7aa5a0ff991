"""The command on the course of rows: closed, deferred, suspended, cancelled, opened again."""

from tui.screen.commands.command import Command

ON_COURSE = (
    Command(
        "course",
        (),
        "销号、调整",
        "本行或所选各行销号、延期、变更、中止、取消、恢复：写明情况、原因、谁批准",
        "台账",
        panes=("matrix", "ledger", "crossing"),
        changes=True,
        act="course.change",
    ),
)
"""The commands on the course of rows."""
