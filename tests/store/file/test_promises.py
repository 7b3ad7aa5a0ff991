"""The docstrings of the store say which test holds each promise: the tests are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TESTS = {path.stem: path.read_text("utf-8") for path in (ROOT / "tests" / "store").rglob("test_*.py")}
PROMISING = (
    "file/backups",
    "file/contents",
    "file/copies",
    "file/folding",
    "file/journal",
    "file/opening",
    "file/repair",
    "file/saving",
    "file/storage",
    "file/task_file",
    "history/chain",
    "history/earlier",
    "history/undoing",
)


@pytest.mark.parametrize("module", PROMISING)
def test_each_test_that_a_docstring_names_is_there(module: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / "store" / f"{module}.py").read_text("utf-8"))) or ""
    named = set(re.findall(r"\btest_\w+", re.sub(r"\.\n\s+", ".", said)))
    assert named
    functions = set(re.findall(r"def (test_\w+)", "\n".join(TESTS.values())))
    assert named <= functions | TESTS.keys()
