"""`self-check` and `--about`: whether the program works here, and the page for the technician."""

import json
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian
from tests.tui.paper.reading import docx_tables
from tui.paper import pdf


def test_all_is_tried_and_nothing_stays(yaodian: Yaodian, tmp_path: Path) -> None:
    code, out, err = yaodian("self-check", "-o", tmp_path / "自检.docx")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[-2:] == ["可以使用。", f"已印成 {tmp_path / '自检.docx'}。"]
    for name in ("读通知", "改责任", "印 docx", "印 pdf", "印 xlsx", "印 html", "印 text", "核对历史"):
        assert any(line.startswith(f"✓ {name} ") for line in lines)
    (table,) = docx_tables((tmp_path / "自检.docx").read_bytes())
    said = [text for text, *_ in table.values()]
    at = said.index("读通知")
    assert said[at : at + 3] == ["读通知", "正常", "示例通知读出 9 行任务、15 个单位。"]


def test_what_does_not_work_is_named_and_the_rest_is_tried(
    yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pdf, "_new_file", broken)
    code, out, err = yaodian("self-check", "--json")
    told = json.loads(out)
    assert code == 1 and told["usable"] is False
    assert [one["name"] for one in told["tried"] if not one["works"]] == ["印 pdf"]
    assert "不能使用：印 pdf 有问题，请把以上结果交给维护人员。" in err
    assert "× 印 pdf " in yaodian("self-check")[1]


def test_a_sheet_of_no_known_format_is_refused_before_anything_is_tried(yaodian: Yaodian) -> None:
    code, out, err = yaodian("self-check", "-o", "自检.wps")
    assert code == 1 and "可以使用" not in out
    assert "“自检.wps”不知道印成什么格式，文件名请以 .docx、.pdf、.xlsx、.html、.txt 结尾。" in err


def test_the_page_for_the_technician(yaodian: Yaodian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YAODIAN_HOME", "/media/U盘/yaodian-data")
    code, out, _ = yaodian("--about")
    assert code == 0
    assert "/media/U盘/yaodian-data/config/settings.toml" in out
    assert "安装在本机" in out
    assert "读 PDF " in out and "印 PDF" in out
