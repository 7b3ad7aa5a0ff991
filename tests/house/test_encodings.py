"""Every pipe and program names its encoding: on a clerk's machine the one unsaid is GBK.

Ruff's PLW1514 says so of files that are opened.
"""

import ast

import pytest

from tests.house.syntax import Source, Spot, sources

_STARTS = {"run", "Popen", "check_output"}
_TEXT = {"text", "universal_newlines", "errors"}
"""What has a program's output read as text."""
_OF_TEXT = {"TextIOWrapper", "fdopen"}
"""Calls that make text of bytes unless their mode says bytes."""
_NEVER = {"popen", "getoutput", "getstatusoutput", "getpreferredencoding"}
"""Calls that take the locale's encoding and can take no other."""


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _asks_for_bytes(call: ast.Call) -> bool:
    values = [*call.args, *(keyword.value for keyword in call.keywords)]
    modes = [value.value for value in values if isinstance(value, ast.Constant)]
    return any(isinstance(mode, str) and "b" in mode for mode in modes)


def unsaid(source: Source) -> list[Spot]:
    """The calls of a file that leave the encoding of some text to the locale."""
    found = []
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node)
        said = {keyword.arg for keyword in node.keywords}
        starts = name in _STARTS and bool(said & _TEXT)
        wraps = name in _OF_TEXT and not _asks_for_bytes(node)
        if ((starts or wraps) and "encoding" not in said) or name in _NEVER:
            found.append(Spot(source.path, node.lineno, 1))
    return found


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("run(['lp'], text=True)", 1),
        ("run(['lp'], text=True, encoding='utf-8')", 0),
        ("run(['lp'], capture_output=True)", 0),
        ("os.popen('lp')", 1),
        ("os.fdopen(3, 'w')", 1),
        ("os.fdopen(3, 'rb')", 0),
        ("io.TextIOWrapper(pipe)", 1),
    ],
)
def test_what_is_unsaid_is_seen(line: str, count: int) -> None:
    assert len(unsaid(Source("a.py", line, ast.parse(line)))) == count


def test_every_pipe_and_program_names_its_encoding() -> None:
    found = [spot for source in sources("store", "tui", "data", "tests") for spot in unsaid(source)]
    assert not found, "\n".join(map(str, found))
