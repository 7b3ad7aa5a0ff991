"""Forms put on the disk, a file a unit: none over another, each read back before it is said to be there."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.acts.forms_sent import FormWritten, forms_sent
from store.file.new_file import write_new
from store.file.storage import discard
from store.ledger.forms import UnitForm
from store.machine.whereabouts import file_name, free_path
from store.progress import Cancelled, Progress, behind, silent
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused, fault_sentence
from tui.paper.xlsx_form import form_size, form_workbook

_LONGEST_UNIT = 40
"""Signs of a unit in a file's name, so that its period is never cut off."""


@dataclass(frozen=True, slots=True)
class FormsSent:
    """The forms that are on the disk, and the change that notes them."""

    written: Sequence[FormWritten]
    change: Change
    problem: str = ""
    """Why the others are not there; empty where all are."""


def write_forms(
    tasks: TaskList, forms: Sequence[UnitForm], folder: Path, day: date, progress: Progress = silent
) -> FormsSent:
    """Write forms into a folder, made if need be.

    Refused where not one of them could be written, Cancelled where it is stopped: nothing is left of it.
    """
    new_folders = _made(folder)
    written: list[FormWritten] = []
    problem = ""
    before, total = 0, sum(map(form_size, forms))
    for form in forms:
        try:
            written.append(_write(form, folder, behind(before, total, progress)))
        except Refused as refusal:
            if not written or isinstance(refusal, Cancelled):
                _take_back([folder / one.file for one in written], new_folders)
                raise
            left = len(forms) - len(written)
            problem = f"{left} 份没有发出（{form.unit}起）：{refusal}"
            break
        before += form_size(form)
    return FormsSent(written, forms_sent(tasks, written, day), problem)


def _made(folder: Path) -> list[Path]:
    """Make a folder; return those that were not there, the innermost first."""
    try:
        new = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(fault_sentence(f"不能建文件夹“{folder}”", error)) from error
    return new


def _take_back(files: Sequence[Path], folders: Sequence[Path]) -> None:
    """Take files and folders that were made away again, where that can be: not what others put there."""
    for path in files:
        discard(path)
    with contextlib.suppress(OSError):
        for one in folders:
            one.rmdir()


def _write(form: UnitForm, folder: Path, progress: Progress) -> FormWritten:
    data = form_workbook(form, progress)
    unit = file_name(form.unit)[:_LONGEST_UNIT]
    name = file_name(form.title.replace(form.unit, unit, 1))
    path = free_path(folder / f"{name}.xlsx")
    try:
        there = write_new(path, data)
    except OSError as error:
        raise Refused(fault_sentence(f"没有写成“{path.name}”", error)) from error
    if there != data:
        path.unlink(missing_ok=True)
        raise Refused(f"“{path.name}”写到盘上读回来不一样，请换一个 U 盘再试。")
    return FormWritten(form, path.name, data)
