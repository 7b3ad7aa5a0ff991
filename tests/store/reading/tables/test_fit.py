"""Where a cell belongs, by what it holds."""

import pytest

from store.reading.tables.fit import are_units, fit_of, names_owners, narrowed, stands_under

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("cell", "right", "wrong"),
    [
        ("市水务局、市财政局", "lead_units", "lead_leaders"),
        ("胡 军", "lead_leaders", "lead_units"),
        ("11月底前", "deadline", "number"),
        ("3", "number", "text"),
        ("清理河道30公里。", "text", "participant_units"),
        ("二、建设载体", "item", "text"),
        ("4.提升服务能力。", "text", "item"),
    ],
)
def test_a_cell_fits_its_own_column_better_than_another(cell: str, right: str, wrong: str) -> None:
    assert fit_of(cell, right, NOBODY) > fit_of(cell, wrong, NOBODY)


def test_a_sentence_under_owners_is_worse_than_a_wrong_name() -> None:
    sentence = fit_of("清理河道。", "lead_units", NOBODY)
    assert sentence < fit_of("胡军", "lead_units", NOBODY) < 0


def test_a_row_without_a_text_is_worst_and_a_blank_owner_is_nothing() -> None:
    assert fit_of("", "text", NOBODY) < fit_of("市水务局", "text", NOBODY) < 0
    assert [fit_of("", field, NOBODY) for field in ("item", "lead_units", "deadline", "number")] == [
        0,
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("cell", "field", "can"),
    [
        ("", "lead_units", True),
        ("市水务局", "lead_units", True),
        ("市水务局牵头,市财政局配合", "participant_units", True),
        ("清理河道。", "lead_units", False),
        ("胡军", "lead_leaders", True),
        ("市水务局", "lead_leaders", False),
        ("相关单位", "lead_leaders", True),
        ("按上级要求", "deadline", True),
        ("市水务局", "deadline", False),
        ("清理河道。", "text", True),
    ],
)
def test_what_can_stand_under_owners_and_times(cell: str, field: str, can: bool) -> None:
    assert stands_under(cell, field) == can


def test_cells_of_owners() -> None:
    assert are_units("市水务局、各街道")
    assert not are_units("市水务局。")
    assert names_owners("市水务局、市财政局")
    assert names_owners("市水务局牵头")
    assert not names_owners("清理河道")


def test_too_many_cells_are_put_into_the_columns_in_every_way() -> None:
    assert narrowed(["1", "清理", "河道", "市水务局"], 3) == [
        ["1", "清理", "河道\n市水务局"],
        ["1", "清理\n河道", "市水务局"],
        ["1\n清理", "河道", "市水务局"],
    ]
