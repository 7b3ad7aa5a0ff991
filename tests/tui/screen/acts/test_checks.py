"""The findings (核对) on the screen: the count over the rows, going there, mending, accepting."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.records.kept import Acceptance
from tests.keys import CTRL, DELETE, DOWN, ENTER, F2, F5, F6, TAB
from tests.tui.screen.pilot import ESC, NARROW, Clerk, opened, row

COUNTED = "核对 29 提醒 2[01] 说明"


def acceptances(file: TaskFile) -> list[Acceptance]:
    return [file.tasks.get(Acceptance, key) for key in file.tasks.keys_of(Acceptance)]


async def accepted(desk: Clerk, changes: int) -> list[tuple[str, str]]:
    return [(one.code, one.reason) for one in acceptances(await desk.saved(changes))]


async def test_the_count_follows_every_change(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.wait_for(COUNTED)
        await desk.type(DELETE)
        await desk.wait_for("核对 1 错误 29 提醒")
        await desk.type(CTRL("z"))
        await desk.wait_for(COUNTED)


async def test_the_list_is_complete_before_the_first_look_is(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type(F5)
        await desk.wait_for("核对:错误 0 提醒 29 说明 2")
        await desk.wait_for("F5 待定")
        await desk.type("没有这样的话")
        await desk.wait_for("没有符合的")
        await desk.type(ENTER + ESC)
        await desk.wait_gone("F5 待定")


async def test_enter_goes_to_the_cell(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + ENTER + F2)
        await desk.wait_for("第 3.4 行牵头单位[^:]")


async def test_accepting_with_a_reason_counts_apart_and_is_undone(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + CTRL("k") + ENTER)
        await desk.wait_for("请写明认可的理由")
        assert len(desk.titles()) == 1
        await desk.type("局长同意" + ENTER)
        await desk.wait_for("已认可 1")
        assert await accepted(desk, 2) == [("C02", "局长同意")]
        await desk.type(ESC + CTRL("z"))
        assert await accepted(desk, 3) == []


async def test_a_reason_that_is_left_leads_back_to_the_list(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + CTRL("k"))
        assert desk.title == "认可 C02 的理由"
        await desk.type(ESC)
        await desk.wait_for("核对:错误 0")
        await desk.wait_for("C02  第 3.4 行")
        assert len(desk.titles()) == 1


async def test_accepted_ones_are_shown_behind_a_key_and_taken_back_there(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + CTRL("k") + "局长同意" + ENTER)
        await desk.wait_for("已认可 1")
        await desk.wait_for("没有符合的")
        await desk.type(TAB)
        await desk.wait_for(r"C02  第 3.4 行[^\n]*\n[^\n]*已认可:局长同意")
        await desk.wait_for("Tab 隐去已认可")
        await desk.type(CTRL("k"))
        await desk.wait_for("已认可 0")
        assert await accepted(desk, 3) == []


async def test_f5_turns_to_the_questions_and_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + F5)
        await desk.wait_for(r"待定:\d+ 个问题")
        await desk.type(F5)
        await desk.wait_for("核对:错误 0 提醒 29")
        await desk.type(F5 + ESC)
        await desk.wait_gone("F5 核对 · Esc")


async def test_a_doubt_among_the_findings_is_gone_to_or_answered(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.saved(2)
        await desk.type(F5 + "高新处的分管领导未定" + ENTER)
        await desk.wait_gone("F5 待定 · Esc")
        await desk.type(F5 + "高新处的分管领导未定" + F2)
        await desk.wait_for("照原样,不再问")
        await desk.type("照原样" + ENTER)
        await desk.wait_for(r"待定:\d+ 个问题")
        assert ("Q03", "照原样,不再问") in await accepted(desk, 3)


async def test_what_is_looked_at_only_is_gone_to_and_not_accepted(sample: Path) -> None:
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as desk:
            await desk.type(F5 + "C02" + CTRL("k"))
            await desk.wait_for("只能查看")
            assert not desk.sees("认可 C02 的理由")
            await desk.type(ESC + F5 + "C02" + ENTER)
            await desk.wait_gone("F5 待定 · Esc")


async def test_a_count_of_a_list_read_anew(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.wait_for(COUNTED)
        await desk.type(F5 + DOWN * 2 + ESC + F6 + F6)
        await desk.wait_for(COUNTED)
        assert row(desk.file, "1").deadline is None
