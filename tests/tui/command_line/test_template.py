"""`template`, and `print --template`: a bureau's own words from a file into the list and onto paper."""

import json
from pathlib import Path

from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian

OWN = '[page]\nprepared_by = "陈某"\n[handover]\ntitle = "工作交接单"\n'


def test_from_a_file_into_the_list_and_onto_paper(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, "utf-8")
    code, said, err = yaodian("template", "--name", "局发", "--set", own, "-f", listed)
    assert (code, err) == (0, "") and "存打印模板“局发”" in said
    assert "局发" in yaodian("template", "-f", listed)[1]
    assert yaodian("template", "--name", "局发", "-f", listed)[1] == OWN
    yaodian("handover", "--from", "胡军", "--to", "赵峰", "--units", "转化中心", "-f", listed)
    out = tmp_path / "out.txt"
    words = (
        "print",
        "--sheet",
        "handover",
        "--template",
        "局发",
        "--format",
        "text",
        "-o",
        out,
        "-f",
        listed,
    )
    assert yaodian(*words)[0] == 0
    printed = out.read_text("utf-8")
    assert "工作交接单" in printed and "制表：陈某" in printed


def test_what_ships_is_saved_to_be_changed(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    out = tmp_path / "words.toml"
    assert yaodian("template", "--save", out, "-f", listed)[0] == 0
    assert "[notice]" in out.read_text("utf-8")
    code, _, err = yaodian("template", "--save", out, "-f", listed)
    assert code == 1 and "不能保存" in err
    assert yaodian("template", "--name", "局发", "--set", out, "-f", listed)[2] == ""


def test_what_is_wrong_in_it_is_said_and_costs_that_entry(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[notice]\ntitle = "{任务}"\nissuer = "甲局"\n', "utf-8")
    code, _, err = yaodian("template", "--name", "局发", "--set", own, "-f", listed)
    assert code == 0 and "{任务} 不认识" in err
    (held,) = json.loads(yaodian("template", "--json", "-f", listed)[1])
    assert held["name"] == "局发" and len(held["wrong"]) == 1
    out = tmp_path / "out.txt"
    words = ("print", "--sheet", "notice", "--template", "局发", "--format", "text", "-o", out, "-f", listed)
    code, _, err = yaodian(*words)
    assert code == 0 and "{任务} 不认识" in err
    assert "甲局" in out.read_text("utf-8")


def test_a_dry_run_keeps_nothing_and_remove_takes_it_out(
    yaodian: Yaodian, listed: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, "utf-8")
    assert yaodian("template", "--name", "局发", "--set", own, "--dry-run", "-f", listed)[0] == 0
    assert "还没有打印模板" in yaodian("template", "-f", listed)[1]
    yaodian("template", "--name", "局发", "--set", own, "-f", listed)
    assert yaodian("template", "--name", "局发", "--remove", "-f", listed)[0] == 0
    with TaskFile.open(listed, read_only=True) as file:
        assert [change.title for change in file.history][1:] == ["存打印模板“局发”", "删除打印模板“局发”"]


def test_words_that_do_not_go_together_are_refused(yaodian: Yaodian, listed: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(b"\xff\xfe\xff")
    for words, says in (
        (("--set", own), "请用 --name"),
        (("--name", "甲", "--remove"), "没有名为“甲”的模板"),
        (("--name", "甲", "--set", own), "UTF-8"),
        (("--name", "甲", "--set", tmp_path / "none"), "读不了"),
        (("--name", "甲", "--set", own, "--remove"), "不能同时用"),
    ):
        code, _, err = yaodian("template", *words, "-f", listed)
        assert code == 1 and says in err, words
    code, _, err = yaodian(
        "print", "--template", "甲", "--format", "text", "-o", tmp_path / "a.txt", "-f", listed
    )
    assert code == 1 and "没有名为“甲”的模板" in err
