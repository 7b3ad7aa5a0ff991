"""A day's work with the one file, the same on every machine; each part asserts what a person looks at."""

from hashlib import sha256
from pathlib import Path

from bundle.build import version
from bundle.parts import ROOT
from store.file.task_file import TaskFile
from store.file.wholeness import verify
from tests.bundle.bare import Bare
from tests.keys import CTRL, DOWN, ENTER, F9
from tests.tui.screen.pilot import lead

NOTICE = ROOT / "data" / "notices" / "whkjj-2021.txt"


def by_commands(bare: Bare) -> str:
    """Ask for the version and a self-check; return the page for the technician."""
    assert bare.said("--version") == f"yaodian {version()}\n"
    checked = bare.said("self-check", "-o", "自检.docx")
    assert "可以使用。" in checked
    assert "× " not in checked
    assert (bare.home / "自检.docx").exists()
    told = bare.said("--about")
    assert "单个文件" in told
    assert "不能：没有" not in told
    return told


def by_keys(bare: Bare) -> Path:
    """Import the sample; open, assign quickly, print and leave by keys; return the list."""
    path = bare.home / "清单.json"
    bare.said("import", str(NOTICE), "-o", str(path))
    with bare.screen(str(path)) as terminal:
        terminal.wait_for("已保存", bare.patience)
        terminal.write("ptc" + ENTER)
        terminal.wait_for("变更 2 .*已保存", bare.patience)
        terminal.write(F9)
        terminal.wait_for("清单.docx", bare.patience)
        terminal.write(ENTER)
        terminal.wait_for("已保存到|打印存到|已打印", bare.patience)
        terminal.write(DOWN + CTRL("q"))
        assert terminal.exit_code(bare.patience) == 0
    assert list(bare.home.glob("*.docx"))
    assert lead(TaskFile.open(path, read_only=True), "1") == ("平台处", "刘红")
    assert verify(path).whole
    assert not list(bare.home.rglob("error.log"))
    return path


def outcomes(bare: Bare, path: Path) -> dict[str, str]:
    """Return as SHA-256 what must not depend on the machine: the sample as read, the list on paper."""
    found = {"read": bare.said("read", str(NOTICE)).encode()}
    for name in ("text", "html"):
        paper = bare.home / f"印.{name}"
        bare.said("print", "-f", str(path), "--format", name, "-o", str(paper))
        found[name] = paper.read_bytes()
    return {name: sha256(content).hexdigest() for name, content in found.items()}
