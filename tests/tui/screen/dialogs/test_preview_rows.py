"""An act on many rows before it is done: every row before and after, every question answered in place."""

from store.acts.handover import Handover, handover_preview
from store.acts.preview import Preview
from store.records.tasklist import TaskList
from tests.keys import DOWN, ENTER, LEFT, RIGHT
from tests.sample import sample_list
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.preview_rows import PreviewDialog


def handover(tasks: TaskList) -> Handover:
    giver, taker = (tasks.people_named(name)[0].key for name in ("胡军", "赵峰"))
    return Handover(giver, taker)


def dialog_on(tasks: TaskList, *, may_wait: bool = False) -> PreviewDialog:
    asked_for = handover(tasks)
    return PreviewDialog(
        tasks, lambda answers: handover_preview(tasks, asked_for, answers), may_wait=may_wait
    )


async def test_joined_rows_are_shown_and_asked_about_as_one_and_the_first_question_has_the_cursor() -> None:
    async with asked(dialog_on(sample_list()), size=WIDE) as dialog:
        await dialog.wait_for("共 6 行，2 处要答复，还有 2 处没有答复")
        assert dialog.sees("3.1–3.3  责任单位  合作处 成果处 企业中心 项目中心")
        assert dialog.text.count("〔待答复〕") == 2, "as many as the heading counts"
        await dialog.type(RIGHT)
        assert dialog.text.count("〔去〕") == 1
        await dialog.wait_for("还有 1 处没有答复")
        await dialog.type(ENTER)
        await dialog.wait_for("还有 1 处没有答复：按 ← 留，按 → 去")
        assert dialog.is_open


async def test_an_unanswered_one_is_left_for_the_next() -> None:
    async with asked(dialog_on(sample_list()), size=WIDE) as dialog:
        await dialog.type(ENTER + RIGHT)
        await dialog.wait_for("高新处可能由胡军或刘红分管，胡军留还是去. 〔去〕")
        await dialog.type(ENTER + LEFT)
        await dialog.wait_for("企业中心可能由胡军或赵峰分管，胡军留还是去. 〔留〕")
        await dialog.type(ENTER)
        preview = dialog.answer
        assert preview is not None and list(preview.answers.values()).count("keep") == 3


async def test_all_answered_it_gives_back_what_is_to_be_done() -> None:
    async with asked(dialog_on(sample_list()), size=WIDE) as dialog:
        await dialog.type(RIGHT * 3 + LEFT)
        await dialog.wait_for("都已答复")
        await dialog.type(" ")
        await dialog.wait_for("都已答复")
        await dialog.type(ENTER)
        preview = dialog.answer
        assert preview is not None and not preview.open
        assert sorted(preview.answers.values()) == ["drop"] * 4


async def test_space_turns_an_answer_and_does_nothing_where_none_is_asked() -> None:
    async with asked(dialog_on(sample_list()), size=WIDE) as dialog:
        await dialog.type("l")
        await dialog.wait_for("〔留〕")
        await dialog.type("\x1b[H" + " q")
        await dialog.wait_for("还有 1 处没有答复")
        await dialog.type(DOWN + ESC)
        assert dialog.answer is None


async def test_an_act_that_may_wait_is_kept_with_its_questions_open() -> None:
    async with asked(dialog_on(sample_list(), may_wait=True), size=WIDE) as dialog:
        await dialog.wait_for("Enter 存为预定")
        await dialog.type(ENTER)
        assert dialog.answer is not None and len({one.place for one in dialog.answer.open}) == 4


async def test_what_changes_beside_the_rows_is_shown() -> None:
    tasks = sample_list()
    async with asked(PreviewDialog(tasks, lambda _: Preview("更名", others=("名册:甲 → 乙",)))) as dialog:
        await dialog.wait_for("没有一行要改动")
        await dialog.wait_for("名册:甲 → 乙")
    async with asked(PreviewDialog(tasks, lambda _: Preview("更名"))) as dialog:
        await dialog.type(ENTER)
        assert dialog.answer == Preview("更名")
