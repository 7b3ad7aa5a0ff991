"""The commands that set the ledger (台账) up: what is reported when, targets of rows, lights."""

from tui.screen.commands.command import Command

ON_LEDGER_SETUP = (
    Command(
        "schedules",
        (),
        "报送安排",
        "各单位多久报一次进展、几日前报、谁报：新增、改、删除",
        "台账",
        changes=True,
        act="schedules.show",
    ),
    Command(
        "measures",
        (),
        "目标",
        "本行的目标值：从任务文字读出后逐个选用，或自己写；选了几行的，看各行读出的",
        "台账",
        panes=("matrix", "ledger", "crossing"),
        changes=True,
        act="measures.measures",
    ),
    Command(
        "milestones",
        (),
        "时间节点",
        "本行分几步、每步到哪天：新增、改、删除；序时进度照此算",
        "台账",
        panes=("matrix", "ledger", "crossing"),
        changes=True,
        act="measures.milestones",
    ),
    Command(
        "warn_days",
        (),
        "预警天数",
        "到期前几天起为临期，平常 7 天；随清单保存",
        "台账",
        changes=True,
        act="ledger_rules.warn_days",
    ),
    Command(
        "at_once_days",
        (),
        "立即办理的天数",
        "完成时限写“立即”的，印发后几天算到期",
        "台账",
        changes=True,
        act="ledger_rules.at_once_days",
    ),
    Command(
        "list_year",
        (),
        "清单年份",
        "名称和成文日期看不出年份的清单是哪一年的，时限照此算日子",
        "台账",
        changes=True,
        act="ledger_rules.year",
    ),
    Command(
        "lights",
        (),
        "亮灯规则",
        "落后、逾期、临期各亮什么灯：改一盏灯的名称、标志、颜色、条件，或改用现成的办法",
        "台账",
        changes=True,
        act="ledger_rules.lights",
    ),
)
"""The commands on the rules of the ledger."""
