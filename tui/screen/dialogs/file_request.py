"""What a file is asked for."""

from dataclasses import dataclass
from pathlib import Path

HINT = "输入名称或拼音首字母，也可输入、粘贴路径"
"""What stands in the empty field."""
LISTS = (".json",)
EXCHANGE_FILES = (".yaodian",)
NOTICES = (
    *(".docx", ".doc", ".wps", ".pdf", ".txt", ".xlsx", ".xls", ".et"),
    *(".rtf", ".odt", ".ods", ".ofd", ".html", ".htm", ".md"),
)
"""What notices come as."""


@dataclass(frozen=True, slots=True)
class FileRequest:
    """What is asked for."""

    title: str
    suffixes: tuple[str, ...]
    purpose: str
    """The name under which the folder is remembered for the next time."""
    takes: str = "选定"
    """What Enter does with a file, in a word."""
    proposed: Path | None = None
    """Where something is to be saved: the path that is proposed."""
    typed: str = ""
    problem: str = ""
    """Why the last choice did not do."""

    @property
    def typed_first(self) -> str:
        """What stands in the field at first."""
        return self.proposed.name if self.proposed else self.typed

    @property
    def is_saving(self) -> bool:
        """Whether something is to be saved there."""
        return self.proposed is not None
