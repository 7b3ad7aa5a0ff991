"""The commands on the file and its lists as a whole."""

from tui.screen.commands.command import Command

ON_FILE = (
    Command(
        "save",
        ("ctrl+s",),
        "保存",
        "修改随改随存；没有存上时再试一次，只能查看的窗口重新读取",
        "文件",
        act="file.save",
    ),
    Command(
        "save_copy",
        (),
        "另存副本",
        "把整份清单（含历史）另存为新文件；只能查看时也可以用",
        "文件",
        act="file.save_copy",
    ),
    Command(
        "restore_backup",
        (),
        "恢复备份",
        "看有哪些备份、恢复会改变什么，回车恢复；可按 Ctrl+Z 撤销",
        "文件",
        changes=True,
        refusal="只能查看，不能恢复备份；要用备份里的内容，请直接打开那份备份。",
        act="file.restore_backup",
    ),
    Command(
        "decide_foreign",
        (),
        "外部修改",
        "别的程序改写过清单文件时：看改了哪些，采用为一次变更，或放弃、恢复成历史里的内容",
        "文件",
        changes=True,
        act="file.decide_foreign",
    ),
    Command(
        "reload",
        (),
        "重新读取",
        "只能查看的窗口（按 Ctrl+S 亦可）：读入对方最新保存的内容；对方已关闭时改为可修改",
        "文件",
        act="file.reload",
    ),
)
"""The commands on the list's file."""

ON_EXCHANGE = (
    Command(
        "send",
        (),
        "导出到U盘",
        "把对方还没有的变更写成交换文件（.yaodian），读回核对无误再说可以拔出",
        "交换",
        act="exchange.send",
    ),
    Command(
        "send_all",
        (),
        "全部导出到U盘",
        "全部变更都写进交换文件，不论对方有没有；对方说缺少更早的变更时用",
        "交换",
        act="exchange.send_all",
    ),
    Command(
        "bring_in",
        (),
        "并入对方的变更",
        "选对方的交换文件、清单或备份，先看会并入什么，再按 Enter 并入",
        "交换",
        changes=True,
        refusal="只能查看，不能并入；请在修改这份清单的窗口里并入。",
        act="exchange.bring_in",
    ),
    Command(
        "take_back",
        (),
        "撤销这批并入",
        "收回某人的一批并入的变更；后来又改过的不动，并说明；可撤销",
        "交换",
        changes=True,
        act="exchange.take_back",
    ),
)
"""The commands between the desks that keep one list."""

ON_LISTS = (
    Command(
        "import_notice",
        (),
        "导入通知",
        "读一份通知：与本清单逐处比较后采用，或作为另一份清单存入本文件",
        "文件",
        changes=True,
        refusal="只能查看，不能导入通知。",
        act="importing.import_notice",
    ),
    Command(
        "switch_list", (), "换清单", "本文件有几份清单时，换一份来看", "文件", act="importing.switch_list"
    ),
    Command(
        "next_list", ("ctrl+e",), "下一清单", "换看本文件的下一份清单", "文件", act="importing.next_list"
    ),
    Command(
        "next_year",
        (),
        "据此建下年清单",
        "选要带到下年的行：责任照旧，时限清空，历史从头记，存为新文件",
        "文件",
        act="next_year.make",
    ),
    Command(
        "open_list",
        ("ctrl+o",),
        "打开",
        "打开或新建另一份清单；选定以前本清单不关，Esc 返回",
        "文件",
        act="file.open_another",
    ),
    Command("leave", ("ctrl+q",), "退出", "保存并退出", "文件", act="file.leave"),
)
"""The commands on notices and lists, and those that leave."""
