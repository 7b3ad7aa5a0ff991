"""What rows are measured by (目标), read out of their texts or written, and their steps (时间节点)."""

from collections.abc import Sequence
from typing import Any

from store.records.changes import Change
from store.records.ended_rows import refuse_ended
from store.records.schedule import SENSES, Measure, Milestone
from tui.screen.acts.asked_fields import AskedField, change_field
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

_PROPOSED, _NEW = -2, -1


class MeasureActs:
    """Asks for measures and milestones, each a change."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ measures

    async def measures(self) -> None:
        """Show the measures of the row under the cursor, else propose those that the marked rows word."""
        rows = self._rows()
        if len(rows) > 1:
            await self._propose(rows)
        elif rows:
            await self._show_measures(rows[0])

    async def _show_measures(self, row: str) -> None:
        from store.acts.measuring import measure_in_words, measures_of, proposed_measures
        from store.records.ranges import numbered_row

        desk = self._desk
        while True:
            tasks = desk.tasks
            held, proposed = measures_of(tasks, row), proposed_measures(tasks, row)
            choices = [Choice(at, measure_in_words(one)) for at, one in enumerate(held)]
            if proposed:
                words = f"从任务文字读出 {len(proposed)} 个，逐个选用…"
                choices.append(Choice(_PROPOSED, words, (words,)))
            choices.append(Choice(_NEW, "新增目标…", ("新增目标",)))
            title = f"{numbered_row(tasks, row)}的目标"
            chosen = await desk.choose(title, choices, about=tasks.task(row).text)
            if chosen is None:
                return
            if chosen >= 0:
                await self._change_measure(held[chosen])
            elif desk.may_change():
                await (self._propose((row,)) if chosen == _PROPOSED else self._add_measure(row))

    async def _propose(self, rows: Sequence[str]) -> None:
        """Show what the texts of rows word as measures; those that the clerk marks are taken."""
        from store.acts.measuring import measure_in_words, measures_taken, proposed_measures
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        tasks = desk.tasks
        found = [one for row in rows for one in proposed_measures(tasks, row)]
        if not found:
            desk.say("这些行的文字里没有读出新的目标；一行一行地可以自己写。")
            return
        choices = []
        for at, one in enumerate(found):
            choices.append(Choice(at, f"{tasks.row_name(one.task)}  {measure_in_words(one)}"))
        nothing = "还没有选，请按空格选定。"
        dialog = MarkDialog("从任务文字读出的目标", choices, (), nothing=nothing, enter="选用")
        marked = await desk.ask(dialog)
        if marked and desk.may_change():
            await desk.attempt(lambda: measures_taken(tasks, [found[at] for at in marked]))

    async def _add_measure(self, row: str) -> None:
        """Ask for a measure's name, how its target is meant, and the target with its unit."""
        from store.acts.measuring import MeasureGiven, measure_added

        desk = self._desk
        text = await desk.ask_text("目标的名称，如 众创孵化机构")
        if not text:
            return
        sense = await desk.choose("怎样算达到", [Choice(one, words) for one, words in SENSES.items()])
        if sense is None:
            return
        unit = await desk.ask_text("计量单位，如 家、亿元、%；可不填")
        if unit is None:
            return

        def adding(target: str) -> Change:
            return measure_added(desk.tasks, row, MeasureGiven(text, target, unit, sense))

        await desk.change_text("目标值（数字，如 40；未定的可不填）", "", adding)

    async def _change_measure(self, measure: Measure) -> None:
        from store.acts.measuring import MeasureGiven, measure_changed, measure_in_words, measure_removed

        tasks = self._desk.tasks
        fields = (
            AskedField("text", "名称", measure.text, "如 众创孵化机构"),
            AskedField("sense", "怎样算达到", measure.sense, choices=SENSES),
            AskedField("target", "目标值", measure.target, "数字，如 40；未定的可不填"),
            AskedField("unit_of_measure", "计量单位", measure.unit_of_measure, "如 家、亿元、%"),
            AskedField("baseline", "基数", measure.baseline, "数字，原来是多少；可不填"),
        )

        def put(name: str, words: str) -> Change:
            given: dict[str, Any] = {name: words}
            return measure_changed(tasks, measure, MeasureGiven(**given))

        title, remove = measure_in_words(measure), measure_removed(tasks, measure)
        await change_field(self._desk, title, fields, put, remove)

    # ------------------------------------------------------------------ milestones

    async def milestones(self) -> None:
        """Show the steps of the row under the cursor; one is added or changed, until the clerk leaves."""
        from store.acts.measuring import milestone_in_words, milestones_of
        from store.records.ranges import numbered_row

        desk, row = self._desk, self._desk.row
        if row is None:
            return
        while True:
            held = milestones_of(desk.tasks, row)
            choices = [Choice(at, milestone_in_words(one)) for at, one in enumerate(held)]
            choices.append(Choice(_NEW, "新增节点…", ("新增节点",)))
            title, about = f"{numbered_row(desk.tasks, row)}的时间节点", desk.tasks.task(row).text
            chosen = await desk.choose(title, choices, about=about)
            if chosen is None:
                return
            if chosen != _NEW:
                await self._change_milestone(held[chosen])
            elif desk.may_change():
                await self._add_milestone(row)

    async def _add_milestone(self, row: str) -> None:
        from store.acts.measuring import MilestoneGiven, milestone_added

        desk = self._desk
        refuse_ended(desk.tasks, (row,), desk.tasks.today)
        text = await desk.ask_text("节点内容，如 完成立项")
        if text:

            def adding(day: str) -> Change:
                return milestone_added(desk.tasks, row, MilestoneGiven(text, day))

            await desk.change_text(f"{text}的日期，如 6月底前、2026-06-30", "", adding)

    async def _change_milestone(self, milestone: Milestone) -> None:
        from store.acts.measuring import (
            MilestoneGiven,
            milestone_changed,
            milestone_in_words,
            milestone_removed,
        )

        tasks = self._desk.tasks
        refuse_ended(tasks, (milestone.task,), tasks.today)
        day = milestone.worded or milestone.due_on or ""
        fields = (
            AskedField("text", "节点内容", milestone.text, "如 完成立项"),
            AskedField("day", "日期", day, "如 6月底前、2026-06-30；不填为未定"),
        )

        def put(name: str, words: str) -> Change:
            given = MilestoneGiven(text=words) if name == "text" else MilestoneGiven(day=words)
            return milestone_changed(tasks, milestone, given)

        title, remove = milestone_in_words(milestone), milestone_removed(tasks, milestone)
        await change_field(self._desk, title, fields, put, remove)

    def _rows(self) -> Sequence[str]:
        """Return the marked rows, else the one under the cursor."""
        desk = self._desk
        return desk.marks.rows or ((desk.row,) if desk.row else ())
