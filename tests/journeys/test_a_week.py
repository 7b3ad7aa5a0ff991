"""A week at the desk: twenty changes by key, command and paste, a handover, a new name, a change withdrawn.

At its end the checks say otherwise than at the import by the set that is written here, each with its act.
Who has which unit is, for every unit that no act named, what the import said.
"""

from pathlib import Path

from data import sample_notice
from store.checks.checker import checked
from store.file.task_file import TaskFile
from store.portfolio.standings import standings
from store.views.findings import findings_view
from tests.journeys.conftest import Saved, Start
from tests.journeys.hands import on_disk, ready
from tests.keys import CTRL, ENTER, ESC, F7, F9, HOME, RIGHT, TAB, UP, paste
from tests.window import Window
from tui.__main__ import main

NAMED = {"成果转化处", "武汉市科技成果转化促进中心", "办公室", "创新平台处", "科技基地处"}
"""The units that the handover, the settling and the new name are about."""

Key = tuple[str, str]
"""A check, and the beginning of what it is about: the row's text, a name."""

ROWS = (
    "深化科技成果",
    "新增省级及以",
    "深入推进“一",
    "加快电子证照",
    "落实政务服务",
    "提升政务服务",
    "赋予科研机构",
    "印发《市科技",
    "按照国家、省",
)

GONE = {
    # All rows got a deadline on Monday.
    *(("C16", row) for row in ROWS),
    # 3.4 has one lead unit since Tuesday.
    ("C02", "提升政务服务"),
}
"""What the checks say no longer, by the act that saw to it."""

COME = {
    # 3.4 was the one row of 转化中心.
    ("C14", "武汉市科技成"),
    # The row that was added on Friday has no number in it, and the work points do not have it.
    ("C17", "按月调度成果"),
    ("C20", "一、实施科技"),
}
"""What they say since; the accepted C19 is said again, as a row came to those it counts."""


def findings(path: Path) -> set[Key]:
    """What the checks find and nobody has accepted; what is late (C29) goes by the day of the test."""
    with TaskFile.open(path, read_only=True) as file:
        found = findings_view(file.tasks, checked(file.tasks))
    told = [one for one in found if not one["accepted"] and one["code"] != "C29"]
    return {(one["code"], one["subject"][:6]) for one in told}


def charges(path: Path) -> dict[str, tuple[str, str]]:
    """Each unit's leader and the grade of what is known, but for those that an act named."""
    with TaskFile.open(path, read_only=True) as file:
        tasks = file.tasks
        known: dict[str, tuple[str, str]] = {}
        for key, standing in standings(tasks).items():
            name = tasks.unit_name(key)
            if name not in NAMED:
                known[name] = tasks.person_name(standing.leader), standing.grade
    return known


def typed(*words: str | Path) -> None:
    """A command of the command line that does what it is told."""
    assert main([str(word) for word in words]) == 0, words


def test_a_week(start: Start, home: Path) -> None:
    notice, path = home / "通知.txt", home / "清单.json"
    notice.write_bytes(sample_notice())
    settings = home / "config" / "yaodian" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('today = "never"\n', encoding="utf-8")  # What is late goes by the day of the test.
    typed("import", notice, "-o", path)
    at_import, charges_then = findings(path), charges(path)

    monday(ready(start(path)), path, home)
    tuesday_to_thursday(path)
    friday(start(path), path, home)

    gone, come = at_import - findings(path), findings(path) - at_import
    assert gone == GONE and come == COME
    assert charges(path) == charges_then


def monday(window: Window, path: Path, home: Path) -> None:
    """Deadlines for all rows, the list on paper, and what was telephoned in."""
    window.write(CTRL("a") + CTRL("u") + "12月底前" + ENTER + ESC)
    on_disk(window, 2)
    window.write(F9 + ENTER)
    on_disk(window, 3)
    assert list(home.glob("*.docx"))
    # Row 4 to 平台处 and back: who has 规划处 stays known.
    window.write(CTRL("l") + "4" + ENTER + HOME + RIGHT * 2 + "pt" + ENTER + UP + "gh" + ENTER)
    on_disk(window, 5)
    assert Saved(path).lead("4") == ("规划处", "徐涛")
    # The lead of the three joined rows to 平台处, and taken back.
    window.write(CTRL("l") + "3.1" + ENTER + HOME + RIGHT * 2 + "pt" + ENTER + CTRL("z"))
    on_disk(window, 7)
    # A participant for row 1, and the same pasted for row 2.
    window.write(CTRL("l") + "1" + ENTER + HOME + RIGHT * 4 + "hz" + ENTER)
    on_disk(window, 8)
    window.write(paste("合作处"))
    on_disk(window, 9)
    window.write(CTRL("q"))
    assert window.exit_code() == 0


def tuesday_to_thursday(path: Path) -> None:
    """By command: a lead less, a unit settled, remarks, a handover with its answer, a new name."""
    of_list = ("-f", path)
    typed("assign", "3.4", "--lead", "法制处", *of_list)
    typed("settle", "办公室", "--leader", "鲁文安", "--basis", "局办公会纪要", *of_list)
    typed("set", "5", "--remark", "与大数据局会商", *of_list)
    typed("set", "2", "--text", "新增省级及以上众创孵化机构45家。", *of_list)
    typed("accept", "C19", "--reason", "分管任务较多,已请示", *of_list)
    answers = ("--units", "成果处,转化中心", "--answer", "3.1-3.3=keep,4=drop")
    typed("handover", "--from", "胡军", "--to", "赵峰", *answers, *of_list)
    typed("rename-unit", "平台处", "--to", "科技基地处", "--alias", "基地处", *of_list)
    typed("assign", "1", "--participants", "合作处,基地处", *of_list)


def friday(window: Window, path: Path, home: Path) -> None:
    """A new row with its lead and its deadline; one change withdrawn; what changed since Monday on paper."""
    window.wait_for("6 事项 9 任务")
    window.write(CTRL("l") + "1" + ENTER + CTRL("n") + "按月调度成果转化进展。" + ENTER)
    on_disk(window, 18)
    window.write(CTRL("l") + "1.2" + ENTER + HOME + RIGHT * 2 + "cg" + ENTER)
    on_disk(window, 19)
    window.write(CTRL("l") + "1.2" + ENTER + CTRL("u") + "每月底" + ENTER)
    on_disk(window, 20)
    # The target of row 2, changed on Wednesday, is withdrawn.
    window.write(F7 + TAB + "45家" + CTRL("z"))
    on_disk(window, 21)
    window.write(CTRL("q"))
    assert window.exit_code() == 0
    compared = home / "对照表.txt"
    sheet = ("--sheet", "changes", "--since", "last-print", "--format", "text", "-o", compared)
    typed("print", *sheet, "-f", path)
    said = "".join(compared.read_text("utf-8").split())
    assert "基地处" in said and "按月调度成果转化进展" in said, "what is otherwise than on Monday's paper"
    assert "45家" not in said and "12月底前" not in said, (
        "nor what was withdrawn, nor what Monday's paper has"
    )
