"""Offering what there is to go back to, where a list that was to be opened is damaged."""

from pathlib import Path

from store.file.problems import FileDamaged
from store.file.repair import Source, restore, sources
from store.file.task_file import TaskFile
from store.machine.whereabouts import free_path
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog


def good_sources(path: Path) -> list[Source]:
    """Return what a damaged list can be restored from; nothing where nothing can be read."""
    try:
        return [source for source in sources(path) if not source.problem]
    except Refused:
        return []


def repair_dialog(damage: FileDamaged, found: list[Source]) -> ChooseDialog[Source]:
    """Make the dialog that asks which of them to restore."""
    choices = [_choice(source) for source in found]
    return ChooseDialog(
        f"“{damage.path.name}”已损坏：选一份恢复成新文件",
        by_names(choices),
        about=f"{damage.damage}；原来的文件都不会改动。",
        placeholder="输入字词筛选",
        keys={"enter": "恢复成新文件并打开"},
    )


def _choice(source: Source) -> Choice[Source]:
    """Return what can be restored: what it is and of when, how much it holds, its last change."""
    written = f"{source.what} {source.written:%Y-%m-%d %H:%M}"
    size = f"{source.rows} 行 {source.changes} 次变更"
    return Choice(source, written, about=f"最后：{source.last_change}", right=size)


def restored(source: Source, path: Path) -> TaskFile:
    """Restore a source to a new file beside the damaged one, and open that."""
    target = free_path(path.with_name(f"{path.stem} 恢复.json"))
    restore(source, target)
    file = TaskFile.open(target)
    file.notices.append(f"从{source.what}恢复，请核对；原文件未动。")
    return file
