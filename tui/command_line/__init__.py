"""The commands: each a module with `parser` and `run`, imported when it is used.

They may import `tui.paper`, the store and each other; never the screen.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.command_line.parser import Parser
    from tui.command_line.words import Options


class Subcommand(NamedTuple):
    """A command: its name, what it does, the module that does it, and whether it changes a list."""

    name: str
    help: str
    module: str
    changes: bool = False
    """Whether the list is another afterwards; a print is recorded in it, and changes no row."""

    def parser(self) -> "Parser":
        """Return what may stand after it."""
        parser: Parser = import_module(f"tui.command_line.{self.module}").parser(self.name)
        return parser

    def run(self, options: "Options") -> None:
        """Do it; Refused where it cannot be done."""
        import_module(f"tui.command_line.{self.module}").run(options)


GROUPS: Mapping[str, tuple[Subcommand, ...]] = {
    "通知和清单": (
        Subcommand("read", "读一份通知，显示读出的内容，不保存", "read"),
        Subcommand("import", "把通知导入为新的清单文件", "importing", changes=True),
        Subcommand("show", "查看清单的任务、名册、要点、单位、分管、变更", "show"),
        Subcommand("next-year", "据本清单建下年的清单，存为新文件", "next_year"),
    ),
    "责任和时限": (
        Subcommand("assign", "改牵头单位、责任单位、分管领导", "assign", changes=True),
        Subcommand("set", "改一行的完成时限、到期日、内容、备注", "setting", changes=True),
        Subcommand("settle", "定下一个单位的分管领导", "settle", changes=True),
        Subcommand("handover", "分工调整：单位由一位领导移交另一位，各行随之改动", "handover", changes=True),
        Subcommand("plans", "预定的分工调整：查看、执行、取消", "plans", changes=True),
        Subcommand("punctuation", "标点规范：汉字旁的半角标点改为全角", "punctuation", changes=True),
    ),
    "核对和待定": (
        Subcommand("check", "核对清单，列出错误、提醒和说明", "check"),
        Subcommand("accept", "认可一条核对结果，或收回认可", "accept", changes=True),
        Subcommand("questions", "列出待定的问题", "questions"),
    ),
    "单位和人员": (
        Subcommand("unit", "改一个单位的简称、负责人、日期、次序，或定统称所含的单位", "unit", changes=True),
        Subcommand("rename-unit", "单位更名，各行、名册随之改动", "rename_unit", changes=True),
        Subcommand("merge-units", "机构合并：几个单位并入一个", "merge_units", changes=True),
        Subcommand("split-unit", "机构拆分：一个单位分为几个，各行逐一答复", "split_unit", changes=True),
        Subcommand("person", "改名册中一个人的姓名、职务、日期、排名", "person", changes=True),
        Subcommand(
            "replace-person", "人员接替：名册、负责的单位和分管的各行一次交接", "replace_person", changes=True
        ),
    ),
    "台账：时限和进展": (
        Subcommand("today", "今日要办：逾期、临近、未报、待销号、催办未回", "today"),
        Subcommand("due", "列出各行的时限和状态", "due"),
        Subcommand("schedule", "报送安排：多久报一次、几日前报", "schedule", changes=True),
        Subcommand("measure", "指标和目标值，可从目标文字中采用", "measure", changes=True),
        Subcommand("milestone", "一行的时间节点", "milestone", changes=True),
        Subcommand("report", "登记一个单位报来的进展", "report", changes=True),
        Subcommand("send-back", "退回一份进展，重报以前按未报计", "send_back", changes=True),
        Subcommand("reports", "列出应报的进展：按时、迟报、未报、待报", "reports"),
        Subcommand("forms", "报送表：按单位发出，收回后登记，看谁还没有报回", "forms", changes=True),
        Subcommand("lights", "看或改亮灯办法和临期天数", "lights", changes=True),
        Subcommand("year", "看或定清单的年份", "year", changes=True),
    ),
    "台账：销号和调整": (
        Subcommand("close", "销号：完成情况、批准人、批准日期；没有批准人的为待销号", "close", changes=True),
        Subcommand("reopen", "恢复已销号的行，或退回销号申请", "close", changes=True),
        Subcommand("defer", "延期：定新的时限，原时限留在记录里", "adjusting", changes=True),
        Subcommand("alter", "变更：记下任务变更了什么，可改时限", "adjusting", changes=True),
        Subcommand("suspend", "中止：暂停办理", "adjusting", changes=True),
        Subcommand("resume", "恢复：已中止、已取消的恢复办理", "adjusting", changes=True),
        Subcommand("cancel", "取消：不再办理", "adjusting", changes=True),
    ),
    "台账：催办、统计、考核": (
        Subcommand("remind", "给一个单位发催办单、督办单，或登记电话催办", "remind", changes=True),
        Subcommand("answer", "登记单位对一份催办的回复", "answering", changes=True),
        Subcommand("reminders", "催办登记：发过哪些，是否回复", "reminders", changes=True),
        Subcommand("stats", "统计：各状态、单位、领导、事项有多少行，合计相符", "stats"),
        Subcommand("bulletin", "一期进展的通报稿：逾期、落后、未报、销号、问题", "bulletin"),
        Subcommand("score", "按考核规则给各单位打分，或定规则", "score", changes=True),
    ),
    "打印": (
        Subcommand("print", "把清单打印成文件", "printing"),
        Subcommand("template", "打印模板：本单位的标题、正文、签字人等文字和版面", "template", changes=True),
    ),
    "几台电脑之间": (
        Subcommand(
            "exchange", "与另一台电脑用 U 盘交换变更：导出、并入、看有哪些电脑", "exchange", changes=True
        ),
        Subcommand("conflicts", "列出并入后两边改得不一样的各处", "conflicts"),
        Subcommand("decide", "定夺一处不一致：取一方的值，或写另外的值", "decide", changes=True),
        Subcommand("merge-alike", "两处新增的相同内容合并为一处", "merge_alike", changes=True),
    ),
    "撤销和备份": (
        Subcommand("undo", "撤销上一次变更", "undo", changes=True),
        Subcommand("redo", "重做刚撤销的变更", "undo", changes=True),
        Subcommand("copy", "把整份清单另存为新文件", "copying"),
        Subcommand("backups", "列出清单的备份", "backups"),
        Subcommand("restore", "恢复到一份备份", "backups", changes=True),
    ),
    "文件和本机": (
        Subcommand("verify", "核对清单文件和历史是否完整", "wholeness"),
        Subcommand("adopt", "清单被别的程序改写过时，采用或放弃那些改动", "adopt", changes=True),
        Subcommand("repair", "清单损坏时，查看和恢复备份等", "wholeness"),
        Subcommand("self-check", "自检：程序文件是否完整，在本机能否读、改、印", "self_check"),
        Subcommand("ruler", "屏幕上的列对不齐时，量一量终端的符号几格宽", "ruler"),
    ),
}
"""The commands as the help lists them, by what they are about."""

COMMANDS = {command.name: command for group in GROUPS.values() for command in group}
"""Each by its name."""
