"""The keys of the panes, of the picker over them and of the start page, beside those of the commands."""

from tui.screen.commands.place import TEXT, Place, key, move

_ALWAYS = ("find", "filter", "findings", "next_pane", "history", "turn_view", "print", "undo")
"""Commands that are wanted in every pane, those used most first."""
_ON_CELLS = (
    move("up down left right", "到上下左右的格"),
    move("tab shift+tab", "到右边、左边的格"),
    move("home end", "到本行的第一格、最后一格"),
    move("pageup pagedown", "翻页"),
    move("ctrl+home ctrl+end", "到第一行、最后一行"),
)
_ON_LINES = (
    move("up down", "到上一行、下一行"),
    move("pageup pagedown", "翻页"),
    move("home end", "到第一行、最后一行"),
)
_STRETCH = key("shift+up shift+down", "连选", "把上一行、下一行也选上，之后的修改一次做完", in_foot=False)

PANES = {
    "matrix": Place(
        "任务清单",
        (
            key(
                TEXT,
                "",
                "在责任栏上输入首字母、全拼或汉字（如 ptc、平台），即打开选择框；在其余各栏上即写新的文字",
            ),
            key("enter", "打开", "责任栏打开选择框，任务文字看行卡片，事项改名称；合并的格一改全改"),
            _STRETCH,
            key("escape", "返回", "取消选行；看以前的清单时回到现在", in_foot=False),
            *_ON_CELLS,
        ),
        ("edit", *_ALWAYS[:-1], "mark", "undo", "new", "deadline", "copy", "paste"),
    ),
    "ledger": Place(
        "台账",
        (
            key(TEXT, "写进展", "在本期进展、存在问题、下一步、完成值上输入，即写这一项", in_foot=False),
            key("enter", "登记", "登记这一期的进展；在重点任务、状态上看行卡片，在牵头单位上打开选择框"),
            _STRETCH,
            key("escape", "回清单", "取消选行，再按一次回到清单"),
            *_ON_CELLS,
        ),
        (
            "period_back",
            "period_on",
            "turn_view",
            "mark",
            "find",
            "filter",
            "findings",
            "undo",
            "deadline",
            "next_pane",
            "history",
            "print",
        ),
    ),
    "crossing": Place(
        "方阵",
        (
            key(TEXT, "改", "在格中输入首字母、全拼或汉字，即打开选择框，只改本行", in_foot=False),
            key("space", "牵/责/空", "在格中依次改为 牵、责、空，只改本行"),
            key("enter", "到清单", "到清单的这一格；在任务文字上看行卡片"),
            key("escape", "回清单", "回到清单"),
            *_ON_CELLS,
        ),
        (
            "turn_view",
            "empty_columns",
            "edit",
            "find",
            "filter",
            "findings",
            "print",
            "undo",
            "next_pane",
            "history",
        ),
    ),
    "work_points": Place(
        "工作要点",
        (
            key("enter", "修改", "修改光标所在的标题、正文或通知的各项"),
            key("left right", "收起展开", "← 收起，→ 展开，空格收起或展开"),
            key("space", "收起展开", "收起或展开", in_foot=False),
            key("escape", "返回", "看以前的清单时回到现在", in_foot=False),
            *_ON_LINES,
        ),
        ("next_pane", *_ALWAYS[:3], *_ALWAYS[4:]),
    ),
    "roster": Place(
        "名册",
        (
            key("enter", "卡片", "看单位或人员的卡片并修改：分管、牵头和责任的行"),
            _STRETCH,
            key("escape", "返回", "取消选择；看以前的清单时回到现在", in_foot=False),
            *_ON_LINES,
        ),
        ("settle", "next_pane", "new", "edit", "find", "filter", "findings", "print", "delete", "undo"),
    ),
    "picker": Place(
        "选择框",
        (
            key("enter", "确定", "改为所选的单位或领导，再到下一行；选之前已写出会改成什么"),
            key("space", "多选", "选上或不选光标所在的一个，可选几个"),
            key("tab", "仅此行", "合并的格：只改本行，或整格一起改"),
            key("escape", "取消", "不改动"),
            key(TEXT, "筛选", "输入汉字、全拼或首字母", in_foot=False),
            move("up down", "到上一个、下一个"),
        ),
    ),
    "editor": Place(
        "写文字",
        (
            key("enter", "保存", "保存，到下一行"),
            key("tab", "保存右移", "保存，到右边一格"),
            key("shift+tab", "保存左移", "保存，到左边一格", in_foot=False),
            key("ctrl+j", "换行", "在可写几行的文字里另起一行"),
            key("ctrl+s", "保存", "保存，不移动", in_foot=False),
            key("ctrl+a", "全选", "选上全部文字，再输入即重写", in_foot=False),
            key("escape", "不改", "不改；写了两个字以上的先问"),
        ),
    ),
    "start": Place(
        "开始页",
        (
            key("enter", "选定", "做光标所在的一项：打开、导入、新建"),
            key("escape", "返回", "回到打开着的清单；没有时退出"),
            key("ctrl+q", "退出", "退出要点", in_foot=False),
            key(TEXT, "查找文件", "输入名称、拼音首字母或路径，找清单或通知；也可在此粘贴通知全文、WPS 表格"),
            move("up down", "到上一项、下一项"),
        ),
    ),
}
