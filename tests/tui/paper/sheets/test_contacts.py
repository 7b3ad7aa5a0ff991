"""联络员通讯录: the roster's groups, each person once, with phone and office where they are known."""

from store.acts.roster import set_contact
from store.records.changes import updated
from store.records.tasklist import TaskList
from tests.sample import sample_list
from tests.tui.paper.grids import texts
from tui.paper.sheets.contacts import contact_sheets


def test_the_people_stand_in_the_groups_of_the_roster() -> None:
    (sheet,) = contact_sheets(sample_list())
    rows = texts(sheet)
    assert len(rows) == 24 + 3
    assert {place: row[0] for place, row in enumerate(rows) if row[0] in ("组长", "副组长", "成员")} == {
        0: "组长",
        2: "副组长",
        9: "成员",
    }
    assert rows[1] == ["盛继亮", "", "局党组书记、局长", "", "", ""]
    assert rows[13][:3] == ["阮　聪", "办公室", "办公室主任"]


def test_phones_stand_under_one_another_beside_the_office() -> None:
    tasks = sample_list()
    person = tasks.people_named("徐涛")[0]
    tasks.apply(set_contact(tasks, person, phone="027-65692166, 13800138000", office="3号楼 512 室").edits)
    (sheet,) = contact_sheets(tasks)
    row = next(row for row in sheet.rows if row[0] and row[0].lines == ("徐　涛",))
    assert row[3] and row[3].lines == ("027-65692166", "13800138000")
    assert row[4] and row[4].lines == ("3号楼 512 室",)


def test_who_has_left_is_not_on_it() -> None:
    tasks = sample_list()
    tasks.apply(updated(tasks.roster[0], left_on="2021-06-01"))
    (sheet,) = contact_sheets(tasks)
    said = [row[0] for row in texts(sheet)]
    assert "盛继亮" not in said and "组长" not in said


def test_without_a_roster_there_is_no_sheet() -> None:
    assert contact_sheets(TaskList()) == []
