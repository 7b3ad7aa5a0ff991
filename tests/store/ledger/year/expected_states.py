"""What state each row of the made year is in at the end of each month, worked out by hand.

Days of the year up to the months' ends: 31 59 90 120 151 181 212 243 273 304 334 365. The plan of a row with
a day due is its days passed, of all from its start (1 January, row 2.2: 1 March) to that day: row 1.1 in
February 59/273 = 21.6, reported 5/40 = 12.5, so 9.1 behind. From 10.0 on the light is yellow, over 30.0 red.
"""

STATES: dict[str, tuple[str, ...]] = {
    # Due on 30 September (273 days); from the deferral on, on 30 November (334 days): in October 91.0 - 95.0.
    # 12.5 25.0 35.0 45.0 40.0 55.0 55.0 90.0 95.0 reported; at August's end July's stands.
    "1.1": (
        "正常推进",
        "正常推进 9.1 绿",  # 21.6 - 12.5
        "正常推进 8.0 绿",  # 33.0 - 25.0
        "正常推进 9.0 绿",  # 44.0 - 35.0
        "正常推进 10.3 黄",  # 55.3 - 45.0
        "正常推进 26.3 黄",  # 66.3 - 40.0
        "正常推进 22.7 黄",  # 77.7 - 55.0
        "正常推进 34.0 红",  # 89.0 - 55.0
        "临期 10.0 黄",  # 100.0 - 90.0, due today
        "正常推进 -4.0 绿",  # 304/334 = 91.0, less 95.0
        "已销号",
        "已销号",
    ),
    # Due on 30 June (181 days); 已完成 on 24 June, closed on 29 June.
    "1.2": (
        "正常推进",
        "正常推进 22.6 黄",  # 32.6 - 10.0
        "正常推进 19.7 黄",  # 49.7 - 30.0
        "正常推进 6.3 绿",  # 66.3 - 60.0
        "正常推进 -1.6 绿",  # 83.4 - 85.0; 30 days left
        *["已销号"] * 7,
    ),
    # Monthly: due on the 25th of the month that is next to be reported. July's report came on 10 September.
    "1.3": (*["正常推进"] * 6, "逾期", "逾期", *["正常推进"] * 4),
    # No day. A report that is sent back makes no state.
    "2.1": ("长期坚持",) * 12,
    # From 1 March to 31 December 306 days; the lower of its two units' shares counts.
    "2.2": (
        "正常推进",
        "正常推进 0.0 绿",  # Not begun: 0.0 - 0.0
        "正常推进 5.1 绿",  # 31/306 = 10.1, less 5.0
        "正常推进 11.9 黄",  # 19.9 - 8.0
        "正常推进 12.1 黄",  # 30.1 - 18.0
        "正常推进 9.9 绿",  # 39.9 - 30.0: 29.95 is printed, and judged, as 30.0
        "正常推进 20.0 黄",  # 50.0 - 30.0: 规划处 did not report July
        "正常推进 30.1 红",  # 60.1 - 30.0
        "正常推进 14.9 黄",  # 69.9 - 55.0
        "正常推进 8.1 绿",  # 80.1 - 72.0
        "正常推进 1.9 绿",  # 89.9 - 88.0
        "临期 2.0 绿",  # 100.0 - 98.0, due today; one of the two says 已完成
    ),
    # A collective that nobody has settled reports nothing, and no day is said.
    "2.3": ("未定时限",) * 12,
    # Due on 31 October (304 days); suspended from 12 April to 5 July, then due on 20 December (354 days).
    "3.1": (
        "正常推进",
        "正常推进 14.4 黄",  # 19.4 - 5.0
        "正常推进 14.6 黄",  # 29.6 - 15.0
        *["已中止"] * 3,
        "正常推进 29.9 黄",  # 212/354 = 59.9, less 30.0
        "正常推进 23.6 黄",  # 68.6 - 45.0
        "正常推进 17.1 黄",  # 77.1 - 60.0
        "正常推进 10.9 黄",  # 85.9 - 75.0
        "正常推进 9.4 绿",  # 94.4 - 85.0; 20 days left
        "逾期 10.0 黄",  # 100.0 - 90.0
    ),
    # Due on 31 March (90 days), from then on on 31 October (304 days); cancelled on 15 November.
    "3.2": (
        "正常推进",
        "正常推进 7.6 绿",  # 65.6 - 58.0
        "临期 8.0 绿",  # 100.0 - 92.0, due today
        "正常推进 4.5 绿",  # 39.5 - 35.0
        "正常推进 11.7 黄",  # 49.7 - 38.0
        "正常推进 4.5 绿",  # 59.5 - 55.0
        "正常推进 1.7 绿",  # 69.7 - 68.0: 成果处 alone
        "正常推进 1.9 绿",  # 79.9 - 78.0
        "正常推进 1.8 绿",  # 89.8 - 88.0; 31 days left
        "临期 10.0 黄",  # 100.0 - 90.0, due today
        "已取消",
        "已取消",
    ),
    # Due on 10 December (344 days); nothing reported until August; 已完成 in December, not yet closed.
    "3.3": (
        "正常推进",
        *["未启动"] * 6,
        "正常推进 50.6 红",  # 70.6 - 20.0
        "正常推进 29.4 黄",  # 79.4 - 50.0
        "正常推进 18.4 黄",  # 88.4 - 70.0
        "正常推进 7.1 绿",  # 97.1 - 90.0; 10 days left
        "待销号",
    ),
}
"""Row to its state, points behind and light at each month's end; only the state where nothing is known."""

DUE: dict[str, tuple[str | None, ...]] = {
    "1.1": (*["2021-09-30"] * 9, "2021-11-30", None, None),
    "1.2": (*["2021-06-30"] * 5, *[None] * 7),
    # The month that is next to be reported: February's until it is there, and so on.
    "1.3": (
        "2021-02-25",
        "2021-03-25",
        "2021-04-25",
        "2021-05-25",
        "2021-06-25",
        "2021-07-25",
        "2021-07-25",
        "2021-07-25",
        "2021-10-25",
        "2021-11-25",
        "2021-12-25",
        "2022-01-25",
    ),
    "2.1": (None,) * 12,
    "2.2": ("2021-12-31",) * 12,
    "2.3": (None,) * 12,
    "3.1": (*["2021-10-31"] * 3, *[None] * 3, *["2021-12-20"] * 6),
    "3.2": (*["2021-03-31"] * 3, *["2021-10-31"] * 7, None, None),
    "3.3": ("2021-12-10",) * 12,
}
"""Row to the day that counts at the end of each month; none of rows that have ended."""

BETWEEN: dict[tuple[str, str], str] = {
    ("2021-06-25", "1.2"): "待销号",  # 已完成 said on the 24th.
    ("2021-06-27", "1.2"): "待销号",  # Asked for, not yet approved.
    ("2021-07-25", "1.3"): "临期",  # July is due today and was not reported.
    ("2021-09-28", "1.1"): "临期 9.3 绿",  # 271/273 = 99.3, less 90.0; two days left.
    ("2021-10-07", "1.1"): "逾期 10.0 黄",  # Seven days; the deferral is asked for a day later.
}
"""Day and row to the state on days between."""
