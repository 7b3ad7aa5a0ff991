"""What the card of a row says of the ledger."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.closing import Adjustment, Closing
from tests.keys import DOWN, ENTER, F8, HOME, RIGHT
from tests.tui.screen.ledger_list import at_ledger, make_ledger
from tests.tui.screen.pilot import ESC, opened


async def test_the_card_says_how_a_row_stands_and_each_units_last_word(sample: Path) -> None:
    make_ledger(sample)
    with TaskFile.open(sample) as file:
        (row,) = file.tasks.rows_named("3.4")
        facts = (
            Adjustment("a", row, "deferral", "2021-09-30", "2021-12-31", "等批复", days_late=3),
            Closing("c", row, result="窗口已验收", evidence=("验收单",), asked_on="2021-10-19"),
        )
        file.commit(Change("延期", tuple(map(created, facts))))
    async with at_ledger(sample) as desk:
        await desk.type(F8 + DOWN + HOME + ENTER)
        assert desk.sees(r"台账 +临期·落后 \d+\.\d +时限 2021-10-24，剩 4 天") or desk.sees("剩 4 天")
        assert desk.sees("众创孵化机构 18/40家")
        assert desk.sees("平台处（牵头）  2021年9月  推进中  2021-09-24 收到")
        assert desk.sees("新认定三家机构。") and desk.sees("问题：用地紧张") and desk.sees("下一步：组织评审")
        await desk.type(ESC + DOWN * 4 + ENTER)
        assert desk.sees("法制处（牵头）  2021年9月") and desk.sees("报送：王小明")
        assert desk.sees("转化中心（牵头）  2021年9月") and desk.sees("（责任）  还没有报过进展")
        assert desk.sees("延期  2021-09-30 → 2021-12-31，等批复，逾期 3 天后提出")
        assert desk.sees("销号  待批准") and desk.sees("窗口已验收") and desk.sees("验收单")


async def test_the_card_of_a_list_without_a_ledger_says_none_of_it(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(HOME + RIGHT + ENTER)
        assert desk.title.startswith("第 1 行") and not desk.sees("台账")
