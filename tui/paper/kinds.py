"""The kinds of sheets, declared once: name, label, what is chosen for one, its page, what makes it.

The command line, the print dialog, the page and the print read `KINDS`; a sheet's module is imported when it
is printed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from store.history.earlier import State
from store.history.prints import changes_of_list
from tui.paper.job import Job
from tui.paper.layout import Sheet

if TYPE_CHECKING:
    from store.checks.settings import CheckSettings

Range = Literal["rows", "each", "since", "span", "handover", "base", "period", "whole"]
"""What is chosen for a print of a kind: which rows, which units, leaders or reminders (a sheet each), since
which state of the list, from which day to which, which handover, for which period and as of which day, of
which period alone; or nothing, as it is printed whole.
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
    nothing: str = ""
    """What to say where a print of it has no sheet: why, and what to do."""
    is_upright: bool = False
    """Whether it is portrait where nobody chose."""
    is_text: bool = False
    """Whether it is running text, set in 三号."""
    whose: Literal["unit", "leader", "reminder"] = "unit"
    """Of what there is a sheet each, where it has one for each."""
    copies: int = 1
    """How many a printer makes where nobody chose."""

    @property
    def says_state_of_list(self) -> bool:
        """Whether its sheets show the list as it is: what is undecided there is said under each.

        A sheet of one unit or leader says it of its own rows, one of what was changed does not say it.
        """
        return self.range in ("rows", "base", "period", "whole")

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


