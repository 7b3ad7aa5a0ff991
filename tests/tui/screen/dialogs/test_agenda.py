"""A list of things to see to: found by typing, a key for each act."""

from tests.keys import DOWN, ENTER, F2, F5, UP
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs.agenda import AgendaCursor, AgendaDialog, AgendaEntry, AgendaKeys, Chosen

ENTRIES = [
    AgendaEntry(1, "第 1 行没有完成时限", "提醒"),
    AgendaEntry(2, "第 2 行没有完成时限", "提醒"),
    AgendaEntry(3, "文号是空的", "说明"),
]


def dialog_at(
    above: int = 0, typed: str = "", entries: list[AgendaEntry[int]] = ENTRIES
) -> AgendaDialog[int]:
    return AgendaDialog(
        "核对",
        entries,
        AgendaKeys("findings", {"f2": "mend", "f5": "turn"}, frozenset({"turn"})),
        hint="Enter 到该处",
        nothing="没有发现问题。",
        cursor=AgendaCursor(above, typed),
    )


async def test_enter_is_the_first_act_on_the_thing_under_the_cursor() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type(DOWN * 2 + UP + ENTER)
        assert dialog.answer == Chosen("", 2, AgendaCursor(1, ""))


async def test_the_cursor_steps_over_headings_and_a_key_does_its_act() -> None:
    async with asked(dialog_at(1)) as dialog:
        await dialog.type(DOWN + F2)
        assert dialog.answer == Chosen("mend", 3, AgendaCursor(2, ""))


async def test_words_narrow_the_list_and_are_given_back() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type("完成 2")
        await dialog.wait_gone("文号是空的")
        await dialog.type(ENTER)
        assert dialog.answer == Chosen("", 2, AgendaCursor(0, "完成 2"))


async def test_one_comes_back_to_where_one_was() -> None:
    async with asked(dialog_at(9, "完成")) as dialog:
        await dialog.type(F2)
        assert dialog.answer == Chosen("mend", 2, AgendaCursor(1, "完成"))


async def test_an_act_that_needs_no_thing_is_done_where_there_is_none() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type("没有这样的" + ENTER + F2)
        await dialog.wait_for("没有符合的")
        assert dialog.is_open
        await dialog.type(F5)
        assert dialog.answer == Chosen("turn", None, AgendaCursor(0, "没有这样的"))


async def test_an_empty_list_says_so() -> None:
    async with asked(dialog_at(entries=[])) as dialog:
        await dialog.wait_for("没有发现问题")
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_a_long_list_is_cut_with_a_word() -> None:
    many = [AgendaEntry(number, f"第 {number} 行", "提醒") for number in range(310)]
    async with asked(dialog_at(entries=many)) as dialog:
        await dialog.type("309")
        await dialog.wait_for("第 309 行")
    async with asked(dialog_at(entries=many)) as dialog:
        await dialog.type(UP + F2)
        assert dialog.answer == Chosen("mend", 299, AgendaCursor(299, ""))
    async with asked(dialog_at(299, entries=many)) as dialog:
        await dialog.type(F2)
        assert dialog.answer == Chosen("mend", 299, AgendaCursor(299, ""))
