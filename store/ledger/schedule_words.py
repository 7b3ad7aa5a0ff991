"""A reporting schedule in the clerk's words: 每月，25 日前；每季度，次月 15 日前；每周，周五前."""

from store.ledger.periods import period_or_none
from store.records.schedule import PERIODS, REPORTERS, PeriodName, Schedule

SCHEDULE_NAMES: dict[PeriodName, str] = {
    "week": "周报",
    "month": "月报",
    "quarter": "季报",
    "half_year": "半年报",
    "year": "年报",
}
"""What a schedule is called where the clerk does not say."""

_WEEKDAYS = "一二三四五六日"
_LAST_OF_ANY_MONTH = 31


def rhythm_in_words(schedule: Schedule) -> str:
    """Return how often units report and by when: 每月，25 日前."""
    return f"每{PERIODS[schedule.every]}，{_day(schedule)}前"


def _day(schedule: Schedule) -> str:
    day = schedule.due_day
    if schedule.every == "week":
        weekday = _WEEKDAYS[(day or 7) - 1]
        return f"下周{weekday}" if schedule.due_shift else f"周{weekday}"
    is_last = day in (0, _LAST_OF_ANY_MONTH)
    is_monthly = schedule.every == "month"
    if schedule.due_shift:
        return "次月末" if is_last else f"次月 {day} 日"
    if is_last:
        return "月末" if is_monthly else "期末"
    return f"{day} 日" if is_monthly else f"末月 {day} 日"


def span_in_words(schedule: Schedule) -> str:
    """Return which periods are asked for: 2021年4月起，2021年12月止; empty for all."""
    first = period_or_none(schedule.from_period)
    last = period_or_none(schedule.until_period)
    said = [f"{first.label}起"] if first else []
    said += [f"{last.label}止"] if last else []
    return "，".join(said)


def schedule_in_words(schedule: Schedule) -> str:
    """Return all that a schedule says: 月报（每月，25 日前；牵头单位）."""
    said = [rhythm_in_words(schedule), span_in_words(schedule), REPORTERS[schedule.who]]
    if schedule.sign_off:
        said.append(f"{schedule.sign_off}审签")
    words = "；".join(filter(None, said))
    return f"{schedule.name}（{words}）"
