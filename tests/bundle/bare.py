"""A machine that has nothing but a Python, and the bundle that is started on it."""

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from bundle.parts import ROOT
from tests.pty import PATIENCE, Terminal

_NO_NETWORK = ("unshare", "--net")
_OF_LETTERS = "这台机器缺字体"
"""How the one complaint begins that is the machine's: letters that nobody may put on a stick."""


def made(folder: Path) -> Path:
    """Return a bundle made by the command, as anybody makes it."""
    argv = [sys.executable, "-m", "bundle.build", "-o", str(folder)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if "ConnectionError" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("the wheels of the bundle cannot be fetched here")
    assert done.returncode == 0, done.stderr
    (bundle,) = folder.glob("*.pyz")
    return bundle


@cache
def alone() -> tuple[str, ...]:
    """Return the words that take the network away from what follows them, where that can be done."""
    tried = subprocess.run([*_NO_NETWORK, "true"], check=False, capture_output=True)
    return _NO_NETWORK if tried.returncode == 0 else ()


class Bare:
    """A machine with a Python, an empty home, and no network where that can be taken away."""

    def __init__(
        self,
        home: Path,
        bundle: Path,
        python: Sequence[str] = (sys.executable,),
        patience: float = PATIENCE,
    ) -> None:
        """Make the home; the words of `python` start its Python, `patience` is what its screen may need."""
        home.mkdir()
        self.home = home
        self.patience = patience
        self.env = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": ""}
        # -S as well: nothing that is installed beside this Python is to help.
        self.words = [*alone(), *python, "-I", "-S", str(bundle)]

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run the program with words of the command line, in the home."""
        argv = [*self.words, *words]
        return subprocess.run(
            argv, env=self.env, cwd=self.home, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def said(self, *words: str) -> str:
        """Return what the program says where all goes well: it complains of letters at most."""
        done = self.run(*words)
        complaints = [line for line in done.stderr.splitlines() if not line.startswith(_OF_LETTERS)]
        assert (done.returncode, complaints) == (0, []), done.stdout
        return done.stdout

    def screen(self, *words: str) -> Terminal:
        """Open the program in a terminal."""
        return Terminal([*self.words, *words], env=self.env, cwd=self.home)
