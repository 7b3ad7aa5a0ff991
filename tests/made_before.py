"""Lists that earlier versions made, and what must be shown of them for ever."""

import hashlib
import io
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import normalize

from store.file.beside import journals
from tui.__main__ import main

FOLDERS = tuple(sorted((Path(__file__).parent / "fixtures").glob("made_by_*")))
"""A folder for each version whose lists are kept."""
EXPECTED = ".expected.json"
SINCE = ".since.json"
"""What is shown otherwise since, command by command, where that was meant."""
OF_A_LIST: tuple[tuple[str, ...], ...] = (
    ("show", "tasks"),
    ("show", "roster"),
    ("show", "points"),
    ("show", "units"),
    ("show", "portfolio"),
    ("show", "matrix", "--by", "unit"),
    ("show", "matrix", "--by", "leader"),
    ("check",),
    ("questions",),
)
"""What is asked of every list of a file, as JSON."""
OF_A_LEDGER: tuple[tuple[str, ...], ...] = (
    ("schedule",),
    ("lights",),
    ("measure",),
    ("milestone",),
    ("reminders",),
    ("due", "--on", "2021-12-31"),
    ("reports", "--on", "2021-12-31"),
    ("stats", "--on", "2021-12-31"),
    ("score", "--on", "2021-12-31"),
)
"""What is asked besides of a file whose units report."""


def made_lists() -> list[Path]:
    """The lists that are kept."""
    files = (path for folder in FOLDERS for path in sorted(folder.glob("*.json")))
    return [path for path in files if not path.name.endswith((EXPECTED, SINCE))]


def copied(made: Path, folder: Path) -> Path:
    """A copy of a list in a folder of its own, its journal with it; the copy's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in (made, *journals(made)):
        shutil.copyfile(part, folder / part.name)
    return folder / made.name


def shown(path: Path) -> dict[str, Any]:
    """What the commands show of a list, and of its state after each change."""
    lists = _value("show", "lists", "-f", str(path), "--json")
    history = _value("show", "history", "-f", str(path), "--json")
    found: dict[str, Any] = {"verify": _run("verify", str(path))[0], "lists": lists}
    found["history"] = [digest(change) for change in history]
    found["states"] = [list(_state(path, change["at"])) for change in history]
    if conflicts := _value("conflicts", "-f", str(path), "--json"):
        found["conflicts"] = conflicts
    for number in range(1, len(lists) + 1):
        of_list = ("--list", str(number))
        reported = _value("schedule", *of_list, "-f", str(path), "--json")
        for words in (*OF_A_LIST, *OF_A_LEDGER) if reported else OF_A_LIST:
            asked = (*words, *of_list)
            found[" ".join(asked)] = _not_of_today(_value(*asked, "-f", str(path), "--json"))
    return found


def _not_of_today(value: Any) -> Any:
    """What is shown of a list, without the findings on what is late today (C28, C29): they go by the day."""
    if not isinstance(value, list):
        return value
    return [one for one in value if not (isinstance(one, dict) and one.get("code") in ("C28", "C29"))]


def _state(path: Path, at: str) -> Iterator[str]:
    """The moment of a change, and a digest of the rows that each list had then."""
    yield at
    lists = _value("show", "lists", "-f", str(path), "--as-of", at, "--json")
    for number in range(1, len(lists) + 1):
        yield digest(_value("show", "tasks", "-f", str(path), "--list", str(number), "--as-of", at, "--json"))


def digest(value: Any) -> str:
    """A short name for a JSON value."""
    spelled = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode("utf-8")).hexdigest()[:16]


def expected(made: Path) -> dict[str, Any]:
    """What the version that made a list showed of it, and what is shown otherwise since."""
    read: dict[str, Any] = json.loads(made.with_suffix(EXPECTED).read_text("utf-8"))
    since = made.with_suffix(SINCE)
    return read | (json.loads(since.read_text("utf-8")) if since.exists() else {})


def as_known_then(found: Any, then: Any) -> Any:
    """What is shown of a list, without what that version did not show of anything, signs as wide as then."""
    if isinstance(found, dict) and isinstance(then, dict):
        return {name: as_known_then(value, then[name]) for name, value in found.items() if name in then}
    if isinstance(found, list) and isinstance(then, list) and len(found) == len(then):
        return [as_known_then(*pair) for pair in zip(found, then, strict=True)]
    if (
        isinstance(found, str)
        and isinstance(then, str)
        and normalize("NFKC", found) == normalize("NFKC", then)
    ):
        return then
    return found


def note_what_is_shown_otherwise() -> None:
    """Write beside each list what is shown of it otherwise than by its version; to be read before it is
    kept.
    """
    for made in made_lists():
        read: dict[str, Any] = json.loads(made.with_suffix(EXPECTED).read_text("utf-8"))
        with TemporaryDirectory() as folder:
            found = shown(copied(made, Path(folder)))
        known = {words: as_known_then(value, read[words]) for words, value in found.items()}
        otherwise = {words: value for words, value in known.items() if value != read[words]}
        since = made.with_suffix(SINCE)
        if otherwise:
            write(otherwise, since)
        else:
            since.unlink(missing_ok=True)


def write(found: dict[str, Any], target: Path) -> None:
    """Keep what is shown of a list, a command a line."""
    lines = (f"{json.dumps(words, ensure_ascii=False)}: {_compact(value)}" for words, value in found.items())
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8", newline="\n")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _value(*words: str) -> Any:
    return json.loads(_run(*words)[1])


def _run(*words: str) -> tuple[int, str]:
    said: Sequence[io.StringIO] = (io.StringIO(), io.StringIO())
    with redirect_stdout(said[0]), redirect_stderr(said[1]):
        code = main(words)
    return code, said[0].getvalue()


if __name__ == "__main__":
    note_what_is_shown_otherwise()
