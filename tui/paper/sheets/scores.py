"""考核表: the score of each unit, what each rule counts, and under it every event that it is made of."""

from collections.abc import Iterator, Sequence

from store.ledger.score_events import ScoreEvent
from store.ledger.scoring import (
    ScoreBase,
    UnitScore,
    event_word,
    points_said,
    rule_said,
    score_rules_of,
    scores_on,
)
from store.records.tasklist import TaskList
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, written_day
from tui.paper.sheets.cells import list_title

_COLUMNS = (
    SheetColumn("单位", 18, True),
    SheetColumn("事项", 14, True),
    SheetColumn("次数", 8, True),
    SheetColumn("得分", 10, True),
    SheetColumn("由来", 50, False),
)
_BLANK = SheetCell(("",))
_SUM = SheetCell(("合计",), strong=True)
_NO_EVENT = "无加分、扣分事项"


def scores_sheets(tasks: TaskList, base: ScoreBase) -> list[Sheet]:
    """Return the scores of a period or up to a day; nothing where no rule is set."""
    rules = score_rules_of(tasks)
    if not rules:
        return []
    rows: list[Row] = []
    for score in scores_on(tasks, base.day, base.period):
        rows += _unit(tasks, score)
    until = written_day(base.day.isoformat())
    period = f"{base.period.label}，" if base.period else ""
    under = f"（{list_title(tasks)}，{period}截至{until}）"
    by_rules = "，".join(map(rule_said, rules))
    notes = (
        f"考核规则：{by_rules}。",
        "一行有几个牵头单位的，各计一次；已并入别的单位的，按当时的单位计。",
    )
    return [Sheet("考核表", _COLUMNS, tuple(rows), notes=notes, under=(under,), name="考核")]


def _unit(tasks: TaskList, score: UnitScore) -> Iterator[Row]:
    """Yield a row for each rule that a unit met, and its sum; its name covers them."""
    lines = list(_lines(tasks, score))
    unit = clean_line(tasks.wording_of(score.unit))
    name = SheetCell((unit,), rowspan=len(lines), centred=True)
    for number, line in enumerate(lines):
        yield (None if number else name, *line)


def _lines(tasks: TaskList, score: UnitScore) -> Iterator[Sequence[SheetCell | None]]:
    if score.base:
        yield _cells("基础分", "", points_said(score.base), ())
    for one in score.scored:
        said = list(_by_row(tasks, one.events))
        if one.is_capped:
            said.append("已到上限")
        word, count = event_word(one.rule.event), str(len(one.events))
        yield _cells(word, count, points_said(one.points), said)
    if not score.scored:
        yield _cells(_NO_EVENT, "", "0", ())
    total = SheetCell((points_said(score.total),), strong=True)
    yield (_SUM, _BLANK, total, _BLANK)


def _cells(word: str, count: str, points: str, said: Sequence[str]) -> tuple[SheetCell, ...]:
    reasons = SheetCell(tuple(said)) if said else _BLANK
    return (SheetCell((word,)), SheetCell((count,)), SheetCell((points,)), reasons)


def _by_row(tasks: TaskList, events: Sequence[ScoreEvent]) -> Iterator[str]:
    """Yield a line for each row, with its events one after another."""
    of_rows: dict[str, list[str]] = {}
    for event in events:
        of_rows.setdefault(event.row, []).append(event.said)
    for row, said in of_rows.items():
        where = f"第 {tasks.row_name(row)} 行 " if row else ""
        yield where + "；".join(said)
