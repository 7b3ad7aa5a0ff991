"""A notice laid in lines, as a copy out of a PDF has it, says what it says unbroken."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import sample_notice
from store.reading import as_json, read_notice
from store.reading.lost import unaccounted
from tests.examples import most
from tests.store.reading.test_made_up import NOTICES

_NEVER_FIRST = "，。、；：！？）》〉】〕”’,;:!?)"
_TABLES_OF_BARS = {
    "02-tabs-with-blank-cells",
    "15-notes-within-cells-and-unknown-columns",
    "30-owners-before-the-rows",
    "33-units-and-people-in-a-cell",
    "sample",
}
"""Rows of which a line's end may fall on a bar: which cell is empty is then past finding out."""
_GLOSSED = "14-traditional-with-glosses"
"""Readings behind signs, which the wrapping tears."""
_ROSTER_OF_BARS = "34-members-and-liaisons"
"""Rows of people, which a line's end on a bar tears likewise."""

HEAD = ("title", "document_number", "issuer", "issued_on", "addressees", "annexes")
ALL = (*HEAD, "work_points", "tasks", "roster", "group", "group_office")

TEXTS = {path.stem: path.read_text(encoding="utf-8").partition("=====\n")[0] for path in NOTICES}
TEXTS["sample"] = sample_notice().decode()
del TEXTS[_GLOSSED]
del TEXTS[_ROSTER_OF_BARS]

Cut = Callable[[str, int], list[str]]


def by_signs(line: str, width: int) -> list[str]:
    """A line cut after so many signs, whatever stands there."""
    return [line[start : start + width] for start in range(0, max(len(line), 1), width)]


def by_cells(line: str, width: int) -> list[str]:
    """A line cut as a page is: after so many cells, no number torn, no comma at a line's start."""
    lines = [""]
    for token in re.findall(r"[A-Za-z0-9.%]+|.", line):
        is_full = cells(lines[-1] + token) > 2 * width
        if lines[-1] and is_full and token not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += token
    return lines


def cells(text: str) -> int:
    return sum(1 if ord(sign) < 0x2010 else 2 for sign in text)


def wrapped(text: str, width: int, cut: Cut) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        lines += cut(line, width)
    return "\n".join(lines)


def flat(value: Any) -> Any:
    """A value of a reading without blanks and line numbers."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, dict):
        return {key: flat(inner) for key, inner in value.items() if key != "line"}
    return [flat(inner) for inner in value] if isinstance(value, list) else value


def read(text: str) -> dict[str, Any]:
    return as_json(read_notice(text.encode()))


@settings(max_examples=most(120))
@given(st.sampled_from(sorted(TEXTS)), st.integers(24, 60), st.sampled_from([by_signs, by_cells]))
def test_it_says_the_same(name: str, width: int, cut: Cut) -> None:
    whole, broken = read(TEXTS[name]), read(wrapped(TEXTS[name], width, cut))
    keys = [key for key in ALL if key != "tasks" or name not in _TABLES_OF_BARS]
    assert {key: flat(broken[key]) for key in keys} == {key: flat(whole[key]) for key in keys}
    if name not in _TABLES_OF_BARS:
        signs = [finding["message"] for finding in broken["findings"] if finding["code"] in {"R03", "R05"}]
        assert set(signs) <= {finding["message"] for finding in whole["findings"]}
        assert len(broken["unread"]) >= len(whole["unread"])


@settings(max_examples=most(80))
@given(st.sampled_from(sorted(TEXTS)), st.integers(10, 70), st.sampled_from([by_signs, by_cells]))
def test_nothing_is_lost(name: str, width: int, cut: Cut) -> None:
    assert unaccounted(read_notice(wrapped(TEXTS[name], width, cut).encode())) == []


@pytest.mark.parametrize("width", [28, 38, 45])
def test_records_name_their_source_lines(width: int) -> None:
    text = wrapped(TEXTS["01-brackets-of-every-kind"], width, by_signs)
    lines = text.split("\n")
    reading = read_notice(text.encode())
    assert reading.rows
    for row in reading.rows:
        first, last = row.source
        source = "".join(lines[first - 1 : last])
        assert source.startswith(row.number)
        assert flat(row.text.rstrip("。")) in flat(source)
        assert all(unit in source for unit in row.lead_units)
