"""替换: a text, unit or leader put in another's place over the marked rows, else over all that are shown."""

from collections.abc import Sequence

from store.acts.names_replaced import (
    Named,
    asked_of_names,
    asks,
    named_so,
    replace_name,
    row_in_words,
    unit_preview,
)
from store.acts.preview import Answers, Preview
from store.acts.signs_printed import places_of_signs, print_signs
from store.acts.texts_replaced import places_of, replace_text
from store.records.values import Mention
from store.refused import Refused
from tui.screen.acts.giving import Giving
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.mark import MarkDialog


class ReplacingActs:
    """Asks what is to be replaced and by what, shows row by row what changes, and commits it as one.

    标点规范 replaces signs, and asks nothing before.
    """

    def __init__(self, desk: Desk, giving: Giving) -> None:
        """The desk, and what asks why leaders are others than have the units."""
        self._desk = desk
        self._giving = giving

    async def replace(self) -> None:
        """Ask for the words; what units or people go by is replaced by key, else as a text."""
        desk = self._desk
        rows = desk.marks.rows or desk.panes.rows_shown
        if not rows:
            desk.warn("没有显示的行，没有可替换的内容。")
            return
        where = f"所选 {len(rows)} 行" if desk.marks.rows else f"显示的 {len(rows)} 行"

        def check(words: str) -> None:
            if not places_of(desk.tasks, rows, words, "") and not named_so(desk.tasks, rows, words):
                raise Refused(f"{where}中没有“{words}”，请改输别的字。")

        words = await desk.ask_text(f"替换（{where}）：要换掉的文字，或单位、人员的名称", check=check)
        if not words:
            return
        match await self._meant(rows, words):
            case Named() as named:
                await self._replace_name(named)
            case str():
                await self._replace_text(rows, words)

    async def print_signs(self) -> None:
        """Give the texts of the marked rows, else of the whole list, the signs of print (标点规范)."""
        desk = self._desk
        rows = desk.marks.rows or desk.tasks.task_keys
        where = f"所选 {len(rows)} 行" if desk.marks.rows else "清单"
        places = places_of_signs(desk.tasks, rows)
        if not places:
            desk.say(f"{where}中文字旁的标点都是全角，不用改。")
            return
        kept = await self._kept(f"标点规范（{where}）", [one.said for one in places])
        if kept:
            await desk.commit(print_signs(desk.tasks, [places[index] for index in kept]))

    async def _meant(self, rows: Sequence[str], words: str) -> Named | str | None:
        """Return whose name the words are, or the words themselves; asked where they are several things."""
        tasks = self._desk.tasks
        what = {"units": "单位", "leaders": "领导"}
        choices: list[Choice[Named | str]] = []
        for one in named_so(tasks, rows, words):
            choices.append(
                Choice(one, f"{what[one.kind]}“{one.mention.wording}”", right=f"{len(one.rows)} 行")
            )
        if places := places_of(tasks, rows, words, ""):
            count = sum(one.count for one in places)
            choices.append(Choice(words, f"文字中的“{words}”", right=f"{count} 处"))
        if len(choices) == 1:
            return choices[0].value
        return await self._desk.choose("替换哪一种", choices)

    async def _replace_text(self, rows: Sequence[str], old: str) -> None:
        desk = self._desk
        new = await desk.ask_text(f"“{old}”替换为（不填则删去）", old)
        if new is None:
            return
        places = places_of(desk.tasks, rows, old, new)
        if not places:
            desk.say("没有变化")
            return
        lines = [one.said for one in places]
        kept = await self._kept(f"替换：{old} → {new}", lines)
        if kept:
            await desk.commit(replace_text(desk.tasks, [places[index] for index in kept], old, new))

    async def _replace_name(self, named: Named) -> None:
        desk = self._desk
        new = await self._other(named)
        if new is None:
            return
        lines = [row_in_words(desk.tasks, row, named, new) for row in named.rows]
        kept = await self._kept(f"替换：{named.mention.wording} → {new.wording}", lines)
        if not kept:
            return
        rows = [named.rows[index] for index in kept]
        if not asks(named, new):
            reason = await self._giving.reason(rows, asked_of_names(desk.tasks, rows, named, new))
            if reason is not None:
                await desk.commit(replace_name(desk.tasks, rows, named, new, reason))
            return

        def act(answers: Answers) -> Preview:
            return unit_preview(desk.tasks, rows, named, new, answers)

        preview = act({})
        if preview.open:
            await desk.preview(act)
        else:
            await desk.commit(preview.change(desk.tasks))

    async def _other(self, named: Named) -> Mention | None:
        """Ask which unit or leader comes in the place of one."""
        from tui.screen.dialogs.candidates import leader_candidates, unit_candidates

        offer = unit_candidates if named.kind == "units" else leader_candidates
        others = [one for one in offer(self._desk.tasks) if not named.holds(one.mention)]
        choices = [Choice(one.mention, one.label, one.names, about=one.about) for one in others]
        return await self._desk.choose(f"“{named.mention.wording}”替换为", choices)

    async def _kept(self, title: str, lines: Sequence[str]) -> list[int] | None:
        """Show what changes, line by line; return the places of those that are kept."""
        choices = [Choice(index, line) for index, line in enumerate(lines)]
        dialog = MarkDialog(
            title,
            choices,
            range(len(lines)),
            nothing="没有选中改动；不替换请按 Esc。",
            about=f"共 {len(lines)} 处，空格去掉不要的。",
            enter="替换",
        )
        return await self._desk.ask(dialog)
