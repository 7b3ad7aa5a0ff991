"""Finding Chinese letters on a machine."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from store.refused import Refused
from tests.sample import sample_list
from tests.tui.paper.font import FONT
from tui.paper import fonts, task_list_sheet, write_sheets
from tui.paper.fonts import Face, face


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A machine with no fonts but those in one folder."""
    folder = tmp_path / "Fonts"
    folder.mkdir()
    monkeypatch.setattr(fonts, "_folders", lambda: [folder])
    monkeypatch.setenv("PATH", str(tmp_path))
    fonts.installed.cache_clear()
    yield folder
    fonts.installed.cache_clear()


def restricted(path: Path) -> Path:
    with TTFont(FONT, fontNumber=0) as font:
        font["OS/2"].fsType = 2
        font.save(path)
    return path


def test_a_file_known_by_its_name_is_found(bare: Path) -> None:
    shutil.copy(FONT, bare / "simfang.TTF")
    assert face("text", {}, {}) == Face(bare / "simfang.TTF", 0)


def test_a_roles_own_letters_come_first_and_others_stand_in(bare: Path) -> None:
    shutil.copy(FONT, bare / "simfang.ttf")
    shutil.copy(FONT, bare / "simhei.ttf")
    assert face("text", {}, {}).path.name == "simfang.ttf"
    assert face("strong", {}, {}).path.name == "simhei.ttf"
    assert face("title", {}, {}).path.name == "simhei.ttf"
    assert face("text", {"text": "黑体"}, {}).path.name == "simhei.ttf"


def test_what_fontconfig_lists_is_found(bare: Path, tmp_path: Path) -> None:
    shutil.copy(FONT, bare / "odd.ttc")
    program = tmp_path / "fc-list"
    program.write_text(
        f"#!/bin/sh\necho '{bare / 'odd.ttc'}: 仿宋_GB2312,FangSong_GB2312:style=Regular:index=1'\n", "utf-8"
    )
    program.chmod(0o755)
    assert face("text", {}, {}) == Face(bare / "odd.ttc", 1)


def test_letters_that_may_not_be_embedded_are_passed_over(bare: Path) -> None:
    restricted(bare / "simfang.ttf")
    shutil.copy(FONT, bare / "simsun.ttc")
    assert face("text", {}, {}).path.name == "simsun.ttc"
    with pytest.raises(Refused, match=r"不许嵌入"):
        face("text", {}, {"text": str(bare / "simfang.ttf")})


def test_no_font_at_all_is_a_sentence_and_no_file(bare: Path, tmp_path: Path) -> None:
    (bare / "simsun.ttc").write_bytes(b"not a font")
    with pytest.raises(Refused, match=r"没有找到中文字体.*docx。$"):
        write_sheets([task_list_sheet(sample_list())], "pdf", tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_a_file_that_settings_name_and_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"font_files"):
        face("text", {}, {"text": str(tmp_path / "none.ttf")})
