"""Acts on many rows, undo and other lists leave what is known of who has which unit."""

from pathlib import Path

import pytest

from data import sample_notice
from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.cell_grounds import Reason
from store.acts.crossings import crossings, turned
from store.acts.handover import Handover, handover_preview
from store.acts.person_replaced import Succession, new_successor, succession_preview
from store.acts.preview import KeepOrDrop, RowSide
from store.acts.resolving import leaders_named, one_unit_named, person_named, units_named
from store.acts.rows import delete_rows
from store.acts.settling import settle
from store.acts.unit_in_rows import swap_preview
from store.acts.unit_split import Split, split_change
from store.acts.units_merged import Merger, merge_preview
from store.file.task_file import TaskFile
from store.history.undoing import redo_change, undo_change
from store.importing.comparing import compare
from store.importing.new_list import import_change, new_notice
from store.portfolio.standings import standings
from store.reading import read_notice
from store.records.changes import Change
from store.records.ground import Ground, ground_key
from store.records.kept import Pair
from store.records.keys import new_key
from store.records.record import Doc
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.sample import sample_change, sample_list

NOTICE = sample_notice().decode()


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def known(tasks: TaskList) -> dict[str, tuple[str, str]]:
    """The grade and the leader of each unit, by its full name."""
    return {
        tasks.unit_name(unit): (one.grade, tasks.person_name(one.leader))
        for unit, one in standings(tasks).items()
    }


def take(tasks: TaskList, change: Change) -> None:
    assert tasks.conflict(change.edits) is None
    tasks.apply(change.edits)


def hand(tasks: TaskList, giver: str, taker: str, *units: str) -> None:
    keys = tuple(one_unit_named(tasks, unit).key for unit in units)
    people = person_named(tasks, giver).key, person_named(tasks, taker).key
    handover = Handover(*people, keys, "2026-10-21", "局办公会纪要")
    preview = handover_preview(tasks, handover, {})
    answers: dict[RowSide, KeepOrDrop] = {question.place: "drop" for question in preview.open}
    take(tasks, handover_preview(tasks, handover, answers).change(tasks))


def leaders(tasks: TaskList, row: str) -> str:
    return " ".join(one.wording for one in tasks.task(tasks.rows_named(row)[0]).lead_leaders)


def lead(tasks: TaskList, row: str, units: str, people: str, reason: Reason = "") -> Change:
    answer = SideAnswer(units_named(tasks, units.split()), leaders_named(tasks, people.split()))
    rows = tasks.rows_named(row)
    return assignment_change(tasks, rows, assign(tasks, rows, {"lead": answer}, reason))


def test_three_turns_of_a_crossing_leave_everything_as_it_was(tasks: TaskList) -> None:
    before = {table: dict(docs) for table, docs in tasks.documents.tables.items()}
    (row,) = tasks.rows_named("4")
    matrix = crossings(tasks)
    column = next(one for one in matrix.columns if one.mention.wording == "组织人事处")
    for _ in range(3):
        done = assign(tasks, (row,), turned(tasks, row, column))
        take(tasks, assignment_change(tasks, (row,), done))
    assert {table: dict(docs) for table, docs in tasks.documents.tables.items()} == before


def test_handovers_one_after_another_leave_all_other_units_as_they_stand(tasks: TaskList) -> None:
    take(tasks, settle(tasks, one_unit_named(tasks, "企业中心").key, person_named(tasks, "赵峰").key))
    before = dict(standings(tasks))
    hand(tasks, "胡军", "赵峰", "成果处", "转化中心")
    hand(tasks, "赵峰", "刘红", "成果处", "转化中心")
    hand(tasks, "赵峰", "王振旭", "企业中心")
    passed = {one_unit_named(tasks, name).key for name in ("成果处", "转化中心", "企业中心")}
    after = standings(tasks)
    assert {unit for unit in before if after[unit] != before[unit]} == passed
    assert [tasks.person_name(after[unit].leader) for unit in before if unit in passed] == [
        "刘红",
        "刘红",
        "王振旭",
    ]
    ended = [pair for pair in tasks.all_of(Pair) if pair.until]
    assert [(pair.until, tasks.person_name(pair.leader)) for pair in ended] == [
        ("2026-10-21", "赵峰"),
        ("2026-10-21", "赵峰"),
        ("2026-10-21", "赵峰"),
    ]


def test_what_is_open_in_a_row_is_answered_by_a_handover(tasks: TaskList) -> None:
    (row,) = tasks.rows_named("4")
    answer = SideAnswer(units=units_named(tasks, ["项目中心"]))
    take(tasks, assignment_change(tasks, (row,), assign(tasks, (row,), {"lead": answer})))
    assert tasks.task(row).has_doubt("lead", "leaders_left")
    hand(tasks, "赵峰", "刘红", "项目中心")
    assert tasks.task(row).doubts == ()


