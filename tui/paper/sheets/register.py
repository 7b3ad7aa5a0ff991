"""催办登记表: which reminders went out, on paper and by telephone, and what was answered."""

from collections.abc import Iterator

from store.ledger.follow_ups import follow_ups_of, standing_word
from store.records.follow_up import FollowUp
from store.records.ranges import rows_in_words
from store.records.tasklist import TaskList
from store.words.cleaning import clean, clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, written_day
from tui.paper.sheets.cells import line_cell, line_cells, of_list

_COLUMNS = (
    SheetColumn("文号", 16, True),
    SheetColumn("级别", 5, True),
    SheetColumn("单位", 14, True),
    SheetColumn("任务", 8, True),
    SheetColumn("事由和要求", 24, False),
    SheetColumn("发出日期、回复期限", 14, True),
    SheetColumn("签发人、接话人", 9, True),
    SheetColumn("回复情况", 24, False),
)
_MOST_RUNS = 99
"""Rows are all named: it is a register."""


def register_sheets(tasks: TaskList) -> list[Sheet]:
    """Return the register; no sheet where nothing went out."""
    slips = follow_ups_of(tasks)
    if not slips:
        return []
    rows = tuple(_row(tasks, slip) for slip in slips)
    awaited = [standing_word(slip, tasks.today) for slip in slips]
    counted = (
        f"共 {len(slips)} 次，已回复 {awaited.count('已回复')} 次，到期未回 {awaited.count('到期未回')} 次"
    )
    under = (of_list(tasks), counted)
    return [Sheet("催办登记表", _COLUMNS, rows, under=under, name="催办登记", says_empty=True)]


def _row(tasks: TaskList, slip: FollowUp) -> Row:
    before = f"（原{slip.number_before}）" if slip.number_before else ""
    number = tuple(filter(None, (slip.number, before)))
    rows = [row for row in slip.tasks if row in tasks.places]
    asked = (*clean(slip.why).splitlines(), *clean(slip.require).splitlines())
    sent_on, answer_by = written_day(slip.sent_on or ""), written_day(slip.answer_by or "")
    days = [sent_on] if sent_on else []
    days += [f"{answer_by}前"] if answer_by else []
    who = slip.phone_with if slip.kind == "phone" else slip.signed_by
    about = line_cells(slip.level, tasks.unit_name(slip.unit), rows_in_words(tasks, rows, _MOST_RUNS))
    answer = SheetCell(tuple(_answer(tasks, slip)))
    return (SheetCell(number), *about, SheetCell(asked), SheetCell(tuple(days)), line_cell(who), answer)


def _answer(tasks: TaskList, slip: FollowUp) -> Iterator[str]:
    """Yield the lines of the answer: on which day and by whom, then its text; else how it stands."""
    if slip.answered_on is None:
        yield standing_word(slip, tasks.today)
        return
    day = written_day(slip.answered_on)
    yield f"{day}　{clean_line(slip.answered_by)}".rstrip()
    yield from clean(slip.answer).splitlines()
