"""`print --sheet progress`: what a unit reported."""

from pathlib import Path

from tests.tui.command_line.conftest import Yaodian


def test_a_row_without_a_report_is_there(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    made = tmp_path / "进展.txt"
    words = ("print", "--sheet", "progress", "--for", "平台处", "--format", "text", "-o", made, "-f", listed)
    code, _, err = yaodian(*words)
    assert (code, err) == (0, "")
    said = made.read_text("utf-8")
    assert "进展情况表" in said and "众创孵化机构40家" in said
