"""Where a print goes: a whole file or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.model import Refused
from tests.sample import sample_list
from tui.paper import task_list_sheet, write_sheet


def test_a_print_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    out = tmp_path / "清单.txt"
    out.write_text("旧", encoding="utf-8")
    write_sheet(task_list_sheet(sample_list()), "text", out)
    assert "牵头单位" in out.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [out]


def test_a_failed_print_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "清单.txt"
    out.write_text("旧", encoding="utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refused, match="磁盘已满"):
        write_sheet(task_list_sheet(sample_list()), "text", out)
    assert out.read_text("utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("旧", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to("there.txt")
    write_sheet(task_list_sheet(sample_list()), "text", link)
    assert link.is_symlink()
    assert "牵头单位" in (tmp_path / "there.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["", "none/清单.txt", "名" * 300])
def test_no_place_for_it_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"。$"):
        write_sheet(task_list_sheet(sample_list()), "text", tmp_path / name)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no devices here")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from tests.sample import sample_list; from tui.paper import task_list_sheet, write_sheet;"
        "write_sheet(task_list_sheet(sample_list()), 'text', Path('/dev/stdout'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert "牵头单位" in done.stdout.decode()
