"""The second view at the keyboard: F8 turns the list into the matrix by unit, then by leader; Space changes a
crossing.
"""

import re
import sys
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.keys import order_between
from store.records.notice import Notice
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention
from tests.journeys.conftest import PACED, Saved, Screen, Start
from tests.journeys.hands import ready
from tests.keys import CTRL, DOWN, END, ENTER, ESC, F2, F3, F4, F6, F8, HOME, LEFT, RIGHT, UP
from tests.pty import Terminal


def opened(start: Start, sample: Path, size: tuple[int, int] = (120, 40)) -> Screen:
    terminal = ready(start(sample, size=size))
    terminal.write(F8)
    terminal.wait_for(r"方阵（单位） +6 事项 9 任务")
    terminal.wait_for("合计 牵 10")
    terminal.wait_for("合计 责 21")
    return terminal


def line(terminal: Screen, row: str) -> str:
    """The crossings of a row: what stands behind its name and text."""
    crossings = r"((?: +(?:\.|牵\??|责\??))+)$"
    found = re.search(rf"(?m)(?:^|[▌ ]){re.escape(row)} +\S.*?{crossings}", terminal.text)
    assert found
    return found[1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_it_shows_who_stands_where_with_the_sums(start: Start, sample: Path, size: tuple[int, int]) -> None:
    terminal = opened(start, sample, size)
    terminal.wait_for(r"单位 1-[0-9]+/17")
    shown = re.search(r"单位 1-([0-9]+)/17", terminal.text)
    assert shown and int(shown.group(1)) >= 6
    assert line(terminal, "3.1").count("牵") == 1
    terminal.write(F8)
    terminal.wait_for(r"领导 1-8/8")
    terminal.wait_for("合计 责 14")
    assert line(terminal, "4").split()[2:7] == [".", "责", "牵", "责", "责"]
    assert "牵?" in line(terminal, "6")
    terminal.write(F8)
    terminal.wait_for("事项 .*重点任务 ")


@PACED
def test_turns_in_one_burst_are_the_changes_that_paced_keys_make(
    start: Start, sample: Path, paced: bool
) -> None:
    terminal = ready(start(sample))
    (terminal.type if paced else terminal.write)(F8 + DOWN + RIGHT + RIGHT + " ")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).lead("2") == ("平台处 规划处", "刘红 徐涛")
    terminal.write("  ")
    terminal.wait_for("变更 4 .*已保存")
    assert Saved(sample).lead("2") == ("平台处", "刘红")
    assert Saved(sample).row("2").participant_units == ()
    terminal.write(CTRL("z") + CTRL("z"))
    terminal.wait_for("变更 6 .*已保存")
    assert Saved(sample).lead("2")[0] == "平台处 规划处"


@pytest.mark.slow
def test_enter_goes_to_the_cell_in_the_list_and_f2_opens_the_picker(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(DOWN * 2 + RIGHT * 3 + F2)
    terminal.wait_for("第 3.1 行牵头单位[^:]")
    terminal.write("pingtai" + ENTER)
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).lead("3.1")[0] == "平台处"
    assert Saved(sample).lead("3.2")[0] == "法制处"
    terminal.write(ENTER)
    terminal.wait_for("事项 .*重点任务 ")
    terminal.write(F2)
    terminal.wait_for(r"第 3.2–3.3 行牵头单位（2 行）")


