"""C30: closings that lack something; C37: rows that one desk ended while another worked on them."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from store.acts.adjusting import AdjustmentGiven, adjust_rows
from store.acts.closing import ClosingGiven, close_rows, reopen_rows
from store.acts.deciding import take_sides
from store.acts.field_values import set_fields
from store.checks.accepting import accept
from store.checks.checker import checked
from store.checks.finding import Finding
from store.file.task_file import TaskFile
from store.history.undoing import redo_change, undo_change
from store.machine.clock import Clock
from store.records.changes import Change, created, updated
from store.records.closing import Closing
from store.records.report import Report, report_key
from store.records.tasklist import TaskList
from store.records.undecided_cells import cell_of_conflict
from store.records.unit import Unit
from tests.sample import sample_change
from tests.store.ledger.small_list import closing, small_list

DAY = date(2021, 11, 25)
CLOCK = Clock(lambda: datetime.fromisoformat("2021-11-25T09:00:00"))
GIVEN = ClosingGiven("办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")


def found(tasks: TaskList, code: str) -> list[Finding]:
    """What a rule finds and nobody has accepted."""
    checker = checked(tasks)
    accepted = checker.accepted()
    return [one for one in checker.findings() if one.code == code and one.name not in accepted]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({"approved_by": "徐涛", "approved_on": "2021-11-20"}, "完成情况"),
        ({"result": "办结", "approved_on": "2021-11-20"}, "批准人"),
        ({"result": "办结", "approved_by": "徐涛"}, "批准日期"),
    ],
)
def test_a_closing_that_lacks_something_is_found_until_it_is_written(
    said: dict[str, Any], missing: str
) -> None:
    tasks = small_list(closing(**said))
    (finding,) = found(tasks, "C30")
    assert finding.hit.says == f"销号不全，缺：{missing}，请在“销号、调整”中补写。"
    tasks.apply(close_rows(tasks, ("row",), GIVEN, DAY).change.edits)
    assert found(tasks, "C30") == []
    assert tasks.all_of(Closing)[0].approved_by == "徐涛"


def test_a_closing_that_is_whole_waits_or_was_taken_back_is_no_finding() -> None:
    for said in (
        {"result": "办结", "approved_by": "徐涛", "approved_on": "2021-11-20"},
        {"asked_on": "2021-11-20"},
        {"approved_on": "2021-11-20", "reopened_on": "2021-11-21", "reopen_reason": "未验收"},
    ):
        assert found(small_list(closing(**said)), "C30") == []


# ---------------------------------------------------------------------- two desks


class TwoDesks:
    """王芳 and 李明 with a copy of the sample list each."""

    def __init__(self, folder: Path) -> None:
        first = TaskFile.create(folder / "王芳.json", sample_change(), by="王芳", clock=CLOCK)
        first.close()
        (folder / "李明.json").write_bytes((folder / "王芳.json").read_bytes())
        self.here = TaskFile.open(folder / "王芳.json", by="王芳", clock=CLOCK)
        self.there = TaskFile.open(folder / "李明.json", by="李明", clock=CLOCK)
        self.row = self.here.tasks.rows_named("3.2")[0]

    def meet(self) -> None:
        """Each takes in what the other has."""
        here, there = list(self.here.history.docs), list(self.there.history.docs)
        self.here.take_in(there, CLOCK.stamp(), "李明的电脑")
        self.there.take_in(here, CLOCK.stamp(), "王芳的电脑")

    def close(self) -> None:
        self.here.close()
        self.there.close()


@pytest.fixture
def desks(tmp_path: Path) -> Any:
    desks = TwoDesks(tmp_path)
    yield desks
    desks.close()


def closed(file: TaskFile, row: str) -> None:
    file.commit(close_rows(file.tasks, (row,), GIVEN, DAY).change)


def due_set(file: TaskFile, row: str, day: str = "2021-12-31") -> None:
    file.commit(set_fields(file.tasks, file.tasks.task(row), due_on=day))


def reported(file: TaskFile, row: str) -> None:
    unit = file.tasks.task(row).lead_units[0].key or ""
    report = Report(report_key(row, unit, "2021-11"), row, unit, "2021-11", word="under_way")
    file.commit(Change("进展", (created(report),)))


def test_a_closed_row_whose_due_was_changed_unseen_is_found_at_both_desks(desks: TwoDesks) -> None:
    closed(desks.here, desks.row)
    due_set(desks.there, desks.row)
    desks.meet()
    for file in (desks.here, desks.there):
        (finding,) = found(file.tasks, "C37")
        assert finding.hit.says == (
            "已于 2021-11-20 销号（徐涛批准），同时另一台电脑上李明 2021-11-25 改了到期日，双方都没有看到。"
            "要改请先恢复，没有问题的请写明理由认可。"
        )


def test_it_is_settled_by_accepting_opening_or_taking_back(desks: TwoDesks) -> None:
    closed(desks.here, desks.row)
    due_set(desks.there, desks.row)
    desks.meet()
    tasks = desks.here.tasks
    desks.here.commit(accept(tasks, found(tasks, "C37"), "照销号", "王芳"))
    assert found(tasks, "C37") == []
    desks.there.commit(undo_change(desks.there.tasks, desks.there.history))
    assert found(desks.there.tasks, "C37") == []
    desks.there.commit(redo_change(desks.there.tasks, desks.there.history))
    assert len(found(desks.there.tasks, "C37")) == 1
    desks.there.commit(reopen_rows(desks.there.tasks, (desks.row,), "未办完", DAY).change)
    assert found(desks.there.tasks, "C37") == []


def test_who_had_seen_the_other_makes_no_finding(desks: TwoDesks) -> None:
    due_set(desks.there, desks.row)
    desks.meet()
    closed(desks.here, desks.row)
    due_set(desks.there, desks.here.tasks.rows_named("3.1")[0])
    desks.meet()
    assert found(desks.here.tasks, "C37") == []


def test_a_report_on_a_row_that_was_suspended_unseen_is_found(desks: TwoDesks) -> None:
    given = AdjustmentGiven(reason="政策调整", approved_by="徐涛")
    desks.here.commit(adjust_rows(desks.here.tasks, "suspension", (desks.row,), given, DAY).change)
    reported(desks.there, desks.row)
    due_set(desks.there, desks.row)
    desks.meet()
    (finding,) = found(desks.there.tasks, "C37")
    assert (
        "已于 2021-11-25 中止（徐涛批准），同时另一台电脑上李明 2021-11-25 登记了进展，" in finding.hit.says
    )
    assert "到期日" not in finding.hit.says


def test_one_who_closes_it_again_having_seen_the_change_settles_it(desks: TwoDesks) -> None:
    closed(desks.here, desks.row)
    due_set(desks.there, desks.row)
    desks.meet()
    tasks = desks.here.tasks
    desks.here.commit(reopen_rows(tasks, (desks.row,), "核实", DAY).change)
    closed(desks.here, desks.row)
    assert found(tasks, "C37") == []


def test_a_closing_that_two_desks_gave_differently_is_gone_to_and_decided(desks: TwoDesks) -> None:
    closed(desks.here, desks.row)
    other = ClosingGiven("另有办结", approved_by="徐涛", approved_on="2021-11-20", basis="纪要")
    desks.there.commit(close_rows(desks.there.tasks, (desks.row,), other, DAY).change)
    desks.meet()
    tasks = desks.here.tasks
    (conflict,) = tasks.documents.undecided
    assert cell_of_conflict(tasks, conflict) == (desks.row, "deadline")
    side = next(one for one in conflict.sides if one.values["result"] == "另有办结")
    desks.here.commit(take_sides(tasks, [(conflict, side)]))
    assert not tasks.documents.undecided
    assert tasks.all_of(Closing)[0].result == "另有办结"


def test_a_cell_in_conflict_is_decided_though_the_row_is_closed(desks: TwoDesks) -> None:
    due_set(desks.here, desks.row, "2021-11-30")
    due_set(desks.there, desks.row, "2021-12-31")
    closed(desks.here, desks.row)
    desks.meet()
    tasks = desks.here.tasks
    (conflict,) = tasks.documents.undecided
    side = next(one for one in conflict.sides if one.values["due_on"] == "2021-12-31")
    desks.here.commit(take_sides(tasks, [(conflict, side)]))
    assert tasks.task(desks.row).due_on == "2021-12-31"


def test_a_row_given_to_a_unit_that_was_merged_unseen_names_the_successor(desks: TwoDesks) -> None:
    old, heir = desks.here.tasks.units[:2]
    edits = updated(old, valid_until="2021-11-01", successors=(heir.key,))
    desks.here.commit(Change("并入", tuple(edits)))
    given = ({"key": old.key, "wording": old.full_name},)
    task = desks.there.tasks.task(desks.row)
    desks.there.commit(Change("改牵头", tuple(updated(task, lead_units=given))))
    desks.meet()
    said = [one.hit.says for one in found(desks.here.tasks, "C10") if one.hit.row == desks.row]
    assert said == [f"“{old.full_name}”已于 2021-11-01 撤销，请改为{heir.full_name}。"]
    closed(desks.here, desks.row)
    assert not [one for one in found(desks.here.tasks, "C10") if one.hit.row == desks.row]
    assert desks.here.tasks.get(Unit, old.key).successors == (heir.key,)
