"""The row's card: all of one row, its source lines and its history."""

import re
from pathlib import Path

from store.acts.field_values import set_field_of_rows, set_fields
from store.file.task_file import TaskFile
from tests.keys import DOWN, END, ENTER, F2
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.card import CardDialog, FieldChosen


async def test_a_row_with_its_source_and_history(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        row = file.tasks.task_keys[0]
        file.commit(set_fields(file.tasks, file.tasks.task(row), deadline="12月底前"))
        async with asked(CardDialog(file.tasks, file.history, row, "deadline"), size=WIDE) as dialog:
            for words in ("第 1 行  一、实施科技", "出处 +通知第 54 行", "历史 +2 次变更", "12月底前"):
                await dialog.wait_for(words)
            await dialog.type(F2)
            assert dialog.answer == FieldChosen("deadline")


async def test_a_line_is_chosen_by_enter_and_the_rest_is_read(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        row = file.tasks.task_keys[0]
        async with asked(CardDialog(file.tasks, file.history, row, "unknown"), size=WIDE) as dialog:
            await dialog.type(DOWN + ENTER)
            assert dialog.answer == FieldChosen("text")
        async with asked(CardDialog(file.tasks, file.history, row), size=WIDE) as dialog:
            await dialog.type(END + F2)
            assert dialog.answer == FieldChosen("remark")
        async with asked(CardDialog(file.tasks, file.history, row), size=WIDE) as dialog:
            await dialog.type(ESC)
            assert dialog.answer is None


async def test_typing_on_a_line_begins_its_text(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        async with asked(CardDialog(file.tasks, file.history, file.tasks.task_keys[0], "remark")) as dialog:
            await dialog.type("每")
            assert dialog.answer == FieldChosen("remark", "每")


async def test_the_history_says_each_change_once(sample: Path) -> None:
    with TaskFile.open(sample) as file:
        tasks, row = file.tasks, file.tasks.task_keys[0]
        file.commit(set_fields(tasks, tasks.task(row), deadline="12月底前"))
        file.commit(set_field_of_rows(tasks, tasks.task_keys[:2], "remark", "每月报送"))
        async with asked(CardDialog(tasks, file.history, row), size=(160, 40)) as dialog:
            await dialog.type(END)
            history = re.split("历史 +3 次变更", dialog.text)[1]
            assert history.count("12月底前") == 1
            assert history.count("每月报送") == 1
            assert "完成时限：（空） → 12月底前" in history
