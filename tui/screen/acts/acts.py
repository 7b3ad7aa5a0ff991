"""All acts of a screen, joined: each is made, its module imported, when it is first asked for."""

from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import TYPE_CHECKING

from tui.screen.acts.lone_acts import LoneActs

if TYPE_CHECKING:
    from tui.screen.acts.agenda import AgendaActs
    from tui.screen.acts.beginning import Beginning
    from tui.screen.acts.card import CardActs
    from tui.screen.acts.cells import CellActs
    from tui.screen.acts.checking import Checking
    from tui.screen.acts.clipboard import ClipboardActs
    from tui.screen.acts.conflicts import ConflictActs
    from tui.screen.acts.crossings import CrossingActs
    from tui.screen.acts.editing import EditingActs
    from tui.screen.acts.exchanging import ExchangeActs
    from tui.screen.acts.file import FileActs
    from tui.screen.acts.filling import FillingActs
    from tui.screen.acts.giving import Giving
    from tui.screen.acts.handover import HandoverActs
    from tui.screen.acts.history import HistoryActs
    from tui.screen.acts.joins import JoinActs
    from tui.screen.acts.mending import MendingActs
    from tui.screen.acts.one_value import OneValueActs
    from tui.screen.acts.people import PeopleActs
    from tui.screen.acts.portfolio import PortfolioActs
    from tui.screen.acts.printing import PrintingActs
    from tui.screen.acts.questions import QuestionActs
    from tui.screen.acts.records import RecordActs
    from tui.screen.acts.reform import ReformActs
    from tui.screen.acts.renumbering import RenumberingActs
    from tui.screen.acts.repeating import RepeatingActs
    from tui.screen.acts.replacing import ReplacingActs
    from tui.screen.acts.roster import RosterActs
    from tui.screen.acts.searching import SearchActs
    from tui.screen.acts.stats import StatsActs
    from tui.screen.acts.texts import TextActs
    from tui.screen.acts.today import TodayActs
    from tui.screen.acts.units import UnitActs
    from tui.screen.desk import Desk
    from tui.screen.panes.matrix import MatrixCell


