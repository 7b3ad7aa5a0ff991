"""States: the one in which each row of a list is on a day, and what stands beside it.

The first that holds, of a row on a day D:

    已取消, 已中止    by its last adjustment that applies
    已销号           a closing was approved and the row not opened again
    待销号           a closing was asked for; or each lead unit says 已完成 in its last report that stands
    逾期             due < D
    临期             0 <= due - D <= warn_days
    长期坚持          its deadline is no day
    未启动           a report was due and none was received, or each lead unit says so
    未定时限          nobody has said when it is due, or the list's year is not known
    正常推进          else

Behind the plan (落后) is no state: it stands beside one, with how far and the light (lights.py), of rows that
are open. A row that waits for its closing, or is closed, is never late: how late it was is stamped.
"""

from dataclasses import dataclass
from decimal import Decimal

from store.ledger.days import Deadlines
from store.ledger.state_words import ENDED, STATES, StateCode
from store.records.ledger_rules import LightRule


@dataclass(frozen=True, slots=True)
class RowState:
    """The state of a row on a day, and the facts beside it."""

    code: StateCode
    deadlines: Deadlines
    due: str | None = None
    """The day that counts, ISO; none where there is none."""
    days_left: int | None = None
    """Days to it, below 0 behind it; none where there is none, or the row has ended."""
    plan: Decimal | None = None
    share: Decimal | None = None
    behind: Decimal | None = None
    """Points behind the plan; below 0 ahead of it. None where one of the two is not known."""
    light: LightRule | None = None
    is_behind: bool = False

    @property
    def word(self) -> str:
        """The state in the clerk's words; 未定时限（缺年份） where the list's year is asked for."""
        lacks_year = self.code == "no_deadline" and self.deadlines.lacks_year
        return STATES[self.code] + ("（缺年份）" if lacks_year else "")

    @property
    def words(self) -> str:
        """The state with what stands beside it: 临期·落后 30.0."""
        return f"{self.word}·落后 {self.behind}" if self.is_behind else self.word

    @property
    def is_open(self) -> bool:
        """Whether the row is to be worked on."""
        return self.code not in ENDED
