"""Every command of the screen, declared once: bindings, footer, menu, find, help and re-keying are made from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Pane = Literal["work_points", "matrix", "roster"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its first key is the one that is shown."""

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    act: str
    """The act that it carries out: an attribute of `Acts` and a method of it, such as `history.undo`."""
    footer: bool = False
    panes: tuple[Pane, ...] = ("work_points", "matrix", "roster")
    """The panes in which it can be used."""
    changes: bool = False
    """Whether it changes the list: a list that is only looked at refuses it before anything is asked."""
    refusal: str = ""
    """What a read-only window says of it where it has something better to say than of the other commands."""

    @property
    def action(self) -> str:
        """The one action of the main screen, with this command."""
        return f"run({self.id!r})"

    def bindings(self) -> list[Binding]:
        """The Textual bindings of this command: its first key, re-keyed by its id, then the second keys."""
        first = [
            Binding(key, self.action, self.label, show=self.footer, id=self.id, key_display=self.key_name)
            for key in self.keys[:1]
        ]
        return first + [Binding(key, self.action, self.label, show=False) for key in self.keys[1:]]

    @property
    def key_name(self) -> str:
        """Its first key as people write it: F2, Ctrl+Z; empty where the menu alone reaches it."""
        return key_name(self.keys[0]) if self.keys else ""

    @property
    def key_names(self) -> str:
        """All its keys as people write them."""
        return " ".join(key_name(key) for key in self.keys)


_NAMES = {
    "delete": "Delete",
    "enter": "Enter",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "insert": "Insert",
    "space": "空格",
}