class Acts:
    """The acts on one desk. A command names one by attribute and method: `history.undo`."""

    def __init__(self, desk: "Desk", checking: "Checking") -> None:
        """The desk that all of them work on, and what keeps the findings."""
        self._desk = desk
        self._checking = checking
        self.lone = LoneActs(desk, lambda: self.printing)

    def named(self, name: str) -> Callable[[], Awaitable[None]]:
        """Return the method that a command names."""
        acts, method = name.split(".")
        holder = self.lone if hasattr(LoneActs, acts) else self
        named: Callable[[], Awaitable[None]] = getattr(getattr(holder, acts), method)
        return named

    @cached_property
    def agenda(self) -> "AgendaActs":
        """The findings, the questions, what is to be seen to today, and turning between them."""
        from tui.screen.acts.agenda import AgendaActs
        from tui.screen.acts.checks import FindingActs

        findings = FindingActs(self._desk, self._checking, self.questions, self.mending, self.conflicts)
        return AgendaActs(self._desk, findings, self.questions, self.todays)

    @cached_property
    def beginning(self) -> "Beginning":
        """What is asked and shown where a list was opened."""
        from tui.screen.acts.beginning import Beginning

        return Beginning(self._desk, self.exchange, lambda: self.handover, lambda: self.agenda)

    @cached_property
    def card(self) -> "CardActs":
        """The card of a row, and its fields."""
        from tui.screen.acts.card import CardActs

        return CardActs(self._desk, self.cells, self.texts)

    @cached_property
    def cells(self) -> "CellActs":
        """Changing responsibility cells."""
        from tui.screen.acts.cells import CellActs

        return CellActs(self._desk, self.giving, self.portfolio, self._decide_at)

    @cached_property
    def clipboard(self) -> "ClipboardActs":
        """Copy, cut and paste."""
        from tui.screen.acts.clipboard import ClipboardActs

        return ClipboardActs(self._desk, self.giving, self.one_value, self.renumbering)

    @cached_property
    def conflicts(self) -> "ConflictActs":
        """Deciding what desks gave different values."""
        from tui.screen.acts.conflicts import ConflictActs

        return ConflictActs(self._desk, self.cells, self.mending)

    async def _decide_at(self, cell: "MatrixCell") -> None:
        await self.conflicts.decide_at(cell)

    @cached_property
    def crossings(self) -> "CrossingActs":
        """Turning to the 方阵, and what is done in it."""
        from tui.screen.acts.crossings import CrossingActs

        return CrossingActs(self._desk, self.giving, self.cells, self.card)

    @cached_property
    def editing(self) -> "EditingActs":
        """Changing what the cursor is on."""
        from tui.screen.acts.editing import EditingActs, OfRows

        of_rows = OfRows(self.cells, self.lone.ledger, self.texts, self.card)
        return EditingActs(self._desk, of_rows, self.crossings, self.roster)

    @cached_property
    def exchange(self) -> "ExchangeActs":
        """Giving changes to other desks, and taking theirs."""
        from tui.screen.acts.exchanging import ExchangeActs

        return ExchangeActs(self._desk)

    @cached_property
    def file(self) -> "FileActs":
        """Copies, backups, reading again and leaving."""
        from tui.screen.acts.file import FileActs

        return FileActs(self._desk)

    @cached_property
    def filling(self) -> "FillingActs":
        """Fill down and clear."""
        from tui.screen.acts.filling import FillingActs

        return FillingActs(self._desk, self.one_value)

    @cached_property
    def giving(self) -> "Giving":
        """Giving rows units and leaders."""
        from tui.screen.acts.giving import Giving

        return Giving(self._desk, lambda: self.handover)

    @cached_property
    def handover(self) -> "HandoverActs":
        """Handing units over, at once or on a day ahead."""
        from tui.screen.acts.handover import HandoverActs

        return HandoverActs(self._desk)

    @cached_property
    def history(self) -> "HistoryActs":
        """Looking back, taking back, and saying why."""
        from tui.screen.acts.history import HistoryActs

        return HistoryActs(self._desk, self.renumbering, self.printing)

    @cached_property
    def joins(self) -> "JoinActs":
        """Joining cells and parting them."""
        from tui.screen.acts.joins import JoinActs

        return JoinActs(self._desk, self.giving)

    @cached_property
    def mending(self) -> "MendingActs":
        """Going where a finding is, and opening what mends it."""
        from tui.screen.acts.mending import MendingActs

        return MendingActs(self._desk, self.portfolio, self.cells, self.card, self.editing)

    @cached_property
    def one_value(self) -> "OneValueActs":
        """Giving a cell one value, whatever stands in it."""
        from tui.screen.acts.one_value import OneValueActs

        return OneValueActs(self._desk, self.giving)

    @cached_property
    def people(self) -> "PeopleActs":
        """The card of a person, the group's office, one following another."""
        from tui.screen.acts.people import PeopleActs

        return PeopleActs(self._desk, self.handover, lambda: self._checking.concerning)

    @cached_property
    def portfolio(self) -> "PortfolioActs":
        """Settling who has which unit, and swapping lead and partner."""
        from tui.screen.acts.portfolio import PortfolioActs

        return PortfolioActs(self._desk)

    @cached_property
    def printing(self) -> "PrintingActs":
        """Bringing the list to paper."""
        from tui.screen.acts.printing import PrintingActs

        return PrintingActs(self._desk)

    @cached_property
    def questions(self) -> "QuestionActs":
        """What the notice does not settle, asked one by one."""
        from tui.screen.acts.questions import QuestionActs

        return QuestionActs(self._desk, self.portfolio, self.mending)

    @cached_property
    def records(self) -> "RecordActs":
        """Adding, deleting and moving what the cursor is on."""
        from tui.screen.acts.records import RecordActs

        return RecordActs(self._desk, self.renumbering)

    @cached_property
    def reform(self) -> "ReformActs":
        """Merging and splitting units."""
        from tui.screen.acts.reform import ReformActs

        return ReformActs(self._desk)

    @cached_property
    def renumbering(self) -> "RenumberingActs":
        """Letting numbers run on."""
        from tui.screen.acts.renumbering import RenumberingActs

        return RenumberingActs(self._desk)

    @cached_property
    def repeating(self) -> "RepeatingActs":
        """Repeating the last act."""
        from tui.screen.acts.repeating import RepeatingActs

        return RepeatingActs(self._desk, self.giving)

    @cached_property
    def replacing(self) -> "ReplacingActs":
        """Putting a text or a name in another's place."""
        from tui.screen.acts.replacing import ReplacingActs

        return ReplacingActs(self._desk, self.giving)

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
            texts=self.texts,
        )

    @cached_property
    def searching(self) -> "SearchActs":
        """Finding things, and going there."""
        from tui.screen.acts.searching import SearchActs

        return SearchActs(self._desk, self.history)

    @cached_property
    def stats(self) -> "StatsActs":
        """How many rows and reports there are of what."""
        from tui.screen.acts.stats import StatsActs

        return StatsActs(self._desk, self.printing)

    @cached_property
    def texts(self) -> "TextActs":
        """Writing texts and deadlines."""
        from tui.screen.acts.texts import TextActs

        return TextActs(self._desk, self._decide_at)

    @cached_property
    def todays(self) -> "TodayActs":
        """What is to be seen to today."""
        from tui.screen.acts.today import TodayActs

        return TodayActs(self._desk, self._checking, self.mending, self.handover, self.lone)

    @cached_property
    def units(self) -> "UnitActs":
        """The card of a unit, a collective's members, a new name."""
        from tui.screen.acts.units import UnitActs

        return UnitActs(self._desk, self.portfolio, self.reform, lambda: self._checking.concerning)
