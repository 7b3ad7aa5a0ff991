"""What stays as it is in rows that have ended, whichever act comes to it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.cells_joined import join_change
from store.acts.closing import ClosingGiven, close_rows, reopen_rows
from store.acts.field_values import set_fields
from store.acts.unit_renamed import Renaming, rename_preview
from store.file.task_file import TaskFile
from store.history.undoing import undo_older_change
from store.machine.clock import Clock
from store.records.changes import Change, created, deleted, updated
from store.records.report import Report, report_key
from store.records.schedule import Milestone
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from tests.sample import sample_change

CLOCK = Clock(lambda: datetime.fromisoformat("2021-11-25T09:00:00"))
SENTENCE = "3.2 已于 2021-11-20 销号（徐涛批准）"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[TaskFile]:
    """The sample list, of which 3.2 is closed."""
    with TaskFile.create(tmp_path / "清单.json", sample_change(), clock=CLOCK) as file:
        row = file.tasks.rows_named("3.2")
        given = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")
        file.commit(close_rows(file.tasks, row, given, CLOCK.day()).change)
        yield file


def rows(tasks: TaskList, words: str = "3.2") -> tuple[str, ...]:
    """Rows by their names."""
    return tasks.rows_named(words)


def lead_given(tasks: TaskList, words: str = "3.2") -> Change:
    """The change that gives rows to another lead unit."""
    (unit,) = [unit for unit in tasks.units if "平台处" in unit.aliases]
    meant = rows(tasks, words)
    done = assign(tasks, meant, {"lead": SideAnswer(units=(Mention(unit.key, "平台处"),))})
    return assignment_change(tasks, meant, done)


@pytest.mark.parametrize(
    "values", [{"due_on": "2021-12-31"}, {"deadline": "12月底前"}, {"start_on": "2021-02-01"}]
)
def test_its_days_are_refused(file: TaskFile, values: dict[str, str]) -> None:
    task = file.tasks.task(rows(file.tasks)[0])
    with pytest.raises(Refused, match=f"^{SENTENCE}，要改请先恢复。$"):
        file.commit(set_fields(file.tasks, task, **values))
    assert file.tasks.task(task.key) == task


def test_its_duty_is_refused_and_nothing_is_made_for_it(file: TaskFile) -> None:
    with pytest.raises(Refused, match=f"^{SENTENCE}，要改请先恢复。$"):
        file.commit(lead_given(file.tasks))


def test_its_reports_and_milestones_are_refused(file: TaskFile) -> None:
    (row,) = rows(file.tasks)
    unit = file.tasks.units[0].key
    report = Report(report_key(row, unit, "2021-10"), row, unit, "2021-10", word="under_way")
    for record in (report, Milestone("node", row, "000100", "启动", "2021-12-01")):
        with pytest.raises(Refused, match=SENTENCE):
            file.commit(Change("报", (created(record),)))


def test_its_text_and_remark_may_be_edited(file: TaskFile) -> None:
    task = file.tasks.task(rows(file.tasks)[0])
    file.commit(set_fields(file.tasks, task, remark="已归档", text="改过的文字"))
    assert file.tasks.task(task.key).remark == "已归档"
    assert file.left_out == ()


def test_an_act_on_many_rows_leaves_it_and_says_so(file: TaskFile) -> None:
    before = file.tasks.task(rows(file.tasks)[0])
    file.commit(lead_given(file.tasks, "3.1-3.3"))
    assert file.tasks.task(before.key) == before
    assert [unit.wording for unit in file.tasks.task(rows(file.tasks, "3.1")[0]).lead_units] == ["平台处"]
    assert file.left_out == (f"{SENTENCE}，本次未改",)


def test_several_that_have_ended_are_counted(file: TaskFile) -> None:
    given = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")
    done = close_rows(file.tasks, rows(file.tasks, "3.1-3.3"), given, CLOCK.day())
    assert done.said == (f"{SENTENCE}，本次未改",)
    file.commit(done.change)
    with pytest.raises(Refused, match=r"^所选的 3 行都已销号或取消，要改请先恢复。$"):
        file.commit(lead_given(file.tasks, "3.1-3.3"))
    file.commit(lead_given(file.tasks, "3.1-3.4"))
    assert file.left_out == ("已销号或取消的 3 行本次未改",)


def test_a_renamed_unit_keeps_its_old_name_there(file: TaskFile) -> None:
    (unit,) = [unit for unit in file.tasks.units if "法制处" in unit.aliases]
    preview = rename_preview(file.tasks, Renaming(unit.key, "政策法规处", "政法处"))
    assert preview.left_out(file.tasks) == (f"{SENTENCE}，本次未改",)
    file.commit(preview.change(file.tasks))
    named = file.tasks.task
    assert [one.wording for one in named(rows(file.tasks)[0]).lead_units] == ["法制处"]
    assert [one.wording for one in named(rows(file.tasks, "3.1")[0]).lead_units] == ["政法处"]
    assert file.tasks.unit_name(unit.key) == "政策法规处"


def test_it_may_be_moved_and_joined_by_its_remark_and_deleted(file: TaskFile) -> None:
    task = file.tasks.task(rows(file.tasks)[0])
    file.commit(join_change(file.tasks, rows(file.tasks, "3.1-3.2"), "remark"))
    assert "remark" in file.tasks.task(task.key).joins
    file.commit(join_change(file.tasks, rows(file.tasks, "3.1-3.2"), "lead_units"))
    assert file.tasks.task(task.key).joins["lead_units"] == task.joins["lead_units"]
    file.commit(Change("移动", tuple(updated(file.tasks.task(task.key), order="zz"))))
    assert file.tasks.row_name(task.key) == "3.4"
    file.commit(Change("删除", (deleted(file.tasks.task(task.key)),)))


def test_what_was_done_before_is_taken_back_though_it_has_ended_since(file: TaskFile) -> None:
    (other,) = rows(file.tasks, "2")
    task = file.tasks.task(other)
    given = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")
    file.commit(set_fields(file.tasks, task, due_on="2021-12-31"))
    moved = file.history[-1]
    file.commit(close_rows(file.tasks, (other,), given, CLOCK.day()).change)
    file.commit(undo_older_change(file.tasks, file.history, moved.id))
    assert file.tasks.task(other).due_on is None


def test_once_opened_again_it_is_as_any_other(file: TaskFile) -> None:
    file.commit(reopen_rows(file.tasks, rows(file.tasks), "未验收", CLOCK.day()).change)
    file.commit(lead_given(file.tasks))
    assert file.left_out == ()
