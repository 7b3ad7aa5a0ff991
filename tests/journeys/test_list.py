"""Reading, finding, editing and printing a list at the keyboard."""

import zipfile
from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from tests.journeys.conftest import PACED, Launch, Saved, Start
from tests.journeys.hands import ready
from tests.keys import (
    CTRL,
    CTRL_UP,
    DOWN,
    ENTER,
    ESC,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    LEFT,
    RIGHT,
    UP,
    paste,
)


def test_keys_typed_before_the_first_frame_find_the_panes_beside_the_list(
    launch: Launch, sample: Path
) -> None:
    terminal = launch(sample)
    terminal.write(F6 + ENTER)
    terminal.wait_for("通知的领导小组")


def test_first_start_opens_the_sample_with_enter(start: Start, home: Path) -> None:
    terminal = start()
    terminal.wait_for("打开示例")
    terminal.write(ENTER)
    ready(terminal)
    for fact in (
        "发文机关 武汉市科学技术局",
        "成文日期 2021-03-31",
        "名册 +24 人 15 个单位",
        r"\(三\)推进高效办成一件事",
    ):
        terminal.wait_for(fact)
    assert len(Saved(home / "Documents" / "示例.json").file.tasks.task_keys) == 9
    terminal.write(CTRL("q"))
    assert terminal.exit_code() == 0
    again = start()
    again.wait_for("最近")
    again.wait_for("市科技局2021年深化“放管服”改革优化营商环境重点任务清单 +今天 [0-9:]+$")
    again.write(ENTER)
    ready(again)
    assert not (home / "Documents" / "示例 2.json").exists()


def test_a_notice_is_previewed_then_imported_beside_it(start: Start, home: Path) -> None:
    notice = home / "通知.txt"
    notice.write_bytes(sample_notice().replace("二、建设".encode(), "此段无处可归。\n二、建设".encode(), 1))
    terminal = start(notice)
    terminal.wait_for("重点任务 6 事项 9 行")
    terminal.wait_for("名册 24 人 15 个单位")
    terminal.write(ESC)
    terminal.wait_for("打开示例")
    terminal.write(ESC)
    assert terminal.exit_code() == 0
    assert not list(home.glob("*.json*"))
    terminal = start(notice)
    terminal.wait_for("Enter 导入")
    terminal.write(ENTER)
    ready(terminal)
    assert Saved(home / "通知.json").file.tasks.notice.issued_on == "2021-03-31"


def test_a_list_is_made_from_nothing(start: Start, home: Path) -> None:
    terminal = start()
    terminal.wait_for("打开示例")
    terminal.write(DOWN * 3 + ENTER + "年度清单" + ENTER)
    terminal.wait_for("0 事项 0 任务")
    terminal.write(CTRL("n") + "一、办好实事" + ENTER)
    terminal.wait_for("1 事项 1 任务")
    terminal.write(F2 + "修一座桥。" + CTRL("s"))
    terminal.wait_for("变更 3 .*已保存")
    terminal.wait_for("修一座桥。 ")
    saved = Saved(home / "Documents" / "年度清单.json")
    assert saved.row("1").text == "修一座桥。"


def test_panes_are_linked(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN)
    terminal.wait_for(r"› +\(二\)建设高质量孵化载体")
    terminal.write(F6)
    terminal.write(F3 + "huangjing" + ENTER)
    terminal.wait_for("黄　静 科技合作处处长")
    terminal.write(F3 + "徐涛" + ENTER)
    terminal.wait_for("›3.1 三、推进高效")
    terminal.wait_for("›4 +四、赋予科研")


def test_one_pane_at_a_time_on_a_small_screen(start: Start, sample: Path) -> None:
    terminal = ready(start(sample, size=(80, 24)))
    assert "工作要点" not in terminal.text
    terminal.wait_for("直接输入 +Enter 打开 .*F2 修改 .*F5 核对 .*F1 帮助 .*F10 菜单")
    terminal.write(F6)
    terminal.wait_for("名册 +24 人")
    assert "重点任务清单" not in terminal.text
    terminal.write(F6)
    terminal.wait_for("▌工作要点")


@pytest.mark.slow
@PACED
def test_find_goes_where_a_name_is(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample, size=(80, 24)))
    (terminal.type if paced else terminal.write)(F3 + "好差评" + ENTER + F2)
    terminal.wait_for("第 3.3 行|第 3.1–3.3 行")


@pytest.mark.slow
def test_a_filter_is_stated_and_let_go(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F4 + "cgc" + ENTER)
    terminal.wait_for("只看 成果处 5 行")
    assert "二、建设高质" not in terminal.text
    terminal.write(F4)
    ready(terminal)


def test_the_card_edits_the_deadline_and_history_tells(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(LEFT + ENTER)
    terminal.wait_for("出处 +通知第 54 行")
    terminal.write(DOWN * 5 + F2 + "12月底前" + ENTER)
    terminal.wait_for("完成时限 +12月底前")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).row("1").deadline == "12月底前"
    terminal.write(ESC)
    terminal.wait_gone("出处 +通知")
    terminal.write(F7)
    terminal.wait_for(r"第 1 行的完成时限：（空） → 12月底前")


@pytest.mark.slow
def test_rows_are_added_moved_and_deleted(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DOWN + CTRL("n"))
    terminal.wait_for("6 事项 10 任务")
    terminal.write(F2 + "新增的任务" + CTRL("s"))
    terminal.wait_for("新增的任务 ")
    terminal.wait_for("变更 3 .*已保存")
    assert Saved(sample).row("2.2").text == "新增的任务"
    terminal.write(CTRL_UP)
    terminal.wait_for("第 2.2 行上移")
    assert Saved(sample).row("2.1").text == "新增的任务"
    terminal.write(CTRL("r"))
    terminal.wait_for("删除第 2.1 行")
    ready(terminal)
    terminal.write(CTRL("z") * 2)
    terminal.wait_for("撤销：第 2.2 行上移")
    assert Saved(sample).row("2.2").text == "新增的任务"


