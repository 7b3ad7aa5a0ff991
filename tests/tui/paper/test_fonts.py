"""Finding Chinese letters on a machine."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from store.refused import Refused
from tests.sample import sample_list
from tests.tui.paper.font import FONT, SETUP
from tests.tui.paper.reading import pdf_texts
from tui.paper import cut_fonts, fonts, write_each, write_sheets
from tui.paper.fonts import Face, face
from tui.paper.sheets.task_list import task_list_sheet


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


def test_a_file_that_is_no_font_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "passwd").write_text("root:x:0:0", "utf-8")
    with pytest.raises(Refused, match=r"“passwd”不是字体文件"):
        face("text", {}, {"text": str(tmp_path / "passwd")})


def test_a_font_without_chinese_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "latin.ttf"
    latin = Subsetter()
    latin.populate(text="abc 123")
    with TTFont(FONT, fontNumber=0) as font:
        latin.subset(font)
        font.save(path)
    with pytest.raises(Refused, match=r"“latin.ttf”里没有汉字"):
        face("text", {}, {"text": str(path)})


def test_files_of_their_own_share_letters_that_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[Face] = []
    whole = cut_fonts._cut

    def counted(font: Face, codes: Iterable[int], path: Path) -> None:
        cut.append(font)
        whole(font, codes, path)

    monkeypatch.setattr(cut_fonts, "_cut", counted)
    sheet = task_list_sheet(sample_list())
    files, _ = write_each([sheet] * 3, "pdf", tmp_path, SETUP)
    assert cut == [Face(FONT)]
    for file in files:
        assert "牵头单位" in "".join(pdf_texts(file.read_bytes()))
