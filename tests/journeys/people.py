"""What the journeys at the roster share: keys in one burst and paced, and what the file holds then."""

from pathlib import Path

import pytest

from store.acts.resolving import one_unit_named
from store.records.unit import Unit
from tests.journeys.conftest import Saved, words
from tests.keys import CTRL

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])


CLEAR = CTRL("u")


def unit(path: Path, name: str) -> Unit:
    return one_unit_named(Saved(path).file.tasks, name)


def roster(path: Path) -> list[str]:
    tasks = Saved(path).file.tasks
    return [tasks.person_name(entry.person) for entry in tasks.roster]


def participants(path: Path, row: str) -> tuple[str, str]:
    task = Saved(path).row(row)
    return words(task.participant_units), words(task.participant_leaders)
