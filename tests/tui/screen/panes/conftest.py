"""The sample list in memory, for panes that stand alone on a screen."""

import pytest

from store.records.tasklist import TaskList
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()
