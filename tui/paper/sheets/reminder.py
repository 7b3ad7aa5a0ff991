"""催办单 and 督办单: what a unit is reminded of, and under a cut line the 回执 that it sends back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from store.history.earlier import State
from store.ledger.follow_ups import follow_ups_of
from store.ledger.reminder_words import stands_in_words, unreported_in_words
from store.ledger.state_keeping import states_on
from store.records.follow_up import FOLLOW_UP_KINDS, FollowUp
from store.records.task import Task
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.cleaning import clean, clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, written_day
from tui.paper.sheets.cells import field_lines, line_cell, list_title
from tui.paper.sheets.letter_parts import issuer_of
from tui.paper.words import PaperWords, filled

_COLUMNS = (
    SheetColumn("序号", 10, True),
    SheetColumn("重点任务", 30, False),
    SheetColumn("完成时限", 12, True),
    SheetColumn("状态", 16, True),
)
_CUT = "— — — — — — — —（沿此线裁开）— — — — — — — —"
_ROOM = ("",) * 5
"""Lines to write the answer on."""


def slips_to_print(tasks: TaskList) -> list[FollowUp]:
    """Return the reminders of the list that go out on paper, the newest first."""
    slips = reversed(follow_ups_of(tasks))
    return [one for one in slips if one.kind != "phone"]


def slips_of_last_day(tasks: TaskList) -> list[FollowUp]:
    """Return those of the last day on which any went out, in the order of their numbers."""
    slips = slips_to_print(tasks)
    last = [one for one in slips if one.sent_on == slips[0].sent_on]
    return last[::-1]


def reminder_sheets(state: State, keys: Sequence[str] | None, words: PaperWords) -> list[Sheet]:
    """Return a sheet for each of some reminders by key, or for those of the last day; Refused for one by
    telephone.
    """
    tasks = state.tasks
    slips = slips_of_last_day(tasks)
    if keys is not None:
        slips = [tasks.get(FollowUp, key) for key in keys]
    by_phone = [slip.number for slip in slips if slip.kind == "phone"]
    if by_phone:
        raise Refused(f"{by_phone[0]}是电话催办，没有催办单，请打印催办登记表。")
    when = _WhenSent(state)
    return [_sheet(slip, when.list_of(slip), words) for slip in slips]


class _WhenSent:
    """The list as it stood when a reminder went out: what is printed again says what was sent."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._lists: dict[int, TaskList] = {}

    def list_of(self, slip: FollowUp) -> TaskList:
        """Return the list after the change that made a reminder."""
        count = self._made_at(slip.key)
        if count not in self._lists:
            is_last = count == len(self._state.history)
            then = self._state if is_last else self._state.after(count)
            self._lists[count] = then.tasks
        return self._lists[count]

    def _made_at(self, key: str) -> int:
        docs = self._state.history.docs
        for place in range(len(docs) - 1, -1, -1):
            for edit in docs[place]["edits"]:
                is_it = edit["table"] == FollowUp.TABLE and edit["key"] == key
                if is_it and not edit["field"] and edit["before"] is None:
                    return place + 1
        return len(docs)


def _sheet(slip: FollowUp, tasks: TaskList, words: PaperWords) -> Sheet:
    said = words.of("reminder")
    values = _values(slip, tasks, words)
    worded = {name: filled(words, values) for name, words in said.items()}
    rows = [*_task_rows(slip, tasks), *_asked(slip, worded["issuer"])]
    rows += [_across(_CUT), *_receipt(worded["receipt"])]
    before = f"（原发{slip.number_before}，文号更正为本号）" if slip.number_before else ""
    under = tuple(filter(None, (slip.number, before)))
    notes = (worded["note"],) if worded["note"] else ()
    made = Sheet(worded["title"], _COLUMNS, tuple(rows), notes)
    return replace(made, heads=_heads(slip, tasks), under=under, name=slip.number)


def _values(slip: FollowUp, tasks: TaskList, words: PaperWords) -> dict[str, str]:
    """Return what the holes of the words are filled with."""
    values = {"标题": list_title(tasks), "发文机关": issuer_of(tasks, words)}
    values["种类"] = FOLLOW_UP_KINDS[slip.kind]
    values["文号"] = slip.number
    values["单位"] = tasks.unit_name(slip.unit)
    values["今天"] = written_day(tasks.today)
    return values


def _heads(slip: FollowUp, tasks: TaskList) -> tuple[Row, ...]:
    """Return what stands on top of each page: the unit, the level where it has one, the columns."""
    unit = tasks.unit_name(slip.unit)
    first: Row = _pair(("单位", unit), ("级别", slip.level))
    if not slip.level:
        first = _wide("单位", (unit,), centred=True)
    labels = [_label(column.label) for column in _COLUMNS]
    return (first, tuple(labels))


def _task_rows(slip: FollowUp, tasks: TaskList) -> Iterator[Row]:
    """Yield the rows that it is about, as they stood on the day on which it went out."""
    day = date.fromisoformat(slip.sent_on or tasks.today)
    states = states_on(tasks, day)
    for key in slip.tasks:
        task = tasks.find(Task, key)
        if task is None:
            continue
        state = states.of(key)
        due = written_day(state.due) if state.due else ""
        worded = clean_line(task.deadline or "")
        when = SheetCell(tuple(filter(None, (worded, due))))
        unreported = unreported_in_words(tasks, slip.unit, key, day)
        stands = stands_in_words(state).split("；")
        stands += [unreported] if unreported else []
        text = field_lines(tasks, task, "text")
        yield (line_cell(tasks.row_name(key)), SheetCell(text), when, SheetCell(tuple(stands)))


def _asked(slip: FollowUp, issuer: str) -> Iterator[Row]:
    """Yield why and what is asked, by when, and who asks it."""
    for label, text in (("事由", slip.why), ("要求", slip.require)):
        yield _wide(label, tuple(clean(text).splitlines()))
    answer_by = written_day(slip.answer_by or "")
    by = f"{answer_by}前" if answer_by else ""
    sent_on = written_day(slip.sent_on or "")
    yield _pair(("回复期限", by), ("发出单位", issuer))
    yield _pair(("发出日期", sent_on), ("签发人", slip.signed_by))


def _receipt(title: str) -> Iterator[Row]:
    """Yield what the unit fills in and signs: on one page, as it is cut off."""
    yield _across(title)
    yield _pair(("签收人", ""), ("签收时间", ""), kept=True)
    yield _wide("办理情况", _ROOM, kept=True)
    yield _pair(("单位负责人", ""), ("日期", ""))


def _across(words: str) -> Row:
    """Return a row of one cell over all columns that heads what is under it, in its middle."""
    cell = SheetCell((words,), colspan=len(_COLUMNS), strong=True, centred=True)
    return (cell, None, None, None)


def _label(words: str, *, kept: bool = False) -> SheetCell:
    return SheetCell((words,), strong=True, centred=True, kept=kept)


def _wide(label: str, lines: tuple[str, ...], *, kept: bool = False, centred: bool = False) -> Row:
    """Return a label and a text over all other columns."""
    text = SheetCell(lines, colspan=3, centred=centred)
    return (_label(label, kept=kept), text, None, None)


def _pair(first: tuple[str, str], second: tuple[str, str], *, kept: bool = False) -> Row:
    """Return two labels, each with what it says."""
    cells: list[SheetCell] = []
    for label, said in (first, second):
        text = SheetCell((clean_line(said),), centred=True)
        cells += [_label(label, kept=kept), text]
    return tuple(cells)