def _progress(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.subject import all_units
    from tui.paper.sheets.unit_progress import unit_progress_sheets

    tasks, units = state.tasks, job.subjects
    if units is None and job.with_idle:
        units = tuple(all_units(tasks))
    return unit_progress_sheets(tasks, units, tasks.clock.day())


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
    return handover_sheets(state, count, job.words, _check_settings())


def _notice(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.letter import letter_sheets

    return letter_sheets(state, max(1, job.since or 1), job.words)


def _portfolio(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.portfolio import portfolio_sheets

    return portfolio_sheets(state.tasks)


def _points(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.points import points_sheets

    return points_sheets(state.tasks)


def _contacts(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.contacts import contact_sheets

    return contact_sheets(state.tasks)


def _findings(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.findings import findings_sheets

    return findings_sheets(state.tasks, _check_settings())


def _check_settings() -> "CheckSettings":
    """Return what the user set of the checks; F5 and `check` say what is wrong in it."""
    from store.checks.settings import checks_chosen
    from store.machine.settings import load_settings

    settings, _wrong = checks_chosen(load_settings().checks)
    return settings


def _reminder(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.reminder import reminder_sheets

    return reminder_sheets(state, job.subjects, job.words)


def _register(_: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.register import register_sheets

    return register_sheets(state.tasks)


def _scores(job: Job, state: State) -> list[Sheet]:
    from store.ledger.scoring import score_base
    from tui.paper.sheets.scores import scores_sheets

    tasks = state.tasks
    return scores_sheets(tasks, job.scored or score_base(tasks, tasks.clock.day()))


def _history(job: Job, state: State) -> list[Sheet]:
    from tui.paper.sheets.history import history_sheets

    return history_sheets(state, job.since or 0, job.until)


def _statistics(job: Job, state: State) -> list[Sheet]:
    from store.ledger.stat_base import stat_base
    from store.ledger.stats import apart
    from tui.paper.sheets.statistics import statistics_sheets

    tasks = apart(state.tasks)
    base = job.base or stat_base(tasks, tasks.clock.day())
    return statistics_sheets(tasks, base, job.by, job.corrected)


def _bulletin(job: Job, state: State) -> list[Sheet]:
    from store.ledger.stat_base import stat_base
    from store.ledger.stats import apart
    from tui.paper.sheets.bulletin import bulletin_sheets

    tasks = apart(state.tasks)
    base = job.base or stat_base(tasks, tasks.clock.day())
    return bulletin_sheets(tasks, base, job.words, job.corrected)


def _all_rows(state: State) -> str:
    return f"全部 {len(state.tasks.task_keys)} 行"


def _since_issue(_: State) -> str:
    return "印发以来"


def _all_changes(state: State) -> str:
    return f"全部 {changes_of_list(state.history)} 次变更"


def _to_today(_: State) -> str:
    return "到今天为止"


def _all_people(state: State) -> str:
    return f"全部 {len(state.tasks.roster)} 人"


_NO_UNIT = "清单里没有一行写明单位，没有可以打印的单位任务分解单。"
_NO_PROGRESS = "还没有单位牵头的任务，也没有报送，没有可以打印的单位进展情况表。"
_NO_LEADER = "清单里没有一行写明分管领导，没有可以打印的领导分管任务清单。"
_NO_PORTFOLIO = "还看不出哪个单位由哪位领导分管，没有可以打印的领导分工表；请先在名册中定下（Ctrl+K）。"
_NO_POINTS = "清单里没有工作要点，没有可以打印的；请先导入带工作要点的通知。"
_NO_PEOPLE = "名册里没有人，没有可以打印的通讯录；请先在名册中新增人员。"
_NO_FINDINGS = "核对没有发现问题，也没有待定的问题，不必打印。"
_NO_REMINDERS = "清单里还没有发过催办单、督办单，没有可以打印的；请先发催办。"
_NO_REGISTER = "清单里还没有催办过，没有催办登记可以打印。"
_NO_SCORES = "考核规则未设，不打分。可用命令 yaodian score --rule 定规则。"
_NO_ROWS = "清单里没有任务，没有可以统计的；请先新增任务。"
_NO_CHANGES = "所选的时间里没有变更，没有可以打印的变更记录；请另选范围。"

KINDS: dict[str, SheetKind] = {
    kind.name: kind
    for kind in (
        SheetKind("list", "任务清单", _list, "rows", _all_rows),
        SheetKind("unit", "单位任务分解单", _unit, "each", nothing=_NO_UNIT),
        SheetKind("leader", "领导分管任务清单", _leader, "each", nothing=_NO_LEADER, whose="leader"),
        SheetKind("progress", "单位进展情况表", _progress, "each", nothing=_NO_PROGRESS),
        SheetKind("matrix", "责任分配矩阵", _matrix, "rows", _all_rows),
        SheetKind("roster", "领导小组名单", _roster, whole=_all_people, is_upright=True, is_text=True),
        SheetKind("changes", "调整对照表", _changes, "since", _since_issue),
        SheetKind("notice", "调整通知", _notice, "since", _since_issue),
        SheetKind("handover", "移交清单", _handover, "handover"),
        SheetKind(
            "reminder",
            "催办单",
            _reminder,
            "each",
            nothing=_NO_REMINDERS,
            is_upright=True,
            whose="reminder",
            copies=2,
        ),
        SheetKind("register", "催办登记表", _register, nothing=_NO_REGISTER),
        SheetKind("summary", "责任汇总表", _summary, "rows", _all_rows, is_upright=True),
        SheetKind("stats", "统计表", _statistics, "base", nothing=_NO_ROWS),
        SheetKind("bulletin", "通报", _bulletin, "base", nothing=_NO_ROWS, is_upright=True, is_text=True),
        SheetKind("portfolio", "领导分工表", _portfolio, nothing=_NO_PORTFOLIO, is_upright=True),
        SheetKind("points", "工作要点", _points, nothing=_NO_POINTS, is_upright=True),
        SheetKind(
            "contacts", "联络员通讯录", _contacts, whole=_all_people, nothing=_NO_PEOPLE, is_upright=True
        ),
        SheetKind("findings", "核对结果", _findings, nothing=_NO_FINDINGS),
        SheetKind("scores", "考核表", _scores, "period", _to_today, nothing=_NO_SCORES, is_upright=True),
        SheetKind("history", "变更记录", _history, "span", _all_changes, nothing=_NO_CHANGES),
    )
}
"""The kinds by name, in the order in which they are offered."""


def names_taking(*ranges: Range) -> str:
    """Return how the kinds of some ranges are typed, in words: list、matrix 和 summary."""
    *names, last = [kind.name for kind in KINDS.values() if kind.range in ranges]
    first = "、".join(names)
    return f"{first} 和 {last}" if first else last
