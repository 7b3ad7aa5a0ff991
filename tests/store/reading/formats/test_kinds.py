"""One notice as every kind of file that a clerk has, told apart by what it holds."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.reading import Reading, as_json, read_file, read_notice
from store.reading.formats.kinds import kind_of, words_of_file
from store.refused import Refused
from tests.store.reading.formats.made import (
    FILES,
    converted,
    numbered_docx,
    sample_docx,
    sample_reading,
    sample_xlsx,
    soffice,
)

DOCUMENTS = ("sample.doc", "sample.rtf", "sample.odt", "sample.pdf")
LISTS = ("list.xls", "list.ods")
KINDS = {"doc": "doc", "rtf": "rtf", "odt": "odf", "pdf": "pdf", "xls": "xls", "ods": "odf"}


def tasks(reading: Reading) -> list[dict[str, Any]]:
    """What a reading says of tasks, without the doubts of the flat text about its lost cells."""
    return list(map(plain, as_json(reading)["tasks"]))


def plain(task: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in task.items() if name not in {"doubts", "source"}}


def joined(reading: Reading) -> list[tuple[str, ...]]:
    return [row.joined for row in reading.rows]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_every_kind_says_what_the_text_says(name: str) -> None:
    read, text = read_file(FILES / name), sample_reading()
    assert tasks(read) == tasks(text)
    assert joined(read) == joined(read_notice(sample_docx(), "sample.docx"))
    assert (read.head.title, read.head.issuer, read.head.issued_on) == (
        text.head.title,
        text.head.issuer,
        text.head.issued_on,
    )
    assert [(one.role, one.name, one.post) for one in read.roster] == [
        (one.role, one.name, one.post) for one in text.roster
    ]
    assert [point.heading for point in read.work_points] == [point.heading for point in text.work_points]
    assert {line.taken_for for line in read.unread} <= {"页码"}
    assert read.encoding == KINDS[name.rpartition(".")[2]]


@pytest.mark.parametrize("name", LISTS)
def test_a_workbook_of_every_kind_says_what_the_text_says(name: str) -> None:
    read = read_file(FILES / name)
    assert tasks(read) == tasks(sample_reading())
    assert joined(read) == joined(read_notice(sample_xlsx(), "list.xlsx"))
    assert read.list_title == "重点任务清单"


@pytest.mark.slow
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("wanted", ["doc:MS Word 97", "rtf", "odt", "pdf"])
def test_a_document_saved_just_now_says_the_same(tmp_path: Path, wanted: str) -> None:
    data = converted(sample_docx(), "docx", wanted, tmp_path)
    assert tasks(read_notice(data, "notice")) == tasks(sample_reading())


@pytest.mark.slow
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("wanted", ["doc:MS Word 97", "rtf", "odt", "pdf"])
def test_numbers_that_lists_print_are_read(tmp_path: Path, wanted: str) -> None:
    data = converted(numbered_docx(), "docx", wanted, tmp_path)
    printed = words_of_file(kind_of(data), data).text.replace(" ", "").split()
    assert printed == [
        "一、总体要求",
        "二、重点任务",
        "（一）甲类",
        "1.清理河道",
        "2.建立台账",
        "（二）乙类",
        "1.清理湖泊",
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("sample.doc", ".wps"),
        ("sample.rtf", ".doc"),
        ("list.xls", ".et"),
        ("sample.pdf", ".docx"),
        ("list.ods", ""),
    ],
)
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str, wrong: str) -> None:
    path = (tmp_path / "通知").with_suffix(wrong)
    path.write_bytes((FILES / name).read_bytes())
    assert tasks(read_file(path)) == tasks(sample_reading())


def test_a_page_under_the_name_of_a_document_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "通知.doc"
    path.write_text("<html><body><table><tr><td>任务<td>牵头单位<tr><td>清理河道<td>水务局</table>", "utf-8")
    assert [row.lead_units for row in read_file(path).rows] == [("水务局",)]


def package(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package("word/document.xml"), "docx"),
        (package("xl/workbook.xml"), "xlsx"),
        (package("OFD.xml"), "ofd"),
        (package("content.xml"), "odf"),
        (package("ppt/presentation.xml"), "docx"),
        (b"PK\x03\x04", "docx"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "pdf"),
        (b"{\\rtf1", "rtf"),
        ("关于印发清单的通知".encode(), ""),
    ],
)
def test_what_a_file_holds_says_its_kind(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def damaged(data: bytes) -> Iterator[bytes]:
    """A file cut off, and one with noise in it."""
    for cut in (20, 600, len(data) // 3, len(data) - 100):
        yield data[:cut]
    middle = len(data) // 2
    yield data[:middle] + bytes(range(256)) + data[middle + 256 :]
    yield data[:512] + b"\xff" * 512 + data[1024:]


@pytest.mark.parametrize("name", [*DOCUMENTS, *LISTS])
def test_damage_is_a_sentence_or_a_reading(name: str) -> None:
    for data in damaged((FILES / name).read_bytes()):
        try:
            read_notice(data, name)
        except Refused as refusal:
            assert "请" in str(refusal)
