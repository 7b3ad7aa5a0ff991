"""From a print to its sheets, with the words that the page adds, and the print in words."""

from collections.abc import Sequence
from dataclasses import replace

from store.history.earlier import State
from store.history.prints import changes_of_list
from store.records.person import Person
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.paper.dressing import dressed
from tui.paper.job import Job, newer_note
from tui.paper.kinds import KINDS
from tui.paper.layout import Sheet, written_day
from tui.paper.setup import PageSetup
from tui.paper.sheets.open_rows import undecided_note

_NAMED = 3
"""Units or leaders that the title of a print names."""


def sheets_for(job: Job, state: State, setup: PageSetup) -> list[Sheet]:
    """Return the sheets of a print of a list as it is, or as it was, with the words that the page gives each.

    Refused where there is nothing to print: no row names a unit, or a leader.
    """
    today = state.tasks.clock.day()
    number = clean_line(state.tasks.notice.document_number or "")
    says_state = setup.state or job.as_of
    said = (_state_line(job, state),) if says_state else ()
    kind = KINDS[job.kind]
    made = kind.made(replace(job, words=replace(job.words, bureau=setup.bureau)), state)
    whole = _names(state.tasks)
    undecided = undecided_note(state.tasks, job.rows) if kind.says_state_of_list else ()
    sheets: list[Sheet] = []
    for sheet in made:
        # The title that is typed for a letter is not that of its annex.
        page = replace(setup, title="") if sheets and sheets[0].is_letter else setup
        worded = dressed(sheet, page, today, number, said)
        sheets.append(replace(worded, whole=whole, notes=(*undecided, *worded.notes)))
    if job.newer_print:
        note = newer_note(job)
        sheets = [replace(sheet, notes=(*sheet.notes, note)) for sheet in sheets]
    if not sheets:
        raise Refused(kind.nothing)
    return sheets


class SheetsMade:
    """The sheets of a list that were made last: made anew for another print or page alone."""

    def __init__(self, state: State) -> None:
        """Take the list; nothing is made yet."""
        self._state = state
        self._last: tuple[Job, PageSetup, Sequence[Sheet]] | None = None

    def of(self, job: Job, setup: PageSetup) -> Sequence[Sheet]:
        """Return the sheets of a print; Refused as by `sheets_for`."""
        last = self._last
        if last is None or last[:2] != (job, setup):
            last = self._last = job, setup, sheets_for(job, self._state, setup)
        return last[2]


def _names(tasks: TaskList) -> tuple[str, ...]:
    """Return the names that a title is not parted in: of the list's units and people."""
    names = [person.name for person in tasks.all_of(Person)]
    for unit in tasks.units:
        names += [unit.full_name, *unit.aliases]
    return tuple(names)


def _state_line(job: Job, state: State) -> str:
    """Return of which day and of which change a list is; prints are no changes of it."""
    day = written_day(job.as_of or state.tasks.clock.day().isoformat())
    return f"截至{day}，第{changes_of_list(state.history)}次变更"


def title_of(job: Job, sheets: Sequence[Sheet]) -> str:
    """Return a print in words: the kind, and for whom (单位任务分解单(成果处、办公室))."""
    kind = KINDS[job.kind]
    if not kind.of_each:
        return kind.label
    names = "、".join(sheet.name for sheet in sheets[:_NAMED])
    count = len(sheets)
    more = f"等 {count} 份" if count > _NAMED else ""
    return f"{kind.label}（{names}{more}）"
