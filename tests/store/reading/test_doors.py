"""What is refused at the door, and that every door leads the same way."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.progress import silent
from store.reading import as_json, read_file, read_notice, read_stream
from store.reading.titles import title_of
from store.refused import Refused
from tests.sample import sample_change
from tui.screen.opening import read_pasted

_PATIENCE = 20
"""Seconds after which a refusal that hangs is given up."""


def _said(path: Path, *words: str) -> str:
    """Return what the program says of a file, in a process of its own that cannot hang the tests."""
    call = [sys.executable, "-m", "tui", *words, str(path)]
    run = subprocess.run(call, capture_output=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL)
    assert run.returncode == 1
    return run.stderr.decode("utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "通知.txt"
    os.mkfifo(pipe)
    assert "“通知.txt”是管道或设备" in _said(pipe, "read")
    assert "请选通知文件" in _said(pipe, "import", "--dry-run")
    assert title_of(pipe) == ""


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no devices as files")
def test_a_device_is_refused_at_once() -> None:
    with pytest.raises(Refused, match="“zero”是管道或设备"):
        read_file(Path("/dev/zero"))
    with pytest.raises(Refused, match="“null”是管道或设备"):
        read_file(Path("/dev/null"))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets as files")
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("s.txt")
        with pytest.raises(Refused, match=r"“s\.txt”是管道或设备"):
            read_file(Path("s.txt"))


def test_a_folder_and_what_is_missing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="是一个文件夹，请选其中的通知文件"):
        read_file(tmp_path)
    with pytest.raises(Refused, match="不见了"):
        read_file(tmp_path / "无.txt")
    with pytest.raises(Refused, match="文件名里有不能用的字符"):
        read_file(tmp_path / "\x00.txt")


@pytest.mark.parametrize(
    "name", ["hex", "base64", "zlib", "bz2", "rot13", "no-such", "", "x y", "a/b", "\x00"]
)
def test_a_name_of_no_text_encoding_is_a_sentence(name: str) -> None:
    with pytest.raises(Refused, match="这种文字编码，请写 utf-8、gb18030"):
        read_notice(sample_notice(), "通知.txt", name)
    with pytest.raises(Refused, match="这种文字编码"):
        read_notice(b"PK\x03\x04", "通知.docx", name)


@pytest.mark.parametrize("name", ["utf-7", "idna", "undefined", "ascii", "punycode"])
def test_an_encoding_that_the_text_is_not_in_is_a_sentence(name: str) -> None:
    with pytest.raises(Refused, match="请换一种编码"):
        read_notice(sample_notice(), "通知.txt", name)


def test_pasted_and_piped_text_is_read_as_a_file_is(tmp_path: Path) -> None:
    data = sample_notice()
    path = tmp_path / "通知.txt"
    path.write_bytes(data)
    of_file = as_json(read_file(path))
    assert as_json(read_stream(io.BytesIO(data), "管道")) == of_file
    assert as_json(read_pasted(data.decode("utf-8-sig"), silent)) == of_file
    assert as_json(read_pasted(data.decode("utf-8-sig").replace("\n", "\r"), silent)) == of_file


def test_a_list_and_other_data_is_refused_whatever_way_it_comes(tmp_path: Path) -> None:
    path = tmp_path / "清单.json"
    with TaskFile.create(path, sample_change()):
        pass
    for data, words in (
        (path.read_bytes(), "请直接打开它"),
        (b'{"a": 1}', "请选通知的原文"),
        (b"[1]", "请选通知"),
    ):
        with pytest.raises(Refused, match=words):
            read_stream(io.BytesIO(data), "管道")
        with pytest.raises(Refused, match=words):
            read_pasted(data.decode(), silent)


def test_a_text_in_a_bracket_is_no_data() -> None:
    assert read_notice("[附件]关于清理河道的通知\n一、清河\n".encode()).work_points


def test_a_pipe_is_read_by_the_command(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "tui", "read", "-"]
    run = subprocess.run(call, input=sample_notice(), capture_output=True, timeout=_PATIENCE)
    assert run.returncode == 0
    assert "工作要点" in run.stdout.decode("utf-8")
