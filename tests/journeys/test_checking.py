"""Checks and questions at the keyboard: the count, the lists, going, mending, accepting, answering."""

from pathlib import Path

import pytest

from store.checks.checker import checked
from store.portfolio.standings import standings
from store.records.kept import Acceptance
from store.records.notice import WorkPoint
from tests.journeys.conftest import PACED, Saved, Screen, Start
from tests.journeys.hands import on_disk, send
from tests.keys import CTRL, DELETE, DOWN, ENTER, ESC, F2, F5, TAB, UP


def ready(terminal: Screen) -> Screen:
    terminal.wait_for("6 事项 9 任务 +核对 18 提醒")
    return terminal


def acceptances(path: Path) -> list[Acceptance]:
    tasks = Saved(path).file.tasks
    return list(tasks.all_of(Acceptance))


@pytest.mark.slow
def test_the_count_follows_every_change(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(DELETE)
    terminal.wait_for("核对 1 错误 18 提醒")
    terminal.write(CTRL("z"))
    ready(terminal)
    on_disk(terminal, 3)
    assert Saved(sample).lead("1") == ("成果处", "胡军")


def test_the_count_on_a_small_screen(start: Start, sample: Path) -> None:
    terminal = ready(start(sample, size=(80, 24)))
    terminal.write(F5)
    terminal.wait_for("核对 .*0 错误 · 18 提醒 · 16 说明")
    terminal.wait_for("F5 待定")


@pytest.mark.slow
@PACED
def test_enter_goes_to_the_cell(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + "C02" + ENTER + F2, paced)
    terminal.wait_for("第 3.4 行牵头单位[^:]")
    terminal.wait_for(r"(?s)\* 法制处.*\* 转化中心")


@PACED
def test_f2_on_a_row_without_a_deadline_asks_for_it(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + "C16" + F2 + "6月底前" + ENTER, paced)
    terminal.wait_for("没有完成时限  C16 提醒 +8")
    terminal.write(ESC)
    terminal.wait_for("核对 27 提醒")
    on_disk(terminal, 2)
    assert Saved(sample).row("1").deadline == "6月底前"


@PACED
def test_f2_on_cells_that_do_not_pair_settles_whose_the_unit_is(
    start: Start, sample: Path, paced: bool
) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + "C08" + F2 + "赵峰" + ENTER, paced)
    terminal.wait_for("定下企业中心由赵峰分管")
    terminal.wait_for("核对 15 提醒")
    on_disk(terminal, 2)
    tasks = Saved(sample).file.tasks
    unit = next(one.key for one in tasks.units if "企业科技创新" in one.full_name)
    assert standings(tasks)[unit].grade == "settled"


@pytest.mark.slow
@PACED
def test_accepting_with_a_reason_counts_apart_and_is_undone(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + "C02" + CTRL("k") + "局长同意" + ENTER, paced)
    terminal.wait_for("已认可 1")
    terminal.wait_for("核对 17 提醒")
    on_disk(terminal, 2)
    (held,) = acceptances(sample)
    assert (held.code, held.reason) == ("C02", "局长同意")
    assert held.by and held.at
    terminal.write(ESC + CTRL("z"))
    ready(terminal)
    on_disk(terminal, 3)
    assert acceptances(sample) == []


@pytest.mark.slow
def test_accepted_ones_are_shown_behind_a_key_and_taken_back_there(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + "C02" + CTRL("k") + "局长同意" + ENTER)
    terminal.wait_for("已认可 1")
    terminal.wait_for("没有符合的")
    terminal.write(TAB)
    terminal.wait_for(r"第 3.4 行  C02 [^\n]*\n[^\n]*已认可：局长同意")
    terminal.write(CTRL("k"))
    terminal.wait_gone("▾ 已认可")
    on_disk(terminal, 3)
    assert acceptances(sample) == []


def test_it_comes_back_when_its_facts_change(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + "C02" + CTRL("k") + "局长同意" + ENTER)
    terminal.wait_for("核对 17 提醒")
    terminal.write(ESC)
    terminal.wait_gone("已认可 1")
    terminal.write(F5 + TAB + "C02" + ENTER)
    terminal.wait_gone("已认可 1")
    terminal.write(ENTER)
    terminal.wait_for("第 3.4 行牵头单位[^:]")
    terminal.write("ptc" + " " + ENTER)
    terminal.wait_for(r"第 3.4 行牵头单位：\+平台处")
    terminal.write(F5 + "C02")
    terminal.wait_for("第 3.4 行  牵头单位有 3 个")


