"""`--only` and `--sort`: which rows are shown or printed, and in which order, as F4 does on the screen."""

from datetime import date

from store.acts.resolving import leader_named, names_in, unit_named
from store.history.earlier import State
from store.ledger.state_words import BY_GRAVITY
from store.records.tasklist import TaskList
from store.refused import Refused
from store.views.selection import CONDITIONS, Selection, rows_selected, year_meant
from store.views.sorting import SORTED_BY, rows_sorted
from store.words.cleaning import clean_line
from store.words.days import day_in
from tui.command_line.arguments import Argument
from tui.command_line.words import Options

_DUE, _HAS = "due:", "has:"
_WORDS = {
    "no-leader": CONDITIONS["没有分管领导"],
    "no-deadline": CONDITIONS["没有时限"],
    "in-doubt": CONDITIONS["有待定"],
    "undecided": CONDITIONS["有不一致"],
    "by-others": CONDITIONS["我改过、他人又改"],
    "changed": CONDITIONS["上次打印后改过"],
}

SELECTION = (
    Argument(
        "--only",
        "条件,..",
        "只要这些行：单位或领导的名称；no-leader 没有分管领导，no-deadline 没有时限，in-doubt 有待定，"
        "undecided 有不一致，by-others 我改过、他人又改，changed 上次打印后改过，"
        "overdue、near、behind、closed 等 逾期、临期、落后、已销号等，"
        f"{_DUE}日期 时限到这天，{_HAS}字词 文字中有这些字；几个都写的，都要符合",
    ),
    Argument(
        "--sort",
        "次序",
        "按牵头单位、分管领导、完成时限、状态或文字排列；不写为清单的次序",
        choices=tuple(SORTED_BY),
    ),
)
"""The options of a command that shows or prints rows of the list."""


def rows_asked(state: State, options: Options, day: date | None = None) -> tuple[str, ...] | None:
    """Return the rows that the options ask for, in their order; None where they ask for the list as it is.

    Refused where a word is no condition, or no row fits.
    """
    if options.only is None and options.sort is None:
        return None
    selection = Selection()
    for word in names_in(options.only or ""):
        selection = selection.with_also(_condition(state.tasks, word))
    rows = rows_selected(state.tasks, state.history, selection, day)
    if not rows:
        raise Refused("没有符合条件的行，请改写 --only。")
    return rows_sorted(state.tasks, rows, options.sort or "")


def _condition(tasks: TaskList, word: str) -> Selection:
    """Return what one word asks; a name is a unit's before it is a leader's."""
    if word in _WORDS:
        return _WORDS[word]
    state = word.replace("-", "_")
    if state in BY_GRAVITY:
        return Selection(states=(state,))
    if word.startswith(_HAS):
        return Selection(words=word.removeprefix(_HAS))
    if word.startswith(_DUE):
        day = day_in(word.removeprefix(_DUE), date(year_meant(tasks), 1, 1))
        return Selection(due_by=day.isoformat())
    return _naming(tasks, word)


def _naming(tasks: TaskList, name: str) -> Selection:
    try:
        unit = unit_named(tasks, name)
    except Refused:
        unit = None
    if unit and unit.key:
        return Selection(units=(unit.key,))
    leader = leader_named(tasks, name)
    if leader.key is None:
        raise Refused(f"“{name}”不是清单中的一个单位或一位领导，请核对 --only。")
    return Selection(leaders=(leader.key,))


def rows_typed(tasks: TaskList, words: str) -> tuple[str, ...]:
    """Return the rows that words name, each once: 3.2, 3.1-3.3, or several of them with commas between."""
    rows: list[str] = []
    for name in names_in(clean_line(words)):
        rows += tasks.rows_named(name)
    if not rows:
        raise Refused("请写明哪几行，如 3.2 或 3.1-3.3。")
    return tuple(dict.fromkeys(rows))
