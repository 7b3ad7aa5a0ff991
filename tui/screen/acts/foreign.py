"""Deciding on what another program wrote into the list: taken over as one change, or set aside."""

import asyncio

from store.acts.preview import change_preview
from store.file.foreign import Foreign
from store.refused import Refused
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.preview_rows import PreviewDialog

_WAYS = (
    Choice("adopt", "采用", about="先看改了哪些行，再作为一次变更“外部修改”存入历史，可撤销"),
    Choice("drop", "放弃", about="恢复成历史里的内容，原文件另存在旁边"),
)


async def decide_foreign(desk: Desk) -> None:
    """Ask what is to become of what another program wrote, and do it."""
    if not desk.file.is_altered:
        desk.say("没有外部修改，清单与历史一致。")
        return
    try:
        foreign = Foreign.of(desk.file)
        said = await _decided(desk, foreign)
    except Refused as refusal:
        desk.warn(str(refusal))
        return
    if said:
        desk.draw_all()
        desk.show_state()
        desk.say(said)
        desk.saver.fold_later()


async def _decided(desk: Desk, foreign: Foreign) -> str:
    """Do what the clerk chooses, and say what was done; empty where he leaves it."""
    count = len(foreign.change.edits)
    way = await desk.choose("外部修改", _WAYS, about=f"别的程序改了 {count} 处，不在历史中。")
    if way == "drop":
        kept = await asyncio.to_thread(desk.file.set_aside, foreign)
        return f"没有采用，已恢复成历史里的内容；原文件另存为“{kept.name}”。"
    if way is None or not await _is_confirmed(desk, foreign):
        return ""
    await asyncio.to_thread(desk.file.take_over, foreign)
    return " ".join(("外部修改已存入历史，Ctrl+Z 可撤销。", *desk.file.left_out))


async def _is_confirmed(desk: Desk, foreign: Foreign) -> bool:
    """Show row by row what would be taken over; Enter takes it."""
    preview = change_preview(foreign.tasks, foreign.change)
    shown = await desk.ask(PreviewDialog(foreign.tasks, lambda _: preview))
    return shown is not None
