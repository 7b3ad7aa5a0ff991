"""Make the folder that goes on a stick: `python -m bundle.stick [-o FOLDER] [--pythons FOLDER]`.

The bundle, its launchers and a text for the clerk; `--pythons` holds interpreters that a connected machine fetched
(`windows-x64`, `linux-aarch64` …) for desks whose own Python is too old.
"""

import argparse
import shutil
import sys
from pathlib import Path

from bundle.build import build
from bundle.parts import ROOT

_LAUNCHERS = Path(__file__).with_name("stick")
_FOR_WINDOWS = {".bat", ".txt"}
"""Suffixes of the files whose lines end as Windows wants them."""


def make_stick(folder: Path, pythons: Path | None = None) -> Path:
    """Make the folder; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    build(folder)
    put_launchers(folder, pythons)
    return folder


def put_launchers(folder: Path, pythons: Path | None = None) -> None:
    """Put what starts the bundle beside it: launchers, the text for the clerk, interpreters."""
    for source in sorted(_LAUNCHERS.iterdir()):
        text = source.read_text("utf-8")
        ends = "\r\n" if source.suffix in _FOR_WINDOWS else "\n"
        # An older Notepad takes a text without the mark for one in GBK.
        encoding = "utf-8-sig" if source.suffix == ".txt" else "utf-8"
        target = folder / source.name
        target.write_text(text, encoding, newline=ends)
        target.chmod(0o755 if source.suffix == ".sh" else 0o644)
    if pythons is not None:
        # Not as links, of which a FAT stick knows nothing.
        shutil.copytree(pythons, folder / "python", dirs_exist_ok=True)


def main() -> None:
    """Make the folder, and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m bundle.stick")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist" / "yaodian-stick")
    parser.add_argument("--pythons", type=Path)
    options = parser.parse_args()
    sys.stdout.write(f"{make_stick(options.output, options.pythons)}\n")


if __name__ == "__main__":
    main()
