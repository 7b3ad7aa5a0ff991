"""`bulletin`: the draft of a period's bulletin as text, and printed."""

import json
from pathlib import Path

import docx
import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.sample import sample_change
from tests.store.ledger.october import october_edits, reports_edits
from tests.tui.command_line.conftest import Yaodian


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """The sample in October with its reports, as a file."""
    path = tmp_path / "十月.json"
    with TaskFile.create(path, sample_change()) as file:
        file.commit(Change("十月情况", tuple(october_edits(file.tasks))))
        file.commit(Change("十月报送", tuple(reports_edits(file.tasks))))
    return path


def test_the_draft_is_text_as_of_the_periods_end(yaodian: Yaodian, october: Path) -> None:
    code, out, err = yaodian("bulletin", "--period", "2021-10", "-f", october)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "2021年10月重点任务进展情况通报"
    assert "平台处：第 2 行，应于2021年10月25日报送，退回后未再报。" in lines
    assert "法制处：第 3.2 行“加快电子证照共享调用”，2021年11月3日到期。" in lines


def test_as_json_the_sections_have_their_rows(yaodian: Yaodian, october: Path) -> None:
    code, out, _ = yaodian("bulletin", "--period", "2021年10月", "--json", "-f", october)
    assert code == 0
    found = json.loads(out)
    (overdue,) = found["sections"]["overdue"]
    assert (overdue["unit"], overdue["rows"][0]["row"], overdue["rows"][0]["days"]) == ("平台处", "2", 31)
    assert found["stats"]["total"]["counts"]["owed"] == 7


def test_it_is_printed_and_the_print_is_recorded(yaodian: Yaodian, october: Path, tmp_path: Path) -> None:
    target = tmp_path / "通报.docx"
    printed = ("print", "--sheet", "bulletin", "--period", "2021-10", "--format", "docx", "-o", target)
    code, out, _ = yaodian(*printed, "-f", october)
    assert code == 0 and "已保存" in out
    said = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert "二、逾期的任务（1 项）" in said
    assert TaskFile.open(october, read_only=True).history[-1].title == "打印：通报"


@pytest.mark.parametrize(
    "words", [("--sheet", "list", "--period", "2021-10"), ("--sheet", "changes", "--by", "unit")]
)
def test_periods_are_for_statistics_alone(
    yaodian: Yaodian, october: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    target = tmp_path / "表.txt"
    code, _, err = yaodian("print", *words, "--format", "text", "-o", target, "-f", october)
    assert code == 1 and "只用于 --sheet stats" in err and "bulletin" in err
