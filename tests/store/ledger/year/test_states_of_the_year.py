"""The states of the made year, at both desks, against those worked out by hand."""

from datetime import date

import pytest

from store.history.earlier import Earlier
from store.ledger.state_keeping import states_on
from store.ledger.states import RowState
from tests.store.ledger.year.expected_states import BETWEEN, DUE, STATES
from tests.store.ledger.year.facts import MONTH_ENDS, row_key
from tests.store.ledger.year.running import Year


def _said(state: RowState) -> str:
    """A state with the points behind and its light."""
    light = state.light.word if state.light else ""
    beside = () if state.behind is None else (str(state.behind), light)
    return " ".join((state.word, *beside))


def _states(then: Earlier, day: str) -> dict[str, RowState]:
    states = states_on(then.tasks, date.fromisoformat(day))
    return {row: states.of(row_key(row)) for row in STATES}


@pytest.mark.parametrize("month", range(12), ids=[day[:7] for day in MONTH_ENDS])
def test_the_states_at_the_end_of_a_month(year: Year, month: int) -> None:
    day = MONTH_ENDS[month]
    states = _states(year.on[day], day)
    assert {row: _said(state) for row, state in states.items()} == {
        row: said[month] for row, said in STATES.items()
    }
    due = {row: state.due for row, state in states.items()}
    assert due == {row: days[month] for row, days in DUE.items()}


@pytest.mark.parametrize(("day", "row"), BETWEEN)
def test_the_states_between(year: Year, day: str, row: str) -> None:
    assert _said(_states(year.on[day], day)[row]) == BETWEEN[day, row]


@pytest.mark.parametrize("day", MONTH_ENDS)
def test_both_desks_have_the_same_states(year: Year, day: str) -> None:
    assert _states(year.on[day], day) == _states(year.at_wang[day], day)
