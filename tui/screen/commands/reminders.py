"""The commands that remind units and keep the register of it."""

from tui.screen.commands.command import Command

ON_REMINDERS = (
    Command(
        "remind",
        (),
        "催办单",
        "给本行或所选各行的单位发催办单、督办单，或登记电话催办；发出后按 F9 打印",
        "台账",
        panes=("matrix", "crossing"),
        changes=True,
        act="reminders.remind",
    ),
    Command(
        "reminders",
        (),
        "催办登记",
        "发过哪些催办、到期回复没有；登记单位的回复，重印催办单",
        "台账",
        act="reminders.show",
    ),
    Command(
        "reminder_levels",
        (),
        "催办级别",
        "催办的级别按各行的状态定，或逐级：到期未回再升一级；随清单保存",
        "台账",
        changes=True,
        act="ledger_rules.reminder_levels",
    ),
)
"""The commands on reminders."""
