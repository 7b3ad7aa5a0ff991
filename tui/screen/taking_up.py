"""Taking a list up, and letting it go: what is noted of it, and the sentence where it could not be folded."""

from store.file.task_file import TaskFile
from store.machine.settings import Settings
from store.machine.view_state import ViewState, load_view
from store.machine.whereabouts import remember
from store.progress import Cancelled, Progress, silent
from store.refused import Refused


def taken_up(file: TaskFile, settings: Settings) -> ViewState:
    """Note a list as the one last opened; return what this user saw of it the last time."""
    _note(file)
    return load_view(file.file_id, file.path, settings.rows)


def closed(file: TaskFile, progress: Progress = silent) -> str:
    """Close a list; return why it could not be folded: its changes are in the journal all the same."""
    from store.exchange.noticing import note_seen

    _note(file)
    if not file.read_only:
        note_seen(file)
    try:
        file.close(progress)
    except Cancelled:
        return "修改都已保存在清单旁的日志里，下次打开时并入清单文件。"
    except Refused as refusal:
        return str(refusal)
    return ""


def _note(file: TaskFile) -> None:
    """Note a list as the one last opened, with what the start page says of it."""
    remember(file.path, file.tasks.list_name, len(file.tasks.task_keys))
