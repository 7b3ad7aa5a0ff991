"""移交清单: what passed, what is open in it, who signs; and the handovers that the history has."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.acts.handover import Handover, handover_preview
from store.acts.settling import settle
from store.file.task_file import TaskFile
from store.history.handovers import LAST, handover_named, handovers, newest_handover
from store.history.undoing import undo_change
from store.machine.settings import settings_path
from store.records.kept import Pair
from store.records.person import Person
from store.refused import Refused
from tests.sample import sample_change
from tui.paper.job import Job
from tui.paper.layout import Sheet
from tui.paper.making import sheets_for
from tui.paper.setup import PageSetup
from tui.paper.sheets.handed_over import handover_sheets
from tui.paper.words import PaperWords, words_of

SHIPPED = PaperWords()


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    """The sample as a file."""
    return TaskFile.create(tmp_path / "清单.json", sample_change())


def hand_over(file: TaskFile, giver: str, taker: str, *units: str, basis: str = "", witness: str = "") -> str:
    """Hand units over, all questions answered with keep; return the change's id."""
    tasks = file.tasks
    people = {person.name: person.key for person in tasks.all_of(Person)}
    keys = tuple(unit.key for unit in tasks.units if tasks.wording_of(unit.key) in units)
    act = Handover(people[giver], people[taker], keys, "2021-06-01", basis, witness)
    asked = handover_preview(tasks, act, {}).questions
    preview = handover_preview(tasks, act, {(one.row, one.side): "keep" for one in asked})
    return file.commit(preview.change(tasks)).id


def lines(sheet: Sheet) -> list[tuple[str, ...]]:
    """What the cells of each row say, those that begin there."""
    return [tuple(" ".join(cell.lines) for cell in row if cell) for row in sheet.rows]


def test_rows_units_basis_and_signatures(file: TaskFile) -> None:
    hand_over(file, "胡军", "赵峰", "转化中心", basis="局党组会议纪要第3号")
    (sheet,) = handover_sheets(file, 2, SHIPPED)
    assert sheet.title == "重点任务移交清单"
    assert sheet.under == ("转化中心由胡军移交赵峰", "（自2021年6月1日起）")
    rows = lines(sheet)
    assert rows[0] == ("一、移交的任务（1 项）",)
    assert rows[1][0] == "3.4" and "转化中心" in " ".join(rows[1])
    assert sheet.notes[0] == "移交依据：局党组会议纪要第3号"
    signed = [note.partition("（签字）")[0].rstrip("　") for note in sheet.notes[1:]]
    assert signed == ["移交人：胡军", "接收人：赵峰", "监交人："]
    assert all(note.endswith("年　　月　　日") for note in sheet.notes[1:])


def test_a_witness_who_was_named_stands_before_the_room_to_sign(file: TaskFile) -> None:
    hand_over(file, "胡军", "赵峰", "转化中心", witness="盛继亮")
    (sheet,) = handover_sheets(file, 2, SHIPPED)
    assert sheet.notes[-1].startswith("监交人：盛继亮　")
    (pair,) = [pair for pair in file.tasks.all_of(Pair) if pair.from_leader]
    assert pair.witness == "盛继亮"


def test_what_is_open_in_these_rows_stands_under_them(file: TaskFile) -> None:
    hand_over(file, "胡军", "赵峰", "成果处")
    (sheet,) = handover_sheets(file, 2, SHIPPED)
    rows = lines(sheet)
    at = next(place for place, row in enumerate(rows) if row[0].startswith("二、待定和待办的事项"))
    open_rows = [row[0] for row in rows[at + 1 :]]
    assert set(open_rows) <= {row[0] for row in rows[1:at]}
    assert len(open_rows) == len(set(open_rows)), "each row once, with all that is open in it"
    assert any("企业中心由谁分管未定" in row[1] for row in rows[at + 1 :])


def test_a_check_that_the_user_switched_off_says_nothing(
    file: TaskFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(file, "胡军", "赵峰", "成果处")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings_path().parent.mkdir(parents=True)

    def said() -> str:
        (sheet,) = sheets_for(Job("handover"), file, PageSetup())
        return " ".join(row[-1] for row in lines(sheet))

    assert "企业中心由谁分管未定" in said()
    settings_path().write_text('[checks]\noff = ["C08"]\n', encoding="utf-8")
    assert "企业中心由谁分管未定" not in said()


def test_afterwards_it_is_as_it_was_then(file: TaskFile) -> None:
    first = hand_over(file, "胡军", "赵峰", "转化中心")
    before = handover_sheets(file, 2, SHIPPED)
    hand_over(file, "赵峰", "刘红", "转化中心")
    assert handover_sheets(file, handover_named(file, first), SHIPPED) == before
    (last,) = handover_sheets(file, handover_named(file, LAST), SHIPPED)
    assert last.under[0] == "转化中心由赵峰移交刘红"


def test_the_history_tells_the_handovers_that_stand(file: TaskFile) -> None:
    unit = next(unit.key for unit in file.tasks.units if file.tasks.wording_of(unit.key) == "法制处")
    leader = next(person.key for person in file.tasks.all_of(Person) if person.name == "徐涛")
    file.commit(settle(file.tasks, unit, leader))
    assert handovers(file) == [] and newest_handover(file) == 0
    with pytest.raises(Refused, match="还没有分工调整"):
        sheets_for(Job("handover"), file, PageSetup())
    made = hand_over(file, "胡军", "赵峰", "转化中心")
    assert newest_handover(file) == 3
    assert [each.change.id for each in handovers(file)] == [made]
    with pytest.raises(Refused, match="不是一次分工调整的编号"):
        handover_named(file, "XXXX")
    with pytest.raises(Refused, match="没有移交分管"):
        handover_sheets(file, 2, SHIPPED)
    file.commit(undo_change(file.tasks, file.history))
    assert handovers(file) == [] and newest_handover(file) == 0


def test_a_template_has_the_bureau_s_own_words(file: TaskFile) -> None:
    hand_over(file, "胡军", "赵峰", "转化中心")
    words, wrong = words_of(
        '[handover]\ntitle = "{单位}工作交接单"\nsignatures = ["交：{移交人}", "监：{监交人}"]\nwitness = "盛继亮"'
    )
    assert wrong == ()
    (sheet,) = sheets_for(Job("handover", words=words), file, PageSetup())
    assert sheet.title == "转化中心工作交接单"
    signed = [note.partition("（签字）")[0].rstrip("　") for note in sheet.notes]
    assert signed == ["交：胡军", "监：盛继亮"]


def test_signs_of_another_hand_stay_as_they_are(file: TaskFile) -> None:
    hand_over(file, "胡军", "赵峰", "转化中心", basis="办公会(3),见记录")
    page = replace(PageSetup(), signs="source")
    (sheet,) = sheets_for(Job("handover"), file, page)
    assert sheet.notes[0] == "移交依据：办公会(3),见记录"
