"""A Windows for the tests, as its documentation has it: nothing here was tried on a real one."""

from collections.abc import Sequence
from pathlib import Path


class FakeWindows:
    """A console whose font draws some characters two cells wide, and a shell that may refuse verbs."""

    def __init__(
        self, wide: str = "", fails: Sequence[str] = (), *, is_legacy: bool = False, has_console: bool = True
    ) -> None:
        """Name what is drawn wide, and the verbs that no program takes."""
        self._wide = wide
        self.fails = fails
        self._is_legacy = is_legacy
        self._has_console = has_console
        self.started: list[tuple[Path, str]] = []
        """What programs were asked to do."""

    def takes_sequences(self) -> bool:
        """The console of before 2016, and one with “Use legacy console”, do not."""
        return not self._is_legacy

    def cells_of(self, text: str) -> int | None:
        """Measure by the font."""
        cells = [2 if character in self._wide else 1 for character in text]
        return sum(cells) if self._has_console else None

    def drives(self) -> list[str]:
        """A disk and a stick."""
        return ["C:\\", "E:\\"]

    def start(self, path: Path, verb: str) -> None:
        """Note it, or say as Windows does that no program takes it."""
        self.started.append((path, verb))
        if verb in self.fails:
            raise OSError(1155, "no association")
