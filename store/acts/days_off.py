"""Holidays, and days worked in their stead (放假调休): what falls due on a day off is due when work goes on.

They are kept with the schedules of the list, so that a day due is the same at every desk.
"""

from store.ledger.days import schedules_of
from store.records.changes import Change, Edit, updated
from store.records.tasklist import TaskList
from store.refused import Refused
from store.words.day_lists import days_in_words, days_listed


def days_off_held(tasks: TaskList) -> tuple[str, str]:
    """Return the holidays and the worked days of the list, as they may be written."""
    schedules = schedules_of(tasks)
    if not schedules:
        return "", ""
    return days_in_words(schedules[0].holidays), days_in_words(schedules[0].workdays)


def days_off_set(tasks: TaskList, holidays: str, workdays: str) -> Change:
    """Have all schedules of the list know the days off; without holidays no day due moves.

    Refused for what is no list of days, for a list without schedules, and for a day that is both.
    """
    schedules = schedules_of(tasks)
    if not schedules:
        raise Refused("清单还没有报送安排，请先设报送安排。")
    today = tasks.clock.day()
    off, worked = days_listed(holidays, today), days_listed(workdays, today)
    both = sorted(set(off) & set(worked))
    if both:
        raise Refused(f"{days_in_words(both)}又放假又上班，请核对。")
    if worked and not off:
        raise Refused("只有调休上班的日子，没有放假的日子，请核对。")
    edits: list[Edit] = []
    for schedule in schedules:
        edits += updated(schedule, holidays=off, workdays=worked)
    title = f"报送日遇休息日顺延：放假 {days_in_words(off)}" if off else "报送日遇休息日不顺延"
    return Change(title, tuple(edits))
