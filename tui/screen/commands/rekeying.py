"""Giving a command another key: what may be one, and which key each command has now.

A command's first key is the one that is shown and that another may stand for; its second keys stay.
"""

import re
from collections.abc import Iterator, Mapping

from tui.screen.commands import COMMANDS, by_id
from tui.screen.commands.command import NO_KEY, Command, Pane, key_name
from tui.screen.commands.panes import PANES

_KEPT_BACK = (
    (r"alt\+.*", "Alt 组合由窗口的菜单和输入法使用"),
    (r"ctrl\+shift\+.*", "Ctrl+Shift 组合由终端和输入法使用"),
    (r"ctrl\+(@|space)", "Ctrl+空格 由输入法使用"),
    (r"ctrl\+(i|m|h|left_square_bracket)", "它与 Tab、回车、退格或 Esc 是同一个键"),
    (r"ctrl\+(pageup|pagedown)", "终端用它换标签页"),
    (r"shift\+(space|pageup|pagedown|home|end|insert)", "终端用它翻看以前的内容、粘贴或切换输入法"),
    (r"f11|f12", "F11、F12 由窗口使用（全屏、下拉终端）"),
    (
        r"ctrl\+(?![a-z]$|(?:up|down|left|right|home|end|delete)$).*",
        "Ctrl 加数字、标点、F 键由输入法使用，或多数终端收不到",
    ),
)
"""Keys that input methods, windows and terminals keep for themselves, or that are another key's byte."""


def why_kept_back(key: str) -> str:
    """Return why a key would not arrive in every terminal; empty where it does."""
    return next((why for pattern, why in _KEPT_BACK if re.fullmatch(pattern, key)), "")


# ---------------------------------------------------------------------- which keys are in use


def keys_of_command(command: Command, pane: Pane, chosen: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return its keys in a pane, the one that is shown first; none where it cannot be used."""
    if pane not in command.panes:
        return ()
    first = (chosen or {}).get(command.id)
    keys = (first, *command.keys[1:]) if first else command.keys
    is_beside = pane in ("work_points", "roster")
    return (*keys, *command.beside_keys) if is_beside else keys


def keys_of_pane(pane: Pane, chosen: Mapping[str, str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield each key of a pane with its word, the pane's own and the commands'."""
    for own in PANES[pane].keys:
        for key in own.keys:
            yield key, own.help if own.moves else own.label or own.name
    for command in COMMANDS:
        for key in keys_of_command(command, pane, chosen):
            yield key, command.label


def why_not(command: Command, key: str, chosen: Mapping[str, str]) -> str:
    """Return the sentence that says why a command cannot have a key; empty where it can.

    `chosen` has the keys that commands were given, by their ids.
    """
    said = key_name(key)
    if len(key) == 1 or key == "space":
        return f"“{said}”要用来写字，请用 F 键或 Ctrl 加字母。"
    if kept_back := why_kept_back(key):
        return f"{said} 不能用：{kept_back}，请换一个。"
    others = {one: its for one, its in chosen.items() if one != command.id}
    for pane in sorted(command.panes, key=lambda pane: pane != "matrix"):
        for used, label in keys_of_pane(pane, others):
            if used == key and label != command.label:
                return f"{said} 在{PANES[pane].name}中是“{label}”，请换一个。"
    return ""


def keys_changed(command: Command, key: str, chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the keys of two commands that change them: this one takes the other's first key.

    None where the key is no other's, or where the other cannot have this one's.
    """
    own = chosen.get(command.id) or default_key(command)
    others = [one for one in COMMANDS if (chosen.get(one.id) or default_key(one)) == key]
    rivals = [one for one in others if set(one.panes) & set(command.panes)]
    if not own or len(rivals) != 1:
        return {}
    swapped = {command.id: key, rivals[0].id: own}
    after = {**chosen, **swapped}
    refused = why_not(command, key, after) or why_not(rivals[0], own, after)
    return {} if refused else swapped


# ---------------------------------------------------------------------- the keys that hold now

_chosen: dict[str, str] = {}
"""Command id to the key that it has now instead of its own: one program, one keyboard."""


def default_key(command: Command) -> str:
    """Return its first key as it is declared; empty where the menu alone reaches it."""
    return command.keys[0] if command.keys else ""


def choose_keys(chosen: Mapping[str, str]) -> dict[str, str]:
    """Have the commands show the keys that this user chose; return the keymap that makes them so.

    A key that was another command's is taken from it. Commands that share a key are said again together:
    Textual drops all bindings of a key with the one that leaves it.
    """
    _chosen.clear()
    known = {command.id for command in COMMANDS}
    _chosen.update({one: key for one, key in chosen.items() if one in known})
    moved = {default_key(by_id(one)) for one in _chosen} | set(_chosen.values())
    return {
        command.id: first_key(command) or NO_KEY
        for command in COMMANDS
        if command.id in _chosen or default_key(command) in moved
    }


def first_key(command: Command) -> str:
    """Return the key that is shown for a command now; empty where none is left to it."""
    chosen = _chosen.get(command.id)
    if chosen:
        return chosen
    own = default_key(command)
    taken_by = [one for one, key in _chosen.items() if key == own]
    is_taken = any(set(by_id(one).panes) & set(command.panes) for one in taken_by)
    return "" if is_taken else own


def shown_key(command: Command) -> str:
    """Return that key as people write it; empty where the menu alone reaches the command."""
    key = first_key(command)
    return key_name(key) if key else ""
