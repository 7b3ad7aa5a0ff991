"""A word for owners and a role of the roster, put right for a whole notice and for those to come."""

from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.machine.settings import load_settings
from tests.keys import BACKSPACE, CTRL, DELETE, DOWN, ENTER, F2, F3, F10
from tests.tui.screen.pilot import ESC, Hands, lead
from tui.screen.app import YaodianApp

GUIDED = """关于做好河湖工作的通知
各区水务局:
一、清河
1.清理河道。(指导部门:市水务局;配合单位:市财政局)
2.巡查。(指导部门:市农业局)
3.建立台账。(责任单位:市档案局)
领导小组名单
组长:高山 市水务局局长
成员:林海 市财政局局长
石川 市农业局局长
"""


@pytest.fixture
def guided(home: Path) -> Path:
    """Three points, two of which have their owners under a word whose side nobody knows."""
    path = home / "清河.txt"
    path.write_text(GUIDED, encoding="utf-8")
    return path


def app_reading(notice: Path) -> YaodianApp:
    return YaodianApp(wanted=notice)


@pytest.mark.parametrize("paced", [False, True])
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_word_of_unknown_side_is_read_otherwise_for_the_whole_notice(
    guided: Path, size: tuple[int, int], *, paced: bool
) -> None:
    app = app_reading(guided)
    async with app.run_test(size=size):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F3, paced=paced)
        assert clerk.sees("指导部门 +→ 不明 +2 处") and clerk.sees("Enter 改读法")
        await clerk.type(ENTER + "牵头" + ENTER, paced=paced)
        await clerk.wait_for("“指导部门”读作牵头，2 行随之改变")
        assert clerk.sees("指导部门 +→ 牵头 +2 处")
        await clerk.type(CTRL("z"), paced=paced)
        assert clerk.sees("指导部门 +→ 不明 +2 处") and clerk.sees("已撤回")
        await clerk.type(ENTER + "牵头" + ENTER, paced=paced)
        await clerk.wait_for("2 行随之改变")
        await clerk.type(DOWN * 3 + ENTER, paced=paced)
        await clerk.wait_for("1 事项 3 任务")
        await clerk.type(CTRL("q"))
    made = TaskFile.open(guided.with_suffix(".json"), read_only=True)
    assert (lead(made, "1.1")[0], lead(made, "1.2")[0], lead(made, "1.3")[0]) == ("市水务局", "市农业局", "")


async def test_what_was_put_right_stays_when_a_word_is_read_otherwise(guided: Path) -> None:
    app = app_reading(guided)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F3 + DOWN * 5 + F2 + "责任单位" + ENTER + "、县审计局" + ENTER + ENTER)
        assert clerk.sees("责任 市档案局 县审计局")
        await clerk.type(F3 * 2 + ENTER + "牵头" + ENTER)
        await clerk.wait_for("2 行随之改变")
        assert clerk.sees("责任 市档案局 县审计局") and clerk.sees("牵头 市水务局")


async def test_a_word_that_is_kept_holds_for_the_next_notice_until_it_is_taken_out(guided: Path) -> None:
    app = app_reading(guided)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F3 + ENTER + "牵头" + ENTER)
        await clerk.wait_for("2 行随之改变")
        await clerk.type(ENTER + "记住" + ENTER)
        await clerk.wait_for("已记住：以后的通知中“指导部门”读作牵头")
    assert load_settings().words == {"指导部门": "lead"}
    app = app_reading(guided)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("按记住的本局写法：“指导部门”读作牵头")
        assert clerk.sees("指导部门 +→ 牵头 +2 处") and clerk.sees("待定 1 处")
        await clerk.type(ESC)
        await clerk.wait_for("打开示例")
        await clerk.type(F10 + "设置" + ENTER)
        await clerk.wait_for("输入汉字")
        await clerk.type("指导部门")
        await clerk.wait_for("指导部门 +牵头")
        await clerk.type(DELETE)
        await clerk.wait_for("按通常的读法")
    assert load_settings().words == {}


async def test_a_word_that_stands_for_nobody_can_be_read_as_before(guided: Path) -> None:
    app = app_reading(guided)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F3 + ENTER + "不是" + ENTER)
        await clerk.wait_for("指导部门 +→ 不是责任单位")
        await clerk.type(DOWN + ENTER)
        assert clerk.title.startswith("“责任单位”")
        await clerk.type(ESC + DOWN + ENTER)
        await clerk.type("按通常" + ENTER)
        await clerk.wait_for("指导部门 +→ 不明 +2 处")


async def test_a_word_is_read_otherwise_from_a_row_that_was_read_by_it(guided: Path) -> None:
    app = app_reading(guided)
    async with app.run_test(size=(80, 24)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F3 * 2 + F2 + "指导部门" + ENTER)
        assert clerk.title == "“指导部门”读作哪一方（整份通知一并改）"
        await clerk.type("牵头" + ENTER)
        await clerk.wait_for("“指导部门”读作牵头，2 行随之改变")
        assert clerk.sees("牵头 市水务局")


async def test_a_role_is_changed_for_all_who_stand_under_it(guided: Path) -> None:
    app = app_reading(guided)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(DOWN * 12)
        assert clerk.sees("Enter 改角色")
        await clerk.type(ENTER)
        assert clerk.title.startswith("角色“成员”改为（2 人）")
        await clerk.type(BACKSPACE * 2 + "组员" + ENTER)
        assert clerk.sees("2 人的角色改为“组员”") and clerk.sees("组员 +2 人")
        await clerk.type(CTRL("z"))
        assert clerk.sees("成员 +2 人") and not clerk.sees("组员")
