"""A notice before and after it is a list: put right in the preview, read again beside the list, kept beside
others.
"""

from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from tests.journeys.conftest import Saved, Screen, Start
from tests.journeys.hands import ready
from tests.keys import CTRL, DOWN, ENTER, ESC, F2, F3, F10, TAB, UP, paste


def doubtful(home: Path) -> Path:
    """The sample with an owner that fits two divisions, and a line that belongs nowhere."""
    text = (
        sample_notice()
        .decode()
        .replace("成果处 | 胡 军", "科技处 | 胡 军")
        .replace("二、建设", "此段无处可归。\n二、建设", 1)
    )
    path = home / "通知.txt"
    path.write_text(text, encoding="utf-8")
    return path


def wait_for_all(terminal: Screen, *texts: str) -> None:
    for text in texts:
        terminal.wait_for(text)


def test_the_preview_shows_what_is_made_beside_its_source(start: Start, home: Path) -> None:
    terminal = start(doubtful(home))
    wait_for_all(terminal, "重点任务 6 事项 9 行", "没有读懂 1 行", "工作要点 +12")
    terminal.write(F3)
    wait_for_all(
        terminal,
        "“科技处”不知指谁，可能是 科技合作处、科技金融",
        r"›54 \? 任务 事项›一、实施科技成果转化工程",
        "55 ! 未读 此段无处可归。",
    )


@pytest.mark.slow
def test_a_doubtful_cell_is_settled_before_the_import_in_one_burst(start: Start, home: Path) -> None:
    terminal = start(doubtful(home))
    terminal.wait_for("工作要点 +12")
    terminal.write(F3 + F2 + DOWN + ENTER)
    terminal.wait_gone("不知指谁")
    terminal.write(ENTER)
    ready(terminal)
    saved = Saved(home / "通知.json")
    assert saved.lead("1") == ("科技处", "胡军")
    assert saved.file.tasks.unit_name(saved.row("1").lead_units[0].key) == "科技金融与财务处"
    assert len(saved.file.history) == 1


@pytest.mark.slow
def test_a_text_is_put_right_in_the_preview_and_a_wrong_name_is_refused(start: Start, home: Path) -> None:
    terminal = start(doubtful(home))
    terminal.wait_for("工作要点 +12")
    terminal.write(F3 + F2)
    terminal.wait_for("“科技处”就是 科技合作处")
    terminal.write("牵头单位" + ENTER)
    terminal.wait_for("Enter 确定")
    terminal.write("\x7f" * 3 + "无此处" + ENTER)
    terminal.wait_for("新增单位“无此处”")
    terminal.write(ESC)
    terminal.wait_gone("新增单位“无此处”")
    terminal.wait_for("清单里没有单位“无此处”")
    terminal.write("\x7f" * 3 + "规划处" + ENTER)
    terminal.wait_for("牵头 规划处 · 分管 胡军")
    terminal.write(ENTER)
    ready(terminal)
    assert Saved(home / "通知.json").lead("1")[0] == "规划处"


def test_leaving_the_preview_leaves_nothing(start: Start, home: Path) -> None:
    terminal = start(doubtful(home))
    terminal.wait_for("工作要点 +12")
    terminal.write(F3 + F2 + ENTER)
    terminal.wait_gone("不知指谁")
    terminal.write(ESC)
    terminal.wait_for("已改 1 处，不导入吗？")
    terminal.write("不导入" + ENTER)
    terminal.wait_for("打开示例")
    terminal.write(ESC)
    assert terminal.exit_code() == 0
    assert not list(home.glob("*.json*"))


def changed_notice(home: Path) -> Path:
    path = home / "更正.txt"
    text = (
        sample_notice()
        .decode()
        .replace("孵化机构40家", "孵化机构50家")
        .replace("2.加快电子证照共享调用。", "2.推行容缺受理和告知承诺。")
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_notice_read_again_changes_what_is_accepted_as_one_change(
    start: Start, sample: Path, home: Path
) -> None:
    notice = changed_notice(home)
    terminal = ready(start(sample))
    terminal.write("ptc" + ENTER)
    terminal.wait_for("变更 2")
    terminal.write(F10 + "导入通知" + ENTER)
    terminal.wait_for("选要导入的通知")
    terminal.write(str(notice) + ENTER)
    wait_for_all(
        terminal,
        "共 [0-9]+ 处不同",
        "清单中后来改过",
        "目标 +新增省级及以上众创孵化机构40家 → 新增省级及以上众创孵化机构50家",
    )
    terminal.write(ENTER)
    terminal.wait_for("已按通知更新清单")
    saved = Saved(sample)
    assert saved.row("2").text == "新增省级及以上众创孵化机构50家。"
    assert saved.row("3.2").text == "推行容缺受理和告知承诺。"
    assert saved.lead("1")[0] == "平台处", "what the clerk changed is not taken back unasked"
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：按通知更新清单")
    assert Saved(sample).row("2").text == "新增省级及以上众创孵化机构40家。"


@pytest.mark.slow
def test_no_difference_marked_changes_nothing(start: Start, sample: Path, home: Path) -> None:
    notice = changed_notice(home)
    terminal = ready(start(sample))
    terminal.write(F10 + "导入通知" + ENTER)
    terminal.wait_for("选要导入的通知")
    terminal.write(str(notice) + ENTER)
    terminal.wait_for("处不同")
    terminal.write(TAB + ENTER)
    terminal.wait_for("没有采用，清单没有改动")
    assert len(TaskFile.open(sample, read_only=True).history) == 1


@pytest.mark.slow
def test_two_years_in_one_file_and_the_menu_turns_between_them(
    start: Start, sample: Path, home: Path
) -> None:
    later = home / "2022.txt"
    later.write_text(
        sample_notice().decode().replace("2021", "2022").replace("40家", "50家"), encoding="utf-8"
    )
    terminal = ready(start(sample))
    terminal.write(F10 + "导入通知" + ENTER)
    terminal.wait_for("选要导入的通知")
    terminal.write(str(later) + ENTER)
    terminal.wait_for("作为另一份清单存入本文件")
    terminal.write(ENTER)
    terminal.wait_for("本文件的另一份清单")
    terminal.write(ENTER)
    wait_for_all(terminal, r"重点任务清单 2022年（2/2） +6 事项 9 任务", "50家", "变更 2")
    terminal.write(F10 + "换清单" + ENTER)
    terminal.wait_for("市科技局2021年.*9 行")
    terminal.write("2021" + ENTER)
    wait_for_all(terminal, "现在是：市科技局2021年", "40家")
    terminal.write(DOWN + UP)
    lists = TaskFile.open(sample, read_only=True).tasks
    assert [[task.text for task in lists.of(notice.key).tasks][1][-4:-1] for notice in lists.notices] == [
        "40家",
        "50家",
    ]


def test_a_table_pasted_from_a_spreadsheet_becomes_a_list(start: Start, home: Path) -> None:
    terminal = start()
    terminal.wait_for("打开示例")
    head = "序号\t重点任务\t牵头单位\t责任单位\t完成时限"
    rows = (
        "1\t建成政务服务大厅\t行政审批局\t财政局、住建局\t6月底前",
        "2\t推行告知承诺制\t司法局\t行政审批局\t年底前",
    )
    terminal.write(paste("\n".join((head, *rows))))
    wait_for_all(terminal, "2 行", "牵头 行政审批局")
    terminal.write(ENTER)
    wait_for_all(terminal, "2 任务", "已保存")
    assert Saved(home / "Documents" / "粘贴的通知.json").lead("2")[0] == "司法局"
