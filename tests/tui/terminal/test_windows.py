"""The console of Windows, by a Windows of our own: what it is asked, and what comes of the answers."""

import io
import re

import pytest

from store.machine import folders
from store.machine.windows import Windows
from tests.pty import ROOT
from tests.windows import FakeWindows
from tui.terminal import environment, probe, refusal, widths
from tui.terminal.line_filter import ScreenFilter


@pytest.mark.parametrize(
    ("wide", "in_terminal", "cells", "frames"),
    [
        pytest.param("", False, 1, False, id="Consolas"),
        pytest.param("“│─", False, 2, True, id="SimSun"),
        pytest.param("│", False, 1, True, id="wide frames alone"),
        pytest.param("│", True, 1, False, id="Windows Terminal is not asked"),
        pytest.param("“", True, 2, False, id="Windows Terminal set to wide"),
    ],
)
def test_the_console_is_asked_as_its_font_draws(
    monkeypatch: pytest.MonkeyPatch, wide: str, in_terminal: bool, cells: int, frames: bool
) -> None:
    monkeypatch.setattr(probe, "windows", lambda: FakeWindows(wide))
    monkeypatch.delenv("WT_SESSION", raising=False)
    if in_terminal:
        monkeypatch.setenv("WT_SESSION", "1")
    answer = probe.ask("gbk")
    assert answer == probe.ProbeAnswer("utf-8", cells, has_wide_frames=frames)


def test_without_a_console_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "windows", lambda: FakeWindows(has_console=False))
    assert probe.ask("utf-8").cells is None


def test_wide_frames_alone_are_drawn_in_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(widths.FRAMES, "ascii")
    assert not widths.is_wide() and widths.draws_in_ascii()
    assert ScreenFilter()._table[ord("│")] == "|"


@pytest.mark.parametrize(("is_legacy", "said"), [(True, "Use legacy console"), (False, "")])
def test_a_console_in_legacy_mode_is_told_what_to_switch_off(
    monkeypatch: pytest.MonkeyPatch, is_legacy: bool, said: str
) -> None:
    windows: Windows = FakeWindows(is_legacy=is_legacy)
    monkeypatch.setattr(environment, "windows", lambda: windows)
    monkeypatch.setattr(environment, "_is_terminal", lambda stream: isinstance(stream, io.TextIOBase))
    monkeypatch.delenv("TERM", raising=False)
    refused = refusal() or ""
    assert said in refused and bool(refused) == is_legacy
    assert "旧版" in refused or not is_legacy


def test_the_drives_are_those_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "windows", FakeWindows)
    assert folders.drives() == ["C:\\", "E:\\"]


def test_the_launcher_can_be_read_by_cmd_in_any_code_page() -> None:
    """It was not run: there is no Windows here. Its labels are found only where lines end as on Windows."""
    launcher = (ROOT / "yaodian.cmd").read_bytes()
    assert launcher.isascii()
    assert launcher.count(b"\n") == launcher.count(b"\r\n")
    wanted = set(re.findall(rb"(?:goto|call :)\s*(\w+)", launcher))
    assert wanted == set(re.findall(rb"^:(\w+)", launcher, re.MULTILINE))
