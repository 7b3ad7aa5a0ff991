"""A bundle of one small module, and a machine on which such bundles are started."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from bundle import gate, starter

_GATE = Path(gate.__file__).read_text("utf-8")
_SOURCE = Path(starter.__file__).read_text("utf-8")
_PROGRAM = """
import os, sys
def main():
    print("running", __file__, os.environ.get("YAODIAN_HOME"), sys.argv[1:], flush=True)
    if "wait" in sys.argv:
        sys.stdin.read()
    return 3
"""


def small_bundle(path: Path, digest: str = "aaaa", *, oldest: str = "(3, 10)", ballast: int = 0) -> Path:
    """A bundle whose program says where it runs, and ends with 3; the ballast is in bytes."""
    text = _SOURCE.replace("@DIGEST@", digest).replace("@VERSION@", "1.0")
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("__main__.py", _GATE.replace("(3, 10)", oldest))
        packed.writestr("starter.py", text)
        packed.writestr("lib/tui/__init__.py", "")
        packed.writestr("lib/tui/__main__.py", _PROGRAM)
        packed.writestr("lib/ballast", bytes(ballast))
        packed.writestr("LICENSES/README.txt", "MIT")
    return path


class Desk:
    """A machine on which bundles are started."""

    def __init__(self, home: Path) -> None:
        """Make the home, with a folder for temporary files in it."""
        self.home = home
        self.cache = home / ".cache" / "yaodian" / "bundle"
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TMPDIR": str(home / "tmp"),
        }
        self.words = [sys.executable, "-I"]
        (home / "tmp").mkdir(parents=True)

    def starting(self, bundle: Path, *words: str) -> "subprocess.Popen[str]":
        """Start a bundle; its input is open until it is closed or waited for."""
        pipe = subprocess.PIPE
        argv = [*self.words, str(bundle), *words]
        return subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=self.env, encoding="utf-8")

    def start(self, bundle: Path, *words: str) -> tuple[int, str, str]:
        """Start a bundle and wait for its end; return its exit code and what it said."""
        started = self.starting(bundle, *words)
        out, err = started.communicate()
        return started.returncode, out, err

    @property
    def unpacked(self) -> list[str]:
        """The digests of the bundles that lie unpacked in the user's cache."""
        return sorted(path.parent.name.rpartition("-")[2] for path in self.cache.glob("*/whole"))
