"""A unit or leader of some rows put in another's place, by key; an open wording settled by the same act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.acts.assigning import Assignment, SideAnswer, asked_of, assign, assigned_edits
from store.acts.cell_grounds import Reason
from store.acts.preview import Answers, Preview
from store.acts.unit_in_rows import replace_unit_preview
from store.portfolio.missing import Missing
from store.records.cells import CELLS, Cell, CellKind
from store.records.changes import Change
from store.records.describing import label
from store.records.ranges import numbered_row, numbered_rows
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention, SideName, wordings
from store.words.names import name_key


@dataclass(frozen=True, slots=True)
class Named:
    """A unit, leader or open wording that rows name, and in which of them it stands."""

    kind: CellKind
    mention: Mention
    rows: tuple[str, ...]

    def holds(self, mention: Mention) -> bool:
        """Tell whether a cell means it: by key, an open wording by its words."""
        if self.mention.key is not None:
            return mention.key == self.mention.key
        return mention.key is None and mention.wording == self.mention.wording


def named_so(tasks: TaskList, rows: Sequence[str], words: str) -> tuple[Named, ...]:
    """Return the units and leaders of rows that go by some words."""
    wanted = name_key(words)
    found: dict[tuple[CellKind, Mention], None] = {}
    for row in rows:
        task = tasks.task(row)
        for cell in CELLS:
            for mention in task.mentions(cell):
                if wanted in map(name_key, _names(tasks, mention)):
                    one = tasks.mention(mention.key) if mention.key else mention
                    found[cell.kind, one] = None
    every = [Named(kind, mention, ()) for kind, mention in found]
    return tuple(replace(one, rows=_rows_with(tasks, rows, one)) for one in every)


def _names(tasks: TaskList, mention: Mention) -> Iterable[str]:
    unit = tasks.find(Unit, mention.key)
    known = (unit.full_name, *unit.aliases) if unit else (tasks.person_name(mention.key),)
    return (mention.wording, *filter(None, known))


def _rows_with(tasks: TaskList, rows: Iterable[str], named: Named) -> tuple[str, ...]:
    return tuple(row for row in rows if _cells(tasks.task(row), named))


def _cells(task: Task, named: Named) -> list[Cell]:
    return [cell for cell in CELLS if cell.kind == named.kind and any(map(named.holds, task.mentions(cell)))]


def row_in_words(tasks: TaskList, row: str, named: Named, new: Mention) -> str:
    """Return what a row would come to: 第 1 行 牵头单位:成果处 → 平台处."""
    task = tasks.task(row)
    said = []
    for cell in _cells(task, named):
        before, after = task.mentions(cell), _with(task.mentions(cell), named, new)
        said.append(f"{label(tasks, cell.field)}：{_in_words(before)} → {_in_words(after)}")
    return f"{numbered_row(tasks, row)} {'；'.join(said)}"


def _in_words(mentions: Iterable[Mention]) -> str:
    return " ".join(wordings(mentions))


def _with(mentions: Iterable[Mention], named: Named, new: Mention) -> tuple[Mention, ...]:
    """Return a cell with one in another's place; where that stands already, once."""
    return tuple(dict.fromkeys(new if named.holds(one) else one for one in mentions))


def asks(named: Named, new: Mention) -> bool:
    """Tell whether it is a unit for a unit, whose leaders may be asked about row by row."""
    return named.kind == "units" and bool(named.mention.key and new.key)


def unit_preview(
    tasks: TaskList, rows: Sequence[str], named: Named, new: Mention, answers: Answers
) -> Preview:
    """Return what a unit put in another's place does to rows, with their leaders."""
    preview = replace_unit_preview(tasks, named.mention.key or "", [new.key or ""], answers, rows)
    return replace(preview, title=_title(tasks, rows, named, new))


def replace_name(
    tasks: TaskList, rows: Sequence[str], named: Named, new: Mention, reason: Reason = ""
) -> Change:
    """Return the change that puts a leader, or an open wording, in another's place in rows.

    Refused where it is to be said why (`asked_of_names`) and is not.
    """
    done = _assigned(tasks, rows, named, new, reason)
    return Change(_title(tasks, rows, named, new), tuple(assigned_edits(tasks, rows, done)))


def asked_of_names(tasks: TaskList, rows: Sequence[str], named: Named, new: Mention) -> tuple[Missing, ...]:
    """Return the units whose known leader would not stand beside them: the clerk is to say why."""
    return asked_of(_assigned(tasks, rows, named, new))


def _assigned(
    tasks: TaskList, rows: Sequence[str], named: Named, new: Mention, reason: Reason = ""
) -> list[Assignment]:
    done: list[Assignment] = []
    for row in rows:
        task = tasks.task(row)
        answers: dict[SideName, SideAnswer] = {}
        for cell in _cells(task, named):
            given = _with(task.mentions(cell), named, new)
            answers[cell.side] = replace(SideAnswer(), **{cell.kind: given})
        done += assign(tasks, (row,), answers, reason).values()
    return done


def _title(tasks: TaskList, rows: Sequence[str], named: Named, new: Mention) -> str:
    return f"替换：{named.mention.wording} → {new.wording}（{numbered_rows(tasks, rows)}）"
