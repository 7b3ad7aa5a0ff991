"""The kinds of sheets, declared once: name, label, what is chosen for one, its page, what makes it.

The command line, the print dialog, the page and the print read `KINDS`; a sheet's module is imported when it
is printed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from store.history.earlier import State
from tui.paper.job import Job
from tui.paper.layout import Sheet

Range = Literal["rows", "each", "since", "handover", "whole"]
"""What is chosen for a print of a kind: which rows, units or leaders (a sheet each), since when, which act;
or nothing, as it is printed whole.
"""


def _everything(_: State) -> str:
    return "全部"


@dataclass(frozen=True, slots=True)
class SheetKind:
    """A kind of sheet."""

    name: str
    """As it is typed after --sheet."""
    label: str
    made: Callable[[Job, State], list[Sheet]]
    """Makes the sheets of a print as plain layouts, before the page adds its words."""
    range: Range = "whole"
    whole: Callable[[State], str] = _everything
    """What the whole range of it is in words: 全部 9 行."""
    subject: str = ""
    """Of what it has a sheet each: 单位."""
    is_upright: bool = False
    """Whether it is portrait where nobody chose."""
    is_text: bool = False
    """Whether it is running text, set in 三号."""

    @property
    def of_each(self) -> bool:
        """Whether there is a sheet for each of something: it is handed out, with page numbers of its own."""
        return self.range == "each"


def _list(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.task_list import task_list_sheet

    return [task_list_sheet(state.tasks, job.rows)]


def _unit(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.subject import unit_sheets

    return unit_sheets(state.tasks, job.subjects, with_idle=job.with_idle)


def _leader(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.subject import leader_sheets

    return leader_sheets(state.tasks, job.subjects)


def _matrix(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.matrix import matrix_sheets

    return matrix_sheets(state.tasks, job.rows)


def _roster(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.roster import roster_sheet

    return [roster_sheet(state.tasks)]


def _changes(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.changes_since import changes_since

    return [changes_since(state, max(1, job.since or 1))]


def _summary(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.summary import summary_sheet

    return [summary_sheet(state.tasks, job.rows)]


def _handover(job: Job, state: State) -> list[Sheet]:
    from store.history.handovers import LAST, handover_named
    from tui.paper.sheets.handed_over import handover_sheets

    count = job.handover or handover_named(state, LAST)
    return handover_sheets(state, count, job.words)


def _notice(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.letter import letter_sheets

    return letter_sheets(state, max(1, job.since or 1), job.words)


def _all_rows(state: State) -> str:
    return f"全部 {len(state.tasks.task_keys)} 行"


def _all_people(state: State) -> str:
    return f"全部 {len(state.tasks.roster)} 人"


KINDS: dict[str, SheetKind] = {
    kind.name: kind
    for kind in (
        SheetKind("list", "任务清单", _list, "rows", _all_rows),
        SheetKind("unit", "单位任务分解单", _unit, "each", subject="单位"),
        SheetKind("leader", "领导分管任务清单", _leader, "each", subject="分管领导"),
        SheetKind("matrix", "责任分配矩阵", _matrix, "rows", _all_rows),
        SheetKind("roster", "领导小组名单", _roster, whole=_all_people, is_upright=True, is_text=True),
        SheetKind("changes", "调整对照表", _changes, "since"),
        SheetKind("notice", "调整通知", _notice, "since"),
        SheetKind("handover", "移交清单", _handover, "handover"),
        SheetKind("summary", "责任汇总表", _summary, "rows", _all_rows, is_upright=True),
    )
}
"""The kinds by name, in the order in which they are offered."""


def names_taking(wanted: Range) -> str:
    """Return how the kinds of a range are typed, in words: list、matrix 和 summary."""
    *names, last = [kind.name for kind in KINDS.values() if kind.range == wanted]
    return f"{'、'.join(names)} 和 {last}" if names else last
