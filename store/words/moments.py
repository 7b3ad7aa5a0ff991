"""Moments in words: from today (今天 17:38, 昨天 9:05, 3月12日, 2020年3月12日), or short (10-21 15:40)."""

from datetime import date, datetime


def since_today(moment: datetime, today: date) -> str:
    """Return a moment in words: with the time where it is of today or yesterday, with the year of another."""
    days = (today - moment.date()).days
    if days in (0, 1):
        return f"{'昨天' if days else '今天'} {moment:%H:%M}"
    return month_and_day(moment.date(), today)


def month_and_day(day: date, today: date) -> str:
    """Return a day in words, with the year where that is not today's: 9月30日, 2020年3月12日."""
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def without_year(at: str) -> str:
    """Return a moment as it is recorded, 2026-10-21T15:40:02+08:00, short: 10-21 15:40."""
    return at[5:16].replace("T", " ")
