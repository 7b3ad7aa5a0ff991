"""Acts on a list in which two desks gave one cell different values: they leave it out, and say so."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.acts.field_values import set_field_of_rows
from store.acts.pasting import PasteTarget, Pasting
from store.acts.rows import delete_rows
from store.acts.texts_replaced import places_of, replace_text
from store.acts.unit_in_rows import swap_preview
from store.file.task_file import TaskFile
from store.records.changes import Change, deleted, updated
from store.records.conflicts import Conflict
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt, Mention
from store.refused import Refused
from store.words.blocks import block_of
from tests.tui.command_line.conftest import Yaodian

CORRECTED = Path(__file__).parents[2] / "fixtures/made_by_0_1_0/notices/whkjj-2021-corrected.txt"
LEFT = "2 牵头单位有不一致未定夺，本次未改"
REFUSED = "2 牵头单位有不一致未定夺，请先定夺。"


def mention(tasks: TaskList, name: str) -> Mention:
    """A unit or leader of the sample."""
    units = [unit.key for unit in tasks.units if name in unit.aliases]
    people = [person.key for person in tasks.people_named(name)]
    return Mention((*units, *people)[0], name)


def row(tasks: TaskList, name: str) -> Task:
    return tasks.task(tasks.rows_named(name)[0])


def leading(tasks: TaskList, unit: str, leader: str, at: str) -> Change:
    """Give row 2 another lead."""
    units, leaders = (mention(tasks, unit),), (mention(tasks, leader),)
    return Change("改牵头", tuple(updated(row(tasks, "2"), lead_units=units, lead_leaders=leaders)), at=at)


@pytest.fixture
def disputed(listed: Path) -> Path:
    """The sample, in which 法制处 and 成果处 lead row 2 at two desks; the second is shown."""
    other = Path(shutil.copy(listed, listed.with_name("对方.json")))
    with TaskFile.open(listed) as here, TaskFile.open(other) as there:
        here.save_copy(listed.with_name("备份.json"))
        here.commit(leading(here.tasks, "法制处", "徐涛", "2027-03-01T08:00:00+08:00"))
        there.commit(leading(there.tasks, "成果处", "胡军", "2027-03-02T08:00:00+08:00"))
        here.take_in(there.history.docs, "2027-03-03T08:00:00+08:00", "对方")
        assert len(here.undecided) == 1
    return listed


def conflicts(path: Path) -> list[Conflict]:
    with TaskFile.open(path, read_only=True) as file:
        assert file.breaks() == []
        return list(file.undecided)


def values(path: Path) -> list[Any]:
    """What the sides say of row 2, and whether the units and leaders that they name are there."""
    with TaskFile.open(path, read_only=True) as file:
        (conflict,) = file.undecided
        named = [side.values["lead_units"][0]["key"] for side in conflict.sides]
        assert all(file.tasks.find(Unit, key) for key in named)
        shown = file.tasks.task(conflict.key).lead_units[0].key
        return [[side.values["lead_units"], side.values["lead_leaders"]] for side in conflict.sides] + [shown]


ACTS = [
    ("rename-unit", "成果处", "--to", "科技成果处", "--alias", "科成处"),
    ("merge-units", "成果处", "--into", "法制处", "--answer", "3.1-3.3=drop,4=drop"),
    ("split-unit", "成果处", "--into", "甲处,乙处", "--answer", "1=甲处,2=甲处,3.1-3.3=乙处,4=甲处"),
    ("handover", "--from", "胡军", "--to", "赵峰", "--units", "成果处", "--answer", "3.1-3.4=keep,4=keep"),
    ("replace-person", "胡军", "--by", "李明"),
    ("assign", "1-3.1", "--lead", "平台处", "--only-here"),
]


@pytest.mark.parametrize("words", ACTS, ids=" ".join)
def test_an_act_on_many_rows_leaves_the_cell_as_it_is_and_says_so(
    yaodian: Yaodian, disputed: Path, words: tuple[str, ...]
) -> None:
    before, history = values(disputed), len(TaskFile.open(disputed, read_only=True).history)
    code, out, err = yaodian(*words, "--dry-run", "-f", disputed)
    assert (code, err) == (0, "")
    assert LEFT in out, "the preview says it"
    code, out, err = yaodian(*words, "-f", disputed)
    assert (code, err) == (0, "")
    assert LEFT in out
    assert values(disputed) == before
    with TaskFile.open(disputed, read_only=True) as file:
        assert len(file.history) == history + 1, "the rest is changed"
    code, _, _ = yaodian("undo", "-f", disputed)
    assert (code, values(disputed)) == (0, before)


def test_an_act_on_the_cell_alone_is_refused(yaodian: Yaodian, disputed: Path) -> None:
    before = conflicts(disputed)
    code, _, err = yaodian("assign", "2", "--lead", "平台处", "-f", disputed)
    assert (code, REFUSED in err) == (1, True)
    assert conflicts(disputed) == before


def test_another_field_of_the_row_is_changed_as_ever(yaodian: Yaodian, disputed: Path) -> None:
    before = conflicts(disputed)
    code, out, _ = yaodian("set", "2", "--remark", "已发函", "-f", disputed)
    assert (code, "未定夺" in out) == (0, False)
    assert conflicts(disputed) == before


def test_a_backup_is_restored_but_for_the_cell(yaodian: Yaodian, disputed: Path) -> None:
    yaodian("set", "1", "--remark", "已发函", "-f", disputed)
    before = values(disputed)
    code, out, _ = yaodian("restore", disputed.with_name("备份.json"), "--all", "-f", disputed)
    assert (code, LEFT in out, "1 行改回" in out) == (0, True, True)
    assert values(disputed) == before
    code, out, _ = yaodian("restore", disputed.with_name("备份.json"), "--all", "-f", disputed)
    assert code == 0 and LEFT in out


def test_a_corrected_notice_leaves_the_cell_as_it_is(yaodian: Yaodian, disputed: Path) -> None:
    before = values(disputed)
    code, out, _ = yaodian("import", CORRECTED, "--into", disputed)
    assert (code, LEFT in out) == (0, True), "the comparison says it"
    differences = json.loads(yaodian("import", CORRECTED, "--into", disputed, "--json")[1])
    assert [one["left_out"] for one in differences if "left_out" in one] == [[LEFT]]
    code, out, _ = yaodian("import", CORRECTED, "--into", disputed, "--accept", "all")
    assert (code, LEFT in out) == (0, True)
    assert values(disputed) == before


def marked(tasks: TaskList) -> Change:
    return set_field_of_rows(tasks, tasks.rows_named("1-3.1"), "remark", "急")


def filled(tasks: TaskList) -> Change:
    target = PasteTarget(tasks.rows_named("1-3.1"), ("lead_units", "lead_leaders"))
    return Pasting(tasks, block_of("平台处\t刘红\n" * 3), target).change()


def deleted_rows(tasks: TaskList) -> Change:
    return delete_rows(tasks, tasks.rows_named("1-2"))


def replaced(tasks: TaskList) -> Change:
    rows = tasks.rows_named("1-3.1")
    return replace_text(tasks, places_of(tasks, rows, "新增", "增加"), "新增", "增加")


@pytest.mark.parametrize(
    ("act", "leaves_out"), [(filled, True), (deleted_rows, True), (marked, False), (replaced, False)]
)
def test_acts_of_the_screen_leave_it_out_too(
    disputed: Path, act: Callable[[TaskList], Change], *, leaves_out: bool
) -> None:
    before = values(disputed)
    with TaskFile.open(disputed) as file:
        file.commit(act(file.tasks))
        assert (LEFT in file.left_out) is leaves_out
    assert values(disputed) == before


def test_a_swap_of_the_row_changes_neither_side(disputed: Path) -> None:
    with TaskFile.open(disputed) as file:
        partner = (mention(file.tasks, "平台处"),)
        with_partner = updated(row(file.tasks, "2"), participant_units=partner)
        file.commit(Change("加责任单位", tuple(with_partner)))
    before = values(disputed)
    with TaskFile.open(disputed) as file:
        swap = swap_preview(file.tasks, file.tasks.rows_named("2"))
        assert LEFT in swap.left_out(file.tasks)
        file.commit(swap.change(file.tasks))
        assert LEFT in file.left_out
    assert values(disputed) == before


def test_nobody_takes_out_a_unit_that_a_side_names(disputed: Path) -> None:
    with TaskFile.open(disputed) as file:
        unit = file.tasks.get(Unit, str(mention(file.tasks, "法制处").key))
        with pytest.raises(Refused, match="还在未定夺的不一致中"):
            file.commit(Change("删除单位", (deleted(unit),)))


def test_parts_of_a_field_that_are_not_in_conflict_are_written(listed: Path) -> None:
    other = Path(shutil.copy(listed, listed.with_name("对方.json")))
    lead, partner = Doubt("lead", "甲说"), Doubt("participant", "乙说")
    with TaskFile.open(listed) as here, TaskFile.open(other) as there:
        for file, said in ((here, "甲说"), (there, "丙说")):
            doubts = (Doubt("lead", said),)
            file.commit(Change("存疑", tuple(updated(row(file.tasks, "1"), doubts=doubts))))
        here.take_in(there.history.docs, "2027-03-03T08:00:00+08:00", "对方")
        (conflict,) = here.undecided
        assert "doubts.lead" in conflict.fields
        shown = row(here.tasks, "1").doubts[0]
        here.commit(Change("两处", tuple(updated(row(here.tasks, "1"), doubts=(lead, partner)))))
        assert set(row(here.tasks, "1").doubts) == {shown, partner}
        assert list(here.undecided) == [conflict]
        assert here.breaks() == []
