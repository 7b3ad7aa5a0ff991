"""调整对照表: before beside after, with what it rests on."""

from dataclasses import replace
from typing import Any

from store.records.changes import Change, Edit, created, deleted, updated
from store.records.documents import Documents
from store.records.person import Person, RosterEntry
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from tests.sample import sample_list
from tests.store.giving import assign_units
from tui.paper.layout import Sheet, is_banner
from tui.paper.sheets.changes import change_sheet

AT = "2021-07-02T10:00:00+08:00"


class Year:
    """A list, how it was when issued, and the changes since."""

    def __init__(self) -> None:
        self.before, self.now = sample_list(), TaskList()
        self.now = TaskList(Documents(self.before.documents.tables))
        self.changes: list[Change] = []

    def change(self, edits: list[Edit] | tuple[Edit, ...], **said: Any) -> Change:
        change = Change("改", tuple(edits), at=AT, **said)
        self.now.apply(edits)
        self.changes.append(change)
        return change

    def unit(self, name: str) -> str:
        return next(unit.key for unit in self.now.units if unit.full_name == name)

    def sheet(self) -> Sheet:
        return change_sheet(self.before, self.now, self.changes, "2021年3月31日至2021年7月2日")


def lines(sheet: Sheet) -> list[tuple[str, ...]]:
    """The table with joined cells written out, headings of parts as one text."""
    found: list[tuple[str, ...]] = []
    for row in sheet.rows:
        if is_banner(row):
            found.append(("".join(row[0].lines) if row[0] else "",))
        else:
            found.append(
                tuple(" ".join(cell.lines) if cell else found[-1][place] for place, cell in enumerate(row))
            )
    return found


def test_rows_and_roster_with_basis_and_day() -> None:
    year = Year()
    edits = assign_units(
        year.now, year.now.rows_named("2"), "lead", (Mention(year.unit("高新技术处"), "高新处"),)
    ).edits
    year.change(
        [edit for edit in edits if edit.field == "lead_units"],
        basis="局办公会纪要〔2021〕7号",
        effective_on="2021-06-01",
    )
    year.change(updated(year.now.roster[9], post="一级调研员"), basis="武科人〔2021〕3号")
    year.change([deleted(year.now.roster[10])])
    sheet = year.sheet()
    assert (
        sheet.annex == "附件"
        and sheet.title == "市科技局2021年深化“放管服”改革优化营商环境重点任务清单调整对照表"
    )
    assert sheet.under == ("（2021年3月31日至2021年7月2日）",)
    row = "新增省级及以上众创孵化机构40家。"
    assert lines(sheet) == [
        ("一、重点任务",),
        ("2", row, "牵头单位", "平台处", "高新处", "局办公会纪要〔2021〕7号", "2021年6月1日"),
        ("二、领导小组成员",),
        (
            "",
            "陈建平",
            "职务",
            "一级调研员、组织人事处处长",
            "一级调研员",
            "武科人〔2021〕3号",
            "2021年7月2日 记录",
        ),
        ("", "阮聪", "删除", "成员 办公室主任", "—", "", "2021年7月2日 记录"),
    ]


def test_what_was_changed_and_changed_back_is_no_change() -> None:
    year = Year()
    done = year.change(updated(year.now.task(year.now.task_keys[0]), remark="急"))
    year.change([edit.inverted() for edit in done.edits], undoes=done.id)
    assert lines(year.sheet()) == [("没有调整。",)]


def test_an_undone_change_gives_no_basis_to_the_one_that_stands() -> None:
    year = Year()
    key = year.now.task_keys[0]
    done = year.change(updated(year.now.task(key), deadline="6月底前"), basis="作废")
    year.change([edit.inverted() for edit in done.edits], undoes=done.id)
    year.change(updated(year.now.task(key), deadline="12月底前"), basis="有效", effective_on="2021-06-01")
    assert lines(year.sheet())[1][3:] == ("—", "12月底前", "有效", "2021年6月1日")


def test_a_redone_change_keeps_its_basis() -> None:
    year = Year()
    key = year.now.task_keys[0]
    done = year.change(updated(year.now.task(key), deadline="6月底前"), basis="纪要")
    undo = year.change([edit.inverted() for edit in done.edits], undoes=done.id)
    year.change(list(done.edits), redoes=undo.id)
    assert lines(year.sheet())[1][4:6] == ("6月底前", "纪要")


def test_several_differences_of_a_row_stand_under_one_name() -> None:
    year = Year()
    row = year.now.task(year.now.task_keys[2])
    year.change(updated(row, lead_units=(), remark="急"), basis="纪要")
    cell = year.sheet().rows[1][1]
    assert cell and cell.rowspan == 2
    assert [line[2] for line in lines(year.sheet())[1:]] == ["牵头单位", "备注"]
    assert lines(year.sheet())[1][3:5] == ("法制处", "—")


