"""All acts of a screen, joined: each is made when it is first asked for, with the desk and the acts that it calls."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.acts.profile import Findings
    from tui.screen.acts.agenda import AgendaActs
    from tui.screen.acts.checking import Checking
    from tui.screen.acts.handover import HandoverActs
    from tui.screen.acts.history import HistoryActs
    from tui.screen.acts.mending import Editing, MendingActs
    from tui.screen.acts.people import PeopleActs
    from tui.screen.acts.portfolio import PortfolioActs
    from tui.screen.acts.questions import QuestionActs
    from tui.screen.acts.records import RecordActs
    from tui.screen.acts.reform import ReformActs
    from tui.screen.acts.roster import RosterActs
    from tui.screen.acts.units import UnitActs
    from tui.screen.desk import Desk


class Acts:
    """The acts on one desk. A command names one by attribute and method: `history.undo`."""

    def __init__(self, desk: "Desk", checking: "Checking", editing: "Editing") -> None:
        """The desk that all of them work on, what keeps the findings, and what opens for an edit."""
        self._desk = desk
        self._checking = checking
        self._editing = editing

    @cached_property
    def agenda(self) -> "AgendaActs":
        """The findings and the questions, and turning between them."""
        from tui.screen.acts.agenda import AgendaActs
        from tui.screen.acts.checks import FindingActs

        findings = FindingActs(self._desk, self._checking, self.questions, self.mending)
        return AgendaActs(findings, self.questions)

    @cached_property
    def handover(self) -> "HandoverActs":
        """Handing units over, at once or on a day ahead."""
        from tui.screen.acts.handover import HandoverActs

        return HandoverActs(self._desk)

    @cached_property
    def history(self) -> "HistoryActs":
        """Looking back, taking back, and saying why."""
        from tui.screen.acts.history import HistoryActs

        return HistoryActs(self._desk)

    @cached_property
    def mending(self) -> "MendingActs":
        """Going where a finding is, and opening what mends it."""
        from tui.screen.acts.mending import MendingActs

        return MendingActs(self._desk, self.portfolio, self._editing)

    @cached_property
    def people(self) -> "PeopleActs":
        """The card of a person, the group's office, one following another."""
        from tui.screen.acts.people import PeopleActs

        return PeopleActs(self._desk, self.handover, self._findings)

    @cached_property
    def portfolio(self) -> "PortfolioActs":
        """Settling who has which unit, and swapping lead and partner."""
        from tui.screen.acts.portfolio import PortfolioActs

        return PortfolioActs(self._desk)

    @cached_property
    def questions(self) -> "QuestionActs":
        """What the notice does not settle, asked one by one."""
        from tui.screen.acts.questions import QuestionActs

        return QuestionActs(self._desk, self.portfolio, self.mending)

    @cached_property
    def records(self) -> "RecordActs":
        """Editing, adding, deleting and moving what the cursor is on."""
        from tui.screen.acts.records import RecordActs

        return RecordActs(self._desk)

    @cached_property
    def reform(self) -> "ReformActs":
        """Merging and splitting units."""
        from tui.screen.acts.reform import ReformActs

        return ReformActs(self._desk)

    @cached_property
    def roster(self) -> "RosterActs":
        """What the keys do at the roster."""
        from tui.screen.acts.roster import RosterActs

        return RosterActs(
            self._desk,
            units=self.units,
            people=self.people,
            portfolio=self.portfolio,
            handover=self.handover,
            reform=self.reform,
            records=self.records,
        )

    @cached_property
    def units(self) -> "UnitActs":
        """The card of a unit, a collective's members, a new name."""
        from tui.screen.acts.units import UnitActs

        return UnitActs(self._desk, self.portfolio, self.reform, self._findings)

    def _findings(self) -> "Findings | None":
        return self._checking.concerning
