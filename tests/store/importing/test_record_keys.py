"""What two desks take in of one notice, each by itself, is one thing once they have met."""

from pathlib import Path

from store.file.task_file import TaskFile
from store.importing.comparing import compare
from store.importing.draft import Draft
from store.importing.new_list import import_change
from store.reading import read_notice
from store.reading.result import Reading
from store.records.changes import Change, Edit
from store.records.notice import Notice
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tests.store.file.two_desks import differing, meet, two_desks

TEXT = """关于印发2027年档案工作任务清单的通知
各科室：
组长：高山 局长
成员：李四 档案科科长
王五 利用科科长
| 事项 | 任务 | 牵头单位 | 责任单位 |
| 一、收集归档 | 年度文件归档。 | 档案科 | 利用科 |
| 一、收集归档 | 声像资料归档。 | 档案科 | 利用科 |
| 二、提供利用 | 开放档案目录。 | 利用科 | 数字化中心 |
"""


def reading(text: str = TEXT) -> Reading:
    return read_notice(text.encode(), "通知.txt")


def list_of(file: TaskFile, text: str = "") -> None:
    """Take a notice in as a further list of a file."""
    file.commit(import_change(reading(text or TEXT), file.tasks, file.file_id))


def test_one_notice_at_two_desks_makes_one_list(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        list_of(one)
        list_of(two)
        meet(one, two)
        assert differing(one, two) == []
        assert not one.undecided
        new = one.tasks.of(one.tasks.notices[-1].key)
        assert [task.text for task in new.tasks] == ["年度文件归档。", "声像资料归档。", "开放档案目录。"]
        assert len(one.tasks.all_of(Notice)) == 2
        assert len([unit for unit in one.tasks.units if unit.full_name == "档案科"]) == 1
        assert len(one.tasks.people_named("李四")) == 1
        assert [one.tasks.person_name(entry.person) for entry in new.entries] == ["高山", "李四", "王五"]


def test_what_one_desk_changed_of_it_afterwards_stands_against_what_the_other_took_in(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        list_of(one)
        list_of(two)
        row = two.tasks.of(two.tasks.notices[-1].key).task_keys[0]
        before = two.tasks.task(row).remark
        two.commit(Change("备注", (Edit("tasks", row, "remark", before, "已发函"),)))
        meet(one, two)
        (conflict,) = one.undecided
        assert {side.values["remark"] for side in conflict.sides} == {"已发函", ""}


def test_rows_that_both_desks_take_over_from_a_later_notice_are_one(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    later = TEXT + "| 二、提供利用 | 举办档案展览。 | 宣传科 | 利用科 |\n"
    with one, two:
        list_of(one)
        meet(one, two)
        for file in (one, two):
            tasks = file.tasks.of(file.tasks.notices[-1].key)
            compared = compare(tasks, reading(later), file_id=file.file_id)
            file.commit(compared.change(compared.differences))
        meet(one, two)
        new = one.tasks.of(one.tasks.notices[-1].key)
        assert not one.undecided
        assert [task.text for task in new.tasks][2:] == ["开放档案目录。", "举办档案展览。"]
        assert [unit.full_name for unit in one.tasks.units].count("宣传科") == 1


def test_a_notice_that_is_taken_in_twice_at_one_desk_makes_two_lists(tmp_path: Path) -> None:
    one, two = two_desks(tmp_path)
    with one, two:
        list_of(one)
        list_of(one)
        first, second = (one.tasks.of(notice.key) for notice in one.tasks.notices[1:])
        assert not set(first.task_keys) & set(second.task_keys)
        assert len(first.task_keys) == len(second.task_keys) == 3
        assert {unit.key for unit in first.units} == {unit.key for unit in second.units}
        assert compare(second, reading(), file_id=one.file_id).differences == ()


def test_a_notice_that_says_otherwise_or_another_file_makes_other_keys() -> None:
    there = TaskList()

    def keys(text: str, file_id: str) -> set[str]:
        return {edit.key for edit in import_change(reading(text), there, file_id).edits}

    same = keys(TEXT, "file00000001")
    assert same == keys(TEXT, "file00000001")
    assert not same & keys(TEXT, "file00000002")
    assert not same & keys(TEXT.replace("2027", "2028"), "file00000001")
    assert not keys(TEXT, "") & keys(TEXT, "")


def test_records_of_one_line_have_keys_of_their_own() -> None:
    one_line = "组长：高山 局长\n成员：李四 王五 赵六\n牵头单位：档案科；责任单位：利用科、数字化中心\n"
    text = TEXT.replace("组长：高山 局长\n", one_line)
    edits = import_change(reading(text), TaskList(), "file00000001").edits
    made = [(edit.table, edit.key) for edit in edits]
    assert len(made) == len(set(made))
    for kind in (RosterEntry, Person, Unit):
        assert len([table for table, _ in made if table == kind.TABLE]) >= 3


def test_a_draft_that_is_read_again_gives_no_key_twice() -> None:
    draft = Draft(reading(), TaskList(), "file00000001")
    row = "| 一、收集归档 | 年度文件归档。 | 档案科 | 利用科 |\n"
    longer = TEXT.replace(row, "| 一、收集归档 | 实物归档。 | 档案科 | 利用科 |\n" + row)
    for text in (longer, TEXT, longer):
        draft.take_reading(draft.reread(reading(text)))
    rows = draft.tasks.task_keys
    assert [draft.tasks.task(key).text for key in rows][:2] == ["实物归档。", "年度文件归档。"]
    assert len(set(rows)) == 4
    draft.take_reading(draft.reread(reading(longer)))
    assert draft.tasks.task_keys == rows, "what is read as before keeps its key"
