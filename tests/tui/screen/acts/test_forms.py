"""Forms at the keyboard: they go out to a folder, and what units filled in is looked at and registered."""

import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from store.file.task_file import TaskFile
from store.ledger import forms
from store.ledger.forms import COLUMNS
from store.records.changes import Change, created
from store.records.report import Report
from store.records.schedule import Schedule
from tests.keys import DOWN, ENTER, F10
from tests.tui.screen.pilot import ESC, NARROW, WIDE, Clerk, opened
from tui.paper import xlsx_form
from tui.screen.dialogs import progress

DAY = "2021-10-20"
FIRST = 7
PLACES = {name: place for place, name in enumerate(COLUMNS, 1)}
SEND, TAKE = F10 + "发出报送" + ENTER, F10 + "登记报送" + ENTER


@pytest.fixture
def ledger(sample: Path) -> Path:
    """The sample list, reported monthly by the 25th by the lead units."""
    with TaskFile.open(sample) as file:
        file.commit(Change("设报送安排", (created(Schedule("s", every="month", due_day=25)),)))
    return sample


@pytest.fixture
def stick(home: Path) -> Path:
    """A folder that forms go to."""
    folder = home / "U盘"
    folder.mkdir()
    return folder


def form(folder: Path, unit: str) -> Path:
    return folder / f"{unit}_2021年10月_进展情况报送表.xlsx"


def fill(path: Path, **answers: str) -> None:
    """Fill in the first row of a form."""
    book = openpyxl.load_workbook(path)
    for name, text in answers.items():
        book.worksheets[0].cell(FIRST, PLACES[name]).value = text
    book.save(path)


async def send(desk: Clerk, stick: Path, *, paced: bool = False) -> None:
    """Send the forms of the running month to all units."""
    await desk.type(SEND, paced=paced)
    await desk.wait_for("发出哪一期")
    await desk.type(ENTER, paced=paced)
    await desk.wait_for("发给哪些单位")
    await desk.type(ENTER, paced=paced)
    await desk.wait_for("报送表存到哪里")
    await desk.type(str(stick) + ENTER, paced=paced)
    await desk.wait_for("已发出 . 份报送表")


def reports(path: Path) -> list[Report]:
    return list(TaskFile.open(path, read_only=True).tasks.all_of(Report))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_forms_go_out_and_one_is_registered(ledger: Path, stick: Path, size: tuple[int, int]) -> None:
    async with opened(ledger, size=size, today=DAY) as desk:
        await desk.type(ESC)
        await send(desk, stick)
        assert len(list(stick.glob("*.xlsx"))) == 5
        fill(form(stick, "平台处"), word="推进中", done="新认定3家")
        await desk.type(TAKE)
        await desk.wait_for("选报回的报送表")
        await desk.type(f"{form(stick, '平台处')}" + ENTER)
        await desk.wait_for("登记哪些报送表")
        await desk.type(ENTER)
        await desk.wait_for("登记报送表.*1 份，1 行")
        assert desk.sees("平台处　2021年10月")
        assert desk.sees(r"状态（G7） +推进中")
        assert desk.sees(r"进展情况（H7） +新认定3家")
        await desk.type(ENTER)
        await desk.wait_for("已登记 1 份报送表，共 1 行")
    (one,) = reports(ledger)
    assert (one.done, one.word, one.source, one.received_on) == ("新认定3家", "under_way", "报送表", DAY)


async def test_all_forms_of_a_folder_are_registered_each_as_a_change(ledger: Path, stick: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC)
        await send(desk, stick)
        fill(form(stick, "平台处"), done="新认定3家")
        fill(form(stick, "成果处"), done="已发文")
        form(stick, "坏").write_bytes(b"PK\x03\x04")
        await desk.type(TAKE + str(form(stick, "平台处")) + ENTER)
        await desk.wait_for("登记哪些报送表")
        await desk.type(DOWN + ENTER)
        await desk.wait_for("6 份，2 行")
        assert desk.sees("不能登记")
        assert desk.sees("没有填写 .* 行")
        await desk.type(ENTER)
        await desk.wait_for("已登记 2 份报送表，共 2 行")
        assert sorted(desk.titles()[-2:]) == [
            "登记平台处2021年10月进展（1 行）",
            "登记成果处2021年10月进展（1 行）",
        ]
    assert {one.done for one in reports(ledger)} == {"新认定3家", "已发文"}


async def test_left_nothing_is_registered_and_the_same_form_is_known(ledger: Path, stick: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC)
        await send(desk, stick)
        path = form(stick, "平台处")
        fill(path, done="新认定3家")
        for other in stick.glob("*.xlsx"):
            if other != path:
                other.unlink()
        await desk.type(TAKE + str(path) + ENTER)
        await desk.wait_for("1 份，1 行")
        await desk.type(ESC)
        await desk.wait_for("没有登记，清单没有改动")
        assert reports(ledger) == []
        await desk.type(TAKE + str(path) + ENTER)
        await desk.wait_for("1 份，1 行")
        await desk.type(ENTER)
        await desk.wait_for("已登记 1 份")
        await desk.type(TAKE + str(path) + ENTER)
        await desk.wait_for("这份表已登记过（10-20）。")


