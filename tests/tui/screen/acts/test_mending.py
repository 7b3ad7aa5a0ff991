"""Mending a finding (F2 in 核对): each opens what changes what is wrong, where it is."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.portfolio.standings import standings
from store.records.notice import WorkPoint
from tests.keys import CTRL, ENTER, F2, F5, UP
from tests.tui.screen.pilot import ESC, opened, row

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])


@PACED
async def test_a_row_without_a_deadline_is_given_one_and_its_card_comes_back(
    sample: Path, paced: bool
) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C16" + F2 + "6月底前" + ENTER, paced=paced)
        await desk.wait_for("完成时限:6月底前")
        assert row(await desk.saved(2), "1").deadline == "6月底前"
        await desk.type(ESC)
        await desk.wait_for("核对 28 提醒")


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
        await desk.wait_for("3.4 牵头单位")


@PACED
async def test_body_against_annex_takes_the_annex(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C20 五" + F2, paced=paced)
        await desk.wait_for("通知第 15 行")
        await desk.wait_for("通知第 67 行")
        await desk.wait_for("【")
        await desk.type(UP * 2 + ENTER, paced=paced)
        file = await desk.saved(2)
        assert file.history[-1].title.startswith("正文改从清单:加快科技诚信体系建设")
        point = file.tasks.get(WorkPoint, file.tasks.items[4].work_point or "")
        assert point.text.startswith("印发《市科技局")
        await desk.type(CTRL("z"))
        await desk.saved(3)


async def test_a_body_is_not_shared_out_over_several_rows(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F5 + "C20 三、" + F2)
        await desk.wait_for("4 行合看")
        await desk.type(UP + ENTER)
        await desk.wait_for("这一事项有 4 行,程序分不清")
        await desk.type(ESC)
        await desk.wait_gone("4 行合看")
        assert len(desk.titles()) == 1
