"""`read`, `import`, `print`: files in and out, good ones and bad ones."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian

SAMPLE = Path("data/notices/whkjj-2021.txt")


def test_read_says_what_it_understood_and_stores_nothing(yaodian: Yaodian, tmp_path: Path) -> None:
    code, out, err = yaodian("read", SAMPLE)
    assert (code, err) == (0, "")
    for words in (
        "武汉市科学技术局",
        "2021-03-31",
        "机关各处室、局属各单位",
        "亓巍",
        "法制处",
        "未读懂 0 行",
    ):
        assert words in out
    code, out, err = yaodian("read", SAMPLE, "--json")
    assert (code, err) == (0, "")
    assert len(json.loads(out)["roster"]) == 24
    assert "亓巍" in out
    assert list(tmp_path.iterdir()) == []


def test_import_makes_a_list_and_refuses_to_replace_one(yaodian: Yaodian, tmp_path: Path) -> None:
    made = tmp_path / "清单.json"
    code, out, _ = yaodian("import", SAMPLE, "-o", made)
    assert code == 0 and "6 个事项、9 行任务、24 人、15 个单位" in out
    before = made.read_bytes()
    code, out, err = yaodian("import", SAMPLE, "-o", made)
    assert (code, out) == (1, "") and "已有同名文件" in err
    assert made.read_bytes() == before
    assert yaodian("show", "tasks")[0] == 0, "the list just made is the one last opened"


def test_print_writes_the_annex(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    assert yaodian("print", "--format", "text", "-o", tmp_path / "a.txt", "-f", listed)[0] == 0
    assert "牵头单位" in (tmp_path / "a.txt").read_text("utf-8")
    assert yaodian("print", "--format", "docx", "-o", tmp_path / "a.docx", "-f", listed)[0] == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.read("word/document.xml").count(b"<w:vMerge") == 16


def test_print_never_takes_the_place_of_a_list(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    before = listed.read_bytes()
    link = tmp_path / "out.txt"
    link.symlink_to(listed)
    for out in (listed, link, tmp_path / "other.json", f"{listed}.journal"):
        assert yaodian("print", "--format", "text", "-o", out, "-f", listed)[0] == 1
    assert listed.read_bytes() == before


BAD_LISTS = {
    "missing": None,
    "empty": b"",
    "binary": bytes(range(256)),
    "json of another kind": b'{"a": 1}',
    "no json": "这不是清单".encode(),
    "cut off": b'{"meta": {"1": {',
}


@pytest.mark.parametrize("kind", BAD_LISTS)
@pytest.mark.parametrize(
    "words", [("show", "tasks", "--json"), ("assign", "1", "--lead", "平台处"), ("undo",)]
)
def test_a_bad_list_is_a_sentence_and_stays_as_it_was(
    yaodian: Yaodian, tmp_path: Path, kind: str, words: tuple[str, ...]
) -> None:
    bad, content = tmp_path / "坏.json", BAD_LISTS[kind]
    if content is not None:
        bad.write_bytes(content)
    code, out, err = yaodian(*words, "-f", bad)
    assert (code, out) == (1, "")
    assert "坏.json" in err
    assert not bad.exists() if content is None else bad.read_bytes() == content


BAD_NOTICES = {"missing": None, "empty": b"", "binary": b"\x00\x01\x02\xff" * 99, "huge": b"a" * 3_000_000}


@pytest.mark.parametrize("kind", BAD_NOTICES)
def test_a_bad_notice_is_a_sentence_and_makes_no_list(yaodian: Yaodian, tmp_path: Path, kind: str) -> None:
    notice, content = tmp_path / "通知.txt", BAD_NOTICES[kind]
    if content is not None:
        notice.write_bytes(content)
    assert yaodian("read", notice)[:2] == (1, "")
    assert yaodian("import", notice, "-o", tmp_path / "清单.json")[:2] == (1, "")
    assert yaodian("read", tmp_path)[:2] == (1, "")
    assert not (tmp_path / "清单.json").exists()


def test_a_list_that_another_window_holds_can_be_shown_and_not_changed(
    yaodian: Yaodian, listed: Path
) -> None:
    with TaskFile.open(listed):
        assert yaodian("show", "tasks", "-f", listed)[0] == 0
        assert yaodian("print", "--format", "text", "-o", listed.with_suffix(".txt"), "-f", listed)[0] == 0
        code, _, err = yaodian("assign", "1", "--lead", "平台处", "-f", listed)
    assert code == 1 and "示例.json" in err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_can_be_shown_from(yaodian: Yaodian, listed: Path) -> None:
    listed.parent.chmod(0o500)
    try:
        assert yaodian("show", "tasks", "-f", listed)[0] == 0
        assert yaodian("assign", "1", "--lead", "平台处", "-f", listed)[0] == 1
    finally:
        listed.parent.chmod(0o700)


def test_a_text_that_is_no_notice_makes_no_list(yaodian: Yaodian, tmp_path: Path) -> None:
    (tmp_path / "便条.txt").write_text("晚上加班", encoding="utf-8")
    code, _, err = yaodian("import", tmp_path / "便条.txt", "-o", tmp_path / "清单.json")
    assert code == 1 and "没有导入" in err
    assert not (tmp_path / "清单.json").exists()


def test_next_year_makes_a_list_of_chosen_rows_in_a_new_file(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    new = tmp_path / "2022.json"
    code, out, _ = yaodian("next-year", "--rows", "1,3.1-3.3", "--dry-run", "-f", listed)
    assert code == 0 and "市科技局2022年" in out and "4 行，责任照旧，时限清空" in out and "未保存" in out
    assert not new.exists()
    code, out, _ = yaodian("next-year", "--rows", "3.1,3.1-3.2", "--dry-run", "-f", listed)
    assert code == 0 and "2 行，责任照旧" in out, "a row that is named twice is one"
    before = listed.read_bytes()
    code, out, _ = yaodian("next-year", "--rows", "1,3.1-3.3", "-o", new, "-f", listed)
    assert code == 0 and f"已存为 {new}" in out
    assert listed.read_bytes() == before
    code, out, _ = yaodian("show", "tasks", "--json", "-f", new)
    assert [row["row"] for row in json.loads(out)] == ["1", "2.1", "2.2", "2.3"]
    code, _, err = yaodian("next-year", "-o", new, "-f", listed)
    assert code == 1 and "已有同名文件" in err
