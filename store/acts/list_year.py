"""The year of a list whose title and date of issue tell none: its deadlines get their days by it."""

from store.acts.field_values import set_fields
from store.reading.signs.deadline_given import years_told
from store.records.changes import Change
from store.records.notice import Notice
from store.records.tasklist import TaskList
from store.refused import Refused


def year_written(words: str) -> str:
    """Return a year as it is kept; refused for what is none in four figures."""
    plain = words.strip()
    if not (plain.isdecimal() and 2000 <= int(plain) < 2100):
        raise Refused("请写四位的年份，如 2026。")
    return str(int(plain))


def refuse_told(notice: Notice) -> None:
    """Refuse to set the year of a list that its title or its date of issue tell."""
    if told := years_told(notice):
        raise Refused(f"{told_in_words(told)}；要改请改通知的名称。")


def told_in_words(years: tuple[int, int]) -> str:
    """Say for which years a list is, as its title or date of issue tell: 清单是 2021 年的，…."""
    first, last = years
    span = f"{first}" if first == last else f"{first}—{last}"
    return f"清单是 {span} 年的，由名称或成文日期得知"


def set_year(tasks: TaskList, words: str) -> Change:
    """Say which year the list is for; refused where that is told."""
    refuse_told(tasks.notice)
    return set_fields(tasks, tasks.notice, year=year_written(words))
