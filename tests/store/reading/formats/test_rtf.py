r"""RTF: signs in every spelling, tables within tables, what is skipped, and what is cut off."""

import pytest

from store.reading.formats.rtf import words_of_rtf
from store.refused import Refused

FONTS = (
    rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Arial;}}"
)


def text(body: bytes) -> str:
    return words_of_rtf(FONTS + body + b"}").text


@pytest.mark.parametrize(
    "body",
    [
        rb"\'c7\'e5\'c0\'ed\'ba\'d3\'b5\'c0",
        rb"\f0\'c7\'e5\'c0\'ed{\f1 }\'ba\'d3\'b5\'c0",
        rb"\uc1\u28165?\u29702?\u27827?\u-28589?",
        rb"\uc2\u28165\'c7\'e5\u29702\'c0\'ed\u27827\'ba\'d3\u36947\'b5\'c0",
        rb"\'c7\'e5\'c0" + b"\r\n" + rb"\'ed\'ba\'d3\'b5\'c0",
        "清理河道".encode("gb18030"),
    ],
)
def test_a_word_in_every_spelling(body: bytes) -> None:
    assert text(body) == "清理河道\n"


def test_pictures_objects_fields_and_deleted_words_are_left_out() -> None:
    body = (
        rb"\pard a{\pict\wmetafile8 0102}{\object\objemb{\*\objdata 0105}{\result b}}"
        rb"{\field{\*\fldinst DDEAUTO c:\\x.exe}{\fldrslt c}}{\deleted d}{\*\unknown e}\bin3 xyzf\par"
    )
    assert text(body) == "acf\n"


def test_numbers_of_lists_and_words_of_text_boxes_are_kept() -> None:
    body = rb"{\listtext 1.\tab}one\par{\shp{\*\shpinst{\sp{\sn x}}{\shptxt two\par}}{\shprslt two}}"
    assert text(body).split() == ["1.", "one", "two"]


def test_joined_cells_and_rows_of_other_widths() -> None:
    head = rb"\trowd\cellx1000\cellx2000\cellx3000 a\intbl\cell b\cell c\cell\row"
    first = rb"\trowd\clvmgf\cellx1000\cellx3000 d\intbl\cell e\cell\row"
    second = rb"\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl\cell f\cell\cell\row"
    words = words_of_rtf(FONTS + head + first + second + b"}")
    assert words.text == "a | b | c |\nd | e |  |\nd | f |  |\n"
    assert words.rows["d | f |  |"][0].going_on == {0}


def test_a_table_within_a_cell() -> None:
    inner = rb"\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}"
    body = inner + rb"\intbl\itap1 z\cell q\cell\trowd\cellx1000\cellx2000\row"
    assert text(body) == "x | y |\nz\nq\n"


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_what_is_cut_off_is_read_to_its_end(cut: int) -> None:
    body = rb"\trowd\cellx1000\cellx2000 \'c7\'e5\intbl\cell \u28165?\cell\row\pard \'c7\'e5\par" * 5
    words_of_rtf((FONTS + body)[: len(FONTS) + cut])


def test_groups_without_end_and_numbers_without_measure() -> None:
    assert words_of_rtf(FONTS + b"{" * 100_000 + b"a" + b"}" * 100_000).text == "a\n"
    words_of_rtf(FONTS + rb"\trowd" + rb"\cellx9999999999" * 50 + rb"\intbl" + rb"\cell" * 50 + rb"\row}")
    with pytest.raises(Refused, match="太大"):
        words_of_rtf(FONTS + rb"\cell" * 300_000 + b"}")
