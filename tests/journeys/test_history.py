"""Looking back at the keyboard: the history's filters, earlier states, older changes taken back, and the
basis of changes.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from store.records.changes import Change
from tests.journeys.conftest import PACED, Launch, Saved, Start
from tests.journeys.hands import ready
from tests.keys import CTRL, DOWN, ENTER, ESC, F2, F4, F7, F8, F10, TAB
from tests.sample import sample_change


def marked(file: TaskFile, row: str, remark: str, at: str, **more: Any) -> Change:
    """A row's remark set at a time."""
    task = file.tasks.task(file.tasks.rows_named(row)[0])
    return file.commit(replace(set_fields(file.tasks, task, remark=remark), at=at, **more))


@pytest.fixture
def past(home: Path) -> Path:
    """The sample list with a past: imported in October 2024, four changes in November."""
    path = home / "往年.json"
    with TaskFile.create(path, replace(sample_change(), at="2024-10-08T09:00:00+00:00")) as file:
        marked(
            file, "1", "甲", "2024-11-01T09:00:00+00:00", basis="局长办公会纪要", effective_on="2024-12-01"
        )
        marked(file, "2", "乙", "2024-11-02T09:00:00+00:00")
        marked(file, "1", "丙", "2024-11-03T09:00:00+00:00")
        task = file.tasks.task(file.tasks.rows_named("2")[0])
        file.commit(replace(set_fields(file.tasks, task, text="改过的任务"), at="2024-11-04T09:00:00+00:00"))
    return path


def test_the_history_tells_who_where_why_and_from_when(start: Start, past: Path) -> None:
    terminal = ready(start(past))
    terminal.write(F7)
    terminal.wait_for(r"历史：第 1 行 +3 次变更")
    terminal.wait_for(r"第 1 行的备注：甲 → 丙")
    terminal.write(DOWN)
    terminal.wait_for(r"第 1 行的备注：（空） → 甲")
    terminal.wait_for(r"@\S+  2024-11-01 09:00:00  依据：局长办公会纪要  2024-12-01 起生效")
    terminal.write(TAB)
    terminal.wait_for(r"历史：全部 +5 次变更")


@pytest.mark.slow
@PACED
def test_changes_are_found_by_day_and_by_words(start: Start, past: Path, paced: bool) -> None:
    terminal = ready(start(past, size=(80, 24)))
    keys = F7 + TAB + F4 + "２０２４年11月3日" + ENTER
    (terminal.type if paced else terminal.write)(keys)
    terminal.wait_for(r"历史：全部 2024-11-03 起 +2 次变更")
    terminal.write("改过")
    terminal.wait_for("起 +1 次变更")
    terminal.write(ENTER)
    terminal.wait_gone("历史：")
    terminal.write(F7)
    terminal.wait_for(r"历史：第 2 行 +3 次变更")


@pytest.mark.slow
def test_a_day_that_is_none_is_refused_and_asked_again(start: Start, past: Path) -> None:
    terminal = ready(start(past))
    terminal.write(F7 + F4 + "2-30" + ENTER)
    terminal.wait_for("“2-30”没有这一天")
    terminal.write("\x7f" * 4 + ENTER)
    terminal.wait_for(r"历史：第 1 行 +3 次变更")


def test_an_older_change_is_taken_back(start: Start, past: Path) -> None:
    terminal = ready(start(past))
    terminal.write(F7 + TAB + "第 2 行的备注" + CTRL("z"))
    terminal.wait_for("撤销：第 2 行的备注")
    terminal.wait_for("变更 6")
    saved = Saved(past)
    assert (saved.row("2").remark, saved.row("2").text, saved.row("1").remark) == ("", "改过的任务", "丙")


def test_an_older_change_that_was_overwritten_says_by_which(launch: Launch, past: Path) -> None:
    terminal = ready(launch(past))
    terminal.write(F7 + DOWN + CTRL("z"))
    terminal.wait_for(r"第 1 行的备注已被后来的“第 1 行的备注：甲 → 丙”（2024-11-03 09:00）改动")
    terminal.write(ESC)
    terminal.wait_gone("历史：")
    assert len(Saved(past).titles) == 5


