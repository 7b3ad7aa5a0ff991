"""A list of things to see to: found by typing, a key for each act."""

from tests.keys import CTRL, DOWN, ENTER, F2, F5, LEFT, PAGE_DOWN, RIGHT, UP
from tests.tui.screen.pilot import ESC, asked
from tui.screen.dialogs.agenda import Agenda, AgendaCursor, AgendaDialog, Chosen
from tui.screen.dialogs.agenda_lines import AgendaEntry, Heading

DEADLINES = Heading("没有时限", "C16 提醒")
ENTRIES = [
    AgendaEntry(1, "第 1 行没有完成时限", DEADLINES, "one"),
    AgendaEntry(2, "没有完成时限", DEADLINES, "two", "第 2 行"),
    AgendaEntry(3, "文号是空的", Heading("文号"), "three"),
]
START = AgendaCursor()


def dialog_at(
    cursor: AgendaCursor = START, entries: list[AgendaEntry[int]] = ENTRIES, open_up_to: int | None = None
) -> AgendaDialog[int]:
    agenda = Agenda(
        "findings",
        "核对",
        "3 提醒",
        "没有发现问题。",
        {"f2": "mend", "f5": "turn", "ctrl+k": "accept"},
        whole=frozenset({"turn"}),
        marks=True,
        open_up_to=open_up_to,
    )
    return AgendaDialog(agenda, entries, cursor)


def done(answer: Chosen[int] | None) -> tuple[str, int | None]:
    """The act, and the thing under the cursor."""
    assert answer
    return answer.act, answer.value


async def test_enter_is_the_first_act_on_the_thing_under_the_cursor() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type(DOWN * 2 + UP * 2 + ENTER)
        assert done(dialog.answer) == ("", 1)


async def test_a_key_does_its_act_and_groups_say_how_many_they_are() -> None:
    async with asked(dialog_at()) as dialog:
        assert dialog.sees("▾ 没有时限  C16 提醒 +2") and dialog.sees("▾ 文号 +1")
        await dialog.type(DOWN * 3 + F2)
        assert done(dialog.answer) == ("mend", 3)


async def test_groups_open_and_close_by_the_arrows() -> None:
    async with asked(dialog_at(open_up_to=1)) as dialog:
        assert dialog.sees("▸ 没有时限  C16 提醒 +2") and not dialog.sees("第 1 行")
        await dialog.type(UP * 2 + RIGHT)
        assert dialog.sees("▾ 没有时限  C16 提醒 +2") and dialog.sees("第 2 行")
        await dialog.type(DOWN * 2 + LEFT)
        assert dialog.sees("▸ 没有时限  C16 提醒 +2") and not dialog.sees("第 2 行")
        await dialog.type(ENTER)
        assert done(dialog.answer) == ("", 1), "the head of a group stands for its first"


async def test_an_act_on_many_takes_the_marked_ones_else_the_group_else_the_thing() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type(CTRL("k"))
        assert dialog.answer and dialog.answer.several == (1,)
    async with asked(dialog_at()) as dialog:
        await dialog.type(UP + CTRL("k"))
        assert dialog.answer and dialog.answer.several == (1, 2)
    async with asked(dialog_at()) as dialog:
        await dialog.type(DOWN + " " + DOWN + " " + UP + CTRL("k"))
        assert dialog.answer and dialog.answer.several == (2, 3)
    async with asked(dialog_at()) as dialog:
        await dialog.type(DOWN * 3 + " " + "C16" + CTRL("k"))
        assert dialog.answer and dialog.answer.several == (1,), "a mark that is not shown is not meant"


async def test_words_narrow_the_list_open_what_they_find_and_are_given_back() -> None:
    async with asked(dialog_at(open_up_to=0)) as dialog:
        await dialog.type("C16第2行")
        await dialog.wait_gone("文号是空的")
        await dialog.type(ENTER)
        assert done(dialog.answer) == ("", 2)
        assert dialog.answer and dialog.answer.cursor.typed == "C16第2行"


async def test_one_comes_back_to_where_one_was_or_to_what_comes_next() -> None:
    back = AgendaCursor(1, ahead=("one", "two", "three"))
    async with asked(dialog_at(back.past())) as dialog:
        await dialog.type(F2)
        assert done(dialog.answer) == ("mend", 2)
    async with asked(dialog_at(back, ENTRIES[1:])) as dialog:
        await dialog.type(F2)
        assert done(dialog.answer) == ("mend", 2), "the first is mended"
    async with asked(dialog_at(AgendaCursor(9, ahead=("gone",)))) as dialog:
        await dialog.type(F2)
        assert done(dialog.answer) == ("mend", 3)


async def test_an_act_that_needs_no_thing_is_done_where_there_is_none() -> None:
    async with asked(dialog_at()) as dialog:
        await dialog.type("没有这样的" + ENTER + F2)
        await dialog.wait_for("没有符合的")
        assert dialog.is_open
        await dialog.type(F5)
        assert done(dialog.answer) == ("turn", None)
        assert dialog.answer and dialog.answer.cursor.typed == "没有这样的"


async def test_an_empty_list_says_so() -> None:
    async with asked(dialog_at(entries=[])) as dialog:
        await dialog.wait_for("没有发现问题")
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_a_long_list_is_gone_through_to_its_end() -> None:
    many = [AgendaEntry(number, f"第 {number} 行", Heading("提醒"), str(number)) for number in range(310)]
    async with asked(dialog_at(entries=many)) as dialog:
        await dialog.type("309")
        await dialog.wait_for("第 309 行")
    async with asked(dialog_at(entries=many)) as dialog:
        await dialog.type(PAGE_DOWN * 40 + F2)
        assert done(dialog.answer) == ("mend", 309)
