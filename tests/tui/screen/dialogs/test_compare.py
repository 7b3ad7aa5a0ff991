"""Body against annex: what differs is marked, and one is taken for the other."""

from collections.abc import Callable

from store.checks.two_texts import TwoTexts, texts_of
from store.records.changes import Change
from store.refused import Refused
from tests.keys import ENTER, UP
from tests.sample import sample_list
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.compare import CompareDialog, TextName

PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"


def texts(number: int) -> TwoTexts:
    tasks = sample_list()
    both = texts_of(tasks, tasks.items[number])
    assert both is not None
    return both


def taking(done: list[TextName]) -> Callable[[TextName], Change]:
    def take(text: TextName) -> Change:
        done.append(text)
        if text == "body":
            raise Refused("程序分不清。")
        return Change("正文改从清单", ())

    return take


async def test_both_texts_stand_side_by_side_with_what_differs() -> None:
    async with asked(CompareDialog(texts(4), taking([])), size=WIDE) as dialog:
        for words in ("通知第 15 行", "通知第 67 行", "清单.1 行", "【"):
            await dialog.wait_for(words)
        await dialog.type(PAGE_DOWN + PAGE_UP + ENTER)  # The keys turn the texts, not the choice.
        assert dialog.answer is None


async def test_one_is_taken_for_the_other() -> None:
    done: list[TextName] = []
    async with asked(CompareDialog(texts(4), taking(done)), size=WIDE) as dialog:
        await dialog.type(UP * 2 + ENTER)
        assert dialog.answer is not None and dialog.answer.title == "正文改从清单"
        assert done == ["annex"]


async def test_what_is_refused_is_said_and_can_be_left() -> None:
    async with asked(CompareDialog(texts(2), taking([])), size=WIDE) as dialog:
        await dialog.wait_for("清单.4 行合看")
        await dialog.type(UP + ENTER)
        await dialog.wait_for("程序分不清")
        await dialog.type(ESC)
        assert dialog.answer is None
