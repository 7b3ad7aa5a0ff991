"""措施 on the screen: read on the card, written there, found by its words, and taken back; a column of its
own list.
"""

from pathlib import Path

from store.file.task_file import TaskFile
from store.importing.new_list import import_change
from store.reading import read_notice
from tests.keys import CTRL, DOWN, ENTER, F2, F3
from tests.made_before import copied
from tests.tui.screen.pilot import ESC, WIDE, opened, row

MADE = Path(__file__).parents[3] / "fixtures" / "made_by_0_1_0"
OLD = MADE / "taken_over" / "further_columns.json"
NOTICE = MADE / "taken_over" / "measures_apart.txt"


async def test_it_is_written_on_the_card_found_and_taken_back(tmp_path: Path) -> None:
    async with opened(copied(OLD, tmp_path), size=WIDE) as desk:
        await desk.type(F3 + "落实要素" + ENTER + ENTER)
        await desk.wait_for(r"措施 +（空）")
        await desk.type(DOWN * 7 + F2)
        await desk.wait_for("第 3 行的措施")
        await desk.type("每月会商。" + CTRL("s"))
        await desk.wait_for("措施 +每月会商。")
        await desk.type(ESC + F3 + "会商")
        await desk.wait_for("任务  3  措施：每月会商。 +落实要素保障")
        await desk.type(ESC + CTRL("z"))
        await desk.wait_for("撤销：第 3 行的措施")
        assert row(desk.file, "3").measures == ""


async def test_it_is_a_column_of_a_list_whose_notice_has_it(tmp_path: Path) -> None:
    path = tmp_path / "清单.json"
    with TaskFile.create(path, import_change(read_notice(NOTICE.read_bytes(), NOTICE.name))):
        pass
    async with opened(path, size=WIDE) as desk:
        await desk.wait_for("工作措施")
        await desk.wait_for("建立项目专")
