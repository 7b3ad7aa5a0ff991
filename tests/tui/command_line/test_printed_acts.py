"""`print --sheet handover` and `--sheet notice`: by an act, with a bureau's words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian

Printed = Callable[..., str]


@pytest.fixture
def printed(yaodian: Yaodian, listed: Path, tmp_path: Path) -> Printed:
    """What a print writes, as text."""

    def call(*words: str) -> str:
        out = tmp_path / "out.txt"
        code, said, err = yaodian("print", *words, "--format", "text", "-o", out, "-f", listed)
        assert (code, err) == (0, "")
        assert str(out) in said
        return out.read_text("utf-8")

    return call


def test_a_handover_has_its_list_by_the_id_of_its_change(
    yaodian: Yaodian, listed: Path, printed: Printed
) -> None:
    code, _, err = yaodian(
        "print", "--sheet", "handover", "--format", "text", "-o", listed.with_suffix(".txt"), "-f", listed
    )
    assert code == 1 and "还没有分工调整" in err
    yaodian("handover", "--from", "胡军", "--to", "赵峰", "--units", "转化中心", "-f", listed)
    said = printed("--sheet", "handover")
    assert "转化中心由胡军移交赵峰" in said and "监交人：" in said
    with TaskFile.open(listed, read_only=True) as file:
        made = next(change.id for change in file.history if "移交" in change.title)
    again = ("--from", "赵峰", "--to", "刘红", "--units", "转化中心", "--witness", "盛继亮")
    yaodian("handover", *again, "-f", listed)
    assert "监交人：盛继亮" in printed("--sheet", "handover")
    assert "转化中心由胡军移交赵峰" in printed("--sheet", "handover", "--change", made)
    assert "转化中心由赵峰移交刘红" in printed("--sheet", "handover", "--change", "last")
    code, _, err = yaodian(
        "print", "--change", made, "--format", "text", "-o", listed.with_suffix(".txt"), "-f", listed
    )
    assert code == 1 and "--change 只用于 --sheet handover" in err


def test_a_notice_goes_with_its_annex(yaodian: Yaodian, listed: Path, printed: Printed) -> None:
    yaodian("handover", "--from", "胡军", "--to", "赵峰", "--units", "转化中心", "-f", listed)
    said = printed("--sheet", "notice")
    assert "武汉市科学技术局关于调整重点任务分工的通知" in said
    assert said.index("特此通知。") < said.index("附件：") < said.index("调整对照表") < said.index("印发")
