"""The commands that change the texts of many rows at once."""

from tui.screen.commands.command import Command

ON_TEXTS = (
    Command(
        "replace",
        (),
        "替换",
        "把一处文字，或单位、人员，在所选或显示的各行中换成另一个；先看各行改动",
        "修改",
        panes=("matrix",),
        changes=True,
        act="replacing.replace",
    ),
    Command(
        "print_signs",
        (),
        "标点规范",
        "把所选各行或整份清单中文字旁的半角逗号、括号等改成全角；先看各处改动，通知原文不变",
        "修改",
        panes=("matrix",),
        changes=True,
        act="replacing.print_signs",
    ),
)
"""替换 and what is like it."""
