"""Where “ takes two cells, what stands in columns begins in one column all the same."""

import sys
from pathlib import Path

from data import SAMPLE_NOTICE, sample_notice
from tests.keys import ENTER, F10
from tests.pty import ROOT, Terminal


def wide(folders: dict[str, str], size: tuple[int, int], *args: Path) -> Terminal:
    """The program in a terminal that gives “ two cells."""
    return Terminal([sys.executable, "-m", "tui", *map(str, args)], size, folders, ROOT, ambiguous=2)


def columns_of(terminal: Terminal, *texts: str) -> set[int]:
    """The columns at which some texts begin, each of which must be seen."""
    found: set[int] = set()
    for text in texts:
        columns = terminal.columns_of(text)
        assert columns, f"{text} is nowhere"
        found.update(columns)
    return found


def test_the_start_page(folders: dict[str, str]) -> None:
    with wide(folders, (80, 24)) as terminal:
        terminal.wait_for("打开示例")
        terminal.wait_for("快速入门")
        terminal.settle()
        assert (
            len(columns_of(terminal, "从通知读出清单", "选文件夹里的清单", "从空白开始", "市科技局 2021"))
            == 1
        )
        assert not terminal.overflows


def test_the_settings(folders: dict[str, str], sample: Path) -> None:
    with wide(folders, (80, 24), sample) as terminal:
        terminal.wait_for("3.1")
        terminal.write(F10 + "设置" + ENTER)
        terminal.wait_for("清单旁边的“清单名")
        terminal.settle()
        values = ("墨（深色）", "自动探测", "清单旁边的“清单名")
        assert len(columns_of(terminal, *values)) == 1
        assert not terminal.overflows


def test_the_preview_of_an_import(folders: dict[str, str], home: Path) -> None:
    notice = home / SAMPLE_NOTICE
    notice.write_bytes(sample_notice())
    with wide(folders, (120, 40), notice) as terminal:
        terminal.wait_for("工作要点 3 部分")
        terminal.settle()
        source = (
            "机关各处室、局属各单位",
            "为全面贯彻落实国家和省市关于",
            "武汉市科学技术局",
            "以习近平新时代",
        )
        assert len(columns_of(terminal, *source)) == 1
        assert not terminal.overflows
