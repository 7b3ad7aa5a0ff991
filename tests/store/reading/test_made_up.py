"""Made-up notices of the genre, one a regularity, each with what a clerk reads in it written under it by
hand.

`sections N`; a row a task: number | lead | participants | leaders | deadline, `?` where a question has to
stand; `roster role name post`; `extra label text`; `unread text`.
"""

from pathlib import Path
from typing import Any

import pytest

from store.reading import as_json, read_notice

NOTICES = sorted((Path(__file__).parent / "notices").glob("*.txt"))


def read(path: Path) -> tuple[dict[str, Any], list[str]]:
    text, _, expected = path.read_text(encoding="utf-8").partition("=====\n")
    return as_json(read_notice(text.encode(), path.name)), expected.splitlines()


def row_of(task: dict[str, Any]) -> str:
    asked = [doubt["side"] for doubt in task["doubts"]]
    lead = [*task["lead_units"], *(["?"] if "lead" in asked else [])]
    participants = [*task["participants"], *(["?"] if "participant" in asked else [])]
    leaders = [*task["lead_leaders"], *task["participant_leaders"]]
    cells = [task["number"], *map(" ".join, (lead, participants, leaders)), task["deadline"] or ""]
    return " | ".join(cells)


def squeezed(line: str) -> str:
    return "|".join(cell.strip() for cell in line.split("|"))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_it_is_read_as_a_clerk_reads_it(path: Path) -> None:
    found, expected = read(path)
    said = [f"sections {len(found['work_points'])}"]
    said += [squeezed(row_of(task)) for task in found["tasks"]]
    said += [
        f"roster {person['role']} {person['name']} {person['post']}".strip() for person in found["roster"]
    ]
    said += [f"extra {label} {text}" for task in found["tasks"] for label, text in task["extras"]]
    said += [f"unread {unread['text']}" for unread in found["unread"]]
    assert said == [squeezed(line) for line in expected]
