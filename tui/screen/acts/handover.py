"""Acts that move a portfolio: handing units over, and the handovers dated ahead."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from store.records.kept import Plan
from store.records.unit import Unit
from tui.screen.acts.portfolio import PortfolioActs
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.panes.roster import RosterPane

if TYPE_CHECKING:
    from store.acts.handover import Handover
    from store.acts.preview import Answers, Preview


class HandoverActs(PortfolioActs):
    """A handover is asked for step by step, previewed, and one change."""

    def action_settle(self) -> None:
        """Settle whose the unit under the cursor is; on a person, hand over what is his."""
        place = self.query_one(RosterPane).place
        if place and place.kind == "unit":
            self.settle_unit(self.tasks.get(Unit, place.record))
        elif place and place.kind == "person":
            self.hand_over_from(place.named)
        else:
            self.say("请把光标移到名册中的单位(定分管领导)或领导(分工调整)上再试。", warning=True)

    def action_handover(self) -> None:
        """Hand units over from the leader under the cursor, or from one to be chosen."""
        from store.acts.handover import units_in_charge, units_perhaps

        roster = self.query_one(RosterPane)
        if roster.has_focus and roster.place and roster.place.kind == "person":
            self.hand_over_from(roster.place.named)
            return
        tasks = self.tasks
        people = [
            one
            for one in self.people()
            if units_in_charge(tasks, one.value) or units_perhaps(tasks, one.value)
        ]
        self.choose("分工调整:由谁移交", people, self.hand_over_from)

    def hand_over_from(self, giver: str) -> None:
        """Ask to whom a leader hands over, then which units, the day and the basis."""
        name = self.tasks.person_name(giver)
        others = [one for one in self.people() if one.value != giver]
        self.choose(f"分工调整:{name}移交给谁", others, lambda taker: self._ask_units(giver, taker))

    def _ask_units(self, giver: str, taker: str) -> None:
        from store.acts.handover import Handover, units_in_charge, units_perhaps
        from store.portfolio.standings import GRADES, standings
        from tui.screen.dialogs.mark import MarkDialog

        tasks = self.tasks
        his, perhaps = units_in_charge(tasks, giver), units_perhaps(tasks, giver)
        names = f"{tasks.person_name(giver)}移交{tasks.person_name(taker)}"
        if not his and not perhaps:
            self.say(
                f"看不出{tasks.person_name(giver)}分管哪些单位,请先在名册的单位上按空格定下分管。",
                warning=True,
            )
            return
        choices = [
            Choice(unit, f"{tasks.wording_of(unit)}  {GRADES[standings(tasks)[unit].grade]}")
            for unit in (*his, *perhaps)
        ]
        dialog = MarkDialog(f"分工调整:{names}哪些单位", choices, his, nothing="还没有选单位,请按空格选定。")

        def marked(units: list[str] | None) -> None:
            if units:
                self._ask_day(Handover(giver, taker, tuple(units)), names)

        self.app.push_screen(dialog, marked)

    def _ask_day(self, handover: "Handover", names: str) -> None:
        from store.words.days import today
        from tui.screen.dialogs.day_and_basis import DayAndBasis, DayAndBasisDialog

        def given(answer: DayAndBasis | None) -> None:
            if answer:
                self._preview_handover(replace(handover, effective_on=answer[0], basis=answer[1]))

        hint = "在今天以后的存为预定,到那天打开清单时再问"
        self.app.push_screen(DayAndBasisDialog(f"分工调整:{names}", today(), hint=hint), given)

    def _preview_handover(self, handover: "Handover") -> None:
        from store.acts.handover import handover_preview
        from store.acts.handover_plans import keep_plan
        from store.words.days import today

        def act(answers: "Answers") -> "Preview":
            return handover_preview(self.tasks, handover, answers)

        if handover.effective_on and handover.effective_on > today():
            self.preview(
                act, make=lambda preview: keep_plan(self.tasks, handover, preview.answers), may_wait=True
            )
        else:
            self.preview(act)

    # ------------------------------------------------------------------ plans

    def action_plans(self) -> None:
        """List the handovers dated ahead, to carry out or give up one."""
        from store.acts.handover_plans import plan_words, plans

        kept = [Choice(plan, plan_words(self.tasks, plan)) for plan in plans(self.tasks)]
        self.choose(
            "预定调整", kept, lambda plan: self._ask_plan(plan, lambda: None), nothing="没有预定的分工调整。"
        )

    def ask_due_plans(self) -> None:
        """Ask about each plan whose day has come; none is carried out without a yes."""
        if not self.tasks.keys_of(Plan) or self.file.read_only:
            return
        from store.acts.handover_plans import due_plans
        from store.words.days import today

        self._ask_plans(due_plans(self.tasks, today()))

    def _ask_plans(self, due: Sequence[Plan]) -> None:
        if due:
            self._ask_plan(due[0], lambda: self._ask_plans(due[1:]))

    def _ask_plan(self, plan: Plan, then: Callable[[], None]) -> None:
        from store.acts.handover_plans import cancel_plan, kept_answers, plan_preview, plan_words
        from store.words.days import today
        from tui.screen.dialogs.choose import ChooseDialog

        due = plan.effective_on <= today()
        choices = [Choice("now", "现在执行(先看各行的改动)")] if due else []
        choices += [Choice("later", "以后再说"), Choice("cancel", "取消这项预定")]

        def chosen(word: str | None) -> None:
            if word == "now":
                self.preview(
                    lambda answers: plan_preview(self.tasks, plan, answers),
                    answers=kept_answers(plan),
                    then=then,
                )
                return
            if word == "cancel":
                self.commit(cancel_plan(self.tasks, plan))
            then()

        title = f"预定的分工调整{'已到日子' if due else ''}"
        self.app.push_screen(
            ChooseDialog(title, by_names(choices), placeholder=plan_words(self.tasks, plan)), chosen
        )
