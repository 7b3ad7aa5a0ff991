"""The two sides of a comparison: a checkout each, with a folder, a home and a worker of its own."""

import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

NOW = 1795838400.0
"""When everything is run: a day of November 2026, later than all days in the kept lists."""
_WORKER = Path(__file__).with_name("worker.py")
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
_KEPT = ("PATH", "TMPDIR", "SYSTEMROOT")
_ROLES = ("title", "strong", "text", "number", "under")


@dataclass(frozen=True)
class Job:
    """One command: its words, and the files that it writes, relative to the side's folder."""

    words: tuple[str, ...]
    writes: tuple[str, ...] = ()
    own_keys: bool = False
    """Whether the answer names records that this run made: their keys are compared by their order alone."""

    def __str__(self) -> str:
        """As it would be typed."""
        return " ".join(word if word and " " not in word else repr(word) for word in self.words)


@dataclass(frozen=True)
class Result:
    """What one command did on one side."""

    code: int
    out: str
    err: str
    files: dict[str, bytes | None] = field(default_factory=dict)
    """What was written, by its relative path; none where nothing was."""


class Side:
    """One checkout at work in a folder of its own."""

    def __init__(self, checkout: Path, program: Path | None, root: Path, font: Path | None) -> None:
        """Start the worker, by the interpreter that stands beside the checkout's program."""
        self.checkout, self.root = checkout, root
        root.mkdir()
        _settings(root, font)
        python = (program or checkout / ".venv" / "bin" / "yaodian").with_name("python")
        self._worker = subprocess.Popen(
            [str(python), str(_WORKER), str(checkout), str(NOW)],
            cwd=root,
            env=_environment(root),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def run(self, jobs: Sequence[Job]) -> list[Result]:
        """Run commands one after another."""
        return [self._run(job) for job in jobs]

    def _run(self, job: Job) -> Result:
        assert self._worker.stdin is not None and self._worker.stdout is not None
        self._worker.stdin.write(json.dumps(job.words) + "\n")
        self._worker.stdin.flush()
        line = self._worker.stdout.readline()
        if not line:
            raise SystemExit(f"The worker of {self.checkout} ended at: {job}")
        told = json.loads(line)
        files = {name: _bytes(self.root / name) for name in job.writes}
        return Result(told["code"], self._plain(told["out"]), self._plain(told["err"]), files)

    def _plain(self, said: str) -> str:
        """What was said without the folder's own path, in which alone the two sides must differ."""
        return said.replace(str(self.root), "(folder)")

    def close(self) -> None:
        """Let the worker end."""
        self._worker.communicate()


def run_both(sides: Sequence[Side], jobs: Sequence[Job]) -> list[list[Result]]:
    """Run commands on both sides at once: the results of each."""
    with ThreadPoolExecutor(len(sides)) as pool:
        return list(pool.map(lambda side: side.run(jobs), sides))


def _environment(root: Path) -> dict[str, str]:
    """What the program sees of the machine: the same on both sides but for the folders."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    homes = {name: str(root / "home" / name.lower()) for name in _HOMES}
    fixed = {"TZ": "Asia/Shanghai", "LANG": "C.UTF-8", "USER": "clerk", "PYTHONHASHSEED": "0"}
    return {**kept, **homes, **fixed, "SOURCE_DATE_EPOCH": str(int(NOW))}


def _settings(root: Path, font: Path | None) -> None:
    """Settings with Chinese letters for pdf, which the machine need not have."""
    folder = root / "home" / "xdg_config_home" / "yaodian"
    folder.mkdir(parents=True)
    lines = ['author = "王小明"']
    if font:
        lines += ["[paper.font_files]", *(f'{role} = "{font}"' for role in _ROLES)]
    (folder / "settings.toml").write_text("\n".join(lines) + "\n", "utf-8")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
