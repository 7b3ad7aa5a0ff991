"""The sample notice as a list, for the tests that begin with one."""

from functools import cache

from data import SAMPLE_NOTICE, sample_notice
from store.importing.new_list import import_change
from store.reading import Reading, read_notice
from store.records.changes import Change
from store.records.tasklist import TaskList


def sample_change() -> Change:
    """The change that begins the sample list."""
    return import_change(_sample_reading())


@cache
def _sample_reading() -> Reading:
    return read_notice(sample_notice(), SAMPLE_NOTICE)


def sample_list() -> TaskList:
    """The sample list in memory."""
    tasks = TaskList()
    tasks.apply(sample_change().edits)
    return tasks