@pytest.mark.slow
def test_the_list_after_a_change_is_looked_at_and_not_changed(start: Start, past: Path) -> None:
    terminal = ready(start(past))
    terminal.write(F7 + TAB + DOWN + DOWN + F8)
    terminal.wait_for(r"变更 3 .*● 查看 2024-11-02 09:00 的清单（只读） · Esc 返回")
    terminal.wait_for("重点任务清单 +6 事项 9 任务")
    assert "改过的任务" not in terminal.text
    for keys in ("ptc", F2, CTRL("n"), CTRL("z"), "\x1b[3~", CTRL("r"), CTRL("b"), CTRL("s")):
        terminal.write(keys)
        terminal.wait_for("这是 2024-11-02 09:00 的清单")
        terminal.write(CTRL("c"))
        terminal.wait_for("已复制")
    terminal.write(F4 + "cgc" + ENTER)
    terminal.wait_for("重点任务清单 +只看 成果处")
    terminal.write(ESC)
    ready(terminal)
    terminal.wait_for("改过的任务")
    assert len(Saved(past).titles) == 5


@pytest.mark.slow
@PACED
def test_the_list_of_a_day_is_looked_at_from_the_menu(start: Start, past: Path, paced: bool) -> None:
    terminal = ready(start(past, size=(80, 24)))
    (terminal.type if paced else terminal.write)(F10 + "以前的清单" + ENTER + "2024-11-01" + ENTER)
    terminal.wait_for(r"● 查看 2024-11-01 的清单（只读）")
    terminal.write(ENTER + ESC)
    terminal.wait_for("重点任务清单 +6 事项 9 任务")
    terminal.write(F10 + "以前的清单" + ENTER + "2001-1-1" + ENTER)
    terminal.wait_for("清单从 2024-10-08 09:00 开始有记录")
    terminal.write("\x7f" * 8 + "2999-1-1" + ENTER)
    terminal.wait_for("还没有到")


@pytest.mark.slow
@PACED
def test_one_basis_stands_for_all_that_follows(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    keys = (
        F10
        + "依据"
        + ENTER
        + "2026年12月１日"
        + ENTER
        + "局长办公会纪要〔2026〕3号"
        + ENTER
        + "ptc"
        + ENTER
        + "cgc"
        + ENTER
    )
    (terminal.type if paced else terminal.write)(keys)
    terminal.wait_for("依据：局长办公会纪要〔2026〕3号 · 2026-12-01 起生效 +变更 3 +示例.json")
    terminal.wait_for("第 2 行牵头单位：平台处")
    terminal.write(F10 + "依据" + ENTER)
    terminal.wait_for("生效日期")
    terminal.write("\x7f" * 12 + DOWN + "\x7f" * 30 + ENTER)
    terminal.wait_for("接下来的修改不写依据")
    terminal.write(DOWN + "ptc" + ENTER)
    terminal.wait_for("变更 4")
    terminal.wait_for("已保存")
    reasons = [(change.basis, change.effective_on) for change in Saved(sample).file.history]
    assert reasons == [("", None), *[("局长办公会纪要〔2026〕3号", "2026-12-01")] * 2, ("", None)]


def test_a_standing_day_that_is_none_is_refused(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F10 + "依据" + ENTER + "下周" + ENTER)
    terminal.wait_for("“下周”不是日期")
    terminal.write(ESC)
    terminal.wait_gone("下周")


@PACED
def test_where_settings_say_so_an_edit_asks_for_its_basis(
    start: Start, sample: Path, home: Path, paced: bool
) -> None:
    (home / "config" / "yaodian").mkdir(parents=True)
    (home / "config" / "yaodian" / "settings.toml").write_text("ask_basis = true\n", encoding="utf-8")
    terminal = ready(start(sample))
    (terminal.type if paced else terminal.write)("ptc" + ENTER + "市委督查" + ENTER + "cgc" + ENTER + ENTER)
    terminal.wait_for("第 2 行牵头单位：平台处 → 成果处")
    terminal.wait_for("变更 3")
    terminal.write(CTRL("z"))
    terminal.wait_for("撤销：第 2 行")
    terminal.write("\x1b[3~")
    terminal.wait_for("这次修改的依据")
    terminal.write(ESC)
    terminal.wait_for("已取消，没有改动")
    assert [change.basis for change in Saved(sample).file.history] == ["", "市委督查", "", ""]
    assert Saved(sample).lead("3.1") == ("法制处", "徐涛")
