"""The sentences of the program have full-width signs, as they are printed."""

import ast
import re
from collections.abc import Iterator

import pytest

from store.words.full_width import as_printed
from tests.house.syntax import Source, sources

VALUE = "某"
"""Stands where a sentence has a value: in a Chinese sentence it is taken for Chinese."""
TYPED = (
    ",..",  # 单位,..: how several names are typed, in usage
    "编号,…",
    "2=甲处,4=甲处+乙处",
    "王建平(法制处处长)",
)
"""What the clerk types on the command line is shown as it is typed."""
EXAMPLES = (
    "王建平(",
    "成果处,",
    "基础分=100,迟报=-0.1,",
    "--into 基地处,园区处",
    "--participants 合作处,成果处",
)
KEPT = {
    "tui/command_line/examples.py": EXAMPLES,
    "tui/screen/panes/cell_content.py": ("待定?",),  # a mark for half a line, as the ? behind a name is
    "store/words/full_width.py": (",;:?!()", "(（", ")）"),  # what becomes full-width
    "store/reading/formats/paged.py": ("(原文第",),  # stands among the lines of the notice
}
"""Parts of literals that have other signs for a reason, by file."""


def texts_of(source: Source) -> Iterator[tuple[int, str]]:
    """Give the literals of a file with their lines, those that document it apart, a value as 某."""
    apart: set[int] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Expr):
            apart.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            apart.update(map(id, node.values))
            yield node.lineno, "".join(map(part_of, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.lineno, node.value


def part_of(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else VALUE


def is_said(path: str, text: str) -> bool:
    """Tell a sentence from a pattern; the reader's files are full of patterns, what they say has ,请."""
    if re.search(r"\(\?|\[\^|\]\{", text) or not re.search("[一-鿿]", text.replace(VALUE, "")):
        return False
    return not path.startswith("store/reading/") or bool(re.search("[,，。]请", text))


def half_width(source: Source) -> Iterator[str]:
    kept = KEPT.get(source.path, TYPED)
    for line, text in texts_of(source):
        is_kept = any(part in text for part in kept)
        if not is_kept and is_said(source.path, text) and as_printed(text) != text:
            yield f"{source.path}:{line}  {text}"


def test_sentences_have_full_width_signs() -> None:
    found = [said for source in sources("store", "tui") for said in half_width(source)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("line", "is_odd"),
    [
        ('say(f"{name}已撤销,请改选。")', True),
        ('say(f"{name}已撤销，请改选。")', False),
        ('say("第 3.2 行(已定)")', True),
        ('say("备份在 14:30 存好，共 1,200 行。")', False),
        ('"""成果处, 平台处."""', False),
        ('PATTERN = r"(?:成果处|平台处),"', False),
        ('say(f"{who}:{what}")', False),
    ],
)
def test_a_half_width_sign_is_seen(line: str, is_odd: bool) -> None:
    assert bool(list(half_width(Source("tui/somewhere.py", line, ast.parse(line))))) is is_odd
