"""Word documents: paragraphs with list numbers, joined cells, text boxes, and what is refused."""

import io
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from store.reading import as_json, read_file, read_notice
from store.refused import Refused

docx = pytest.importorskip("docx")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def notice() -> bytes:
    document = docx.Document()
    for words in ("关于印发清单的通知", "各区水务局:", "现予印发。"):
        document.add_paragraph(words)
    document.add_paragraph("清理河道。(市水务局牵头)", style="List Number")
    document.add_paragraph("清理湖泊。\n建立台账。(市园林局牵头)", style="List Number")
    return saved(document)


def test_list_numbers_are_counted(notice: bytes) -> None:
    found = as_json(read_notice(notice, "notice.docx"))
    assert found["title"] == "关于印发清单的通知"
    assert [(task["number"], task["lead_units"]) for task in found["tasks"]] == [
        ("1.", ["市水务局"]),
        ("2.", ["市园林局"]),
    ]
    assert found["unread"] == []


def test_joined_cells_keep_their_columns() -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=4)
    rows = [
        "序号|任务|牵头单位|责任单位",
        "一、河道|||",
        "1|清理河道。|市水务局|市财政局",
        "2|建立台账。||市档案馆",
    ]
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words.split("|"), strict=True):
            cell.text = word
    table.cell(1, 0).merge(table.cell(1, 3))
    table.cell(2, 2).merge(table.cell(3, 2))
    reading = read_notice(saved(document), "notice.docx")
    assert [(row.item, row.number, row.lead_units, row.participant_units) for row in reading.rows] == [
        ("一、河道", "1", ("市水务局",), ("市财政局",)),
        ("一、河道", "2", ("市水务局",), ("市档案馆",)),
    ]
    assert [row.joined for row in reading.rows] == [(), ("lead_units",)]


def test_the_words_of_a_text_box_are_read_once() -> None:
    document = docx.Document()
    document.add_paragraph("关于印发清单的通知")
    document.add_paragraph("各区水务局:")
    anchor = document.add_paragraph("现予印发。")
    box = "<w:txbxContent><w:p><w:r><w:t>1.清理河道。(市水务局牵头)</w:t></w:r></w:p></w:txbxContent>"
    anchor._p.append(
        docx.oxml.parse_xml(
            f'<w:r xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )
    found = as_json(read_notice(saved(document), "notice.docx"))
    assert [(task["number"], task["lead_units"]) for task in found["tasks"]] == [("1.", ["市水务局"])]
    assert found["unread"] == []


def package(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (package(ppt__presentation=b"<x/>"), "不是 Word 文档"),
        (package(word__document=b"<x/>"), "已损坏"),
        (package(word__document=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "外部声明"),
        (package(word__document=b" " * 30_000_000), "太大"),
    ],
)
def test_what_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_notice(data, "notice.docx")


@pytest.mark.parametrize("cut", [30, 500, 5000])
def test_a_damaged_document_is_refused(notice: bytes, cut: int) -> None:
    with pytest.raises(Refused, match="已损坏"):
        read_notice(notice[:cut], "notice.docx")


def test_a_document_with_pictures_is_read_past_the_limit_of_texts(notice: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(notice)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/media/image1.png", os.urandom(3_000_000))
    assert [row.lead_units for row in read_file(path).rows] == [("市水务局",), ("市园林局",)]


def test_a_document_is_read_without_its_writers_library(
    notice: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert [row.number for row in read_notice(notice, "notice.docx").rows] == ["1.", "2."]


def test_tables_within_one_another_without_end_are_refused() -> None:
    depth = 5_000
    cells = "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    body = f'<w:document xmlns:w="{WORD}"><w:body>{cells}</w:body></w:document>'
    with pytest.raises(Refused, match="已损坏"):
        read_notice(package(word__document=body.encode()), "notice.docx")
