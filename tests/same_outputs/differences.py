"""Where two results of one command differ, in lines for a person; and which of that was to be expected.

By the clock and the keys of the workers two runs of one program give the same bytes, files included:
nothing of a docx, an xlsx or a pdf is set aside. Of what is said only this is:
- the folder of each side (`sides.Side`);
- keys of records that the run itself made, and hashes of changes: they are numbered as they appear, since
  a program that asks for its keys in another order shows other keys and is right.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from tests.same_outputs.sides import Job, Result

_OWN = re.compile(r"(?<![a-z0-9])(?:[0-9a-f]{64}|[a-z2-7]{12})(?![a-z0-9])")
_NAMED_KEYS = re.compile(r'"[a-z_]+":')
_SHOWN = 160
"""Signs of a line that are shown."""


@dataclass(frozen=True)
class Difference:
    """One command that did two things."""

    job: Job
    lines: tuple[str, ...]

    def __str__(self) -> str:
        """The command, then what differs."""
        return "\n".join((f"yaodian {self.job}", *(f"    {line}" for line in self.lines)))


class Expected:
    """What may differ: a line is a text or a regular expression, found in the command or in what differs."""

    def __init__(self, lines: Sequence[str] = ()) -> None:
        """Take the lines of a file; empty ones and those that begin with # say nothing."""
        self.lines = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        self.met: set[str] = set()

    @classmethod
    def of(cls, path: Path | None) -> "Expected":
        """What a file says; nothing where there is none."""
        return cls(path.read_text("utf-8").splitlines() if path else ())

    def reason(self, difference: Difference) -> str | None:
        """The line that lets a difference be, if one does."""
        text = str(difference)
        found = next((line for line in self.lines if line in text or _matches(line, text)), None)
        if found:
            self.met.add(found)
        return found


def _matches(line: str, text: str) -> bool:
    try:
        return re.search(line, text) is not None
    except re.error:
        return False


def difference(job: Job, old: Result, new: Result) -> Difference | None:
    """Where two results of a command differ; none where they agree."""
    if job.own_keys:
        old, new = _with_plain_keys(old), _with_plain_keys(new)
    lines = tuple(_lines(old, new))
    return Difference(job, lines) if lines else None


def _with_plain_keys(result: Result) -> Result:
    return replace(result, out=_plain_keys(result.out), err=_plain_keys(result.err))


def _plain_keys(text: str) -> str:
    """A text whose keys are numbered in the order in which they appear; the names of fields stay."""
    names: dict[str, str] = {}

    def plain(found: re.Match[str]) -> str:
        key = found.group()
        if _NAMED_KEYS.match(f'"{key}{text[found.end() : found.end() + 2]}'):
            return key
        return names.setdefault(key, f"(key {len(names)})")

    return _OWN.sub(plain, text)


def _lines(old: Result, new: Result) -> Iterator[str]:
    if old.code != new.code:
        yield f"exit code: {old.code} → {new.code}"
    yield from _text_lines("stdout", old.out, new.out)
    yield from _text_lines("stderr", old.err, new.err)
    for name, before in old.files.items():
        yield from _file_lines(name, before, new.files[name])


def _text_lines(what: str, old: str, new: str) -> Iterator[str]:
    """The first line in which two texts differ."""
    if old == new:
        return
    pairs = enumerate(zip_longest(old.split("\n"), new.split("\n")), 1)
    number, (before, after) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
    start = _same_start(before or "", after or "")
    yield f"{what}, line {number}:"
    for sign, line in (("-", before), ("+", after)):
        shown = "(no line)" if line is None else ("…" if start else "") + line[start : start + _SHOWN]
        yield f"{sign} {shown}"


def _same_start(before: str, after: str) -> int:
    """Where to begin showing two long lines: a little before they part."""
    pairs = zip(before, after, strict=False)
    parted = next((place for place, (one, other) in enumerate(pairs) if one != other), 0)
    return max(0, parted - _SHOWN // 2) if max(len(before), len(after)) > _SHOWN else 0


def _file_lines(name: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    if old == new:
        return
    if old is None or new is None:
        yield f"{name}: {'not ' if new is None else ''}written by the new program alone"
    elif zipfile.is_zipfile(io.BytesIO(old)) and zipfile.is_zipfile(io.BytesIO(new)):
        yield from _package_lines(name, old, new)
    else:
        yield from _text_lines(name, _as_text(old), _as_text(new))


def _package_lines(name: str, old: bytes, new: bytes) -> Iterator[str]:
    """The parts of two packages that differ; a word on their packing where all parts are the same."""
    before, after = _parts(old), _parts(new)
    found = False
    for part in {**before, **after}:
        if before.get(part) != after.get(part):
            found = True
            yield from _file_lines(f"{name}, {part}", before.get(part), after.get(part))
    if not found:
        yield f"{name}: the same parts, packed otherwise"


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _as_text(data: bytes) -> str:
    """Bytes as UTF-8 where they are, else a sign a byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
