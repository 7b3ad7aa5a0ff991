"""The commented settings that ship with the program, made from what may stand in them."""

from collections.abc import Iterator, Mapping

from tomlkit import item

from store.machine.entries import Entry, SettingsGroup
from store.machine.settings import KEYS, WORDS
from tui.screen.dialogs.settings_form import GROUPS

HEAD = """# 要点的设置。在程序里改更方便：菜单（F10）“设置”，改了即存，这里的说明那里都有。
# 自己写时，把本文件复制为用户设置文件（Linux: ~/.config/yaodian/settings.toml），去掉要用的行首的 # 再改。
# Windows 的路径请用 / 或单引号。
"""


def page() -> str:
    """The whole file: it says nothing until a sign at the head of a line is taken away."""
    lines = [HEAD]
    table = ""
    for group in (*GROUPS, WORDS, KEYS):
        lines += [f"# ---- {group.title} ---- {group.help}"]
        if group.table != table:
            table = group.table
            lines += [f"# [{table}]"]
        lines += _of_group(group)
        lines += [""]
    return "\n".join(lines)


def _of_group(group: SettingsGroup) -> Iterator[str]:
    for name, entry in group.entries.items():
        yield f"#   {_said(entry)}"
        example = entry.default if entry.example is None else entry.example
        if isinstance(example, Mapping):
            below = name.removesuffix("*").rstrip(".")
            if below:
                yield f"# [{group.table}.{below}]"
            for key, value in example.items():
                written = key if key.isascii() else f'"{key}"'
                yield f"# {written} = {item(value).as_string()}"
        else:
            yield f"# {name} = {item(example).as_string()}"


def _said(entry: Entry) -> str:
    said = f"{entry.label}：{entry.help}"
    if entry.choices:
        named = [f"{item(value).as_string()} {words}" for value, words in entry.choices.items()]
        said += f"。{'，'.join(named)}"
    return f"{said}。不写：{entry.unsaid}" if entry.unsaid else said
