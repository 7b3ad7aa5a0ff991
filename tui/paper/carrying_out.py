"""A print as the dialog has it carried out: the file saved, then handed to the printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from store.history.earlier import State
from store.history.prints import print_change
from store.progress import Progress
from store.records.changes import Change
from store.refused import Refused
from tui.paper import FORMATS, PageSetup, write_each, write_sheets
from tui.paper.bases import recorded
from tui.paper.fonts import face
from tui.paper.job import Job, newer_note
from tui.paper.lacking import said_of_letters
from tui.paper.making import sheets_for, title_of
from tui.paper.print_form import PrintForm
from tui.paper.printer import Order, Printers, print_files, printers


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What became of a print: the sentence, and the change that records it."""

    said: str
    change: Change
    path: Path
    """The file, or the folder of several."""


def carried_out(
    form: PrintForm, job: Job, state: State, target: Path, setup: PageSetup, progress: Progress
) -> PrintOutcome:
    """Save the file, then hand it to the printer; one that fails leaves the file and a sentence."""
    sheets = sheets_for(job, state, setup)
    files = [target]
    if form.a_file_each:
        files, remarks = write_each(sheets, form.format, target, setup, progress)
    else:
        remarks = write_sheets(sheets, form.format, target, setup, progress)
    title = title_of(job, sheets)
    said = f"已保存到 {target}{f'，共 {len(files)} 个文件' if form.a_file_each else ''}，请打开后打印。"
    if form.printer is not None:
        is_raw = form.format == "text" and setup.encoding == "gb18030"
        copies, is_duplex = form.page.copies(job.kind), form.page.is_duplex(job.kind)
        said = _sent(files, Order(form.printer, copies, is_duplex, title, is_raw))
    if job.newer_print:
        remarks = (*remarks, newer_note(job))
    printed_at = state.tasks.clock.stamp()
    change = print_change(
        state.history, title, job.kind, job.subjects or (), form.format, printed_at, recorded(job)
    )
    return PrintOutcome(" ".join((said, *remarks)), change, target)


def _sent(files: Sequence[Path], order: Order) -> str:
    """Hand the files to the printer; what became of them."""
    try:
        return print_files(files, order)
    except Refused as refusal:
        return str(refusal)


def known_of_machine(setup: PageSetup) -> tuple[Printers, bool]:
    """Return the printers of this machine, and whether it has Chinese letters for pdf."""
    try:
        face("text", setup.fonts, setup.font_files)
    except Refused:
        return printers(), False
    return printers(), True


def known_of_letters(setup: PageSetup) -> dict[str, str]:
    """Return by format what is to be said of letters that this machine has not."""
    return {name: said_of_letters(name, setup) for name in FORMATS}
