"""Settings: what the clerk may choose, from one TOML file; what it does not say keeps its default."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from store.refused import Refused

KEPT = 20
"""Backups of a list that are kept."""

_AMBIGUOUS = ("auto", "1", "2")
_CODE = re.compile(r"C(?:0[1-9]|[12]\d|30)")

Severity = Literal["错误", "提醒", "说明"]
SEVERITIES: tuple[Severity, ...] = ("错误", "提醒", "说明")
"""How grave a finding of a check is, the gravest first."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the clerk may choose of the checks (核对)."""

    off: frozenset[str] = frozenset()
    """Codes of rules that are not run."""
    grades: Mapping[str, Severity] = field(default_factory=dict)
    """Code to the severity of all findings of that rule."""
    load_limit: float = 0.5
    """C19: the share of the lead rows, 0 to 1, over which one leader's load is told."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The clerk's choices."""

    author: str | None = None
    """The name that changes are kept under; the system's user where none is given."""
    ambiguous: str = "auto"
    """Cells that the terminal gives to “…—①: 1, 2, or auto to ask it."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id to the key that stands for its first one."""
    ask_basis: bool = False
    """Whether an edit of a responsibility at the screen is asked for its basis (依据)."""
    backups_kept: int = KEPT
    backup_folder: Path | None = None
    """Where backups go; beside each list where none is named."""
    checks: CheckSettings = field(default_factory=CheckSettings)
    paper: Mapping[str, Any] = field(default_factory=dict)
    """How sheets are printed, as it is written: what may stand there is known where it is used (tui/paper/setup.py)."""


def settings_path() -> Path:
    """Where the settings of this user lie."""
    from platformdirs import user_config_path

    return user_config_path("yaodian", appauthor=False) / "settings.toml"


def load_settings(path: Path | None = None) -> Settings:
    """The settings of a file, the user's own by default; the defaults where there is none. Refused names what is wrong in it."""
    path = path or settings_path()
    try:
        if not path.exists():
            return Settings()
        import tomli

        said = tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"设置文件 {path} 读不了({error}),已按默认设置打开。请改正后再开。") from error
    keys = said.pop("keys", {})
    author, ambiguous = said.pop("author", None), str(said.pop("ambiguous", "auto"))
    ask_basis, backup, checks = said.pop("ask_basis", False), said.pop("backup", {}), said.pop("checks", {})
    paper = said.pop("paper", {})
    wrong = (
        ("" if isinstance(paper, dict) else "paper")
        or _wrong(said, keys, author, ambiguous, ask_basis)
        or _wrong_in_backup(backup)
        or _wrong_check(checks)
    )
    if wrong:
        raise Refused(f"设置文件 {path} 中的 {wrong} 不认识,已按默认设置打开。请改正后再开。")
    return Settings(
        author, ambiguous, keys, ask_basis, backup.get("keep", KEPT), _folder(backup), _checks(checks), paper
    )


def _checks(said: Mapping[str, Any]) -> CheckSettings:
    """What was said of the checks and found right; codes in either case."""
    grades = {code.upper(): grade for code, grade in said.get("grades", {}).items()}
    off = frozenset(code.upper() for code in said.get("off", ()))
    return CheckSettings(off, grades, said.get("load_limit", CheckSettings().load_limit))


def _wrong_check(said: object) -> str:
    """The first entry under [checks] that means nothing here; empty where all is well."""
    if not isinstance(said, dict):
        return "checks"
    if unknown := set(said) - {"off", "grades", "load_limit"}:
        return f"checks.{min(unknown)}"
    off, grades, limit = said.get("off", []), said.get("grades", {}), said.get("load_limit", 0.5)
    if not isinstance(off, list) or not all(_is_code(code) for code in off):
        return "checks.off"
    if not isinstance(grades, dict):
        return "checks.grades"
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not 0 <= limit <= 1:
        return "checks.load_limit"
    return next(
        (
            f"checks.grades.{code}"
            for code, grade in grades.items()
            if not _is_code(code) or grade not in SEVERITIES
        ),
        "",
    )


def _is_code(code: object) -> bool:
    return isinstance(code, str) and _CODE.fullmatch(code.upper()) is not None


def _wrong(
    unknown: Mapping[str, Any], keys: object, author: object, ambiguous: str, ask_basis: object
) -> str:
    """The first entry that means nothing here; empty where all is well."""
    if unknown:
        return next(iter(unknown))
    if not isinstance(author, str | None):
        return "author"
    if ambiguous not in _AMBIGUOUS:
        return "ambiguous"
    if not isinstance(ask_basis, bool):
        return "ask_basis"
    if not isinstance(keys, dict):
        return "keys"
    return next((f"keys.{name}" for name, key in keys.items() if not isinstance(key, str)), "")


def _wrong_in_backup(backup: object) -> str:
    if not isinstance(backup, dict):
        return "backup"
    kinds = {"keep": int, "folder": str}
    found = next(
        (name for name, value in backup.items() if name not in kinds or type(value) is not kinds[name]), None
    )
    if found is None and backup.get("keep", KEPT) < 1:
        found = "keep"
    if found is None and backup.get("folder") and _folder(backup) is None:
        found = "folder"
    return f"backup.{found}" if found else ""


def _folder(backup: Mapping[str, Any]) -> Path | None:
    """The folder named for backups; none where none is named, or not the same one wherever the program is started."""
    try:
        folder = Path(backup.get("folder") or "").expanduser()
    except RuntimeError:  # ~ of a user that there is not
        return None
    return folder if folder.is_absolute() else None
