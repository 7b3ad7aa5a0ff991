"""The titles of notices in a list of files, and what is no notice."""

from pathlib import Path

import pytest

from data import sample_notice
from store.file.task_file import TaskFile
from store.importing.new_list import blank_change
from store.reading import read_file
from store.reading.titles import title_of
from store.refused import Refused

DOCX = Path(__file__).parents[2] / "fixtures" / "made_by_0_1_0" / "notices" / "from_docx.docx"
TITLE = "市科技局关于印发《2021年深化“放管服” 改革优化营商环境的工作要点》的通知"


def test_the_title_of_a_text_is_found_in_its_beginning(tmp_path: Path) -> None:
    for encoding in ("utf-8", "gb18030"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(sample_notice().decode().encode(encoding) + "长。\n".encode(encoding) * 30_000)
        assert title_of(path) == TITLE


def test_the_title_of_a_document_is_found() -> None:
    assert title_of(DOCX) == read_file(DOCX).head.title


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0 old"])
def test_what_cannot_be_read_has_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "坏"
    path.write_bytes(data)
    assert title_of(path) == ""
    assert title_of(tmp_path / "没有") == ""


def test_a_list_is_no_notice_and_other_json_neither(tmp_path: Path) -> None:
    made = tmp_path / "清单.json"
    TaskFile.create(made, blank_change("清单")).close()
    with pytest.raises(Refused, match=r"“清单\.json”是要点的清单文件，不是通知，请直接打开它。"):
        read_file(made)
    (tmp_path / "别的.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Refused, match=r"“别的\.json”不是通知，也不是要点的清单"):
        read_file(tmp_path / "别的.json")