def test_a_unit_in_use_is_not_deleted(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "平台处" + ENTER)
    terminal.wait_for("›2 +二、建设高质")
    terminal.write(CTRL("r"))
    terminal.wait_for("“创新平台处”不能删除：第 2、4 行正在使用")
    assert len(Saved(sample).titles) == 1


def test_people_and_units_are_added_and_renamed(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "郭峰" + ENTER + CTRL("n") + "欧阳明" + ENTER)
    terminal.wait_for("新增人员：欧阳明")
    terminal.wait_for("名册 +25 人")
    terminal.write(F2 + ENTER + "三级调研员" + ENTER)
    terminal.wait_for("欧阳明 三级调研员")
    terminal.write(F3 + "xutao" + ENTER + F2 + DOWN + ENTER)
    terminal.wait_for("“徐涛”的姓名")
    terminal.write("然" + ENTER)
    terminal.wait_for("徐涛 → 徐涛然")
    assert Saved(sample).lead("4") == ("规划处", "徐涛然")


@pytest.mark.slow
def test_head_and_work_points_are_edited(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F3 + "强化宣传" + ENTER)
    terminal.wait_for("强化宣传发动")
    terminal.write(F2 + DOWN + ENTER + "一下" + ENTER)
    terminal.wait_for(r"\(三\)强化宣传发动一下")
    terminal.wait_for("变更 2 .*已保存")
    points = Saved(sample).file.tasks.work_points(Saved(sample).file.tasks.work_points()[2].key)
    assert points[2].heading == "强化宣传发动一下"


def test_f5_lists_what_the_reader_doubted(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5)
    terminal.wait_for("待定 +3$")
    terminal.wait_for("第 6 行 牵头单位：原表此行只有 4 格，所在栏不明")
    terminal.write(ENTER)
    terminal.wait_for("▌6 +六、其他共性")


@PACED
def test_the_list_goes_on_paper(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    (terminal.type if paced else terminal.write)(F9 + ENTER)
    terminal.wait_for("已保存到")
    with zipfile.ZipFile(sample.with_suffix(".docx")) as document:
        assert document.read("word/document.xml").count(b"<w:vMerge") == 16


@pytest.mark.slow
def test_menu_and_help_reach_every_command(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F10 + "lishi" + ENTER)
    terminal.wait_for("历史：第 1 行")
    terminal.write(ESC)
    terminal.wait_gone("历史：第 1 行")
    terminal.write(F1)
    terminal.wait_for("帮助：任务清单")
    terminal.wait_for("F2 +修改光标所在的内容")


@pytest.mark.parametrize("text", ["[/x]", "[bold]甲[/bold]", "[@click=app.quit]点[/]", "a[b]c", "\\[a]"])
def test_markup_and_control_characters_are_text(start: Start, sample: Path, text: str) -> None:
    terminal = ready(start(sample))
    terminal.write(RIGHT * 3 + UP + LEFT * 5 + RIGHT + F2)
    terminal.wait_for("▌第 1 行重点任务")
    terminal.write(paste(text))
    terminal.write(CTRL("s"))
    terminal.wait_gone("▌第 1 行重点任务")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).row("1").text.endswith(text)
    terminal.write(ENTER)
    terminal.wait_for("出处 +通知第 54 行")
    terminal.write(ESC + F7)
    terminal.wait_for("历史")
    terminal.write(CTRL("q"))


def test_control_characters_in_a_file_never_reach_the_terminal(start: Start, sample: Path) -> None:
    with TaskFile.open(sample) as file:
        task = next(file.tasks.tasks)
        file.commit(Change("外来", tuple(updated(task, text="甲\x1b[2J\x9b31m\u202e乙\x07"))))
    terminal = ready(start(sample))
    terminal.wait_for(r"甲\[2J31m乙")
    terminal.write(LEFT + ENTER)
    terminal.wait_for(r"▌重点任务 +甲\[2J31m乙")


def test_a_second_window_does_not_write(start: Start, sample: Path) -> None:
    first = ready(start(sample))
    second = start(sample)
    second.wait_for("变更 1 +示例.json +● 只能查看（Ctrl\\+S 重新读取）")
    second.wait_for("清单“示例.json”正由")
    second.write(DOWN + "cgc" + ENTER)
    second.settle()
    second.wait_for("清单“示例.json”正由 .*现在只能查看，请等对方关闭后再修改")
    assert len(Saved(sample).titles) == 1
    first.write("ptc" + ENTER)
    first.wait_for("平台处；分管领导：胡军 → 刘红")
    assert Saved(sample).lead("1") == ("平台处", "刘红")


def test_settings_give_a_command_another_key_and_changes_an_author(
    start: Start, sample: Path, home: Path
) -> None:
    folder = home / "config" / "yaodian"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('author = "王小明"\n[keys]\nhelp = "f8"\n', encoding="utf-8")
    terminal = ready(start(sample))
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).file.history[-1].by == "王小明"
    terminal.write(F8)
    terminal.wait_for("帮助：任务清单")


def test_a_slip_in_the_settings_is_told_and_stops_nothing(start: Start, sample: Path, home: Path) -> None:
    folder = home / "config" / "yaodian"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("colour = 1\n", encoding="utf-8")
    terminal = ready(start(sample))
    terminal.wait_for(r"colour\s+不认")
