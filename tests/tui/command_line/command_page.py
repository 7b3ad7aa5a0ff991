"""The page of all commands, `docs/command-line.md`, made from their parsers and examples."""

from collections.abc import Iterator

from tui.command_line import COMMANDS, GROUPS, Subcommand
from tui.command_line.about import OPTIONS, USES
from tui.command_line.examples import EXAMPLES

HEAD = """# 命令行

由各命令的写法生成，`yaodian 命令 --help` 显示同样的内容。改后重写：
`YAODIAN_NEW_PAGES=1 .venv/bin/python -m pytest tests/tui/command_line/test_command_page.py`

- 不写 `-f 清单文件` 时，用上次打开的清单。几个名称用逗号隔开，全角半角都可以。
- 带 `--json` 的命令给别的程序输出 JSON（UTF-8）；带 `--dry-run` 的先看会改什么。
- 退出码：0 做完了，1 没有做（说明在标准错误里），2 写法不对。
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, _rows("写法", USES), _rows("选项", OPTIONS), "## 各命令\n"]
    for heading, group in GROUPS.items():
        names = " · ".join(f"[{command.name}](#{command.name})" for command in group)
        parts.append(f"- {heading}：{names}")
    parts.append("")
    for command in COMMANDS.values():
        parts += _of_command(command)
    return "\n".join(parts)


def _of_command(command: Subcommand) -> Iterator[str]:
    parser = command.parser()
    yield f"### {command.name}\n\n{_cell(parser.description)}\n"
    yield f"    {parser.usage}\n"
    described = [argument.described for argument in parser.arguments]
    if described:
        yield _rows("参数", described)
    yield "例：\n"
    for example in EXAMPLES[command.name]:
        yield f"    yaodian {command.name} {example.words}".rstrip() + f"    # {example.does}"
    yield ""


def _rows(heading: str, rows: "tuple[tuple[str, str], ...] | list[tuple[str, str]]") -> str:
    lines = [f"| {heading} | |", "| --- | --- |"]
    lines += [f"| `{_cell(name)}` | {_cell(what)} |" for name, what in rows]
    return "\n".join([*lines, ""])


def _cell(words: str) -> str:
    """Words that stand in a table as they are."""
    return words.replace("|", "\\|")