@pytest.mark.slow
def test_the_first_column_opens_the_card_and_escape_leads_back(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(HOME + ENTER)
    terminal.wait_for("第 1 行  一、实施科技成果转化工程")
    terminal.write(ESC)
    terminal.wait_gone("出处 +通知第")
    terminal.write(ESC)
    terminal.wait_for("事项 .*重点任务 ")


@pytest.mark.slow
def test_filter_and_find_work_in_it(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(F4 + "农社" + ENTER)
    terminal.wait_for(r"方阵（单位） +只看 农社处 1 行")
    terminal.wait_for("合计 责 5")
    terminal.write(F4)
    terminal.wait_for("合计 责 21")
    terminal.write(F3 + "信用信息管理与应用的工作规程" + ENTER)
    terminal.wait_gone("Enter 选定")
    terminal.write(RIGHT * 2 + " ")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).file.history[-1].title.startswith("第 5 行")


def test_rows_are_deleted_and_moved_from_it_one_by_one(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(LEFT * 2 + F8 + DOWN * 3 + CTRL("r"))
    terminal.wait_for(r"方阵（单位） +6 事项 8 任务")
    assert [task.text[:6] for task in Saved(sample).file.tasks.tasks][2:4] == ["深入推进“一", "落实政务服务"]


@pytest.fixture
def wide_list(home: Path) -> Path:
    """200 units and 300 rows."""
    records: list[Unit | Item | Task | Notice] = [Notice("n", list_title="大清单")]
    order = ""
    for number in range(200):
        order = order_between(order, "")
        records.append(Unit(f"u{number}", order=order, full_name=f"第{number}处"))
    for number in range(300):
        order = order_between(order, "")
        records.append(Item(f"i{number}", order=order, title=f"事项{number}"))
        unit = Mention(f"u{number % 200}", f"第{number % 200}处")
        records.append(
            Task(f"t{number}", item=f"i{number}", order=order, text=f"任务{number}", lead_units=(unit,))
        )
    path = home / "大.json"
    TaskFile.create(path, Change("导入", tuple(created(record) for record in records))).close()
    return path


def test_two_hundred_units_are_reached_both_ways(start: Start, wide_list: Path) -> None:
    terminal = start(wide_list)
    terminal.wait_for("300 任务")
    terminal.write(F8 + END)
    terminal.wait_for("单位 [0-9]+-200/200")
    terminal.write("\x1b[1;5F")
    terminal.wait_for("任务299")
    terminal.write(" ")
    terminal.wait_for("变更 2 .*已保存")
    saved = Saved(wide_list)
    assert [mention.wording for mention in saved.row("300").lead_units] == ["第99处", "第199处"]
    terminal.write(HOME + "\x1b[1;5H" + RIGHT)
    terminal.wait_for("单位 1-[0-9]+/200")
    terminal.wait_for("任务0 ")


@pytest.mark.slow
def test_up_at_the_top_and_left_at_the_edge_stay(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(UP * 3 + LEFT * 9 + RIGHT + " ")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).file.history[-1].title == "第 1 行牵头单位：+组织人事处"


@PACED
def test_leaders_turn_in_their_own_matrix(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    (terminal.type if paced else terminal.write)(F8 + F8 + DOWN + RIGHT * 2 + " ")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).lead("2") == ("平台处", "刘红 王振旭")
    assert Saved(sample).titles[-1] == "第 2 行牵头单位的分管领导：+王振旭"
    terminal.wait_for("合计 牵 11")
    terminal.write(" ")
    terminal.wait_for("合计 责 15")
    terminal.wait_for("变更 3 .*已保存")
    row = Saved(sample).row("2")
    assert ([one.wording for one in row.lead_leaders], [one.wording for one in row.participant_leaders]) == (
        ["刘红"],
        ["王振旭"],
    )


def test_an_open_leader_stays_and_the_crossing_and_the_line_below_say_so(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F8 + DOWN + RIGHT + " ")
    terminal.wait_for("办公室的分管领导未定，分管领导不变")
    terminal.wait_for("合计 牵 11")
    assert Saved(sample).lead("2") == ("平台处 办公室", "刘红")
    assert line(terminal, "2").count("牵?") == 2
    terminal.write(CTRL("z"))
    terminal.wait_for("合计 牵 10")
    assert Saved(sample).lead("2") == ("平台处", "刘红")


def test_a_row_of_a_joined_cell_changes_alone(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(DOWN * 3 + RIGHT * 7 + " ")
    terminal.wait_for("合计 责 20")
    terminal.wait_for("变更 2 .*已保存")
    assert [len(Saved(sample).row(name).participant_units) for name in ("3.1", "3.2", "3.3")] == [4, 3, 4]


@pytest.mark.slow
def test_a_new_row_has_the_cursor(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F8 + DOWN * 3 + CTRL("n") + RIGHT * 3 + " ")
    terminal.wait_for("变更 3 .*已保存")
    assert Saved(sample).lead("3.3") == ("法制处", "徐涛")
    assert Saved(sample).row("3.3").text == ""


def test_escape_leads_back_to_the_column_of_the_list(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(RIGHT * 2)
    terminal.write(F8 + DOWN * 2)
    terminal.wait_for(r"方阵（单位）")
    terminal.type(ESC)
    terminal.wait_for("事项 .*重点任务 ")
    terminal.write(F2)
    terminal.wait_for("第 3.1–3.3 行责任单位（3 行）")


def test_it_is_turned_to_from_the_other_panes_of_a_small_screen(start: Start, sample: Path) -> None:
    terminal = ready(start(sample, size=(80, 24)))
    terminal.write(F6 + F8 + RIGHT * 2 + " ")
    terminal.wait_for("合计 牵 11")
    terminal.wait_for("变更 2 .*已保存")
    assert Saved(sample).lead("1")[0] == "成果处 规划处"


def test_it_fits_itself_to_a_new_size(start: Start, sample: Path) -> None:
    terminal = opened(start, sample)
    terminal.write(DOWN * 8 + END)
    terminal.wait_for("单位 1-17/17")
    terminal.resize(60, 16)
    terminal.wait_for(r"单位 1[0-9]-17/17")
    assert line(terminal, "6").endswith("牵?")
    terminal.resize(220, 40)
    terminal.wait_for("单位 1-17/17")
    terminal.write("  ")
    terminal.wait_for("合计 牵 9")
    terminal.wait_for("变更 3 .*已保存")
    assert Saved(sample).row("6").lead_units == ()


def test_every_line_ends_where_it_should_where_quotes_are_two_cells_wide(home: Path, sample: Path) -> None:
    argv = [sys.executable, "-m", "tui", str(sample)]
    with Terminal(argv, (80, 24), {"HOME": str(home)}, ambiguous=2) as terminal:
        terminal.wait_for("F1 帮助")
        terminal.write(F8)
        terminal.wait_for("合计 责 21")
        columns = {x for row in terminal.rows[2:] for x in range(26, 80) if row[x] in ("牵", "责")}
        assert len(columns) > 4 and len({x % 5 for x in columns}) == 1


def test_an_empty_list_and_a_list_without_units_are_shown_too(start: Start, home: Path) -> None:
    empty = home / "空.json"
    TaskFile.create(empty, Change("新建", (created(Notice("n", list_title="空清单")),))).close()
    terminal = start(empty)
    terminal.wait_for("0 事项 0 任务")
    terminal.write(F8 + DOWN + RIGHT + " " + ENTER + F2)
    terminal.wait_for("合计 责 0")
    terminal.write(CTRL("n") + "一、办好实事" + ENTER)
    terminal.wait_for("1 事项 1 任务")
    terminal.write(LEFT + ENTER)
    terminal.wait_for("第 1 行")
