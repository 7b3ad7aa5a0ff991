"""What propagation leaves, beside every reading of the cells counted one by one."""

from collections.abc import Callable, Sequence
from itertools import groupby, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.portfolio.proof import LISTED, ORDERED, TOGETHER, prove
from store.portfolio.puzzle import KeyCell
from store.records.values import SIDES
from tests.sample import sample_list

Reading = dict[str, str]
Holds = Callable[[Sequence[str], Sequence[str]], bool]
"""Whether the leaders of a cell's units, one a unit, can stand in it as its leaders."""

RULES: dict[str, Holds] = {
    LISTED: lambda given, leaders: set(given) == set(leaders),
    ORDERED: lambda given, leaders: tuple(dict.fromkeys(given)) == tuple(leaders),
    TOGETHER: lambda given, leaders: tuple(leader for leader, _ in groupby(given)) == tuple(leaders),
}


def readings(cells: Sequence[KeyCell], holds: Holds) -> list[Reading]:
    """Every way to give each unit one leader under which a rule holds in every cell."""
    units = list(dict.fromkeys(unit for cell, _ in cells for unit in cell))
    may = [
        sorted(set.intersection(*(set(leaders) for cell, leaders in cells if unit in cell))) for unit in units
    ]
    given = (dict(zip(units, choice, strict=True)) for choice in product(*may))
    return [
        reading
        for reading in given
        if all(holds([reading[unit] for unit in cell], leaders) for cell, leaders in cells)
    ]


def sample_cells() -> list[KeyCell]:
    """The cells of the sample that name single units and leaders."""
    tasks = sample_list()
    sides = {task.side(side) for task in tasks.tasks for side in SIDES if not task.doubt(side)}
    cells = [
        (
            tuple(unit.wording for unit in side.units),
            tuple(tasks.person_name(leader.key) for leader in side.leaders),
        )
        for side in sides
        if side.units and all(mention.key for mention in (*side.units, *side.leaders))
    ]
    return sorted(cells)


@pytest.mark.parametrize(("rule", "count"), [(LISTED, 32), (ORDERED, 20), (TOGETHER, 8)])
def test_the_readings_of_the_sample_are_as_many_as_reckoned(rule: str, count: int) -> None:
    assert len(readings(sample_cells(), RULES[rule])) == count


@pytest.mark.parametrize("rule", RULES)
def test_what_is_left_on_the_sample_is_what_the_readings_have(rule: str) -> None:
    cells = sample_cells()
    found = readings(cells, RULES[rule])
    assert {unit: set(proof.left[rule]) for unit, proof in prove(cells, {}).items()} == {
        unit: {reading[unit] for reading in found} for unit in found[0]
    }


UNITS, LEADERS = "甲乙丙丁戊己", "子丑寅卯"
TRUTH = st.fixed_dictionaries({unit: st.sampled_from(LEADERS) for unit in UNITS})
CELLS = st.lists(
    st.lists(st.sampled_from(UNITS), min_size=1, max_size=5, unique=True).map(tuple), min_size=1, max_size=5
)


@given(TRUTH, CELLS)
def test_no_reading_is_ever_excluded(truth: Reading, groups: list[tuple[str, ...]]) -> None:
    cells = [(units, tuple(dict.fromkeys(truth[unit] for unit in units))) for units in groups]
    proofs = prove(cells, {})
    for rule, holds in ((LISTED, RULES[LISTED]), (ORDERED, RULES[ORDERED])):
        for reading in readings(cells, holds):
            assert all(reading[unit] in proof.left[rule] for unit, proof in proofs.items())
    assert not any(proof.contradicted for proof in proofs.values())


@given(TRUTH, CELLS)
def test_each_assumption_leaves_no_more_than_the_one_before(
    truth: Reading, groups: list[tuple[str, ...]]
) -> None:
    cells = [(units, tuple(dict.fromkeys(truth[unit] for unit in units))) for units in groups]
    for proof in prove(cells, {}).values():
        assert set(proof.left[TOGETHER]) <= set(proof.left[ORDERED]) <= set(proof.left[LISTED])
        assert proof.left[TOGETHER]


ANY_CELLS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(UNITS), min_size=1, max_size=5, unique=True).map(tuple),
        st.lists(st.sampled_from(LEADERS), min_size=1, max_size=4, unique=True).map(tuple),
    ),
    max_size=6,
)


@given(ANY_CELLS, st.dictionaries(st.sampled_from(UNITS), st.sampled_from(LEADERS), max_size=3))
def test_any_cells_come_to_an_end_and_leave_somebody(cells: list[KeyCell], settled: Reading) -> None:
    proofs = prove(cells, settled)
    assert proofs.keys() == {unit for units, _ in cells for unit in units} - settled.keys()
    assert all(left for proof in proofs.values() for left in proof.left.values())


@given(TRUTH, CELLS, st.sampled_from(UNITS))
def test_a_settled_pair_that_is_true_keeps_every_reading_with_it(
    truth: Reading, groups: list[tuple[str, ...]], unit: str
) -> None:
    cells = [(units, tuple(dict.fromkeys(truth[unit] for unit in units))) for units in groups]
    proofs = prove(cells, {unit: truth[unit]})
    for reading in readings(cells, RULES[LISTED]):
        if reading.get(unit, truth[unit]) == truth[unit]:
            assert all(reading[other] in proof.left[LISTED] for other, proof in proofs.items())
