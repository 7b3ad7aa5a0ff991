"""What a file holds is kept once in memory, though the file has most of it twice."""

from pathlib import Path

from store.file.contents import parse
from store.file.task_file import TaskFile
from tests.sample import sample_change


def test_a_record_that_is_as_it_was_made_is_the_document_of_its_change(tmp_path: Path) -> None:
    path = tmp_path / "示例.json"
    TaskFile.create(path, sample_change()).close()
    contents = parse(path.read_bytes(), path)
    (change,) = contents.changes
    made = {(edit["table"], edit["key"]): edit["after"] for edit in change["edits"]}
    count = 0
    for table, docs in contents.tables.items():
        for key, doc in docs.items():
            count += 1
            assert doc is made[table, key]
            assert key is doc["key"], "a key of the document that was let go would hold its memory"
    assert count > 20
