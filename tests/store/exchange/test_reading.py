"""Reading exchange files: whole, or refused with the line."""

from pathlib import Path
from typing import Any

import pytest

from store.exchange.parcel import LARGEST
from store.exchange.problems import NotTaken
from store.exchange.reading import is_exchange_file, read_header, read_parcel
from tests.store.exchange.desks import edited, exchange_bytes, hashes, two_desks

NAME = "清单_PC-03.yaodian"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "U盘").mkdir()
    return tmp_path / "U盘" / NAME


def put(stick: Path, data: bytes) -> Path:
    stick.write_bytes(data)
    return stick


def refusal(path: Path, passphrase: str = "") -> str:
    with pytest.raises(NotTaken) as refused:
        read_parcel(path, passphrase)
    return str(refused.value)


def test_what_was_written_is_read(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    docs = edited(theirs, "已发函", "已回复")
    path = put(stick, exchange_bytes(theirs, docs))
    parcel = read_parcel(path)
    assert is_exchange_file(path)
    assert (list(parcel.docs), list(parcel.hashes)) == (docs, hashes(docs))
    assert parcel.header == read_header(path)
    assert parcel.header.desk_named == "李明 · PC-03"


def test_a_file_cut_at_any_byte_is_refused(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    data = exchange_bytes(theirs, edited(theirs, "已发函", "已回复"))
    for size in range(len(data)):
        said = refusal(put(stick, data[:size]))
        line = data[:size].count(b"\n") + 1
        if size > 20:
            assert said in {incomplete(line), incomplete(line - 1)}


def incomplete(line: int) -> str:
    return f"交换文件不完整（第 {line} 行校验不符），没有并入任何变更，请重新导出。"


def test_a_flipped_byte_is_refused(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    data = exchange_bytes(theirs, edited(theirs, "已发函", "已回复"))
    for place in range(0, len(data), 7):
        for bit in (1, 32, 128):
            refusal(put(stick, data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]))


def test_the_line_that_was_altered_is_named(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    lines = exchange_bytes(theirs, edited(theirs, *map(str, range(50)))).split(b"\n")
    lines[40] = lines[40].replace(b'"by":', b'"by" :')
    assert refusal(put(stick, b"\n".join(lines))) == incomplete(41)


def test_lines_left_out_doubled_or_exchanged_are_refused(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    lines = exchange_bytes(theirs, edited(theirs, "甲", "乙", "丙")).split(b"\n")
    for altered in (
        lines[:2] + lines[3:],
        [*lines[:2], lines[1], *lines[2:]],
        [lines[0], lines[2], lines[1], *lines[3:]],
        [*lines[:-1], b"{}", b""],
        [*lines, b""],
    ):
        assert "校验不符" in refusal(put(stick, b"\n".join(altered)))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"schema": 99, "program": "9.1"}, "由更新版本的要点 9.1 导出（格式 99，本程序"),
        ({"count": 7}, "第 1 行校验不符"),
        ({"have": ["x"]}, "第 1 行校验不符"),
        ({"by": 5}, "第 1 行校验不符"),
    ],
)
def test_a_header_that_says_what_it_cannot(
    tmp_path: Path, stick: Path, said: dict[str, Any], words: str
) -> None:
    _, theirs = two_desks(tmp_path)
    data = exchange_bytes(theirs, edited(theirs, "已发函"), **said)
    assert words in refusal(put(stick, data))


def test_a_newer_form_of_exchange_files_is_refused(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    data = exchange_bytes(theirs, []).replace(b'"yaodian-exchange":1', b'"yaodian-exchange":2')
    assert "请升级程序后再并入" in refusal(put(stick, data))


def test_what_a_header_says_steers_no_terminal(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    path = put(stick, exchange_bytes(theirs, [], by="李\x1b[2J明", title="清\u202e单"))
    header = read_parcel(path).header
    assert (header.by, header.title) == ("李[2J明", "清单")


@pytest.mark.parametrize("data", [b"", b"{}", b"\0" * 99, "通知".encode(), b'{"meta": {}}'])
def test_another_file_is_named_as_such(stick: Path, data: bytes) -> None:
    assert refusal(put(stick, data)) == f"“{NAME}”不是要点的交换文件，也不是清单文件，请另选文件。"
    assert not is_exchange_file(stick)


def test_a_folder_a_link_to_nowhere_and_nothing_are_no_exchange_files(tmp_path: Path) -> None:
    (tmp_path / "链接").symlink_to(tmp_path / "没有")
    for path in (tmp_path, tmp_path / "链接", tmp_path / "没有"):
        assert not is_exchange_file(path)
        assert "不是要点的交换文件" in refusal(path)


def test_a_file_over_64_mb_is_refused_unread(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    put(stick, exchange_bytes(theirs, []))
    with stick.open("r+b") as file:
        file.truncate(LARGEST + 1)
    assert "超过 64 MB" in refusal(stick)


def test_the_passphrase_of_both_sides_is_the_same_or_nothing_is_taken(tmp_path: Path, stick: Path) -> None:
    _, theirs = two_desks(tmp_path)
    docs = edited(theirs, "已发函")
    put(stick, exchange_bytes(theirs, docs, "春风１２"))
    assert read_parcel(stick, "春风12").docs
    for passphrase in ("", "春风13", "x"):
        assert refusal(stick, passphrase).startswith("口令不符，没有并入。")
    put(stick, exchange_bytes(theirs, docs))
    assert refusal(stick, "春风12").startswith("口令不符，没有并入。")
