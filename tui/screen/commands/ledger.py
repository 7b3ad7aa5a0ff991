"""The commands of the ledger (台账)."""

from tui.screen.commands.command import Command

ON_LEDGER = (
    Command(
        "period_back",
        ("left_square_bracket", "left_black_lenticular_bracket"),
        "上一期",
        "台账看上一个报送期",
        "台账",
        panes=("ledger",),
        act="ledger.period_back",
    ),
    Command(
        "period_on",
        ("right_square_bracket", "right_black_lenticular_bracket"),
        "下一期",
        "台账看下一个报送期",
        "台账",
        panes=("ledger",),
        act="ledger.period_on",
    ),
    Command(
        "period",
        (),
        "看哪一期",
        "台账看另一个报送期，写月份、季度、半年、年或周",
        "台账",
        panes=("ledger",),
        act="ledger.go_to_period",
    ),
    Command(
        "report",
        (),
        "登记进展",
        "登记本行或所选各行一期的进展，几行可写同一段文字；在台账里直接输入即写",
        "台账",
        panes=("matrix", "ledger", "crossing"),
        changes=True,
        act="ledger.report",
    ),
    Command(
        "send_back",
        (),
        "退回",
        "写明原因退回本行这一期已报的进展，等其重报（登记时按 Ctrl+R 亦可）",
        "台账",
        panes=("matrix", "ledger", "crossing"),
        changes=True,
        act="ledger.send_back",
    ),
)
