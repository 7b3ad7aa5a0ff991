"""The sample notice as a list, for the tests that begin with one."""

import tempfile
from functools import cache
from pathlib import Path

import pytest

from data import SAMPLE_NOTICE, sample_notice
from store.file.task_file import TaskFile
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


@cache
def sample_bytes() -> bytes:
    """The sample list as a file's bytes: each test has a copy."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", folder)  # That of the first test stays its own.
        path = Path(folder) / "示例.json"
        TaskFile.create(path, sample_change()).close()
        return path.read_bytes()


def sample_list() -> TaskList:
    """The sample list in memory."""
    tasks = TaskList()
    tasks.apply(sample_change().edits)
    return tasks
