"""The sample list, for the tests of what the clerk does to a list."""

import pytest

from store.records.tasklist import TaskList
from tests.sample import sample_list


@pytest.fixture
def sample() -> TaskList:
    return sample_list()
