"""OpenDocument: numbers of lists, dates and shares, hidden sheets, and cells repeated without end."""

import io
import zipfile

import pytest

from store.reading.formats.opendocument import words_of_opendocument
from store.refused import Refused

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)


def package(body: str, styles: str = "") -> bytes:
    buffer = io.BytesIO()
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    whole = f"{automatic}<office:body>{body}</office:body>"
    content = f"<office:document-content {SPACES}>{whole}</office:document-content>"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def text(body: str, styles: str = "") -> str:
    return words_of_opendocument(package(f"<office:text>{body}</office:text>", styles)).text


def sheet(rows: str, style: str = "") -> str:
    table = f'<table:table table:style-name="{style}">{rows}</table:table>'
    hidden = '<style:style style:name="away"><style:table-properties table:display="false"/></style:style>'
    return words_of_opendocument(package(f"<office:spreadsheet>{table}</office:spreadsheet>", hidden)).text


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell{more}><text:p>{words}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def test_words_blanks_breaks_and_what_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:p>old</text:p></text:tracked-changes>"
        '<text:h>甲<text:s text:c="2"/>乙<text:span>丙</text:span>丁<text:line-break/>戊</text:h>'
        "<text:p>a<text:note><text:p>note</text:p></text:note>b"
        "<office:annotation><text:p>c</text:p></office:annotation></text:p>"
    )
    assert text(body) == "甲  乙丙丁\n戊\nab\n"


def numbered(style: str, *items: str, more: str = "") -> str:
    listed = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}"{more}>{listed}</text:list>'


def test_lists_go_on_or_begin_anew() -> None:
    level = '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    first, second = numbered("L", "甲", "乙"), numbered("L", "丙")
    later = numbered("L", "丁", more=' text:continue-numbering="true"')
    assert text(first + "<text:p>x</text:p>" + later + second, style).split() == [
        "一、甲",
        "二、乙",
        "x",
        "三、丁",
        "一、丙",
    ]


def test_dates_and_shares_are_worded_as_in_lists() -> None:
    day = cell("2026-06-30", ' office:value-type="date" office:date-value="2026-06-30T00:00:00"')
    share = cell("95.00%", ' office:value-type="percentage" office:value="0.95"')
    assert sheet(row(cell("任务"), day, share)) == "任务 | 2026年6月30日 | 95% |\n"


def test_hidden_sheets_are_left_out() -> None:
    assert sheet(row(cell("a"), cell("b")), "away").strip() == ""


def test_blank_cells_and_rows_without_end_cost_nothing() -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = row(cell("a"), cell("b"), blank) + row(blank, more=' table:number-rows-repeated="1048576"')
    assert sheet(rows) == "a | b |\n"


@pytest.mark.parametrize(
    "rows",
    [
        row(cell("a", ' table:number-columns-repeated="1048576"')),
        row('<table:table-cell table:number-columns-repeated="9999999"/>', cell("a")),
        row(cell("a"), cell("b"), more=' table:number-rows-repeated="1048576"'),
        row(cell("a", ' table:number-rows-spanned="99999" table:number-columns-spanned="99999"'), cell("b"))
        * 9_999,
    ],
)
def test_filled_cells_without_end_are_refused(rows: str) -> None:
    with pytest.raises(Refused, match="太大"):
        sheet(rows)


def test_lists_within_one_another_without_end_are_refused() -> None:
    with pytest.raises(Refused, match="已损坏"):
        text("<text:list><text:list-item>" * 5_000 + "</text:list-item></text:list>" * 5_000)
