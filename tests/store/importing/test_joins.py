"""Which cells an import joins: those that the notice joins, and blanks that the reader fills down."""

from data import sample_notice
from store.importing.comparing import compare
from store.importing.new_list import import_change
from store.reading import read_notice
from store.records.joining import joined_rows
from store.records.tasklist import TaskList


def imported(data: bytes, name: str) -> TaskList:
    tasks = TaskList()
    tasks.apply(import_change(read_notice(data, name)).edits)
    return tasks


def joined(tasks: TaskList, field: str) -> list[str]:
    """The joined cells of a column, each as the names of its rows."""
    cells = dict.fromkeys(joined_rows(tasks, row, field) for row in tasks.task_keys)
    return [" ".join(map(tasks.row_name, cell)) for cell in cells if len(cell) > 1]


def test_the_blanks_of_the_sample_under_its_legal_division_are_joined_and_no_others() -> None:
    tasks = imported(sample_notice(), "whkjj-2021.txt")
    for field in ("lead_units", "lead_leaders", "participant_units", "participant_leaders"):
        assert joined(tasks, field) == ["3.1 3.2 3.3"]
    assert joined(tasks, "deadline") == joined(tasks, "text") == []


PAGE = """<!DOCTYPE html><html><body><table><tr><td><p>重点任务清单</p>
<table>
<tr><th>事项</th><th>重点任务</th><th>牵头单位</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td rowspan=3>一、河道</td><td>清理河道。</td><td rowspan=2>市水务局</td><td>市财政局</td>
    <td rowspan=3>6月底前</td></tr>
<tr><td>建立台账。</td><td>市财政局</td></tr>
<tr><td>开展巡查。</td><td>市水务局</td><td>市财政局</td></tr>
<tr><td>二、湖泊</td><td>清理湖泊。</td><td>市水务局</td><td>市财政局</td><td>6月底前</td></tr>
</table></td></tr></table></body></html>"""


WIDER = PAGE.replace("rowspan=2", "rowspan=3").replace(
    "<td>开展巡查。</td><td>市水务局</td>", "<td>开展巡查。</td>"
)
"""The same, the lead of the first row going on over the third too."""


def test_a_page_joins_what_its_cells_go_on_over_and_not_what_says_the_same() -> None:
    tasks = imported(PAGE.encode(), "通知.html")
    assert [task.text for task in tasks.tasks] == ["清理河道。", "建立台账。", "开展巡查。", "清理湖泊。"]
    assert joined(tasks, "lead_units") == ["1.1 1.2"]
    assert joined(tasks, "participant_units") == []
    assert joined(tasks, "deadline") == ["1.1 1.2 1.3"]


def followed(tasks: TaskList, page: str) -> TaskList:
    """The list once it follows all that a page has otherwise."""
    comparison = compare(tasks, read_notice(page.encode(), "通知.html"))
    tasks.apply(comparison.change(comparison.differences).edits)
    return tasks


def test_joins_follow_the_cells_that_a_corrected_notice_gives() -> None:
    tasks = imported(PAGE.encode(), "通知.html")
    followed(tasks, WIDER.replace("<td rowspan=3>市水务局", "<td rowspan=3>市城管局"))
    assert joined(tasks, "lead_units") == ["1.1 1.2 1.3"]
    assert joined(tasks, "deadline") == ["1.1 1.2 1.3"]
    followed(tasks, PAGE)
    assert joined(tasks, "lead_units") == ["1.1 1.2"]


def test_a_row_that_a_corrected_notice_adds_within_a_joined_cell_is_joined() -> None:
    tasks = imported(PAGE.encode(), "通知.html")
    added = "<tr><td>培训人员。</td><td>市财政局</td></tr><tr><td>建立台账。"
    more = PAGE.replace("<tr><td>建立台账。", added).replace("rowspan=3", "rowspan=4")
    followed(tasks, more.replace("<td rowspan=2>市水务局", "<td rowspan=3>市水务局"))
    assert [task.text for task in tasks.tasks][:3] == ["清理河道。", "培训人员。", "建立台账。"]
    assert joined(tasks, "lead_units") == ["1.1 1.2 1.3"]
    assert joined(tasks, "deadline") == ["1.1 1.2 1.3 1.4"]


def test_joins_alone_are_no_difference() -> None:
    tasks = imported(PAGE.encode(), "通知.html")
    assert compare(tasks, read_notice(WIDER.encode(), "通知.html")).differences == ()


def test_equal_cells_of_a_text_that_is_no_grid_are_apart() -> None:
    text = """重点任务清单
事项 | 重点任务 | 牵头单位 | 责任单位 |
一、河道 | 清理河道。 | 市水务局 | 市财政局 |
 | 建立台账。 | 市水务局 | 市财政局 |
"""
    tasks = imported(text.encode(), "通知.txt")
    assert [tasks.row_name(row) for row in tasks.task_keys] == ["1.1", "1.2"]
    assert joined(tasks, "lead_units") == []