def test_an_empty_reason_is_not_taken(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + "C02" + CTRL("k") + ENTER)
    terminal.wait_for("请写明认可的理由")
    assert acceptances(sample) == []


@PACED
def test_body_against_annex_takes_the_annex_and_is_undone(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + "C20五" + F2, paced)
    terminal.wait_for("通知第 15 行")
    terminal.wait_for("通知第 67 行")
    terminal.wait_for("【")
    send(terminal, UP * 2 + ENTER, paced)
    terminal.wait_for("正文改从清单：加快科技诚信体系建设")
    terminal.wait_for("核对 17 提醒")
    on_disk(terminal, 2)
    tasks = Saved(sample).file.tasks
    assert tasks.get(WorkPoint, tasks.items[4].work_point or "").text.startswith("印发《市科技局")
    terminal.write(ESC + CTRL("z"))
    ready(terminal)


@pytest.mark.slow
def test_a_body_is_not_shared_out_over_several_rows(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + "C20三、" + F2)
    terminal.wait_for("4 行合看")
    terminal.write(UP + ENTER)
    terminal.wait_for("这一事项有 4 行，程序分不清")
    terminal.write(ESC)
    terminal.wait_gone("4 行合看")
    assert len(Saved(sample).titles) == 1


@PACED
def test_a_question_is_answered_in_place_and_the_next_comes(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + F5, paced)
    terminal.wait_for("待定 +32 个问题")
    send(terminal, "企业中心" + ENTER + "赵峰" + ENTER, paced)
    terminal.wait_for("待定 +3[01] 个问题")
    on_disk(terminal, 2)
    assert Saved(sample).titles[-1] == "定下企业中心由赵峰分管"


@pytest.mark.slow
def test_f5_turns_to_the_questions_and_back(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + F5)
    terminal.wait_for("待定 +32 个问题")
    terminal.write(F5)
    terminal.wait_for("核对 .*0 错误 · 18 提醒 · 16 说明")


def test_left_as_printed_is_kept(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + F5 + "文号" + ENTER + "没有文号" + ENTER)
    terminal.wait_for("待定 +31 个问题")
    on_disk(terminal, 2)
    assert [(one.code, one.reason) for one in acceptances(sample)] == [("Q06", "没有文号")]
    terminal.write(ESC + CTRL("q"))
    assert terminal.exit_code() == 0
    again = ready(start(sample))
    again.write(F5 + F5)
    again.wait_for("待定 +31 个问题")


@pytest.mark.slow
@PACED
def test_a_document_number_in_ones_own_words(start: Start, sample: Path, paced: bool) -> None:
    terminal = ready(start(sample))
    send(terminal, F5 + F5 + "文号" + ENTER + "武科〔2021〕12号" + ENTER, paced)
    terminal.wait_for("待定 +31 个问题")
    on_disk(terminal, 2)
    assert Saved(sample).file.tasks.notice.document_number == "武科〔2021〕12号"


@pytest.mark.slow
def test_the_members_of_a_collective_are_marked(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + F5 + "相关处室单位" + ENTER + ENTER)
    terminal.wait_for("空格 选或不选")
    terminal.write(" " + DOWN + " " + ENTER)
    terminal.wait_for("待定 +31 个问题")
    on_disk(terminal, 2)
    made = next(one for one in Saved(sample).file.tasks.units if one.kind == "collective")
    assert made.full_name == "相关处室单位" and len(made.members) == 2


@pytest.mark.slow
def test_a_question_leads_to_its_place(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write(F5 + F5 + "二、工作措施" + CTRL("l"))
    terminal.wait_gone("个问题")
    terminal.write(F2)
    terminal.wait_for("工作要点 二、工作措施|编号：二、")


def test_what_was_checked_is_what_a_fresh_look_finds(start: Start, sample: Path) -> None:
    terminal = ready(start(sample))
    terminal.write("ptc" + ENTER + "gxc" + ENTER + DELETE + CTRL("z"))
    terminal.wait_for("撤销：")
    on_disk(terminal, 5)
    counts = checked(Saved(sample).file.tasks).open_counts()
    said = " ".join(f"{count} {name}" for name, count in counts.items() if count and name != "说明")
    terminal.wait_for(f"核对 {said}")
