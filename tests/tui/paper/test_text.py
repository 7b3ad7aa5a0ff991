"""The list as plain text: columns by GB18030, joined cells by the rules left out."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample import sample_list
from tui.paper import Sheet, task_list_sheet
from tui.paper.layout import Cell, SheetColumn
from tui.paper.text import to_bytes, to_text


def gb_columns(line: str) -> int:
    """By the rule itself: two for all that GB18030 writes in more than one byte."""
    return sum(1 if len(character.encode("gb18030", "replace")) == 1 else 2 for character in line)


def test_every_line_of_the_sample_is_equally_wide() -> None:
    text = to_text(task_list_sheet(sample_list()), width=132)
    assert len({gb_columns(line) for line in text.splitlines()}) == 1
    assert "”" in text


def test_inner_rules_are_left_out_of_joined_cells() -> None:
    text = to_text(task_list_sheet(sample_list()))
    lines = text.splitlines()
    row = next(index for index, line in enumerate(lines) if "2.加快电子证照共享调用。" in line)
    below = lines[row + 1]
    assert below.startswith(("|", "| 成一件事")) and below.count("+") == 2
    assert text.count("法制处") == 3, "one cell for 3.1 to 3.3, one for 3.4, one for 5"
    assert text.count("企业中心") == 1


def test_the_heading_row_stands_on_each_page() -> None:
    sheet = task_list_sheet(sample_list())
    long = replace(sheet, rows=sheet.rows * 8)
    pages = to_text(long).split("\f")
    assert len(pages) > 5
    assert all("牵头单位" in page.splitlines()[3 if number == 0 else 1] for number, page in enumerate(pages))
    assert all(page.count("\n") <= 60 for page in pages)
    assert sum(page.count("新增省级及以上众创孵化机构40家。") for page in pages) == 8
    assert "\f" not in to_text(long, page_lines=None)


def test_a_list_without_rows_is_a_heading() -> None:
    sheet = replace(task_list_sheet(sample_list()), rows=())
    assert to_text(sheet).count("\n") == 5


def test_the_file_is_utf8_and_newlines_can_be_those_of_a_printer() -> None:
    sheet = task_list_sheet(sample_list())
    assert to_bytes(sheet).decode() == to_text(sheet)
    assert b"\r" not in to_bytes(sheet)
    assert to_text(sheet, newline="\r\n").count("\r\n") == to_text(sheet).count("\n")


WORDS = st.text(st.sampled_from("任务单位,。“”—·①ab 1.(亓𠀀🙂[/]"), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(WORDS, max_size=4), WORDS, st.booleans()), min_size=1, max_size=12), st.integers(14, 40))
def test_no_text_is_lost_and_no_line_differs(made: list[tuple[list[str], str, bool]], page_lines: int) -> None:
    rows: list[tuple[Cell | None, Cell | None]] = []
    first = 0
    for index, (names, words, joins) in enumerate(made):
        if joins and rows and (head := rows[first][0]):
            rows[first] = (replace(head, rowspan=head.rowspan + 1), rows[first][1])
            rows.append((None, Cell((words,))))
        else:
            first = index
            rows.append((Cell(tuple(names)), Cell((words,))))
    sheet = Sheet("标题", (SheetColumn("单位", 1, True), SheetColumn("任务", 2, False)), tuple(rows))
    text = to_text(sheet, width=40, page_lines=page_lines)
    assert len({gb_columns(line) for line in text.replace("\f", "").split("\n")[:-1]}) == 1
    whole = "".join(text.split()).replace("|", "").replace("-", "").replace("+", "")
    for _, words, _ in made:
        assert all(character in whole for character in words if not character.isspace())
