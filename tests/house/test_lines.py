"""The lines of the house stay as they are wanted: narrow, one thought each, no file and no class too large to
hold.
"""

import pytest

from tests.house.complexity import complexities
from tests.house.syntax import (
    Source,
    Spot,
    class_sizes,
    crowded_lines,
    hidden_names,
    share,
    sources,
    statements,
    wide_lines,
)

COLUMNS = 110
FILE_LINES = 300
CLASS_LINES = 600
MOST_NODES = 40


@pytest.fixture(scope="module")
def house() -> list[Source]:
    return sources("store", "tui")


@pytest.fixture(scope="module")
def whole() -> list[Source]:
    return sources("store", "tui", "tests")


def said(spots: list[Spot]) -> str:
    return "\n".join(str(spot) for spot in sorted(spots, key=lambda one: -one.figure))


def test_a_statement_carries_one_thought(house: list[Source]) -> None:
    nodes = [spot.figure for source in house for spot in statements(source)]
    assert share(nodes, 0.90) <= 12
    assert share(nodes, 0.95) <= 15


def test_no_statement_is_a_page(house: list[Source]) -> None:
    over = [spot for source in house for spot in statements(source) if spot.figure > MOST_NODES]
    assert not over, said(over)


def test_few_functions_have_many_ways_through_them(house: list[Source]) -> None:
    functions = complexities(house)
    over = [spot for spot in functions if spot.figure > 10]
    assert len(over) <= len(functions) * 0.02, said(over)


def test_lines_are_narrow(whole: list[Source]) -> None:
    over = [spot for source in whole for spot in wide_lines(source, COLUMNS)]
    assert not over, said(over)


def test_a_line_begins_one_comprehension(house: list[Source]) -> None:
    over = [spot for source in house for spot in crowded_lines(source)]
    assert not over, said(over)


def test_no_name_is_hidden_in_an_f_string_or_a_comprehension(house: list[Source]) -> None:
    hidden = [spot for source in house for spot in hidden_names(source)]
    assert not hidden, said(hidden)


def test_a_file_can_be_held_in_mind(whole: list[Source]) -> None:
    over = [Spot(source.path, 1, len(source.lines)) for source in whole if len(source.lines) > FILE_LINES]
    assert not over, said(over)


def test_a_class_can_be_held_in_mind_with_what_it_inherits(house: list[Source]) -> None:
    over = [spot for spot in class_sizes(house) if spot.figure > CLASS_LINES]
    assert not over, said(over)
