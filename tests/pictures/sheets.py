"""Pictures of the printed sheets: the pdf as it is, docx through LibreOffice where it is."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
from PIL import Image

from store.acts.field_values import set_fields
from store.acts.handover import Handover, handover_preview
from store.acts.roster import set_contact
from store.acts.settling import settle
from store.checks.accepting import accept
from store.checks.checker import checked
from store.history.earlier import Earlier
from store.machine.clock import Clock
from store.records.changes import Change, History
from store.records.tasklist import TaskList
from tests.pictures.month import append
from tests.sample import sample_change, sample_list
from tui.paper import PageSetup, Sheet, write_sheets
from tui.paper.dressing import dressed, page_of
from tui.paper.job import Job
from tui.paper.kinds import KINDS
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.roster import roster_sheet
from tui.paper.sheets.subject import leader_sheets, unit_sheets
from tui.paper.sheets.summary import summary_sheet
from tui.paper.sheets.task_list import task_list_sheet

DOCS = Path(__file__).parents[2] / "docs"
SETUP = PageSetup(bureau="武汉市科学技术局", date="2021年3月31日")


def main() -> None:
    """Make them all."""
    tasks = sample_list()
    of_days = {"2021年3月31日": _sheets(tasks), "2021年4月30日": _known(), "2021年6月1日": _handed_over()}
    for day, made in of_days.items():
        for kind, sheets in made.items():
            _picture(kind, sheets, "pdf", f"sheet-{kind}", day)
    if shutil.which("soffice"):
        _picture("list", [task_list_sheet(tasks)], "docx", "sheet-list-docx")
    else:
        print("no LibreOffice here: sheet-list-docx.png stays as it is")


def _sheets(tasks: TaskList) -> dict[str, Sequence[Sheet]]:
    """Sheets of the sample by their kind."""
    division = next(unit.key for unit in tasks.units if unit.full_name == "成果转化处")
    return {
        "list": [task_list_sheet(tasks)],
        "unit": unit_sheets(tasks, [division]),
        "leader": leader_sheets(tasks, [tasks.people_named("胡军")[0].key]),
        "matrix": matrix_sheets(tasks, by="leader"),
        "roster": [roster_sheet(tasks)],
        "summary": [summary_sheet(tasks)],
    }


def _known() -> dict[str, Sequence[Sheet]]:
    """What the program knows of the sample after a month's work, by the kind of sheet."""
    state = _after_a_month()
    kinds = ("portfolio", "points", "contacts", "findings", "history")
    return {kind: KINDS[kind].made(Job(kind), state) for kind in kinds}


def _after_a_month() -> Earlier:
    """The sample with a unit settled, a deadline, a finding accepted, and where people are reached."""
    tasks = sample_list()
    tasks.clock = Clock(lambda: datetime(2021, 4, 30, 9))
    first = sample_change()
    docs = [replace(first, at="2021-03-31T09:12:00", by="李明").to_doc()]

    def commit(change: Change, day: int, basis: str = "") -> None:
        tasks.apply(change.edits)
        at = f"2021-04-{day:02}T15:40:00"
        append(docs, replace(change, at=at, by="王芳", basis=basis))

    office = next(unit.key for unit in tasks.units if unit.full_name == "办公室")
    leader = tasks.people_named("盛继亮")[0]
    minutes = "局党组会议纪要〔2021〕4号"
    commit(settle(tasks, office, leader.key, "2021-04-06", minutes), 6, minutes)
    task = tasks.task(tasks.task_keys[0])
    commit(set_fields(tasks, task, deadline="2021年6月底前"), 8, "局长办公会纪要")
    commit(set_contact(tasks, leader, phone="65692100", office="3号楼 501 室"), 12)
    finding = next(one for one in checked(tasks).findings() if one.code == "C02")
    commit(accept(tasks, [finding], "两家共同牵头，照此", "王芳"), 20)
    return Earlier(tasks, History(docs))


def _handed_over() -> dict[str, Sequence[Sheet]]:
    """What is signed after a handover, and the notice that goes out of it."""
    tasks, first = TaskList(), sample_change()
    tasks.apply(first.edits)
    tasks.clock = Clock(lambda: datetime(2021, 6, 1, 9))
    docs = [replace(first, at="2021-03-31T09:12:00", by="李明").to_doc()]
    giver, taker = (tasks.people_named(name)[0].key for name in ("胡军", "赵峰"))
    unit = next(unit.key for unit in tasks.units if unit.full_name == "成果转化处")
    act = Handover(giver, taker, (unit,), "2021-06-01", "局党组会议纪要〔2021〕6号")
    asked = handover_preview(tasks, act, {}).questions
    change = handover_preview(tasks, act, {(one.row, one.side): "drop" for one in asked}).change(tasks)
    tasks.apply(change.edits)
    append(docs, replace(change, at="2021-06-01T10:20:00", by="王芳"))
    state = Earlier(tasks, History(docs))
    return {kind: KINDS[kind].made(Job(kind), state) for kind in ("handover", "notice")}


def _picture(kind: str, sheets: Sequence[Sheet], format_name: str, name: str, day: str = SETUP.date) -> None:
    """The first page of sheets of a kind as a grey picture, a point a dot; of a letter those with words."""
    setup = page_of(kind, replace(SETUP, date=day))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a.{format_name}"
        write_sheets([dressed(sheet, setup, date.today()) for sheet in sheets], format_name, file, setup)
        if format_name != "pdf":
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(
                ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
                check=True,
                capture_output=True,
            )
        with pypdfium2.PdfDocument(Path(folder) / "a.pdf") as printed:
            pages = [
                page.render(grayscale=True).to_pil() for page in printed if page.get_textpage().count_chars()
            ]
        picture = _beside(pages) if kind == "notice" else pages[0]
        picture.quantize(8).save(DOCS / f"{name}.png", optimize=True)
    print(DOCS / f"{name}.png")


def _beside(pages: Sequence[Image.Image]) -> Image.Image:
    """Pages side by side on grey."""
    gap = 12
    width = sum(page.width + gap for page in pages) - gap
    whole = Image.new("L", (width, max(page.height for page in pages)), 160)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width + gap
    return whole
