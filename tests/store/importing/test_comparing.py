"""Importing a notice again: what is added, changed and gone, and what is accepted of it as one change."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import sample_notice
from store.acts.assigning import assignment_change
from store.acts.resolving import unit_named
from store.acts.rows import new_row
from store.importing.comparing import Comparison, Difference, compare
from store.importing.new_list import import_change
from store.reading import Reading, read_notice
from store.records.changes import Change, updated
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.giving import assign_units

NOTICE = sample_notice().decode()


@cache
def reading(text: str) -> Reading:
    """A notice, read once for all that compare it."""
    return read_notice(text.encode())


class Desk:
    """A list and its history."""

    def __init__(self) -> None:
        self.tasks = TaskList()
        self.history: list[Change] = []
        self.take(import_change(reading(NOTICE)))

    def take(self, change: Change) -> None:
        assert self.tasks.conflict(change.edits) is None
        self.tasks.apply(change.edits)
        self.history.append(change)

    def compare(self, text: str) -> Comparison:
        return compare(self.tasks, reading(text), self.history)

    def row(self, name: str) -> str:
        (key,) = self.tasks.rows_named(name)
        return key

    def printed(self) -> list[tuple[object, ...]]:
        """The list as a person sees it."""
        return [
            (
                self.tasks.row_name(task.key),
                task.number,
                task.text,
                *(mention.wording for mention in (*task.lead_units, *task.participant_units)),
            )
            for task in self.tasks.tasks
        ]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def replaced(*pairs: tuple[str, str]) -> str:
    text = NOTICE
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


def kinds(comparison: Comparison, *, rows_only: bool = True) -> list[tuple[str, str]]:
    return [
        (difference.kind, difference.about.split(" ")[0])
        for difference in comparison.differences
        if not rows_only or any(edit.table == "tasks" for edit in difference.edits[:1])
    ]


def test_the_same_notice_differs_in_nothing(desk: Desk) -> None:
    assert desk.compare(NOTICE).differences == ()


def test_a_changed_cell_is_one_difference_with_before_and_after(desk: Desk) -> None:
    comparison = desk.compare(replaced(("孵化机构40家。 | 平台处 | 刘 红", "孵化机构45家。 | 规划处 | 徐涛")))
    assert kinds(comparison) == [("changed", "2")]
    (row,) = [difference for difference in comparison.differences if difference.about.startswith("2 ")]
    assert ("牵头单位", "平台处", "规划处") in row.fields
    assert not row.edited_since
    desk.take(comparison.change(comparison.differences))
    assert desk.printed()[1] == ("2", "", "新增省级及以上众创孵化机构45家。", "规划处")
    assert (
        desk.compare(
            replaced(("孵化机构40家。 | 平台处 | 刘 红", "孵化机构45家。 | 规划处 | 徐涛"))
        ).differences
        == ()
    )


def test_changed_rows_stand_in_the_order_of_the_list(desk: Desk) -> None:
    key = desk.row("4")
    done = assign_units(desk.tasks, (key,), "lead", (unit_named(desk.tasks, "平台处"),))
    desk.take(assignment_change(desk.tasks, (key,), {"lead": done}))
    differences = desk.compare(NOTICE.replace("孵化机构40家", "孵化机构60家")).differences
    rows = [one.about.split()[0] for one in differences if one.about[0].isdigit()]
    assert rows == ["2", "4"], "a row whose text was changed is matched after those that say the same"


def test_rows_added_and_gone(desk: Desk) -> None:
    text = replaced(("2.加快电子证照共享调用。", "2.推行容缺受理和告知承诺。"))
    comparison = desk.compare(text)
    assert kinds(comparison) == [("added", "3.2"), ("gone", "3.2")]
    before = desk.printed()
    desk.take(comparison.change(comparison.differences))
    assert [row[2] for row in desk.printed()][2:6][1] == "推行容缺受理和告知承诺。"
    assert len(desk.printed()) == len(before)


def test_what_the_clerk_changed_here_is_marked(desk: Desk) -> None:
    key = desk.row("2")
    done = assign_units(desk.tasks, (key,), "lead", (unit_named(desk.tasks, "规划处"),))
    desk.take(assignment_change(desk.tasks, (key,), {"lead": done}))
    change, _ = new_row(desk.tasks, desk.row("3.4"))
    desk.take(change)
    differences = desk.compare(NOTICE).differences
    assert [(difference.kind, difference.edited_since) for difference in differences] == [
        ("changed", True),
        ("gone", True),
    ]


def test_a_new_person_and_unit_come_with_the_row_that_names_them(desk: Desk) -> None:
    text = replaced(
        ("成果转化处处长", "成果转化处处长\n钱 进 监督评估处处长"),
        ("最后一公里”。 | 成果处 |", "最后一公里”。 | 监督评估处 |"),
    )
    comparison = desk.compare(text)
    rows = [difference for difference in comparison.differences if difference.about.startswith("1 ")]
    desk.take(comparison.change(rows))
    mention = desk.tasks.task(desk.row("1")).lead_units[0]
    assert desk.tasks.unit_name(mention.key) == "监督评估处"
    assert len(desk.tasks.roster) == 24


def test_nothing_accepted_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="没有选中"):
        desk.compare(NOTICE).change(())


def test_an_item_goes_with_its_last_row(desk: Desk) -> None:
    lines = [line for line in NOTICE.splitlines() if "| 平台处 |" not in line]
    comparison = desk.compare("\n".join(lines))
    gone = [
        difference
        for difference in comparison.differences
        if difference.kind == "gone" and difference.about.startswith("2 ")
    ]
    desk.take(comparison.change(gone))
    assert (len(desk.tasks.items), len(desk.tasks.task_keys)) == (5, 8)


_EDITS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("平台处 | 刘 红", "规划处 | 徐涛"),
    lambda text: text.replace("2.加快电子证照共享调用。", "2.推行容缺受理和告知承诺。"),
    lambda text: text.replace("4.提升政务服务窗口的服务能力", "4.全面提升政务服务窗口的服务能力"),
    lambda text: text.replace("阮 聪 办公室主任", "阮 敏 办公室主任"),
    lambda text: text.replace("(六)其他共性任务", "(六)其他任务"),
    lambda text: text.replace("2021年3月31日", "2021年4月1日"),
)


@given(st.sets(st.sampled_from(range(len(_EDITS)))), st.data())
def test_accepting_some_then_taking_it_back_is_the_identity(chosen: set[int], data: st.DataObject) -> None:
    desk = Desk()
    text = NOTICE
    for number in sorted(chosen):
        text = _EDITS[number](text)
    comparison = desk.compare(text)
    accepted: list[Difference] = (
        data.draw(st.lists(st.sampled_from(comparison.differences), unique_by=id))
        if comparison.differences
        else []
    )
    if not accepted:
        return
    before = {table: dict(docs) for table, docs in desk.tasks.documents.tables.items()}
    change = comparison.change(accepted)
    desk.take(change)
    desk.take(Change("撤销", tuple(edit.inverted() for edit in reversed(change.edits))))
    assert {table: dict(docs) for table, docs in desk.tasks.documents.tables.items()} == before


def test_a_text_put_right_here_is_the_clerks(desk: Desk) -> None:
    task = desk.tasks.task(desk.row("1"))
    desk.take(Change("改", tuple(updated(task, remark="已发函"))))
    (difference,) = desk.compare(NOTICE).differences
    assert difference.edited_since
    assert difference.fields == (("备注", "已发函", "（空）"),)
