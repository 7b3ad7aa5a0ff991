"""Where a print goes: a whole file or none."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.progress import Cancelled
from store.refused import Refused
from tests.sample import sample_list
from tests.tui.paper.font import SETUP
from tests.tui.paper.grids import thousand
from tui.paper import FORMATS, write_sheets
from tui.paper.sheets.task_list import task_list_sheet


def test_a_print_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    out = tmp_path / "清单.txt"
    out.write_text("旧", encoding="utf-8")
    write_sheets([task_list_sheet(sample_list())], "text", out)
    assert "牵头单位" in out.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [out]


def test_a_failed_print_leaves_the_last_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "清单.txt"
    out.write_text("旧", encoding="utf-8")

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Refused, match="磁盘已满"):
        write_sheets([task_list_sheet(sample_list())], "text", out)
    assert out.read_text("utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("旧", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to("there.txt")
    write_sheets([task_list_sheet(sample_list())], "text", link)
    assert link.is_symlink()
    assert "牵头单位" in (tmp_path / "there.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["", "none/清单.txt", "名" * 300])
def test_no_place_for_it_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"。$"):
        write_sheets([task_list_sheet(sample_list())], "text", tmp_path / name)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no devices here")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    program = (
        "from pathlib import Path; from tests.sample import sample_list;"
        "from tui.paper import write_sheets;"
        "from tui.paper.sheets.task_list import task_list_sheet;"
        "write_sheets([task_list_sheet(sample_list())], 'text', Path('/dev/stdout'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert "牵头单位" in done.stdout.decode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_cancelled_print_leaves_the_last_one(tmp_path: Path, name: str) -> None:
    out = tmp_path / f"清单{FORMATS[name].suffix}"
    out.write_text("旧", encoding="utf-8")
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_sheets([task_list_sheet(thousand())] * 2, name, out, SETUP, progress)
    assert out.read_text("utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", FORMATS)
def test_a_print_can_be_called_off_once_all_is_drawn(tmp_path: Path, name: str) -> None:
    out = tmp_path / f"清单{FORMATS[name].suffix}"

    def progress(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_sheets([task_list_sheet(sample_list())], name, out, SETUP, progress)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_progress_goes_on_to_its_end(tmp_path: Path, name: str) -> None:
    told: list[tuple[int, int]] = []
    write_sheets(
        [task_list_sheet(thousand())] * 2,
        name,
        tmp_path / "a",
        SETUP,
        lambda done, total: told.append((done, total)),
    )
    assert len(told) > 2
    assert told == sorted(told)
    assert all(done <= total for done, total in told)


@pytest.mark.parametrize(("name", "library"), [("pdf", "fpdf"), ("xlsx", "xlsxwriter")])
def test_without_its_library_a_format_is_refused_in_a_sentence(
    tmp_path: Path, name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Refused, match=r"这台机器没有.*请改用.*。$"):
        write_sheets([task_list_sheet(sample_list())], name, tmp_path / "a", SETUP)
    assert list(tmp_path.iterdir()) == []
