"""What a day's work leaves on a machine, and where: all that is written anywhere is seen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.day import NOTICE
from tests.keys import CTRL, ENTER, F9
from tests.pty import Terminal

_MOUNT_OVER_ALL = """
mount -t tmpfs tmpfs "$OVER"
mkdir "$OVER/written" "$OVER/work" "$OVER/all"
mount -t overlay -o "lowerdir=/,upperdir=$OVER/written,workdir=$OVER/work" overlay "$OVER/all"
mount -t proc proc "$OVER/all/proc"
mount --rbind /dev "$OVER/all/dev"
"""
"""Whatever is written goes to a folder of its own, as what a live system keeps in memory."""
_A_DAY = """
yaodian="$PYTHON -I $STICK/$BUNDLE $OPTION"
cd "$HOME"
$yaodian import "$NOTICE" -o 清单.json
$yaodian 清单.json
$yaodian print -f 清单.json --format pdf -o 清单.pdf
$yaodian self-check
$yaodian --about >/dev/null
"""


class Written:
    """The files that were written on a machine."""

    def __init__(self, paths: list[Path]) -> None:
        self.paths = paths

    def besides(self, *folders: Path) -> list[Path]:
        """Return those that lie in none of some folders."""
        return [path for path in self.paths if not any(path.is_relative_to(folder) for folder in folders)]


def a_day(tmp_path: Path, bundle: Path, option: str) -> Written:
    """Import, edit and print on the screen, print and check by commands; return all that was written."""
    home, stick, over = tmp_path / "家", tmp_path / "U盘", tmp_path / "over"
    for folder in (home, stick, over):
        folder.mkdir()
    shutil.copy(bundle, stick)
    (tmp_path / "day").write_text(_A_DAY, "utf-8")
    env = {
        "HOME": str(home),
        "OVER": str(over),
        "STICK": str(stick),
        "BUNDLE": bundle.name,
        "PYTHON": sys.executable,
        "NOTICE": str(NOTICE),
        "OPTION": option,
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    script = (
        f"{_MOUNT_OVER_ALL}chroot $OVER/all sh -eu '{tmp_path}/day'\n"
        f"cd $OVER/written; find . -type f -print0 >'{tmp_path}/found'"
    )
    with Terminal(["unshare", "--mount", "sh", "-euc", script], env=env) as terminal:
        terminal.wait_for("已保存 ")
        terminal.write("ptc" + ENTER)
        terminal.wait_for("变更 2 .*已保存")
        terminal.write(F9)
        terminal.wait_for("清单.docx")
        terminal.write(ENTER)
        terminal.wait_for("已保存到|打印存到|已打印")
        terminal.write(CTRL("q"))
        terminal.wait_for("可以使用")
        assert terminal.exit_code() == 0, terminal.text
    found = (tmp_path / "found").read_text("utf-8").split("\0")
    return Written([Path("/", name) for name in found if name])


def can_be_seen() -> bool:
    """Tell whether all that is written can be seen: only root lays one file system over another."""
    words = ["unshare", "--mount", "sh", "-euc", f"OVER=/mnt\n{_MOUNT_OVER_ALL}"]
    return sys.platform.startswith("linux") and not subprocess.run(words, capture_output=True).returncode


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_be_seen(), reason="only root on Linux lays one file system over another"),
]


def asked_for(home: Path) -> list[Path]:
    return [home / name for name in ("清单.json", "清单.备份", "清单.docx", "清单.pdf")]


def test_nothing_is_written_outside_the_user_s_folders(tmp_path: Path, bundle: Path) -> None:
    written = a_day(tmp_path, bundle, "")
    home = tmp_path / "家"
    own = [home / name for name in (".cache/yaodian", ".config/yaodian", ".local/state/yaodian")]
    assert written.besides(*own, *asked_for(home)) == []


def test_a_portable_one_keeps_all_beside_itself(tmp_path: Path, bundle: Path) -> None:
    written = a_day(tmp_path, bundle, "--portable")
    beside = tmp_path / "U盘" / "yaodian-data"
    assert written.besides(beside, *asked_for(tmp_path / "家")) == []
    kept = {path.relative_to(beside).parts[0] for path in written.paths if path.is_relative_to(beside)}
    assert kept == {"bundle", "state"}
