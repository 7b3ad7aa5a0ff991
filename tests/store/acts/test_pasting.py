"""A block over rows: what goes where, what is asked, what stays open, and the one change."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from store.acts.pasting import OnJoined, PasteTarget, Pasting
from store.records.changes import created
from store.records.fields import extra_field
from store.records.keys import new_key, order_between
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.words.blocks import Block, block_of
from tests.examples import most
from tests.sample import sample_list

FIELDS = ("item", "text", "lead_units", "lead_leaders", "participant_units", "participant_leaders")


def target(tasks: TaskList, first: str, field: str, *, may_add: bool = True) -> PasteTarget:
    rows = tasks.task_keys
    begin = rows.index(tasks.rows_named(first)[0])
    return PasteTarget(rows[begin:], FIELDS[FIELDS.index(field) :], may_add)


def pasting(tasks: TaskList, text: str, first: str, field: str) -> Pasting:
    return Pasting(tasks, block_of(text), target(tasks, first, field))


def pasted(tasks: TaskList, one: Pasting) -> str:
    change = one.change()
    tasks.apply(change.edits)
    return change.title


def cell(tasks: TaskList, row: str, field: str) -> str:
    mentions = getattr(tasks.task(tasks.rows_named(row)[0]), field)
    return " ".join(mention.wording for mention in mentions)


def test_units_and_leaders_are_laid_from_the_cell_on(sample: TaskList) -> None:
    one = pasting(sample, "法制处、转化中心\t徐涛\n成果处\t胡 军\n", "1", "lead_units")
    assert [(one.where(cell), cell.before, cell.after) for cell in one.cells] == [
        ("第 1 行牵头单位", "成果处", "法制处、转化中心"),
        ("第 1 行牵头单位的分管领导", "胡军", "徐涛"),
        ("第 2 行牵头单位", "平台处", "成果处"),
        ("第 2 行牵头单位的分管领导", "刘红", "胡军"),
    ]
    assert [missing.unit.wording for missing in one.asked()] == ["转化中心"]
    sample.apply(one.change(reason="only_here").edits)
    assert (cell(sample, "1", "lead_units"), cell(sample, "2", "lead_leaders")) == ("法制处 转化中心", "胡军")


def test_without_their_column_the_leaders_follow_the_units(sample: TaskList) -> None:
    pasted(sample, pasting(sample, "平台处\n成果处", "1", "lead_units"))
    assert [cell(sample, row, "lead_leaders") for row in ("1", "2")] == ["刘红", "胡军"]


def test_a_joined_cell_takes_the_first_line_and_blanks_under_it_are_its_own(sample: TaskList) -> None:
    one = pasting(sample, "平台处\n\n\n成果处", "3.1", "lead_units")
    assert not one.differing
    pasted(sample, one)
    assert [cell(sample, f"3.{row}", "lead_units") for row in (1, 2, 3, 4)] == ["平台处"] * 3 + ["成果处"]


def test_lines_that_differ_for_a_joined_cell_are_asked_about(sample: TaskList) -> None:
    block, where = block_of("平台处\n成果处\n平台处"), target(sample, "3.1", "lead_units")
    one = Pasting(sample, block, where)
    (differing,) = one.differing
    assert differing.texts == ("平台处", "成果处")
    assert [len(cell.rows) for cell in one.cells] == [3]
    assert not Pasting(sample, block, where, "leave").cells
    pasted(sample, Pasting(sample, block, where, "each"))
    assert [cell(sample, f"3.{row}", "lead_units") for row in (1, 2, 3)] == ["平台处", "成果处", "平台处"]


def test_cells_are_shown_in_the_order_of_the_rows_those_that_part_too(sample: TaskList) -> None:
    lines = "\n".join(["平台处\t赵峰", "规划处\t胡军", "高新处\t刘红", "合作处\t赵峰", "成果处\t刘红"])
    one = Pasting(sample, block_of(lines), target(sample, "3.1", "lead_units"), "each")
    rows = ["3.1", "3.2", "3.3", "3.4", "4"]
    shown = [f"第 {row} 行牵头单位{leaders}" for row in rows for leaders in ("", "的分管领导")]
    assert [one.where(cell) for cell in one.cells] == shown


def test_a_unit_that_is_new_since_is_found(sample: TaskList) -> None:
    assert pasting(sample, "县发改局", "2", "lead_units").open_names == ("县发改局",)
    sample.apply([created(Unit(new_key(), order_between(sample.units[-1].order, ""), "县发改局"))])
    assert not pasting(sample, "县发改局", "2", "lead_units").open_names


def test_names_that_fit_nothing_stay_open_and_are_counted(sample: TaskList) -> None:
    one = pasting(sample, "成果处、县发改局\n转化处", "2", "lead_units")
    assert one.open_names == ("县发改局",)
    pasted(sample, one)
    task = sample.task(sample.rows_named("2")[0])
    assert [mention.key is None for mention in task.lead_units] == [False, True]
    assert task.doubt("lead")


def test_lines_behind_the_last_row_become_rows_and_items(sample: TaskList) -> None:
    lines = "六、其他共性任务\t做甲\t成果处\n\t做乙\t法制处\n七、新的\t做丙\t平台处"
    last = sample.items[-1].title
    one = pasting(
        sample, lines.replace("六、其他共性任务", last), sample.row_name(sample.task_keys[-1]), "item"
    )
    assert len(one.new_rows) == 2
    assert pasted(sample, one).endswith("，新增 2 行")
    assert [item.title for item in sample.items][-2:] == [last, "七、新的"]
    assert [sample.task(row).text for row in sample.task_keys[-3:]] == ["做甲", "做乙", "做丙"]
    assert cell(sample, "7", "lead_leaders") == "刘红"


def test_what_cannot_be_placed_is_said(sample: TaskList) -> None:
    block = block_of("改\t甲\t乙\n二\t丙")
    where = PasteTarget(sample.task_keys[:1], ("participant_leaders",))
    one = Pasting(sample, block, where)
    assert (one.columns_beyond, one.lines_beyond) == (2, 1)
    one = pasting(sample, "别的事项\t新的文字", "1", "item")
    assert one.titles_kept == 1
    assert [cell.field for cell in one.cells] == ["text"]
    assert "不像单位的名称" in pasting(sample, "做好这件事。\n法制处", "1", "lead_units").refused[0]


def test_a_first_line_of_labels_is_left_out(sample: TaskList) -> None:
    one = pasting(sample, "牵头单位\t分管领导\n法制处\t徐涛", "1", "lead_units")
    assert one.has_heads
    pasted(sample, one)
    assert (cell(sample, "1", "lead_units"), cell(sample, "2", "lead_units")) == ("法制处", "平台处")


def test_further_columns_take_what_is_pasted(sample: TaskList) -> None:
    rows = sample.task_keys[:2]
    fields = ("deadline", extra_field("资金来源"), extra_field("联系人"))
    pasted(sample, Pasting(sample, block_of("6月底前\t区财政\t张三\n\t市财政\t"), PasteTarget(rows, fields)))
    first, second = map(sample.task, rows)
    assert (first.deadline, first.extra("资金来源"), first.extra("联系人")) == ("6月底前", "区财政", "张三")
    assert (second.deadline, second.extra("资金来源"), second.extra("联系人")) == (None, "市财政", "")


def test_a_cell_is_left_out(sample: TaskList) -> None:
    one = pasting(sample, "法制处\n成果处", "1", "lead_units")
    sample.apply(one.change(one.cells[:1]).edits)
    assert (cell(sample, "1", "lead_units"), cell(sample, "2", "lead_units")) == ("成果处", "成果处")


whole = cache(sample_list)
WORDS = st.sampled_from(
    ["", "平台处", "法制处、转化中心", "徐涛", "胡 军", "县发改局", "各处室", "做好", "5家"]
)
BLOCKS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(tuple), min_size=1, max_size=6).map(tuple)


@settings(max_examples=most(40), deadline=None)
@given(
    BLOCKS,
    st.sampled_from(["1", "2", "3.2", "6"]),
    st.sampled_from(FIELDS),
    st.sampled_from(["first", "each"]),
)
def test_nothing_but_what_is_shown_changes_and_all_of_it_is_taken_back(
    block: Block, first: str, field: str, on_joined: OnJoined
) -> None:
    tasks = whole().copy()
    before = {row: tasks.task(row) for row in tasks.task_keys}
    one = Pasting(tasks, block, target(tasks, first, field), on_joined)
    shown = {(row, cell.field) for cell in one.cells for row in cell.rows}
    edits = one.change(reason="only_here").edits
    tasks.apply(edits)
    for row, task in before.items():
        after = tasks.task(row)
        for name in ("text", "number", "deadline", "lead_units", "participant_units"):
            assert getattr(after, name) == getattr(task, name) or (row, name) in shown
    tasks.apply(edit.inverted() for edit in reversed(edits))
    assert {row: tasks.task(row) for row in tasks.task_keys} == before
