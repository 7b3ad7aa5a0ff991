"""Which rows are looked at (筛选): by unit, leader, what is missing, a day, the last print, or words."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, get_args

from store.history.prints import places_since_last_print
from store.records.changes import History
from store.records.closing import Adjustment, Closing
from store.records.columns import holds_any
from store.records.fields import names_for
from store.records.report import Report
from store.records.schedule import Schedule
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.undecided_cells import is_undecided
from store.records.values import SIDES
from store.records.whois import told_apart
from store.words.names import name_key

SortedBy = Literal["", "unit", "leader", "deadline", "state", "text"]
"""By the first lead unit, the leader in charge of it, the day due, the state, the text; empty for the list's
order.
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rows are shown: those with one of the units, one of the leaders, and all else that is set.

    And in which order.
    """

    units: tuple[str, ...] = ()
    """Keys; a row must name one of them on any side."""
    leaders: tuple[str, ...] = ()
    """Keys of people; likewise."""
    no_leader: bool = False
    """A side with units has no leader."""
    no_deadline: bool = False
    in_doubt: bool = False
    """Something of the row is open (待定)."""
    undecided: bool = False
    """Something of the row or of its item is in conflict (不一致)."""
    by_others: bool = False
    """Changed here, and by another desk since."""
    due_by: str = ""
    """ISO; a deadline of the row falls on this day or before it."""
    states: tuple[str, ...] = ()
    """Codes; the row is in one of them today, or behind the plan (behind)."""
    changed: bool = False
    """Changed since the list or its 调整对照表 was last printed."""
    words: str = ""
    """A text of the row holds them, blanks and width apart."""
    sorted_by: SortedBy = ""
    """Empty for the list's own order."""

    @property
    def selects(self) -> bool:
        """Whether it leaves any row out."""
        return replace(self, sorted_by="") != Selection()

    @property
    def is_all(self) -> bool:
        """Whether all rows are shown in the list's own order."""
        return self == Selection()

    def spelled(self) -> tuple[str, ...]:
        """Return it as plain words, for `of_spelled`: units=KEY, in_doubt=True, due_by=2021-06-30."""
        words: list[str] = []
        for field in fields(Selection):
            value = getattr(self, field.name)
            several = value if isinstance(value, tuple) else (value,)
            words += [f"{field.name}={one}" for one in several if one]
        return tuple(words)

    @classmethod
    def of_spelled(cls, words: Iterable[str]) -> "Selection":
        """Return the selection that such words make; those that say nothing here are passed over."""
        selection = cls()
        defaults = {field.name: field.default for field in fields(cls)}
        for word in words:
            name, _, said = word.partition("=")
            kinds: dict[type, Any] = {bool: True, tuple: (said,), str: said}
            part = {name: kinds[type(defaults[name])]} if said and name in defaults else {}
            if part.get("sorted_by", "") in get_args(SortedBy):
                selection = selection.with_also(cls(**part))
        return selection

    def with_also(self, other: "Selection") -> "Selection":
        """Return both as one: a further unit beside the units, a further condition beside the others."""
        both: dict[str, Any] = {}
        for field in fields(Selection):
            mine, more = getattr(self, field.name), getattr(other, field.name)
            both[field.name] = (*mine, *more) if isinstance(mine, tuple) else more or mine
        return Selection(**both)


CONDITIONS = {
    "没有分管领导": Selection(no_leader=True),
    "没有时限": Selection(no_deadline=True),
    "有待定": Selection(in_doubt=True),
    "有不一致": Selection(undecided=True),
    "我改过、他人又改": Selection(by_others=True),
    "上次打印后改过": Selection(changed=True),
}
"""What a row fulfils or does not, by the clerk's words for it."""


def rows_selected(
    tasks: TaskList, history: History, selection: Selection, day: date | None = None
) -> tuple[str, ...]:
    """Return the rows of a list that a selection lets through, in the list's order, on a day or today."""
    if not selection.selects:
        return tasks.task_keys
    kept = set(tasks.task_keys)
    for keys in (selection.units, selection.leaders):
        if keys:
            kept &= _naming(tasks, keys)
    if selection.changed:
        kept &= rows_changed_since_print(tasks, history)
    if selection.undecided:
        kept = {row for row in kept if is_undecided(tasks, row)}
    if selection.by_others:
        from store.history.changed_by_others import rows_changed_by_others

        kept &= {one.row for one in rows_changed_by_others(tasks, history)}
    kept = _kept_by_days(tasks, kept, selection, day or tasks.clock.day())
    words = name_key(selection.words).lower()
    found: list[str] = []
    for row in tasks.task_keys:
        if row in kept and _holds(tasks.task(row), selection, words):
            found.append(row)
    return tuple(found)


