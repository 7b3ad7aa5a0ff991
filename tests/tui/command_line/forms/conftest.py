"""A list that is reported monthly, the forms that went out, and a unit that fills its own in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.schedule import Measure, Schedule
from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.forms.filled import CAME, FILE, SENT


@pytest.fixture
def ledger(listed: Path) -> Path:
    """The sample list, reported monthly by the 25th by all units; row 2 is measured."""
    with TaskFile.open(listed) as file:
        row = file.tasks.task_keys[1]
        facts = (
            Schedule("s", every="month", due_day=25, who="all"),
            Measure("m1", row, "1", "众创孵化机构", "40", "家"),
            Measure("m2", row, "2", "投诉", "5", "件", "at_most"),
        )
        file.commit(Change("设报送安排", tuple(map(created, facts))))
    return listed


@pytest.fixture
def sent(yaodian: Yaodian, ledger: Path, tmp_path: Path) -> Path:
    """The folder of the forms that went out."""
    folder = tmp_path / "U盘"
    code, _, err = yaodian("forms", "out", "--period", "2021-10", "-d", folder, "-f", ledger, today=SENT)
    assert (code, err) == (0, "")
    return folder


@pytest.fixture
def filled(sent: Path) -> Callable[..., Path]:
    """Have a unit open its form, do something to the sheet, and save it under a name."""

    def fill(act: Callable[[Any], None], name: str = "报回.xlsx", unit: str = "平台处") -> Path:
        book = openpyxl.load_workbook(sent / FILE.replace("平台处", unit))
        act(book.worksheets[0])
        path = sent.parent / name
        book.save(path)
        return path

    return fill


@pytest.fixture
def taken(yaodian: Yaodian, ledger: Path) -> Callable[..., Any]:
    """Register a form, and what is said of it as JSON."""

    def take(path: Path, *more: str, today: str = CAME) -> Any:
        code, out, err = yaodian("forms", "in", path, "--json", *more, "-f", ledger, today=today)
        assert (code, err) == (0, "")
        return json.loads(out)[0]

    return take
