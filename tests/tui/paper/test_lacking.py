"""What is said of letters that a machine has not, before they are missed on paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.paper.font import FONT, FONT_FILES
from tui.paper import fonts, lacking
from tui.paper.lacking import said_of_letters
from tui.paper.setup import PageSetup


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine with no letters but those in one folder."""
    monkeypatch.setattr(fonts, "_folders", lambda: [tmp_path])
    monkeypatch.setenv("PATH", str(tmp_path))
    fonts.installed.cache_clear()
    yield tmp_path
    fonts.installed.cache_clear()


def has(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(lacking, "names_here", lambda: frozenset(names))


def test_a_pdf_says_what_it_takes_instead(bare: Path) -> None:
    shutil.copy(FONT, bare / "simfang.ttf")
    shutil.copy(FONT, bare / "simhei.ttf")
    said = said_of_letters("pdf", PageSetup(fonts={"text": "不存在的字体"}))
    assert said == "这台机器缺字体：方正小标宋简体、楷体_GB2312、不存在的字体、宋体；用 黑体、仿宋 代替。"


def test_letters_of_another_name_stand_in_for_nothing(bare: Path) -> None:
    for name in ("simfang", "simhei", "simkai", "simsun", "fzxbsjw"):
        shutil.copy(FONT, bare / f"{name}.ttf")
    shutil.copy(FONT, bare / "simsun.ttc")
    assert said_of_letters("pdf", PageSetup()) == ""


def test_a_pdf_with_files_of_the_settings_says_nothing(bare: Path) -> None:
    assert said_of_letters("pdf", PageSetup(font_files=FONT_FILES)) == ""


def test_without_any_chinese_letters_the_print_itself_says_so(bare: Path) -> None:
    assert said_of_letters("pdf", PageSetup()) == ""


@pytest.mark.parametrize("format_name", ["docx", "xlsx", "html"])
def test_other_formats_say_what_will_be_seen_here(format_name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch, "宋体", "黑体", "楷体", "Noto Serif CJK SC")
    said = said_of_letters(format_name, PageSetup())
    assert "缺字体：方正小标宋简体、仿宋_GB2312；" in said
    assert "用 宋体 等代替" in said


def test_letters_that_settings_name_are_looked_for_by_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch, *fonts.NAMES.values())
    assert said_of_letters("docx", PageSetup()) == ""
    assert "缺字体：华文中宋；" in said_of_letters("docx", PageSetup(fonts={"title": "华文中宋"}))


def test_a_machine_that_lists_none_and_a_text_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    has(monkeypatch)
    assert said_of_letters("docx", PageSetup()) == ""
    has(monkeypatch, "DejaVu Sans")
    assert "用别的字体代替" in said_of_letters("html", PageSetup())
    assert said_of_letters("text", PageSetup()) == ""
