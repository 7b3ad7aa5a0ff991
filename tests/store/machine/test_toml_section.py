"""A file that people write, entry by entry."""

from pathlib import Path

from store.machine.entries import Entry, number, one_of, text
from store.machine.toml_section import SettingsSection, read_sections

ENTRIES = {
    "colour": Entry(one_of("red", "green"), "red 或 green"),
    "size": Entry(number(1, 10), "1 至 10 的数"),
    "fonts.*": Entry(text),
}


def read(tmp_path: Path, words: str) -> SettingsSection:
    path = tmp_path / "file.toml"
    path.write_text(words, encoding="utf-8")
    section, unread = read_sections(path)
    assert unread == ()
    return section


def test_right_values_are_taken_by_their_dotted_keys(tmp_path: Path) -> None:
    section = read(tmp_path, 'colour = "red"\nsize = 2.5\n[fonts]\ntitle = "黑体"\n')
    assert section.taken(ENTRIES) == ({"colour": "red", "size": 2.5, "fonts.title": "黑体"}, ())


def test_a_wrong_one_is_named_with_its_line_and_what_it_should_be(tmp_path: Path) -> None:
    values, (notice,) = read(tmp_path, 'colour = "red"\n\nsize = 11 # 太大\n').taken(ENTRIES)
    assert values == {"colour": "red"}
    assert "file.toml 第 3 行的 size 应为1 至 10 的数，这一项按默认" in notice


def test_a_section_names_its_entries_in_full(tmp_path: Path) -> None:
    section = read(tmp_path, "[paper]\nsize = 9\n[paper.fonts]\ntext = 3\n").section("paper")
    values, (notice,) = section.taken(ENTRIES)
    assert values == {"size": 9}
    assert "第 4 行的 paper.fonts.text 不认识" in notice


def test_entries_written_in_other_ways_are_found(tmp_path: Path) -> None:
    section = read(tmp_path, 'fonts.title = 1\n"size" = 0\n')
    _, notices = section.taken(ENTRIES)
    assert ["第 1 行的 fonts.title" in notices[0], "第 2 行的 size" in notices[1]] == [True, True]


def test_a_section_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path, "").section("paper").taken(ENTRIES) == ({}, ())
