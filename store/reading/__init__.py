"""Reading a notice: from the bytes of its file to what it says, with the lines that nothing was made of.

It may import `store.records` and what lies below; never the file. Inside, tables import prose, that names, that
signs; formats stand apart.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from store.reading.document import read_text
from store.reading.formats.decode import MAX_BYTES, PACKAGE, decode
from store.reading.formats.packages import MOST_BYTES, is_table_package
from store.reading.formats.pages import looks_like_page, text_of_page
from store.reading.result import Reading, Section, TaskFound
from store.reading.signs.deadlines import deadlines_of, year_of
from store.reading.signs.indicators import indicators_of
from store.records.fields import parted_extras
from store.refused import Refused, fault_sentence

__all__ = ["Reading", "as_json", "read_file", "read_notice"]


def read_notice(data: bytes, name: str = "", encoding: str | None = None) -> Reading:
    """Read the bytes of a notice's file; Refused where they hold no readable text."""
    if data.startswith(PACKAGE):
        return _read_package(data, name)
    decoded = decode(data, encoding)
    text = text_of_page(decoded.text) if looks_like_page(decoded.text) else decoded.text
    return read_text(text, name, decoded.encoding)


def _read_package(data: bytes, name: str) -> Reading:
    if is_table_package(data):
        from store.reading.formats.workbook import text_of_xlsx

        return read_text(text_of_xlsx(data), name, "xlsx")
    from store.reading.formats.word import text_of_docx

    return read_text(text_of_docx(data), name, "docx")


def read_file(path: Path, encoding: str | None = None) -> Reading:
    """Read a notice's file; Refused where it cannot be read. Of a file too long no more is read than shows it."""
    try:
        with path.open("rb") as file:
            data = file.read(len(PACKAGE))
            data += file.read((MOST_BYTES if data == PACKAGE else MAX_BYTES) + 1)
    except OSError as error:
        raise Refused(fault_sentence(f"无法读取“{path.name}”", error)) from error
    return read_notice(data, path.name, encoding)


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading as the command line prints it: JSON values under the documented keys."""
    year = year_of(reading.head.title or reading.list_title, reading.head.issued_on)
    return {
        "title": reading.head.title,
        "document_number": reading.head.document_number,
        "issuer": reading.head.issuer,
        "issued_on": reading.head.issued_on,
        "addressees": reading.head.addressees,
        "basis": reading.head.basis,
        "annexes": list(reading.head.annexes),
        "work_points": [_section(section) for section in reading.work_points],
        "tasks": [
            {
                "item": row.item,
                "number": row.number,
                "text": row.text,
                "lead_units": list(row.lead_units),
                "lead_leaders": list(row.lead_leaders),
                "participants": list(row.participant_units),
                "participant_leaders": list(row.participant_leaders),
                "deadline": row.deadline,
                "deadlines": [
                    asdict(deadline) for deadline in deadlines_of(row.deadline, year, reading.head.issued_on)
                ],
                "targets": list(row.targets),
                "indicators": [asdict(indicator) for indicator in indicators_of(row.targets)],
                "remark": row.remark,
                **_further_columns(row),
                "doubts": [{"side": doubt.side, "reason": doubt.reason} for doubt in row.doubts],
            }
            for row in reading.rows
        ],
        "labels": [column.label for column in reading.columns if column.label],
        "units": [
            {"full_name": unit.full_name, "aliases": list(unit.aliases), "kind": unit.kind, "head": unit.head}
            for unit in reading.units
        ],
        "collectives": list(reading.collectives),
        "roster": [
            {"role": member.role, "name": member.name, "post": member.post, "unit": member.unit}
            for member in reading.roster
        ],
        "group": reading.group.name,
        "group_office": {"unit": reading.group.office_unit, "director": reading.group.office_director},
        "findings": [
            {"code": finding.code, "line": finding.line, "message": finding.message}
            for finding in reading.findings
        ],
        "unread": [{"line": unread.line, "text": unread.text} for unread in reading.unread],
    }


def _further_columns(row: TaskFound) -> dict[str, Any]:
    """Return what a row's further columns say: those that are fields of a row by field, the others by label."""
    texts, left = parted_extras(row.extras)
    return {**texts, "extras": [[extra.label, extra.text] for extra in left]}


def _section(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "heading": section.heading,
        "text": section.text,
        "children": [_section(child) for child in section.children],
    }
