"""Where things lie on this machine: the documents folder, free names."""

from pathlib import Path


def documents_folder() -> Path:
    """The user's documents folder, made if need be; the home folder where there can be none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return folder


def free_path(path: Path) -> Path:
    """A path, or the first of its numbered siblings (示例 2.json) that is not there yet."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free
