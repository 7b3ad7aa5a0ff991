"""A form that came back, from the cells of its sheet."""

import pytest

from store.ledger.form_reading import FilledForm, form_in
from store.ledger.forms import COLUMNS, PROPERTY, FormIdentity
from store.reading.formats.book_cells import BookCells, SheetCells
from store.refused import Refused

IDENTITY = FormIdentity("file", "notice", "platform", "2021-10")
HEADS = list(COLUMNS.values())


def row(number: str = "", **answers: str) -> list[str]:
    """A row of the table."""
    said = {**answers, "number": number}
    return [said.get(name, "") for name in COLUMNS]


def book(*rows: list[str], above: list[list[str]] | None = None, **more: object) -> BookCells:
    """A workbook with the table below its head."""
    over = [["表码 " + IDENTITY.code]] if above is None else above
    formulas = more.get("formulas", frozenset())
    assert isinstance(formulas, frozenset)
    return BookCells([SheetCells("说明", [["别的"]]), SheetCells("报送表", [*over, HEADS, *rows], formulas)])


def read(*rows: list[str]) -> FilledForm:
    return form_in(book(*rows))


def test_rows_are_read_with_their_places() -> None:
    form = read(row("a", done="做了", word="推进中"), row("b/m", value="18"), row())
    assert form.identity == IDENTITY and form.sheet == "报送表"
    first, second = form.lines
    assert (first.row, first.measure, first.at) == ("a", "", 3)
    assert (first.answers["done"].text, first.answers["done"].cell) == ("做了", "H3")
    assert (second.row, second.measure, second.answers["value"].cell) == ("b", "m", "F4")


def test_columns_may_be_moved_and_their_heads_broken() -> None:
    heads = [head[:2] + "\n " + head[2:] for head in reversed(HEADS)]
    cells = list(reversed(row("a", done="做了")))
    form = form_in(BookCells([SheetCells("表", [[IDENTITY.code], heads, cells])]))
    assert form.lines[0].answers["done"].text == "做了"


def test_a_row_without_a_number_is_kept_where_something_is_filled_in() -> None:
    form = read(row(done="自己加的"), row("a b", done="改坏了"), row("/m"))
    assert [(line.row, line.at) for line in form.lines] == [("", 3), ("", 4), ("", 5)]


def test_short_rows_and_blanks_are_no_answers() -> None:
    form = read(["1", "任务"], row("a", done="  \n "))
    assert [(line.row, dict(line.answers)) for line in form.lines] == [("a", {})]


def test_the_head_is_read_behind_its_labels() -> None:
    above = [["填报人：", "", " 李明 ", "电话:", "审签人（单位主要负责人）：", "刘红"], [IDENTITY.code]]
    assert form_in(book(row("a"), above=above)).head == {"reporter": "李明", "signed_by": "刘红"}
    same_cell = [["填报人：李明"], [IDENTITY.code]]
    assert form_in(book(row("a"), above=same_cell)).head == {"reporter": "李明"}


def test_formulas_are_known() -> None:
    form = form_in(book(row("a", done="=A1"), formulas=frozenset({(2, 7)})))
    assert form.lines[0].answers["done"].is_formula


def test_the_property_says_it_where_the_line_is_gone() -> None:
    found = book(row("a"), above=[])
    found.properties[PROPERTY] = IDENTITY.code
    assert form_in(found).identity == IDENTITY


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(Refused, match="认不出报送表的表头"):
        form_in(BookCells([SheetCells("表", [["序号", "重点任务"]])]))
    with pytest.raises(Refused, match="认不出报送表的表头"):
        form_in(BookCells([]))
    with pytest.raises(Refused, match="找不到表码"):
        form_in(book(row("a"), above=[]))
    other = IDENTITY._replace(unit="results")
    with pytest.raises(Refused, match="两份报送表的表码"):
        form_in(book(row("a"), above=[[IDENTITY.code], [other.code]]))


def test_the_fingerprint_is_of_what_is_filled_in_wherever_it_stands() -> None:
    one, two = row("a", done="做了"), row("b", word="推进中")
    same = read(one, two).fingerprint
    assert read(two, row("c"), one).fingerprint == same
    assert read(one, row("b", word="已完成")).fingerprint != same
    assert read(row("b", done="做了"), row("a", word="推进中")).fingerprint != same
