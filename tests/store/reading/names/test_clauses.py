"""Clauses that name who answers for a task without a label."""

import pytest

from store.reading.names.clauses import free_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "市水务局牵头,市财政局、市审计局配合",
            [("lead_units", "市水务局"), ("participant_units", "市财政局、市审计局")],
        ),
        ("省发展改革委会同省水利厅负责", [("lead_units", "省发展改革委"), ("participant_units", "省水利厅")]),
        ("由市水务局牵头负责", [("lead_units", "市水务局")]),
        ("各区按职责分工负责", [("participant_units", "各区")]),
        ("胡军牵头", [("lead_leaders", "胡军")]),
        ("市水务局负责,6月底前完成", [("participant_units", "市水务局"), ("deadline", "6月底前完成")]),
        ("加强监管的同时负责", []),
        ("市水务局牵头,建立台账", []),
        ("市水务局", []),
    ],
)
def test_clauses_without_a_label(text: str, clauses: list[tuple[str, str]]) -> None:
    assert [(clause.field, clause.value) for clause in free_clauses(text)] == clauses
