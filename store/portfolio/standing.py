"""How a unit's leader in charge stands: who he is, how surely that is known, and from what."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["settled", "certain", "inferred", "open", "unknown"]

GRADES: dict[Grade, str] = {
    "settled": "已定",
    "certain": "确定",
    "inferred": "推断",
    "open": "待定",
    "unknown": "未知",
}
"""The grades in the clerk's words."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit's leader in charge stands."""

    unit: str
    """Key of the unit."""
    grade: Grade
    leader: str | None = None
    """Key of the person, for what is settled, certain or inferred."""
    candidates: tuple[str, ...] = ()
    """Keys of the people it may be, where it is open."""
    reason: str = ""
    """In the clerk's words, with the assumption made and the rows it rests on."""
    rows: tuple[str, ...] = ()
    """Keys of the rows that it rests on, or that contradict each other, as far as they are still there."""
    ground: str = ""
    """What it rests on as it was issued: 通知第 4 行,原文第 64 行. Empty where it is unknown."""

    @property
    def is_known(self) -> bool:
        """Whether it is settled or certain, so that it may be taken for granted."""
        return self.leader is not None and self.grade in ("settled", "certain")
