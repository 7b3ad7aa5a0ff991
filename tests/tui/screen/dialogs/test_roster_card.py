"""The card of a unit, a person or the group's office: its lines are chosen, its texts are read."""

from store.acts.resolving import one_unit_named
from store.records.changes import updated
from tests.keys import DOWN, END, ENTER, F2
from tests.sample import sample_list
from tests.tui.screen.pilot import ESC, WIDE, asked
from tui.screen.dialogs.roster_card import CardLine, RosterCard
from tui.screen.dialogs.roster_lines import office_parts, person_parts, unit_parts

PARTS = [
    [CardLine("text", "", "只读的一行"), CardLine("field", "name", "姓名：胡军")],
    [],
    [CardLine("act", "replace", "人员接替…"), CardLine("row", "r1", "第 1 行")],
]


async def test_the_cursor_begins_at_the_first_line_that_can_be_chosen() -> None:
    async with asked(RosterCard("胡军", PARTS)) as dialog:
        await dialog.wait_for("只读的一行")
        await dialog.type(F2)
        assert dialog.answer == CardLine("field", "name", "姓名：胡军")


async def test_enter_takes_an_act_and_end_a_row() -> None:
    async with asked(RosterCard("胡军", PARTS)) as dialog:
        await dialog.type(DOWN + ENTER)
        assert dialog.answer == CardLine("act", "replace", "人员接替…")
    async with asked(RosterCard("胡军", PARTS)) as dialog:
        await dialog.type(END + ENTER)
        assert dialog.answer == CardLine("row", "r1", "第 1 行")


async def test_it_is_left_without_a_choice() -> None:
    async with asked(RosterCard("胡军", PARTS)) as dialog:
        await dialog.type(ESC)
        assert dialog.answer is None


async def test_the_card_of_a_unit_that_was_merged_says_what_became_of_it() -> None:
    tasks = sample_list()
    unit, heir = one_unit_named(tasks, "创新平台处"), one_unit_named(tasks, "成果转化处")
    tasks.apply(updated(unit, former_names=("平台办",), successors=(heir.key,)))
    parts = unit_parts(tasks, one_unit_named(tasks, "创新平台处"), lambda _, __: ["第 2 行待定"])
    async with asked(RosterCard("创新平台处", parts), size=WIDE) as dialog:
        for words in ("曾用名 +平台办", "承接单位 +成果转化处", "分管领导 +刘红", "第 2 行待定"):
            await dialog.wait_for(words)


async def test_the_cards_of_people_and_of_the_office() -> None:
    tasks = sample_list()
    entry = next(one for one in tasks.roster if tasks.person_name(one.person) == "王建平")
    async with asked(RosterCard("王建平", person_parts(tasks, entry)), size=WIDE) as dialog:
        await dialog.wait_for("负责 +政策法制与创新体系建设处")
        await dialog.wait_for("兼任 +领导小组办公室主任")
        await dialog.wait_for("分管单位 +看不出")
    async with asked(RosterCard("办公室", office_parts(tasks)), size=WIDE) as dialog:
        await dialog.wait_for("办公室主任 +王建平")
