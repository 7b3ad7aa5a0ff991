"""移交清单: what one leader hands to another, with what is open in it, to be signed by both and a witness."""

from collections.abc import Iterator, Mapping, Sequence

from store.checks.checker import Checker
from store.checks.settings import CheckSettings
from store.history.earlier import State
from store.history.handovers import HandedOver, handed_over
from store.portfolio.left_open import standing_doubts
from store.questions.asking import questions
from store.records.columns import shown_columns
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner, written_day
from tui.paper.sheets.cells import list_title, sheet_columns, spreads_names
from tui.paper.sheets.grid import list_rows
from tui.paper.words import PaperWords, filled

_REMARK = "说明"
"""The findings that are left out: they ask for nothing."""
_SIGNED_AT = 14
"""Characters that a name to be signed under takes, before its room."""
_ROOM = "（签字）　　　　　　　　　年　　月　　日"


def handover_sheets(
    state: State, count: int, words: PaperWords, settings: CheckSettings | None = None
) -> list[Sheet]:
    """Return a sheet for each handover of the last of a list's first `count` changes, as it stood after it.

    Refused where that change hands nothing over.
    """
    then = state.after(count)
    found = handed_over(then.history[count - 1])
    if not found:
        raise Refused("这次变更没有移交分管，没有移交清单可以打印。")
    matters = _open_matters(then.tasks, settings)
    return [_sheet(then.tasks, each, matters, words) for each in found]


def rows_handed_over(tasks: TaskList, handover: HandedOver) -> tuple[str, ...]:
    """Return the rows that name a unit that passed, with the one who took it."""
    return tuple(task.key for task in tasks.tasks if _names_it(tasks, task.key, handover))


def _names_it(tasks: TaskList, row: str, handover: HandedOver) -> bool:
    task = tasks.task(row)
    for name in SIDES:
        side = task.side(name)
        has_unit = any(unit.key in handover.units for unit in side.units)
        if has_unit and side.has_leader(handover.to_leader):
            return True
    return False


def _open_matters(tasks: TaskList, settings: CheckSettings | None) -> dict[str, list[str]]:
    """Return by row what is open about it: doubts, questions, findings that nobody has accepted."""
    found: dict[str, list[str]] = {}
    for task in tasks.tasks:
        for doubt in standing_doubts(tasks, task):
            found.setdefault(task.key, []).append(f"待定：{doubt.reason}")
    for question in questions(tasks):
        if question.row:
            found.setdefault(question.row, []).append(f"待答：{question.text}")
    checker = Checker(tasks, settings)
    checker.work()
    accepted = checker.accepted()
    for finding in checker.findings():
        if finding.hit.row and finding.grade != _REMARK and finding.name not in accepted:
            found.setdefault(finding.hit.row, []).append(f"核对：{finding.hit.says}")
    return found


def _sheet(
    tasks: TaskList, handover: HandedOver, matters: Mapping[str, Sequence[str]], words: PaperWords
) -> Sheet:
    printed = [column for column in shown_columns(tasks) if column.field != "number"]
    columns = (SheetColumn("序号", 6, True), *sheet_columns(printed))
    keys = rows_handed_over(tasks, handover)
    matters = {key: matters[key] for key in keys if key in matters}
    said = words.of("handover")
    open_count = sum(map(len, matters.values()))
    values = _values(tasks, handover, len(keys), open_count)
    values["监交人"] = handover.witness or filled(said["witness"], values)
    rows = [banner(f"一、移交的任务（{len(keys)} 项）", len(columns))]
    rows += _task_rows(tasks, keys, [column.field for column in printed])
    rows.append(banner(f"二、待定和待办的事项（{open_count} 项）", len(columns)))
    rows += _matter_rows(tasks, matters, len(columns))
    under = tuple(filter(None, (filled(said["opening"], values), _dated(handover))))
    basis = f"移交依据：{values['依据']}" if handover.basis else ""
    signed = [_to_sign(filled(line, values)) for line in said["signatures"]]
    notes = tuple(filter(None, (basis, *signed)))
    title = filled(said["title"], values)
    return Sheet(
        title, columns, tuple(rows), notes, under=under, name=_name(tasks, handover), says_empty=True
    )


def _values(tasks: TaskList, handover: HandedOver, rows: int, matters: int) -> dict[str, str]:
    """Return what the holes of the words are filled with."""
    values = {"标题": list_title(tasks), "文号": clean_line(tasks.notice.document_number or "")}
    values["移交人"] = tasks.person_name(handover.from_leader)
    values["接收人"] = tasks.person_name(handover.to_leader)
    values["单位"] = "、".join(map(tasks.wording_of, handover.units))
    values["任务数"], values["待定数"] = str(rows), str(matters)
    values["生效日期"] = written_day(handover.since)
    values["依据"] = clean_line(handover.basis)
    values["今天"] = written_day(tasks.today)
    return values


def _name(tasks: TaskList, handover: HandedOver) -> str:
    """Return what tells the sheet from others: 胡军移交赵峰."""
    giver = tasks.person_name(handover.from_leader)
    return f"{giver}移交{tasks.person_name(handover.to_leader)}"


def _dated(handover: HandedOver) -> str:
    return f"（自{written_day(handover.since)}起）" if handover.since else ""


def _to_sign(line: str) -> str:
    """Return a line with room for a signature and its day after a name."""
    return line.ljust(_SIGNED_AT, "　") + _ROOM


def _task_rows(tasks: TaskList, keys: Sequence[str], fields: Sequence[str]) -> Iterator[Row]:
    grid = list_rows(tasks, keys, fields, spread_names=spreads_names(tasks, keys))
    for key, row in zip(keys, grid, strict=True):
        yield (SheetCell((tasks.row_name(key),)), *row)


def _matter_rows(tasks: TaskList, matters: Mapping[str, Sequence[str]], columns: int) -> Iterator[Row]:
    """Yield a row of the table for what is open in a row of the list, over all columns but the first."""
    covered = [None] * (columns - 2)
    for key, said in matters.items():
        lines = SheetCell(tuple(said), colspan=columns - 1, centred=False)
        yield (SheetCell((tasks.row_name(key),)), lines, *covered)
