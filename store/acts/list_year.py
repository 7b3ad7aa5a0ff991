"""The year of a list whose title and date of issue tell none: its deadlines get their days by it."""

from store.acts.field_values import set_fields
from store.records.changes import Change
from store.records.tasklist import TaskList
from store.refused import Refused


def year_written(words: str) -> str:
    """Return a year as it is kept; refused for what is none in four figures."""
    plain = words.strip()
    if not (plain.isdecimal() and 2000 <= int(plain) < 2100):
        raise Refused("请写四位的年份，如 2026。")
    return str(int(plain))


def set_year(tasks: TaskList, words: str) -> Change:
    """Say which year the list is for."""
    return set_fields(tasks, tasks.notice, year=year_written(words))
