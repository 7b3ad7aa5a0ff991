"""Lists with one value that is none: every command says a sentence, and none dies or writes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.mutants import Mutant, mutants, some
from tui.__main__ import main

LIVED_IN = Path(__file__).parents[2] / "fixtures" / "made_by_0_3_0_in_one_line" / "lived_in.json"
SEED = 20261129
SHOWN = ("tasks", "roster", "points", "units", "portfolio", "matrix", "history", "lists")
LOOKING = (
    *((("show", part, "-f")) for part in SHOWN),
    ("show", "unit", "成果处", "-f"),
    ("show", "leader", "胡军", "-f"),
    ("show", "tasks", "--json", "--as-of", "2026-11-01", "-f"),
    ("check", "-f"),
    ("questions", "-f"),
    ("plans", "-f"),
    ("backups", "-f"),
    ("verify",),
    ("repair",),
    ("assign", "2", "--lead", "成果处", "--dry-run", "-f"),
    ("adopt", "--dry-run", "-f"),
)
CHANGING = (("undo", "-f"), ("redo", "-f"), ("set", "2", "--remark", "丙", "-f"), ("adopt", "-f"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A list of all kinds of records."""
    path = tmp_path_factory.mktemp("whole") / "清单.json"
    shutil.copy(LIVED_IN, path)
    ahead = ("--effective-on", "2027-05-01", "--basis", "会议纪要")
    main(["handover", "--from", "胡军", "--to", "赵峰", "--units", "成果处", *ahead, "-f", str(path)])
    main(["accept", "C18", "--row", "2", "--reason", "已核", "-f", str(path)])
    found: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found


def died(mutant: Mutant, whole: dict[str, object], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Say which command ended with an error that nobody foresaw; empty for none."""
    path = folder / "清单.json"
    mutant.write(whole, path)
    before = path.read_bytes()
    for words in (*LOOKING, *CHANGING):
        if words in CHANGING and path.read_bytes() != before:
            mutant.write(whole, path)
        main([*words, str(path)])
        _, err = capsys.readouterr()
        if "意外的错误" in err or "Traceback" in err:
            return f"{mutant} {words}"
        if words in LOOKING:
            assert path.read_bytes() == before, words
    return ""


def test_no_command_dies_of_a_wrong_value(
    whole: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [died(mutant, whole, tmp_path, capsys) for mutant in some(whole, 15, SEED)]
    assert [one for one in found if one] == []


@pytest.mark.slow
def test_no_command_dies_of_any_of_all_wrong_values(
    whole: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everything = list(mutants(whole))
    found = [died(mutant, whole, tmp_path, capsys) for mutant in everything]
    assert [one for one in found if one] == []
    with capsys.disabled():
        print(f"{len(everything)} mutants × {len(LOOKING) + len(CHANGING)} commands: none died")
