"""Giving rows units and leaders: the one place where the screen assigns, by whatever key.

Where a unit's leader, settled or certain, would not stand beside it, the clerk says why first: for this row
alone, as a handover, or since the notice was misread.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from store.acts.assigning import (
    Assignment,
    SideAnswer,
    asked_of,
    assign,
    assignment_change,
    cell_changed,
)
from store.acts.cell_grounds import Reason
from store.acts.newcomers import with_newcomers
from store.portfolio.missing import Missing
from store.records.cells import Cell
from store.records.changes import Change, Edit
from store.records.ended_rows import refuse_ended
from store.records.ranges import numbered_rows
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SideName, wordings
from tui.screen.desk import Desk
from tui.screen.widgets.why_line import Why, WhyAsked

if TYPE_CHECKING:
    from tui.screen.acts.handover import HandoverActs

Answers = Mapping[SideName, SideAnswer]

AsOne = Callable[[Sequence[Edit]], Change]
"""Makes the change of edits that are part of another act."""

_HANDOVER = "handover"
_REASONS: dict[str, Reason] = {"only_here": "only_here", "misread": "misread"}


class Giving:
    """Gives sides of rows whom they are answered, and asks what must be asked before."""

    def __init__(self, desk: Desk, handover: "Callable[[], HandoverActs]") -> None:
        """The desk to work on, and the acts that hand units over."""
        self._desk = desk
        self._handover = handover

    def why(self, rows: Sequence[str], answers: Answers) -> WhyAsked | None:
        """Return what is to be asked before rows are given whom they are answered; none where nothing."""
        asked = asked_of(assign(self._desk.tasks, rows, answers).values())
        return _question(self._desk.tasks, rows, asked) if asked else None

    async def give(
        self, rows: Sequence[str], answers: Answers, why: str = "", *, as_one: AsOne | None = None
    ) -> bool:
        """Give sides of rows whom they are answered, and say which leaders follow.

        Units and people that are not in the list yet are made in the same change. `why` is what was answered
        already, `as_one` makes the change of another act of it. Returns whether the rows have them now,
        changed or not; refused where all of them have ended.
        """
        desk = self._desk
        if as_one is None:
            refuse_ended(desk.tasks, rows, desk.tasks.today)
        done = {} if why else assign(desk.tasks, rows, answers)
        if asked := asked_of(done.values()):
            why = await self._ask(rows, _question(desk.tasks, rows, asked))
            if not why:
                return False
        if why == _HANDOVER:
            return await self._hand_over(rows, answers)
        if why:
            done = assign(desk.tasks, rows, answers, _REASONS[why])
        change = assignment_change(desk.tasks, rows, done)
        if as_one:
            change = as_one(change.edits)
        if not change.edits:
            desk.say("没有变化")
            return True
        said = followed(desk.tasks, done, "；") + _noted(desk.tasks, rows, why)
        return await self._commit(with_newcomers(desk.tasks, answers, change), said)

    async def _commit(self, change: Change, more: str) -> bool:
        return await self._desk.commit(change, change.title + more) is not None

    async def reason(self, rows: Sequence[str], asked: Sequence[Missing]) -> Reason | None:
        """Ask why known leaders are to go from rows of an act of its own; None where the clerk leaves it.

        Such an act is no handover: that is done first, and known then.
        """
        if not asked:
            return ""
        question = _question(self._desk.tasks, rows, asked)
        answers = tuple(answer for answer in question.answers if answer.value != _HANDOVER)
        why = await self._ask(rows, WhyAsked(question.words, answers))
        return _REASONS[why] if why else None

    async def _ask(self, rows: Sequence[str], asked: WhyAsked) -> str:
        from tui.screen.dialogs.why import WhyDialog

        desk = self._desk
        answer = await desk.ask(WhyDialog(f"{numbered_rows(desk.tasks, rows)}的分管领导", asked))
        if not answer:
            desk.say("没有改动。")
        return answer or ""

    async def _hand_over(self, rows: Sequence[str], answers: Answers) -> bool:
        """Hand over what rows say that others have, step by step; then give the rows what is left."""
        from store.acts.handover_meant import handovers_meant

        desk = self._desk
        made = with_newcomers(desk.tasks, answers, Change("", ()))
        if made.edits and not await desk.commit(made):
            return False
        for handover in handovers_meant(desk.tasks, rows, answers):
            if not await self._handover().hand_over_meant(handover):
                return False
        done = assign(desk.tasks, rows, answers)
        if asked_of(done.values()):
            return True
        change = assignment_change(desk.tasks, rows, done)
        is_left = any(edit.table == Task.TABLE for edit in change.edits)
        return not is_left or await self._commit(change, followed(desk.tasks, done, "；"))


def _question(tasks: TaskList, rows: Sequence[str], asked: Sequence[Missing]) -> WhyAsked:
    """Return the question why units' leaders are to be others, and the three answers."""
    units: dict[str, list[str]] = {}
    for missing in asked:
        named = units.setdefault(tasks.person_name(missing.leader), [])
        if missing.unit.wording not in named:
            named.append(missing.unit.wording)
    said = "，".join(f"{'、'.join(names)}由{leader}分管" for leader, names in units.items())
    here = "仅此行" if len(rows) == 1 else f"仅这 {len(rows)} 行"
    answers = (
        Why("only_here", here, "分管不变，只是这里例外"),
        Why(_HANDOVER, "分工调整", "分管移交他人：接着填日期和依据，各行随之改动"),
        Why("misread", "原文读错", "分管以改后的内容为准，各行不动"),
    )
    return WhyAsked(f"{said}，改后没有他。这是：", answers)


def _noted(tasks: TaskList, rows: Sequence[str], why: str) -> str:
    """Return what a message says of the answer that was given."""
    words = {"only_here": "仅此行，分管不变", "misread": "原文读错，分管已更正"}
    return f"；{words[why]}" if why in words else ""


def followed(tasks: TaskList, done: Mapping[SideName, Assignment], gap: str) -> str:
    """Name the leaders that follow, or the units that keep them from following, each behind a gap."""
    said = []
    for side, assignment in done.items():
        changed = cell_changed(tasks, Cell(side, "leaders"), assignment.edits)
        if assignment.open_units:
            said.append(f"{'、'.join(assignment.open_units)}的分管领导未定，分管领导不变")
        elif assignment.followed:
            said.append(f"分管领导：{changed or ' '.join(wordings(assignment.followed))}")
    return "".join(gap + words for words in said)
