"""What 今日 and the bulletin of each month say of the made year, worked out by hand."""

OVERDUE: dict[str, dict[str, int]] = {
    "2021-07-31": {"1.3": 6},  # July's report, due on the 25th.
    "2021-08-31": {"1.3": 37},
    "2021-10-07": {"1.1": 7},
    "2021-12-31": {"3.1": 11},  # Due on 20 December.
}
"""Day to the rows that are 逾期 on it, with the days; on other days none."""

IN_THREE_DAYS: dict[str, dict[str, int]] = {
    "2021-03-31": {"3.2": 0},
    "2021-07-25": {"1.3": 0},
    "2021-09-28": {"1.1": 2},
    "2021-09-30": {"1.1": 0},
    "2021-10-31": {"3.2": 0},
    "2021-12-31": {"2.2": 0},
}
"""Day to the rows due within three days, with the days left; what waits for its closing is none of them."""

AWAITING: dict[str, list[str]] = {"2021-06-25": ["1.2"], "2021-06-27": ["1.2"], "2021-12-31": ["3.3"]}
"""Day to the rows that wait for their closing."""

UNANSWERED = ("2021-05-31", "2021-06-25", "2021-06-27", "2021-06-30", "2021-07-25", "2021-07-31")
"""Days on which the reminder to 外专处 is past its day, 14 May, without an answer; it came on 20 August."""

# ---------------------------------------------------------------------- the bulletin of a month

CLOSED: dict[str, list[str]] = {"2021-06": ["1.2"], "2021-11": ["1.1"]}
"""Month to the rows that were closed in it."""

PROBLEMS: dict[str, list[str]] = {"2021-03": ["3.1"]}
"""Month to the rows of which a problem was reported."""

DUE_NEXT: dict[str, list[str]] = {
    "2021-02": ["1.3", "3.2"],
    "2021-05": ["1.2", "1.3"],
    "2021-08": ["1.1"],  # Of 1.3 July is still owed: it is 逾期, not due next.
    "2021-09": ["1.3", "3.2"],
    "2021-10": ["1.1", "1.3"],
    "2021-11": ["1.3", "2.2", "3.1", "3.3"],
    "2021-12": ["1.3"],
}
"""Month to the open rows that fall due in the month after it; in other months only 1.3, in July none."""
