"""Templates in the list's file: kept, changed, taken out, taken back, and in words."""

from pathlib import Path

import pytest

from store.acts.templates import keep_template, remove_template, template_named, templates
from store.file.task_file import TaskFile
from store.history.undoing import undo_change
from store.records.describing import describe
from store.refused import Refused
from tests.sample import sample_change


@pytest.fixture
def file(tmp_path: Path) -> TaskFile:
    """The sample as a file."""
    return TaskFile.create(tmp_path / "清单.json", sample_change())


def test_kept_changed_and_taken_out(file: TaskFile) -> None:
    first = file.commit(keep_template(file.tasks, " 局发 ", 'a = "1"'))
    assert first.title == "存打印模板“局发”"
    assert describe(file.tasks, first) == [("打印模板", "（无）", "局发")]
    second = file.commit(keep_template(file.tasks, "局发", 'a = "2"'))
    assert second.title == "改打印模板“局发”"
    assert [template.text for template in templates(file.tasks)] == ['a = "2"']
    assert not keep_template(file.tasks, "局发", 'a = "2"').edits
    file.commit(undo_change(file.tasks, file.history))
    assert template_named(file.tasks, "局发").text == 'a = "1"'
    file.commit(remove_template(file.tasks, "局发"))
    assert templates(file.tasks) == []
    file.commit(undo_change(file.tasks, file.history))
    assert template_named(file.tasks, "局发").text == 'a = "1"'


def test_it_travels_with_the_file(file: TaskFile) -> None:
    file.commit(keep_template(file.tasks, "局发", "# 甲"))
    file.close()
    with TaskFile.open(file.path) as again:
        assert template_named(again.tasks, "局发").text == "# 甲"


def test_a_name_that_is_none_is_refused_with_those_there_are(file: TaskFile) -> None:
    with pytest.raises(Refused, match="还没有模板"):
        template_named(file.tasks, "局发")
    file.commit(keep_template(file.tasks, "局发", ""))
    file.commit(keep_template(file.tasks, "党组发", ""))
    with pytest.raises(Refused, match="现有的模板：党组发、局发"):
        template_named(file.tasks, "处发")
    with pytest.raises(Refused, match="请写明模板的名称"):
        keep_template(file.tasks, " ", "")