def test_new_and_deleted_rows_say_who_answers() -> None:
    year = Year()
    first = year.now.task(year.now.task_keys[0])
    added = Task(
        "newtask00001",
        item=first.item,
        order="zz",
        text="开展回访。",
        lead_units=(Mention(year.unit("办公室"), "办公室"),),
    )
    year.change([created(added)], basis="纪要")
    year.change([deleted(year.now.task(year.now.task_keys[-1]))])
    found = lines(year.sheet())[1:]
    assert found[0] == ("1.2", "开展回访。", "新增", "—", "牵头单位：办公室", "纪要", "2021年7月2日 记录")
    assert found[1][0] == "6" and found[1][2:5] == (
        "删除",
        "牵头单位：相关处室及单位 牵头单位的分管领导：相关分管领导",
        "—",
    )


def test_units_renamed_and_people_new_to_the_group() -> None:
    year = Year()
    platform = next(unit for unit in year.now.units if unit.full_name == "创新平台处")
    year.change(updated(platform, full_name="创新平台与孵化处"), basis="武编〔2021〕5号")
    entry = RosterEntry("newroster001", person="newperson001", order="zz", role="成员", post="新处长")
    year.change([created(Person("newperson001", name="周明")), created(entry)])
    found = lines(year.sheet())
    assert ("", "周明", "新增", "—", "成员 新处长", "", "2021年7月2日 记录") in found
    assert found[-1][1:6] == ("创新平台与孵化处", "全称", "创新平台处", "创新平台与孵化处", "武编〔2021〕5号")


def test_moving_rows_about_is_no_adjustment() -> None:
    year = Year()
    year.change(updated(year.now.task(year.now.task_keys[2]), order="zzz"))
    assert lines(year.sheet()) == [("没有调整。",)]
    assert replace(year.sheet(), rows=()).rows == ()


def mention(year: Year, name: str) -> Mention:
    return Mention(year.unit(name), name)


def test_neighbouring_rows_of_one_act_are_one_block() -> None:
    year = Year()
    rows = year.now.rows_named("3.1-3.3")
    edits = assign_units(year.now, rows, "lead", (mention(year, "办公室"),)).edits
    year.change([edit for edit in edits if edit.field == "lead_units"], basis="局办公会纪要")
    table = [row for row in year.sheet().rows if not is_banner(row)]
    (row,) = table
    number, what, field, was, is_now, _, day = [cell.lines if cell else () for cell in row]
    assert (number, field, was, is_now) == (("3.1–3.3",), ("牵头单位",), ("法制处",), ("办公室",))
    assert [words[:2] for words in what] == ["1.", "2.", "3."], "each row of the block is named"
    assert day == ("2021年7月2日", "记录")


def test_rows_of_two_acts_of_two_items_or_apart_are_blocks_of_their_own() -> None:
    year = Year()
    both = [updated(year.now.task(key), remark="急") for key in year.now.rows_named("3.1-3.2")]
    year.change([*both[0], *updated(year.now.task(year.now.rows_named("3.4")[0]), remark="急")])
    year.change(both[1])
    year.change(
        [edit for name in ("1", "2") for edit in updated(year.now.task(name_of(year, name)), deadline="6月")]
    )
    assert [line[0] for line in lines(year.sheet())[1:]] == ["1", "2", "3.1", "3.2", "3.4"]


def name_of(year: Year, name: str) -> str:
    return year.now.rows_named(name)[0]


def test_new_rows_with_the_same_units_are_told_of_one_by_one() -> None:
    year = Year()
    item = year.now.task(name_of(year, "2")).item
    new = [Task(f"newtask0000{place}", item=item, order=f"z{place}", text="新任务") for place in "12"]
    year.change([created(task) for task in new])
    assert [line[0] for line in lines(year.sheet())[1:]] == ["2.2", "2.3"]


def test_several_fields_of_one_act_are_one_block_and_a_day_that_is_said_has_one_line() -> None:
    year = Year()
    rows = [year.now.task(key) for key in year.now.rows_named("3.1-3.2")]
    edits = [edit for row in rows for edit in updated(row, remark="急", deadline="6月底前")]
    year.change(edits, effective_on="2021-06-01")
    first, second = [row for row in year.sheet().rows if not is_banner(row)]
    assert first[0] and first[0].lines == ("3.1–3.2",) and first[0].rowspan == 2
    assert second[0] is None
    assert first[6] and first[6].lines == ("2021年6月1日",)
