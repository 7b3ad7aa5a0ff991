"""`exchange`: two desks and a stick, in words."""

import json
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.tui.command_line.conftest import Yaodian

CLOCK = "2026-10-21"


@dataclass
class Desk:
    """A clerk at a PC: the program, called with the list's copy there, that machine's name and state."""

    yaodian: Yaodian
    patch: pytest.MonkeyPatch
    path: Path
    machine: str
    clerk: str

    def __call__(self, *words: str | Path, today: str = CLOCK) -> tuple[int, str, str]:
        self.patch.setenv("XDG_STATE_HOME", str(self.path.parent / "state"))
        self.patch.setenv("LOGNAME", self.clerk)
        self.patch.setattr(platform, "node", lambda: self.machine)
        return self.yaodian(*words, "-f", self.path, today=today)

    def said(self, *words: str | Path, today: str = CLOCK) -> str:
        code, out, err = self(*words, today=today)
        assert (code, err) == (0, "")
        return out

    def refused(self, *words: str | Path) -> str:
        before = self.path.read_bytes()
        code, out, err = self(*words)
        assert (code, out, self.path.read_bytes()) == (1, "", before)
        return err.strip()

    def shown(self, part: str) -> Any:
        return json.loads(self.said("show", part, "--json"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "U盘").mkdir()
    return tmp_path / "U盘"


@pytest.fixture
def li(yaodian: Yaodian, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "李").mkdir()
    shutil.copy(listed, tmp_path / "李" / "清单.json")
    return Desk(yaodian, monkeypatch, tmp_path / "李" / "清单.json", "PC-03", "李明")


@pytest.fixture
def wang(yaodian: Yaodian, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "王").mkdir()
    shutil.copy(listed, tmp_path / "王" / "清单-副本.json")
    return Desk(yaodian, monkeypatch, tmp_path / "王" / "清单-副本.json", "PC-05", "王芳")


def ids(desk: Desk) -> set[str]:
    """The changes of a list."""
    return {change["id"] for change in desk.shown("history")}


def exported(desk: Desk, stick: Path, *words: str) -> Path:
    """The file that a desk puts on the stick."""
    before = set(stick.iterdir())
    desk.said("exchange", "out", "-d", stick, *words)
    (made,) = set(stick.iterdir()) - before
    return made


def test_out_writes_what_the_other_desk_does_not_have_and_says_when_the_stick_may_go(
    li: Desk, stick: Path
) -> None:
    li.said("set", "2", "--remark", "已发函")
    path = stick / "清单_PC-03_20261021-0900.yaodian"
    said = li.said("exchange", "out", "-d", stick)
    assert said == f"已导出 2 次变更到 {path}，读回核对无误，可以拔出 U 盘。\n"
    header, _, change, end = path.read_text("utf-8").splitlines()
    told = json.loads(header)
    assert list(told)[:4] == ["yaodian-exchange", "file_id", "title", "machine"]
    assert (told["machine"], told["by"], told["file"], told["count"]) == ("PC-03", "李明", "清单.json", 2)
    assert json.loads(change)["edits"][0]["after"] == "已发函"
    assert json.loads(end)["end"] is True
    assert "-2.yaodian" in li.said("exchange", "out", "-d", stick)


def test_each_others_changes_come_in_and_afterwards_both_lists_are_one(
    li: Desk, wang: Desk, stick: Path
) -> None:
    li.said("set", "2", "--remark", "已发函")
    wang.said("set", "3.1", "--remark", "已回复")
    said = wang.said("exchange", "in", exported(li, stick))
    assert said.splitlines()[0] == "并入 1 次变更（PC-03 李明 1）。"
    assert "涉及 1 行：2" in said
    back = exported(wang, stick)
    assert [line[:18] for line in back.read_text("utf-8").splitlines()].count('{"at":"2026-10-21T') == 1
    assert "并入 1 次变更（PC-05 王芳 1）。" in li.said("exchange", "in", back)
    assert li.shown("tasks") == wang.shown("tasks")
    assert ids(li) == ids(wang)
    assert "没有新的变更（对方的 1 次这里都有）。" in li.said("exchange", "in", back)


def test_what_both_changed_is_counted_and_named_and_a_dry_run_says_it_before(
    li: Desk, wang: Desk, stick: Path
) -> None:
    li.said("set", "2", "--remark", "已发函")
    wang.said("set", "2", "--remark", "已回复")
    made = exported(li, stick)
    before = wang.path.read_bytes()
    dry = wang.said("exchange", "in", made, "--dry-run")
    assert wang.path.read_bytes() == before
    assert dry.splitlines() == [
        "将并入 1 次变更（PC-03 李明 1），1 处不一致待定夺。",
        "  2026-10-21  PC-03 李明 1 次",
        *(line for line in dry.splitlines() if line.startswith("涉及")),
        "不一致：2 备注有不一致未定夺",
        "以上没有并入。去掉 --dry-run 即并入。",
    ]
    told = json.loads(wang.said("exchange", "in", made, "--json"))
    assert (told["new"], told["known"], told["from"]) == (1, 1, ["李明 · PC-03 · 清单.json"])
    assert told["conflicts"] == ["2 备注有不一致未定夺"]


def test_desks_are_listed_and_can_be_forgotten(li: Desk, wang: Desk, stick: Path) -> None:
    assert wang.said("exchange", "peers") == "还没有并入过别的电脑的交换文件。\n"
    li.said("set", "2", "--remark", "已发函")
    wang.said("exchange", "in", exported(li, stick), today="2026-10-22")
    head, row = wang.said("exchange", "peers").splitlines()
    assert head.split() == ["序号", "电脑", "对方导出于", "这里并入于"]
    assert row.split("  ")[0] == "1"
    assert "李明 · PC-03 · 清单.json" in row and "2026-10-21 09:00" in row and "2026-10-22 09:00" in row
    (peer,) = json.loads(wang.said("exchange", "peers", "--json"))
    assert (peer["by"], peer["machine"]) == ("李明", "PC-03")
    assert "对方已有的 2 次没有再导出" in wang.said("exchange", "out", "-d", stick)
    assert "已导出 2 次变更" in wang.said("exchange", "out", "-d", stick, "--all")
    assert "不再往来：李明 · PC-03 · 清单.json。" in wang.said("exchange", "peers", "--forget", "1")
    assert wang.said("exchange", "peers") == "还没有并入过别的电脑的交换文件。\n"


def test_a_file_that_is_not_whole_of_another_list_or_too_new_is_refused(
    li: Desk, wang: Desk, stick: Path, yaodian: Yaodian, tmp_path: Path
) -> None:
    for number in range(3):
        li.said("set", "2", "--remark", str(number))
    made = exported(li, stick)
    raw = made.read_bytes()
    made.write_bytes(raw.replace(b"2026-10-21T09:00:00", b"2026-10-22T09:00:00", 2))
    assert "交换文件不完整（第" in wang.refused("exchange", "in", made)
    made.write_bytes(raw[:-1])
    assert "没有并入任何变更，请重新导出。" in wang.refused("exchange", "in", made)
    made.write_bytes(b"".join(raw.splitlines(keepends=True)[:2]))
    assert wang.refused("exchange", "in", made) == (
        "交换文件不完整（第 2 行校验不符），没有并入任何变更，请重新导出。"
    )
    assert "不是要点的交换文件" in wang.refused("exchange", "in", tmp_path / "没有.yaodian")
    yaodian("import", "data/notices/whkjj-2021.txt", "-o", tmp_path / "另.json")
    other = wang.refused("exchange", "in", tmp_path / "另.json")
    assert other.startswith("这是另一份清单（“") and "yaodian import 对方的清单.json --into" in other


def test_two_lists_of_one_notice_are_compared_row_by_row(li: Desk, tmp_path: Path) -> None:
    other = Desk(li.yaodian, li.patch, tmp_path / "另.json", "PC-05", "王芳")
    li.yaodian("import", "data/notices/whkjj-2021.txt", "-o", other.path)
    other.said("set", "2", "--remark", "已回复")
    li.said("set", "1", "--remark", "已发函")
    _, out, _ = li.yaodian("import", other.path, "--into", li.path)
    assert "改动 2 处" in out and "备注：(空) → 已回复" in out.replace("（空）", "(空)")
    code, out, _ = li.yaodian("import", other.path, "--into", li.path, "--accept", "2")
    assert code == 0
    assert [row["remark"] for row in li.shown("tasks")][:2] == ["已发函", "已回复"]


def test_a_copy_of_the_same_list_is_not_compared_but_taken_in(li: Desk, wang: Desk) -> None:
    code, _, err = li.yaodian("import", wang.path, "--into", li.path)
    assert code == 1 and "请用 yaodian exchange in 并入" in err


def test_what_goes_on_from_what_is_not_here_asks_for_all(li: Desk, wang: Desk, stick: Path) -> None:
    li.said("set", "2", "--remark", "甲", today="2026-10-02")
    wang.said("exchange", "in", exported(li, stick))
    li.said("exchange", "in", exported(wang, stick))
    li.said("set", "2", "--remark", "乙", today="2026-10-03")
    later = exported(li, stick)
    third = Desk(wang.yaodian, wang.patch, wang.path.parent / "新.json", "PC-07", "赵六")
    shutil.copy(li.path.parent.parent / "示例.json", third.path)
    assert third.refused("exchange", "in", later) == (
        "缺少更早的变更（PC-03，10月3日前），请对方用 --all 导出。"
    )
    assert "并入 2 次变更" in third.said("exchange", "in", exported(li, stick, "--all"))


def test_a_clock_that_is_ahead_is_asked_about(li: Desk, wang: Desk, stick: Path) -> None:
    li.said("set", "2", "--remark", "甲", today="2027-03-01")
    made = exported(li, stick)
    assert "晚一天以上（最晚 2027-03-01，PC-03）" in wang.refused("exchange", "in", made)
    assert "并入 1 次变更" in wang.said("exchange", "in", made, "--ahead")


def test_a_passphrase_is_the_same_on_both_sides_or_nothing_comes_in(
    li: Desk, wang: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = stick.parent / "config"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    (config / "yaodian").mkdir(parents=True)
    settings = config / "yaodian" / "settings.toml"
    settings.write_text('[exchange]\npassphrase = "春风十里"\n', "utf-8")
    li.said("set", "2", "--remark", "甲")
    made = exported(li, stick)
    settings.write_text('[exchange]\npassphrase = "秋风"\n', "utf-8")
    assert wang.refused("exchange", "in", made).startswith("口令不符，没有并入。")
    settings.unlink()
    assert wang.refused("exchange", "in", made).startswith("口令不符，没有并入。")
    settings.write_text('[exchange]\npassphrase = "春风十里"\n', "utf-8")
    assert "并入 1 次变更" in wang.said("exchange", "in", made)


def test_a_whole_list_comes_in_too(li: Desk, wang: Desk) -> None:
    li.said("set", "2", "--remark", "甲")
    assert "并入 1 次变更（PC-03 李明 1）。" in wang.said("exchange", "in", li.path)


def test_wrong_words(li: Desk, stick: Path) -> None:
    assert "请写明要并入的文件" in li.refused("exchange", "in")
    assert "后面不写文件" in li.refused("exchange", "out", "x.yaodian")
    assert "没有“" in li.refused("exchange", "out", "-d", stick / "没有")
    code, _, err = li("exchange", "swap")
    assert code == 2 and "out、in、undo、peers、keep" in err


def test_a_list_that_has_less_than_before_says_so_until_it_is_mended(
    li: Desk, stick: Path, tmp_path: Path
) -> None:
    for number in range(12):
        li.said("set", "2", "--remark", str(number))
    late = tmp_path / "late.json"
    shutil.copy(li.path, late)
    shutil.copy(tmp_path / "示例.json", li.path)
    for _ in range(2):
        code, _, err = li("show", "units")
        assert code == 0 and err.startswith("这份清单比上次在本机看到的少 12 次变更，")
    li.said("exchange", "in", late)
    assert li("show", "units")[2] == ""
    shutil.copy(tmp_path / "示例.json", li.path)
    assert "以现在的清单（1 次变更）为准" in li.said("exchange", "keep")
    assert li("show", "units")[2] == ""


def test_a_file_beside_the_list_is_offered_once(li: Desk, wang: Desk) -> None:
    li.said("set", "2", "--remark", "甲")
    made = exported(li, wang.path.parent)
    code, _, err = wang("show", "units")
    assert code == 0
    assert err == (
        f"“{made.name}”（李明 · PC-03 · 清单.json）有这里没有的变更，可以并入。并入用 yaodian exchange in {made}。\n"
    )
    assert wang("show", "units")[2] == ""
