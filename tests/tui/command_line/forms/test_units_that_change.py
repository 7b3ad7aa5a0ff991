"""Forms of units that were renamed or merged since they went out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.forms.filled import both_rows, reports

AFTER = "2021-11-02"


def test_the_form_of_a_merged_unit_is_registered_as_that_of_the_unit_of_then(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    path = filled(both_rows)
    words = ("merge-units", "平台处", "--into", "成果处", "--effective-on", "2021-11-01")
    code, _, err = yaodian(*words, "--answer", "4=drop", "-f", ledger, today=AFTER)
    assert (code, err) == (0, "")
    view = taken(path, today=AFTER)
    assert [row["row"] for row in view["rows"]] == ["2", "4"]
    with TaskFile.open(ledger, read_only=True) as file:
        assert file.tasks.wording_of(reports(ledger)["2"].unit) == "平台处"


def test_the_form_of_a_renamed_unit_is_its_own(
    yaodian: Yaodian, ledger: Path, filled: Callable[..., Path], taken: Callable[..., Any]
) -> None:
    path = filled(both_rows)
    code, _, err = yaodian("rename-unit", "平台处", "--to", "科技基地处", "-f", ledger, today=AFTER)
    assert (code, err) == (0, "")
    assert taken(path, today=AFTER)["unit"] != "平台处"
    assert reports(ledger)["2"].done.startswith("新认定3家。")