def _kept_by_days(tasks: TaskList, rows: set[str], selection: Selection, day: date) -> set[str]:
    """Return those of some rows whose days and states on a day are as a selection asks."""
    if selection.due_by:
        due = due_days(tasks)
        rows = {row for row in rows if "" < due(tasks.task(row)) <= selection.due_by}
    if selection.states:
        rows = rows & rows_in_states(tasks, selection.states, day)
    return rows


def words_of(tasks: TaskList, selection: Selection) -> list[str]:
    """Return what a selection asks, in the clerk's words, one each: 成果处, 没有时限."""
    units = [tasks.wording_of(unit) for unit in selection.units]
    leaders = [told_apart(tasks, leader) for leader in selection.leaders]
    words = [*units, *leaders]
    words += [word for word, alone in CONDITIONS.items() if selection.with_also(alone) == selection]
    if selection.states:
        from store.ledger.state_words import BY_GRAVITY

        words += [BY_GRAVITY[code] for code in selection.states if code in BY_GRAVITY]
    if selection.due_by:
        words.append(f"时限到 {selection.due_by}")
    if selection.words:
        words.append(f"含“{selection.words}”")
    return words


def _holds(task: Task, selection: Selection, words: str) -> bool:
    """Tell whether a row holds what a selection asks of the row alone."""
    if selection.no_leader and not lacks_leader(task):
        return False
    if selection.no_deadline and (task.deadline or "").strip():
        return False
    if selection.in_doubt and not is_in_doubt(task):
        return False
    return not words or words in searched(task)


def _naming(tasks: TaskList, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for key in keys:
        found.update(tasks.rows_naming(key))
    return found


def lacks_leader(task: Task) -> bool:
    """Tell whether a side of a row has units and no leader."""
    sides = [task.side(name) for name in SIDES]
    return any(side.units and not side.leaders for side in sides)


def is_in_doubt(task: Task) -> bool:
    """Tell whether something of a row is open: a doubt, or a name that nobody has settled."""
    return bool(task.doubts) or any(mention.is_open for mention in task.all_mentions)


def searched(task: Task) -> str:
    """Return the texts of a row in which words are looked for, in one comparable string."""
    return name_key("\n".join(text for _, text in texts_of(task))).lower()


def texts_of(task: Task) -> list[tuple[str, str]]:
    """Return the texts of a row that find looks through, each with its field; further columns by `extras`."""
    texts: list[tuple[str, str]] = []
    for name in names_for(Task, "find"):
        value = getattr(task, name)
        texts.append((name, "\n".join(value) if isinstance(value, tuple) else value or ""))
    texts += [("extras", f"{extra.label} {extra.text}") for extra in task.extras]
    return [(name, text) for name, text in texts if text]


def rows_in_states(tasks: TaskList, states: Collection[str], day: date) -> set[str]:
    """Return the rows that are in one of some states on a day, or behind the plan where that is asked."""
    from store.ledger.state_keeping import states_on
    from store.ledger.state_words import BEHIND

    found: set[str] = set()
    for row, state in states_on(tasks, day):
        if state.code in states or (state.is_behind and BEHIND in states):
            found.add(row)
    return found


def uses_states(tasks: TaskList) -> bool:
    """Tell whether the states of a list's rows say anything: a row has a deadline, or a report was asked for
    or received, a row closed or adjusted.
    """
    kinds = (Schedule, Report, Closing, Adjustment)
    return holds_any(tasks, "deadline") or any(tasks.keys_of(kind) for kind in kinds)


def counts_of_states(tasks: TaskList, day: date) -> dict[str, int]:
    """Return how many rows are in each state on a day, and how many behind, by gravity; none for no row."""
    from store.ledger.state_keeping import states_on
    from store.ledger.state_words import BEHIND, BY_GRAVITY

    counts = dict.fromkeys(BY_GRAVITY, 0)
    for _, state in states_on(tasks, day):
        counts[state.code] += 1
        counts[BEHIND] += state.is_behind
    return {code: count for code, count in counts.items() if count}


def due_days(tasks: TaskList) -> Callable[[Task], str]:
    """Return what tells the first day on which a row of the list falls due, ISO.

    The day is empty where the row's deadline names none.
    """
    from store.ledger.days import deadlines_of_row, next_due

    day = tasks.clock.day()

    def first_day(task: Task) -> str:
        days = deadlines_of_row(tasks, task).days
        return days[0] if days else next_due(tasks, task, day) or ""

    return first_day


def year_meant(tasks: TaskList) -> int:
    """Return the year of a day that is named without one: the list's, else this year."""
    from store.reading.signs.deadline_given import list_year

    return list_year(tasks.notice) or tasks.clock.day().year


def rows_changed_since_print(tasks: TaskList, history: History) -> set[str]:
    """Return the rows that changes touched since the list was last put on paper; none if it never was."""
    touched: set[str] = set()
    for place in places_since_last_print(tasks, history):
        edits = history.docs[place]["edits"]
        touched.update(edit["key"] for edit in edits if edit["table"] == Task.TABLE)
    return touched
