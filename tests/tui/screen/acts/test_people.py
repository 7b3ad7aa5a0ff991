"""People at the roster: the card and its fields, the group's office, one following another."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.file.task_file import TaskFile
from tests.keys import CTRL, DOWN, ENTER, F2, F3, F10
from tests.tui.screen.pilot import ESC, lead, opened, participant

PACED = pytest.mark.parametrize("paced", [False, True], ids=["burst", "paced"])
CLEAR = CTRL("u")
TO_HU = F3 + "胡军" + ENTER


def roster(file: TaskFile) -> list[str]:
    return [file.tasks.person_name(entry.person) for entry in file.tasks.roster]


async def test_the_fields_of_a_card_are_edited_one_by_one(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "黄静" + ENTER + F2 + ENTER + CLEAR + "二级调研员" + ENTER)
        await desk.saved(2)
        await desk.type(F2 + DOWN + ENTER + CLEAR + ENTER)
        await desk.wait_for("姓名不能为空")
        await desk.type("黄静文" + ENTER)
        await desk.saved(3)
        await desk.type(F2 + DOWN * 3 + ENTER + "cgzhc" + ENTER)
        await desk.saved(4)
        await desk.type(F2 + DOWN * 4 + ENTER + "去年" + ENTER)
        await desk.wait_for("不是日期")
        await desk.type(CLEAR + "2020-03-01" + ENTER)
        tasks = (await desk.saved(5)).tasks
        entry = next(one for one in tasks.roster if tasks.person_name(one.person) == "黄静文")
        assert (entry.post, entry.entered_on) == ("二级调研员", "2020-03-01")
        assert entry.unit == one_unit_named(tasks, "成果转化处").key
        await desk.type(F2 + DOWN * 3 + ENTER + "不在单位" + ENTER)
        tasks = (await desk.saved(6)).tasks
        assert next(one for one in tasks.roster if one.key == entry.key).unit is None


async def test_where_a_person_is_reached_stands_on_his_card_and_is_found(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + ENTER + DOWN * 6 + ENTER + "65692100" + ENTER)
        await desk.saved(2)
        await desk.type(F2 + DOWN * 7 + ENTER + "3号楼 512 室" + ENTER)
        tasks = (await desk.saved(3)).tasks
        (person,) = tasks.people_named("胡军")
        assert (person.phone, person.office) == ("65692100", "3号楼 512 室")
        await desk.type(F3 + "512" + ENTER + F2)
        await desk.wait_for("电话 +65692100")
        assert desk.titles()[-1] == "“胡军”的办公地点：（空） → 3号楼 512 室"


async def test_one_whom_rows_name_cannot_just_leave(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + ENTER + DOWN * 5 + ENTER + "2021-06-01" + ENTER)
        await desk.wait_for("仍由胡军分管。请用“人员接替”")
        await desk.type(ESC + ENTER)
        assert len(desk.titles()) == 1


async def test_the_card_leads_to_rows_and_to_its_acts(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + ENTER + DOWN * 8 + ENTER)
        await desk.wait_for("人员接替：胡军由谁接替")
        await desk.type(ESC + ENTER + DOWN * 9 + ENTER)
        await desk.wait_for("分工调整：胡军移交给谁")
        await desk.type(ESC + ENTER + DOWN * 10 + ENTER)
        await desk.wait_gone("分管单位：")
        await desk.type(F2)
        await desk.wait_for("第 1 行牵头单位[^:]")


async def test_the_groups_office_is_edited(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F3 + "郭峰" + ENTER + DOWN + F2)
        await desk.wait_for("办公室所在单位 +政策法制与创新体系建设处")
        await desk.type(DOWN + ENTER + "ruancong" + ENTER)
        await desk.wait_for("办公室主任：王建平 → 阮聪")
        await desk.type(F2 + ENTER + "bgs" + ENTER)
        tasks = (await desk.saved(3)).tasks
        assert tasks.person_name(tasks.notice.group_office_director) == "阮聪"
        assert tasks.notice.group_office_unit == one_unit_named(tasks, "办公室").key
        await desk.type(F2 + ESC)
        await desk.wait_gone("办公室所在单位 +办公室")


# ---------------------------------------------------------------------- one after another


@PACED
async def test_a_new_person_follows(sample: Path, paced: bool) -> None:
    async with opened(sample) as desk:
        before = roster(desk.file)
        asked = F3 + "王建平" + ENTER + F10 + "人员接替" + ENTER + "新增" + ENTER + "李明" + ENTER
        await desk.type(asked + ENTER + ENTER + "任免通知" + ENTER, paced=paced)
        await desk.wait_for("没有一行要改动")
        await desk.wait_for("通知的办公室主任：王建平 → 李明")
        await desk.type(ENTER, paced=paced)
        file = await desk.saved(2)
        assert roster(file) == [name if name != "王建平" else "李明" for name in before]
        assert file.history[1].basis == "任免通知"
        left = [entry for entry in file.tasks.entries if entry.left_on]
        assert [file.tasks.person_name(entry.person) for entry in left] == ["王建平"]
        await desk.type(CTRL("z"), paced=paced)
        assert roster(await desk.saved(3)) == before


async def test_a_leader_hands_all_his_rows_to_one_of_the_list(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + F10 + "人员接替" + ENTER + "zhaofeng" + ENTER)
        await desk.wait_for("赵峰的职务")
        await desk.type(ENTER + ENTER + ENTER)
        await desk.wait_for("共 6 行")
        await desk.type(ENTER)
        file = await desk.saved(2)
        assert lead(file, "3.4") == ("法制处 转化中心", "徐涛 赵峰")
        assert participant(file, "4")[1] == "赵峰 刘红"


@pytest.mark.parametrize(
    "keys",
    [
        ESC,
        "新增" + ENTER + ESC,
        "新增" + ENTER + "钱进" + ENTER + ESC,
        "新增" + ENTER + "钱进" + ENTER + ENTER + ESC,
        "新增" + ENTER + "钱进" + ENTER * 4 + ESC,
    ],
    ids=["who", "name", "post", "day", "preview"],
)
async def test_a_replacement_is_left_at_each_step_without_a_change(sample: Path, keys: str) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + F10 + "人员接替" + ENTER + keys)
        await desk.wait_gone("Esc 取消|Esc 返回")
        assert len(desk.titles()) == 1


async def test_a_new_persons_name_is_not_empty(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(TO_HU + F10 + "人员接替" + ENTER + "新增" + ENTER + ENTER)
        await desk.wait_for("接替人的姓名不能为空")
        assert desk.sees("接替的人的姓名")
