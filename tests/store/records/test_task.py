"""A task's text behind its number."""

import pytest

from store.records.task import Task, numbered_text


@pytest.mark.parametrize(
    ("number", "text", "shown"),
    [
        ("1.", "清理河道", "1.清理河道"),
        ("(2)", "清理河道", "(2)清理河道"),
        ("2", "30家企业入库。", "2 30家企业入库。"),
        ("1", "2026年建成平台3个。", "1 2026年建成平台3个。"),
        ("", "30家企业入库。", "30家企业入库。"),
        ("3", "", "3"),
    ],
)
def test_a_number_never_runs_into_a_figure(number: str, text: str, shown: str) -> None:
    assert numbered_text(number, text) == shown
    assert Task("k", number=number, text=text).numbered_text == shown
