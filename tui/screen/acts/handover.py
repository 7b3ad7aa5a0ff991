"""Acts that move a portfolio: units handed over from one leader to another, at once or on a day ahead."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from store.records.kept import Plan
from tui.screen.acts.offered import offered_people
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.acts.handover import Handover
    from store.acts.preview import Answers, Preview


class HandoverActs:
    """Asks for a handover step by step, shows every row, and makes one change of it."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def hand_over(self) -> None:
        """Hand units over from the leader under the cursor, or from one to be chosen."""
        desk = self._desk
        line = desk.roster_place
        if desk.pane == "roster" and line and line.kind == "person":
            await self.hand_over_from(line.named)
            return
        giver = await desk.choose("分工调整：由谁移交", self._leaders_with_units())
        if giver is not None:
            await self.hand_over_from(giver)

    def _leaders_with_units(self) -> list[Choice[str]]:
        return [person for person in offered_people(self._desk.tasks) if self._has_units(person.value)]

    def _has_units(self, giver: str) -> bool:
        """Tell whether a leader has a unit that could pass over."""
        from store.acts.handover import units_in_charge, units_perhaps

        tasks = self._desk.tasks
        return bool(units_in_charge(tasks, giver) or units_perhaps(tasks, giver))

    async def hand_over_from(self, giver: str) -> None:
        """Ask to whom, which units, the day and the basis; show every row; commit, or keep it for its day."""
        from store.acts.handover import Handover

        desk = self._desk
        if not self._has_units(giver):
            name = desk.tasks.person_name(giver)
            desk.warn(f"看不出{name}分管哪些单位，请先在名册的单位上按空格定下分管。")
            return
        taker = await self._ask_taker(giver)
        if taker is None:
            return
        title = f"分工调整：{desk.tasks.person_name(giver)}移交{desk.tasks.person_name(taker)}"
        units = await self._ask_units(giver, title)
        if units is not None:
            await self._ask_day(Handover(giver, taker, tuple(units)), title)

    async def hand_over_meant(self, handover: "Handover") -> bool:
        """Carry out a handover that an edit of a row amounts to; return whether that, or kept for its day."""
        from store.acts.handover import handover_words

        taker = handover.to_leader or await self._ask_taker(handover.from_leader)
        if not taker:
            return False
        meant = replace(handover, to_leader=taker)
        return await self._ask_day(meant, f"分工调整：{handover_words(self._desk.tasks, meant)}")

    async def _ask_taker(self, giver: str) -> str | None:
        desk = self._desk
        others = [person for person in offered_people(desk.tasks) if person.value != giver]
        return await desk.choose(f"分工调整：{desk.tasks.person_name(giver)}移交给谁", others)

    async def _ask_day(self, handover: "Handover", title: str) -> bool:
        """Ask the day, the basis and the witness; show every row; commit, or keep it for its day."""
        from tui.screen.dialogs.witness import WitnessDialog

        desk = self._desk
        hint = "在今天以后的存为预定，到那天打开清单时再问"
        dialog = WitnessDialog(title, desk.tasks.clock.today(), today=desk.tasks.clock.day(), hint=hint)
        given = await desk.ask(dialog)
        if given is None:
            return False
        day, basis = given
        dated = replace(handover, effective_on=day, basis=basis, witness=dialog.witness)
        if day and day > desk.tasks.today:
            return await self._plan(dated)
        return await self._carry_out(dated)

    async def _ask_units(self, giver: str, title: str) -> Sequence[str] | None:
        """Ask which of a leader's units pass over: his own are marked, those that may be his are not."""
        from store.acts.handover import units_in_charge, units_perhaps
        from tui.screen.dialogs.mark import MarkDialog

        desk = self._desk
        own = units_in_charge(desk.tasks, giver)
        perhaps = units_perhaps(desk.tasks, giver)
        choices = [self._graded(unit) for unit in (*own, *perhaps)]
        nothing = "还没有选单位，请按空格选定。"
        dialog = MarkDialog(f"{title}哪些单位", choices, own, nothing=nothing)
        return await desk.ask(dialog)

    def _graded(self, unit: str) -> Choice[str]:
        """A unit with how sure it is whose it is."""
        from store.portfolio.standing import GRADES
        from store.portfolio.standings import standings

        tasks = self._desk.tasks
        grade = standings(tasks)[unit].grade
        wording = tasks.wording_of(unit)
        return Choice(unit, wording, about=GRADES[grade])

    async def _carry_out(self, handover: "Handover") -> bool:
        from store.acts.handover import handover_preview

        tasks = self._desk.tasks

        def act(answers: "Answers") -> "Preview":
            return handover_preview(tasks, handover, answers)

        return await self._preview(act)

    async def _preview(self, act: "Callable[[Answers], Preview]", answers: "Answers | None" = None) -> bool:
        """Show what a handover does and commit it; its list to be signed is what F9 offers then."""
        preview = await self._desk.ask_preview(act, answers)
        if preview is None:
            return False
        change = preview.change(self._desk.tasks)
        said = f"{change.title}。按 F9 打印移交清单"
        return await self._desk.commit(change, said, basis_asked=True) is not None

    async def _plan(self, handover: "Handover") -> bool:
        """Show what a handover would do and keep it for its day, with the answers given so far."""
        from store.acts.handover import handover_preview
        from store.acts.handover_plans import keep_plan

        desk = self._desk

        def act(answers: "Answers") -> "Preview":
            return handover_preview(desk.tasks, handover, answers)

        preview = await desk.ask_preview(act, may_wait=True)
        if preview is None:
            return False
        change = keep_plan(desk.tasks, handover, preview.answers)
        return await desk.commit(change, basis_asked=True) is not None

    # ------------------------------------------------------------------ plans

    async def show_plans(self) -> None:
        """List the handovers dated ahead, to carry out or give up one."""
        from store.acts.handover_plans import plan_words, plans

        desk = self._desk
        kept = []
        for plan in plans(desk.tasks):
            kept.append(Choice(plan, plan_words(desk.tasks, plan)))
        chosen = await desk.choose("预定调整", kept, nothing="没有预定的分工调整。")
        if chosen is not None and desk.may_change():
            await self._ask_plan(chosen)

    async def ask_due_plans(self) -> None:
        """Ask about each plan whose day has come; none is carried out without a yes."""
        from store.acts.handover_plans import due_plans

        for plan in due_plans(self._desk.tasks, self._desk.tasks.today):
            await self._ask_plan(plan)

    async def _ask_plan(self, plan: Plan) -> None:
        from store.acts.handover_plans import cancel_plan, plan_words

        desk = self._desk
        is_due = plan.effective_on <= self._desk.tasks.today
        choices = [Choice("now", "现在执行（先看各行的改动）")] if is_due else []
        choices += [Choice("later", "以后再说"), Choice("cancel", "取消这项预定")]
        title = f"预定的分工调整{'已到日子' if is_due else ''}"
        match await desk.choose(title, choices, placeholder=plan_words(desk.tasks, plan)):
            case "now":
                await self._carry_out_plan(plan)
            case "cancel":
                await desk.commit(cancel_plan(desk.tasks, plan))

    async def _carry_out_plan(self, plan: Plan) -> None:
        from store.acts.handover_plans import kept_answers, plan_preview

        tasks = self._desk.tasks

        def act(answers: "Answers") -> "Preview":
            return plan_preview(tasks, plan, answers)

        await self._preview(act, kept_answers(plan))
