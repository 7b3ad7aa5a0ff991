"""The findings (核对) on the screen: the count over the rows, going there, mending, accepting."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.records.kept import Acceptance
from tests.keys import CTRL, DELETE, DOWN, ENTER, F2, F5, F6, LEFT, RIGHT, TAB, UP
from tests.tui.screen.pilot import ESC, NARROW, Clerk, opened, row

COUNTED = r"核对 18 提醒(?! \d)"


def acceptances(file: TaskFile) -> list[Acceptance]:
    return [file.tasks.get(Acceptance, key) for key in file.tasks.keys_of(Acceptance)]


async def accepted(desk: Clerk, changes: int) -> list[tuple[str, str]]:
    return [(one.code, one.reason) for one in acceptances(await desk.saved(changes))]


async def test_the_count_follows_every_change(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.wait_for(COUNTED)
        await desk.type(DELETE)
        await desk.wait_for("核对 1 错误 18 提醒")
        await desk.type(CTRL("z"))
        await desk.wait_for(COUNTED)


async def test_the_list_is_complete_before_the_first_look_is(sample: Path) -> None:
    async with opened(sample, size=NARROW) as desk:
        await desk.type(F5)
        await desk.wait_for("核对 .*0 错误 · 18 提醒 · 16 说明 · 3 待定")
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
        await desk.wait_for("核对 .*0 错误")
        await desk.wait_for("牵头单位不止一个  C02 提醒 +1")
        assert len(desk.titles()) == 1


async def test_accepted_ones_are_shown_behind_a_key_and_taken_back_there(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + CTRL("k") + "局长同意" + ENTER)
        await desk.wait_for("已认可 1")
        await desk.wait_for("没有符合的")
        await desk.type(TAB)
        await desk.wait_for(r"第 3.4 行  C02 [^\n]*\n[^\n]*已认可：局长同意")
        await desk.wait_for("Tab 隐已认可")
        await desk.type(CTRL("k"))
        await desk.wait_gone("▾ 已认可")
        assert await accepted(desk, 3) == []


async def test_f5_turns_to_the_questions_and_back(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + F5)
        await desk.wait_for(r"待定 +\d+ 个问题")
        await desk.type(F5)
        await desk.wait_for("核对 .*0 错误 · 18 提醒")
        await desk.type(F5 + ESC)
        await desk.wait_gone("F5 核对  ←")


async def test_a_doubt_among_the_findings_is_gone_to_or_answered(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type("gxc" + ENTER)
        await desk.saved(2)
        await desk.type(F5 + "高新处的分管领导未定" + ENTER)
        await desk.wait_gone("F5 待定  Tab")
        await desk.type(F5 + "高新处的分管领导未定" + F2)
        await desk.wait_for("照原样，不再问")
        await desk.type("照原样" + ENTER)
        await desk.wait_for(r"待定 +\d+ 个问题")
        assert ("Q03", "照原样，不再问") in await accepted(desk, 3)


async def test_what_is_looked_at_only_is_gone_to_and_not_accepted(sample: Path) -> None:
    with TaskFile.open(sample):
        async with opened(sample, read_only=True) as desk:
            await desk.type(F5 + "C02" + CTRL("k"))
            await desk.wait_for("只能查看")
            assert not desk.sees("认可 C02 的理由")
            await desk.type(ESC + F5 + "C02" + ENTER)
            await desk.wait_gone("F5 待定  Tab")


async def test_a_count_of_a_list_read_anew(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.wait_for(COUNTED)
        await desk.type(F5 + DOWN * 2 + ESC + F6 + F6)
        await desk.wait_for(COUNTED)
        assert row(desk.file, "1").deadline is None


async def test_one_reason_accepts_a_rule_or_what_is_marked(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C08" + UP + CTRL("k"))
        assert desk.title == "认可 C08 5 条的理由"
        await desk.type("原文如此" + ENTER)
        assert await accepted(desk, 2) == [("C08", "原文如此")] * 5
        await desk.wait_for("核对 .*0 错误 · 13 提醒 · 16 说明 · 3 待定")
        await desk.type(ESC + F5 + "C20" + " " + DOWN * 2 + " " + CTRL("k") + "局长同意" + ENTER)
        assert [code for code, _ in await accepted(desk, 3)].count("C20") == 2
        await desk.wait_for("核对 .*0 错误 · 11 提醒")
        await desk.type(ESC + CTRL("z"))
        assert len(await accepted(desk, 4)) == 5, "one reason is one change"


async def test_what_the_notice_cannot_help_is_one_line_and_accepted_as_one(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C16")
        assert desk.sees("没有完成时限  C16 说明 +1") and desk.sees("全部 9 行  没有完成时限")
        await desk.type(CTRL("k") + "通知没有时限" + ENTER)
        assert await accepted(desk, 2) == [("C16", "通知没有时限")] * 9
        await desk.wait_for("15 说明 · 3 待定")
        await desk.wait_for("✓ 已认可 1  通知没有时限")


async def test_mending_goes_on_to_the_next_with_the_filter_kept(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C09" + F2 + ESC + F2)
        assert desk.sees("第 6 行牵头单位的分管领导"), "the first was left as it is"
        await desk.type(ESC)
        assert desk.sees("分管领导是统称  C09 提醒 +2")


async def test_groups_open_and_close(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5)
        assert desk.sees("▸ 单位与领导对应不上  C08 提醒 +5") and not desk.sees("4 个单位与 3 位领导")
        await desk.type(DOWN * 9 + RIGHT)
        assert desk.sees("▾ 单位与领导对应不上") and desk.sees("第 3.1 行  4 个单位与 3 位领导")
        await desk.type(DOWN + LEFT)
        assert desk.sees("▸ 单位与领导对应不上")
