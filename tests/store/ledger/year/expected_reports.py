"""What the units of the made year owed and reported, worked out by hand.

Owed are the reports of the units that lead a row on the last day of a month, due on its 25th, from February
on; not before the row's work begins, nor of a row that was closed before the month or is suspended or
cancelled on the 25th, nor of a unit that has said 已完成. Row 2.3 is led by a collective that nobody has
settled: it owes nothing and is listed apart.
"""

from typing import NamedTuple


class Count(NamedTuple):
    """What a unit owed of a month, as it stood on the month's last day."""

    owed: int
    in_time: int = 0
    late: int = 0
    missing: int = 0
    """Those that were sent back and did not come again are among them."""


_MARCH_ON = {
    "平台处": Count(2, 2),  # 1.1 2.2
    "成果处": Count(2, 2),  # 1.2 3.2
    "法规处": Count(1, 1),  # 1.3
    "转化中心": Count(2, 2),  # 2.1 3.2
    "规划处": Count(2, 2),  # 2.2 3.1
    "外专处": Count(1, 0, 0, 1),  # 3.3 reports nothing until August.
}
_FROM_JULY = {
    "平台处": Count(2, 2),  # 1.1 2.2
    "成果处": Count(2, 2),  # 2.1 3.2: 转化中心 is part of it, row 1.2 is closed.
    "法规处": Count(1, 1),
    "规划处": Count(2, 2),
    "外专处": Count(1, 1),
}

MONTHS: dict[str, dict[str, Count]] = {
    # The work of 2.2 begins in March: what its units reported of February was not owed.
    "2021-02": {**_MARCH_ON, "平台处": Count(1, 1), "规划处": Count(1, 1)},
    "2021-03": {**_MARCH_ON, "转化中心": Count(2, 1, 0, 1)},  # 2.1 was sent back on the 28th.
    # 3.1 is suspended from 12 April; 1.3 came on 27 April.
    "2021-04": {**_MARCH_ON, "规划处": Count(1, 1), "法规处": Count(1, 0, 1)},
    "2021-05": {**_MARCH_ON, "规划处": Count(1, 1)},
    "2021-06": {**_MARCH_ON, "规划处": Count(1, 1)},  # 1.2 said 已完成 in it.
    # 1.3, 规划处 of 2.2 and 3.3 did not report; 3.1 goes on from 5 July.
    "2021-07": {
        **_FROM_JULY,
        "法规处": Count(1, 0, 0, 1),
        "规划处": Count(2, 1, 0, 1),
        "外专处": Count(1, 0, 0, 1),
    },
    "2021-08": {**_FROM_JULY, "平台处": Count(2, 1, 0, 1)},  # 1.1 came on 3 September.
    "2021-09": _FROM_JULY,
    "2021-10": _FROM_JULY,
    "2021-11": {
        **_FROM_JULY,
        "成果处": Count(1, 0, 0, 1),
    },  # 3.2 was cancelled on the 15th; 2.1 not reported.
    # 1.1 is closed; 平台处 says 已完成 of 2.2 in December.
    "2021-12": {**_FROM_JULY, "平台处": Count(1, 1), "成果处": Count(1, 1)},
}
"""Month to unit to what it owed of it, on the month's last day."""

YEAR: dict[str, Count] = {
    "平台处": Count(20, 19, 1),  # 1.1 ten months, August nine days late; 2.2 ten.
    "成果处": Count(20, 19, 0, 1),  # 1.2 five, 3.2 nine, 2.1 six from July on, November missing.
    "法规处": Count(11, 9, 2),  # 1.3: April two days late, July 47.
    "转化中心": Count(10, 10),  # 2.1 and 3.2, five each; what was sent back had come in time.
    "规划处": Count(18, 17, 0, 1),  # 2.2 ten, July missing; 3.1 two before and six after.
    "外专处": Count(11, 5, 0, 6),  # 3.3, February to July missing.
}
"""Unit to what it owed of all months, on the last day of the year: 90 = 79 + 3 + 8."""

LATE: dict[tuple[str, str, str], int] = {
    ("1.3", "法规处", "2021-04"): 2,
    ("1.3", "法规处", "2021-07"): 47,  # 25 July to 10 September: 6 + 31 + 10.
    ("1.1", "平台处", "2021-08"): 9,
}
"""Row, unit and month to the days that a report was late."""

_EXPERTS = [("3.3", "外专处", f"2021-{month:02}") for month in range(2, 8)]
_RETURNED = ("2.1", "转化中心", "2021-03")
_JULY = ("2.2", "规划处", "2021-07")

MISSING: dict[str, list[tuple[str, str, str]]] = {
    "2021-01-31": [],
    "2021-02-28": _EXPERTS[:1],
    "2021-03-31": [_RETURNED, *_EXPERTS[:2]],
    "2021-04-30": _EXPERTS[:3],
    "2021-05-31": _EXPERTS[:4],
    "2021-06-30": _EXPERTS[:5],
    "2021-07-31": [("1.3", "法规处", "2021-07"), _JULY, *_EXPERTS],
    "2021-08-31": [("1.1", "平台处", "2021-08"), ("1.3", "法规处", "2021-07"), _JULY, *_EXPERTS],
    "2021-09-30": [_JULY, *_EXPERTS],
    "2021-10-31": [_JULY, *_EXPERTS],
    "2021-11-30": [("2.1", "成果处", "2021-11"), _JULY, *_EXPERTS],
    "2021-12-31": [("2.1", "成果处", "2021-11"), _JULY, *_EXPERTS],
}
"""Day to what is 未报 on it, of all months: row, unit, month, in the list's order."""

DUE_TODAY: dict[str, list[tuple[str, str, str]]] = {
    "2021-06-25": [("3.3", "外专处", "2021-06")],
    "2021-07-25": [("1.3", "法规处", "2021-07"), _JULY, ("3.3", "外专处", "2021-07")],
}
"""Day to what is due on it and not yet there; on the months' ends nothing."""
