"""What leaves a list by a stick."""

from datetime import datetime
from pathlib import Path

import pytest

from store.exchange.leaving import Leaving, leaving
from store.exchange.parcel import Header
from store.exchange.peers import hear
from store.exchange.reading import read_parcel
from store.file.task_file import TaskFile
from store.machine.clock import Clock
from store.machine.desks import desk_of
from store.records.changes import hash_of
from tests.store.exchange.desks import edited, two_desks

CLOCK = Clock(lambda: datetime(2026, 10, 21, 16, 2, 11))


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def leaves(path: Path, *, everything: bool = False) -> Leaving:
    with TaskFile.open(path, read_only=True) as file:
        return leaving(file, CLOCK, everything=everything)


def told(path: Path, desk: str, *heads: str) -> None:
    with TaskFile.open(path, read_only=True) as file:
        header = Header(file.file_id, desk=desk, at="2026-10-20", have=heads)
        hear(file.file_id, path, [header], "2026-10-20")


def test_where_nobody_was_heard_of_everything_leaves(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    docs = edited(ours, "甲", "乙")
    found = leaves(ours)
    assert (list(found.docs[1:]), found.known, found.header.since) == (docs, 0, ())


def test_what_the_other_desk_has_stays_here_unless_everything_is_wanted(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    docs = edited(ours, "甲", "乙", "丙")
    told(ours, "d3", hash_of(docs[1]), "f" * 64)
    found = leaves(ours)
    assert (list(found.docs), found.known) == (docs[2:], 3)
    assert found.header.since == (hash_of(docs[1]),)
    assert found.header.have == (hash_of(docs[2]),)
    assert len(leaves(ours, everything=True).docs) == 4


def test_of_two_desks_the_one_that_has_less_counts(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    docs = edited(ours, "甲", "乙", "丙")
    told(ours, "d3", hash_of(docs[2]))
    told(ours, "d5", hash_of(docs[0]))
    assert list(leaves(ours).docs) == docs[1:]


def test_ones_own_desk_counts_for_nothing(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    docs = edited(ours, "甲")
    with TaskFile.open(ours, read_only=True) as file:
        told(ours, desk_of(file.file_id, file.path), hash_of(docs[0]))
    assert len(leaves(ours).docs) == 2


def test_the_file_says_who_it_is_from_and_is_read_back(tmp_path: Path) -> None:
    ours, _ = two_desks(tmp_path)
    edited(ours, "甲")
    found = leaves(ours)
    stick = tmp_path / "U盘"
    stick.mkdir()
    written = found.written(stick, CLOCK, "")
    parcel = read_parcel(written.path)
    assert written.path.name == f"清单_{found.header.machine}_20261021-1602.yaodian"
    assert (parcel.header, parcel.docs) == (found.header, found.docs)
    assert parcel.header.file == "清单.json"
    assert parcel.header.desk
