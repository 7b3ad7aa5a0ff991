"""The acts that call no other act but to print: each is made when it is first asked for."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screen.acts.course import CourseActs
    from tui.screen.acts.forms import FormActs
    from tui.screen.acts.importing import ImportActs
    from tui.screen.acts.ledger import LedgerActs
    from tui.screen.acts.ledger_rules import LedgerRuleActs
    from tui.screen.acts.looking import LookingActs
    from tui.screen.acts.marking import MarkingActs
    from tui.screen.acts.measures import MeasureActs
    from tui.screen.acts.narrowing import NarrowingActs
    from tui.screen.acts.next_year import NextYearActs
    from tui.screen.acts.printing import PrintingActs
    from tui.screen.acts.reminders import ReminderActs
    from tui.screen.acts.schedules import ScheduleActs
    from tui.screen.acts.scores import ScoreActs
    from tui.screen.acts.templates import TemplateActs
    from tui.screen.desk import Desk


class LoneActs:
    """Acts on one desk that stand by themselves."""

    def __init__(self, desk: "Desk", printing: "Callable[[], PrintingActs]") -> None:
        """The desk that all of them work on, and what prints for those that end on paper."""
        self._desk = desk
        self._printing = printing

    @cached_property
    def course(self) -> "CourseActs":
        """Closing rows, opening them again, adjusting their course."""
        from tui.screen.acts.course import CourseActs

        return CourseActs(self._desk)

    @cached_property
    def forms(self) -> "FormActs":
        """Forms that go out to units and come back."""
        from tui.screen.acts.forms import FormActs

        return FormActs(self._desk)

    @cached_property
    def importing(self) -> "ImportActs":
        """Further notices, and which list is shown."""
        from tui.screen.acts.importing import ImportActs

        return ImportActs(self._desk)

    @cached_property
    def ledger(self) -> "LedgerActs":
        """Reports of a period, in the ledger."""
        from tui.screen.acts.ledger import LedgerActs

        return LedgerActs(self._desk)

    @cached_property
    def ledger_rules(self) -> "LedgerRuleActs":
        """The list's rules of the ledger."""
        from tui.screen.acts.ledger_rules import LedgerRuleActs

        return LedgerRuleActs(self._desk)

    @cached_property
    def looking(self) -> "LookingActs":
        """Finding one's way about the list."""
        from tui.screen.acts.looking import LookingActs

        return LookingActs(self._desk)

    @cached_property
    def marking(self) -> "MarkingActs":
        """Marking the rows that the next act is for."""
        from tui.screen.acts.marking import MarkingActs

        return MarkingActs(self._desk)

    @cached_property
    def measures(self) -> "MeasureActs":
        """What rows are measured by, and their steps."""
        from tui.screen.acts.measures import MeasureActs

        return MeasureActs(self._desk)

    @cached_property
    def narrowing(self) -> "NarrowingActs":
        """Showing some rows, or all in another order."""
        from tui.screen.acts.narrowing import NarrowingActs

        return NarrowingActs(self._desk)

    @cached_property
    def next_year(self) -> "NextYearActs":
        """The list of the year after."""
        from tui.screen.acts.next_year import NextYearActs

        return NextYearActs(self._desk)

    @cached_property
    def reminders(self) -> "ReminderActs":
        """Reminding units, and noting what they answered."""
        from tui.screen.acts.reminders import ReminderActs

        return ReminderActs(self._desk, self._printing())

    @cached_property
    def schedules(self) -> "ScheduleActs":
        """The reporting schedules of the list."""
        from tui.screen.acts.schedules import ScheduleActs

        return ScheduleActs(self._desk)

    @cached_property
    def scores(self) -> "ScoreActs":
        """The assessment of units."""
        from tui.screen.acts.scores import ScoreActs

        return ScoreActs(self._desk)

    @cached_property
    def templates(self) -> "TemplateActs":
        """The words on paper that are the bureau's own."""
        from tui.screen.acts.templates import TemplateActs

        return TemplateActs(self._desk)
