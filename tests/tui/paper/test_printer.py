"""Handing files to the print system, with commands of our own making first on PATH that record what they are
given.
"""

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.refused import Refused
from tests.windows import FakeWindows
from tui.paper import printer
from tui.paper.printer import Order, Printers, open_path, print_file, print_files, printers

Fake = Callable[..., Path]

_RECORDER = """#!{python} -S
import json, os, sys
words = sys.argv[1:]
is_file = bool(words) and os.path.isfile(words[-1])
size = len(open(words[-1], "rb").read()) if is_file else None
record = {{"words": words, "bytes": size}}
with open({log!r}, "a", encoding="utf-8") as log:
    log.write(json.dumps(record) + "\\n")
sys.stdout.write({says!r})
sys.stderr.write({complains!r})
sys.exit({code})
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """A PATH that holds nothing but the commands that a test makes."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def command(name: str, says: str = "", complains: str = "", code: int = 0) -> Path:
        log = tmp_path / f"{name}.log"
        made = folder / name
        made.write_text(
            _RECORDER.format(python=sys.executable, log=str(log), says=says, complains=complains, code=code),
            "utf-8",
        )
        made.chmod(made.stat().st_mode | stat.S_IXUSR)
        return log

    return command


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "重点任务清单.pdf"
    path.write_bytes(b"%PDF" + bytes(range(256)))
    return path


def records(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_the_file_goes_to_the_default_printer_with_its_title(desk: Fake, sheet: Path) -> None:
    desk("lpstat", says="HP-1020\n")
    (Path(os.environ["PATH"]) / "lpstat").write_text(
        "#!/bin/sh\n[ \"$1\" = -e ] && echo HP-1020 || echo 'system default destination: HP-1020'\n", "utf-8"
    )
    log = desk("lp", says="request id is HP-1020-12 (1 file(s))\n")
    said = print_file(sheet, Order(title="重点任务清单", copies=2, duplex=True))
    assert said == f"已送打印队列（job 12, HP-1020），文件在 {sheet}"
    (record,) = records(log)
    assert record["bytes"] == 260
    assert record["words"][-2:] == ["--", str(sheet)]
    assert record["words"][:4] == ["-n", "2", "-t", "重点任务清单"]
    assert "sides=two-sided-long-edge" in record["words"] and "media=A4" in record["words"]
    assert "-d" not in record["words"]


def test_a_named_printer_and_raw_text(desk: Fake, sheet: Path) -> None:
    log = desk("lp", says="request id is LQ-630K-7 (1 file(s))\n")
    assert "job 7, LQ-630K" in print_file(sheet, Order(printer="LQ-630K", raw=True))
    words = records(log)[0]["words"]
    assert words[words.index("-d") + 1] == "LQ-630K"
    assert "raw" in words and "sides=one-sided" in words


def test_printers_are_those_that_lpstat_names(desk: Fake) -> None:
    desk("lpstat")
    script = """#!/bin/sh
[ "$1" = -e ] && printf 'HP-1020\\nLQ-630K\\n' || echo 'system default destination: LQ-630K'
"""
    (Path(os.environ["PATH"]) / "lpstat").write_text(script, "utf-8")
    assert printers() == Printers(("HP-1020", "LQ-630K"), "LQ-630K")


def test_no_lpstat_and_no_server_are_no_printers(desk: Fake) -> None:
    assert printers() == Printers()
    desk("lpstat", complains="lpstat: Bad file descriptor\n", code=1)
    assert printers() == Printers()
    desk("lpstat", says="no system default destination\n")
    assert printers().default == ""


def test_without_lp_the_file_stays_and_a_sentence_says_so(desk: Fake, sheet: Path) -> None:
    with pytest.raises(Refused, match=rf"没有打印命令 lp.*{sheet.name}"):
        print_file(sheet, Order())
    assert sheet.exists()


def test_without_a_default_printer_nothing_is_sent(desk: Fake, sheet: Path) -> None:
    log = desk("lp")
    desk("lpstat", says="")
    with pytest.raises(Refused, match="没有找到默认打印机"):
        print_file(sheet, Order())
    assert not log.exists()


def test_a_queue_that_refuses_is_quoted_in_one_line(desk: Fake, sheet: Path) -> None:
    desk("lp", complains="lp: Error - The printer or class does\nnot exist.\n", code=1)
    with pytest.raises(
        Refused, match=r"打印系统说 lp: Error - The printer or class does not exist\..*文件已保存到"
    ) as refusal:
        print_file(sheet, Order(printer="没有这台"))
    assert "\n" not in str(refusal.value)
    assert sheet.exists()


def test_on_windows_the_program_of_the_file_prints(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = FakeWindows()
    monkeypatch.setattr(printer, "windows", lambda: windows)
    assert print_file(sheet, Order()) == f"已交给打开“.pdf”文件的程序打印，文件在 {sheet}"
    assert windows.started == [(sheet, "print")]


def test_on_windows_without_a_print_verb_the_file_is_opened(
    sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = FakeWindows(fails=("print",))
    monkeypatch.setattr(printer, "windows", lambda: windows)
    assert "请在打开的窗口中打印" in print_file(sheet, Order())
    assert [verb for _, verb in windows.started] == ["print", "open"]
    windows.fails = ("print", "open")
    with pytest.raises(Refused, match="没有能打开"):
        print_file(sheet, Order())


def test_the_desktop_is_asked_to_open_a_file_only_where_there_is_one(
    desk: Fake, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    desk("xdg-open")
    assert not open_path(sheet)
    monkeypatch.setenv("DISPLAY", ":0")
    assert open_path(sheet)
    (Path(os.environ["PATH"]) / "xdg-open").unlink()
    assert not open_path(sheet)


def test_what_was_sent_and_what_was_not_is_said(desk: Fake, tmp_path: Path) -> None:
    folder = tmp_path / "分解单"
    folder.mkdir()
    files = [folder / f"{name}.pdf" for name in ("甲处", "乙处", "丙处")]
    for file in files:
        file.write_bytes(b"%PDF")
    lp = tmp_path / "bin" / "lp"
    desk("lp")
    lp.write_text('#!/bin/sh\ncase "$*" in *乙处*) echo 没有纸 >&2; exit 1;; esac\n', "utf-8")
    with pytest.raises(Refused) as refused:
        print_files(files, Order("甲"))
    said = str(refused.value)
    assert said.startswith("共 3 个文件，“乙处.pdf”没有送成：") and "没有纸" in said
    assert "此前已送：甲处.pdf。" in said and said.endswith("其后没有送：丙处.pdf。")
    assert print_files(files[::2], Order("甲")).startswith("2 个文件都已送去打印，最后一个：")


def test_a_print_system_that_does_not_answer_has_not_said_that_there_is_no_printer(
    desk: Fake, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("lp")
    desk("lpstat")
    (tmp_path / "bin" / "lpstat").write_text("#!/bin/sh\nexec /bin/sleep 5\n", "utf-8")
    monkeypatch.setattr(printer, "_SECONDS", 0.2)
    with pytest.raises(Refused, match=r"打印系统 0.2 秒内没有回答.*文件已保存") as refused:
        print_file(sheet, Order())
    assert "没有找到" not in str(refused.value)


def test_a_command_that_dies_without_a_word_is_said_to_have_stopped(desk: Fake, sheet: Path) -> None:
    desk("lp", code=9)
    with pytest.raises(Refused, match="打印命令 lp 中途停了"):
        print_file(sheet, Order("甲"))
