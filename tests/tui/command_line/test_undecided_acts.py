"""Further acts of the screen on a list in which desks gave a cell different values: none of them is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from store.acts.assigning import SideAnswer, assign, assigned_edits
from store.acts.crossings import crossings, turned
from store.acts.names_replaced import named_so, replace_name, unit_preview
from store.acts.pasting import PasteTarget, Pasting
from store.acts.preview import Answers
from store.acts.renumbering import disorder, renumbering
from store.acts.repeating import answers_given, last_given
from store.acts.roster import rename_person
from store.acts.rows import move_rows
from store.acts.signs_printed import places_of_signs, print_signs
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from store.records.person import Person
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.blocks import block_of
from tests.tui.command_line.test_undecided import LEFT, disputed, mention, row, values

__all__ = ["disputed"]

Act = Callable[[TaskFile], Change]


def leader_replaced(file: TaskFile) -> Change:
    tasks, rows = file.tasks, file.tasks.rows_named("1-3.1")
    (named,) = [one for one in named_so(tasks, rows, "胡军") if one.kind == "leaders"]
    return replace_name(tasks, rows, named, mention(tasks, "赵峰"), "only_here")


def unit_replaced(file: TaskFile) -> Change:
    tasks, rows = file.tasks, file.tasks.rows_named("1-3.1")
    (named,) = [one for one in named_so(tasks, rows, "成果处") if one.kind == "units"]
    new = mention(tasks, "平台处")
    asked = unit_preview(tasks, rows, named, new, {}).questions
    answers: Answers = {question.place: "drop" for question in asked}
    return unit_preview(tasks, rows, named, new, answers).change(tasks)


def cut(file: TaskFile) -> Change:
    fields = ("lead_units", "lead_leaders", "remark", "deadline")
    target = PasteTarget(file.tasks.rows_named("1-3.1"), fields, act="剪切", alone=True)
    return Pasting(file.tasks, (("",) * len(fields),) * 3, target).change()


def pasted(file: TaskFile) -> Change:
    target = PasteTarget(file.tasks.rows_named("1-3.1"), ("lead_units",), may_add=True)
    return Pasting(file.tasks, block_of("平台处\n" * 3), target).change()


def repeated(file: TaskFile) -> Change:
    """What was given row 1 is given the rows below as well."""
    given = SideAnswer(units=(mention(file.tasks, "平台处"),))
    first = file.tasks.rows_named("1")
    done = assign(file.tasks, first, {"lead": given}).values()
    file.commit(Change("改牵头", tuple(assigned_edits(file.tasks, first, done))))
    rows = file.tasks.rows_named("2-3.1")
    again = assign(file.tasks, rows, answers_given(last_given(file.history))).values()
    return Change("重复", tuple(assigned_edits(file.tasks, rows, again)))


def turned_crossing(file: TaskFile) -> Change:
    """A sign of the 方阵 in the rows 2 and 1: 平台处 comes to lead."""
    tasks = file.tasks
    unit = mention(tasks, "平台处").key
    found = crossings(tasks, tasks.task_keys)
    (column,) = [one for one in found.columns if one.mention.key == unit]
    edits = []
    for name in ("1", "2"):
        (one,) = tasks.rows_named(name)
        done = assign(tasks, (one,), turned(tasks, one, column), "only_here").values()
        edits += assigned_edits(tasks, (one,), done)
    return Change("方阵", tuple(edits))


def renumbered(file: TaskFile) -> Change:
    tasks = file.tasks
    file.commit(move_rows(tasks, tasks.rows_named("3.2"), -1))
    return renumbering(tasks, disorder(tasks))


def moved(file: TaskFile) -> Change:
    return move_rows(file.tasks, file.tasks.rows_named("3.1"), 1)


def renamed_person(file: TaskFile) -> Change:
    key = mention(file.tasks, "胡军").key or ""
    return rename_person(file.tasks, file.tasks.get(Person, key), "胡君")


def signs(file: TaskFile) -> Change:
    return print_signs(file.tasks, places_of_signs(file.tasks, file.tasks.task_keys))


@pytest.mark.parametrize(
    ("act", "leaves_out"),
    [
        (leader_replaced, True),
        (unit_replaced, True),
        (cut, True),
        (pasted, True),
        (repeated, True),
        (turned_crossing, True),
        (renamed_person, True),
        (renumbered, False),
        (moved, False),
        (signs, False),
    ],
)
def test_acts_of_the_screen_leave_it_out(disputed: Path, act: Act, *, leaves_out: bool) -> None:
    before = values(disputed)
    with TaskFile.open(disputed) as file:
        file.commit(act(file))
        assert (LEFT in file.left_out) is leaves_out
        assert len(file.history[-1].edits) > 0
    assert values(disputed) == before


def in_conflict(listed: Path, here_says: str, there_says: str, field: str = "text") -> Path:
    """The sample, in which two desks gave a field of row 2 other words."""
    other = Path(shutil.copy(listed, listed.with_name("对方.json")))
    with TaskFile.open(listed) as here, TaskFile.open(other) as there:
        for file, said in ((here, here_says), (there, there_says)):
            file.commit(Change("改", tuple(updated(row(file.tasks, "2"), **{field: said}))))
        here.take_in(there.history.docs, "2027-03-03T08:00:00+08:00", "对方")
        assert len(here.undecided) == 1
    return listed


def sides(tasks: TaskList, field: str) -> set[str]:
    (conflict,) = tasks.documents.undecided
    return {side.values[field] for side in conflict.sides}


def test_signs_of_print_are_not_put_into_a_text_in_conflict(listed: Path) -> None:
    said = "建设载体,到年底建成,验收", "建设载体,验收"
    with TaskFile.open(in_conflict(listed, *said)) as file:
        here = set(file.tasks.rows_named("1")) | set(file.tasks.rows_named("2"))
        one = row(file.tasks, "1")
        file.commit(Change("改", tuple(updated(one, text="深化改革,见实效"))))
        file.commit(print_signs(file.tasks, places_of_signs(file.tasks, sorted(here))))
        assert row(file.tasks, "1").text == "深化改革，见实效"
        assert sides(file.tasks, "text") == set(said)
        assert any("未定夺，本次未改" in sentence for sentence in file.left_out)
        assert file.breaks() == []


def test_a_place_in_conflict_is_not_given_by_a_further_move(listed: Path) -> None:
    with TaskFile.open(in_conflict(listed, "zz", "zy", "order")) as file:
        (two,) = file.tasks.rows_named("2")
        with pytest.raises(Refused, match="定夺"):
            file.commit(Change("移动", tuple(updated(file.tasks.task(two), order="0"))))
        assert sides(file.tasks, "order") == {"zz", "zy"}
