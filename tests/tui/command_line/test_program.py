"""The real program in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = "data/notices/whkjj-2021.txt"


def run(*words: str | Path, tmp_path: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run it with an environment of its own."""
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")} | environment
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, words)], env=env, capture_output=True, timeout=60, check=False
    )


def test_a_notice_becomes_a_list_that_is_changed_and_printed(tmp_path: Path) -> None:
    made, out = tmp_path / "清单.json", tmp_path / "清单.docx"
    assert run("import", SAMPLE, "-o", made, tmp_path=tmp_path).returncode == 0
    assigned = run("assign", "3.2", "--lead", "平台处", tmp_path=tmp_path)
    assert "刘红" in assigned.stdout.decode()
    rows = json.loads(run("show", "tasks", "--json", tmp_path=tmp_path).stdout)
    assert [row["lead_units"] for row in rows[2:5]] == [["法制处"], ["平台处"], ["法制处"]]
    assert run("undo", tmp_path=tmp_path).returncode == 0
    assert run("print", "--format", "docx", "-o", out, tmp_path=tmp_path).returncode == 0
    assert out.stat().st_size > 1000


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "gbk"}]
)
def test_json_is_utf8_whatever_the_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    done = run("read", SAMPLE, "--json", tmp_path=tmp_path, **locale)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode())["issuer"] == "武汉市科学技术局"
    assert "武汉市科学技术局".encode() in done.stdout
    assert run("read", SAMPLE, tmp_path=tmp_path, **locale).returncode == 0


def test_a_reader_that_leaves_early_is_no_matter(tmp_path: Path) -> None:
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path)}
    for words in (["read", SAMPLE, "--json"], ["--help"], ["assign", "--help"]):
        program = subprocess.Popen(
            [sys.executable, "-m", "tui", *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert program.stdout and program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(30) == 0
        program.stderr.close()


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["read", SAMPLE], ["show", "tasks"], ["print", "--help"]]
)
def test_no_command_loads_the_screen_or_what_it_does_not_need(tmp_path: Path, words: list[str]) -> None:
    check = (
        "import sys; from tui.__main__ import main; main(sys.argv[1:]);"
        "sys.exit(bool({'textual', 'docx', 'lxml'} & set(sys.modules)))"
    )
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path)}
    assert (
        subprocess.run(
            [sys.executable, "-c", check, *words], env=env, capture_output=True, timeout=60, check=False
        ).returncode
        == 0
    )


def test_without_a_terminal_no_screen_is_opened(tmp_path: Path) -> None:
    done = run(tmp_path=tmp_path)
    assert done.returncode == 1
    assert "yaodian --help" in done.stderr.decode()
