"""A stick with small bundles on it, started as a desk starts it."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bundle import stick
from tests.bundle.small import Desk, small_bundle

TOOLS = ("sh", "readlink", "dirname", "uname", "cp", "mv", "rm", "mkdir", "chmod")
"""All that run.sh asks of a system."""
MACHINE = f"linux-{platform.machine()}"


def made_stick(folder: Path, pythons: Path | None = None) -> Path:
    """Make a stick with one small bundle."""
    folder.mkdir(parents=True)
    small_bundle(folder / "yaodian-1.0.pyz")
    stick.put_launchers(folder, pythons)
    return folder


def own_python(folder: Path) -> Path:
    """Put this Python, with its library, where a technician puts one for this machine; return its program."""
    copy = folder / MACHINE
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    left_out = shutil.ignore_patterns("test", "tests", "__pycache__", "site-packages", "dist-packages")
    shutil.copytree(Path(sys.base_prefix, "lib", name), copy / "lib" / name, ignore=left_out)
    (copy / "bin").mkdir()
    shutil.copy(Path(sys.base_prefix, "bin", name), copy / "bin" / name)
    (copy / "bin" / "python3").symlink_to(name)
    return copy / "bin" / "python3"


def give_tools(desk: Desk) -> None:
    """Give a desk the tools that run.sh needs and one Python, and nothing else."""
    tools = desk.home.parent / "tools"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(shutil.which(name) or "")
    (tools / "python3").symlink_to(sys.executable)
    desk.env["PATH"] = str(tools)


def take_python(desk: Desk) -> None:
    """Take a desk's own Python away."""
    (desk.home.parent / "tools" / "python3").unlink()


def run(
    desk: Desk, stick_folder: Path, *words: str, shell: Sequence[str] = ("/bin/sh",)
) -> tuple[int, str, str]:
    """Start run.sh of a stick; return its exit code, and what it said on stdout and stderr."""
    argv = [*shell, os.fspath(stick_folder / "run.sh"), *words]
    done = subprocess.run(
        argv, env=desk.env, cwd=desk.home, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout, done.stderr
