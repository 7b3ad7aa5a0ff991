"""A reading as JSON, under the keys that the command line documents."""

from dataclasses import asdict
from typing import Any

from store.reading.result import (
    Group,
    Head,
    Member,
    OwnerWord,
    Proposed,
    Reading,
    Section,
    SourceFinding,
    TaskFound,
    UnitFound,
    Unread,
)
from store.reading.signs.deadlines import deadlines_of, year_of
from store.reading.signs.indicators import indicators_of
from store.records.fields import parted_extras
from store.records.values import Doubt

Json = dict[str, Any]
"""An object of JSON."""


def as_json(reading: Reading) -> Json:
    """Return a reading as JSON values, its keys in the order in which they are printed."""
    head = reading.head
    said = _head(head)
    year = year_of(head.title or reading.list_title, head.issued_on)
    said["work_points"] = list(map(_section, reading.work_points))
    said["tasks"] = [_task(task, year, head.issued_on) for task in reading.rows]
    said["proposed_tasks"] = [_proposed(one, year, head.issued_on) for one in reading.proposed]
    said["labels"] = [column.label for column in reading.columns if column.label]
    said["units"] = list(map(_unit, reading.units))
    said["collectives"] = list(reading.collectives)
    said["roster"] = list(map(_member, reading.roster))
    said["owner_words"] = list(map(_owner_word, reading.owner_words))
    said["group"] = reading.group.name
    said["group_office"] = _office(reading.group)
    said["findings"] = list(map(_finding, reading.findings))
    said["unread"] = list(map(_unread, reading.unread))
    return said


def _head(head: Head) -> Json:
    said: Json = {"title": head.title, "document_number": head.document_number}
    said |= {"issuer": head.issuer, "issued_on": head.issued_on, "addressees": head.addressees}
    said |= {"basis": head.basis, "annexes": list(head.annexes)}
    said["imprint"] = list(head.imprint)
    return said


def _section(section: Section) -> Json:
    children = list(map(_section, section.children))
    return {"number": section.number, "heading": section.heading, "text": section.text, "children": children}


def _task(task: TaskFound, year: int | None, issued_on: str | None) -> Json:
    said: Json = {"item": task.item, "number": task.number, "text": task.text}
    said |= _owners(task)
    said["deadline"] = task.deadline
    said["deadlines"] = list(map(asdict, deadlines_of(task.deadline, year, issued_on)))
    said["targets"] = list(task.targets)
    said["indicators"] = list(map(asdict, indicators_of(task.targets)))
    said["remark"] = task.remark
    said |= _further_columns(task)
    said["doubts"] = list(map(_doubt, task.doubts))
    return said


def _proposed(proposed: Proposed, year: int | None, issued_on: str | None) -> Json:
    said = _task(proposed.task, year, issued_on)
    return {**said, "sentence": proposed.sentence, "line": proposed.line}


def _owners(task: TaskFound) -> Json:
    return {
        "lead_units": list(task.lead_units),
        "lead_leaders": list(task.lead_leaders),
        "participants": list(task.participant_units),
        "participant_leaders": list(task.participant_leaders),
    }


def _further_columns(task: TaskFound) -> Json:
    """Return what a row's further columns say: fields of a row by their names, the others by label."""
    texts, left = parted_extras(task.extras)
    return {**texts, "extras": [[extra.label, extra.text] for extra in left]}


def _doubt(doubt: Doubt) -> Json:
    return {"side": doubt.side, "reason": doubt.reason}


def _unit(unit: UnitFound) -> Json:
    aliases = list(unit.aliases)
    return {"full_name": unit.full_name, "aliases": aliases, "kind": unit.kind, "head": unit.head}


def _owner_word(met: OwnerWord) -> Json:
    return {"word": met.word, "side": met.side, "rows": met.rows}


def _member(member: Member) -> Json:
    said: Json = {"role": member.role, "name": member.name, "post": member.post, "unit": member.unit}
    return said | {"subgroup": member.subgroup}


def _office(group: Group) -> Json:
    return {"unit": group.office_unit, "director": group.office_director}


def _finding(finding: SourceFinding) -> Json:
    return {"code": finding.code, "line": finding.line, "message": finding.message}


def _unread(unread: Unread) -> Json:
    said: Json = {"line": unread.line, "text": unread.text, "taken_for": unread.taken_for}
    return {**said, "mentions": list(unread.mentions)}
