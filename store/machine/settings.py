"""Settings: what the clerk may choose, from one TOML file; what it does not say keeps its default."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from store.machine.toml_section import Entries, Entry, SettingsSection, read_sections

KEPT = 20
"""Backups of a list that are kept."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The clerk's choices."""

    author: str | None = None
    """The name that changes are kept under; the system's user where none is given."""
    ambiguous: str = "auto"
    """Cells that the terminal gives to “…—①: 1, 2, or auto to ask it."""
    theme: str = "ink"
    """The theme of the screen."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id to the key that stands for its first one."""
    ask_basis: bool = False
    """Whether an edit of a responsibility at the screen is asked for its basis (依据)."""
    backups_kept: int = KEPT
    backup_folder: Path | None = None
    """Where backups go; beside each list where none is named."""
    checks: SettingsSection = field(default_factory=lambda: SettingsSection("checks"))
    """What is said of the checks, as written: `store.checks.settings` knows what may stand there."""
    paper: SettingsSection = field(default_factory=lambda: SettingsSection("paper"))
    """How sheets are printed, as written: `tui.paper.setup` knows what may stand there."""
    notices: tuple[str, ...] = field(default=(), compare=False)
    """A sentence for each entry that is wrong and was not taken."""


def one_of(*choices: str) -> Callable[[object], str]:
    """Take one of some words; a number stands for its digits."""

    def take(value: object) -> str:
        if str(value) not in choices:
            raise ValueError
        return str(value)

    return take


def text(value: object) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise ValueError
    return value


def yes_or_no(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError
    return value


def whole_number(low: int, high: int) -> Callable[[object], int]:
    """Take a whole number within bounds."""

    def take(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError
        return value

    return take


def number(low: float, high: float) -> Callable[[object], float]:
    """Take a number within bounds."""

    def take(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError
        return value

    return take


def table(value: object) -> object:
    """Take a table, whatever stands in it: whoever uses it looks at that."""
    if not isinstance(value, dict):
        raise ValueError
    return value


def _folder(value: object) -> Path | None:
    """Take a folder that is the same one wherever the program is started; none for no words."""
    words = text(value)
    try:
        folder = Path(words).expanduser()
    except RuntimeError as no_such_user:  # ~ of a user that there is not
        raise ValueError from no_such_user
    if words and not folder.is_absolute():
        raise ValueError
    return folder if words else None


_ENTRIES: Entries = {
    "author": Entry(text),
    "ambiguous": Entry(one_of("auto", "1", "2")),
    "theme": Entry(one_of("ink", "paper", "contrast", "terminal")),
    "ask_basis": Entry(yes_or_no),
    "keys.*": Entry(text),
    "backup.keep": Entry(whole_number(1, sys.maxsize)),
    "backup.folder": Entry(_folder),
    "checks": Entry(table),
    "paper": Entry(table),
}
_NAMES = {
    "author": "author",
    "ambiguous": "ambiguous",
    "theme": "theme",
    "ask_basis": "ask_basis",
    "backup.keep": "backups_kept",
    "backup.folder": "backup_folder",
}
"""Dotted key to the field of `Settings` that has its value."""
_KEYS = "keys."


def settings_path() -> Path:
    """Return where the settings of this user lie."""
    from platformdirs import user_config_path

    return user_config_path("yaodian", appauthor=False) / "settings.toml"


def load_settings(path: Path | None = None) -> Settings:
    """Return the settings of a file, the user's own by default; `notices` says what is wrong in it."""
    whole, unread = read_sections(path or settings_path())
    values, wrong = whole.taken(_ENTRIES)
    chosen = {name: values[key] for key, name in _NAMES.items() if key in values}
    keys = {key.removeprefix(_KEYS): values[key] for key in values if key.startswith(_KEYS)}
    checks = whole.section("checks")
    paper = whole.section("paper")
    notices = (*unread, *wrong)
    return Settings(**chosen, keys=keys, checks=checks, paper=paper, notices=notices)
