"""What another program wrote into the list, decided on at the screen."""

from pathlib import Path

from tinydb import TinyDB

from store.file.task_file import TaskFile
from store.file.wholeness import verify
from tests.keys import CTRL, ENTER, F10
from tests.tui.screen.pilot import opened


def edited(path: Path) -> None:
    with TinyDB(path, encoding="utf-8", ensure_ascii=False) as db:
        db.table("tasks").update({"remark": "手工写的"}, doc_ids=[1])


async def test_a_foreign_edit_is_taken_over_and_taken_back(sample: Path) -> None:
    edited(sample)
    async with opened(sample) as desk:
        await desk.wait_for("外部修改")
        await desk.type(F10 + "外部修改" + ENTER)
        await desk.wait_for("采用")
        await desk.type(ENTER)
        await desk.wait_for("手工写的")
        await desk.type(ENTER)
        await desk.wait_for("外部修改已存入历史")
        await desk.saved(2)
        await desk.type(CTRL("z"))
        await desk.saved(3)
    assert verify(sample).whole


async def test_it_is_set_aside_and_the_file_is_kept(sample: Path) -> None:
    edited(sample)
    async with opened(sample) as desk:
        await desk.type(F10 + "外部修改" + ENTER)
        await desk.wait_for("采用")
        await desk.type("放弃" + ENTER)
        await desk.wait_for("原文件另存为")
    assert verify(sample).whole
    with TaskFile.open(sample, read_only=True) as file:
        assert len(file.history) == 1 and not file.is_altered


async def test_there_is_nothing_to_decide_in_a_list_of_ours(sample: Path) -> None:
    async with opened(sample) as desk:
        await desk.type(F10 + "外部修改" + ENTER)
        await desk.wait_for("没有外部修改")
