"""The comparison: both programs at work on kept lists, on notices, and on lists lived through anew."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.file.beside import journals
from tests.made_before import made_lists
from tests.same_outputs import acts, commands
from tests.same_outputs.differences import Difference, difference
from tests.same_outputs.sides import Job, Side, run_both

_TESTS = Path(__file__).resolve().parents[1]
_SAMPLE = _TESTS.parent / "data" / "notices" / "whkjj-2021.txt"
_FONTS = ".venv/lib/python*/site-packages/paperang_p2_fonts_cjk/fonts/*.tt?"


@dataclass(frozen=True)
class Options:
    """What is not as usual."""

    old_command: Path | None = None
    new_command: Path | None = None
    notices: Path | None = None
    font: Path | None = None
    only: str = ""


@dataclass
class Found:
    """What came of a comparison."""

    differences: list[Difference] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    commands: int = 0
    files: int = 0


def compare(old: Path, new: Path, options: Options | None = None) -> Found:
    """Compare two checkouts."""
    options = options or Options()
    found = Found()
    font = options.font or next(iter(sorted(old.glob(_FONTS))), None)
    if font is None:
        found.notes.append("No Chinese letters were found for pdf; --font names some.")
    with tempfile.TemporaryDirectory(prefix="same-outputs-") as folder:
        programs = ((old, options.old_command, "old"), (new, options.new_command, "new"))
        sides = [Side(checkout, program, Path(folder) / name, font) for checkout, program, name in programs]
        try:
            for part in (_lists, _notices, _acts):
                part(sides, options, found)
        finally:
            for side in sides:
                side.close()
    return found


def _run(sides: Sequence[Side], found: Found, jobs: Sequence[Job]) -> None:
    """Run commands on both sides and keep what differs."""
    results = run_both(sides, jobs)
    for job, old, new in zip(jobs, *results, strict=True):
        found.commands += 1
        found.files += sum(content is not None for content in old.files.values())
        different = difference(job, old, new)
        if different:
            found.differences.append(different)


# ---------------------------------------------------------------------- lists that are kept


def _lists(sides: Sequence[Side], options: Options, found: Found) -> None:
    for made in made_lists():
        if options.only not in made.stem:
            continue
        name = f"{made.parent.name}-{made.stem}"
        for side, kind in ((side, kind) for side in sides for kind in ("asked", "printed")):
            _copy(made, side.root / f"{name}-{kind}")
        path, printed = f"{name}-asked/{made.name}", f"{name}-printed/{made.name}"
        lists = len(_answer(sides[0], "show", "lists", "-f", path))
        jobs = list(commands.of_file(path))
        for number in map(str, range(1, lists + 1)):
            where = ("-f", path, "--list", number)
            facts = commands.Facts.of(lambda *words: _answer(sides[0], *words), where)
            jobs += commands.of_list(where, facts)
            jobs += commands.prints(("-f", printed, "--list", number), f"{name}-printed/{number}")
        _run(sides, found, jobs)


def _copy(made: Path, folder: Path) -> None:
    """Copy a list into a folder, its journal with it, and the backup that belongs to it."""
    folder.mkdir()
    for part in (made, *journals(made)):
        shutil.copyfile(part, folder / part.name)
    if made.stem == acts.BACKED_UP:
        kept = folder / f"{made.stem}.备份"
        kept.mkdir()
        shutil.copyfile(made.with_name("backup.json"), kept / f"{made.stem} 20210406-144900.json")


def _answer(side: Side, *words: str) -> list[dict[str, Any]]:
    """The JSON that the program of a side gives."""
    read: list[dict[str, Any]] = json.loads(side.run([Job((*words, "--json"))])[0].out)
    return read


# ---------------------------------------------------------------------- notices


def _notices(sides: Sequence[Side], options: Options, found: Found) -> None:
    """Read, import and print notices; each lies in a folder of both sides."""
    if options.notices is None or not options.notices.is_dir():
        found.notes.append("No folder of notices was found; --notices names one.")
    jobs: list[Job] = []
    for number, (notice, content) in enumerate(_contents(options), 1):
        if options.only not in notice.stem:
            continue
        name = f"notices/{number:02} {notice.name}"
        for side in sides:
            target = side.root / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        jobs += commands.of_notice(name, f"notices/{number:02}")
    _run(sides, found, jobs)


def _contents(options: Options) -> Iterator[tuple[Path, bytes]]:
    """The notices with their bytes: those given, those beside the kept lists, those of the reader's tests."""
    given = options.notices or Path()
    kept = (_TESTS / "fixtures").glob("made_by_*/notices/*")
    files = (*given.glob("*.txt"), *given.glob("practice/*.txt"), *given.glob("practice/*.html"), *kept)
    for path in sorted(files if options.notices else kept):
        yield path, path.read_bytes()
    for path in sorted((_TESTS / "store" / "reading" / "notices").glob("*.txt")):
        yield path, path.read_bytes().partition(b"=====")[0]


# ---------------------------------------------------------------------- a list lived through anew


def _acts(sides: Sequence[Side], options: Options, found: Found) -> None:
    """Carry out acts on new lists and go back to a backup; each act's rows and history are compared."""
    for side in sides:
        shutil.copyfile(_SAMPLE, side.root / "sample.txt")
    kept = next((made for made in made_lists() if made.stem == acts.BACKED_UP), None)
    if kept:
        for side in sides:
            _copy(kept, side.root / "restored")
            shutil.copyfile(kept.with_name("backup.json"), side.root / "restored" / "backup.json")
            shutil.copytree(kept.with_name("notices"), side.root / acts.NOTICES)
    for name, jobs in acts.all_acts():
        if options.only in name:
            _run(sides, found, jobs)
