"""Mending a finding (F2 in 核对): each opens what changes what is wrong, where it is."""

import shutil
from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.acts.units import new_unit
from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from store.records.changes import Change, updated
from store.records.notice import WorkPoint
from tests.keys import CTRL, DOWN, ENTER, F2, F5, TAB, UP
from tests.tui.screen.pilot import ESC, lead, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


@PACED
async def test_a_row_without_a_deadline_is_given_one_and_the_list_comes_back(
    sample: Path, paced: bool
) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C16" + F2 + "6月底前" + ENTER, paced=paced)
        assert row(await desk.saved(2), "1").deadline == "6月底前"
        await desk.wait_for("没有完成时限  C16 提醒 +8")
        assert desk.sees("0 错误 · 27 提醒 · 15 说明"), (
            "the column is there now, and each row without is told"
        )
        await desk.type(ESC)


@PACED
async def test_a_unit_without_a_leader_is_settled(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C08" + F2 + "赵峰" + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title == "定下企业中心由赵峰分管"
        unit = one_unit_named(file.tasks, "企业中心")
        assert standings(file.tasks)[unit.key].grade == "settled"


async def test_a_cell_is_mended_by_the_picker(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C02" + F2)
        await desk.wait_for("第 3.4 行牵头单位[^:]")


@PACED
async def test_body_against_annex_takes_the_annex(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C20五" + F2, paced=paced)
        await desk.wait_for("通知第 15 行")
        await desk.wait_for("通知第 67 行")
        await desk.wait_for("【")
        await desk.type(UP * 2 + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title.startswith("正文改从清单：加快科技诚信体系建设")
        point = file.tasks.get(WorkPoint, file.tasks.items[4].work_point or "")
        assert point.text.startswith("印发《市科技局")
        await desk.type(ESC + CTRL("z"))
        await desk.saved(3)


async def test_a_body_is_not_shared_out_over_several_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C20三、" + F2)
        await desk.wait_for("4 行合看")
        await desk.type(UP + ENTER)
        await desk.wait_for("这一事项有 4 行，程序分不清")
        await desk.type(ESC)
        await desk.wait_gone("4 行合看")
        assert len(desk.titles()) == 1


async def test_of_several_units_without_a_leader_one_is_chosen(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C08高新处" + F2)
        assert desk.title == "先定哪个单位的分管领导"
        await desk.type(ESC + F2 + "农社处" + ENTER)
        await desk.wait_for("农社处由谁分管")
        await desk.type("zhaofeng" + ENTER)
        assert (await desk.saved(2)).history[-1].title == "定下农社处由赵峰分管"


async def test_the_members_of_a_collective_are_set(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C10第5行" + F2)
        assert desk.title == "“相关处室单位”包括哪些单位"
        await desk.type(ESC + F2 + " " + ENTER)
        assert (await desk.saved(2)).history[-1].title.startswith("定下“相关处室单位”所含单位：")


async def test_a_collective_that_is_left_as_printed_is_said_to_be_decided(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + F5 + "相关处室单位" + ENTER + DOWN + ENTER)
        await desk.saved(2)
        await desk.type(ESC + F5 + TAB + "C10第5行" + F2)
        await desk.wait_for("“相关处室单位”的所含单位已定或已决定不列明")


async def test_what_is_so_in_the_source_is_said_to_be_looked_up(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C24" + F2)
        await desk.wait_for("这是通知原文的写法，请对照原件")
        await desk.type(ESC + F5 + "C22领导小组" + F2)
        await desk.wait_for("这是通知原文的写法，请对照原件")
        await desk.type(ESC + F2)
        assert desk.title == "通知的领导小组"


@pytest.mark.parametrize(
    ("finding", "opens"),
    [
        ("C14组织人事处", "组织人事处"),
        ("C15余文珠", "余文珠  "),
        ("C21总体要求", "工作要点 总体要求"),
        ("C25", "重点任务"),
    ],
    ids=["person", "unit", "work point", "row"],
)
async def test_a_record_is_opened_where_it_stands(sample: Path, finding: str, opens: str) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + finding + F2)
        assert opens in desk.title
        await desk.type(ESC)
        assert len(desk.titles()) == 1


@PACED
async def test_what_two_desks_added_alike_is_merged_or_left(sample: Path, paced: bool) -> None:
    other = Path(shutil.copy(sample, sample.with_name("对方.json")))
    with TaskFile.open(sample) as here, TaskFile.open(other) as there:
        for file in (here, there):
            file.commit(new_unit(file.tasks, "宣传处")[0])
        here.take_in(there.history.docs, "2027-03-03T08:00:00+08:00", "对方")
    async with opened(sample) as desk:
        await desk.type(F5 + "C32" + F2, paced=paced)
        await desk.wait_for("两处新增的单位“宣传处”")
        await desk.type(DOWN + ENTER, paced=paced)
        await desk.type(ESC + F5 + "C32" + F2 + ENTER, paced=paced)
        file = await desk.saved(4)
        assert file.history[-1].title == "合并两处新增的相同内容：单位“宣传处”"
        assert [unit.full_name for unit in file.tasks.units].count("宣传处") == 1


async def test_the_unit_that_took_over_is_offered_where_a_row_names_the_one_that_is_no_more(
    sample: Path,
) -> None:
    with TaskFile.open(sample) as file:
        old = next(unit for unit in file.tasks.units if "平台处" in unit.aliases)
        heir = next(unit for unit in file.tasks.units if "合作处" in unit.aliases)
        edits = updated(old, valid_until="2021-06-01", successors=(heir.key,))
        file.commit(Change("并入", tuple(edits)))
    async with opened(sample) as desk:
        await desk.type(F5 + "C10" + F2)
        await desk.wait_for("合作处")
        await desk.type(ENTER)
        await desk.saved(3)
        assert lead(desk.file, "2")[0] == "合作处"
