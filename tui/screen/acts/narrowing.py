"""Narrowing the rows that are shown, and sorting them (F4): the list itself stays as it is."""

from collections.abc import Sequence
from datetime import date

from store.ledger.state_words import BY_GRAVITY
from store.records.naming import names_of_person, names_of_unit
from store.records.tasklist import TaskList
from store.records.whois import told_apart
from store.refused import Refused
from store.views.selection import (
    CONDITIONS,
    Selection,
    counts_of_states,
    rows_selected,
    uses_states,
    year_meant,
)
from store.views.sorting import SORTED_BY
from store.words.days import day_named
from store.words.search import Names
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.filtering import FilterDialog

_NOTHING = "没有这样的行。"
_BY_TEXT = "文字"
"""The group of what is typed."""


class NarrowingActs:
    """Showing some rows, or all in another order."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def narrow(self) -> None:
        """Ask which rows to show, in which order; where that is set, show all in the list's order again."""
        desk = self._desk
        if not desk.panes.shown.is_all:
            self._select(Selection())
            return
        await self._ask(_choices(desk.tasks))

    async def sort(self) -> None:
        """Ask by what the rows are to be sorted."""
        await self._ask(_orders())

    async def _ask(self, choices: Sequence[Choice[Selection]]) -> None:
        desk = self._desk
        chosen = await desk.ask(FilterDialog(choices, self._typed, self._refused))
        if chosen:
            self._select(chosen)

    def _select(self, selection: Selection) -> None:
        """Show what is selected, now and the next time that the list is opened."""
        self._desk.panes.select(selection)
        if not self._desk.past:
            self._desk.view.set(shown=selection.spelled())

    def _typed(self, words: str) -> Sequence[Choice[Selection]]:
        """Return the lines made of what is typed: a day to which rows are due, and the words themselves."""
        made = [Choice(Selection(words=words), f"文字中有“{words}”的行", group=_BY_TEXT)]
        day = _day(self._desk.tasks, words)
        if day:
            made.insert(0, Choice(Selection(due_by=day), f"时限到 {day} 的行", group=_BY_TEXT))
        return made

    def _refused(self, chosen: Selection) -> str:
        state = self._desk.state
        return "" if rows_selected(state.tasks, state.history, chosen) else _NOTHING


def _day(tasks: TaskList, words: str) -> str | None:
    """Return the day that words name, as a date (6-30) or as a deadline (6月底前), or none."""
    from store.reading.signs.deadlines import deadlines_of

    year = year_meant(tasks)
    try:
        return day_named(words, date(year, 1, 1))
    except Refused:
        days = [deadline.due for deadline in deadlines_of(words, year) if deadline.kind == "dated"]
        return next(filter(None, days), None)


def _choices(tasks: TaskList) -> list[Choice[Selection]]:
    """Return the units and leaders that rows name, with how many rows; the conditions; the orders."""
    choices: list[Choice[Selection]] = []
    for unit in tasks.units:
        name = tasks.wording_of(unit.key)
        choices += _naming(tasks, Selection(units=(unit.key,)), name, names_of_unit(tasks, unit))
    for entry in tasks.roster:
        name, names = told_apart(tasks, entry.person), names_of_person(tasks, entry.person)
        choices += _naming(tasks, Selection(leaders=(entry.person,)), name, names)
    for words, alone in CONDITIONS.items():
        choices.append(Choice(alone, f"{words}的行", (words,), group="条件"))
    return [*choices, *_in_states(tasks), *_orders()]


def _in_states(tasks: TaskList) -> list[Choice[Selection]]:
    """Return a line for each state that a row is in today; none for a list that uses neither days nor the
    ledger.
    """
    counts = counts_of_states(tasks, tasks.clock.day()) if uses_states(tasks) else {}
    choices = []
    for code, count in counts.items():
        word = BY_GRAVITY[code]
        alone = Selection(states=(code,))
        choices.append(Choice(alone, f"{word}的行", (word, "状态"), right=f"{count} 行", group="状态"))
    return choices


def _naming(tasks: TaskList, only: Selection, name: str, names: Names) -> list[Choice[Selection]]:
    """Return the line of one unit or leader; none where no row would be shown."""
    (key,) = (*only.units, *only.leaders)
    rows = tasks.rows_naming(key)
    group = "单位" if only.units else "领导"
    return [Choice(only, name, names, right=f"{len(rows)} 行", group=group)] if rows else []


def _orders() -> list[Choice[Selection]]:
    orders = []
    for name, label in SORTED_BY.items():
        words = f"按{label}排序"
        orders.append(Choice(Selection(sorted_by=name), words, (words, "排序"), group="次序"))
    return orders
