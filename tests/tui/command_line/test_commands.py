"""The commands as a whole: each has its tests, and declares whether it changes a list."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import SAMPLE_NOTICE, sample_notice
from store.file.task_file import TaskFile
from tests.tui.command_line.conftest import Yaodian
from tui.command_line import COMMANDS

HERE = Path(__file__).parent
LIST, NOTICE, NEW = "{list}", "{notice}", "{new}"
WORDS = {
    "read": ("read", NOTICE),
    "import": ("import", NOTICE, "--into", LIST, "--accept", "all"),
    "show": ("show", "tasks", "-f", LIST),
    "assign": ("assign", "1", "--lead", "平台处", "-f", LIST),
    "set": ("set", "2", "--deadline", "6月底前", "-f", LIST),
    "due": ("due", "-f", LIST),
    "bulletin": ("bulletin", "-f", LIST),
    "stats": ("stats", "-f", LIST),
    "today": ("today", "-f", LIST),
    "schedule": ("schedule", "--every", "月", "-f", LIST),
    "measure": ("measure", "2", "--add", "众创孵化机构", "-f", LIST),
    "milestone": ("milestone", "2", "--add", "完成立项", "-f", LIST),
    "report": (*("report", "2", "--unit", "平台处", "--period", "2021-10", "--done", "推进", "-f", LIST),),
    "send-back": (
        *("send-back", "2", "--unit", "平台处", "--period", "2021-10", "--reason", "空", "-f", LIST),
    ),
    "reports": ("reports", "-f", LIST),
    "close": ("close", "2", "--result", "已新增", "-f", LIST),
    "reopen": ("reopen", "2", "--reason", "未验收", "-f", LIST),
    "defer": ("defer", "2", "--to", "2031-12-31", "-f", LIST),
    "alter": ("alter", "2", "--to", "2031-12-31", "-f", LIST),
    "suspend": ("suspend", "2", "-f", LIST),
    "resume": ("resume", "2", "--to", "顺延", "-f", LIST),
    "cancel": ("cancel", "2", "-f", LIST),
    "year": ("year", "2026", "-f", LIST),
    "lights": ("lights", "三亚", "-f", LIST),
    "remind": ("remind", "--unit", "平台处", "--rows", "2", "-f", LIST),
    "answer": ("answer", "催办〔2021〕1号", "-f", LIST),
    "reminders": ("reminders", "--renumber", "-f", LIST),
    "score": ("score", "--rule", "迟报=-0.1,未报=-0.5/2", "-f", LIST),
    "punctuation": ("punctuation", "-f", LIST),
    "settle": ("settle", "企业中心", "--leader", "赵峰", "-f", LIST),
    "handover": ("handover", "--from", "胡军", "--to", "赵峰", "--units", "成果处", "-f", LIST),
    "plans": ("plans", "--cancel", "1", "-f", LIST),
    "check": ("check", "-f", LIST),
    "accept": ("accept", "C02", "--reason", "局长同意", "-f", LIST),
    "questions": ("questions", "-f", LIST),
    "unit": ("unit", "合作处", "--alias", "科技处", "-f", LIST),
    "rename-unit": ("rename-unit", "平台处", "--to", "科技基地处", "-f", LIST),
    "merge-units": ("merge-units", "平台处", "--into", "成果处", "-f", LIST),
    "split-unit": ("split-unit", "平台处", "--into", "基地处,园区处", "-f", LIST),
    "person": ("person", "胡军", "--post", "局党组副书记", "-f", LIST),
    "replace-person": ("replace-person", "王建平", "--by", "李明", "-f", LIST),
    "undo": ("undo", "-f", LIST),
    "redo": ("redo", "-f", LIST),
    "forms": ("forms", "in", NEW, "-f", LIST),
    "next-year": ("next-year", "-o", NEW, "-f", LIST),
    "exchange": ("exchange", "in", NEW, "-f", LIST),
    "conflicts": ("conflicts", "-f", LIST),
    "decide": ("decide", "1", "--take", "甲", "-f", LIST),
    "merge-alike": ("merge-alike", "--take", "all", "-f", LIST),
    "copy": ("copy", "-o", NEW, "-f", LIST),
    "backups": ("backups", "-f", LIST),
    "restore": ("restore", NEW, "-f", LIST),
    "verify": ("verify", LIST),
    "repair": ("repair", LIST),
    "print": ("print", "--format", "text", "-o", f"{NEW}.txt", "-f", LIST),
    "template": ("template", "--remove", "--name", "函", "-f", LIST),
    "adopt": ("adopt", "-f", LIST),
    "self-check": ("self-check",),
    "ruler": ("ruler",),
}
"""Each command as it is typed for a list."""


@pytest.fixture
def typed(yaodian: Yaodian, listed: Path, tmp_path: Path) -> Yaodian:
    """A command of the table, typed for the sample list."""
    notice = tmp_path / SAMPLE_NOTICE
    notice.write_bytes(sample_notice())

    def call(name: str) -> tuple[int, str, str]:
        there = {LIST: str(listed), NOTICE: str(notice), NEW: str(tmp_path / "新.json")}
        words = []
        for word in WORDS[name]:
            for sign, path in there.items():
                word = word.replace(sign, path)
            words.append(word)
        return yaodian(*words)

    return call


def test_the_table_has_every_command() -> None:
    assert WORDS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if command.changes])
def test_what_changes_a_list_is_refused_while_another_has_it_open(
    typed: Yaodian, listed: Path, name: str
) -> None:
    with TaskFile.open(listed):
        code, out, err = typed(name)
    assert (code, out) == (1, "")
    assert "现在只能查看" in err


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not command.changes])
def test_what_only_looks_works_beside_another_and_leaves_the_list_as_it_was(
    typed: Yaodian, listed: Path, name: str
) -> None:
    with TaskFile.open(listed):
        before = listed.read_bytes()
        code, out, err = typed(name)
        assert listed.read_bytes() == before
    assert code == 0 and out
    assert ("这次打印没有记下来" in err) is (name == "print")


def texts(path: Path) -> Iterator[str]:
    """The words of a module's calls and tables."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_each_command_has_a_test_of_its_own() -> None:
    tables = ("test_commands.py", "test_words.py")
    tested: set[str] = set()
    for path in HERE.rglob("test_*.py"):
        if path.name not in tables:
            tested.update(texts(path))
    assert COMMANDS.keys() <= tested