def test_a_side_that_holds_for_its_row_alone_keeps_that_where_it_is_swapped(tasks: TaskList) -> None:
    rows = tasks.rows_named("3.4")
    take(tasks, lead(tasks, "3.4", "法制处", "刘红", "only_here"))
    for side in ("participant", "lead"):
        take(tasks, swap_preview(tasks, rows).change(tasks))
        assert tasks.task(rows[0]).only_here == (side,)


def test_rows_that_go_take_nothing_along(tasks: TaskList) -> None:
    before = known(tasks)
    take(tasks, delete_rows(tasks, tasks.rows_named("1")))
    assert known(tasks) == before


def test_heirs_have_the_leader_that_was_certain(tasks: TaskList) -> None:
    before = known(tasks)
    new = Unit(new_key(), "9", "科技平台处")
    parts = (Unit(new_key(), "91", "甲处"), Unit(new_key(), "92", "乙处"))
    old = one_unit_named(tasks, "平台处").key
    take(tasks, merge_preview(tasks, Merger((old,), new), {}).change(tasks))
    law = one_unit_named(tasks, "法制处").key
    takers = dict.fromkeys(tasks.rows_naming_anywhere(law), (parts[0].key,))
    take(tasks, split_change(tasks, Split(law, parts), takers))
    after = known(tasks)
    assert [after[name] for name in ("科技平台处", "甲处", "乙处")] == [
        ("settled", "刘红"),
        ("settled", "徐涛"),
        ("settled", "徐涛"),
    ]
    same = before.keys() & after.keys()
    assert {name: after[name] for name in same} == {name: before[name] for name in same}


def test_a_successor_has_what_his_forerunner_had(tasks: TaskList) -> None:
    before = known(tasks)
    entry = next(one for one in tasks.roster if tasks.person_name(one.person) == "徐涛")
    take(tasks, succession_preview(tasks, Succession(entry.key, new_successor("钱进"))).change(tasks))
    after = known(tasks)
    changed = {name: after[name] for name in before if after[name] != before[name]}
    assert changed == {"发展规划处": ("settled", "钱进"), "政策法制与创新体系建设处": ("settled", "钱进")}


def grounds(tasks: TaskList) -> dict[str, Doc]:
    return dict(tasks.documents.tables[Ground.TABLE])


def test_grounds_are_undone_and_done_again_with_their_rows(tmp_path: Path) -> None:
    with TaskFile.create(tmp_path / "清单.json", sample_change()) as file:
        states = [grounds(file.tasks)]
        file.commit(lead(file.tasks, "4", "办公室", "鲁文安"))
        file.commit(lead(file.tasks, "2", "平台处", "赵峰", "misread"))
        states.append(grounds(file.tasks))
        assert states[0] != states[1]
        for _ in range(2):
            file.commit(undo_change(file.tasks, file.history))
        assert grounds(file.tasks) == states[0]
        for _ in range(2):
            file.commit(redo_change(file.tasks, file.history))
        assert grounds(file.tasks) == states[1]
        assert not file.breaks()
    with TaskFile.open(tmp_path / "清单.json") as file:
        assert grounds(file.tasks) == states[1] and not file.breaks()


@pytest.mark.parametrize(("accepts", "leader"), [(True, "王振旭"), (False, "刘红")])
def test_a_corrected_notice_counts_where_it_is_accepted(tasks: TaskList, accepts: bool, leader: str) -> None:
    take(tasks, lead(tasks, "2", "办公室", "鲁文安"))
    corrected = NOTICE.replace("| 平台处 | 刘 红 |", "| 平台处 | 王振旭 |")
    corrected = corrected.replace("平台处 农社处", "农社处").replace("证明事项", "证明材料")
    differences = compare(tasks, read_notice(corrected.encode())).differences
    taken = [one for one in differences if accepts or "证明" in str(one.fields)]
    assert (taken and len(taken) < len(differences)) or accepts
    comparison = compare(tasks, read_notice(corrected.encode()))
    take(tasks, comparison.change(taken))
    (row,) = tasks.rows_named("2")
    assert known(tasks)["创新平台处"] == ("certain", leader)
    by_hand = tasks.find(Ground, ground_key(row, "lead", "hand"))
    assert (by_hand is None) is accepts, "what was said by hand goes where the notice is followed"


def test_grounds_count_in_their_own_list_and_pairs_in_the_whole_file(tasks: TaskList) -> None:
    second = NOTICE.replace("2021年", "2022年").replace("| 成果处 | 胡 军 |", "| 成果处 | 赵 峰 |")
    second = second.replace("合作处 成果处", "合作处").replace("| 成果处 高新处", "| 高新处")
    change = import_change(read_notice(second.encode()), tasks)
    take(tasks, change)
    other = tasks.of(new_notice(change))
    assert known(tasks)["成果转化处"] == ("certain", "胡军")
    assert known(other)["成果转化处"] == ("certain", "赵峰")
    unit = one_unit_named(tasks, "成果处").key
    take(tasks, settle(tasks, unit, person_named(tasks, "刘红").key))
    assert known(tasks)["成果转化处"] == known(other)["成果转化处"] == ("settled", "刘红")
