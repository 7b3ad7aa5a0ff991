"""Which rows are looked at, and in which order, on the sample (seed-facts.md section 5)."""

from dataclasses import replace

import pytest

from store.history.prints import print_change
from store.records.changes import Change, Edit, History, updated
from store.records.tasklist import TaskList
from store.views.selection import CONDITIONS, Selection, rows_selected, words_of
from store.views.sorting import rows_sorted
from tests.sample import sample_change, sample_list

NO_HISTORY = History([])


@pytest.fixture
def tasks() -> TaskList:
    """The sample with deadlines of three kinds in three rows."""
    tasks = sample_list()
    for row, wording in {"1": "12月底前", "3.2": "6月底前", "4": "长期坚持"}.items():
        write(tasks, row, deadline=wording)
    return tasks


def write(tasks: TaskList, row: str, **values: object) -> tuple[Edit, ...]:
    (key,) = tasks.rows_named(row)
    edits = tuple(updated(tasks.task(key), **values))
    tasks.apply(edits)
    return edits


def names(tasks: TaskList, rows: tuple[str, ...]) -> list[str]:
    return [tasks.row_name(row) for row in rows]


def selected(tasks: TaskList, selection: Selection) -> list[str]:
    return names(tasks, rows_selected(tasks, NO_HISTORY, selection))


def unit(tasks: TaskList, wording: str) -> str:
    return next(one.key for one in tasks.units if wording in (one.full_name, *one.aliases))


def test_several_units_and_leaders_let_through_the_rows_of_each(tasks: TaskList) -> None:
    both = Selection(units=(unit(tasks, "平台处"), unit(tasks, "规划处")))
    assert selected(tasks, both) == ["2", "4", "5"]
    liu = tasks.people_named("刘红")[0].key
    assert selected(tasks, Selection(leaders=(liu,))) == ["2", "4"]
    assert selected(tasks, replace(both, leaders=(liu,))) == ["2", "4"], "a unit of these, and this leader"


def test_what_is_missing_is_looked_for(tasks: TaskList) -> None:
    assert selected(tasks, Selection(no_leader=True)) == []
    write(tasks, "2", lead_leaders=())
    assert selected(tasks, Selection(no_leader=True)) == ["2"]
    assert selected(tasks, Selection(no_deadline=True)) == ["2", "3.1", "3.3", "3.4", "5", "6"]
    assert selected(tasks, Selection(in_doubt=True)) == ["6"], "the column of row 6 is unclear in the notice"


@pytest.mark.parametrize(
    ("day", "rows"), [("2021-06-29", []), ("2021-06-30", ["3.2"]), ("2021-12-31", ["1", "3.2"])]
)
def test_a_day_lets_through_what_is_due_on_it_or_before(tasks: TaskList, day: str, rows: list[str]) -> None:
    assert selected(tasks, Selection(due_by=day)) == rows


def test_words_are_looked_for_in_every_text_of_a_row(tasks: TaskList) -> None:
    write(tasks, "5", remark="与大数据局 会商")
    assert selected(tasks, Selection(words="大数据局会商")) == ["5"], "blanks apart"
    assert selected(tasks, Selection(words="6月底")) == ["3.2"]
    assert selected(tasks, Selection(words="40家")) == ["2"]
    assert selected(tasks, Selection(words="没有这样的字")) == []


def test_what_changed_since_the_last_print_is_known_once_there_was_one(tasks: TaskList) -> None:
    history = History([sample_change().to_doc()])
    changed = Selection(changed=True)
    write(tasks, "1", remark="先印")
    assert rows_selected(tasks, history, changed) == ()
    printed = print_change(history, "任务清单", "list", (), "docx", "2021-04-06T09:30:00+08:00")
    tasks.apply(printed.edits)
    later = Change("后改", write(tasks, "3.4", remark="后改"))
    history = History([*history.docs, printed.to_doc(), later.to_doc()])
    assert names(tasks, rows_selected(tasks, history, changed)) == ["3.4"]


def test_a_selection_is_said_in_the_clerks_words(tasks: TaskList) -> None:
    both = Selection(units=(unit(tasks, "成果处"),)).with_also(CONDITIONS["没有时限"])
    assert words_of(tasks, both) == ["成果处", "没有时限"]
    assert Selection().is_all and not both.is_all
    assert Selection(sorted_by="unit").selects is False


def test_rows_are_sorted_by_day_and_those_without_one_come_last(tasks: TaskList) -> None:
    rows = rows_sorted(tasks, tasks.task_keys, "deadline")
    assert names(tasks, rows)[:3] == ["3.2", "1", "4"], "30 June, 31 December, then a wording without a day"
    assert names(tasks, rows)[3:] == ["2", "3.1", "3.3", "3.4", "5", "6"]


def test_rows_are_sorted_by_unit_and_leader_as_the_roster_has_them(tasks: TaskList) -> None:
    by_unit = rows_sorted(tasks, tasks.task_keys, "unit")
    # Roster: 发展规划处, 政策法制…处, …, 创新平台处, 成果转化处; a collective comes after all units.
    assert names(tasks, by_unit) == ["4", "3.1", "3.2", "3.3", "3.4", "5", "2", "1", "6"]
    by_leader = rows_sorted(tasks, tasks.task_keys, "leader")
    # Roster: 徐涛, 胡军, 刘红.
    assert names(tasks, by_leader) == ["3.1", "3.2", "3.3", "3.4", "4", "5", "1", "2", "6"]


def test_texts_are_sorted_by_their_pinyin(tasks: TaskList) -> None:
    by_text = rows_sorted(tasks, tasks.task_keys, "text")
    # an(按), fu(赋), jia(加), luo(落), shen(深 twice), ti(提), xin(新), yin(印).
    assert names(tasks, by_text) == ["6", "4", "3.2", "3.3", "1", "3.1", "3.4", "2", "5"]


def test_no_order_is_the_lists_own(tasks: TaskList) -> None:
    assert rows_sorted(tasks, tasks.task_keys[::-1], "") == tasks.task_keys[::-1]


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(units=("甲", "乙"), in_doubt=True, sorted_by="deadline"),
        Selection(leaders=("丙",), due_by="2021-06-30", words="含=号", no_leader=True),
    ],
)
def test_a_selection_is_kept_as_words(selection: Selection) -> None:
    assert Selection.of_spelled(selection.spelled()) == selection


def test_words_that_say_nothing_are_passed_over() -> None:
    words = ("", "旧栏=1", "units", "in_doubt=True", "sorted_by=colour")
    assert Selection.of_spelled(words) == Selection(in_doubt=True)
