"""Files that are not opened, and lists with a journal beside them."""

from pathlib import Path

import pytest

from store.file.problems import FileProblem
from store.file.task_file import TaskFile
from tests.store.small_list import SHORT, abandon, journal_path, new_file, setting


def refused(path: Path, sentence: str, *, read_only: bool = False) -> None:
    """Opening is refused with this in its one sentence, and nothing in the folder changes."""
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    with pytest.raises(FileProblem, match=sentence) as caught:
        TaskFile.open(path, read_only=read_only)
    assert str(caught.value).endswith("。")
    assert str(caught.value).count("。") == 1
    assert {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()} == before


def with_journal(folder: Path, *remarks: str) -> Path:
    """A list whose journal holds these remarks on its first row; the journal's path."""
    file = new_file(folder)
    for text in remarks:
        file.commit(setting(file, remark=text))
    abandon(file)
    return journal_path(folder / SHORT)
