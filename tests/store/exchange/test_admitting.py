"""Which changes may come in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.exchange.admitting import Known, admitted, refuse_ahead
from store.exchange.parcel import Header, Parcel
from store.exchange.problems import AheadOfClock, NotTaken
from store.file.task_file import TaskFile
from store.records.changes import History, hash_of
from store.records.record import Doc
from tests.made_before import made_lists
from tests.store.exchange.desks import again, edited, hashes, held, two_desks

_ROW = "task00000001"


def parcel(docs: list[Doc]) -> Parcel:
    return Parcel(Header("list"), tuple(docs), tuple(hashes(docs)))


def known(path: Path) -> Known:
    _, docs, _ = held(path)
    return Known.of(History(docs), {})


def tables(path: Path) -> Mapping[str, Mapping[str, Doc]]:
    with TaskFile.open(path, read_only=True) as file:
        return file.tasks.documents.tables


def refusal(docs: list[Doc], ours: Path) -> str:
    with pytest.raises(NotTaken) as refused:
        admitted(parcel(docs), known(ours))
    return str(refused.value)


def test_what_is_here_is_left_out(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    edited(theirs, "已发函", "已回复")
    _, all_of_it, _ = held(theirs)
    found = admitted(parcel(all_of_it), known(ours))
    assert (list(found.docs), found.held) == (all_of_it[1:], 1)
    again_found = admitted(parcel(all_of_it), Known.of(History(all_of_it), {}))
    assert (again_found.docs, again_found.held) == ((), 3)


def test_changes_that_go_on_from_what_is_not_here_are_refused(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    docs = edited(theirs, "甲", "乙", at="2026-10-02T09:00:00+08:00")
    said = "缺少更早的变更（PC-03，10月2日前），请对方用 --all 导出。"
    assert refusal(docs[1:], ours) == said
    assert refusal(docs[::-1], ours) == said
    assert refusal([again(docs[0], parents=[])], ours) == said


def test_a_change_that_is_here_with_other_bytes_is_refused(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    docs = edited(theirs, "甲", "乙")
    _, history, _ = held(ours)
    said = "第 2 行的变更与这里的同一次变更内容不同，有一方被改动过，没有并入任何变更。"
    assert refusal([again(history[0], title="别的")], ours) == said
    assert refusal([docs[0], again(docs[0], title="别的")], ours) == said.replace("第 2", "第 3")


def edit(**values: Any) -> Doc:
    told = {"table": "tasks", "key": _ROW, "field": "remark", "before": "", "after": "甲"}
    return {**told, **values}


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("an unknown field of a change", {"colour": "red"}),
    ("no edits", {"edits": []}),
    ("edits that are none", {"edits": {}}),
    ("no id", {"id": ""}),
    ("a number for a title", {"title": 5}),
    ("a fraction", {"title": 0.5}),
    ("no time", {"at": ""}),
    ("a time that is none", {"at": "昨天"}),
    ("a day that is none", {"effective_on": "2026-02-31"}),
    ("a parent twice", {"parents": ["a" * 64, "a" * 64]}),
    ("an undo of nothing", {"undoes": "nowhere"}),
    ("a redo of nothing", {"redoes": "nowhere"}),
    ("what nobody made", {"edits": [edit(key="nowhere")]}),
    ("an unknown table", {"edits": [edit(table="chairs")]}),
    ("the table of the changes", {"edits": [edit(table="changes", field="title")]}),
    ("an unknown field", {"edits": [edit(field="colour")]}),
    ("the key", {"edits": [edit(field="key", before=_ROW, after="x")]}),
    ("no key", {"edits": [edit(key="")]}),
    ("a wrong type", {"edits": [edit(after=5)]}),
    ("a wrong type before", {"edits": [edit(before=None)]}),
    ("mentions that are none", {"edits": [edit(field="lead_units", before=[], after=["平台处"])]}),
    ("doubts that are none", {"edits": [edit(field="doubts", before=[], after=[{"side": "lead"}])]}),
    ("extras that are none", {"edits": [edit(field="extras", before=[], after=[5])]}),
    ("an edit with more", {"edits": [{**edit(), "colour": "red"}]}),
    ("an edit with less", {"edits": [{"table": "tasks"}]}),
    ("nothing made of nothing", {"edits": [edit(field="", before=None, after=None)]}),
    ("a record under another key", {"edits": [edit(field="", before=None, after={"key": "x"})]}),
    ("a record that is none", {"edits": [edit(field="", before=None, after="x")]}),
    ("a record with more", {"edits": [edit(field="", before=None, after={"key": _ROW, "colour": "red"})]}),
]


@pytest.mark.parametrize(("values"), [values for _, values in WRONG], ids=[name for name, _ in WRONG])
def test_a_change_that_says_what_none_can_is_refused_whole_with_its_line(
    tmp_path: Path, values: dict[str, Any]
) -> None:
    ours, theirs = two_desks(tmp_path)
    good, other = edited(theirs, "甲", "乙")
    bad = again(other, **{"parents": [hash_of(good)], **values})
    said = refusal([good, bad], ours)
    assert said.startswith("第 3 行的变更")
    assert said.endswith("没有并入任何变更；请核对两边程序的版本，再请对方重新导出。")


def test_the_table_and_the_field_are_named(tmp_path: Path) -> None:
    ours, theirs = two_desks(tmp_path)
    (good,) = edited(theirs, "甲")
    said = refusal([again(good, edits=[edit(field="colour")])], ours)
    assert "有本程序不认识的内容（表 tasks 栏 colour）" in said


def test_changes_of_tomorrow_are_asked_about(tmp_path: Path) -> None:
    _, theirs = two_desks(tmp_path)
    now = datetime(2026, 11, 29, 18, 0)
    soon = (now + timedelta(hours=23)).astimezone().isoformat(timespec="seconds")
    refuse_ahead(edited(theirs, "甲", at=soon), now)
    late = "2027-03-01T08:00:00+08:00"
    with pytest.raises(AheadOfClock) as asked:
        refuse_ahead([*edited(theirs, "乙", at=soon), *edited(theirs, "丙", "丁", at=late)], now)
    assert str(asked.value) == (
        "有 2 次变更的时间比本机晚一天以上（最晚 2027-03-01，PC-03），请先核对两台电脑的时钟。"
    )


@pytest.mark.parametrize("made", made_lists(), ids=lambda made: f"{made.parent.name}/{made.stem}")
def test_all_that_an_older_list_holds_may_come_in(made: Path, tmp_path: Path) -> None:
    _, docs, heads = held(made)
    found = admitted(parcel(docs), Known.of(History(docs[:1]), tables(made)))
    assert list(found.docs) == docs[1:]
    assert heads == (hash_of(docs[-1]),)
