"""A unit split: who takes over each row is answered in place."""

from store.acts.resolving import one_unit_named
from store.acts.unit_split import Split
from store.acts.units import unit_to_be
from store.records.tasklist import TaskList
from tests.keys import DOWN, ENTER, LEFT, RIGHT
from tests.sample import sample_list
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.split_rows import SplitDialog


def split(tasks: TaskList) -> Split:
    unit = one_unit_named(tasks, "创新平台处")
    return Split(unit.key, tuple(unit_to_be(tasks, name, [unit]) for name in ("基地处", "园区处")))


async def test_space_goes_through_the_answers_and_enter_waits_for_all() -> None:
    tasks = sample_list()
    asked_for = split(tasks)
    first, second = (unit.key for unit in asked_for.into)
    async with asked(SplitDialog(tasks, asked_for), size=WIDE) as dialog:
        await dialog.wait_for("共 2 行，还有 2 行没有答复由谁承接")
        await dialog.wait_for("1 基地处  2 园区处")
        await dialog.wait_for("〔待答复〕")
        await dialog.type(" ")
        await dialog.wait_for("平台处 → 基地处")
        await dialog.type(ENTER)
        await dialog.wait_for("还有 1 行没有答复：按空格选由谁承接")
        await dialog.type(LEFT)
        await dialog.wait_for("都已答复")
        await dialog.type(RIGHT + ENTER)
        assert dialog.answer is not None
        assert list(dialog.answer.values()) == [(first,), (first,)]
        assert first != second


async def test_digits_turn_the_parts_of_a_row() -> None:
    tasks = sample_list()
    async with asked(SplitDialog(tasks, split(tasks)), size=WIDE) as dialog:
        await dialog.type("129")
        await dialog.wait_for("平台处 → 基地处 园区处")
        await dialog.type("12")
        await dialog.wait_for("还有 2 行没有答复")
        await dialog.type(DOWN * 3 + " 1" + ESC)
        assert dialog.answer is None
