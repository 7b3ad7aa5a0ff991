"""`print --again`: statistics and bulletins printed again as they were, with what is new since."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from store.records.changes import Change, Edit, created, updated
from store.records.kept import Print
from tests.sample import sample_change
from tests.store.ledger.october import october_edits, report, reports_edits, row
from tests.tui.command_line.conftest import Yaodian

THEN, LATER = "2021-10-31", "2021-11-05"


@pytest.fixture
def october(tmp_path: Path) -> Path:
    """The sample in October with its reports, as a file."""
    path = tmp_path / "十月.json"
    with TaskFile.create(path, sample_change()) as file:
        file.commit(Change("十月情况", tuple(october_edits(file.tasks))))
        file.commit(Change("十月报送", tuple(reports_edits(file.tasks))))
    return path


def put(path: Path, edits: Iterable[Edit]) -> None:
    with TaskFile.open(path) as file:
        file.commit(Change("补报和更正", tuple(edits)))


def put_right(path: Path) -> None:
    """What came after the print: a report of row 3.2, another share of 3.3, another day for row 2.

    Row 2, whose only report was sent back, is then 未启动.
    """
    with TaskFile.open(path, read_only=True) as file:
        tasks = file.tasks
        came = {"first_received_on": "2021-11-03", "received_on": "2021-11-03", "due_on": "2021-10-25"}
        held = report(tasks, "3.3", "法制处", "under_way")
        edits = [created(report(tasks, "3.2", "法制处", "under_way", **came))]
        edits += updated(tasks.get(type(held), held.key), share="30")
        edits += updated(tasks.task(row(tasks, "2")), deadline="年底前")
    put(path, edits)


def printed(yaodian: Yaodian, path: Path, *words: str, today: str) -> str:
    target = path.with_suffix(".txt")
    sheet = ("print", "--format", "text", "-o", target, "-f", path)
    code, _, err = yaodian(*sheet, *words, today=today)
    assert code == 0, err
    return target.read_text("utf-8")


def lines(text: str) -> list[str]:
    """The lines of a sheet, without the numbers of its pages, and what an earlier state says of itself."""
    found = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return [line for line in found if "—" not in line and not line.startswith("截至2021年10月31日，第")]


SINCE = [
    "印发后至2021年11月5日的补报、更正：",
    "补报：第 3.2 行法制处2021年10月进展，2021年11月3日收到（迟报）。",
    "更正：第 2 行，逾期改为未启动。",
    "更正：第 3.3 行，正常推进·落后 63.3改为正常推进·落后 53.3。",
    "更正：第 3.3 行法制处2021年10月进展的完成比例改过。",
]


def test_statistics_are_printed_again_as_they_were_and_what_is_new_is_listed(
    yaodian: Yaodian, october: Path
) -> None:
    stats = ("--sheet", "stats", "--by", "unit", "--period", "2021-10")
    first = lines(printed(yaodian, october, *stats, today=THEN))
    put_right(october)
    again = lines(printed(yaodian, october, "--sheet", "stats", "--again", today=LATER))
    assert again[: len(first)] == first
    assert again[len(first) :] == SINCE
    anew = lines(printed(yaodian, october, *stats, today=LATER))
    assert anew[: len(first)] != first


def test_a_bulletin_is_printed_again_with_its_own_date(yaodian: Yaodian, october: Path) -> None:
    first = lines(printed(yaodian, october, "--sheet", "bulletin", "--period", "2021-10", today=THEN))
    put_right(october)
    again = lines(printed(yaodian, october, "--sheet", "bulletin", "--again", THEN, today=LATER))
    assert "2021年10月31日" in again and "2021年11月5日" not in again
    assert again[: len(first)] == first
    assert "".join(SINCE) in "".join(again)


def test_where_nothing_is_new_that_is_said(yaodian: Yaodian, october: Path) -> None:
    printed(yaodian, october, "--sheet", "stats", "--period", "2021-10", today=THEN)
    again = printed(yaodian, october, "--sheet", "stats", "--again", today=LATER)
    assert lines(again)[-1] == "印发后至2021年11月5日没有补报、更正。"


def test_a_print_keeps_on_what_it_stood(yaodian: Yaodian, october: Path) -> None:
    printed(yaodian, october, "--sheet", "stats", "--by", "item", "--period", "2021-10", today=THEN)
    printed(yaodian, october, "--sheet", "list", today=THEN)
    with TaskFile.open(october, read_only=True) as file:
        stood = {one.sheet: one.base for one in file.tasks.all_of(Print)}
    assert stood == {"stats": "item:2021-10:2021-10-31", "list": ""}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sheet", "stats", "--again"), "还没有这样的打印可以重印"),
        (("--sheet", "bulletin", "--again", "2021-10-01"), "还没有这样的打印可以重印"),
        (("--sheet", "list", "--again"), "只用于 --sheet stats 和 bulletin"),
        (("--sheet", "stats", "--again", "--period", "2021-10"), "不能与 --period"),
    ],
)
def test_what_cannot_be_printed_again_is_refused(
    yaodian: Yaodian, october: Path, words: tuple[str, ...], said: str
) -> None:
    target = october.with_suffix(".txt")
    code, _, err = yaodian("print", *words, "--format", "text", "-o", target, "-f", october, today=LATER)
    assert code == 1 and said in err
    assert not target.exists()