async def test_units_are_chosen_and_those_that_came_back_are_not_marked(ledger: Path, stick: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC + SEND + ENTER)
        await desk.wait_for("发给哪些单位")
        await desk.type(" " + ENTER + str(stick) + ENTER)
        await desk.wait_for("已发出 4 份报送表")
        path = sorted(stick.glob("*.xlsx"))[0]
        fill(path, done="做了")
        await desk.type(TAKE + str(path) + ENTER + ENTER)
        await desk.wait_for("1 份，1 行")
        await desk.type(ENTER)
        await desk.wait_for("已登记 1 份")
        await desk.type(SEND + ENTER)
        await desk.wait_for("发给哪些单位")
        assert desk.sees(r"\[ \] .*已报回")


class Halted:
    """A function that waits before it does its work of one row, and knows which rows it came to."""

    def __init__(self, function: Callable[..., Any], at: str) -> None:
        """The function, and the words by which the row is known."""
        self._function, self._at = function, at
        self.came, self.may_go_on = threading.Event(), threading.Event()
        self.seen: list[str] = []

    def __call__(self, *given: Any) -> Any:
        """Do the work, when it may go on."""
        words = " ".join(map(str, given))
        self.seen.append(words)
        if self._at in words:
            self.came.set()
            self.may_go_on.wait()
        return self._function(*given)


def halt(monkeypatch: pytest.MonkeyPatch, module: ModuleType, function: str, at: str) -> Halted:
    """Have a function of a module wait at a row; how far it is stands on the screen at once."""
    halted = Halted(getattr(module, function), at)
    monkeypatch.setattr(module, function, halted)
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", 0)
    return halted


async def test_esc_stops_the_preparing_within_a_form(
    ledger: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """法制处 reports of several rows, of which 3.1 is the first: none behind it is looked at any more."""
    halted = halt(monkeypatch, forms, "numbered_text", "一网通办")
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC + SEND)
        await desk.wait_for("发出哪一期")
        await desk.stop(ENTER, "正在准备报送表", halted.may_go_on, halted.came)
        assert "一网通办" in halted.seen[-1]
        assert len(desk.titles()) == 2
        await send(desk, stick)


async def test_esc_stops_the_writing_within_a_form(
    ledger: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written before it is gone again, and nothing is noted as sent."""
    halted = halt(monkeypatch, xlsx_form, "as_printed", "一网通办")
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC + SEND + ENTER)
        await desk.wait_for("发给哪些单位")
        await desk.type(ENTER)
        await desk.wait_for("报送表存到哪里")
        await desk.stop(f"{stick}{ENTER}", "正在生成报送表", halted.may_go_on, halted.came)
        *_, last = filter(None, halted.seen)
        assert "一网通办" in last, "the rest of that row says nothing, and no row came behind it"
        assert list(stick.iterdir()) == []
        assert len(desk.titles()) == 2
        await send(desk, stick)
        assert len(list(stick.glob("*.xlsx"))) == 5


async def test_an_older_form_is_asked_about(ledger: Path, stick: Path) -> None:
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC)
        await send(desk, stick)
    path = form(stick, "平台处")
    fill(path, done="新认定3家")
    async with opened(ledger, today="2021-11-10") as desk:
        await desk.type(ESC)
        await desk.type(SEND + ENTER)
        await desk.wait_for("发给哪些单位")
        await desk.type(ENTER + str(stick) + ENTER)
        await desk.wait_for("已发出 5 份")
        await desk.type(TAKE + str(path) + ENTER + ENTER)
        await desk.wait_for("这份表是2021年10月的，不是2021年11月的")
        await desk.type(DOWN + ENTER)
        await desk.wait_for("1 份，1 行")
        await desk.type(ENTER)
        await desk.wait_for("已登记 1 份")
    assert [one.period for one in reports(ledger)] == ["2021-10"]


async def test_a_list_without_a_schedule_says_what_to_do(sample: Path) -> None:
    async with opened(sample, today=DAY) as desk:
        await desk.type(SEND)
        await desk.wait_for("还没有报送安排")


async def test_a_file_that_is_no_form_is_refused(ledger: Path, stick: Path) -> None:
    path = stick / "别的.xlsx"
    openpyxl.Workbook().save(path)
    async with opened(ledger, today=DAY) as desk:
        await desk.type(ESC + TAKE + str(path) + ENTER)
        await desk.wait_for("认不出报送表的表头")
