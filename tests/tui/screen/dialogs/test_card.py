"""The row's card: all of one row, its source lines and its history."""

from pathlib import Path

from store.acts.field_values import set_fields
from store.file.task_file import TaskFile
from tests.keys import DOWN, END, ENTER, F2
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.card import CardDialog


async def test_a_row_with_its_source_and_history(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        row = file.tasks.task_keys[0]
        file.commit(set_fields(file.tasks, file.tasks.task(row), deadline="12月底前"))
        async with asked(CardDialog(file.tasks, file.history, row, "deadline"), size=WIDE) as dialog:
            for words in ("第 1 行  一、实施科技", "出处:通知第 54 行", "历史:2 次变更", "12月底前"):
                await dialog.wait_for(words)
            await dialog.type(F2)
            assert dialog.answer == "deadline"


async def test_a_line_is_chosen_by_enter_and_the_rest_is_read(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        row = file.tasks.task_keys[0]
        async with asked(CardDialog(file.tasks, file.history, row, "unknown"), size=WIDE) as dialog:
            await dialog.type(DOWN + ENTER)
            assert dialog.answer == "text"
        async with asked(CardDialog(file.tasks, file.history, row), size=WIDE) as dialog:
            await dialog.type(END + F2)
            assert dialog.answer == "remark"
        async with asked(CardDialog(file.tasks, file.history, row), size=WIDE) as dialog:
            await dialog.type(ESC)
            assert dialog.answer is None