def key_name(key: str) -> str:
    """A key as people write it: Ctrl+Z for ctrl+z."""
    return "+".join(
        _NAMES.get(part, part.upper() if len(part) < 3 else part.capitalize()) for part in key.split("+")
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        "edit",
        ("f2",),
        "修改",
        "修改光标所在的内容:责任栏选单位或领导,其余改文字",
        "修改",
        footer=True,
        changes=True,
        act="editing.edit",
    ),
    Command(
        "find",
        ("f3", "ctrl+f"),
        "查找",
        "查找任务、单位、人员、要点和命令,可用汉字、全拼或首字母",
        "查看",
        footer=True,
        act="looking.find",
    ),
    Command(
        "filter",
        ("f4",),
        "筛选",
        "只看一个单位或一位领导的行;再按一次恢复全部",
        "查看",
        footer=True,
        act="looking.filter",
    ),
    Command(
        "findings",
        ("f5",),
        "核对",
        "清单的错误、提醒和说明:到该处、改正,或写明理由认可",
        "查看",
        footer=True,
        act="agenda.findings",
    ),
    Command(
        "questions",
        ("ctrl+w",),
        "待定",
        "原文没有写明、要由人定的问题,逐条回答(在核对中再按 F5 亦可)",
        "查看",
        act="agenda.questions",
    ),
    Command(
        "next_pane",
        ("f6", "tab"),
        "窗格",
        "到下一个窗格:工作要点、任务清单、名册",
        "查看",
        footer=True,
        act="looking.next_pane",
    ),
    Command("previous_pane", ("shift+tab",), "上一窗格", "到上一个窗格", "查看", act="looking.previous_pane"),
    Command(
        "history",
        ("f7",),
        "历史",
        "谁在何时改了什么;本行或全部、按日期和字词;看当时的清单,撤销以前的变更",
        "查看",
        footer=True,
        act="history.show",
    ),
    Command(
        "turn_view",
        ("f8",),
        "方阵",
        "清单、方阵(单位)、方阵(领导)依次切换;方阵中空格改 牵/责/空,回车到清单的格",
        "查看",
        footer=True,
        act="crossings.turn_view",
    ),
    Command(
        "print",
        ("f9", "ctrl+p"),
        "打印",
        "清单、分解单、方阵、名单、对照表、汇总:先看样子,回车存成文件或打印",
        "文件",
        footer=True,
        act="printing.print",
    ),
    Command(
        "open_printed",
        (),
        "打开打印件",
        "用桌面上的程序打开刚打印的文件,或它所在的文件夹",
        "文件",
        act="printing.open_printed",
    ),
    Command("menu", ("f10", "ctrl+t"), "菜单", "列出全部命令", "文件", footer=True, act="looking.menu"),
    Command("help", ("f1", "ctrl+g"), "帮助", "列出此处可用的按键", "文件", act="looking.help"),
    Command(
        "look_at_time",
        (),
        "以前的清单",
        "看清单在某天或某时的样子,只能查看,Esc 返回",
        "查看",
        act="history.look_at_time",
    ),
    Command(
        "open_card",
        (),
        "行卡片",
        "看一行的全部内容、出处和历史(在任务文字上按回车亦可)",
        "查看",
        panes=("matrix",),
        act="card.open_at_cursor",
    ),
    Command("undo", ("ctrl+z",), "撤销", "撤销上一次变更", "修改", changes=True, act="history.undo"),
    Command("redo", ("ctrl+y",), "重做", "重做刚撤销的变更", "修改", changes=True, act="history.redo"),
    Command(
        "standing_basis",
        (),
        "依据",
        "接下来的修改都写上这一依据和生效日期,改掉为止",
        "修改",
        changes=True,
        act="history.standing_basis",
    ),
    Command("copy", ("ctrl+c",), "复制", "复制光标所在的格", "修改", panes=("matrix",), act="cells.copy"),
    Command(
        "paste",
        ("ctrl+v",),
        "粘贴",
        "把复制的单位或领导粘贴到此格",
        "修改",
        panes=("matrix",),
        changes=True,
        act="cells.paste",
    ),
    Command(
        "fill_down",
        ("ctrl+d",),
        "向下填充",
        "把上一行同栏的内容填到此格",
        "修改",
        panes=("matrix",),
        changes=True,
        act="cells.fill_down",
    ),
    Command(
        "clear", ("delete",), "清除", "清空此格", "修改", panes=("matrix",), changes=True, act="cells.clear"
    ),
    Command(
        "new",
        ("ctrl+n", "insert"),
        "新增",
        "新增一行、一名人员或一个单位(看光标在何处)",
        "修改",
        panes=("matrix", "roster"),
        changes=True,
        act="records.new",
    ),
    Command(
        "new_item",
        ("ctrl+b",),
        "新增事项",
        "在本事项之后新增一个事项",
        "修改",
        panes=("matrix",),
        changes=True,
        act="records.new_item",
    ),
    Command(
        "delete",
        ("ctrl+r",),
        "删除",
        "删除光标所在的行、事项、人员或单位;在用的不能删",
        "修改",
        panes=("matrix", "roster"),
        changes=True,
        act="records.delete",
    ),
    Command(
        "move_up",
        ("ctrl+u", "ctrl+up"),
        "上移",
        "上移本行、名册中的人或单位;在事项栏上移整个事项",
        "修改",
        panes=("matrix", "roster"),
        changes=True,
        act="records.move_up",
    ),
    Command(
        "move_down",
        ("ctrl+l", "ctrl+down"),
        "下移",
        "下移本行、名册中的人或单位;在事项栏下移整个事项",
        "修改",
        panes=("matrix", "roster"),
        changes=True,
        act="records.move_down",
    ),
    Command("save", ("ctrl+s",), "保存", "修改随改随存;没有存上时,再试一次", "文件", act="file.save"),
    Command(
        "save_copy",
        (),
        "另存副本",
        "把整份清单(含历史)另存为新文件;只能查看时也可以用",
        "文件",
        act="file.save_copy",
    ),
    Command(
        "restore_backup",
        (),
        "恢复备份",
        "看有哪些备份、恢复会改变什么,回车恢复;可按 Ctrl+Z 撤销",
        "文件",
        changes=True,
        refusal="只能查看,不能恢复备份;要用备份里的内容,请直接打开那份备份。",
        act="file.restore_backup",
    ),
    Command(
        "reload",
        ("ctrl+e",),
        "重新读取",
        "只能查看的窗口:读入对方最新保存的内容;对方已关闭时改为可修改",
        "文件",
        act="file.reload",
    ),
    Command(
        "settle",
        ("space", "ctrl+k"),
        "分管",
        "在单位上定下由谁分管;在领导上作分工调整",
        "修改",
        panes=("roster",),
        changes=True,
        act="roster.settle_at_cursor",
    ),
    Command(
        "handover",
        (),
        "分工调整",
        "单位由一位领导移交另一位:先看各行改动,逐条答复,一次改完",
        "修改",
        changes=True,
        act="handover.hand_over",
    ),
    Command(
        "plans", (), "预定调整", "预定的分工调整:查看、到日子执行、取消", "修改", act="handover.show_plans"
    ),
    Command(
        "card",
        (),
        "查看",
        "看一个单位或一位领导:分管、牵头和责任的行、统称可能涉及的行;逐项修改",
        "查看",
        panes=("roster",),
        act="roster.open_at_cursor",
    ),
    Command(
        "rename_unit",
        (),
        "单位更名",
        "单位改名,各行和名册随之改动,历史和通知仍用旧名",
        "修改",
        panes=("roster",),
        changes=True,
        act="roster.rename_at_cursor",
    ),
    Command(
        "merge_units",
        (),
        "机构合并",
        "几个单位并入一个,先看各行改动",
        "修改",
        panes=("roster",),
        changes=True,
        act="roster.merge_at_cursor",
    ),
    Command(
        "split_unit",
        (),
        "机构拆分",
        "一个单位分为几个,逐行答复由谁承接",
        "修改",
        panes=("roster",),
        changes=True,
        act="roster.split_at_cursor",
    ),
    Command(
        "replace_person",
        (),
        "人员接替",
        "一人接替另一人:名册、负责的单位和分管的各行一次交接",
        "修改",
        panes=("roster",),
        changes=True,
        act="roster.replace_at_cursor",
    ),
    Command(
        "swap",
        (),
        "牵责对调",
        "本行(或合并的几行)的牵头单位与责任单位对调,分管领导随单位走",
        "修改",
        panes=("matrix",),
        changes=True,
        act="portfolio.swap",
    ),
    Command(
        "import_notice",
        (),
        "导入通知",
        "读一份通知:与本清单逐处比较后采用,或作为另一份清单存入本文件",
        "文件",
        changes=True,
        refusal="只能查看,不能导入通知。",
        act="importing.import_notice",
    ),
    Command(
        "switch_list", (), "切换清单", "本文件有几份清单时,换一份来看", "文件", act="importing.switch_list"
    ),
    Command("open_list", ("ctrl+o",), "打开", "关闭本清单,打开或新建另一份", "文件", act="file.open_another"),
    Command("leave", ("ctrl+q",), "退出", "保存并退出", "文件", act="file.leave"),
)


_BY_ID = {command.id: command for command in COMMANDS}


def by_id(command_id: str) -> Command:
    """Return the command of an id."""
    return _BY_ID[command_id]


def in_pane(pane: Pane | None) -> Iterable[Command]:
    """The commands that can be used in a pane."""
    return (command for command in COMMANDS if pane is None or pane in command.panes)
