"""The preview of a notice, and what puts a draft right before it is a list."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from data import sample_notice
from store.file.task_file import TaskFile
from tests.keys import BACKSPACE, CTRL, DOWN, END, ENTER, F2, F3, F6, F8
from tests.tui.screen.pilot import ESC, Hands, lead, participant
from tui.screen.app import YaodianApp
from tui.screen.widgets import layout_ahead


@pytest.fixture
def doubtful(home: Path) -> Path:
    """The sample with an owner that fits two divisions, and a line that belongs nowhere."""
    text = sample_notice().decode().replace("成果处 | 胡 军", "科技处 | 胡 军")
    path = home / "通知.txt"
    path.write_text(text.replace("二、建设", "此段无处可归。\n二、建设", 1), encoding="utf-8")
    return path


def preview(notice: Path) -> YaodianApp:
    return YaodianApp(wanted=notice)


async def test_a_doubtful_cell_is_settled_before_the_import(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3)
        assert clerk.sees("“科技处”不知指谁")
        await clerk.type(F2 + DOWN + ENTER)
        assert not clerk.sees("“科技处”不知指谁")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    assert lead(TaskFile.open(doubtful.with_suffix(".json"), read_only=True), "1") == ("科技处", "胡军")


async def test_a_text_is_put_right_and_a_wrong_name_refused(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3 + F2 + "牵头单位" + ENTER)
        await clerk.type("、无此处" + ENTER + ESC)
        assert clerk.sees("清单里没有单位“无此处”")
        await clerk.type(BACKSPACE * 7 + "规划处" + ENTER)
        assert clerk.sees("牵头 规划处 · 分管 胡军")
        await clerk.type(F2 + ESC)
        await clerk.type(F2 + "牵头单位" + ENTER + ESC)
        await clerk.type(ESC + ESC)
        assert clerk.title.startswith("导入通知")
        await clerk.type(ESC)
        assert clerk.title == "已改 1 处，不导入吗？"
        await clerk.type("不导入" + ENTER)
        await clerk.wait_for("打开示例")
    assert not list(doubtful.parent.glob("*.json"))


@pytest.mark.parametrize("paced", [False, True])
async def test_a_unit_that_the_reader_missed_is_added_before_the_import(
    doubtful: Path, *, paced: bool
) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(80, 24)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3 + F2 + "责任单位" + ENTER + "县财政局" + ENTER, paced=paced)
        assert clerk.title == "清单里没有单位“县财政局”"
        await clerk.type(ENTER, paced=paced)
        assert clerk.sees("责任 县财政局")
        await clerk.type(ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    made = TaskFile.open(doubtful.with_suffix(".json"), read_only=True)
    assert participant(made, "1") == ("县财政局", "")
    assert [unit.full_name for unit in made.tasks.units][-1] == "县财政局"


async def test_a_name_that_fits_several_offers_them_first(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(80, 24)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3 + F2 + "责任单位" + ENTER + "县财政局、服务中心" + ENTER + ENTER)
        await clerk.wait_for("服务中心")
        await clerk.type(ENTER)
        assert clerk.title == "“服务中心”指哪个单位"
        assert clerk.sees("“服务中心”就是 武汉市科技项目管理服务中心")
        assert clerk.text.index("就是 武汉市企业科技创新服务中心") < clerk.text.index("新增单位“服务中心”")
        await clerk.type(ENTER)
        assert clerk.sees("责任 县财政局 项目中心")


TABLE = """序号\t重点任务\t牵头单位\t责任单位\t完成时限
1\t建成政务服务大厅,推进一网通办、一窗通取,让群众少跑腿\t行政审批局\t司法局\t2021年6月底前
2\t推行告知承诺制\t\t司法局\t12月底
3\t推行容缺受理\t发改局\t财政局\t长期"""


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_table_stands_in_columns_and_nothing_of_it_is_cut(home: Path, size: tuple[int, int]) -> None:
    table = home / "表.txt"
    table.write_text(TABLE, encoding="utf-8")
    app = preview(table)
    async with app.run_test(size=size):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.rest()
        await clerk.type(DOWN * 3)
        assert clerk.sees("1  1 建成政务服务大厅")
        await clerk.type(DOWN)
        assert clerk.sees("牵头 （空）  责任 司法局")
        assert clerk.sees("牵头单位空着，待定") and clerk.sees("待定 1 处")
        await clerk.type(DOWN)
        assert clerk.sees(r"›4 +任务 3 +\| 推行容缺")
        rows = [line for line in clerk.text.splitlines() if re.search(r"\| 推行", line)]
        columns = {tuple(cell_len(line[: bar.start()]) for bar in re.finditer(r"\|", line)) for line in rows}
        assert len(rows) == 2 and len(columns) == 1 and clerk.sees("完成时限.*\n(.*\n)+.*长期")


async def test_the_source_is_read_on_to_its_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout_ahead, "_SLICE_SECONDS", 3600)  # What is not seen is never laid out by itself.
    notice = home / "长.txt"
    more = "\n".join(f"第{number}段,无处可归。" for number in range(300))
    notice.write_bytes(sample_notice() + more.encode())
    app = preview(notice)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("6 事项 9 行")
        await clerk.rest()
        await clerk.type(F6 + END)
        await clerk.wait_for("第299段")
        await clerk.type(F6 + DOWN)
        assert not clerk.sees("第299段")


async def test_two_esc_in_a_burst_keep_what_was_put_right(doubtful: Path) -> None:
    app = preview(doubtful)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("没有读懂 1 行")
        await clerk.type(F3 + F2 + DOWN + ENTER + ESC + ESC)
        assert clerk.title.startswith("导入通知") and not clerk.sees("“科技处”不知指谁")
        await clerk.type(ESC + ENTER + ENTER)
        await clerk.wait_for("6 事项 9 任务")
        await clerk.type(CTRL("q"))
    assert lead(TaskFile.open(doubtful.with_suffix(".json"), read_only=True), "1") == ("科技处", "胡军")


@pytest.fixture
def in_sentences(home: Path) -> Path:
    """A notice that gives its tasks in two sentences."""
    notice = home / "正文.txt"
    notice.write_text(
        "关于清河的通知\n各区水务局:\n一、清河\n请市水务局制定方案。请市财政局落实资金。\n", encoding="utf-8"
    )
    return notice


async def test_a_proposal_is_taken_or_left_by_space(in_sentences: Path) -> None:
    app = preview(in_sentences)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("正文中提到的分工 2 条，列入 2 条")
        await clerk.type(DOWN * 2 + " ")
        assert clerk.sees(r"列入 1 条") and clerk.sees(r"\[ \] +请市水务局制定方案")
        await clerk.type(ENTER)
        await clerk.wait_for("1 事项 1 任务")
        await clerk.type(CTRL("q"))
    made = TaskFile.open(in_sentences.with_suffix(".json"), read_only=True).tasks
    assert [task.text for task in made.tasks] == ["请市财政局落实资金。"]
    assert [unit.full_name for unit in made.units] == ["市财政局"]


POINTS = """关于做好河湖工作的通知
各区水务局:
一、清河
1.清理河道。(指导部门:市水务局)
2.巡查。(责任单位:市农业局)
3.建立台账。(责任单位:市档案局)
"""


async def test_the_whole_text_is_gone_through_by_its_lines(home: Path) -> None:
    notice = home / "长.txt"
    more = "\n".join(f"第{number}段,无处可归。" for number in range(300))
    text = POINTS.replace("2.巡查", f"{more}\n2.巡查")
    notice.write_text("此行无处可归,\n" * 3 + text, encoding="utf-8")
    app = preview(notice)
    async with app.run_test(size=(80, 24)):
        clerk = Hands(app)
        await clerk.wait_for("3 行")
        await clerk.type(F8)
        await clerk.wait_for("全文对照.*已读 .* 疑问 .* 未读")
        await clerk.wait_gone("读出的内容")
        assert clerk.sees("已读 一、清河") or clerk.sees("已读 关于做好河湖工作的通知")
        await clerk.type(F3)
        await clerk.wait_for(r"› *\d+ [?!] (疑问|未读)")
        first = clerk.text
        await clerk.type(F3)
        await clerk.until(lambda: clerk.text != first)
        await clerk.type(F8)
        await clerk.wait_for("读出的内容")
        assert clerk.sees("原文")


async def test_all_proposals_are_taken_and_left_by_one_key(in_sentences: Path) -> None:
    app = preview(in_sentences)
    async with app.run_test(size=(120, 40)):
        clerk = Hands(app)
        await clerk.wait_for("列入 2 条")
        await clerk.type(CTRL("a"))
        assert clerk.sees("列入 0 条")
        await clerk.type(CTRL("a") + ESC)
        assert clerk.title == "已改 2 处，不导入吗？"
