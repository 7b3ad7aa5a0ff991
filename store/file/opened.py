"""Opening a list for the screen: to change where that can be, else to look at."""

from pathlib import Path

from store.file.problems import NotWritable
from store.file.task_file import TaskFile


def open_list(path: Path) -> TaskFile:
    """Open a list to change it.

    Where another window holds it, or it cannot be written, it is opened to be looked at, with a notice.
    """
    try:
        return TaskFile.open(path)
    except NotWritable as held:
        file = TaskFile.open(path, read_only=True)
        file.held_because = str(held)
        file.notices.append(file.held_because)
        return file
